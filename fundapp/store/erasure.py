"""Erasing a person: account, sessions, drafts, words, and the name wherever a register has a place for a person.

The record names people by opaque ids and words by digest, so it stays as it is and still verifies. What erasing cannot
reach is told: other people's free text, and text inside the record, where the name stands.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.record.words_in import NAME, words_in
from fundapp.store import log, people, words
from fundapp.store.connection import Connection, refuse
from fundapp.store.events import to_recorded
from fundapp.store.history import Row, Stamp, count_change, text_of
from fundapp.store.inquiries import revoke_links
from fundapp.store.member_search import forget_old_words, index_members
from fundapp.store.tables import CONTACTS, REGISTERS

PERSON_FIELDS: Mapping[str, tuple[str, ...]] = {
    "company": ("president",),
    "offer": ("person",),
    "support_need": ("item_person",),
    "sales_route": ("rep", "contact"),
    "sales_introduction": ("buyer",),
    "coordinator": ("name",),
    "countermeasure": ("owner",),
    "contact": ("name", "email", "telephone", "fax"),
    "inquiry_recipient": ("nda_person",),
    "agreement": ("person",),
    "agency_terms": ("coordinator",),
    "referral": ("handed_to",),
    "bank_terms": ("person",),
    "liaison_terms": ("person",),
    "ip_right": ("inventors",),
    "member_visit": ("met",),
    "group_introduction": ("introduced_to",),
}
"""The columns of the registers that name a person; a test goes through all columns of text."""

_WHOLLY_OF_ONE_PERSON = frozenset({"contact"})
"""Registers whose row is one person: with the name go all the ways to reach it."""

_SHORTEST_INSIDE = 3
"""A name of fewer letters is looked for as the whole field alone: inside others it would be found everywhere."""


class Erased(Fact):
    """What was erased: how many texts and fields. `left`: the places that still hold the name, for a look by hand."""

    words: int
    fields: int
    left: tuple[Text, ...]
    swept: bool = True
    """False: another program kept the old pages of the file from being overwritten; they go with the next restart."""


class Names:
    """A person's names, found in a text however they are spaced, in full or half width, in large or small letters."""

    def __init__(self, *names: Bilingual) -> None:
        texts = (text for name in names for text in (name.ja, name.en))
        self._names = {folded for folded in map(_folded, texts) if folded}

    def stand_in(self, text: object) -> bool:
        """True when the text is one of the names, or has one of three letters or more inside."""
        if not isinstance(text, str):
            return False
        folded = _folded(text)
        return folded in self._names or any(len(name) >= _SHORTEST_INSIDE and name in folded for name in self._names)


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def erase(connection: Connection, stamp: Stamp, person_id: str, *, key: bytes) -> Erased:
    """Erase a person in the caller's transaction; `key` signs the tombstones.

    Raises StoreRefusal person_unknown, last_administrator.

    What SQLite leaves on its pages goes only with `Database.sweep` after the commit.
    """
    person = people.person(connection, person_id)
    if person is None:
        refuse("person_unknown")
    if people.is_last_administrator(connection, person):
        refuse("last_administrator")
    connection.execute("PRAGMA secure_delete=ON")
    _erase_account(connection, stamp, person)
    connection.execute("DELETE FROM draft WHERE person = ?", [person_id])
    return erase_names(connection, stamp, person_id, Names(person.name), key=key)


def erase_contact(connection: Connection, stamp: Stamp, contact_id: str, *, key: bytes) -> Erased:
    """Erase a member's person who has no account, wherever the name stands; the member's offers go on counting.

    The links that went to the member are taken back. Raises StoreRefusal person_unknown.
    """
    found = next(iter(CONTACTS.facts(connection, stamp.fund, id=contact_id)), None)
    if found is None or not found.name:
        refuse("person_unknown")
    connection.execute("PRAGMA secure_delete=ON")
    revoke_links(connection, stamp, member_id=found.member_id)
    return erase_names(connection, stamp, contact_id, Names(Bilingual(ja=found.name, en="")), key=key)


def erase_names(connection: Connection, stamp: Stamp, person_id: str, names: Names, *, key: bytes) -> Erased:
    """Erase the person's words, and the names from every place for a person; what still holds one is told."""
    spoke_for = [
        str(row["member_id"]) for row in CONTACTS.rows(connection, stamp.fund) if _columns_of(CONTACTS.name, row, names)
    ]
    erased = _erase_words(connection, stamp, person_id, names, key)
    fields = _erase_fields(connection, stamp, names) + _erase_old_fields(connection, stamp.fund, names)
    index_members(connection, stamp.fund, spoke_for)
    forget_old_words(connection)
    for table in REGISTERS:
        # Not every one of them held the name, but what was made with it must go from every memory.
        count_change(connection, stamp.fund, table.name)
    return Erased(words=erased, fields=fields, left=tuple(_left(connection, stamp.fund, names)))


def _erase_account(connection: Connection, stamp: Stamp, person: people.Person) -> None:
    people.end_sessions(connection, person.id)
    people.forget_tries(connection, hashlib.sha256(person.sign_in_name.encode()).hexdigest())
    people.remove(connection, person, by=stamp.actor, at=stamp.at)


def _erase_words(connection: Connection, stamp: Stamp, person_id: str, names: Names, key: bytes) -> int:
    """Put tombstones for what the person wrote or was noted as saying, and for the name where it was sealed."""
    own: set[str] = set()
    sealed: set[str] = set()
    for stored in _events(connection, stamp.fund):
        for word in words_in(to_recorded(stored)):
            if word.author == person_id:
                own.add(word.digest)
            elif word.author == NAME:
                sealed.add(word.digest)
    named = {digest for digest, text in words.read(connection, stamp.fund, sealed).items() if names.stand_in(text)}
    for digest in sorted(own | named):
        words.erase(connection, stamp.fund, digest, at=stamp.at, by=stamp.actor, key=key)
    return len(own | named)


def _erase_fields(connection: Connection, stamp: Stamp, names: Names) -> int:
    """Empty the fields that name the person. Not through the registers, whose history would keep the old value."""
    emptied = 0
    for table in REGISTERS:
        for row in table.rows(connection, stamp.fund) if table.name in PERSON_FIELDS else ():
            found = _columns_of(table.name, row, names)
            if found:
                connection.table(table.name).update((stamp.fund, *table.key_of(row).values()), dict.fromkeys(found, ""))
                emptied += len(found)
    return emptied


def _erase_old_fields(connection: Connection, fund: str, names: Names) -> int:
    """Empty the same fields in the old and new values that the history keeps."""
    emptied = 0
    for register in PERSON_FIELDS:
        rows = connection.execute(
            "SELECT row_id, n, old, new FROM history WHERE fund = ? AND register = ?", [fund, register]
        ).fetchall()
        for row_id, n, *values in rows:
            cleaned = [_without(value, register, names) for value in values]
            if cleaned != values:
                emptied += 1
                connection.execute(
                    "UPDATE history SET old = ?, new = ? WHERE fund = ? AND register = ? AND row_id = ? AND n = ?",
                    [*cleaned, fund, register, row_id, n],
                )
    return emptied


def _columns_of(register: str, row: Row, names: Names) -> list[str]:
    """The filled columns of a row to be emptied."""
    found = [column for column in PERSON_FIELDS[register] if names.stand_in(row.get(column))]
    if found and register in _WHOLLY_OF_ONE_PERSON:
        return [column for column in PERSON_FIELDS[register] if row.get(column)]
    return found


def _without(value: str | None, register: str, names: Names) -> str | None:
    if value is None:
        return None
    row: Row = json.loads(value)
    found = _columns_of(register, row, names)
    return text_of({**row, **dict.fromkeys(found, "")}) if found else value


def _left(connection: Connection, fund: str, names: Names) -> Iterator[str]:
    """Where the name still stands: rows of registers, texts of others, entries of the record."""
    for table in REGISTERS:
        for row in table.rows(connection, fund):
            for column, value in row.items():
                if names.stand_in(value):
                    yield f"{table.name}/{'/'.join(map(str, table.key_of(row).values()))}/{column}"
    for digest, text in connection.execute(
        "SELECT digest, text FROM word WHERE fund = ? AND text IS NOT NULL ORDER BY digest", [fund]
    ):
        if names.stand_in(text):
            yield f"word/{digest[:12]}"
    for stored in _events(connection, fund):
        if names.stand_in(stored.body):
            yield f"record/{stored.seq}"


def _events(connection: Connection, fund: str) -> Iterator[log.StoredEvent]:
    seq = 0
    while page := log.events_after(connection, fund, seq):
        yield from page
        seq = page[-1].seq
