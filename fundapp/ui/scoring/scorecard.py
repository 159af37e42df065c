"""A scorecard drawn from the rubric: one axis a screen, the level texts in view, one tap a criterion."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from fundapp.basis.fact import Language
from fundapp.committee.item import Scorecard
from fundapp.committee.rubric import Axis, Criterion
from fundapp.record.commands import Judgement, SubmitScorecard
from fundapp.text.catalogue import _, language
from fundapp.ui import drafting, gate
from fundapp.ui.drafting import Typing
from fundapp.ui.scoring.facts_behind import facts_behind
from fundapp.ui.scoring.task import Task
from fundapp.ui.turning import turn
from fundapp.ui.words import plain

X = "X"
"""No evidence: the mark of a member who cannot judge a criterion."""
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


def asked(task: Task, axis: Axis) -> tuple[Criterion, ...]:
    """The criteria of an axis that apply to this item."""
    computed = computed_levels(task)
    return tuple(one for one in axis.criteria if axis.id == "axis1" or computed[one.id] is not None)


def computed_levels(task: Task) -> Mapping[str, int | None]:
    """The levels of axis 2 that the firm facts give."""
    return {one.criterion_id: one.level for one in task.frozen.firm}


def _first(task: Task, axis: Axis, criterion: Criterion) -> int | str | None:
    """The first score of this criterion: a level, X, or None in the first round."""
    return _level_in(task.first, axis, criterion) if task.first else None


def _level_in(card: Scorecard, axis: Axis, criterion: Criterion) -> int | str:
    given = next(one for one in card.levels if (one.axis, one.criterion_id) == (axis.id, criterion.id))
    return X if given.level is None else given.level


def _start(task: Task, axis: Axis, criterion: Criterion) -> int | str | None:
    """Where a criterion begins: the first score in the second round, the computed level on axis 2, else nothing."""
    if task.first:
        return _first(task, axis, criterion)
    return computed_levels(task)[criterion.id] if axis.id == "axis2" else None


def _progress(task: Task, step: str) -> None:
    names = {
        "axis1": task.rubric.axis("axis1").name.of(language()),
        "axis2": task.rubric.axis("axis2").name.of(language()),
        "submit": _("Look over and submit"),
    }
    number = STEPS.index(step) + 1
    st.markdown(plain(_("Step {number} of {count}").format(number=number, count=len(STEPS))))
    st.header(plain(names[step]), anchor=False)


def _axis_head(axis: Axis) -> None:
    st.markdown(plain(axis.question.of(language())))
    st.markdown(plain(_("Choose the highest level whose whole text, and all below it, is true.")))


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


def _options(task: Task, axis: Axis, criterion: Criterion) -> list[int | str]:
    levels = [level.level for level in criterion.levels]
    if axis.id == "axis2":
        start = computed_levels(task)[criterion.id] or 0
        levels = [level for level in levels if abs(level - start) <= 1]
    return [*levels, X]


def _criterion(task: Task, axis: Axis, criterion: Criterion, values: dict[str, Any], typing: Typing) -> None:
    spoken: Language = language()
    name = f"{axis.id}/{criterion.id}"
    options = _options(task, axis, criterion)
    chosen = values.get(name, _start(task, axis, criterion))
    with st.container(border=True, key=f"criterion-{criterion.id}"):
        st.subheader(f"{criterion.id}  {plain(criterion.name.of(spoken))}", anchor=False)
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
        _what_would_raise_it(axis, criterion, level, values, typing)
        _why(task, axis, criterion, level, values, typing)


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
        notes.append(_("Your first score {level}").format(level=_first(task, axis, criterion)))
    st.markdown(plain(" · ".join(notes)))
    if criterion.note:
        st.markdown(plain(criterion.note.of(spoken)))
    if axis.id == "axis2":
        facts_behind(task.frozen.support, axis, criterion)
        return
    documents = [one.title for one in task.frozen.proposal.evidence if one.criterion_id == criterion.id]
    if documents:
        st.markdown(plain(_("Documents: {titles}").format(titles=" / ".join(documents))))
    else:
        st.markdown(plain(_("No document is attached, so levels 4 and 5 are not open.")))


def _what_would_raise_it(
    axis: Axis, criterion: Criterion, level: int | str | None, values: dict[str, Any], typing: Typing
) -> None:
    name = f"{axis.id}/{criterion.id}/next"
    if axis.id != "axis1" or not isinstance(level, int) or level > 3:
        values.pop(name, None)
        return
    text = criterion.text_of(level + 1).of(language())
    label = _("This would raise it: {text}").format(text=text)
    if st.checkbox(plain(label), value=values.get(name, False), key=typing.widget(f"{name}/{level}")):
        values[name] = True
    else:
        values.pop(name, None)


def _why(
    task: Task, axis: Axis, criterion: Criterion, level: int | str | None, values: dict[str, Any], typing: Typing
) -> None:
    """The reason of a move, and the new document behind a level above the facts."""
    name = f"{axis.id}/{criterion.id}"
    moved = task.first is not None and level is not None and level != _first(task, axis, criterion)
    start = computed_levels(task).get(criterion.id) if axis.id == "axis2" else None
    lower = isinstance(level, int) and start is not None and level < start
    if moved or lower:
        reason = st.text_area(
            _("Reason for the change"),
            value=values.get(f"{name}/reason", ""),
            key=typing.widget(f"{name}/reason"),
            max_chars=2000,
        )
        values[f"{name}/reason"] = reason
    else:
        values.pop(f"{name}/reason", None)
    if isinstance(level, int) and start is not None and level > start:
        _new_document(task, criterion, values, typing)
    else:
        values.pop(f"{name}/linked", None)


def _new_document(task: Task, criterion: Criterion, values: dict[str, Any], typing: Typing) -> None:
    name = f"axis2/{criterion.id}/linked"
    frozen = {one.file_sha256 for one in task.frozen.proposal.evidence}
    today = gate.desk().proposal(typing.actor, task.item.proposal_id)
    new = [
        one
        for one in (today.evidence if today else ())
        if one.criterion_id == criterion.id and one.file_sha256 not in frozen
    ]
    if not new:
        st.markdown(plain(_("A level above the facts needs a document attached after the freeze. There is none yet.")))
        return
    titles = {one.file_sha256: one.title for one in new}
    linked = st.selectbox(
        _("The new document"),
        list(titles),
        index=None,
        placeholder=_("Choose"),
        format_func=lambda sha256: titles[sha256],
        key=typing.widget(name),
    )
    if linked:
        values[name] = linked


def _steps_buttons(task: Task, axis: Axis, values: dict[str, Any], typing: Typing) -> bool:
    """Back and forward under the criteria. True when the step was changed."""
    open_ones = [one.id for one in asked(task, axis) if _value(task, axis, one, values) is None]
    if open_ones:
        st.markdown(plain(_("Still open: {criteria}").format(criteria=", ".join(open_ones))))
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


def _value(task: Task, axis: Axis, criterion: Criterion, values: Mapping[str, Any]) -> int | str | None:
    found: int | str | None = values.get(f"{axis.id}/{criterion.id}", _start(task, axis, criterion))
    return found


def _review(task: Task, values: dict[str, Any], typing: Typing) -> SubmitScorecard | None:
    st.markdown(plain(_("Nobody sees your scores until the chair reveals them all together.")))
    for axis in task.rubric.axes:
        st.subheader(plain(axis.name.of(language())), anchor=False)
        lines = [_line(task, axis, criterion, values) for criterion in asked(task, axis)]
        st.markdown("\n".join(lines))
    with st.container(horizontal=True):
        if st.button(_("Back"), key=typing.widget("back-review")):
            values["step"] = "axis2"
        submit = st.button(_("Submit my score"), type="primary", key=typing.widget("submit"), icon=":material/send:")
    return command(task, values) if submit else None


def _line(task: Task, axis: Axis, criterion: Criterion, values: Mapping[str, Any]) -> str:
    value = _value(task, axis, criterion, values)
    return f"- {criterion.id} {plain(criterion.name.of(language()))}: **{value or '—'}**"


def command(task: Task, values: Mapping[str, Any]) -> SubmitScorecard:
    """The command that a filled-in card becomes."""
    return SubmitScorecard(
        item_id=task.item.id,
        seat_id=task.seat_id,
        judgements=tuple(
            Judgement(
                axis=axis.id,
                criterion_id=criterion.id,
                level=level if isinstance(level, int) else None,
                reason=values.get(f"{axis.id}/{criterion.id}/reason", ""),
                next_level_would_raise=values.get(f"{axis.id}/{criterion.id}/next", False),
                linked_sha256=values.get(f"{axis.id}/{criterion.id}/linked", ""),
            )
            for axis in task.rubric.axes
            for criterion in asked(task, axis)
            if (level := _value(task, axis, criterion, values)) is not None
        ),
    )
