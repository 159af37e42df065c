"""OpenDocument spreadsheets: values, repeated and merged cells, hidden rows, and what is refused of them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Refusal
from fundapp.intake.table import read_table

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
KIND = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{OFFICE}manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def cell(value: object = "", attributes: str = "") -> str:
    if value == "":
        return f"<table:table-cell {attributes}/>"
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string" {attributes}><text:p>{value}</text:p></table:table-cell>'
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}" {attributes}>'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def row(*cells: object, attributes: str = "") -> str:
    inner = "".join(one if isinstance(one, str) and one.startswith("<") else cell(one) for one in cells)
    return f"<table:table-row {attributes}>{inner}</table:table-row>"


def ods(body: str, **parts: str) -> bytes:
    spaces = "".join(f' xmlns:{name}="{OFFICE}{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'<office:document-content{spaces} xmlns:of="{OFFICE}of:1.2"><office:body><office:spreadsheet>{body}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", KIND, ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", parts.pop("manifest", MANIFEST))
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def sheet(*rows: str, name: str = "部品表") -> str:
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def test_values_merged_and_hidden_rows_are_read() -> None:
    content = ods(
        sheet(row("表紙"), name="表紙")
        + sheet(
            row("ユニット", "品名", "数量"),
            row(cell("ロータ", 'table:number-rows-spanned="2"'), "翼", 3),
            row("<table:covered-table-cell/>", "軸", 1.5),
            row("塔", "筒", 2, attributes='table:visibility="collapse"'),
            row(cell(attributes='table:number-columns-repeated="1024"'), attributes='table:number-rows-repeated="9"'),
            row("塔", "足", 4, attributes='table:number-rows-repeated="2"'),
            row(
                cell(attributes='table:number-columns-repeated="16384"'),
                attributes='table:number-rows-repeated="99999"',
            ),
        )
    )
    grid = read_table("parts.ods", content)
    assert isinstance(grid, Grid), grid
    assert grid.rows == (
        ("ユニット", "品名", "数量"),
        ("ロータ", "翼", "3"),
        ("", "軸", "1.5"),
        ("塔", "筒", "2"),
        ("塔", "足", "4"),
        ("塔", "足", "4"),
    )
    assert grid.row_numbers == (1, 2, 3, 4, 14, 15)
    assert (grid.sheet, grid.sheets, grid.merged, grid.hidden) == ("部品表", ("表紙", "部品表"), ((1, 2, 0),), (4,))


FORMULA = '<table:table-cell table:formula="of:=[.A1]*2"/>'
FAR = 'table:number-columns-repeated="16000"'
REFUSED = {
    "a value repeated to the edge": (ods(sheet(row(cell("x", FAR)))), "table_too_wide"),
    "a row repeated a million times": (
        ods(sheet(row("x", attributes='table:number-rows-repeated="1000000"'))),
        "table_too_long",
    ),
    "a document type": (
        ods(sheet(row("x")), **{"styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "file_hostile",
    ),
    "macros": (ods(sheet(row("x")), **{"Basic/Standard/script-lb.xml": "<a/>"}), "file_has_macros"),
    "a table linked from elsewhere": (
        ods(sheet('<table:table-source table:mode="copy-all"/>' + row("x"))),
        "file_has_links",
    ),
    "a password": (
        ods(sheet(row("x")), manifest=MANIFEST.replace("</", "<manifest:encryption-data/></", 1)),
        "file_locked",
    ),
    "nothing": (ods(sheet(row(""))), "file_empty"),
    "a text document": (
        ods(sheet(row("x"))).replace(KIND.encode(), b"application/vnd.oasis.opendocument.text-somethings"[: len(KIND)]),
        "file_unreadable",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_no_parts_list_needs_is_refused(case: str) -> None:
    content, code = REFUSED[case]
    answer = read_table("parts.ods", content)
    assert isinstance(answer, Refusal), answer
    assert answer.code == code


def test_a_formula_without_its_result_is_told_as_it_stands() -> None:
    grid = read_table("parts.ods", ods(sheet(row("品名", "数量"), row("軸", FORMULA))))
    assert isinstance(grid, Grid)
    assert grid.rows == (("品名", "数量"), ("軸", "=[.A1]*2"))
