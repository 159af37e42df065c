"""Who has an account: found by any word, opened one at a time."""

from collections.abc import Mapping, Sequence

import streamlit as st

from fundapp.access import accounts, office
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.documents.said import said
from fundapp.store.people import Person
from fundapp.text.catalogue import _, ngettext, pgettext
from fundapp.ui import components, gate, refusal
from fundapp.ui.office.roles import role_names
from fundapp.ui.words import plain

_OPEN, _RECEIPT = "office/open", "office/receipt"
NEW = "new"


def opened() -> str:
    """The id of the person who is open, NEW for the form of a new one, or an empty text."""
    found: str = st.session_state.get(_OPEN, "")
    return found


def open_(person: str) -> None:
    """Open a person, or the form of a new one."""
    st.session_state[_OPEN] = person
    st.rerun()


def close(receipt: str = "") -> None:
    """Back to the list; `receipt` says what was done."""
    st.session_state[_OPEN] = ""
    st.session_state[_RECEIPT] = receipt
    st.rerun()


def show_receipt() -> None:
    """What was just done, once."""
    if text := st.session_state.pop(_RECEIPT, ""):
        components.receipt(text)


def in_order(known: Mapping[str, Person]) -> list[Person]:
    """Everyone, those who may come in first, by name."""
    return sorted(known.values(), key=lambda one: (one.disabled, said(one.name)))


def show_list(actor: Actor, found: Sequence[Person]) -> None:
    """A card for each person that holds the word looked for."""
    query = st.text_input(_("Search the people"), icon=":material/search:", key="people-search", width=420)
    keeps = actor.has(*office.KEEPERS)
    waiting = accounts.waiting(gate.desk().database, gate.desk().now())
    shown = [one for one in found if query.strip().casefold() in _words(one, keeps=keeps).casefold()]
    if not shown:
        st.markdown(plain(_("Nobody fits this search.")))
    for one in shown:
        _card(actor, one, waiting.get(one.id, 0), keeps=keeps)
    if keeps:
        components.folded_table(
            _("The same as a table, to sort and take away"),
            lambda: _rows(shown),
            about=_("Everyone with an account"),
            key="people-table",
        )


def _words(person: Person, *, keeps: bool) -> str:
    known = (person.name.ja, person.name.en, person.organisation, role_names(person.roles))
    return " ".join((*known, person.sign_in_name) if keeps else known)


def _card(actor: Actor, person: Person, tries: int, *, keeps: bool) -> None:
    with (
        st.container(border=True, key=f"account-{person.id}"),
        st.container(horizontal=True, vertical_alignment="center"),
    ):
        st.markdown(_told(actor, person, tries, keeps=keeps), width="stretch")
        if tries:
            _let_in(actor, person)
        if keeps and st.button(_("Open"), key=f"open-{person.id}", help=said(person.name)):
            open_(person.id)


def _told(actor: Actor, person: Person, tries: int, *, keeps: bool) -> str:
    own = [_("you")] if person.id == actor.person else []
    first = "  ".join([f"**{plain(said(person.name))}**", *map(plain, own)])
    second = [*map(plain, filter(None, (person.organisation, role_names(person.roles))))]
    # A name to type is set as such, and is nobody's language.
    second += [f"`{person.sign_in_name}`"] if keeps else []
    lines = [first, " · ".join(second)]
    if state := _state(person, tries):
        icon, told = state
        lines.append(f":material/{icon}: {plain(told)}")
    return "  \n".join(lines)


def _state(person: Person, tries: int) -> tuple[str, str] | None:
    """What stands between the person and the desk, with its icon."""
    if person.disabled:
        return "block", _("May not sign in")
    if tries:
        return "hourglass", ngettext("{n} wrong try in a row", "{n} wrong tries in a row", tries)
    return ("key", _("Has not chosen a password yet")) if person.must_change_password else None


def _let_in(actor: Actor, person: Person) -> None:
    if st.button(_("Let in again"), type="primary", key=f"let-in-{person.id}", help=said(person.name)):
        refused = office.let_in_again(gate.desk().database, actor, person.id)
        if isinstance(refused, Refusal):
            refusal.show(refused)
        else:
            close(_("{name} can sign in at once.").format(name=said(person.name)))


def _rows(found: Sequence[Person]) -> list[Mapping[str, str]]:
    return [
        {
            pgettext("person", "Name"): said(one.name),
            _("Organisation"): one.organisation,
            _("Roles"): role_names(one.roles),
            _("Sign-in name"): one.sign_in_name,
            _("Door"): _("May not sign in") if one.disabled else _("May sign in"),
        }
        for one in found
    ]


def members(found: Sequence[Person]) -> list[Person]:
    """Those whom the secretariat lets in again: everyone whose door is open."""
    return [one for one in found if not one.disabled]
