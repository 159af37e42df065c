"""The J-curve: what the partners received less what they paid, with what they still hold, actual and as planned."""

from collections.abc import Sequence
from datetime import date, timedelta

from fundapp.basis.fact import Fact
from fundapp.basis.yen import Yen
from fundapp.charts.look import palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import KEY_EM, Figure, Rows, key_above, million, million_ticks, sheet, spoken
from fundapp.charts.wrap import lines
from fundapp.text.catalogue import _
from fundapp.text.figures import day, yen

_MILLION = 10**6
_PLOT_PX = 280


class CurvePoint(Fact):
    """One day: received less paid, and the same with what is still held (none for a day that is planned)."""

    on: date
    net_yen: Yen
    with_value_yen: Yen | None = None


def j_curve_title(points: Sequence[CurvePoint]) -> str:
    """The finding: where the partners stand today, with and without what is held."""
    told = [one for one in points if one.with_value_yen is not None]
    if not told:
        return _("Nothing has been paid in yet")
    last = told[-1]
    assert last.with_value_yen is not None, "only points with a value are told of"
    return _("The partners stand at {net}, with what is held at {whole}").format(
        net=yen(last.net_yen, "million"), whole=yen(last.with_value_yen, "million")
    )


def j_curve_rows(points: Sequence[CurvePoint]) -> Rows:
    """The points as a table, in yen."""
    return (
        (_("Date"), _("Received less paid (yen)"), _("With what is held (yen)")),
        *(
            (one.on.isoformat(), one.net_yen, _("planned") if one.with_value_yen is None else one.with_value_yen)
            for one in points
        ),
    )


@drawn_once
def j_curve(points: Sequence[CurvePoint], *, dark: bool) -> Figure:
    """Two lines in million yen: solid is cash alone, dashed with what is held; dotted is planned."""
    colours = palette(dark=dark)
    figure = sheet(colours, title=j_curve_title(points), plot_px=_PLOT_PX, above_px=44, below_px=48)
    actual = [one for one in points if one.with_value_yen is not None]
    ahead = [*actual[-1:], *(one for one in points if one.with_value_yen is None)]
    shared = {"mode": "lines", "cliponaxis": False, "hoverinfo": "text"}
    told = spoken(j_curve_rows(actual))
    line = {"color": colours.accent, "width": 3, "shape": "hv"}
    figure.add_scatter(
        x=[one.on for one in actual], y=[one.net_yen / _MILLION for one in actual], hovertext=told, line=line, **shared
    )
    figure.add_scatter(
        x=[one.on for one in actual],
        y=[(one.with_value_yen or 0) / _MILLION for one in actual],
        hovertext=told,
        line={"color": colours.ink, "width": 2, "dash": "dash", "shape": "hv"},
        **shared,
    )
    figure.add_scatter(
        x=[one.on for one in ahead],
        y=[one.net_yen / _MILLION for one in ahead],
        hovertext=spoken(j_curve_rows(ahead)),
        line={**line, "width": 2, "dash": "dot"},
        **shared,
    )
    figure.add_hline(y=0, line={"color": colours.line, "width": 1}, layer="below")
    if actual:
        last = actual[-1]
        for value_yen, anchor in ((last.net_yen, "top"), (last.with_value_yen or 0, "bottom")):
            figure.add_annotation(
                text=f"{day(last.on)} {million(value_yen)}",
                font_color=colours.ink,
                x=last.on,
                y=value_yen / _MILLION,
                xanchor="right",
                yanchor=anchor,
            )
    key_above(
        figure, "<br>".join(lines(_("Solid: cash alone. Dashed: with what is held. Dotted: planned"), KEY_EM)), colours
    )
    figure.update_yaxes(title_text=_("million yen"))
    million_ticks(figure, 6)
    figure.update_xaxes(tickformat="%Y-%m", tickangle=0, nticks=4, showgrid=False)
    if points:
        figure.update_xaxes(range=[points[0].on - timedelta(days=30), points[-1].on + timedelta(days=30)])
    return figure
