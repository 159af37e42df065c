"""A meeting's minutes as one reader may have them: made of the record as it stood when the meeting was closed."""

from collections.abc import Mapping

from fundapp.basis.fact import Bilingual, Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.minutes import MinutesContent, Observer
from fundapp.desk import Desk
from fundapp.record.book import Book, Meeting
from fundapp.record.minutes import minutes
from fundapp.record.minutes_writer import UNKNOWN, Writer
from fundapp.record.roll import roll
from fundapp.store.people import Person
from fundapp.text.bilingual import both
from fundapp.text.catalogue import N_

READERS = (Role.VOTING, Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR)
"""Who has minutes. A limited partner sees what was decided on the fund's pages."""
_RECORDER = N_("recorder")
_ROLES = {Role.MANAGER: N_("fund manager"), Role.SECRETARIAT: N_("secretariat")}
_GUEST = N_("guest")


def minutes_copy(desk: Desk, actor: Actor, meeting_id: str, language: Language) -> MinutesContent | Refusal:
    """The copy for this reader, with the persons' names in `language`: the same record gives the same copy for ever.

    Refuses a role without minutes, and a meeting that is not there or not closed.
    """
    now = desk.book(actor).meetings.get(meeting_id)
    if not actor.has(*READERS) or now is None or now.closed_at is None:
        return Refusal.of("minutes_unknown")
    book = desk.book_as_of(actor, now.closing_seq)
    people = desk.people()
    meeting = book.meetings[meeting_id]
    writer = Writer(
        book=book,
        names={person: known.name.of(language) for person, known in people.items()},
        observers=_observers(book, meeting, people, language),
    )
    return minutes(writer, meeting)


def _observers(book: Book, meeting: Meeting, people: Mapping[str, Person], language: Language) -> tuple[Observer, ...]:
    """Who was there without a seat, as far as the record tells: the recorder, and who spoke on an item."""
    items = book.items_of(meeting.id)
    seated = {one.person for one in meeting.attendance}
    seated |= {entry.person for item in items for entry in roll(book, item)}
    seated |= {one.person for item in items for one in item.recusals}
    spoke = [note.speaker for item in items for note in item.notes]
    return tuple(
        Observer(
            name=people[person].name.of(language) if person in people else UNKNOWN,
            role=_role(person, meeting, people),
        )
        for person in dict.fromkeys((meeting.recorder, *spoke))
        if person not in seated
    )


def _role(person: str, meeting: Meeting, people: Mapping[str, Person]) -> Bilingual:
    if person == meeting.recorder:
        return both(_RECORDER)
    roles = people[person].roles if person in people else frozenset[Role]()
    return both(next((message for role, message in _ROLES.items() if role in roles), _GUEST))
