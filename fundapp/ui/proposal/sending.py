"""Sending a form about a proposal once, and saying that it was kept."""

from datetime import datetime

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.record.commands import RegisterCommand
from fundapp.text.catalogue import _
from fundapp.text.figures import moment
from fundapp.ui import components, gate, refusal

_KEY = "proposal/receipt"


def nonce(form: str) -> str:
    """The id of the command that this form sends next; a new one once it was carried out."""
    found: str = st.session_state.setdefault(f"nonce/{form}", gate.desk().new_id())
    return found


def kept(command: RegisterCommand, actor: Actor, command_id: str, done: str) -> bool:
    """Carry the command out. True when it was kept: the receipt is shown in the next run. False: it says why not."""
    answer = gate.desk().submit(command, actor, command_id)
    if isinstance(answer, Refusal):
        refusal.show(answer)
        return False
    at = moment(datetime.fromisoformat(answer.at))
    st.session_state[_KEY] = _("{done} Kept on {moment}.").format(done=done, moment=at)
    return True


def renew(form: str) -> None:
    """The form was carried out: its widgets and its command are new from now on."""
    st.session_state.pop(f"nonce/{form}", None)


def show_receipt() -> None:
    """What was just kept, once."""
    if text := st.session_state.pop(_KEY, None):
        components.receipt(text)
