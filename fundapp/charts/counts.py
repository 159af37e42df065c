"""Bars of counts or of months: how many stand where, each in up to two parts, the second one hatched."""

from collections.abc import Sequence

from fundapp.basis.fact import Fact, Text
from fundapp.charts.lanes import Lanes, LaneText
from fundapp.charts.look import palette
from fundapp.charts.sheet import Figure, Rows, sheet
from fundapp.charts.wrap import plain

TICK_EACH = 10


class CountBar(Fact):
    """One lane: its name, its figures in words, and the two parts of its bar."""

    label: Text
    figures: Text
    solid: int | float
    hatched: int | float = 0


def counts_rows(bars: Sequence[CountBar], heads: tuple[str, str] | tuple[str, str, str]) -> Rows:
    """The bars of whole things as a table; `heads` names label, solid part and, where there is one, hatched part."""
    return (heads, *((one.label, int(one.solid), int(one.hatched))[: len(heads)] for one in bars))


def counts(bars: Sequence[CountBar], *, title: str, unit: str, dark: bool) -> Figure:
    """One bar each, with its figures above it; `unit` names what is counted along the axis."""
    colours = palette(dark=dark)
    lanes = Lanes.of([LaneText(one.label, one.figures) for one in bars])
    figure = sheet(colours, title=title, plot_px=lanes.plot_px, above_px=0, below_px=48)
    lanes.draw(figure, colours)
    shared = {
        "orientation": "h",
        "y": [lanes.y(index) for index in range(len(bars))],
        "width": lanes.bar_width,
        "hovertext": [f"<b>{plain(one.label)}</b><br>{plain(one.figures)}" for one in bars],
        "hoverinfo": "text",
    }
    solid = [one.solid for one in bars]
    hatch = {"shape": "/", "fgcolor": colours.surface, "fillmode": "overlay", "size": 8, "solidity": 0.4}
    figure.add_bar(x=solid, marker={"color": colours.accent, "line": {"width": 0}}, **shared)
    figure.add_bar(
        x=[one.hatched for one in bars],
        base=solid,
        marker={"color": colours.accent, "pattern": hatch, "line": {"width": 0}},
        **shared,
    )
    widest = max((one.solid + one.hatched for one in bars), default=1)
    # Half of a thing is not counted: few things have a tick each, many the plot's own.
    ticks = {"dtick": 1} if widest <= TICK_EACH else {}
    figure.update_xaxes(title_text=unit, range=[0, max(widest, 1) * 1.01], showgrid=False, **ticks)
    figure.update_layout(barmode="overlay")
    return figure
