"""Erasing a person for good: a contact, or a member that is one person. Nothing brings it back, so one ticks first."""

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.documents.said import said
from fundapp.network.contact import Contact
from fundapp.store.directory import MemberFile
from fundapp.store.erasure import Erased
from fundapp.text.catalogue import _, ngettext
from fundapp.ui import gate, refusal
from fundapp.ui.directory import places, sending
from fundapp.ui.words import plain


def member_part(actor: Actor, file: MemberFile) -> None:
    """A member that is one person asks to be erased."""
    if not file.member.may_be_a_person() or gate.desk().is_erased(file.member):
        return
    told = _(
        "Name, contacts, address, machines, processes, visits and issues go, also from the history and the search. "
        "Offers stay and count as those of an anonymous provider; the links are taken back."
    )
    if _is_wanted(file.member.id, said(file.member.name), told):
        _tell(gate.desk().erase_member(file.member.id, actor))


def contact_part(actor: Actor, contact: Contact) -> None:
    """A person of a member asks to be erased."""
    told = _(
        "The name and all ways to reach the person go, also from the history. Offers stay and count; "
        "the member's links are taken back."
    )
    if _is_wanted(contact.id, contact.name, told):
        _tell(gate.desk().erase_contact(contact.id, actor))


def _is_wanted(row: str, name: str, told: str) -> bool:
    with st.expander(_("Erase this person"), icon=":material/person_off:"):
        st.markdown(plain(told))
        sure = st.checkbox(
            _("{name} asked for it, and I know that nobody can bring it back").format(name=plain(name)),
            key=f"erase-sure-{row}",
        )
        return st.button(_("Erase for good"), icon=":material/person_off:", disabled=not sure, key=f"erase-now-{row}")


def _tell(erased: Erased | Refusal) -> None:
    if isinstance(erased, Refusal):
        refusal.show(erased)
        return
    left = len(erased.left)
    done = _("The person is erased.")
    if left:
        done += " " + ngettext(
            "{n} place still holds the name: in texts of others, papers or the record.",
            "{n} places still hold the name: in texts of others, papers or the record.",
            left,
        )
    sending.tell_next(done)
    places.close_form()
