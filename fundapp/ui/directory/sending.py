"""A form of the directory on its way out: sent once, its draft forgotten, its receipt shown."""

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.record.command import RegisterCommand
from fundapp.record.permissions import may
from fundapp.text.catalogue import _
from fundapp.ui import components, drafting, gate, refusal
from fundapp.ui.directory import places
from fundapp.ui.drafting import Typing
from fundapp.ui.network.fields import Fields

_RECEIPT = "directory/receipt"


def allowed(actor: Actor, kind: type[RegisterCommand]) -> bool:
    """True when this person may give such an order."""
    return may(actor, kind)


def ends(fields: Fields, save: str) -> bool:
    """Keep the draft, then the two ways out of the form. True when it is to be saved."""
    kept = drafting.keep(fields.typing, fields.typed())
    with st.container(horizontal=True, key="form-ends"):
        saved = st.button(save, type="primary", icon=":material/save:", key=fields.typing.widget("save"))
        given_up = st.button(_("Discard and go back"), key=fields.typing.widget("discard"))
    if given_up:
        drafting.finish(fields.typing)
        places.close_form()
    return kept and saved


def send(actor: Actor, typing: Typing, done: str, *commands: RegisterCommand) -> None:
    """Carry the orders out; a refusal leaves all that was typed, else the form closes and the receipt is shown."""
    for number, command in enumerate(commands):
        answer = gate.desk().submit(command, actor, f"{typing.command_id}-{number}" if number else typing.command_id)
        if isinstance(answer, Refusal):
            refusal.show(answer)
            return
    drafting.finish(typing)
    st.session_state[_RECEIPT] = done
    places.close_form()


def press(actor: Actor, command: RegisterCommand, command_id: str, done: str) -> None:
    """Carry out an order that one press gives."""
    answer = gate.desk().submit(command, actor, command_id)
    if isinstance(answer, Refusal):
        refusal.show(answer)
        return
    tell_next(done)
    st.rerun()


def tell_next(done: str) -> None:
    """Show this receipt with the next run."""
    st.session_state[_RECEIPT] = done


def show_receipt() -> None:
    """What was just kept, once."""
    if text := st.session_state.pop(_RECEIPT, ""):
        components.receipt(text)
