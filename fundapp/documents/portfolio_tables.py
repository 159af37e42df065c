"""The portfolio as tables: one row a company, by sector, by stage, and as a workbook with native charts."""

from collections.abc import Sequence

from fundapp.charts.holdings import HoldingBar, holdings_rows, largest_title, paid_title
from fundapp.charts.sheet import Rows
from fundapp.charts.timeline import TimelineMark, timeline_rows, timeline_title
from fundapp.documents.charted_workbook import ChartedSheet, charted_workbook
from fundapp.documents.csv_table import csv_table
from fundapp.documents.said import NOTHING, said
from fundapp.record.portfolio import Holding, Portfolio, Share, by_sector, by_stage
from fundapp.text.catalogue import _, pgettext

_PAID_AND_UNPAID = (2, 3)
"""Columns of the paid and the unpaid amount in `holdings_rows`."""


def company_bars(found: Portfolio) -> tuple[HoldingBar, ...]:
    """One bar a company with a commitment in force, the largest first."""
    return tuple(
        HoldingBar(label=said(one.company), drawn_yen=one.held_yen, undrawn_yen=one.undrawn_yen)
        for one in found.holdings
        if one.committed_yen
    )


def sector_bars(found: Portfolio) -> tuple[HoldingBar, ...]:
    """One bar a sector."""
    return tuple(_bar(one, one.key) for one in by_sector(found))


def stage_bars(found: Portfolio) -> tuple[HoldingBar, ...]:
    """One bar a stage."""
    return tuple(_bar(one, stage_name(early=one.key == "early")) for one in by_stage(found))


def _bar(share: Share, label: str) -> HoldingBar:
    return HoldingBar(label=label, drawn_yen=share.held_yen, undrawn_yen=share.undrawn_yen)


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
        one.came_back_yen,
        one.lost_yen,
        next_.on.isoformat() if next_ else NOTHING,
    )


def portfolio_csv(found: Portfolio) -> bytes:
    """One row a company, for other programs."""
    head, *rows = company_rows(found)
    return csv_table([str(one) for one in head], rows)


def portfolio_xlsx(found: Portfolio, more: Sequence[ChartedSheet] = ()) -> bytes:
    """A workbook: companies, sectors and stages each with a native chart, the calendar of the tranches, and `more`."""
    companies, sectors, stages = company_bars(found), sector_bars(found), stage_bars(found)
    marks = tranche_marks(found)
    by_company, by_sector_, by_stage_ = (
        holdings_rows(bars, name)
        for bars, name in ((companies, _("Company")), (sectors, _("Sector")), (stages, _("Stage")))
    )
    return charted_workbook(
        (
            ChartedSheet(_("Portfolio"), "", company_rows(found)),
            ChartedSheet(_("By company"), paid_title(companies), by_company, _PAID_AND_UNPAID),
            ChartedSheet(_("By sector"), largest_title(sectors), by_sector_, _PAID_AND_UNPAID),
            ChartedSheet(_("By stage"), largest_title(stages), by_stage_, _PAID_AND_UNPAID),
            ChartedSheet(_("Tranches"), timeline_title(marks, found.as_of), timeline_rows(marks)),
            *more,
        )
    )
