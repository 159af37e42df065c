"""The sheets of a workbook: what each would give, and which of them is the table that was meant."""

from collections.abc import Callable, Sequence

from fundapp.basis.fact import Fact, Text
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.bill_columns import missing_columns, suggest_mapping
from fundapp.network.bill_table import BillReading, read_bill
from fundapp.network.columns import ColumnMapping


class SheetTold(Fact):
    """What was understood of a sheet. Its filled rows are taken, headings, or rejected; `missing` says why none is."""

    sheet: Text
    rows: int
    taken: int = 0
    headings: int = 0
    rejected: int = 0
    has_headers: bool = False
    """Its headers are known words, and what a row must say has a column."""
    missing: tuple[Problem, ...] = ()


Tell = Callable[[Grid], SheetTold]


def bill_sheet(grid: Grid) -> SheetTold:
    """What a sheet would give as a parts list."""
    mapping = suggest_mapping(grid)
    missing = missing_columns(mapping)
    if missing or not grid.rows:
        return SheetTold(sheet=grid.sheet, rows=len(grid.rows), missing=missing)
    return bill_told(grid, mapping, read_bill(grid, mapping))


def bill_told(grid: Grid, mapping: ColumnMapping, reading: BillReading) -> SheetTold:
    """The same of a sheet that is read already."""
    return SheetTold(
        sheet=grid.sheet,
        rows=len(grid.rows),
        taken=len(reading.lines),
        headings=len(reading.headings),
        rejected=len(reading.rejected),
        has_headers=bool(mapping.layout)
        and {"quantity", "total_quantity"} & {role for role, _at in mapping.columns} != set(),
    )


def by_columns(grid: Grid, mapping: ColumnMapping, missing: tuple[Problem, ...]) -> SheetTold:
    """What a sheet would give, told by its columns alone: every row below the headers is a candidate."""
    headings = max(mapping.header_rows, default=-1) + 1
    if missing:
        return SheetTold(sheet=grid.sheet, rows=len(grid.rows), missing=missing)
    return SheetTold(
        sheet=grid.sheet,
        rows=len(grid.rows),
        taken=len(grid.rows) - headings,
        headings=headings,
        has_headers=bool(mapping.layout),
    )


def by_rows(grid: Grid) -> SheetTold:
    """What a sheet would give, told by its rows alone: those with more than one cell filled."""
    taken = sum(sum(map(bool, row)) > 1 for row in grid.rows)
    return SheetTold(sheet=grid.sheet, rows=len(grid.rows), taken=taken, headings=len(grid.rows) - taken)


def most_likely(told: Sequence[SheetTold]) -> int:
    """The place of the sheet that was meant: known headers before guessed columns, then the most rows taken.

    Among equals, and where nothing was told, the first, which is the fullest. A price list of a thousand lines
    without quantities does not outweigh the parts list beside it.
    """
    return max(range(len(told)), default=0, key=lambda at: (told[at].has_headers, told[at].taken, -at))
