"""The sheets of a workbook: what each would give, and which one was meant."""

import pytest

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.columns import ColumnMapping
from fundapp.network.sheets import SheetTold, bill_sheet, by_columns, by_rows, most_likely

COVER = (("風力発電機 量産試作",), ("作成 2026-04-01",))
PARTS = (
    ("図番", "品名", "員数"),
    ("A-1", "軸", "2"),
    ("A-2", "軸受", "4"),
    ("合計", "", "6"),
    ("A-3", "箱", "たくさん"),
)
PRICES = (("品名", "単価"), *((f"部品 {n}", str(100 + n)) for n in range(30)))


def sheet(name: str, rows: tuple[tuple[str, ...], ...]) -> Grid:
    width = max((len(row) for row in rows), default=0)
    filled = tuple((*row, *[""] * (width - len(row))) for row in rows)
    return Grid(rows=filled, row_numbers=tuple(range(1, len(rows) + 1)), sheet=name)


def test_every_filled_row_of_every_sheet_is_accounted_for() -> None:
    told = bill_sheet(sheet("部品", PARTS))
    assert told == SheetTold(sheet="部品", rows=5, taken=2, headings=2, rejected=1, has_headers=True)
    assert told.rows == told.taken + told.headings + told.rejected


def test_a_blank_sheet_gives_nothing() -> None:
    assert bill_sheet(sheet("空", ())) == SheetTold(sheet="空", rows=0, missing=bill_sheet(sheet("空", ())).missing)


def test_a_sheet_whose_columns_do_not_say_the_part_tells_what_is_missing() -> None:
    told = bill_sheet(sheet("数量だけ", (("員数", ""), ("2", ""), ("3", ""))))
    assert (told.taken, told.rejected) == (0, 0)
    assert told.missing


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_the_parts_list_is_meant_and_not_the_cover_nor_the_longer_price_list(order) -> None:
    sheets = [sheet("表紙", COVER), sheet("部品表", PARTS), sheet("価格表", PRICES)]
    told = [bill_sheet(sheets[at]) for at in order]
    assert told[most_likely(told)].sheet == "部品表"


def test_among_equals_the_first_is_taken() -> None:
    told = [SheetTold(sheet=name, rows=3, taken=2, headings=1, has_headers=True) for name in ("A", "B")]
    assert most_likely(told) == 0


def test_a_table_of_another_kind_is_told_by_its_columns() -> None:
    grid = sheet("会員", (("会員名",), ("甲",), ("乙",)))
    mapping = ColumnMapping(columns=(("name", 0),), header_rows=(0,), headers=("会員名",), layout="x")
    assert by_columns(grid, mapping, ()) == SheetTold(sheet="会員", rows=3, taken=2, headings=1, has_headers=True)
    lacks = (Problem.of("column_missing_line"),)
    assert by_columns(grid, mapping, lacks) == SheetTold(sheet="会員", rows=3, missing=lacks)


def test_a_table_of_no_known_kind_is_told_by_its_rows() -> None:
    grid = sheet("指数", (("市場指数", ""), ("2026-01-01", "100"), ("2026-02-01", "101")))
    assert by_rows(grid) == SheetTold(sheet="指数", rows=3, taken=2, headings=1)
