"""A parts list of 10,000 lines from the file to its lines: against reading the same file in the bare library."""

import csv
import io

import xlsxwriter
from figure import Figure, in_turn
from python_calamine import CalamineWorkbook

from fundapp.intake.table import read_table
from fundapp.network.bill_columns import suggest_mapping
from fundapp.network.bill_table import read_bill

LINES = 10_000
HEAD = ("項番", "階層", "図番", "品名", "材質", "員数", "単位", "メーカー", "目標単価", "区分")


def _rows() -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = [HEAD]
    for n in range(1, LINES + 1):
        kind = ("図面加工品", "購入品")[n % 2]
        rows.append((n, 1 + n % 4, f"WT-{n:05}", f"部品 {n}", "S45C", 1 + n % 9, "個", "日本精密", 100 + n, kind))
    return rows


def _csv(rows: list[tuple[object, ...]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("cp932")


def _xlsx(rows: list[tuple[object, ...]]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    book.close()
    return out.getvalue()


def _read(name: str, content: bytes) -> None:
    grid = read_table(name, content)
    reading = read_bill(grid, suggest_mapping(grid))
    assert len(reading.stated) == LINES, "every row is a part"


def bills() -> list[Figure]:
    """Two figures: the list as CSV and as XLSX."""
    text, book = _csv(_rows()), _xlsx(_rows())
    return [
        in_turn(
            f"parts list of {LINES:,} lines, CSV",
            "bare csv",
            lambda: _read("parts.csv", text),
            lambda: list(csv.reader(io.StringIO(text.decode("cp932")))),
            times=5,
        ),
        in_turn(
            f"parts list of {LINES:,} lines, XLSX",
            "bare calamine",
            lambda: _read("parts.xlsx", book),
            lambda: CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python(),
            times=5,
        ),
    ]
