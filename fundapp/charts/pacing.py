"""What may come: the partners' money until today, and from today on the cases of the forecast with their band."""

from collections.abc import Sequence
from datetime import date, timedelta

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen
from fundapp.charts.j_curve import CurvePoint
from fundapp.charts.look import Palette, palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import KEY_EM, Figure, Rows, key_above, million, million_ticks, sheet, spoken
from fundapp.charts.wrap import lines, plain
from fundapp.text.catalogue import _
from fundapp.text.figures import yen

_MILLION = 10**6
_PLOT_PX = 340
_DASHES = ("dot", "dash", "longdash", "dashdot")
_LABEL_PX = 18
"""Two labels at the end of the lines stand at least so far apart."""


class PacedPoint(Fact):
    """The end of a year in one case."""

    on: date
    called_yen: Yen
    received_yen: Yen
    net_yen: Yen
    nav_yen: Yen


class PacedLine(Fact):
    """One case by its name."""

    label: Text
    points: tuple[PacedPoint, ...]

    def net_on(self, day: date, before_yen: int) -> int:
        """The net position at the end of a day: that of the last year's end before it."""
        return next((one.net_yen for one in reversed(self.points) if one.on <= day), before_yen)


class Pacing(Fact):
    """Until today as it was, from today on by the calendar (calls alone) and in each case."""

    actual: tuple[CurvePoint, ...]
    calendar: tuple[CurvePoint, ...]
    cases: tuple[PacedLine, ...]


def pacing_title(told: Pacing) -> str:
    """The finding: in how many cases the partners get back what they paid, when first, and how deep it goes."""
    back = [next((one.on for one in line.points if one.net_yen >= 0), None) for line in told.cases]
    years = [one.year for one in back if one is not None]
    deepest = min(0, *(one.net_yen for one in told.actual), *(p.net_yen for line in told.cases for p in line.points))
    depth = yen(-deepest, "million")
    if not years:
        return _("In no case do the partners get back what they paid; at most {depth} is not yet returned").format(
            depth=depth
        )
    found = _(
        "In {n} of {whole} cases the partners get back what they paid, by {year} at the earliest; "
        "at most {depth} is not yet returned"
    )
    return found.format(n=len(years), whole=len(back), year=min(years), depth=depth)


def pacing_rows(told: Pacing) -> Rows:
    """Every case year by year, then the calendar, in yen."""
    head = (
        _("Case"),
        _("Until"),
        _("Called in the year (yen)"),
        _("Received in the year (yen)"),
        _("Received less paid (yen)"),
        _("Value left (yen)"),
    )
    cases = [
        (line.label, one.on.isoformat(), one.called_yen, one.received_yen, one.net_yen, one.nav_yen)
        for line in told.cases
        for one in line.points
    ]
    signed = [(_("By the calendar"), one.on.isoformat(), "", "", one.net_yen, "") for one in told.calendar]
    return (head, *cases, *signed)


@drawn_once
def pacing(told: Pacing, *, dark: bool) -> Figure:
    """Million yen along the years: solid as it was, stairs by the calendar, a broken line for each case in its band."""
    colours = palette(dark=dark)
    figure = sheet(colours, title=pacing_title(told), plot_px=_PLOT_PX, above_px=66, below_px=48)
    start = told.actual[-1]
    days = sorted({one.on for line in told.cases for one in line.points})
    _band(figure, told, start, days, colours)
    shared = {"mode": "lines", "cliponaxis": False, "hoverinfo": "text"}
    for line, dash in zip(told.cases, _DASHES, strict=False):
        nets_yen = [start.net_yen, *(line.net_on(day, start.net_yen) for day in days)]
        figure.add_scatter(
            x=[start.on, *days],
            y=[one / _MILLION for one in nets_yen],
            hovertext=_on_each(line.label, [start.on, *days], nets_yen),
            line={"color": colours.accent, "width": 2, "dash": dash},
            **shared,
        )
    figure.add_scatter(
        x=[one.on for one in told.actual],
        y=[one.net_yen / _MILLION for one in told.actual],
        hovertext=_on_each(_("Until today"), [one.on for one in told.actual], [one.net_yen for one in told.actual]),
        line={"color": colours.ink, "width": 3, "shape": "hv"},
        **shared,
    )
    ahead = [start, *told.calendar]
    figure.add_scatter(
        x=[one.on for one in ahead],
        y=[one.net_yen / _MILLION for one in ahead],
        hovertext=_on_each(_("By the calendar"), [one.on for one in ahead], [one.net_yen for one in ahead]),
        line={"color": colours.ink, "width": 1, "shape": "hv"},
        **shared,
    )
    figure.add_hline(y=0, line={"color": colours.line, "width": 1}, layer="below")
    _name_the_ends(figure, told, days[-1:], colours)
    key = _(
        "Thick: until today. Thin stairs: calls that are signed or scheduled. Broken: the cases; grey: between them"
    )
    key_above(figure, "<br>".join(lines(key, KEY_EM)), colours)
    figure.update_yaxes(title_text=_("million yen"))
    million_ticks(figure, 7)
    first, last = told.actual[0].on, days[-1] if days else start.on
    figure.update_xaxes(
        range=[first - timedelta(days=60), last + timedelta(days=60)],
        tickformat="%Y",
        tickangle=0,
        nticks=6,
        showgrid=False,
    )
    return figure


def _on_each(name: str, days: Sequence[date], nets_yen: Sequence[int]) -> list[str]:
    """What the points of one line say."""
    head = (name, _("Until"), _("Received less paid (yen)"))
    return spoken((head, *((name, on.isoformat(), net_yen) for on, net_yen in zip(days, nets_yen, strict=True))))


def _band(figure: Figure, told: Pacing, start: CurvePoint, days: Sequence[date], colours: Palette) -> None:
    """The ground between the highest and the lowest case at the end of each year."""
    if not days:
        return
    at = [[line.net_on(day, start.net_yen) / _MILLION for line in told.cases] for day in days]
    highest, lowest = [max(one) for one in at], [min(one) for one in at]
    figure.add_scatter(
        x=[start.on, *days, *reversed(days), start.on],
        y=[start.net_yen / _MILLION, *highest, *reversed(lowest), start.net_yen / _MILLION],
        fill="toself",
        fillcolor=colours.line,
        opacity=0.6,
        mode="none",
        hoverinfo="skip",
    )


def _name_the_ends(figure: Figure, told: Pacing, end: Sequence[date], colours: Palette) -> None:
    """Each case by its name and its last figure at the end of the lines, kept apart from each other."""
    ends = sorted(((line.points[-1], line.label) for line in told.cases if line.points), key=lambda one: one[0].net_yen)
    everything = [one.net_yen for one in told.actual] + [p.net_yen for line in told.cases for p in line.points]
    span = max(1, max(everything) - min(everything))
    below_px = None
    for last, label in ends:
        stands_px = last.net_yen / span * _PLOT_PX
        wanted_px = stands_px if below_px is None else max(stands_px, below_px + _LABEL_PX)
        figure.add_annotation(
            text=f"{plain(label)} {million(round(last.net_yen, -6))}",
            font_color=colours.ink,
            x=end[0],
            y=last.net_yen / _MILLION,
            # Above the end of its line: beside it a telephone would cut the words off.
            xanchor="right",
            yanchor="bottom",
            yshift=wanted_px - stands_px,
        )
        below_px = wanted_px
