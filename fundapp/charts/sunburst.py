"""The portfolio as rings: sectors inside, the stage of their companies outside."""

from collections.abc import Sequence
from fractions import Fraction

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen
from fundapp.charts.look import palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import Figure, Rows, million, sheet, spoken
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import percent

_PLOT_PX = 360


class RingPart(Fact):
    """What is committed to companies of one sector and one stage."""

    sector: Text
    stage: Text
    amount_yen: Yen


def sunburst_title(parts: Sequence[RingPart]) -> str:
    """The finding: the largest sector and its share."""
    whole_yen = sum(one.amount_yen for one in parts)
    if not whole_yen:
        return _("Nothing is committed yet")
    sums = _sums(parts)
    sector = max(sums, key=lambda one: sums[one])
    return ngettext(
        "{n} sector: {sector}, {share} of what is committed",
        "{n} sectors; the largest is {sector}, {share} of what is committed",
        len(sums),
        sector=sector,
        share=percent(Fraction(sums[sector], whole_yen)),
    )


def sunburst_rows(parts: Sequence[RingPart]) -> Rows:
    """The parts as a table, in yen."""
    return (
        (_("Sector"), _("Stage"), _("Committed (yen)")),
        *((one.sector, one.stage, one.amount_yen) for one in parts),
    )


def _sums(parts: Sequence[RingPart]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in parts:
        found[one.sector] = found.get(one.sector, 0) + one.amount_yen
    return found


@drawn_once
def sunburst(parts: Sequence[RingPart], *, dark: bool) -> Figure:
    """Rings in one colour that grows lighter, each part with its name and its amount in million yen."""
    colours = palette(dark=dark)
    figure = sheet(colours, title=sunburst_title(parts), plot_px=_PLOT_PX)
    sums = _sums(parts)
    whole = _("Portfolio")
    ids = ["all", *(f"s/{one}" for one in sums), *(f"p/{one.sector}/{one.stage}" for one in parts)]
    amounts_yen = [sum(sums.values()), *sums.values(), *(one.amount_yen for one in parts)]
    names = [whole, *sums, *(f"{one.sector}, {one.stage}" for one in parts)]
    figure.add_sunburst(
        ids=ids,
        parents=["", *("all" for _one in sums), *(f"s/{one.sector}" for one in parts)],
        labels=[whole, *sums, *(one.stage for one in parts)],
        values=amounts_yen,
        branchvalues="total",
        text=[million(one) for one in amounts_yen],
        textinfo="label+text",
        insidetextorientation="horizontal",
        leaf={"opacity": 1},
        marker={
            "colors": [colours.surface, *(colours.line for _one in sums), *(colours.ground for _one in parts)],
            "line": {"color": colours.ink, "width": 1},
        },
        textfont={"color": colours.ink},
        hovertext=spoken((("", _("Committed (yen)")), *zip(names, amounts_yen, strict=True))),
        hoverinfo="text",
    )
    return figure
