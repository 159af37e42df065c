"""A table of figures that goes on paper and into a spreadsheet alike: whole yen as numbers, the rest as text."""

from math import ceil

from fundapp.basis.fact import Fact
from fundapp.charts.sheet import Rows
from fundapp.documents.blocks import Cell, Column, Table, Tone
from fundapp.documents.said import NOTHING
from fundapp.text.figures import yen

Value = str | int | None
_DIGIT_MM, _EDGES_MM = 1.55, 3.5
"""Of a digit of a dense table in bold, and of the edges of a cell."""


class FigureTable(Fact):
    """Columns and rows. `strong` are the rows that sum up or head a part; the last `total_rows` are set off."""

    name: str
    """Of its sheet."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    strong: tuple[int, ...] = ()
    total_rows: int = 0
    dense: bool = False


def text_column(head: str, width_mm: int | None = None) -> Column:
    """A column of words."""
    return Column(head=head, width_mm=width_mm)


def yen_column(head: str, width_mm: int = 15) -> Column:
    """A column of amounts or other figures, at least so wide; on paper it grows with its longest figure."""
    return Column(head=head, align="right", width_mm=width_mm)


def on_paper(table: FigureTable) -> Table:
    """The table as a block: amounts in groups of three digits, nothing told as a dash."""
    last = len(table.rows) - table.total_rows
    rows = tuple(
        tuple(_cell(value, "strong" if place in table.strong or place >= last else "plain") for value in row)
        for place, row in enumerate(table.rows)
    )
    return Table(
        columns=tuple(_wide_enough(column, [row[n].text for row in rows]) for n, column in enumerate(table.columns)),
        rows=rows,
        total_rows=table.total_rows,
        dense=table.dense,
    )


def _wide_enough(column: Column, texts: list[str]) -> Column:
    """A column of figures that is as wide as its longest figure in bold."""
    if column.align != "right" or column.width_mm is None:
        return column
    longest = max((len(text) + text.count("▲") for text in texts), default=0)
    return column.model_copy(update={"width_mm": max(column.width_mm, ceil(longest * _DIGIT_MM + _EDGES_MM))})


def _cell(value: Value, tone: Tone) -> Cell:
    if isinstance(value, int):
        return Cell(text=yen(value, "bare"), tone=tone)
    return Cell(text=NOTHING if value is None else value, tone=tone)


def in_sheet(table: FigureTable) -> Rows:
    """The table for a workbook: a head of one line a column, numbers as numbers."""
    head = tuple(column.head.replace("\n", " ") or table.name for column in table.columns)
    return (head, *(tuple("" if value is None else value for value in row) for row in table.rows))
