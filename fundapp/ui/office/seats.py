"""The seats of the committee: who holds them, and another holder when somebody leaves."""

from collections.abc import Mapping

import streamlit as st

from fundapp.basis.canonical import digest
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.committee.item import Seat
from fundapp.documents.said import listed, said
from fundapp.record.book import Book
from fundapp.record.commands import AssignSeat
from fundapp.store.people import Person
from fundapp.text.catalogue import _
from fundapp.ui import components, drafting, gate, refusal
from fundapp.ui.office.accounts import close, open_
from fundapp.ui.office.fields import Fields, Row, seat_fields
from fundapp.ui.setup.typed_people import NewPerson, seat_place, seat_problems, seats_of, voting
from fundapp.ui.words import plain

_PREFIX = "seat/"


def opened(book: Book, place: str) -> Seat | None:
    """The seat that is open, if `place` names one."""
    return book.seats.get(place.removeprefix(_PREFIX)) if place.startswith(_PREFIX) else None


def show_list(book: Book, people: Mapping[str, Person]) -> None:
    """A card for each seat, the senior first."""
    if not book.seats:
        return
    components.section(_("Seats"))
    for seat in book.seats_by_rank():
        with (
            st.container(border=True, key=f"seat-{seat.rank}"),
            st.container(horizontal=True, vertical_alignment="center"),
        ):
            st.markdown(_told(seat, people), width="stretch")
            if st.button(_("Change"), key=f"change-{seat.id}", help=said(seat.name)):
                open_(f"{_PREFIX}{seat.id}")


def _told(seat: Seat, people: Mapping[str, Person]) -> str:
    held = _("Held by {name}").format(name=_name(seat.holder, people))
    alternates = [_name(one, people) for one in seat.alternates]
    lines = [
        f"**{plain(seat_place(seat.rank, seat.name))}**",
        plain(" · ".join(filter(None, (seat.organisation, held)))),
        *([plain(_("Alternates: {names}").format(names=listed(alternates)))] if alternates else []),
    ]
    return "  \n".join(lines)


def _name(person: str, people: Mapping[str, Person]) -> str:
    if person not in people:
        return person
    name = said(people[person].name)
    # Who may not sign in can neither score nor vote: the seat needs somebody else.
    return _("{name} (may not sign in)").format(name=name) if people[person].disabled else name


def show(actor: Actor, book: Book, seat: Seat, people: Mapping[str, Person]) -> None:
    """The form of one seat."""
    components.page_title(
        seat_place(seat.rank, seat.name), _("Only committee members whose accounts are open can be chosen.")
    )
    if st.button(_("Back to the people"), icon=":material/arrow_back:", type="tertiary", key="back-to-people"):
        close()
    start: Row = {
        "id": seat.id,
        "name_ja": seat.name.ja,
        "name_en": seat.name.en,
        "organisation": seat.organisation,
        "holder": seat.holder,
        "alternates": list(seat.alternates),
    }
    typing = drafting.begin(actor, f"{_PREFIX}{seat.id}/{digest(start)}")
    if typing is None:
        return
    fields = Fields(typing, start)
    known = _may_sit(people)
    members = voting(known)
    seat_fields(fields, fields.values, list(members), lambda one: said(members[one].name))
    if fields.keep() and st.button(_("Record the change"), type="primary", key=typing.widget("send")):
        _record(fields, book, seat, known)


def _may_sit(people: Mapping[str, Person]) -> tuple[NewPerson, ...]:
    return tuple(
        NewPerson(
            id=one.id,
            name=one.name,
            organisation=one.organisation,
            sign_in_name=one.sign_in_name,
            roles=one.roles,
        )
        for one in people.values()
        if not one.disabled
    )


def _record(fields: Fields, book: Book, seat: Seat, known: tuple[NewPerson, ...]) -> None:
    changed = seats_of({"seats": [fields.values]}, known)[0].model_copy(update={"rank": seat.rank})
    seats = tuple(changed if one.id == seat.id else one for one in book.seats_by_rank())
    problems = seat_problems(seats, (), known)
    if problems:
        refusal.show(Refusal.of("setup_incomplete", *problems))
        return
    typing = fields.typing
    answer = gate.desk().submit(AssignSeat(seat=changed), typing.actor, typing.command_id)
    if isinstance(answer, Refusal):
        refusal.show(answer)
        return
    drafting.finish(typing)
    close(_("The change of the seat {seat} is in the record.").format(seat=said(changed.name)))
