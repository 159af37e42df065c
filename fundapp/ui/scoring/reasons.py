"""What a mark needs beside itself: the reason of a move, the new document behind a level above the facts."""

from typing import Any

import streamlit as st

from fundapp.committee.rubric import Axis, Criterion
from fundapp.text.catalogue import _, language
from fundapp.ui import gate
from fundapp.ui.drafting import Typing
from fundapp.ui.scoring.card import computed_levels, first_mark
from fundapp.ui.scoring.task import Task
from fundapp.ui.words import plain


def what_would_raise_it(
    axis: Axis, criterion: Criterion, level: int | str | None, values: dict[str, Any], typing: Typing
) -> None:
    """On axis 1, at 3 or less: one tap says that the next level's text is what would raise the mark."""
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


def why_it_moved(
    task: Task, axis: Axis, criterion: Criterion, level: int | str | None, values: dict[str, Any], typing: Typing
) -> None:
    """The reason of a move, and the new document behind a level above the facts."""
    name = f"{axis.id}/{criterion.id}"
    moved = task.first is not None and level is not None and level != first_mark(task, axis, criterion)
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
