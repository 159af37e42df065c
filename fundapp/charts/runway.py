"""How long the money lasts: cash after each payment to come, with what is called and not paid in yet."""

from collections.abc import Sequence
from datetime import date, timedelta

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen
from fundapp.charts.look import palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import Figure, Rows, million, sheet
from fundapp.text.catalogue import _
from fundapp.text.figures import day, yen

_MILLION = 10**6
_PLOT_PX = 260


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
        return _("Cash lasts until {day}; then {amount} is missing").format(
            day=day(short.on), amount=yen(-short.cash_yen, "million")
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
        text=[million(one.cash_yen) for one in steps],
        textposition="top right",
        textfont={"color": colours.ink},
        cliponaxis=False,
        hoverinfo="skip",
    )
    figure.add_hline(y=0, line={"color": colours.ink, "width": 1, "dash": "dot"})
    top, low = max([*cash, 1.0]), min([*cash, 0.0])
    room = (top - low) * 0.15
    figure.update_yaxes(title_text=_("million yen"), range=[low - room, top + room], nticks=5)
    first, last = steps[0].on, steps[-1].on
    figure.update_xaxes(
        range=[first - timedelta(days=5), last + max((last - first) / 8, timedelta(days=20))],
        tickformat="%Y-%m",
        tickangle=0,
        nticks=4,
        showgrid=False,
    )
    return figure
