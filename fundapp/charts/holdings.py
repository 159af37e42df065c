"""Bars of what the fund has promised: paid solid, still to be paid hatched. By company, by sector, by stage."""

from collections.abc import Sequence
from fractions import Fraction

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen
from fundapp.charts.lanes import Lanes, LaneText
from fundapp.charts.look import palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import Figure, Rows, key_above, million, sheet, spoken
from fundapp.text.catalogue import _
from fundapp.text.figures import percent, yen

_MILLION = 10**6


class HoldingBar(Fact):
    """One company, sector or stage: what is paid of the commitment in force, and what is still to be paid."""

    label: Text
    drawn_yen: Yen
    undrawn_yen: Yen

    @property
    def committed_yen(self) -> int:
        """The commitment in force."""
        return self.drawn_yen + self.undrawn_yen


def paid_title(bars: Sequence[HoldingBar]) -> str:
    """The finding: how much of all that is committed is paid."""
    committed_yen, drawn_yen = sum(one.committed_yen for one in bars), sum(one.drawn_yen for one in bars)
    if not committed_yen:
        return _("Nothing is committed yet")
    return _("{paid} of {committed} committed is paid").format(
        paid=yen(drawn_yen, "million"), committed=yen(committed_yen, "million")
    )


def largest_title(bars: Sequence[HoldingBar]) -> str:
    """The finding: which part is the largest, and its share of what is committed."""
    committed_yen = sum(one.committed_yen for one in bars)
    if not committed_yen:
        return _("Nothing is committed yet")
    largest = max(bars, key=lambda one: one.committed_yen)
    return _("Largest: {label}, {share} of what is committed").format(
        label=largest.label, share=percent(Fraction(largest.committed_yen, committed_yen))
    )


def holdings_rows(bars: Sequence[HoldingBar], head: str) -> Rows:
    """The bars as a table, in yen; `head` names what they are."""
    return (
        (head, _("Committed (yen)"), _("Paid (yen)"), _("Still to pay (yen)")),
        *((one.label, one.committed_yen, one.drawn_yen, one.undrawn_yen) for one in bars),
    )


@drawn_once
def holdings(bars: Sequence[HoldingBar], *, title: str, dark: bool) -> Figure:
    """One bar each, in million yen, with its exact amounts above it."""
    colours = palette(dark=dark)
    lanes = Lanes.of([LaneText(one.label, _amounts(one)) for one in bars])
    figure = sheet(colours, title=title, plot_px=lanes.plot_px, above_px=22, below_px=48)
    lanes.draw(figure, colours)
    shared = {
        "orientation": "h",
        "y": [lanes.y(index) for index in range(len(bars))],
        "hovertext": spoken(holdings_rows(bars, "")),
        "hoverinfo": "text",
    }
    drawn = [one.drawn_yen / _MILLION for one in bars]
    hatch = {"shape": "/", "fgcolor": colours.surface, "fillmode": "overlay", "size": 8, "solidity": 0.4}
    figure.add_bar(x=drawn, width=lanes.bar_width, marker={"color": colours.accent, "line": {"width": 0}}, **shared)
    figure.add_bar(
        x=[one.undrawn_yen / _MILLION for one in bars],
        base=drawn,
        width=lanes.bar_width,
        marker={"color": colours.accent, "pattern": hatch, "line": {"width": 0}},
        **shared,
    )
    widest_yen = max((one.committed_yen for one in bars), default=_MILLION)
    figure.update_xaxes(title_text=_("million yen"), range=[0, widest_yen / _MILLION * 1.01], showgrid=False)
    figure.update_layout(barmode="overlay")
    key_above(figure, _("Solid: paid. Hatched: still to pay"), colours)
    return figure


def _amounts(bar: HoldingBar) -> str:
    return _("{paid} of {committed} paid").format(paid=million(bar.drawn_yen), committed=million(bar.committed_yen))
