"""The record: one append-only log of events per fund, hash-chained, each command in it exactly once."""

import hashlib
import json
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from pydantic import Field

from fundapp.basis.canonical import canonical_json
from fundapp.basis.days import instant_text
from fundapp.basis.fact import Fact, Text
from fundapp.committee.minutes_after import Link
from fundapp.store.connection import Connection

GENESIS = "0" * 64
"""What the first event of a fund is chained to."""

COLUMNS = ("fund", "seq", "stream", "version", "command_id", "n", "kind", "schema_number", "actor", "at", "body")
_SELECT = (
    "SELECT fund, seq, stream, version, command_id, n, kind, schema, actor, at, body, prev, hash"
    " FROM event WHERE fund = ?"
)
_INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class NewEvent(Fact):
    """An event that has been decided and is not yet in the record. `body` is canonical JSON."""

    stream: Text
    kind: Text
    schema_number: int = Field(ge=1)
    body: Text


class StoredEvent(Fact):
    """An event of the record, as it stands there."""

    fund: str
    seq: int
    stream: str
    version: int
    command_id: str
    n: int
    kind: str
    schema_number: int
    actor: str
    at: str
    body: str
    prev: str
    hash: str


class ToReplay(NamedTuple):
    """What the Book is made from: an event of the record without what only the chain and the export ask for."""

    seq: int
    kind: str
    schema_number: int
    actor: str
    at: str
    body: str
    hash: str


class Head(Fact):
    """The tip of a fund's record; `seq` 0 when it is empty."""

    seq: int
    hash: str


class CommandDone(Fact):
    """A command that was carried out: by whom, when, which events it left (none: registers only), what was answered."""

    command_id: str
    actor: str
    at: str
    first_seq: int | None
    last_seq: int | None
    answer: str


def hashed(event: StoredEvent) -> bytes:
    """The RFC 8785 JSON of what is hashed of an entry: every column but `prev` and `hash`."""
    return canonical_json({column: getattr(event, column) for column in COLUMNS})


def link(event: StoredEvent) -> str:
    """The hash that `event` must have: SHA-256 in hex of prev, in hex, and the RFC 8785 JSON of the other columns."""
    return hashlib.sha256(event.prev.encode() + hashed(event)).hexdigest()


def link_at(connection: Connection, fund: str, seq: int) -> Link | None:
    """The entry at `seq` as it was hashed, for whoever proves a document by it; None when there is none."""
    for event in events_after(connection, fund, seq - 1, 1):
        return Link(seq=event.seq, prev=event.prev, record=hashed(event).decode(), hash=event.hash)
    return None


def is_canonical(body: str) -> bool:
    """True when `body` is the one spelling of its JSON."""
    try:
        return canonical_json(json.loads(body)).decode() == body
    except (ValueError, TypeError):
        return False


def is_plain(*texts: str) -> bool:
    """True when all texts are in NFC and free of NUL, so that equal hashes mean equal columns."""
    return all("\0" not in text and unicodedata.is_normalized("NFC", text) for text in texts)


def _stored(rows: Sequence[Sequence[str | int]]) -> tuple[StoredEvent, ...]:
    names = (*COLUMNS, "prev", "hash")
    return tuple(StoredEvent.model_validate(dict(zip(names, row, strict=True))) for row in rows)


def head(connection: Connection, fund: str) -> Head:
    """The tip of `fund`."""
    row = connection.execute("SELECT seq, hash FROM head WHERE fund = ?", [fund]).fetchone()
    return Head(seq=row[0], hash=row[1]) if row else Head(seq=0, hash=GENESIS)


def last_until(connection: Connection, fund: str, at: datetime) -> int:
    """The last place in the record that was written up to an instant; 0 when there is none."""
    row = connection.execute(
        "SELECT max(seq) FROM event WHERE fund = ? AND at <= ?", [fund, instant_text(at)]
    ).fetchone()
    return row[0] or 0


def funds(connection: Connection) -> tuple[str, ...]:
    """The funds that have a record."""
    return tuple(row[0] for row in connection.execute("SELECT fund FROM head ORDER BY fund"))


def events_after(connection: Connection, fund: str, seq: int, limit: int = 5000) -> tuple[StoredEvent, ...]:
    """At most `limit` events after `seq` in order; fewer than `limit` means that there are no more."""
    return _stored(connection.execute(f"{_SELECT} AND seq > ? ORDER BY seq LIMIT ?", [fund, seq, limit]).fetchall())


def of_stream(connection: Connection, fund: str, stream: str) -> tuple[StoredEvent, ...]:
    """The events of one stream, in order."""
    return _stored(connection.execute(f"{_SELECT} AND stream = ? ORDER BY seq", [fund, stream]).fetchall())


def to_replay(connection: Connection, fund: str, seq: int, limit: int = 5000) -> tuple[ToReplay, ...]:
    """As `events_after`, for the Book alone: a fund of 10,000 events is opened while a reader waits."""
    rows = connection.execute(
        "SELECT seq, kind, schema, actor, at, body, hash FROM event WHERE fund = ? AND seq > ? ORDER BY seq LIMIT ?",
        [fund, seq, limit],
    )
    return tuple(map(ToReplay._make, rows))


def of_command(connection: Connection, fund: str, command_id: str) -> tuple[StoredEvent, ...]:
    """The events that `command_id` left; empty when it is unknown or left none (see `command_done`)."""
    return _stored(connection.execute(f"{_SELECT} AND command_id = ? ORDER BY n", [fund, command_id]).fetchall())


def command_done(connection: Connection, fund: str, command_id: str) -> CommandDone | None:
    """What became of `command_id`; None when it was never carried out."""
    row = connection.execute(
        "SELECT command_id, actor, at, first_seq, last_seq, answer FROM command WHERE fund = ? AND command_id = ?",
        [fund, command_id],
    ).fetchone()
    return CommandDone.model_validate(dict(zip(CommandDone.model_fields, row, strict=True))) if row else None


def append(
    connection: Connection,
    *,
    fund: str,
    command_id: str,
    actor: str,
    at: str,
    events: Sequence[NewEvent],
    answer: str = "",
) -> tuple[StoredEvent, ...]:
    """Add the events of one command to the record, inside the caller's write; `at` is `instant_text`.

    A command sent again changes nothing and gets its first events. One without events is remembered all the same.
    """
    assert is_plain(fund, command_id, actor, at, answer), "text for the record is in NFC and without NUL"
    if command_done(connection, fund, command_id) is not None:
        return of_command(connection, fund, command_id)
    tip = head(connection, fund)
    versions: dict[str, int] = {}
    stored: list[StoredEvent] = []
    for n, new in enumerate(events):
        assert is_plain(new.stream, new.kind), "text for the record is in NFC and without NUL"
        assert is_canonical(new.body), f"the body of {new.kind} is not canonical JSON"
        if new.stream not in versions:
            versions[new.stream] = _version(connection, fund, new.stream)
        versions[new.stream] += 1
        unsealed = StoredEvent(
            fund=fund,
            seq=tip.seq + n + 1,
            stream=new.stream,
            version=versions[new.stream],
            command_id=command_id,
            n=n,
            kind=new.kind,
            schema_number=new.schema_number,
            actor=actor,
            at=at,
            body=new.body,
            prev=stored[-1].hash if stored else tip.hash,
            hash="",
        )
        stored.append(unsealed.model_copy(update={"hash": link(unsealed)}))
    _write(connection, stored, tip)
    span = (stored[0].seq, stored[-1].seq) if stored else (None, None)
    connection.execute("INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, ?)", [fund, command_id, actor, at, *span, answer])
    return tuple(stored)


def _version(connection: Connection, fund: str, stream: str) -> int:
    row = connection.execute("SELECT max(version) FROM event WHERE fund = ? AND stream = ?", [fund, stream]).fetchone()
    return row[0] or 0


def _write(connection: Connection, events: Sequence[StoredEvent], tip: Head) -> None:
    if not events:
        return
    connection.conn.executemany(_INSERT, [tuple(event.model_dump().values()) for event in events])
    last = events[-1]
    if tip.seq:
        connection.execute("UPDATE head SET seq = ?, hash = ? WHERE fund = ?", [last.seq, last.hash, last.fund])
    else:
        connection.execute("INSERT INTO head VALUES (?, ?, ?)", [last.fund, last.seq, last.hash])
