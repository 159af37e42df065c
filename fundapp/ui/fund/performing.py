"""How the portfolio does: value for what was paid, the partners' money over time, support kept."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from fundapp.charts.bubbles import bubbles, bubbles_rows, bubbles_title
from fundapp.charts.j_curve import j_curve, j_curve_rows, j_curve_title
from fundapp.charts.kept import kept, kept_rows, kept_title
from fundapp.charts.multiples import multiples, multiples_rows, multiples_title
from fundapp.charts.sheet import Figure, Rows
from fundapp.charts.sunburst import sunburst, sunburst_rows, sunburst_title
from fundapp.documents.portfolio_charts import curve_points, kept_bars, multiple_bars, ring_parts, value_bubbles
from fundapp.record.book import Book
from fundapp.record.commitments import Commitments
from fundapp.record.portfolio import Portfolio
from fundapp.ui import components
from fundapp.ui.fund import balance, holding
from fundapp.ui.fund.balance import described

T = TypeVar("T")
_TIGHTEST = 5
"""Limits on the board: those with the least room. The commitments show all."""


def _show(
    data: Sequence[T],
    title: Callable[[Sequence[T]], str],
    rows: Callable[[Sequence[T]], Rows],
    draw: Callable[..., Figure],
    key: str,
    **more: Any,
) -> None:
    """A chart under its finding, with its table one press away."""
    finding, table = title(data), rows(data)
    components.chart(
        draw(data, dark=components.is_dark(), **more),
        finding=finding,
        about=described(finding, table),
        rows=components.named(table),
        key=key,
    )


def show_values(found: Portfolio) -> None:
    """What each investment is worth for what was paid."""
    bars = value_bubbles(found)
    if bars:
        _show(bars, bubbles_title, bubbles_rows, bubbles, "values")


def show_rings(found: Portfolio) -> None:
    """Sectors and stages."""
    _show(ring_parts(found), sunburst_title, sunburst_rows, sunburst, "rings")


def show_curve(book: Book, as_of: date) -> None:
    """The partners' money over time, actual and planned."""
    _show(curve_points(book, as_of, months=True), j_curve_title, j_curve_rows, j_curve, "curve")


def show_multiples(book: Book, as_of: date) -> None:
    """What came back and what is held, for each yen paid in."""
    _show(multiple_bars(book, as_of), multiples_title, multiples_rows, multiples, "multiples")


def show_kept(book: Book, today: date) -> None:
    """Support promised and given; nothing while no approval promised any."""
    bars = kept_bars(book, today)
    if bars:
        _show(bars, kept_title, kept_rows, kept, "kept")


def board(book: Book, money: Commitments, found: Portfolio) -> tuple[Callable[[], None], ...]:
    """The charts of the board in reading order; those of the portfolio once there is one."""
    held = (lambda: holding.show_timeline(found), lambda: show_values(found)) if found.holdings else ()
    return (
        lambda: balance.show_waterfall(money),
        lambda: balance.show_limits(money, most=_TIGHTEST),
        *held,
        lambda: show_multiples(book, found.as_of),
        lambda: show_curve(book, found.as_of),
        lambda: show_kept(book, found.as_of),
    )
