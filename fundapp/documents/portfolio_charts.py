"""What the charts of the portfolio show, read off the Book as its reader may see it."""

from datetime import date
from fractions import Fraction

from fundapp.charts.bubbles import Bubble, bubbles_rows, bubbles_title
from fundapp.charts.j_curve import CurvePoint, j_curve_rows, j_curve_title
from fundapp.charts.kept import KeptBar, kept_rows, kept_title
from fundapp.charts.multiples import MultipleBar
from fundapp.charts.sunburst import RingPart
from fundapp.documents.charted_workbook import ChartedSheet
from fundapp.documents.portfolio_tables import portfolio_xlsx, stage_name
from fundapp.documents.said import said
from fundapp.followup.obligation import by_company
from fundapp.record.book import Book
from fundapp.record.obligations import obligations
from fundapp.record.performance import PerformancePoint, by_month, performance, planned
from fundapp.record.portfolio import Portfolio
from fundapp.text.catalogue import _, pgettext

_YEAR_DAYS = 365


def value_bubbles(found: Portfolio) -> tuple[Bubble, ...]:
    """One bubble for each investment that was paid something."""
    return tuple(
        Bubble(
            label=said(one.company),
            paid_yen=one.drawn_yen,
            worth_yen=one.fair_value_yen + one.came_back_yen,
            years=Fraction((found.as_of - one.first_paid_on).days, _YEAR_DAYS),
        )
        for one in found.holdings
        if one.first_paid_on
    )


def ring_parts(found: Portfolio) -> tuple[RingPart, ...]:
    """What is committed by sector and stage, the largest first."""
    sums: dict[tuple[str, str], int] = {}
    for one in found.holdings:
        part = (one.sector, stage_name(early=one.early_stage))
        sums[part] = sums.get(part, 0) + one.committed_yen
    ordered = sorted(sums.items(), key=lambda pair: -pair[1])
    return tuple(RingPart(sector=sector, stage=stage, amount_yen=yen) for (sector, stage), yen in ordered if yen)


def curve_points(book: Book, as_of: date, *, months: bool = False) -> tuple[CurvePoint, ...]:
    """The partners' net position, actual and then as planned; by the ends of `months` where there are many days."""
    actual = by_month(performance(book, as_of)) if months else performance(book, as_of)
    ahead = planned(book, actual[-1])[1:] if actual else ()
    return (
        *(CurvePoint(on=one.on, net_yen=one.net_yen, with_value_yen=one.net_yen + one.nav_yen) for one in actual),
        *(CurvePoint(on=one.on, net_yen=one.net_yen) for one in ahead),
    )


def multiple_bars(book: Book, as_of: date) -> tuple[MultipleBar, ...]:
    """DPI and RVPI at the end of each year of the fund, and on the day."""
    if book.terms is None:
        return ()
    ends = [book.terms.last_day_of(n) for n in range(1, book.terms.year_of(as_of))]
    points = performance(book, as_of)
    found = []
    for end in (*ends, as_of):
        last = _last(points, end)
        if last and last.paid_in_yen:
            found.append(
                MultipleBar(
                    on=end,
                    dpi=Fraction(last.distributed_yen, last.paid_in_yen),
                    rvpi=Fraction(last.nav_yen, last.paid_in_yen),
                )
            )
    return tuple(found)


def _last(points: tuple[PerformancePoint, ...], until: date) -> PerformancePoint | None:
    return next((one for one in reversed(points) if one.on <= until), None)


def kept_bars(book: Book, today: date) -> tuple[KeptBar, ...]:
    """The promises of the approvals that hold, by company, as the page of obligations counts them."""
    return tuple(
        KeptBar(label=said(one.company), promised=one.total, given=one.given)
        for one in by_company(obligations(book), today)
    )


def portfolio_workbook(found: Portfolio, book: Book) -> bytes:
    """The portfolio's workbook with what it is worth, the partners' money over time, and support kept."""
    worth, curve, kept = value_bubbles(found), curve_points(book, found.as_of), kept_bars(book, found.as_of)
    more = (
        ChartedSheet(_("Worth"), bubbles_title(worth), bubbles_rows(worth), (1, 2), stacked=False),
        ChartedSheet(_("Partners' money"), j_curve_title(curve), j_curve_rows(curve)),
        ChartedSheet(pgettext("menu", "Support"), kept_title(kept), kept_rows(kept), (2, 3), unit=_("promised items")),
    )
    return portfolio_xlsx(found, more)
