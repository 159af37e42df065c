"""Corporate members by the dated directory, against the straight way to the number that was set."""

from datetime import date

from fundapp.charts.look import palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import KEY_EM, Figure, Rows, key_above, sheet, spoken
from fundapp.charts.wrap import lines
from fundapp.network.growth import Growth
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day

_PLOT_PX = 260


def growth_title(found: Growth) -> str:
    """The finding: how many there are, how many are wanted by when, and how far behind the way they are."""
    now, wanted, behind = found.now(), found.target.wanted, found.behind()
    told = _("{now} of {wanted} corporate members").format(now=now, wanted=wanted)
    if now >= wanted:
        return _("{told}: the target is reached").format(told=told)
    if behind <= 0:
        return _("{told} by {day}: on the way").format(told=told, day=day(found.target.until))
    few = ngettext("{n} behind the way", "{n} behind the way", behind)
    return _("{told} by {day}: {few}").format(told=told, day=day(found.target.until), few=few)


def growth_rows(found: Growth) -> Rows:
    """Every count with where the way stood, as a table."""
    return (
        (_("Date"), _("Corporate members"), _("On the way to the target")),
        *((one.on.isoformat(), one.count, _way(found, one.on)) for one in found.counted),
    )


def _way(found: Growth, on: date) -> str:
    way = found.way_on(on)
    return "" if way is None else f"{way:,}"


@drawn_once
def growth_chart(found: Growth, *, dark: bool) -> Figure:
    """Stairs for the members there were, a dashed line for the way from the target's first day to its last."""
    colours, target = palette(dark=dark), found.target
    figure = sheet(colours, title=growth_title(found), plot_px=_PLOT_PX, above_px=28, below_px=48)
    counts = [one.count for one in found.counted]
    shared = {"cliponaxis": False, "hoverinfo": "text"}
    figure.add_scatter(
        x=[target.since, target.until],
        y=[found.at_first, target.wanted],
        mode="lines+markers",
        line={"color": colours.muted, "width": 2, "dash": "dash"},
        marker={"symbol": "diamond", "size": 9, "color": colours.muted},
        hovertext=[f"{day(target.since)}: {found.at_first}", f"{day(target.until)}: {target.wanted}"],
        **shared,
    )
    figure.add_scatter(
        x=[one.on for one in found.counted],
        y=counts,
        mode="lines",
        line={"color": colours.accent, "width": 3, "shape": "hv"},
        hovertext=spoken(growth_rows(found))[: len(counts)],
        **shared,
    )
    for on, count, anchor in (
        (found.counted[-1].on, counts[-1], "top"),
        (target.until, target.wanted, "bottom"),
    ):
        figure.add_annotation(text=f"{count:,}", font_color=colours.ink, x=on, y=count, xanchor="right", yanchor=anchor)
    key_above(figure, "<br>".join(lines(_("Solid: the directory. Dashed: the way to the target"), KEY_EM)), colours)
    figure.update_yaxes(title_text=_("corporate members"), rangemode="tozero", nticks=6)
    figure.update_xaxes(tickformat="%Y", tickangle=0, nticks=5, showgrid=False)
    return figure
