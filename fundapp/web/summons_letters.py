"""Whom the office writes to: the members that a written resolution waits for, and who is invited to a meeting."""

from collections.abc import Mapping

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.planning import PlannedMeeting
from fundapp.desk import Desk
from fundapp.documents.invitation import invitation_ics
from fundapp.documents.mail import eml_zip
from fundapp.documents.summons import Summons, email
from fundapp.mailing import mail_server, public_address
from fundapp.record.book import Meeting
from fundapp.record.circulating import asked_of
from fundapp.record.roll import voters
from fundapp.store.people import Person
from fundapp.text.catalogue import _
from fundapp.web.document import Document
from fundapp.web.inquiry_letters import BASE, UNNAMED_SENDER

Letters = dict[str, Summons]
"""Person -> the message."""


def reminder(meeting: Meeting) -> str:
    """What a reminder of a written resolution is about."""
    return f"{meeting.id}/remind"


def circulation_letters(desk: Desk, actor: Actor, meeting: Meeting, base: str) -> Letters:
    """To everyone from whom the written resolution waits for something; the recused are not written to."""
    book, people = desk.book(actor), desk.people()
    item = book.current_item(meeting.id)
    if not actor.has(Role.SECRETARIAT) or item is None or item.frozen is None:
        return {}
    assert meeting.circulation is not None, "a written resolution goes round"
    assert book.terms is not None, "a meeting is of a fund"
    made: Letters = {}
    for entry in voters(book, item):
        asked = asked_of(book, item, entry.seat_id, entry.person)
        if asked is not None and entry.person in people:
            made[entry.person] = Summons(
                kind=asked,
                **_to(people[entry.person]),
                fund=book.terms.name,
                number=meeting.number,
                day=meeting.circulation.answer_by,
                address=f"{base}/circulation?meeting={meeting.number}",
            )
    return made


def invitation_letters(desk: Desk, actor: Actor, planned: PlannedMeeting, base: str) -> Letters:
    """To the holder of every seat."""
    book, people = desk.book(actor), desk.people()
    if not actor.has(Role.SECRETARIAT) or book.terms is None:
        return {}
    address = f"{base}/meeting"
    calendar = invitation_ics((planned,), book.terms.name, address=address, now=desk.now())
    return {
        seat.holder: Summons(
            kind="called_off" if planned.cancelled else "meeting",
            **_to(people[seat.holder]),
            fund=book.terms.name,
            number=planned.number,
            day=planned.day,
            begins=planned.begins,
            place=planned.place,
            items=len(planned.proposal_ids),
            address=address,
            calendar=calendar,
        )
        for seat in book.seats_by_rank()
        if seat.holder in people
    }


def _to(person: Person) -> dict[str, object]:
    return {"to": person.name, "email": person.email}


def summons_messages(desk: Desk, actor: Actor, query: Mapping[str, str], _language: Language) -> Document | Refusal:
    """The messages about what the query names, as .eml files in a ZIP: to be sent from the secretariat's own mail."""
    base, letters = public_address(query.get(BASE, "")), Letters()
    meeting = desk.book(actor).meetings.get(query.get("meeting", ""))
    planned = next((one for one in desk.planned_meetings() if one.id == query.get("planned", "")), None)
    if meeting is not None and meeting.circulation is not None:
        letters = circulation_letters(desk, actor, meeting, base)
    elif planned is not None:
        letters = invitation_letters(desk, actor, planned, base)
    if not letters:
        return Refusal.of("document_unknown")
    number, server = next(iter(letters.values())).number, mail_server()
    sender = server.sender if server else UNNAMED_SENDER
    content = eml_zip((one.to.ja, email(one, sender=sender, at=desk.now())) for one in letters.values())
    name = _("messages-{number}.zip").format(number=number)
    return Document(name=name, media_type="application/zip", content=content)
