"""Minutes as Markdown, for a mail or a wiki: the same blocks as the PDF, without their layout."""

import re
from collections.abc import Iterable
from contextvars import copy_context

from fundapp.basis.fact import Language
from fundapp.committee.minutes import MinutesContent
from fundapp.documents.blocks import (
    Bars,
    Block,
    Box,
    Cell,
    Document,
    Heading,
    Pairs,
    Paragraph,
    Signatures,
    Table,
    Tiles,
    TwoAxisMap,
)
from fundapp.documents.minutes_outline import minutes_outline
from fundapp.text.catalogue import use

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~&])")
_LIST_SIGN = re.compile(r"^(\s*)([-+=])", re.MULTILINE)
_LIST_NUMBER = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)


def plain(text: str) -> str:
    """`text` so that no letter of it is taken for markup, on one line."""
    escaped = _SPECIAL.sub(r"\\\1", text)
    escaped = _LIST_NUMBER.sub(r"\1\\\2", _LIST_SIGN.sub(r"\1\\\2", escaped))
    return "<br>".join(escaped.splitlines())


def _row(texts: Iterable[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _cell(cell: Cell) -> str:
    text = plain(cell.text)
    return f"**{text}**" if text and cell.tone in ("strong", "good", "bad") else text


def _table(table: Table) -> list[str]:
    rules = {"left": ":---", "center": ":---:", "right": "---:"}
    return [
        _row(plain(column.head) for column in table.columns),
        _row(rules[column.align] for column in table.columns),
        *(_row(_cell(cell) for cell in row) for row in table.rows),
    ]


def _pairs(rows: Iterable[tuple[str, str]]) -> list[str]:
    return [f"- **{plain(name)}**: {plain(value)}" for name, value in rows]


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{'#' * (block.level + 1)} {plain(block.text)}"]
        case Paragraph():
            return [plain(block.text)]
        case Pairs():
            return _pairs(block.rows)
        case Table():
            return _table(block)
        case TwoAxisMap():
            return [plain(block.alt), "", *_pairs(block.beside)]
        case Tiles():
            return _pairs((name, f"{value} {beside}".rstrip()) for name, value, beside in block.tiles)
        case Bars():
            return [plain(block.alt), "", *_pairs((row.label, row.value) for row in block.rows)]
        case Box():
            lines = [*_pairs(block.rows), *(f"- {plain(line)}" for line in block.lines)]
            return [f"> **{plain(block.title)}**", ">", *(f"> {line}" for line in lines)]
        case Signatures():
            return [f"- {plain(block.head)}: {plain(name)} {plain(block.seal)}" for name in block.names]


def markdown(document: Document) -> str:
    """A document as Markdown with tables."""
    head = [f"# {plain(document.title)}", *(plain(line) for line in document.subtitle)]
    if document.status:
        head.append(f"**{plain(document.status)}**")
    return "\n\n".join([*head, *("\n".join(_lines(block)) for block in document.blocks)]) + "\n"


def _speaking(content: MinutesContent, language: Language) -> str:
    use(language)
    return markdown(minutes_outline(content))


def minutes_markdown(content: MinutesContent, *, language: Language) -> bytes:
    """The minutes in UTF-8. The language of the caller's context stays as it was."""
    return copy_context().run(_speaking, content, language).encode()
