"""A step of the fund's money before it is sent: what it enters, the figures after it, and the press that sends it."""

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.documents.account_names import changed_figures
from fundapp.documents.journal_table import account_text
from fundapp.record.book import Book
from fundapp.record.commands import Command
from fundapp.record.events import ValuationInput
from fundapp.record.foresee import Foreseen, foresee
from fundapp.record.ledger import LedgerRow
from fundapp.text.catalogue import _
from fundapp.text.figures import yen
from fundapp.ui import components, gate, refusal
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.words import plain

UNWRITTEN = "-"
"""Stands for words that are still to be typed, so that the figures can be foreseen before."""
_WORDS = ("reason", "evidence", "reasoning", "what")


def ask(book: Book, actor: Actor, command: Command, *, form: str, press: str, done: str) -> Order | None:
    """Shows what the command would do, and gives it as an order once it is pressed."""
    foreseen = foresee(book, _written(command), actor, gate.desk().now())
    if isinstance(foreseen, Refusal):
        refusal.show(foreseen)
        return None
    _show(foreseen, form)
    place = st.container()
    pressed = st.button(press, type="primary", width="stretch", key=key(form, "go"))
    return Order((command,), form, place, done) if pressed else None


def _written(command: Command) -> Command:
    """The command as if the words that are still to be typed stood there."""
    words = {name: UNWRITTEN for name in _WORDS if not getattr(command, name, UNWRITTEN).strip()}
    inputs = {} if getattr(command, "inputs", True) else {"inputs": (ValuationInput(name=UNWRITTEN, value=UNWRITTEN),)}
    return command.model_copy(update=words | inputs)


def _show(foreseen: Foreseen, form: str) -> None:
    moved = changed_figures(foreseen.before, foreseen.after)
    if not foreseen.postings:
        st.markdown(plain(_("No money moves with this step.")))
        return
    told = _("{figure}: {before} becomes {after}")
    lines = [told.format(figure=name, before=yen(was), after=yen(will_be)) for name, was, will_be in moved]
    lines = lines or [_("The fund's figures stay as they are; only the accounts below change.")]
    with st.container(border=True, key=f"{form}-foreseen"):
        head = plain(_("After this step"))
        st.markdown(f"**{head}**")
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
        with st.expander(_("What the journal enters")):
            about = _("The entries of this step, debit and credit in yen")
            components.table(posting_rows(foreseen.postings), about=about, key=f"{form}-entries")


def posting_rows(postings: tuple[LedgerRow, ...]) -> list[dict[str, str | int | None]]:
    """What a step enters, each account named as the journal names it."""
    return [
        {
            _("Account"): account_text(one),
            _("Debit (yen)"): one.amount_yen if one.amount_yen > 0 else None,
            _("Credit (yen)"): -one.amount_yen if one.amount_yen < 0 else None,
        }
        for one in postings
    ]
