"""Tables as XLSX: a real table with formats, in which no text becomes a formula, a link or a number."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Literal

import xlsxwriter  # type: ignore[import-untyped]

from fundapp.basis.fact import Fact

CellValue = str | int | None
Kind = Literal["text", "yen", "million_yen", "count"]

FORMATS: dict[Kind, str] = {"text": "@", "yen": "#,##0", "million_yen": '#,##0,,"百万円"', "count": "0"}
WIDTHS: dict[Kind, int] = {"text": 28, "yen": 18, "million_yen": 14, "count": 10}
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written as the file's time of making, so that the same table gives the same bytes."""


class XlsxColumn(Fact):
    """A column: its header and what its cells are."""

    head: str
    kind: Kind = "text"


def new_workbook(out: io.BytesIO) -> Any:
    """A workbook in which no text becomes a formula, a link or a number; it is written to `out` when it is closed."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": _EPOCH})
    return book


def xlsx_table(sheet_name: str, columns: Sequence[XlsxColumn], rows: Sequence[Sequence[CellValue]]) -> bytes:
    """One sheet with one table. The header row stays in view."""
    out = io.BytesIO()
    with new_workbook(out) as book:
        sheet = book.add_worksheet(sheet_name)
        for index, column in enumerate(columns):
            sheet.set_column(index, index, WIDTHS[column.kind], book.add_format({"num_format": FORMATS[column.kind]}))
        # A table needs one row of cells, also when there is nothing to list.
        sheet.add_table(
            0,
            0,
            max(1, len(rows)),
            len(columns) - 1,
            {
                "columns": [{"header": column.head} for column in columns],
                "data": [list(row) for row in rows],
                "style": "Table Style Light 1",
            },
        )
        sheet.freeze_panes(1, 0)
    return out.getvalue()
