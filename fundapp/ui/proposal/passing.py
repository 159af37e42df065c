"""The gates in words, and what would make the proposal pass."""

from collections.abc import Sequence
from fractions import Fraction

import streamlit as st

from fundapp.committee.gates import GateResult
from fundapp.committee.rubric import Axis
from fundapp.documents.said import listed, said
from fundapp.network.support_facts import SupportFacts
from fundapp.record.lifting import Lift, Target, prospect_lifts, smallest_set, support_lifts, tipping
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


def _firm_levels(paper: Paper) -> dict[str, int | None]:
    """Axis 2 as the gates see it: as judged, before the reveal as computed."""
    place = paper.standing
    return dict(place.firm.values) if place else {one.criterion_id: one.level for one in paper.firm}


def _axes(paper: Paper) -> list[tuple[Axis, dict[str, int | None], Fraction, SupportFacts | None]]:
    """Each axis that is known with its levels, its pass mark and the facts behind them."""
    cut, place = paper.rubric.decision.thresholds, paper.standing
    prospects, support = paper.rubric.axes
    found: list[tuple[Axis, dict[str, int | None], Fraction, SupportFacts | None]] = []
    if paper.place.needs_support:
        found.append((support, _firm_levels(paper), cut.axis2_pass, paper.support))
    if place:
        found.append((prospects, {one.criterion_id: one.value for one in place.axis1.criteria}, cut.axis1_pass, None))
    return found


def show_change(paper: Paper) -> None:
    """What would change the result: the fewest steps by which an axis passes, or what would undo that it does."""
    known = [
        (axis, levels, mark, smallest_set(axis, levels, mark, facts)) for axis, levels, mark, facts in _axes(paper)
    ]
    if not known:
        return
    steps = any(targets for _axis, _levels, _mark, targets in known)
    components.section(_("What would make it pass") if steps else _("What would change the result"))
    for axis, levels, mark, targets in known:
        if targets:
            head = plain(_("{axis}: the fewest steps").format(axis=said(axis.name)))
            st.markdown("\n".join((head, "", *(_step(paper, axis, one) for one in targets))))
        else:
            st.markdown(plain(_undone(axis, levels, mark)))


def _step(paper: Paper, axis: Axis, target: Target) -> str:
    criterion = axis.criterion(target.criterion_id)
    facts = paper.support.values("firm")
    head = _("{criterion} to level {level}").format(
        criterion=f"{criterion.id} {said(criterion.name)}", level=target.level
    )
    told = [condition_text(axis, one, facts) for one in target.missing] or [said(criterion.text_of(target.level))]
    return f"- **{plain(head)}**: {plain(listed(told))}"


def _undone(axis: Axis, levels: dict[str, int | None], mark: Fraction) -> str:
    names = tipping(axis, levels, mark)
    told = {"axis": said(axis.name), "mark": ratio(mark), "criteria": _(", ").join(names)}
    if not names:
        return _("{axis}: passed. No single level less would undo it.").format_map(told)
    return _("{axis}: passed. One level less on any of these would undo it: {criteria}.").format_map(told)


def show_lifts(paper: Paper) -> None:
    """For each criterion that holds a gate back, what is missing for its next level."""
    place = paper.standing
    found = support_lifts(paper.rubric, paper.support, _firm_levels(paper)) if paper.place.needs_support else ()
    prospects = prospect_lifts(paper.rubric, place.axis1) if place else ()
    if not found and not prospects:
        return
    components.section(_("What holds it back, criterion by criterion"))
    _lifts(paper, paper.rubric.axis("axis2"), found)
    _lifts(paper, paper.rubric.axis("axis1"), prospects)


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
