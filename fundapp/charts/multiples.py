"""DPI and RVPI stacked: what came back and what is still held, for each yen paid in, year by year."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from fundapp.basis.fact import Fact, Ratio
from fundapp.charts.look import palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import KEY_EM, Figure, Rows, key_above, sheet, spoken
from fundapp.charts.wrap import lines
from fundapp.text.catalogue import _
from fundapp.text.figures import ratio

_PLOT_PX = 260
_UNDER_THE_LINE = Fraction(17, 20)
"""From here up to 1.0 the total would be written across the line at 1.0."""


class MultipleBar(Fact):
    """The multiples at the end of one day."""

    on: date
    dpi: Ratio
    rvpi: Ratio

    @property
    def tvpi(self) -> Fraction:
        """What came back and what is held, together."""
        return self.dpi + self.rvpi


def multiples_title(bars: Sequence[MultipleBar]) -> str:
    """The finding: the last total, and how much of it came back."""
    if not bars:
        return _("Nothing has been paid in yet")
    return _("TVPI {tvpi}, of which {dpi} came back (DPI)").format(tvpi=ratio(bars[-1].tvpi), dpi=ratio(bars[-1].dpi))


def multiples_rows(bars: Sequence[MultipleBar]) -> Rows:
    """The bars as a table."""
    return (
        (_("Date"), _("DPI"), _("RVPI"), _("TVPI")),
        *((one.on.isoformat(), ratio(one.dpi), ratio(one.rvpi), ratio(one.tvpi)) for one in bars),
    )


@drawn_once
def multiples(bars: Sequence[MultipleBar], *, dark: bool) -> Figure:
    """One bar a day: DPI solid below, RVPI hatched above, the total written on top; a line stands at 1.0."""
    colours = palette(dark=dark)
    figure = sheet(colours, title=multiples_title(bars), plot_px=_PLOT_PX, above_px=44, below_px=48)
    names = [one.on.isoformat()[:7] for one in bars]
    dpi = [float(one.dpi) for one in bars]
    hatch = {"shape": "/", "fgcolor": colours.surface, "fillmode": "overlay", "size": 8, "solidity": 0.4}
    shared = {"x": names, "width": 0.6, "hovertext": spoken(multiples_rows(bars)), "hoverinfo": "text"}
    figure.add_bar(y=dpi, marker={"color": colours.ink, "line": {"width": 0}}, **shared)
    figure.add_bar(
        y=[float(one.rvpi) for one in bars],
        base=dpi,
        marker={"color": colours.accent, "pattern": hatch, "line": {"width": 0}},
        **shared,
    )
    figure.add_scatter(
        x=names,
        # A total just below the line is written above it: the line would go through its figure.
        y=[1.0 if _UNDER_THE_LINE < one.tvpi < 1 else float(one.tvpi) for one in bars],
        mode="text",
        text=[ratio(one.tvpi) for one in bars],
        textposition="top center",
        textfont={"color": colours.ink},
        cliponaxis=False,
        hoverinfo="skip",
    )
    figure.add_hline(y=1, line={"color": colours.ink, "width": 1, "dash": "dot"})
    highest = max((float(one.tvpi) for one in bars), default=1.0)
    figure.update_layout(barmode="overlay")
    figure.update_yaxes(title_text=_("times what was paid in"), range=[0, max(1.2, highest * 1.2)], nticks=5)
    figure.update_xaxes(type="category", tickangle=0)
    key_above(
        figure, "<br>".join(lines(_("Solid: came back (DPI). Hatched: held (RVPI). Dotted line: 1.0"), KEY_EM)), colours
    )
    return figure
