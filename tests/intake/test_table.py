"""Files as people send them, and files that mean harm: each ends as a grid or as a refusal, never as a traceback."""

import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Refusal
from fundapp.intake import table
from fundapp.intake.limits import Limits
from fundapp.intake.table import read_table

BOM = Path(__file__).parent.parent / "data/bom"
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROWS = (("品番", "品名", "数量"), ("A-1", "軸", "2"), ("A-2", "ボルト　M6", "24"))
TEXT = "\r\n".join(",".join(row) for row in ROWS) + "\r\n"


def code_of(answer: Grid | Refusal) -> str:
    assert isinstance(answer, Refusal), answer
    return answer.code


def workbook(**sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(content: bytes, name: str, data: bytes) -> bytes:
    """The same container with one part added or put in another's place."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part.filename))
        new.writestr(name, data)
    return out.getvalue()


def sheet_xml(cells: str) -> bytes:
    return f'<worksheet xmlns="{SPACE}"><sheetData>{cells}</sheetData></worksheet>'.encode()


def with_sheet(cells: str) -> bytes:
    return with_part(workbook(one=[["x"]]), "xl/worksheets/sheet1.xml", sheet_xml(cells))


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp932", "cp932"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_every_encoding_gives_the_same_rows(encoding: str, read_as: str) -> None:
    text = TEXT + "," * 2 + "\r\n" + "B-1,bolt M6 x 20 stainless steel,8\r\n" * 3
    grid = read_table("parts.csv", text.encode(encoding))
    assert isinstance(grid, Grid)
    assert grid.rows == (*ROWS, *[("B-1", "bolt M6 x 20 stainless steel", "8")] * 3)
    assert (grid.row_numbers, grid.encoding, grid.delimiter) == ((1, 2, 3, 5, 6, 7), read_as, ",")


@pytest.mark.parametrize("delimiter", ["\t", ",", ";", "|"])
def test_the_delimiter_is_the_one_that_divides_the_rows_evenly(delimiter: str) -> None:
    text = "\n".join(
        delimiter.join(row) for row in (("part", "name", "price"), ("A", '"1,5;2|3"', "1200"), ("B", "c", "7"))
    )
    grid = read_table("parts.txt", text.encode())
    assert isinstance(grid, Grid)
    assert (grid.delimiter, grid.rows[1]) == (delimiter, ("A", "1,5;2|3", "1200"))


def test_excels_own_first_line_names_the_delimiter_and_is_no_row() -> None:
    grid = read_table("parts.csv", b"sep=;\r\na;b\r\n1,2;3\r\n")
    assert isinstance(grid, Grid)
    assert (grid.rows, grid.row_numbers) == ((("a", "b"), ("1,2", "3")), (2, 3))


def test_workbook_cells_become_plain_text_and_blank_rows_keep_their_numbers() -> None:
    content = workbook(
        one=[["n", "when", "who"], [], [12.0, date(2026, 5, 1), " A\nB "], [0.1 + 0.2, True, 74437324220]]
    )
    grid = read_table("parts.xlsx", content)
    assert isinstance(grid, Grid)
    assert grid.rows == (("n", "when", "who"), ("12", "2026-05-01", "A B"), ("0.3", "TRUE", "74437324220"))
    assert grid.row_numbers == (1, 3, 4)


def test_the_most_plausible_sheet_is_read_and_another_one_can_be_asked_for() -> None:
    content = workbook(表紙=[["部品表"], ["作成", "総務課"]], 部品=[list(row) for row in ROWS], メモ=[["a"]])
    grid, other = read_table("parts.xlsx", content), read_table("parts.xlsx", content, sheet="メモ")
    assert isinstance(grid, Grid)
    assert isinstance(other, Grid)
    assert (grid.sheet, grid.sheets, grid.rows) == ("部品", ("表紙", "部品", "メモ"), ROWS)
    assert other.rows == (("a",),)
    assert code_of(read_table("parts.xlsx", content, sheet="なし")) == "sheet_unknown"


def test_a_formatted_but_empty_far_cell_is_passed_over() -> None:
    grid = read_table("parts.xlsx", with_sheet('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row>'))
    assert isinstance(grid, Grid)
    assert grid.rows == (("1",),)


@pytest.mark.parametrize("name", ["exaspim_bom", "permamote_bom"])
def test_real_tables_are_read_whole(name: str) -> None:
    grids = [read_table(f"{name}{kind}", (BOM / f"{name}{kind}").read_bytes()) for kind in (".csv", ".xlsx")]
    sizes = [(len(grid.rows), len(grid.rows[0])) for grid in grids if isinstance(grid, Grid)]
    assert sizes == {"exaspim_bom": [(93, 4), (93, 6)], "permamote_bom": [(56, 15), (52, 15)]}[name]


FAR_COLUMN = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>'
FAR_ROW = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
REFUSED = {
    "empty file": ("a.csv", b"", "file_empty"),
    "blank text": ("a.csv", b"\n\n \n", "file_empty"),
    "blank workbook": ("a.xlsx", workbook(one=[]), "file_empty"),
    "binary noise": ("a.csv", bytes(range(256)) * 40, "file_unreadable"),
    "prose": ("a.txt", b"We met on Monday and spoke of the parts.\nNothing was decided.\n", "table_no_columns"),
    "tabs lost": ("a.txt", b"QtytValuetDevicetPart\n1t10ktRtR1\n2t4k7tRtR2\n", "tabs_lost"),
    "cut within a letter": ("a.csv", "品名,数量\n主軸,1\n軸受".encode()[:-1], "file_wrong_encoding"),
    "portable document": ("a.pdf", b"%PDF-1.7\n", "file_not_a_table"),
    "old office": ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file_old_excel"),
    "password": (
        "a.xlsx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "file_locked",
    ),
    "truncated container": ("a.xlsx", workbook(one=[["a", "b"]])[:-40], "file_unreadable"),
    "container of something else": ("a.zip", with_part(b"PK\5\6" + bytes(18), "a.txt", b"a"), "file_not_a_table"),
    "broken sheet": ("a.xlsx", with_part(workbook(one=[["a"]]), "xl/worksheets/sheet1.xml", b"<a>"), "file_unreadable"),
    "broken workbook": ("a.xlsx", with_part(workbook(one=[["a"]]), "xl/workbook.xml", b"<a/>"), "file_unreadable"),
    "impossible cell": ("a.xlsx", with_sheet('<row r="1"><c r="1A"><v>1</v></c></row>'), "file_unreadable"),
    "macro": ("a.xlsx", with_part(workbook(one=[["a"]]), "xl/vbaProject.bin", b"m"), "file_has_macros"),
    "macro by name": ("a.xlsm", workbook(one=[["a"]]), "file_has_macros"),
    "external link": (
        "a.xlsx",
        with_part(workbook(one=[["a"]]), "xl/externalLinks/externalLink1.xml", b"<a/>"),
        "file_has_links",
    ),
    "document type": ("a.xlsx", with_part(workbook(one=[["a"]]), "xl/sharedStrings.xml", DOCTYPE), "file_hostile"),
    "document type in UTF-16": (
        "a.xlsx",
        with_part(workbook(one=[["a"]]), "docProps/core.xml", DOCTYPE.decode().encode("utf-16")),
        "file_hostile",
    ),
    "too many parts": (
        "a.xlsx",
        with_part(workbook(one=[["a"]]), "xl/bomb.xml", b"<a>" + b" " * 60_000_000 + b"</a>"),
        "file_hostile",
    ),
    "far column": ("a.xlsx", with_sheet(FAR_COLUMN), "table_too_wide"),
    "far row": ("a.xlsx", with_sheet(FAR_ROW), "table_too_long"),
}
LIMITS = Limits(inflated_bytes=50_000_000, wall_seconds=60)


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_is_no_fit_table_is_refused_with_its_reason(case: str) -> None:
    name, content, code = REFUSED[case]
    answer = read_table(name, content, limits=LIMITS)
    assert code_of(answer) == code
    assert dict(answer.details)["name"] == name if isinstance(answer, Refusal) else False


def test_limits_on_bytes_rows_columns_and_characters() -> None:
    content = TEXT.encode()
    assert code_of(read_table("a.csv", content, limits=Limits(file_bytes=10))) == "file_too_large"
    assert code_of(read_table("a.csv", content, limits=Limits(rows=2))) == "table_too_long"
    assert code_of(read_table("a.csv", content, limits=Limits(columns=2))) == "table_too_wide"
    assert code_of(read_table("a.csv", content, limits=Limits(characters=9))) == "file_unreadable"


def test_one_long_word_told_a_million_times_is_refused() -> None:
    word = "<si><t>" + "x" * 30_000 + "</t></si>"
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 2000))
    book = with_part(with_sheet(cells), "xl/sharedStrings.xml", f'<sst xmlns="{SPACE}">{word}</sst>'.encode())
    types = ZipFile(BytesIO(book)).read("[Content_Types].xml").decode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    book = with_part(book, "[Content_Types].xml", types.replace("</Types>", override).encode())
    assert code_of(read_table("a.xlsx", book)) == "file_too_heavy"


def test_a_file_that_outgrows_memory_or_time_is_refused() -> None:
    content = b"a,b\n" + b"c,d\n" * 200_000
    assert code_of(read_table("a.csv", content, limits=Limits(memory_bytes=1_000_000))) == "file_too_heavy"
    assert code_of(read_table("a.csv", content, limits=Limits(wall_seconds=0))) == "file_too_heavy"


def test_a_reading_process_that_cannot_start_is_our_fault_and_not_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table.sys, "executable", "/bin/false")
    with pytest.raises(RuntimeError, match="did not start"):
        read_table("a.csv", TEXT.encode())


def test_the_reading_process_starts_without_the_libraries_of_the_desk() -> None:
    """Quick start: for a text table nothing but the standard library is loaded."""
    script = "import sys, fundapp.intake.reader; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert {"pydantic", "openpyxl", "numpy", "pandas"}.isdisjoint(loaded)
