"""How long the money lasts: cash after each payment to come, with what is called and not paid in yet."""

from collections.abc import Sequence
from datetime import date, timedelta

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen
from fundapp.charts.labels import Box
from fundapp.charts.look import CHART_TEXT_PX, palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import Figure, Rows, million, million_ticks, sheet, spoken
from fundapp.charts.wrap import width_em
from fundapp.text.catalogue import _
from fundapp.text.figures import day, yen

_MILLION = 10**6
_PLOT_PX = 260
_PHONE_PX = 280
"""Width of the plot on a phone of 390 px."""
_APART_PX = 2


class RunwayStep(Fact):
    """A day on which cash moves as planned, why, and the cash after it; below zero when it is missing."""

    on: date
    what: Text
    change_yen: Yen
    cash_yen: Yen


def runway_title(steps: Sequence[RunwayStep]) -> str:
    """The finding: until when the cash lasts."""
    short = next((one for one in steps if one.cash_yen < 0), None)
    if short is not None:
        lowest = min(one.cash_yen for one in steps if one.on == short.on)
        return _("Cash lasts until {day}; then {amount} is missing").format(
            day=day(short.on), amount=yen(-lowest, "million")
        )
    return _("Cash covers all that is planned; {amount} is left").format(
        amount=yen(steps[-1].cash_yen if steps else 0, "million")
    )


def runway_rows(steps: Sequence[RunwayStep]) -> Rows:
    """The steps as a table, in yen."""
    return (
        (_("Date"), _("What for"), _("Change (yen)"), _("Cash after it (yen)")),
        *((one.on.isoformat(), one.what, one.change_yen, one.cash_yen) for one in steps),
    )


def _span(steps: Sequence[RunwayStep]) -> tuple[date, date]:
    """From the first to the last day, with room for the last label."""
    first, last = steps[0].on, steps[-1].on
    return first - timedelta(days=5), last + max((last - first) / 8, timedelta(days=20))


def _heights(steps: Sequence[RunwayStep]) -> tuple[float, float]:
    """From the lowest to the highest cash in yen, with room for a label above."""
    cash = [one.cash_yen for one in steps]
    top, low = max([*cash, _MILLION]), min([*cash, 0])
    room = (top - low) * 0.15
    return low - room, top + room


def _labels(steps: Sequence[RunwayStep]) -> list[str]:
    """The cash beside its mark, in million yen, where it covers no other label on a phone; the table tells them all.

    First those that the finding speaks of: where cash is first missing, the last, the lowest, today's.
    """
    (since, until), (low, high) = _span(steps), _heights(steps)
    texts = [million(one.cash_yen) for one in steps]
    last_of_day = {one.on: at for at, one in enumerate(steps)}
    short = next((at for at, one in enumerate(steps) if one.cash_yen < 0), len(steps) - 1)
    lowest = min(range(len(steps)), key=lambda at: steps[at].cash_yen)
    wanted = (short, len(steps) - 1, lowest, last_of_day[steps[0].on], *last_of_day.values())
    shown: dict[int, Box] = {}
    for at in dict.fromkeys(wanted):
        half = width_em(texts[at]) * CHART_TEXT_PX / 2
        across = (steps[at].on - since) / (until - since) * _PHONE_PX
        along = (steps[at].cash_yen - low) / (high - low) * _PLOT_PX
        box = Box(across + half, along + CHART_TEXT_PX, half + _APART_PX, CHART_TEXT_PX / 2 + _APART_PX)
        if not any(box.overlap(other) for other in shown.values()):
            shown[at] = box
    return [text if at in shown else "" for at, text in enumerate(texts)]


@drawn_once
def runway(steps: Sequence[RunwayStep], *, dark: bool) -> Figure:
    """Cash in million yen as stairs along the days; a line stands at nothing, and what is missing has its own mark."""
    colours = palette(dark=dark)
    figure = sheet(colours, title=runway_title(steps), plot_px=_PLOT_PX, below_px=48)
    cash = [one.cash_yen / _MILLION for one in steps]
    figure.add_scatter(
        x=[one.on for one in steps],
        y=cash,
        mode="lines+markers+text",
        line={"shape": "hv", "color": colours.accent, "width": 2},
        marker={
            "symbol": ["circle" if one.cash_yen >= 0 else "triangle-down" for one in steps],
            "size": 10,
            "color": [colours.accent if one.cash_yen >= 0 else colours.ink for one in steps],
        },
        text=_labels(steps),
        textposition="top right",
        textfont={"color": colours.ink},
        cliponaxis=False,
        hovertext=spoken(runway_rows(steps)),
        hoverinfo="text",
    )
    figure.add_hline(y=0, line={"color": colours.ink, "width": 1, "dash": "dot"})
    figure.update_yaxes(title_text=_("million yen"), range=[one / _MILLION for one in _heights(steps)])
    million_ticks(figure, 5)
    figure.update_xaxes(
        range=_span(steps),
        tickformat="%Y-%m",
        tickangle=0,
        nticks=4,
        showgrid=False,
    )
    return figure
