"""The gates in words, and what would make the proposal pass."""

from collections.abc import Sequence

import streamlit as st

from fundapp.committee.gates import GateResult
from fundapp.committee.rubric import Axis
from fundapp.committee.standing import Standing
from fundapp.documents.said import said
from fundapp.record.lifting import Lift, prospect_lifts, smallest_set, support_lifts
from fundapp.text.catalogue import _
from fundapp.text.figures import ratio
from fundapp.text.terms import term
from fundapp.ui import components
from fundapp.ui.meeting.gates import MARKS
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.proposal.phrases import condition_text, figure_text, row_names
from fundapp.ui.proposal.place import gate_view, known_gates
from fundapp.ui.words import plain


def gates_of(paper: Paper) -> tuple[GateResult, ...]:
    """All gates after the reveal; before it those that need no score."""
    if paper.item and paper.standing:
        return gate_view(paper.book, paper.item).firm
    return known_gates(paper.book, paper.asked, paper.support)


def show_gates(paper: Paper) -> None:
    """The gates that stand in the way first and open, the others one press away."""
    gates = gates_of(paper)
    shut = [gate for gate in gates if not gate.passed()]
    names = _(", ").join(gate.id for gate in shut)
    if shut:
        components.section(_("Gates not passed: {gates}").format(gates=names))
    elif paper.standing:
        components.section(_("No gate stands in the way"))
    else:
        components.section(_("No gate that is known stands in the way"))
    if not paper.standing:
        st.markdown(_("Only the gates that need no score are known before the reveal."))
    for gate in shut:
        with st.container(border=True):
            st.markdown(_gate(paper, gate))
    passed = [gate for gate in gates if gate.passed()]
    if passed:
        with st.expander(_("Gates passed or not applicable")):
            st.markdown("\n\n".join(_gate(paper, gate) for gate in passed))


def _gate(paper: Paper, gate: GateResult) -> str:
    texts = {one.id: said(one.text) for one in paper.rubric.decision.gates}
    head = f"{MARKS[gate.outcome]} **{plain(gate.id)}: {plain(term('outcome', gate.outcome))}**"
    figures = [plain(figure_text(paper.rubric, gate.id, one)) for one in gate.figures]
    rows = row_names(paper.support, gate.rows)
    missing = [plain(_("Open: {rows}").format(rows=rows))] if rows and not gate.passed() else []
    return "  \n".join([head, plain(texts[gate.id]), *figures, *missing])


def show_lifts(paper: Paper) -> None:
    """What would make it pass: for each criterion that holds a gate back, what is missing for its next level."""
    place = paper.standing
    levels = dict(place.firm.values) if place else {one.criterion_id: one.level for one in paper.firm}
    found = support_lifts(paper.rubric, paper.support, levels) if paper.place.needs_support else ()
    prospects = prospect_lifts(paper.rubric, place.axis1) if place else ()
    if not found and not prospects:
        return
    components.section(_("What would make it pass"))
    _smallest(paper, levels, place)
    _lifts(paper, paper.rubric.axis("axis2"), found)
    _lifts(paper, paper.rubric.axis("axis1"), prospects)


def _smallest(paper: Paper, levels: dict[str, int | None], place: Standing | None) -> None:
    """The fewest steps by which both axes pass, in one line; what each of them takes stands below."""
    cut = paper.rubric.decision.thresholds
    prospects, support = paper.rubric.axes
    steps = list(smallest_set(support, levels, cut.axis2_pass, paper.support)) if paper.place.needs_support else []
    if place:
        judged = {one.criterion_id: one.value for one in place.axis1.criteria}
        steps += smallest_set(prospects, judged, cut.axis1_pass, None)
    if steps:
        told = [_("{criterion} to level {level}").format(criterion=one.criterion_id, level=one.level) for one in steps]
        st.markdown(plain(_("The fewest steps: {steps}").format(steps=_(", ").join(told))))


def _lifts(paper: Paper, axis: Axis, lifts: Sequence[Lift]) -> None:
    if not lifts:
        return
    components.part(said(axis.name))
    for lift in lifts:
        with st.container(border=True):
            st.markdown(_lift(paper, axis, lift))


def _lift(paper: Paper, axis: Axis, lift: Lift) -> str:
    criterion = axis.criterion(lift.criterion_id)
    step = _("from level {level} to {next} (+{gain} on the axis)").format(
        level=lift.level, next=lift.level + 1, gain=ratio(lift.gain)
    )
    if lift.below_floor:
        step = _("{step}; at least {floor} is required").format(step=step, floor=criterion.floor)
    lines = [f"**{plain(f'{criterion.id} {said(criterion.name)}')}**: {plain(step)}"]
    if lift.missing:
        facts = paper.support.values("firm")
        lines += [f"- {plain(condition_text(axis, one, facts))}" for one in lift.missing]
    else:
        lines.append(f"- {plain(said(criterion.text_of(lift.level + 1)))}")
    if rows := row_names(paper.support, lift.rows):
        still_open = _("Open: {rows}").format(rows=rows)
        lines.append(f"- {plain(still_open)}")
    return lines[0] + "\n\n" + "\n".join(lines[1:])
