"""Which past item, through whose eyes, at which moment."""

from collections.abc import Sequence

import streamlit as st

from fundapp.basis.roles import Actor, Role
from fundapp.documents.said import said
from fundapp.record.book import Book, Item
from fundapp.record.replay import Moment, MomentKind, participants
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import clock
from fundapp.text.terms import meeting_name
from fundapp.ui import gate
from fundapp.ui.ways import ITEM

MOMENTS: dict[MomentKind, str] = {
    "frozen": N_("facts frozen"),
    "scored": N_("all had scored, before the reveal"),
    "revealed": N_("scores revealed"),
    "discussed": N_("after the discussion"),
    "voted": N_("vote {number} closed"),
    "resolved": N_("resolved"),
}


def past_items(book: Book) -> tuple[Item, ...]:
    """The resolved items that this reader may open, the latest first."""
    found = [item for item in book.items.values() if item.resolved is not None and not item.hidden and item.frozen]
    return tuple(sorted(found, key=lambda item: (-book.meetings[item.meeting_id].number, item.number)))


def choose_item(book: Book, items: Sequence[Item]) -> Item:
    """The item that the address names, else the latest; the choice stays in the address."""
    names = {item.id: item_name(book, item) for item in items}
    asked = st.query_params.get(ITEM, "")
    ids = tuple(names)
    picked: str = st.selectbox(
        _("Past item"),
        ids,
        index=ids.index(asked) if asked in ids else 0,
        format_func=lambda one: names[one],
        key="replay-item",
    )
    if picked != asked:
        st.query_params[ITEM] = picked
    return next(item for item in items if item.id == picked)


def item_name(book: Book, item: Item) -> str:
    """The item by its meeting, its code and its proposal's name."""
    assert item.frozen is not None, "a past item was frozen"
    of = book.meetings[item.meeting_id]
    return _("{meeting}, {code} {name}").format(
        meeting=meeting_name(of.number, written=of.circulation is not None),
        code=item.proposal_code,
        name=said(item.frozen.proposal.name),
    )


def choose_eyes(book: Book, item: Item, viewer: Actor) -> Actor:
    """The participant whose view is shown: with the roles that the person had at the item."""
    people = gate.desk().people()
    there = participants(book, item)
    seated = {entry for entry in there if any(entry in (seat.holder, *seat.alternates) for seat in book.seats.values())}
    names = {one: _who(book, item, one) for one in there}
    own = viewer.person if viewer.person in there else there[0]
    chosen: str = st.selectbox(
        _("Through whose eyes"),
        tuple(names),
        index=tuple(names).index(own),
        format_func=lambda one: names[one],
        key=f"replay-eyes-{item.id}",
    )
    roles = people[chosen].roles if chosen in people else frozenset[Role]()
    judged = chosen in seated or chosen in book.outside or any(one.person == chosen for one in item.recusals)
    return Actor(person=chosen, roles=roles | {Role.VOTING} if judged else roles)


def _who(book: Book, item: Item, person: str) -> str:
    name = said(gate.name_of(person))
    if any(one.person == person for one in item.recusals):
        return _("{name} (took no part)").format(name=name)
    if person == book.meetings[item.meeting_id].recorder:
        return _("{name} (recorder)").format(name=name)
    return name


def choose_moment(item: Item, found: Sequence[Moment]) -> Moment:
    """The moment: the reveal's eve first, where what each one saw differs most."""
    names = [
        _("{time} {what}").format(time=clock(one.at), what=_(MOMENTS[one.kind]).format(number=one.number))
        for one in found
    ]
    first = next((at for at, one in enumerate(found) if one.kind == "scored"), 0)
    at: int = st.radio(
        _("At which moment"),
        range(len(found)),
        index=first,
        format_func=lambda one: names[one],
        horizontal=True,
        key=f"replay-moment-{item.id}",
    )
    return found[at]
