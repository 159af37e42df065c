"""The two-axis map of an item: where it stands, and the day's other items in grey."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from fundapp.charts.look import QUADRANTS
from fundapp.committee.minutes import Matter, MinutesItem
from fundapp.documents.blocks import MapPoint, QuadrantArea, TwoAxisMap
from fundapp.documents.said import listed, points_text, said
from fundapp.text.catalogue import _
from fundapp.text.figures import ratio
from fundapp.text.terms import term

LABEL_MILLI = 900
"""About the width of a label on the map, in thousandths of a level."""


def _gates_failed(matter: Matter) -> tuple[str, ...]:
    return tuple(gate.firm.id for gate in matter.gates if not gate.firm.passed())


def _at(matter: Matter) -> tuple[int, int] | None:
    """Where the item lies, in thousandths of a level; None when one of the axes is not assessable."""
    if len(matter.axes) != 2:
        return None
    x, y = (axis.gate_firm for axis in matter.axes)
    return None if x is None or y is None else (round(x * 1000), round(y * 1000))


def _label_left(at: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """Labels stand at the right of their marks, unless the edge or a neighbour's mark is there."""
    near = [x for x, y in others if abs(x - at[0]) < LABEL_MILLI and abs(y - at[1]) < LABEL_MILLI // 4]
    return at[0] > 5000 - LABEL_MILLI or (bool(near) and max(near) > at[0])


def _points(matter: Matter, items: Sequence[MinutesItem]) -> Iterable[MapPoint]:
    """The day's items, this one last, so that its mark lies on top."""
    matters = [item.matter for item in items if item.matter is not None and item.matter != matter] + [matter]
    places = [(one, at) for one in matters if (at := _at(one)) is not None]
    for one, at in places:
        look = QUADRANTS[one.quadrant.id if one.quadrant else "Q4"]
        yield MapPoint(
            label=one.proposal_code,
            x_milli=at[0],
            y_milli=at[1],
            colour=look.colour,
            mark=look.mark,
            own=one is matter,
            gate_failed=bool(_gates_failed(one)),
            label_left=_label_left(at, [other for whose, other in places if whose is not one]),
        )


def _one_axis(matter: Matter) -> bool:
    """True for a company that needs no support: nothing of axis 2 applies to it."""
    return not any(one.applicable for one in matter.axes[1].criteria)


def _place_text(matter: Matter) -> str:
    """The name of the place on the map. With a gate not passed nothing is called investable, whatever its means."""
    if matter.quadrant is None:
        return _("on one axis alone: no support is needed") if _one_axis(matter) else _("not assessable")
    mark = QUADRANTS[matter.quadrant.id].mark
    if matter.quadrant.id == "Q1" and _gates_failed(matter):
        return f"{mark} " + _("High on both axes, but a gate is not passed")
    return f"{mark} {said(matter.quadrant.name)}"


def two_axis_map(matter: Matter, items: Sequence[MinutesItem]) -> TwoAxisMap:
    """Where the item stands, the day's other items in grey. Axis 2 is what the gates see, counted firm."""
    axis1, axis2 = matter.axes
    beside = [
        (_("Place on the map"), _place_text(matter)),
        (said(axis1.name), _against(axis1.gate_firm, axis1.threshold)),
    ]
    if _one_axis(matter):
        beside.append((said(axis2.name), term("outcome", "not_applicable")))
    else:
        beside += [
            (said(axis2.name), _against(axis2.gate_firm, axis2.threshold)),
            (
                _("{axis}, with raised hands").format(axis=said(axis2.name)),
                points_text(axis2.gate_with_hands, axis2.threshold),
            ),
        ]
    failed = _gates_failed(matter)
    if failed:
        beside.append((_("Gates not passed"), listed(failed)))
    if matter.quadrant is not None:
        beside.append((_("As a rule"), said(matter.quadrant.default)))
    return TwoAxisMap(
        alt=_("Two-axis map. {code}: {axis1} {points1}, {axis2} {points2}. {place}").format(
            code=matter.proposal_code,
            axis1=said(axis1.name),
            points1=points_text(axis1.gate_firm, axis1.threshold),
            axis2=said(axis2.name),
            points2=term("outcome", "not_applicable")
            if _one_axis(matter)
            else points_text(axis2.gate_firm, axis2.threshold),
            place=_place_text(matter),
        ),
        x_title=_("{axis} (1 to 5)").format(axis=said(axis1.name)),
        y_title=_("{axis} (1 to 5)").format(axis=said(axis2.name)),
        x_cut_milli=round(axis1.threshold * 1000),
        y_cut_milli=round(axis2.threshold * 1000),
        quadrants=tuple(
            QuadrantArea(
                right=look.id in ("Q1", "Q2"),
                top=look.id in ("Q1", "Q3"),
                colour=look.colour,
                mark=look.mark,
                name=look.name,
            )
            for look in QUADRANTS.values()
        ),
        points=tuple(_points(matter, items)),
        beside=tuple(beside),
    )


def _against(points: Fraction | None, threshold: Fraction) -> str:
    return _("{points} (at least {threshold})").format(
        points=points_text(points, threshold), threshold=ratio(threshold)
    )
