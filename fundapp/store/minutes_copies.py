"""The digests of all copies of a meeting's minutes, taken in the transaction that settles their text."""

from fundapp.basis.fact import Language
from fundapp.basis.roles import Actor, Role
from fundapp.committee.minutes_life import CopyDigest
from fundapp.documents.minutes_json import text_digest
from fundapp.documents.minutes_text import Known, minutes_text
from fundapp.record.book import Book, Meeting
from fundapp.record.roll import left_out
from fundapp.record.sight import sight
from fundapp.store import people, words
from fundapp.store.connection import Connection
from fundapp.store.events import caught_up

LANGUAGES: tuple[Language, ...] = ("ja", "en")
OFFICE = Actor(person="", roles=frozenset({Role.AUDITOR}))
"""Whoever sees the whole minutes."""


def copy_digests(connection: Connection, fund: str, meeting: Meeting) -> tuple[CopyDigest, ...]:
    """One digest for each text that a reader can hold: both languages, and each way of leaving items out."""
    then = caught_up(connection, fund, Book(), until_seq=meeting.closing_seq)
    known = {one.id: Known(name=one.name, roles=one.roles) for one in people.people(connection)}
    recused = {person for item in then.items.values() if item.recusals for person in left_out(then, item)}
    digests = set()
    for reader in (OFFICE, *(Actor(person=person, roles=frozenset({Role.VOTING})) for person in recused)):
        seen = sight(then, reader)
        seen.words_of = lambda digest: words.read(connection, fund, [digest]).get(digest, "")
        shown = _shown(meeting, seen)
        for language in LANGUAGES:
            digests.add((language, text_digest(minutes_text(seen, shown, known, language, version=0))))
    return tuple(CopyDigest(language=language, sha256=sha256) for language, sha256 in sorted(digests))


def _shown(meeting: Meeting, seen: Book) -> Meeting:
    """The meeting of today with the corrections that this reader may see."""
    hidden = {item.number for item in seen.items_of(meeting.id) if item.hidden}
    kept = tuple(one for one in meeting.corrections if one.item_number not in hidden)
    return meeting.model_copy(update={"corrections": kept})
