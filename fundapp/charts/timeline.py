"""The calendar of the tranches: one lane a company, one mark a payment, and today's line."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen
from fundapp.charts.lanes import Lanes, LaneText
from fundapp.charts.look import Palette, palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import Figure, Rows, key_above, million, sheet, spoken
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import day, yen

MarkState = Literal["paid", "due", "overdue", "stopped", "cancelled"]

_STATES: dict[MarkState, str] = {
    "paid": N_("paid"),
    "due": N_("to be paid"),
    "overdue": N_("due day has passed"),
    "stopped": N_("stopped"),
    "cancelled": N_("cancelled"),
}
_SYMBOLS: dict[MarkState, str] = {
    "paid": "circle",
    "due": "circle-open",
    "overdue": "triangle-up",
    "stopped": "square-open",
    "cancelled": "x-thin-open",
}
_SIGNS: dict[MarkState, str] = {"paid": "●", "due": "○", "overdue": "▲", "stopped": "□", "cancelled": "×"}
_KEY_PX, _TODAY_PX = 24, 22
_MARGIN_PART = 12
"""A part of the period is left free at each side, so that no amount runs out of the chart."""


class TimelineMark(Fact):
    """One payment: its day (paid, stopped or cancelled; else due), its amount, and how it stands."""

    lane: Text
    number: int
    on: date
    amount_yen: Yen
    state: MarkState


def _order(mark: TimelineMark) -> tuple[date, str, int]:
    return mark.on, mark.lane, mark.number


def timeline_title(marks: Sequence[TimelineMark], today: date) -> str:
    """The finding: what is past its day, else what comes next, else that nothing waits."""
    late = [one for one in marks if one.state == "overdue"]
    if late:
        return _("{amount} is past its due day").format(amount=yen(sum(one.amount_yen for one in late), "million"))
    waiting = [one for one in marks if one.state == "due" and one.on >= today]
    if not waiting:
        return _("No tranche waits to be paid")
    first = min(waiting, key=lambda one: one.on)
    return _("Next to be paid: {company}, {amount} on {day}").format(
        company=first.lane, amount=yen(first.amount_yen, "million"), day=day(first.on)
    )


def timeline_rows(marks: Sequence[TimelineMark]) -> Rows:
    """The payments as a table, in yen, by day."""
    return (
        (_("Company"), _("Tranche"), _("Date"), _("Amount (yen)"), _("State")),
        *(
            (one.lane, one.number, one.on.isoformat(), one.amount_yen, _(_STATES[one.state]))
            for one in sorted(marks, key=_order)
        ),
    )


@drawn_once
def timeline(marks: Sequence[TimelineMark], *, today: date, dark: bool) -> Figure:
    """The payments in million yen along the days. Form tells the state, not colour; a line stands at today."""
    colours = palette(dark=dark)
    names = list(dict.fromkeys(one.lane for one in marks))
    lanes = Lanes.of([LaneText(name) for name in names])
    shown = [state for state in _STATES if any(one.state == state for one in marks)]
    figure = sheet(
        colours,
        title=timeline_title(marks, today),
        plot_px=lanes.plot_px,
        above_px=_TODAY_PX + _KEY_PX * len(_key(shown)),
        below_px=48,
    )
    lanes.draw(figure, colours)
    for index, _name in enumerate(names):
        figure.add_hline(y=lanes.y(index), line={"color": colours.line, "width": 1}, layer="below")
    for state in shown:
        _draw(figure, colours, [one for one in marks if one.state == state], names, lanes)
    days = [today, *(one.on for one in marks)]
    room = (max(days) - min(days)) / _MARGIN_PART + timedelta(days=30)
    figure.update_xaxes(
        range=[min(days) - room, max(days) + room],
        showgrid=True,
        nticks=6,
        # Ticks closer than a year name the month in figures: the drawer knows the months' names in English alone.
        tickformatstops=[{"dtickrange": [None, "M11"], "value": "%Y-%m"}, {"dtickrange": ["M12", None], "value": "%Y"}],
    )
    _today(figure, colours, today)
    for line, text in enumerate(reversed(_key(shown))):
        key_above(figure, text, colours, up_px=_TODAY_PX + _KEY_PX * line)
    return figure


def _draw(figure: Figure, colours: Palette, marks: Sequence[TimelineMark], names: Sequence[str], lanes: Lanes) -> None:
    by_day = sorted(marks, key=_order)
    figure.add_scatter(
        x=[one.on for one in by_day],
        y=[lanes.y(names.index(one.lane)) for one in by_day],
        mode="markers+text",
        text=[f"\u00a0{million(one.amount_yen)}" for one in by_day],
        textposition="middle right",
        textfont={"color": colours.ink},
        marker={
            "symbol": _SYMBOLS[marks[0].state],
            "size": 12,
            "color": colours.accent,
            "line": {"color": colours.accent, "width": 2},
        },
        cliponaxis=False,
        hovertext=spoken(timeline_rows(by_day)),
        hoverinfo="text",
    )


def _today(figure: Figure, colours: Palette, today: date) -> None:
    figure.add_shape(
        type="line",
        x0=today,
        x1=today,
        y0=0,
        y1=1,
        yref="paper",
        line={"color": colours.ink, "width": 2, "dash": "dot"},
    )
    figure.add_annotation(
        text=_("today"),
        font_color=colours.ink,
        x=today,
        y=1,
        yref="paper",
        yanchor="bottom",
        xanchor="center",
    )


def _key(states: Sequence[MarkState]) -> list[str]:
    """The marks that are used with what they say, three to a line for a phone; amounts are in million yen."""
    said = {state: _(_STATES[state]) for state in states}
    told = [f"{_SIGNS[state]} {said[state]}" for state in states]
    lines = ["   ".join(told[start : start + 3]) for start in range(0, len(told), 3)]
    return [*lines, _("Amounts in million yen")]
