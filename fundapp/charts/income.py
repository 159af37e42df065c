"""The association's income by year: fees, commissions and subsidies one above the other, against the costs."""

from collections.abc import Sequence
from typing import Any

from fundapp.charts.look import palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import KEY_EM, Figure, Rows, key_above, million, sheet, spoken
from fundapp.charts.wrap import lines
from fundapp.network.income import KINDS, IncomeKind, IncomeMix
from fundapp.text.catalogue import _
from fundapp.text.figures import percent, yen
from fundapp.text.network_words import word

_MILLION = 10**6
_PLOT_PX = 260


def income_title(mixes: Sequence[IncomeMix]) -> str:
    """The finding: what part of the latest year's income each kind is."""
    last = mixes[-1]
    shares = [
        _("{kind} {share}").format(kind=word("income", kind), share=percent(share))
        for kind in KINDS
        if (share := last.share(kind)) is not None
    ]
    return _("{year}: {shares}").format(year=last.year, shares=_(", ").join(shares)) if shares else str(last.year)


def income_rows(mixes: Sequence[IncomeMix]) -> Rows:
    """The years as a table, in yen."""
    return (
        (_("Year"), *(_("{kind} (yen)").format(kind=word("income", kind)) for kind in KINDS), _("Costs (yen)")),
        *((str(one.year), one.fees_yen, one.commissions_yen, one.subsidies_yen, one.costs_yen) for one in mixes),
    )


@drawn_once
def income_chart(mixes: Sequence[IncomeMix], *, dark: bool) -> Figure:
    """One column a year in million yen; solid what the association earns itself, hatched the subsidies."""
    colours = palette(dark=dark)
    figure = sheet(colours, title=income_title(mixes), plot_px=_PLOT_PX, above_px=44, below_px=48)
    hatch = {"shape": "/", "fgcolor": colours.surface, "fillmode": "overlay", "size": 8, "solidity": 0.4}
    looks: dict[IncomeKind, dict[str, Any]] = {
        "fees": {"color": colours.accent},
        "commissions": {"color": colours.muted},
        "subsidies": {"color": colours.muted, "pattern": hatch},
    }
    years, told = [str(one.year) for one in mixes], spoken(income_rows(mixes))
    for kind in KINDS:
        figure.add_bar(
            x=years,
            y=[one.of(kind) / _MILLION for one in mixes],
            text=[million(one.of(kind)) for one in mixes],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            textfont={"color": colours.surface},
            marker={**looks[kind], "line": {"width": 1, "color": colours.surface}},
            hovertext=told,
            hoverinfo="text",
        )
    figure.add_scatter(
        x=years,
        y=[one.costs_yen / _MILLION for one in mixes],
        mode="markers",
        marker={"symbol": "line-ew", "size": 32, "line": {"width": 3, "color": colours.ink}},
        hovertext=[yen(one.costs_yen) for one in mixes],
        hoverinfo="text",
    )
    key = _("From below: fees, commissions, subsidies (hatched). Line: the costs")
    key_above(figure, "<br>".join(lines(key, KEY_EM)), colours)
    figure.update_layout(barmode="stack", bargap=0.2)
    figure.update_yaxes(title_text=_("million yen"), rangemode="tozero", nticks=6)
    figure.update_xaxes(type="category", showgrid=False)
    return figure
