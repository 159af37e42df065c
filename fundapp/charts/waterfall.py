"""The waterfall from the fund's size to what is still investable."""

from collections.abc import Sequence

from fundapp.charts.lanes import Lanes, LaneText
from fundapp.charts.look import Palette, palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import Figure, Rows, less, million, sheet, spoken
from fundapp.fund.figures import StepKind, WaterfallStep
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import yen

_MILLION = 10**6

_NAMES: dict[StepKind, str] = {
    "size": N_("Fund size"),
    "fees": N_("Fees and costs, spent and set aside"),
    "follow_on": N_("Follow-on reserve"),
    "reserved": N_("Reserved by resolution"),
    "undrawn": N_("Committed, not yet paid"),
    "drawn": N_("Committed and paid"),
    "returned": N_("Came back from exits"),
    "lost": N_("Written off"),
    "investable": N_("Investable balance"),
}


def waterfall_title(steps: Sequence[WaterfallStep]) -> str:
    """The finding: how much of the fund is still investable."""
    size, left = steps[0].amount_yen, steps[-1].amount_yen
    return _("Of {size}, {left} is still investable").format(size=yen(size, "million"), left=yen(left, "million"))


def waterfall_rows(steps: Sequence[WaterfallStep]) -> Rows:
    """The steps as a table, in yen; what is taken away is negative."""
    return (
        (_("Step"), _("Amount (yen)"), _("Left after it (yen)")),
        *(
            (_(_NAMES[step.kind]), step.amount_yen if _is_whole(step) else -step.amount_yen, step.left_yen)
            for step in steps
        ),
    )


@drawn_once
def waterfall(steps: Sequence[WaterfallStep], *, dark: bool) -> Figure:
    """The steps from top to bottom in million yen, each with its exact amount."""
    colours = palette(dark=dark)
    lanes = Lanes.of([LaneText(_(_NAMES[step.kind]), _amount(step), strong=_is_whole(step)) for step in steps])
    figure = sheet(colours, title=waterfall_title(steps), plot_px=lanes.plot_px, below_px=48)
    lanes.draw(figure, colours)
    figure.add_bar(
        orientation="h",
        y=[lanes.y(index) for index in range(len(steps))],
        base=[0 if _is_whole(step) else step.left_yen / _MILLION for step in steps],
        x=[step.amount_yen / _MILLION for step in steps],
        width=lanes.bar_width,
        marker=_fill(steps, colours),
        hovertext=spoken(waterfall_rows(steps)),
        hoverinfo="text",
    )
    for index, step in enumerate(steps[:-1]):
        # What is left leads the eye to the next step.
        figure.add_shape(
            type="line",
            x0=step.left_yen / _MILLION,
            x1=step.left_yen / _MILLION,
            y0=lanes.y(index) - lanes.bar_width / 2,
            y1=lanes.y(index + 1) + lanes.bar_width / 2,
            line={"color": colours.muted, "width": 1, "dash": "dot"},
            layer="below",
        )
    figure.update_xaxes(title_text=_("million yen"), range=[0, steps[0].amount_yen / _MILLION * 1.01], showgrid=False)
    return figure


def _is_whole(step: WaterfallStep) -> bool:
    return step.kind in ("size", "investable")


def _amount(step: WaterfallStep) -> str:
    return million(step.amount_yen) if _is_whole(step) else less(step.amount_yen)


def _fill(steps: Sequence[WaterfallStep], colours: Palette) -> dict[str, object]:
    """Set aside is quiet, promised is hatched, paid is solid, and what the fund can still invest has the accent."""
    colour = {"size": colours.muted, "fees": colours.muted, "follow_on": colours.muted, "investable": colours.accent}
    hatch = {"reserved": "/", "undrawn": "/"}
    return {
        "color": [colour.get(step.kind, colours.ink) for step in steps],
        "pattern": {
            "shape": [hatch.get(step.kind, "") for step in steps],
            "fgcolor": colours.surface,
            "fillmode": "overlay",
            "size": 8,
            "solidity": 0.4,
        },
        "line": {"width": 0},
    }
