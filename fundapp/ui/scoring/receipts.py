"""Submitting a form once, and the receipt for it."""

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.record.commands import Command
from fundapp.text.catalogue import _
from fundapp.ui import components, drafting, gate, refusal
from fundapp.ui.drafting import Typing
from fundapp.ui.meeting.orders import receipt_text

_KEY = "receipt"


def submit(command: Command, actor: Actor, typing: Typing) -> None:
    """Send the form's command. Done: the draft is forgotten and the receipt shown; refused: all stays as it is."""
    answer = gate.desk().submit(command, actor, typing.command_id)
    if isinstance(answer, Refusal):
        refusal.show(answer)
        return
    drafting.finish(typing)
    st.session_state[_KEY] = receipt_text(_("The score is submitted."), answer)
    st.rerun()


def show() -> None:
    """The receipt of what was just submitted, if anything was."""
    if _KEY in st.session_state:
        components.receipt(st.session_state.pop(_KEY))
