"""The blocks of a document in Word: the fund's own styles where its template has them."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from fundapp.documents.blocks import (
    Bars,
    Block,
    Box,
    Cell,
    Heading,
    Pairs,
    Paragraph,
    Signatures,
    Table,
    Tiles,
    TwoAxisMap,
)
from fundapp.documents.typst_pdf import printed, typst_png

FONT = "BIZ UDPGothic"
DOTS = 220
"""To the inch: sharp in print."""
_SIDES = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}


def east_asian(word: Word, font: str = FONT) -> None:
    """Name a font for Japanese letters in the base style, when the template names none: else Word takes any."""
    fonts = word.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    if fonts.get(qn("w:eastAsia")) is None:
        fonts.set(qn("w:eastAsia"), font)


def put(word: Word, place: WordParagraph, blocks: Iterable[Block]) -> None:
    """Put the blocks where `place` stands, and take that paragraph away."""
    for block in blocks:
        for made in _made(word, block):
            place._p.addprevious(made)
    place._p.getparent().remove(place._p)


def _made(word: Word, block: Block) -> Iterable[Any]:
    match block:
        case Heading():
            yield _paragraph(word, block.text, style=f"Heading {block.level}", bold=True)
        case Paragraph():
            yield _paragraph(word, block.text, bold=block.tone == "strong")
        case Pairs():
            yield from _pairs(word, block.rows)
        case Table():
            yield _table(word, block)
            yield _paragraph(word, "")
        case TwoAxisMap():
            yield _picture(word, block)
            yield from _pairs(word, block.beside)
        case Tiles():
            yield from _pairs(word, ((name, f"{value} {beside}".rstrip()) for name, value, beside in block.tiles))
        case Bars():
            yield _paragraph(word, block.alt)
            yield from _pairs(word, ((row.label, row.value) for row in block.rows))
        case Box():
            yield _paragraph(word, block.title, bold=True)
            yield from _pairs(word, block.rows)
            for line in block.lines:
                yield _paragraph(word, line)
        case Signatures():
            for name in block.names:
                yield _paragraph(word, f"{block.head}: {name} {block.seal}")


def _paragraph(word: Word, text: str, *, style: str = "", bold: bool = False) -> Any:
    paragraph = word.add_paragraph()
    if style in {one.name for one in word.styles}:
        paragraph.style = word.styles[style]
        bold = False
    _run(paragraph, text, bold=bold)
    return paragraph._p


def _run(paragraph: WordParagraph, text: str, *, bold: bool = False, size_pt: float | None = None) -> None:
    run = paragraph.add_run(_clean(text))
    run.bold = bold or None
    if size_pt:
        run.font.size = Pt(size_pt)


def _clean(text: str) -> str:
    """The text without the characters that no XML may hold. A line break stays one."""
    return "".join(letter for letter in text if letter in "\t\n" or letter >= " ")


def _picture(word: Word, block: TwoAxisMap) -> Any:
    """The map as it is in the PDF, told in words to those who do not see it."""
    drawing, _lost = printed(block.model_dump(mode="json"))
    paragraph = word.add_paragraph()
    shape = paragraph.add_run().add_picture(BytesIO(typst_png("map.typ", drawing, dots_per_inch=DOTS)), width=Mm(103))
    shape._inline.docPr.set("descr", block.alt)
    return paragraph._p


def _pairs(word: Word, rows: Iterable[tuple[str, str]]) -> Iterable[Any]:
    listed = tuple(rows)
    if not listed:
        return
    table = word.add_table(rows=0, cols=2)
    _style(word, table)
    for name, value in listed:
        cells = table.add_row().cells
        _run(cells[0].paragraphs[0], name, size_pt=9)
        _run(cells[1].paragraphs[0], value, size_pt=9)
        cells[0].width, cells[1].width = Mm(45), Mm(120)
    yield table._tbl
    yield _paragraph(word, "")


def _table(word: Word, block: Table) -> Any:
    table = word.add_table(rows=1, cols=len(block.columns))
    _style(word, table)
    for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
        _run(cell.paragraphs[0], column.head, bold=True, size_pt=8)
        cell.paragraphs[0].alignment = _SIDES[column.align]
    # The header row stands again on every page that the table runs over.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in block.rows:
        for made, cell, column in zip(table.add_row().cells, row, block.columns, strict=True):
            _fill(made.paragraphs[0], cell)
            made.paragraphs[0].alignment = _SIDES[column.align]
    _describe(table, ", ".join(column.head for column in block.columns))
    return table._tbl


def _fill(paragraph: WordParagraph, cell: Cell) -> None:
    _run(paragraph, cell.text, bold=cell.tone in ("strong", "good", "bad"), size_pt=6.5 if cell.tone == "code" else 8)


def _style(word: Word, table: Any) -> None:
    if "Table Grid" in {one.name for one in word.styles}:
        table.style = "Table Grid"


def _describe(table: Any, text: str) -> None:
    """What the table shows, for those who do not see it (alternative text)."""
    described = OxmlElement("w:tblDescription")
    described.set(qn("w:val"), text)
    table._tbl.tblPr.append(described)
