"""What a form orders, sent once: a press that comes twice counts once, and the answer stands where one pressed."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.desk import Done
from fundapp.record.commands import Command
from fundapp.text.catalogue import _
from fundapp.text.figures import clock
from fundapp.ui import components, gate, refusal

_RECEIPT, _SHOWN_AT, _TYPING = "meeting/receipt", "meeting/shown-at", "meeting/typing"
_REFUSED = "meeting/refused"


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody ordered in a form."""

    commands: tuple[Command, ...]
    """More than one only where each stands for itself: what was carried out stays when a later one is refused."""
    form: str
    place: DeltaGenerator
    """Where a refusal is shown: at the form."""
    done: str
    """What the receipt says; nothing when the page shows by itself what was done."""


def nonce(form: str) -> str:
    """The id of the command that this form will send. A new one only when it was carried out."""
    found: str = st.session_state.setdefault(f"nonce/{form}", gate.desk().new_id())
    return found


def key(form: str, name: str) -> str:
    """The key of a form's widget. Once the form is carried out its widgets are new, so a second press finds nobody."""
    return f"{form}-{name}-{nonce(form)}"


def typing() -> None:
    """Somebody may be writing in this run's forms, so the page does not draw itself anew."""
    st.session_state[_TYPING] = True


def is_typing() -> bool:
    """True when the last run drew a form that one writes in."""
    return bool(st.session_state.get(_TYPING))


def is_refused() -> bool:
    """True when the last run shows why something was refused."""
    return bool(st.session_state.get(_REFUSED))


def begin() -> None:
    """At the start of a run: nobody is writing yet, and nothing is refused."""
    st.session_state[_TYPING] = st.session_state[_REFUSED] = False


def show_receipt(place: Hashable) -> None:
    """The proof of what this person did last, as long as the page stays at the place where it was first shown."""
    receipt: str = st.session_state.get(_RECEIPT, "")
    shown_at: Hashable = st.session_state.setdefault(_SHOWN_AT, place)
    if receipt and shown_at == place:
        components.receipt(receipt)


def carry_out(orders: Iterable[Order | None], actor: Actor) -> None:
    """Send what was ordered. A refusal stands at its form with all that was entered; else the page is drawn anew."""
    order = next((one for one in orders if one is not None), None)
    if order is None:
        return
    st.session_state[_RECEIPT] = ""
    st.session_state.pop(_SHOWN_AT, None)
    for number, command in enumerate(order.commands):
        answer = gate.desk().submit(command, actor, f"{nonce(order.form)}/{number}")
        if isinstance(answer, Refusal):
            # The page must not draw itself anew before this was read.
            st.session_state[_REFUSED] = True
            with order.place:
                refusal.show(answer)
            return
        if order.done:
            st.session_state[_RECEIPT] = receipt_text(order.done, answer)
    del st.session_state[f"nonce/{order.form}"]
    st.rerun()


def receipt_text(done: str, answer: Done) -> str:
    """The proof that something was done: what, when, and its place and short hash in the record."""
    return _("{done} Recorded at {time} as no. {seq} ({hash}).").format(
        done=done, time=clock(datetime.fromisoformat(answer.at)), seq=answer.seq, hash=answer.hash[:8]
    )
