"""Submitting a form once, and the receipt for it: time and short hash."""

from datetime import datetime

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.record.commands import Command
from fundapp.text.catalogue import _
from fundapp.text.figures import moment
from fundapp.ui import components, drafting, gate, refusal
from fundapp.ui.drafting import Typing

_KEY = "receipt"
SHORT = 8
"""Digits of a hash that a person can compare at a glance."""


def submit(command: Command, actor: Actor, typing: Typing) -> None:
    """Send the form's command. Done: the draft is forgotten and the receipt shown; refused: all stays as it is."""
    answer = gate.desk().submit(command, actor, typing.command_id)
    if isinstance(answer, Refusal):
        refusal.show(answer)
        return
    drafting.finish(typing)
    st.session_state[_KEY] = (answer.at, answer.seq, answer.hash)
    st.rerun()


def show() -> None:
    """The receipt of what was just submitted, if anything was."""
    if _KEY not in st.session_state:
        return
    at, seq, digest = st.session_state.pop(_KEY)
    text = _("Submitted on {moment}. Record {seq}, mark {mark}.")
    components.receipt(text.format(moment=moment(datetime.fromisoformat(at)), seq=seq, mark=digest[:SHORT]))
