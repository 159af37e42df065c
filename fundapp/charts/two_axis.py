"""The map of proposals on the two axes, which are never summed."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.charts.labels import Offset, Scene, offsets
from fundapp.charts.look import QUADRANTS, Palette, QuadrantId, palette
from fundapp.charts.map_scene import (
    CORNERS,
    EDGE,
    HIGH,
    LINE_PX,
    LOW,
    PLOT_PX,
    label_size,
    name_lines,
    pass_mark,
    scenes,
)
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import Figure, Rows, sheet
from fundapp.charts.wrap import plain
from fundapp.text.catalogue import _
from fundapp.text.figures import ratio


class MapPoint(Fact):
    """One proposal on the map. `note` says which gate is not passed, or what else must stand beside the code."""

    code: Text
    name: Text
    axis1: Ratio
    axis2: Ratio
    quadrant: QuadrantId
    gate_failed: bool = False
    current: bool = False
    note: Text = ""


class Move(Fact):
    """Where a proposal stood before and where it stands now; `before` names the earlier state on the map."""

    code: Text
    before: Text
    axis1_before: Ratio
    axis2_before: Ratio
    axis1: Ratio
    axis2: Ratio


def two_axis_title(points: Sequence[MapPoint]) -> str:
    """The finding: how many are investable, and what is promising but cannot be supported yet."""
    investable = [point for point in points if point.quadrant == "Q1" and not point.gate_failed]
    waiting = [point for point in points if point.quadrant == "Q2"]
    if not points:
        return _("No proposal has a place on the map yet")
    counts = {"n": len(investable), "total": len(points)}
    if len(points) == 1 and investable:
        found = _("{code} is investable").format(code=points[0].code)
    elif len(points) == 1 and points[0].quadrant == "Q1" and points[0].note:
        # Its place is named "investable" beside the map: a bare "not investable" would contradict it.
        found = _("{code} is good enough on both axes, but not investable: {gates}").format(
            code=points[0].code, gates=points[0].note
        )
    elif len(points) == 1 and not waiting:
        found = _("{code} is not investable").format(code=points[0].code)
    elif len(points) == 1:
        return _("{code} is promising but not yet supportable").format(code=points[0].code)
    elif len(investable) == 1:
        found = _("1 of {total} proposals is investable").format(total=len(points))
    else:
        found = _("{n} of {total} proposals are investable").format_map(counts)
    if len(waiting) == 1:
        return _("{found}; {code} is promising but not yet supportable").format(found=found, code=waiting[0].code)
    if waiting:
        return _("{found}; {n} are promising but not yet supportable").format(found=found, n=len(waiting))
    return found


def move_title(code: str, before: QuadrantId, after: QuadrantId) -> str:
    """The finding of an inquiry: whether its answers moved the proposal to another quadrant."""
    names = {"code": code, "before": QUADRANTS[before].name, "after": QUADRANTS[after].name}
    if before == after:
        return _("After the inquiry {code} stays “{after}”").format_map(names)
    return _("The inquiry moves {code} from “{before}” to “{after}”").format_map(names)


def two_axis_rows(points: Sequence[MapPoint], names: Mapping[QuadrantId, str] | None = None) -> Rows:
    """The map as a table, in the order given."""
    shown = _names(names)
    header = (_("Code"), _("Proposal"), _("Prospects"), _("Support"), _("Quadrant"), _("Gate not passed"))
    return (
        header,
        *(
            (
                point.code,
                point.name,
                ratio(point.axis1),
                ratio(point.axis2),
                f"{QUADRANTS[point.quadrant].mark} {shown[point.quadrant]}",
                (point.note or _("yes")) if point.gate_failed else "",
            )
            for point in points
        ),
    )


@drawn_once
def two_axis(
    points: Sequence[MapPoint],
    *,
    axis1_pass: Fraction,
    axis2_pass: Fraction,
    title: str,
    dark: bool,
    move: Move | None = None,
    names: Mapping[QuadrantId, str] | None = None,
) -> Figure:
    """The map: prospects to the right, support upwards, the pass marks as lines, each proposal by its quadrant's mark.

    `names` are the quadrants' names where the fund's rubric has its own.
    """
    colours = palette(dark=dark)
    any_failed = any(point.gate_failed for point in points)
    figure = sheet(
        colours, title=title, plot_px=PLOT_PX, above_px=LINE_PX, below_px=56 + (LINE_PX if any_failed else 0)
    )
    _draw_axes(figure)
    _draw_quadrants(figure, colours, axis1_pass, axis2_pass, _names(names))
    if move:
        _draw_move(figure, colours, move)
    # The proposal that is talked about gets the best place for its label.
    ordered = sorted(points, key=lambda point: not point.current)
    _draw_marks(figure, colours, ordered)
    _draw_labels(figure, colours, ordered, _scenes(ordered, axis1_pass, axis2_pass, _names(names), move))
    if any_failed:
        figure.add_annotation(
            text=_("Open mark: a gate is not passed"),
            font_color=colours.muted,
            x=0,
            y=0,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="top",
            yshift=-52,
        )
    return figure


def _names(names: Mapping[QuadrantId, str] | None) -> dict[QuadrantId, str]:
    return {quadrant.id: quadrant.name for quadrant in QUADRANTS.values()} | dict(names or {})


def _draw_axes(figure: Figure) -> None:
    ticks = list(range(LOW, HIGH + 1))
    shared = {"range": [LOW - EDGE, HIGH + EDGE], "tickvals": ticks, "showgrid": False, "ticks": "outside"}
    figure.update_xaxes(**shared, title_text=_("Prospects (axis 1, level 1 to 5)"))
    figure.update_yaxes(**shared, title_text=_("Support deliverability (axis 2, level 1 to 5)"))


def _draw_quadrants(
    figure: Figure,
    colours: Palette,
    axis1_pass: Fraction,
    axis2_pass: Fraction,
    names: Mapping[QuadrantId, str],
) -> None:
    cut1, cut2, low, high = float(axis1_pass), float(axis2_pass), LOW - EDGE, HIGH + EDGE
    for id_, corner in CORNERS.items():
        look = QUADRANTS[id_]
        x0, x1 = (cut1, high) if corner.right else (low, cut1)
        y0, y1 = (cut2, high) if corner.top else (low, cut2)
        figure.add_shape(
            type="rect", x0=x0, x1=x1, y0=y0, y1=y1, fillcolor=look.colour, opacity=0.08, line_width=0, layer="below"
        )
        text = "<br>".join(plain(line) for line in name_lines(names[id_]))
        figure.add_annotation(
            text=f'<span style="color:{look.colour}">{look.mark}</span> {text}',
            font_color=colours.muted,
            x=high if corner.right else low,
            y=high if corner.top else low,
            xanchor="right" if corner.right else "left",
            yanchor="top" if corner.top else "bottom",
            align="right" if corner.right else "left",
            borderpad=4,
        )
    line = {"color": colours.muted, "width": 1.5, "dash": "dash"}
    figure.add_shape(type="line", x0=cut1, x1=cut1, y0=low, y1=high, line=line, layer="below")
    figure.add_shape(type="line", x0=low, x1=high, y0=cut2, y1=cut2, line=line, layer="below")
    figure.add_annotation(
        text=pass_mark(axis1_pass), x=cut1, y=1, yref="paper", yanchor="bottom", font_color=colours.muted
    )
    figure.add_annotation(
        text=pass_mark(axis2_pass), x=low, y=cut2, xanchor="left", yanchor="bottom", font_color=colours.muted
    )


def _draw_move(figure: Figure, colours: Palette, move: Move) -> None:
    x0, y0 = float(move.axis1_before), float(move.axis2_before)
    figure.add_scatter(
        x=[x0],
        y=[y0],
        mode="markers",
        marker={"symbol": "circle-open", "size": 12, "color": colours.accent, "line": {"width": 2}},
        hoverinfo="skip",
    )
    figure.add_annotation(
        x=float(move.axis1),
        y=float(move.axis2),
        ax=x0,
        ay=y0,
        axref="x",
        ayref="y",
        showarrow=True,
        arrowhead=2,
        arrowwidth=2.5,
        arrowcolor=colours.accent,
        standoff=12,
        startstandoff=8,
        text="",
    )
    figure.add_annotation(x=x0, y=y0, yanchor="top", yshift=-9, text=plain(move.before), font_color=colours.accent)


def _draw_marks(figure: Figure, colours: Palette, points: Sequence[MapPoint]) -> None:
    drawn = [(point, QUADRANTS[point.quadrant]) for point in points]
    figure.add_scatter(
        x=[float(point.axis1) for point in points],
        y=[float(point.axis2) for point in points],
        mode="markers",
        marker={
            "symbol": [look.symbol + ("-open" if point.gate_failed else "") for point, look in drawn],
            # A triangle looks smaller than a circle of the same size.
            "size": [(16 if point.current else 12) + (2 if look.id == "Q2" else 0) for point, look in drawn],
            "color": [look.colour for _point, look in drawn],
            "opacity": 1,
            "line": {
                "width": [2.5 if point.gate_failed or point.current else 1 for point, _look in drawn],
                "color": [_outline(point, colours) for point, _look in drawn],
            },
        },
        customdata=[(plain(point.code), plain(point.name), ratio(point.axis1), ratio(point.axis2)) for point in points],
        hovertemplate="%{customdata[0]} %{customdata[1]}<br>%{customdata[2]} / %{customdata[3]}<extra></extra>",
    )


def _outline(point: MapPoint, colours: Palette) -> str:
    if point.gate_failed:
        return QUADRANTS[point.quadrant].colour
    return colours.ink if point.current else colours.surface


def _label(point: MapPoint) -> str:
    note = point.note or (_("gate not passed") if point.gate_failed else "")
    return f"{point.code} ({note})" if note else point.code


def _scenes(
    points: Sequence[MapPoint],
    axis1_pass: Fraction,
    axis2_pass: Fraction,
    names: Mapping[QuadrantId, str],
    move: Move | None,
) -> tuple[Scene, ...]:
    arrow = ((move.axis1_before, move.axis2_before), (move.axis1, move.axis2), move.before) if move else None
    return scenes(
        [(point.axis1, point.axis2) for point in points], cut=(axis1_pass, axis2_pass), names=names, arrow=arrow
    )


def _draw_labels(figure: Figure, colours: Palette, points: Sequence[MapPoint], scenes: tuple[Scene, ...]) -> None:
    places = offsets(tuple(label_size(_label(point)) for point in points), scenes)
    for point, place in zip(points, places, strict=True):
        text = plain(_label(point))
        figure.add_annotation(
            x=float(point.axis1),
            y=float(point.axis2),
            text=f"<b>{text}</b>" if point.current else text,
            font_color=colours.ink,
            **_placed(place, colours),
        )


def _placed(place: Offset, colours: Palette) -> dict[str, object]:
    if not place.apart:
        return {"xshift": place.dx, "yshift": place.dy, "xanchor": "center", "yanchor": "middle"}
    return {
        "showarrow": True,
        "ax": place.dx,
        "ay": -place.dy,
        "arrowhead": 0,
        "arrowwidth": 1,
        "arrowcolor": colours.muted,
        "standoff": 7,
    }
