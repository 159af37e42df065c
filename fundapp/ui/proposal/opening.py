"""The head of the page about one proposal: what this person does about it now, or why it is not open."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from fundapp.basis.roles import Role
from fundapp.committee.gates import intake_gate
from fundapp.text.catalogue import _
from fundapp.ui import components
from fundapp.ui.desks import PAGES
from fundapp.ui.proposal import work
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.scoring.task import Task, task_of
from fundapp.ui.ways import go, may_open


@dataclass(frozen=True, slots=True)
class Action:
    """The page's primary action."""

    label: str
    take: Callable[[], None]


def action(paper: Paper) -> Action | None:
    """What this person does about the proposal now: score it, or complete its intake."""
    if paper.actor.has(Role.VOTING) and may_open(paper.actor, "committee/score"):
        task = task_of(paper.book, paper.actor)
        if isinstance(task, Task) and task.item.proposal_id == paper.proposal.id:
            return Action(_("Score now"), partial(go, "committee/score"))
    if paper.keeps_papers and paper.item is None and not work.is_open():
        given, needs = paper.proposal.intake, paper.proposal.needs_support
        if not intake_gate(given, paper.today.bill_revision, needs_support=needs).passed():
            return Action(_("Complete the intake"), partial(work.begin, "intake"))
    return None


def not_open(code: str) -> None:
    """Why there is nothing to see here, and the way to the list."""
    if code:
        components.page_title(
            _("{code} is not open to you").format(code=code),
            _("You may be recused from it, or no proposal has this code. Nothing is wrong with your account."),
        )
    else:
        components.page_title(_("Which proposal?"), _("Choose it from the list."))
    back()


def back() -> None:
    """The way to the list."""
    st.page_link(PAGES["committee/proposals"].file, label=_("To all proposals"), icon=":material/arrow_back:")
