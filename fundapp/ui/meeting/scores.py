"""All scores after the reveal: first what is to be discussed, then every criterion, first and second mark."""

from collections.abc import Sequence

import streamlit as st

from fundapp.committee.minutes import Matter
from fundapp.committee.minutes_judging import AxisScored, CriterionScored, Mark
from fundapp.committee.standing import to_discuss
from fundapp.documents.minutes_scores import level_text, mark_text
from fundapp.documents.said import NOTHING, said
from fundapp.record.judging import standing_of
from fundapp.text.catalogue import _, pgettext
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain


def show_scores(seen: Seen, matter: Matter) -> None:
    """The criteria with a wide spread or a mark below a floor stand open; the others are one press away."""
    asked = set(to_discuss(seen.rubric, standing_of(seen.book, seen.current)))
    open_ = [(axis, one) for axis in matter.axes for one in axis.criteria if (axis.id, one.id) in asked]
    st.subheader(_("To discuss"), anchor=False)
    if not open_:
        st.markdown(_("The members agree closely. No mark lies below a floor."))
    for _axis, criterion in open_:
        _discussed(matter, criterion)
    with st.expander(_("All scores"), icon=":material/grid_on:"):
        for axis in matter.axes:
            _axis_table(matter, axis)


def _discussed(matter: Matter, criterion: CriterionScored) -> None:
    names = dict(matter.seats)
    marks = "\u2003".join(_given(names, mark, criterion) for mark in criterion.marks)
    reasons = [
        f"- {plain(names.get(mark.seat_id, mark.seat_id))}: {plain(mark.reason)}"
        for mark in criterion.marks
        if mark.reason
    ]
    with st.container(border=True):
        title = plain(f"{criterion.id} {said(criterion.name)}")
        st.markdown(f"**{title}**  \n{plain(_why(criterion))}  \n{marks}")
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


def _given(names: dict[str, str], mark: Mark, criterion: CriterionScored) -> str:
    level = mark_text(mark)
    if _below(mark, criterion):
        level = _("{level} (below the floor)").format(level=level)
    return f"{plain(names.get(mark.seat_id, mark.seat_id))}\u2002**{plain(level)}**"


def _axis_table(matter: Matter, axis: AxisScored) -> None:
    applied = [one for one in axis.criteria if one.applicable]
    st.markdown(f"**{plain(said(axis.name))}**")
    if not applied:
        st.markdown(_("Not applicable to this proposal."))
        return
    rows = [_row(matter, axis, one) for one in applied]
    st.table(
        rows,
        border="horizontal",
        hide_index=True,
        alt=_("Marks by criterion and member: {axis}").format(axis=said(axis.name)),
    )


def _row(matter: Matter, axis: AxisScored, criterion: CriterionScored) -> dict[str, str]:
    marks = {mark.seat_id: mark_text(mark) for mark in criterion.marks}
    row = {_("Criterion"): plain(f"{criterion.id} {said(criterion.name)}")}
    if axis.id == "axis2":
        row[_("Facts")] = NOTHING if criterion.computed_firm is None else str(criterion.computed_firm)
    row |= {plain(name): marks.get(seat_id, NOTHING) for seat_id, name in _columns(matter.seats)}
    row[pgettext("column", "Committee")] = level_text(criterion.committee)
    row[_("Spread")] = NOTHING if criterion.spread is None else str(criterion.spread)
    return row


def _columns(seats: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Seat and name of each column; two persons of one name are told apart by their seat."""
    names = [name for _seat, name in seats]
    return [(seat, f"{name} ({seat})" if names.count(name) > 1 else name) for seat, name in seats]
