"""A workbook of tables with native charts, in which no text becomes a formula, a link or a number."""

import io
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from fundapp.charts.sheet import Rows
from fundapp.documents.xlsx_table import new_workbook
from fundapp.text.catalogue import _

_WIDTH, _WIDTH_FIRST = 18, 34
_COLOURS = ("#1f5f8b", "#a9c6da", "#526171")


class ChartedSheet(NamedTuple):
    """A sheet with its finding in the first line, its table below, and a native chart of some columns if it has any."""

    name: str
    finding: str
    rows: Rows
    columns: tuple[int, ...] = ()
    kind: Literal["bar", "column"] = "bar"
    stacked: bool = True
    unit: str = ""
    """Of the columns of the chart; yen unless it is named."""


def charted_workbook(sheets: Sequence[ChartedSheet]) -> bytes:
    """The sheets in their order; the same sheets give the same bytes."""
    out = io.BytesIO()
    with new_workbook(out) as book:
        for one in sheets:
            _sheet(book, one)
    return out.getvalue()


def _sheet(book: Any, one: ChartedSheet) -> None:
    sheet = book.add_worksheet(one.name)
    head, *data = one.rows
    top = 2 if one.finding else 0
    if one.finding:
        sheet.write_string(0, 0, one.finding, book.add_format({"bold": True}))
    amounts = book.add_format({"num_format": "#,##0"})
    sheet.set_column(0, 0, _WIDTH_FIRST)
    sheet.set_column(1, len(head) - 1, _WIDTH, amounts)
    sheet.add_table(
        top,
        0,
        top + max(1, len(data)),
        len(head) - 1,
        {
            "columns": [{"header": str(name)} for name in head],
            "data": [list(row) for row in data],
            "style": "Table Style Light 1",
        },
    )
    sheet.freeze_panes(top + 1, 0)
    if one.columns and data:
        _chart(book, sheet, one, top + 1)


def _chart(book: Any, sheet: Any, one: ChartedSheet, first: int) -> None:
    """The chart below the table, its title the finding, its unit at the axis."""
    count = len(one.rows) - 1
    chart = book.add_chart({"type": one.kind, "subtype": "stacked"} if one.stacked else {"type": one.kind})
    for column, colour in zip(one.columns, _COLOURS, strict=False):
        chart.add_series(_series(one, column, (first, first + count - 1), colour))
    chart.set_title({"name": one.finding, "name_font": {"size": 12}})
    values = {"name": one.unit or _("yen"), "num_format": "#,##0"}
    if one.kind == "bar":
        chart.set_y_axis({"reverse": True})
        chart.set_x_axis(values)
    else:
        chart.set_y_axis(values)
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 720, "height": 120 + 40 * count if one.kind == "bar" else 360})
    sheet.insert_chart(first + count + 1, 0, chart, {"description": one.finding})


def _series(one: ChartedSheet, column: int, rows: tuple[int, int], colour: str) -> dict[str, Any]:
    first, last = rows
    return {
        "name": str(one.rows[0][column]),
        "categories": [one.name, first, 0, last, 0],
        "values": [one.name, first, column, last, column],
        "fill": {"color": colour},
        "gap": 60,
    }
