"""Cost against delivery: the best plan for each time in which the first lot might have to be there."""

from collections.abc import Sequence

from fundapp.charts.lanes import Lanes, LaneText
from fundapp.charts.look import palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import Figure, Rows, million, sheet
from fundapp.network.plan_reading import FrontierPoint
from fundapp.text.catalogue import _, ngettext

_MILLION = 10**6


def frontier_title(points: Sequence[FrontierPoint], planned_days: int) -> str:
    """The finding: from how many days on every line that can be had is had, or what the planned time leaves open."""
    fewest = min((point.uncovered for point in points), default=0)
    first = next((point for point in points if point.uncovered == fewest), None)
    if first is None:
        return _("No other time was tried")
    if not any(point.cost_yen for point in points):
        return _("No line has a supplier in any time that was tried")
    if first.plan_days <= planned_days:
        return _("The planned time is enough: {days} days would do").format(days=first.plan_days)
    planned = next((point for point in points if point.plan_days == planned_days), first)
    gained = planned.uncovered - fewest
    return _("With {days} days instead of {planned}: {lines}").format(
        days=first.plan_days, planned=planned_days, lines=ngettext("{n} line more", "{n} lines more", gained)
    )


def frontier_rows(points: Sequence[FrontierPoint]) -> Rows:
    """The points as a table."""
    return (
        (_("Days to the first lot"), _("Lines without a supplier"), _("Cost of the covered lines (yen)")),
        *((point.plan_days, point.uncovered, point.cost_yen) for point in points),
    )


@drawn_once
def frontier(points: Sequence[FrontierPoint], planned_days: int, *, dark: bool) -> Figure:
    """One bar a time, in million yen to one decimal; the planned time is the strong one. The table is exact."""
    colours = palette(dark=dark)
    lanes = Lanes.of(
        [
            LaneText(
                _("{days} days").format(days=point.plan_days),
                _("{cost}; without a supplier: {uncovered}").format(
                    cost=million(round(point.cost_yen, -5)), uncovered=point.uncovered
                ),
                strong=point.plan_days == planned_days,
            )
            for point in points
        ]
    )
    figure = sheet(colours, title=frontier_title(points, planned_days), plot_px=lanes.plot_px, below_px=48)
    lanes.draw(figure, colours)
    figure.add_bar(
        orientation="h",
        y=[lanes.y(index) for index in range(len(points))],
        x=[point.cost_yen / _MILLION for point in points],
        width=lanes.bar_width * 0.6,
        marker={"color": [colours.accent if point.plan_days == planned_days else colours.muted for point in points]},
        hoverinfo="skip",
    )
    widest = max((point.cost_yen for point in points), default=_MILLION) or _MILLION
    figure.update_xaxes(title_text=_("million yen"), range=[0, widest / _MILLION * 1.01], showgrid=False)
    return figure
