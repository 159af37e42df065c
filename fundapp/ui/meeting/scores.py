"""All scores after the reveal: first what is to be discussed, then every criterion, first and second mark."""

from collections.abc import Mapping

import streamlit as st

from fundapp.committee.minutes import Matter
from fundapp.committee.minutes_judging import AxisScored, CriterionScored, Mark
from fundapp.committee.standing import to_discuss
from fundapp.documents.minutes_scores import level_text, mark_text
from fundapp.documents.said import NOTHING, said
from fundapp.record.judging import standing_of
from fundapp.text.catalogue import _
from fundapp.ui import components
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain


def show_scores(seen: Seen, matter: Matter) -> None:
    """The criteria with a wide spread or a mark below a floor stand open; the others are one press away."""
    asked = set(to_discuss(seen.rubric, standing_of(seen.book, seen.current)))
    open_ = [(axis, one) for axis in matter.axes for one in axis.criteria if (axis.id, one.id) in asked]
    components.section(_("To discuss"))
    if not open_:
        st.markdown(_("The members agree closely. No mark lies below a floor."))
    for _axis, criterion in open_:
        _discussed(matter, criterion)
    with st.expander(_("All scores"), icon=":material/grid_on:"):
        for axis in matter.axes:
            _axis_lines(matter, axis)


def _discussed(matter: Matter, criterion: CriterionScored) -> None:
    names = dict(matter.seats)
    title = plain(f"{criterion.id} {said(criterion.name)}")
    reasons = [
        f"- {plain(names.get(mark.seat_id, mark.seat_id))}: {plain(mark.reason)}"
        for mark in criterion.marks
        if mark.reason
    ]
    with st.container(border=True):
        st.markdown(f"**{title}**  \n{plain(_why(criterion))}")
        _show_marks(names, criterion)
        if reasons:
            st.markdown("\n".join(reasons))


def _why(criterion: CriterionScored) -> str:
    """Why a criterion is discussed."""
    spread = _("The marks lie {spread} apart.").format(spread=criterion.spread)
    below = [mark for mark in criterion.marks if _below(mark, criterion)]
    if not below:
        return spread
    floor = _("A mark lies below the floor of {floor}.").format(floor=criterion.floor)
    return f"{spread} {floor}" if criterion.spread else floor


def _below(mark: Mark, criterion: CriterionScored) -> bool:
    return criterion.floor is not None and mark.second is not None and mark.second < criterion.floor


def _given(names: Mapping[str, str], mark: Mark, criterion: CriterionScored) -> str:
    level = mark_text(mark)
    if _below(mark, criterion):
        level = _("{level} (below the floor)").format(level=level)
    return f"{plain(names.get(mark.seat_id, mark.seat_id))} **{plain(level)}**"


def _axis_lines(matter: Matter, axis: AxisScored) -> None:
    """One axis in lines, which a phone shows as well as a desk."""
    names = dict(matter.seats)
    components.section(said(axis.name))
    applied = [one for one in axis.criteria if one.applicable]
    if not applied:
        st.markdown(_("Not applicable to this proposal."))
    for criterion in applied:
        title = plain(f"{criterion.id} {said(criterion.name)}")
        st.markdown(f"**{title}**  \n{plain(_summary(axis, criterion))}")
        _show_marks(names, criterion)


def _summary(axis: AxisScored, criterion: CriterionScored) -> str:
    """The committee's value and the spread; on axis 2 the level that the facts give."""
    value = level_text(criterion.committee)
    spread = NOTHING if criterion.spread is None else str(criterion.spread)
    if axis.id == "axis1":
        return _("Committee {value}, spread {spread}").format(value=value, spread=spread)
    facts = NOTHING if criterion.computed_firm is None else str(criterion.computed_firm)
    return _("Committee {value}, spread {spread}, facts {facts}").format(value=value, spread=spread, facts=facts)


def _show_marks(names: Mapping[str, str], criterion: CriterionScored) -> None:
    """Who gave what, in a row that breaks between persons only."""
    with st.container(horizontal=True, gap="small"):
        for mark in criterion.marks:
            st.markdown(_given(names, mark, criterion), width="content")
