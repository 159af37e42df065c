"""The portfolio as bubbles: how long each investment is held, what it is worth for each yen paid, its size."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.basis.yen import Yen
from fundapp.charts.look import palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import Figure, Rows, million, sheet, spoken
from fundapp.charts.wrap import plain
from fundapp.text.catalogue import _
from fundapp.text.figures import ratio

_PLOT_PX, _NAME_PX = 220, 22
_LARGEST_PX = 56
_BELOW = 0.15
"""Room below nothing, in multiples, so that a bubble at nothing is whole."""


class Bubble(Fact):
    """One investment: paid in yen, worth in yen with what came back, and years since the first payment."""

    label: Text
    paid_yen: Yen
    worth_yen: Yen
    years: Ratio

    @property
    def moic(self) -> Fraction:
        """What it is worth and brought, for each yen paid."""
        return Fraction(self.worth_yen, self.paid_yen)


def bubbles_title(bubbles: Sequence[Bubble]) -> str:
    """The finding: what all of it is worth for each yen paid, and which stands best."""
    if not bubbles:
        return _("Nothing has been paid to a company yet")
    paid_yen = sum(one.paid_yen for one in bubbles)
    whole = Fraction(sum(one.worth_yen for one in bubbles), paid_yen)
    best = max(bubbles, key=lambda one: (one.moic, one.paid_yen))
    if all(one.moic == best.moic for one in bubbles):
        return _("Every investment stands at {moic} times what was paid (MOIC)").format(moic=ratio(whole))
    return _("Together {moic} times what was paid (MOIC); best: {label}, {best}").format(
        moic=ratio(whole), label=best.label, best=ratio(best.moic)
    )


def bubbles_rows(bubbles: Sequence[Bubble]) -> Rows:
    """The bubbles as a table, in yen."""
    return (
        (_("Company"), _("Paid (yen)"), _("Worth with what came back (yen)"), _("MOIC"), _("Years held")),
        *((one.label, one.paid_yen, one.worth_yen, ratio(one.moic), ratio(one.years)) for one in bubbles),
    )


@drawn_once
def bubbles(found: Sequence[Bubble], *, dark: bool) -> Figure:
    """Area is what was paid; a line leads from each bubble to its name and its amount in million yen.

    The names stand in a band above the plot, one below the other, so that bubbles may lie on each other.
    """
    colours = palette(dark=dark)
    by_age = sorted(found, key=lambda one: (one.years, one.moic))
    band_px = _NAME_PX * len(by_age)
    figure = sheet(colours, title=bubbles_title(found), plot_px=_PLOT_PX + band_px, below_px=48)
    largest_yen = max((one.paid_yen for one in by_age), default=1)
    years, moic = [float(one.years) for one in by_age], [float(one.moic) for one in by_age]
    top = max([1.5, *(one * 1.3 for one in moic)])
    name_height = (top + _BELOW) * _NAME_PX / _PLOT_PX
    for n, one in enumerate(by_age):
        height = top + name_height * (len(by_age) - n - 0.5)
        figure.add_shape(
            type="line", x0=years[n], x1=years[n], y0=moic[n], y1=height, line={"color": colours.muted, "width": 1}
        )
        figure.add_annotation(
            text=plain(f" {one.label}  {million(one.paid_yen)} "),
            font_color=colours.ink,
            bgcolor=colours.surface,
            x=years[n],
            y=height,
            xanchor="left" if years[n] <= max(years) / 2 else "right",
        )
    figure.add_scatter(
        x=years,
        y=moic,
        mode="markers",
        marker={
            "size": [one.paid_yen for one in by_age],
            "sizemode": "area",
            "sizeref": 2 * largest_yen / _LARGEST_PX**2,
            "color": colours.accent,
            "opacity": 0.6,
            "line": {"color": colours.ink, "width": 1},
        },
        cliponaxis=False,
        hovertext=spoken(bubbles_rows(by_age)),
        hoverinfo="text",
    )
    figure.add_hline(y=1, line={"color": colours.ink, "width": 1, "dash": "dot"})
    figure.update_yaxes(
        title_text=_("MOIC, times what was paid"),
        range=[-_BELOW, top + name_height * len(by_age)],
        tickvals=[one / 2 for one in range(int(top * 2) + 1)],
    )
    # The room left of nought holds the youngest bubble, no years.
    longest = max([1.0, *years])
    step = 0.5 if longest <= 3 else ceil(longest / 6)
    figure.update_xaxes(
        title_text=_("years since the first payment"),
        tickvals=[one * step for one in range(int(longest / step) + 1)],
        range=[-0.4, longest * 1.15 + 0.2],
        showgrid=False,
    )
    return figure
