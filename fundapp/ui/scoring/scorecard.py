"""A scorecard drawn from the rubric: one axis a screen, the level texts in view, one tap a criterion."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from fundapp.basis.fact import Language
from fundapp.committee.rubric import Axis, Criterion
from fundapp.record.commands import SubmitScorecard
from fundapp.text.catalogue import _, language
from fundapp.ui import components, drafting
from fundapp.ui.desks import PAGES
from fundapp.ui.drafting import Typing
from fundapp.ui.scoring.card import asked, command, computed_levels, first_mark, mark_of, options_of, start_of
from fundapp.ui.scoring.facts_behind import facts_behind
from fundapp.ui.scoring.reasons import what_would_raise_it, why_it_moved
from fundapp.ui.scoring.task import Task
from fundapp.ui.turning import turn
from fundapp.ui.ways import PROPOSAL
from fundapp.ui.words import plain

STEPS = ("axis1", "axis2", "submit")


def scorecard(task: Task, typing: Typing) -> SubmitScorecard | None:
    """The card at the step where its owner is; the command once it is submitted. Every tap is saved."""
    values: dict[str, Any] = dict(typing.values)
    step = values.get("step", STEPS[0])
    _progress(task, step)
    match step:
        case "axis1" | "axis2":
            axis = task.rubric.axis(step)
            _axis_head(axis)
            _way_to_rows(task, axis)
            if step == "axis2":
                _agree_with_all(task, values, typing)
            for criterion in asked(task, axis):
                _criterion(task, axis, criterion, values, typing)
            goes_on = _steps_buttons(task, axis, values, typing)
            if drafting.keep(typing, values) and goes_on:
                turn()
            return None
        case _:
            submitted = _review(task, values, typing)
            if drafting.keep(typing, values) and submitted is None and values.get("step") != step:
                turn()
            return submitted


def _progress(task: Task, step: str) -> None:
    names = {
        "axis1": task.rubric.axis("axis1").name.of(language()),
        "axis2": task.rubric.axis("axis2").name.of(language()),
        "submit": _("Look over and submit"),
    }
    number = STEPS.index(step) + 1
    st.markdown(plain(_("Step {number} of {count}").format(number=number, count=len(STEPS))))
    components.section(names[step])


def _axis_head(axis: Axis) -> None:
    st.markdown(plain(axis.question.of(language())))
    st.markdown(plain(_("Choose the highest level whose whole text, and all below it, is true.")))


def _way_to_rows(task: Task, axis: Axis) -> None:
    if axis.id == "axis2":
        st.page_link(
            PAGES["committee/proposal"].file,
            label=_("Every fact with the rows behind it stands on the page of the proposal"),
            icon=":material/fact_check:",
            query_params={PROPOSAL: task.frozen.proposal.code},
        )


def _agree_with_all(task: Task, values: dict[str, Any], typing: Typing) -> None:
    pressed = st.button(
        _("I agree with all computed levels"),
        type="primary",
        key=typing.widget("agree"),
        icon=":material/done_all:",
        width="stretch",
    )
    if not pressed:
        return
    axis = task.rubric.axis("axis2")
    for criterion in asked(task, axis):
        values[f"axis2/{criterion.id}"] = computed_levels(task)[criterion.id]
        values.pop(f"axis2/{criterion.id}/reason", None)
    values["step"] = "submit"
    if drafting.keep(typing, values):
        turn()


def _criterion(task: Task, axis: Axis, criterion: Criterion, values: dict[str, Any], typing: Typing) -> None:
    spoken: Language = language()
    name = f"{axis.id}/{criterion.id}"
    options = options_of(task, axis, criterion)
    chosen = values.get(name, start_of(task, axis, criterion))
    with st.container(border=True, key=f"criterion-{criterion.id}"):
        components.part(f"{criterion.id}  {criterion.name.of(spoken)}")
        _notes(task, axis, criterion)
        level = st.radio(
            criterion.question.of(spoken) if criterion.question else criterion.name.of(spoken),
            options,
            index=options.index(chosen) if chosen in options else None,
            format_func=lambda option: _option(criterion, option),
            key=typing.widget(name),
            width="stretch",
        )
        if level is None:
            # This window shows none, though another one may have saved one.
            values.pop(name, None)
        else:
            values[name] = level
        what_would_raise_it(axis, criterion, level, values, typing)
        why_it_moved(task, axis, criterion, level, values, typing)


def _option(criterion: Criterion, option: int | str) -> str:
    """A level with its whole text, so that nobody scores a bare number."""
    if isinstance(option, str):
        text = _("No evidence to judge by. Not counted; noted as missing material.")
    else:
        text = criterion.text_of(option).of(language())
    return f"**{option}**\u2003{plain(text)}"


def _notes(task: Task, axis: Axis, criterion: Criterion) -> None:
    spoken = language()
    notes = [_("Weight {weight}%").format(weight=criterion.weight_pct)]
    if axis.id == "axis2":
        notes.append(_("Computed level {level}").format(level=computed_levels(task)[criterion.id]))
    if task.first:
        notes.append(_("Your first score {level}").format(level=first_mark(task, axis, criterion)))
    told = [" · ".join(notes)]
    if criterion.note:
        told.append(criterion.note.of(spoken))
    if axis.id == "axis1":
        documents = [one.title for one in task.frozen.proposal.evidence if one.criterion_id == criterion.id]
        told.append(
            _("Documents: {titles}").format(titles=" / ".join(documents))
            if documents
            else _("No document is attached, so levels 4 and 5 are not open.")
        )
    # In one element: a tap draws the whole card anew, and each element takes the browser a millisecond.
    st.markdown("\n\n".join(map(plain, told)))
    if axis.id == "axis2":
        facts_behind(task.frozen.support, axis, criterion)


def _steps_buttons(task: Task, axis: Axis, values: dict[str, Any], typing: Typing) -> bool:
    """Back and forward under the criteria. True when the step was changed."""
    open_ones = [one.id for one in asked(task, axis) if mark_of(task, axis, one, values) is None]
    if open_ones:
        st.markdown(plain(_("Still open: {criteria}").format(criteria=_(", ").join(open_ones))))
    with st.container(horizontal=True):
        back = axis.id == "axis2" and st.button(_("Back"), key=typing.widget("back"))
        forward = st.button(
            _("Go on to axis 2") if axis.id == "axis1" else _("Go on and look over"),
            type="primary" if axis.id == "axis1" else "secondary",
            key=typing.widget(f"forward-{axis.id}"),
            disabled=bool(open_ones),
        )
    if forward:
        values["step"] = STEPS[STEPS.index(axis.id) + 1]
    if back:
        values["step"] = "axis1"
    return bool(forward or back)


def _review(task: Task, values: dict[str, Any], typing: Typing) -> SubmitScorecard | None:
    blind = _("Nobody sees your scores until the chair reveals them all together.")
    seen_at_once = _("Once submitted, the others see your second score beside the first.")
    st.markdown(plain(seen_at_once if task.first else blind))
    for axis in task.rubric.axes:
        components.part(axis.name.of(language()))
        lines = [_line(task, axis, criterion, values) for criterion in asked(task, axis)]
        st.markdown("\n".join(lines))
    with st.container(horizontal=True):
        if st.button(_("Back"), key=typing.widget("back-review")):
            values["step"] = "axis2"
        submit = st.button(_("Submit my score"), type="primary", key=typing.widget("submit"), icon=":material/send:")
    return command(task, values) if submit else None


def _line(task: Task, axis: Axis, criterion: Criterion, values: Mapping[str, Any]) -> str:
    value = mark_of(task, axis, criterion, values)
    was = first_mark(task, axis, criterion) if task.first else value
    marks = f"{was} → **{value}**" if was != value else f"**{value or '—'}**"
    return f"- {criterion.id} {plain(criterion.name.of(language()))}: {marks}"
