"""Parts lists in many layouts: what is understood of each, and that no row of any is lost."""

import pytest
from network.layouts import LAYOUTS, Layout

from fundapp.basis.grid import Grid
from fundapp.intake.table import read_table
from fundapp.network.bill_columns import suggest_mapping
from fundapp.network.bill_table import BillReading, read_bill


def reading_of(layout: Layout) -> tuple[Grid, BillReading]:
    grid = read_table(layout.name, layout.content)
    assert isinstance(grid, Grid), grid
    return grid, read_bill(grid, suggest_mapping(grid))


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_is_understood(name: str) -> None:
    layout = LAYOUTS[name]
    grid, reading = reading_of(layout)
    assert [(line.quantity, line.part_number, line.description) for line in reading.lines] == list(layout.parts)
    assert [(row, problem.code) for row, problem in reading.rejected] == list(layout.rejected)
    assert len(reading.headings) == layout.headings, reading.headings
    by_name = {line.description: line for line in reading.lines}
    told = [(one, field, getattr(by_name[one], field)) for one, field, _value in layout.also]
    assert told == list(layout.also)
    ends = {line.row for line in reading.lines} | {one.row for one in reading.headings}
    assert sorted(ends | {row for row, _problem in reading.rejected}) == list(grid.row_numbers)
