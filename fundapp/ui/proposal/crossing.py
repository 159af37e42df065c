"""The fewest facts by which a proposal crosses its gates, and turning them into tasks with owners and days."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from fundapp.basis.days import day_of
from fundapp.basis.roles import Role
from fundapp.network.register import SupportRegister
from fundapp.network.task import SupportTask
from fundapp.record.commands import FinishTask, RecordTasks
from fundapp.record.crossing import EFFORT, Crossing, Step, crossing
from fundapp.text.catalogue import _, language, ngettext
from fundapp.text.figures import day
from fundapp.text.network_words import word
from fundapp.ui import gate
from fundapp.ui.network.line_words import line_name
from fundapp.ui.proposal import sending
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.words import plain

DAYS_OF_EFFORT = {1: 14, 2: 21, 3: 45, 4: 60}
"""Days that a step is first given; a person changes them."""


def show_crossing(paper: Paper) -> None:
    """Search on a press, the steps found, and the tasks that are open."""
    desk = gate.desk()
    register = desk.support(paper.actor, paper.proposal.id)
    if register is None or not paper.undecided or not paper.proposal.needs_support:
        return
    today = day_of(desk.now())
    names = _names(register)
    tasks = [one for one in desk.support_tasks(paper.actor) if one.proposal_id == paper.proposal.id]
    _open_tasks(paper, tasks, names, today)
    if not paper.keeps_papers:
        return
    key = f"crossing/{paper.proposal.id}"
    if st.button(_("Search for the fewest facts that cross the gates"), icon=":material/route:", key=f"search-{key}"):
        with st.spinner(_("Trying sets of facts, the smallest first…")):
            found = crossing(paper.book.rubric, paper.proposal, register, today)
        st.session_state[key] = register, found
    kept = st.session_state.get(key)
    if kept is None:
        return
    if kept[0] != register:
        st.markdown(plain(_("The facts have changed since the search. Search again.")))
        return
    _found(paper, kept[1], tasks, names, today)


def _names(register: SupportRegister) -> dict[str, str]:
    """What a person reads for the id of a line, a need, a route or a paper of the intake."""
    lines = register.bill.lines if register.bill else ()
    return (
        {line.id: line_name(line) for line in lines}
        | {need.id: need.name for need in register.needs}
        | {route.id: route.name for route in register.routes}
    )


def _told(step: str, row: str, names: dict[str, str]) -> str:
    what = word("step", step)
    if step == "intake":
        return _("{what}: {row}").format(what=what, row=word("intake_paper", row))
    return _("{what}: {row}").format(what=what, row=names.get(row, row)) if row else what


def _found(paper: Paper, found: Crossing, tasks: list[SupportTask], names: dict[str, str], today: date) -> None:
    if not found.passes:
        st.markdown(
            plain(_("No set of these facts crosses the gates: the bill, its targets or the plan have to change."))
        )
        return
    if not found.steps:
        st.markdown(plain(_("The facts cross the gates already; the committee judges.")))
        return
    told = ngettext("{n} fact is enough.", "{n} facts are enough.", len(found.steps))
    proof = _("No smaller set is.") if found.proved else _("A smaller set was not found in the time given.")
    st.markdown(f"**{plain(told)}** {plain(proof)}")
    open_ones = {(one.step, one.row) for one in tasks if one.done_on is None}
    new = [step for step in found.steps if (step.kind, step.row) not in open_ones]
    if not new:
        st.markdown("\n".join(f"- {plain(_told(step.kind, step.row, names))}" for step in found.steps))
        return
    _to_tasks(paper, new, names, today)


def _to_tasks(paper: Paper, steps: list[Step], names: dict[str, str], today: date) -> None:
    """The steps with owner and day, to be changed, and one press for all of them."""
    owners = {
        one.name.of(language()): one.id
        for one in gate.desk().people().values()
        if not one.disabled and one.roles & {Role.MANAGER, Role.SECRETARIAT}
    }
    own = next((name for name, person in owners.items() if person == paper.actor.person), _("I myself"))
    owners[own] = paper.actor.person
    form = f"tasks/{paper.proposal.id}"
    nonce = sending.nonce(form)
    edited = st.data_editor(
        pd.DataFrame(
            {
                "what": [_told(step.kind, step.row, names) for step in steps],
                "provider": [paper.providers.shown(step.provider) for step in steps],
                "owner": [own] * len(steps),
                "due": [today + timedelta(days=DAYS_OF_EFFORT[EFFORT[step.kind]]) for step in steps],
            }
        ),
        hide_index=True,
        num_rows="fixed",
        disabled=["what", "provider"],
        column_config={
            "what": st.column_config.TextColumn(_("What is missing"), width="large"),
            "provider": st.column_config.TextColumn(_("Provider")),
            "owner": st.column_config.SelectboxColumn(_("Owner"), options=list(owners), required=True),
            "due": st.column_config.DateColumn(_("By"), format="YYYY-MM-DD", required=True, min_value=today),
        },
        placeholder="",
        alt=_("The missing facts with their owners and days"),
        key=f"{form}/{nonce}",
    )
    label = ngettext("Turn it into {n} task", "Turn them into {n} tasks", len(steps))
    if not st.button(label, type="primary", icon=":material/task_alt:", key=f"{form}/send"):
        return
    rows = edited.to_dict("records")
    tasks = tuple(
        _task(paper, step, row, owners, f"{nonce}-{at}") for at, (step, row) in enumerate(zip(steps, rows, strict=True))
    )
    done = ngettext(
        "{n} task stands on its owner's first page.", "{n} tasks stand on their owners' first pages.", len(tasks)
    )
    if sending.kept(RecordTasks(tasks=tasks), paper.actor, nonce, done):
        sending.renew(form)
        st.rerun()


def _task(paper: Paper, step: Step, row: dict[Any, Any], owners: dict[str, str], task_id: str) -> SupportTask:
    due = row["due"]
    return SupportTask(
        id=task_id,
        proposal_id=paper.proposal.id,
        step=step.kind,
        row=step.row,
        provider=step.provider,
        owner=owners[row["owner"]],
        due=due.date() if isinstance(due, pd.Timestamp) else due,
    )


def _open_tasks(paper: Paper, tasks: list[SupportTask], names: dict[str, str], today: date) -> None:
    """What is still to be done, by its day; a keeper of the papers says when it is."""
    waiting = [one for one in tasks if one.done_on is None]
    if not waiting:
        return
    people = gate.desk().people()
    count = ngettext("{n} open task", "{n} open tasks", len(waiting))
    st.markdown(f"**{plain(count)}**")
    for task in waiting:
        owner = people[task.owner].name.of(language()) if task.owner in people else _("somebody who has left")
        text = _("{what}; {owner}, by {day}").format(
            what=_told(task.step, task.row, names), owner=owner, day=day(task.due)
        )
        overdue = _("overdue")
        late = f" **{plain(overdue)}**" if task.due < today else ""
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"- {plain(text)}{late}", width="stretch")
            if not paper.keeps_papers or not st.button(_("Done"), icon=":material/check:", key=f"done-{task.id}"):
                continue
            command = FinishTask(task_id=task.id, on=today)
            if sending.kept(command, paper.actor, sending.nonce(f"done-{task.id}"), _("The task is done.")):
                st.rerun()
