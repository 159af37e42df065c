"""The text of a meeting's minutes for one reader, in one language, with the names of those who are known."""

from collections.abc import Mapping
from typing import Protocol

from fundapp.basis.fact import Bilingual, Fact, Language
from fundapp.basis.roles import Role
from fundapp.committee.item import APPLICANT
from fundapp.committee.minutes import MinutesContent, Observer
from fundapp.committee.minutes_life import state_of
from fundapp.record.book import Book, Meeting
from fundapp.record.minutes import life_of, minutes
from fundapp.record.minutes_writer import UNKNOWN, Writer
from fundapp.record.roll import roll
from fundapp.text.bilingual import both
from fundapp.text.catalogue import N_

_RECORDER = N_("recorder")
_ROLES = {
    Role.MANAGER: N_("fund manager"),
    Role.SECRETARIAT: N_("secretariat"),
    Role.AUDITOR: N_("auditor"),
    Role.LP: N_("limited partner"),
}
_GUEST = N_("guest")
_APPLICANT = N_("The applicant")
_PROPOSES = N_("proposing company")


class Known(Fact):
    """A person by name and roles."""

    name: Bilingual
    roles: frozenset[Role]


class Named(Protocol):
    """Whoever has a name."""

    @property
    def name(self) -> Bilingual:
        """In both languages."""


def speakers(people: Mapping[str, Named], language: Language) -> dict[str, str]:
    """The names of all who may speak in a meeting, by id: the people of the house, and the applicant."""
    names = {person: known.name.of(language) for person, known in people.items()}
    return names | {APPLICANT: both(_APPLICANT).of(language)}


def minutes_text(
    then: Book, now: Meeting, people: Mapping[str, Known], language: Language, version: int | None = None
) -> MinutesContent:
    """The minutes of a closed meeting from the Book `then`, seen by its reader, as the meeting was closed.

    `now` is the meeting with all that became of its minutes. Without a `version` it is the text of today: the settled
    one, or the draft with its corrections.
    """
    meeting = then.meetings[now.id]
    writer = Writer(
        book=then,
        names=speakers(people, language),
        observers=_observers(then, meeting, people, language),
    )
    if version is None:
        version = 0 if state_of(now.versions) == "draft" else len(now.versions)
    settled_at = now.versions[version - 1].settled_at if version else None
    corrections = tuple(one for one in now.corrections if settled_at is None or one.proposed_at <= settled_at)
    return minutes(writer, meeting, corrections, life_of(writer, now, version))


def _observers(book: Book, meeting: Meeting, people: Mapping[str, Known], language: Language) -> tuple[Observer, ...]:
    """Who was there without a seat: the recorder, who was recorded as present, and who spoke on an item."""
    items = book.items_of(meeting.id)
    seated = {one.person for one in meeting.attendance}
    seated |= {entry.person for item in items for entry in roll(book, item)}
    seated |= {one.person for item in items for one in item.recusals}
    spoke = [note.speaker for item in items for note in item.notes]
    names = speakers(people, language)
    return tuple(
        Observer(name=names.get(person, UNKNOWN), role=_role(person, meeting, people))
        for person in dict.fromkeys((meeting.recorder, *meeting.observers, *spoke))
        if person not in seated
    )


def _role(person: str, meeting: Meeting, people: Mapping[str, Known]) -> Bilingual:
    if person == meeting.recorder:
        return both(_RECORDER)
    if person == APPLICANT:
        return both(_PROPOSES)
    roles = people[person].roles if person in people else frozenset[Role]()
    return both(next((message for role, message in _ROLES.items() if role in roles), _GUEST))
