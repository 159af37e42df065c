"""Where the proposal stands: both axes in words, the map, and every criterion with its level."""

import streamlit as st

from fundapp.charts.two_axis import two_axis_title
from fundapp.committee.rubric import Axis, Criterion
from fundapp.documents.said import NOTHING, points_text, said
from fundapp.text.catalogue import _, pgettext
from fundapp.text.figures import ratio
from fundapp.ui import components
from fundapp.ui.proposal import facts
from fundapp.ui.proposal.history import move_of
from fundapp.ui.proposal.mapping import draw, point
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.proposal.phrases import level_bar, quadrant_text
from fundapp.ui.proposal.place import computed_axis2
from fundapp.ui.words import plain

_MAP_PX = 560


def show_stand(paper: Paper) -> None:
    """The two axes, never summed. Before the reveal: axis 2 as the facts give it, and nothing of axis 1."""
    found = point(paper.asked, paper.place, current=True)
    if found is None:
        components.section(_title(paper))
        st.markdown("  \n".join(_axes(paper)))
        return
    # One mark needs no wide map, and so it keeps its place on a page of paper.
    with st.container(width=_MAP_PX):
        draw((found,), paper.rubric, finding=two_axis_title((found,)), key="map-proposal", move=move_of(paper))
    st.markdown("  \n".join(_axes(paper)))


def _title(paper: Paper) -> str:
    if not paper.place.needs_support and not paper.place.judged:
        return _("No support is needed; the committee judges the prospects")
    if paper.place.judged:
        return _("Not on the map: one axis is not assessable or not applicable")
    points = paper.place.axis2
    if points is None:
        return _("Support cannot be assessed from the facts yet")
    if points >= paper.rubric.decision.thresholds.axis2_pass:
        return _("The facts say that support can be delivered")
    return _("The facts do not say yet that support can be delivered")


def _axes(paper: Paper) -> list[str]:
    place, cut = paper.place, paper.rubric.decision.thresholds
    lines = []
    if place.judged and place.quadrant:
        lines.append(f"**{quadrant_text(paper.rubric, place.quadrant)}**")
    prospects, support = paper.rubric.axes
    if place.judged:
        lines.append(_axis_line(prospects, points_text(place.axis1, cut.axis1_pass), ratio(cut.axis1_pass)))
    else:
        lines.append(plain(_("{axis}: shown after all scores are revealed together").format(axis=said(prospects.name))))
    if not place.needs_support:
        lines.append(plain(_("{axis}: not applicable, no support is needed").format(axis=said(support.name))))
        if reason := paper.asked.intake.no_support_reason:
            lines.append(plain(_("The reason on record: {reason}").format(reason=reason)))
        return lines
    points = points_text(place.axis2, cut.axis2_pass)
    if not place.judged:
        points = _("{points}, computed from the facts").format(points=points)
    lines.append(_axis_line(support, points, ratio(cut.axis2_pass)))
    lines += _hands(paper)
    return lines


def _axis_line(axis: Axis, points: str, mark: str) -> str:
    return plain(_("{axis}: {points} (pass mark {mark})").format(axis=said(axis.name), points=points, mark=mark))


def _hands(paper: Paper) -> list[str]:
    """Axis 2 with raised hands, where they change it."""
    if paper.standing:
        points = paper.standing.with_hands.points
    else:
        points = computed_axis2(paper.rubric.axis("axis2"), paper.with_hands)
    if points is None or points == paper.place.axis2:
        return []
    cut = paper.rubric.decision.thresholds.axis2_pass
    text = _("With raised hands counted: {points}").format(points=points_text(points, cut))
    return [plain(text)]


def show_criteria(paper: Paper) -> None:
    """Every criterion with its level; behind those of axis 2 stand the facts."""
    components.section(_("Criterion by criterion"))
    prospects, support = paper.rubric.axes
    place = paper.standing
    if place:
        _axis_table(prospects, {one.criterion_id: one.value for one in place.axis1.criteria}, {})
    if not paper.place.needs_support:
        return
    computed = {one.criterion_id: one.level for one in paper.firm}
    judged = {one.criterion_id: one.value for one in place.axis2.criteria} if place else {}
    _axis_table(support, computed, judged)
    facts.show_facts(paper)


def _axis_table(axis: Axis, levels: dict[str, int | None], judged: dict[str, int | None]) -> None:
    components.part(said(axis.name))
    rows = [_row(criterion, levels, judged) for criterion in axis.criteria]
    about = _("Levels by criterion: {axis}").format(axis=said(axis.name))
    st.table(rows, border="horizontal", hide_index=True, alt=about)


def _row(criterion: Criterion, levels: dict[str, int | None], judged: dict[str, int | None]) -> dict[str, str]:
    name = plain(f"{criterion.id} {said(criterion.name)} ({criterion.weight_pct}%)")
    level = levels.get(criterion.id)
    bar = level_bar(level)
    if level is not None and criterion.floor is not None and level < criterion.floor:
        bar = _("{level} (floor {floor})").format(level=bar, floor=criterion.floor)
    row = {_("Criterion and weight"): name}
    if not judged:
        return row | {pgettext("score", "Level"): bar}
    given = judged.get(criterion.id)
    return row | {_("By the facts"): bar, _("By the committee"): NOTHING if given is None else str(given)}
