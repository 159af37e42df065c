"""The portfolio as tables: one row a company, by sector, by stage, and as a workbook with native charts."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import xlsxwriter  # type: ignore[import-untyped]

from fundapp.charts.holdings import HoldingBar, holdings_rows, largest_title, paid_title
from fundapp.charts.sheet import Rows
from fundapp.charts.timeline import TimelineMark, timeline_rows, timeline_title
from fundapp.documents.csv_table import csv_table
from fundapp.documents.said import NOTHING, said
from fundapp.record.portfolio import Holding, Portfolio, Share, by_sector, by_stage
from fundapp.text.catalogue import _, pgettext

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_WIDTH, _WIDTH_FIRST = 18, 34
_ACCENT, _LIGHT = "#1f5f8b", "#a9c6da"
_PAID, _TO_PAY = 2, 3
"""Columns of the paid and the unpaid amount in `holdings_rows`."""


def company_bars(found: Portfolio) -> tuple[HoldingBar, ...]:
    """One bar a company, the largest first."""
    return tuple(
        HoldingBar(label=said(one.company), drawn_yen=one.drawn_yen, undrawn_yen=one.undrawn_yen)
        for one in found.holdings
    )


def sector_bars(found: Portfolio) -> tuple[HoldingBar, ...]:
    """One bar a sector."""
    return tuple(_bar(one, one.key) for one in by_sector(found))


def stage_bars(found: Portfolio) -> tuple[HoldingBar, ...]:
    """One bar a stage."""
    return tuple(_bar(one, stage_name(early=one.key == "early")) for one in by_stage(found))


def _bar(share: Share, label: str) -> HoldingBar:
    return HoldingBar(label=label, drawn_yen=share.drawn_yen, undrawn_yen=share.undrawn_yen)


def stage_name(*, early: bool) -> str:
    """The stage as the fund's limit knows it."""
    return pgettext("portfolio", "Early stage") if early else pgettext("portfolio", "Later stage")


def tranche_marks(found: Portfolio) -> tuple[TimelineMark, ...]:
    """One mark a payment, company by company."""
    return tuple(
        TimelineMark(
            lane=said(holding.company),
            number=one.number,
            on=one.on,
            amount_yen=one.amount_yen,
            state=one.state,
        )
        for holding in found.holdings
        for one in holding.tranches
    )


def company_rows(found: Portfolio) -> Rows:
    """The companies with sector, stage, amounts and the next payment."""
    head = (
        _("Company"),
        _("Sector"),
        _("Stage"),
        _("Signed on"),
        _("Committed (yen)"),
        _("Paid (yen)"),
        _("Still to pay (yen)"),
        _("Held at cost (yen)"),
        _("Fair value (yen)"),
        _("Valued on"),
        _("Came back (yen)"),
        _("Written off (yen)"),
        _("Next payment"),
    )
    return (head, *map(_company_row, found.holdings))


def _company_row(one: Holding) -> tuple[str | int, ...]:
    next_ = one.next_tranche
    return (
        said(one.company),
        one.sector,
        stage_name(early=one.early_stage),
        one.signed_on.isoformat(),
        one.committed_yen,
        one.drawn_yen,
        one.undrawn_yen,
        one.held_yen,
        one.fair_value_yen,
        one.valued_on.isoformat() if one.valued_on else NOTHING,
        one.proceeds_yen,
        one.lost_yen,
        next_.on.isoformat() if next_ else NOTHING,
    )


def portfolio_csv(found: Portfolio) -> bytes:
    """One row a company, for other programs."""
    head, *rows = company_rows(found)
    return csv_table([str(one) for one in head], rows)


class MoreSheet(NamedTuple):
    """One more sheet of the workbook, with a native chart of two columns if it has any."""

    name: str
    finding: str
    rows: Rows
    columns: tuple[int, int] | None
    stacked: bool = True
    unit: str = ""
    """Of the two columns; yen unless it is named."""


def portfolio_xlsx(found: Portfolio, more: Sequence[MoreSheet] = ()) -> bytes:
    """A workbook: companies, sectors and stages each with a native chart, the calendar of the tranches, and `more`."""
    companies, sectors, stages = company_bars(found), sector_bars(found), stage_bars(found)
    marks = tranche_marks(found)
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _EPOCH})
        _sheet(book, _("Portfolio"), "", company_rows(found))
        _charted(book, _("By company"), paid_title(companies), holdings_rows(companies, _("Company")))
        _charted(book, _("By sector"), largest_title(sectors), holdings_rows(sectors, _("Sector")))
        _charted(book, _("By stage"), largest_title(stages), holdings_rows(stages, _("Stage")))
        _sheet(book, _("Tranches"), timeline_title(marks, found.as_of), timeline_rows(marks))
        for one in more:
            if one.columns:
                _charted(book, one.name, one.finding, one.rows, one.columns, stacked=one.stacked, unit=one.unit)
            else:
                _sheet(book, one.name, one.finding, one.rows)
    return out.getvalue()


def _sheet(book: Any, name: str, finding: str, rows: Rows) -> Any:
    """A sheet with the finding in its first line, if there is one, and a table below it."""
    sheet = book.add_worksheet(name)
    head, *data = rows
    top = 2 if finding else 0
    if finding:
        sheet.write_string(0, 0, finding, book.add_format({"bold": True}))
    amounts = book.add_format({"num_format": "#,##0"})
    sheet.set_column(0, 0, _WIDTH_FIRST)
    sheet.set_column(1, len(head) - 1, _WIDTH, amounts)
    sheet.add_table(
        top,
        0,
        top + max(1, len(data)),
        len(head) - 1,
        {
            "columns": [{"header": one} for one in head],
            "data": [list(row) for row in data],
            "style": "Table Style Light 1",
        },
    )
    sheet.freeze_panes(top + 1, 0)
    return sheet


def _charted(
    book: Any,
    name: str,
    finding: str,
    rows: Rows,
    columns: tuple[int, int] = (_PAID, _TO_PAY),
    *,
    stacked: bool = True,
    unit: str = "",
) -> None:
    """A sheet with its table and a bar chart of two columns: what is paid and still to be paid, unless told others."""
    sheet = _sheet(book, name, finding, rows)
    count = len(rows) - 1
    if not count:
        return
    chart = book.add_chart({"type": "bar", "subtype": "stacked"} if stacked else {"type": "bar"})
    for column, colour in zip(columns, (_ACCENT, _LIGHT), strict=True):
        chart.add_series(_series(name, rows[0][column], count, column, colour))
    chart.set_title({"name": finding, "name_font": {"size": 12}})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"name": unit or _("yen"), "num_format": "#,##0"})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 720, "height": 120 + 40 * count})
    sheet.insert_chart(count + 4, 0, chart, {"description": finding})


def _series(sheet: str, name: str | int, count: int, column: int, colour: str) -> dict[str, Any]:
    first, last = 3, 2 + count
    labels: Sequence[str | int] = (sheet, first, 0, last, 0)
    return {
        "name": str(name),
        "categories": list(labels),
        "values": [sheet, first, column, last, column],
        "fill": {"color": colour},
        "gap": 60,
    }
