"""What the keepers of the registers do about a proposal: correct it, complete its intake, attach documents."""

from typing import Literal

import streamlit as st

from fundapp.record.commands import RegisterCommand
from fundapp.text.catalogue import N_, _
from fundapp.ui import drafting, gate
from fundapp.ui.proposal import sending
from fundapp.ui.proposal.evidence import document_form, removal_form
from fundapp.ui.proposal.intake_form import intake_form
from fundapp.ui.proposal.letter_form import letter_form
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.proposal.request_form import request_form

Work = Literal["read", "intake", "document", "correct", "letter"]
WORKS: dict[Work, str] = {
    "read": N_("Read it"),
    "intake": N_("Check the intake"),
    "document": N_("Attach or take out a document"),
    "correct": N_("Correct the proposal"),
    "letter": N_("Write to the company"),
}
_TIMES = "proposal-work-closed"


def _key() -> str:
    """The chooser's key; a new one after each form that was carried out, so that nothing is chosen again."""
    return f"proposal-work-{st.session_state.get(_TIMES, 0)}"


def begin(work: Work) -> None:
    """Open one of the forms. Before the chooser is drawn."""
    st.session_state[_key()] = work
    st.rerun()


def is_open() -> bool:
    """True while one of the forms is open."""
    return bool(st.session_state.get(_key(), "read") != "read")


def do_work(paper: Paper) -> None:
    """The chooser, and the form that was chosen. A form that was carried out closes."""
    chosen: Work = st.radio(
        _("Work on this proposal"),
        _open_works(paper),
        format_func=lambda one: _(WORKS[one]),
        key=_key(),
        horizontal=True,
    )
    match chosen:
        case "intake":
            _once(paper, f"intake-{paper.proposal.id}", intake_form(paper), _("The intake is kept."))
        case "document":
            _once(paper, f"evidence-{paper.proposal.id}", document_form(paper), _("The document is attached."))
            _once(paper, f"removal-{paper.proposal.id}", removal_form(paper), _("The paper is taken out."))
        case "correct":
            _correct(paper)
        case "letter":
            _once(paper, f"letter-{paper.proposal.id}", letter_form(paper), _("The letter is kept with the papers."))
        case "read":
            pass


def _open_works(paper: Paper) -> tuple[Work, ...]:
    """A letter tells a resolution, so it waits for one."""
    return tuple(one for one in WORKS if one != "letter" or not paper.undecided)


def _once(paper: Paper, form: str, command: RegisterCommand | None, done: str) -> None:
    if command is not None and sending.kept(command, paper.actor, sending.nonce(form), done):
        sending.renew(form)
        _close()


def _correct(paper: Paper) -> None:
    typing = drafting.begin(paper.actor, f"proposal/{paper.proposal.id}")
    if typing is None:
        return
    command = request_form(typing, paper.proposal, gate.desk().proposals(paper.actor))
    if command and sending.kept(command, paper.actor, typing.command_id, _("The correction is kept.")):
        drafting.finish(typing)
        _close()


def _close() -> None:
    st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1
    st.rerun()
