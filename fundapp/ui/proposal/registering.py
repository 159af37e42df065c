"""Registering a proposal from the list."""

import streamlit as st

from fundapp.basis.roles import Actor, Role
from fundapp.text.catalogue import _
from fundapp.ui import components, drafting, gate
from fundapp.ui.proposal import sending
from fundapp.ui.proposal.request_form import registered, request_form
from fundapp.ui.ways import go

_OPEN = "register"
"""The address's parameter while the form is open, so that a reload comes back to it."""


def may_register(actor: Actor) -> bool:
    """True for whoever keeps the registers."""
    return actor.has(Role.MANAGER, Role.SECRETARIAT)


def is_open() -> bool:
    """True while the form of a new proposal is open."""
    return _OPEN in st.query_params


def begin() -> None:
    """Open the form."""
    st.query_params[_OPEN] = "new"
    st.rerun()


def _end() -> None:
    del st.query_params[_OPEN]
    st.rerun()


def register(actor: Actor) -> None:
    """The form of a new proposal, restored as it was left; once it is registered, its page."""
    components.page_title(_("Register a proposal"), _("Kept as a draft while you write."))
    if st.button(_("Back to the list"), icon=":material/arrow_back:", type="tertiary", key="back-to-list"):
        _end()
    typing = drafting.begin(actor, "proposal/new")
    if typing is None:
        return
    command = request_form(typing, None, gate.desk().proposals(actor))
    if command and sending.kept(command, actor, typing.command_id, registered(command.proposal)):
        drafting.finish(typing)
        del st.query_params[_OPEN]
        # What comes next, the intake, is done where the proposal is.
        go("committee/proposal", proposal=command.proposal.code)
