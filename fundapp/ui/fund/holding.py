"""The portfolio page's parts: the calendar of the tranches, companies, sectors and stages."""

from fundapp.charts.holdings import HoldingBar, holdings, holdings_rows, largest_title, paid_title
from fundapp.charts.timeline import timeline, timeline_rows, timeline_title
from fundapp.documents.portfolio_tables import company_bars, company_rows, sector_bars, stage_bars, tranche_marks
from fundapp.record.portfolio import Portfolio
from fundapp.text.catalogue import _
from fundapp.text.figures import day
from fundapp.ui import components
from fundapp.ui.fund.balance import described


def title(found: Portfolio) -> str:
    """The state of the portfolio in a line."""
    return paid_title(company_bars(found))


def as_of(found: Portfolio) -> str:
    """The day of the figures."""
    return _("As of {day}, from the record.").format(day=day(found.as_of))


def show_timeline(found: Portfolio) -> None:
    """When what is paid, to whom."""
    marks = tranche_marks(found)
    finding, rows = timeline_title(marks, found.as_of), timeline_rows(marks)
    components.chart(
        timeline(marks, today=found.as_of, dark=components.is_dark()),
        finding=finding,
        about=described(finding, rows),
        rows=components.named(rows),
        key="timeline",
    )


def show_companies(found: Portfolio) -> None:
    """Each company with what is paid and still to be paid; its table holds sector, stage and the next payment."""
    bars = company_bars(found)
    finding = largest_title(bars)
    components.chart(
        holdings(bars, title=finding, dark=components.is_dark()),
        finding=finding,
        about=described(finding, holdings_rows(bars, _("Company"))),
        rows=components.named(company_rows(found)),
        key="companies",
    )


def show_sectors(found: Portfolio) -> None:
    """How the portfolio is spread over the sectors."""
    _show_bars(sector_bars(found), _("Sector"), "sectors")


def show_stages(found: Portfolio) -> None:
    """How much went to early companies."""
    _show_bars(stage_bars(found), _("Stage"), "stages")


def _show_bars(bars: tuple[HoldingBar, ...], head: str, key: str) -> None:
    finding, rows = largest_title(bars), holdings_rows(bars, head)
    components.chart(
        holdings(bars, title=finding, dark=components.is_dark()),
        finding=finding,
        about=described(finding, rows),
        rows=components.named(rows),
        key=key,
    )
