"""Between the events of the record and the rows of the log."""

import json
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime

from pydantic import ValidationError

from fundapp.basis.canonical import canonical_json
from fundapp.basis.refusal import Refusal
from fundapp.record.book import Book
from fundapp.record.events import EVENTS, Event, Recorded
from fundapp.record.fold import fold
from fundapp.record.upcast import lifted
from fundapp.store.connection import Connection, StoreRefusal, refuse
from fundapp.store.log import NewEvent, StoredEvent, ToReplay, to_replay
from fundapp.uncollected import uncollected

PAGE = 5000
MANY = 500


def to_new(event: Event) -> NewEvent:
    """The row-to-be of an event: its kind, its schema number and its canonical JSON."""
    return NewEvent(
        stream=event.stream,
        kind=type(event).__name__,
        schema_number=event.schema_number,
        body=canonical_json(event).decode(),
    )


def to_recorded(stored: StoredEvent | ToReplay) -> Recorded:
    """The event of a row, lifted to today's shape.

    Raises StoreRefusal record_newer for what a newer version wrote, record_shape_unknown for a shape of before the
    first release, from which no step leads here.
    """
    kind = EVENTS.get(stored.kind)
    if kind is None or stored.schema_number > kind.schema_number:
        refuse("record_newer", seq=stored.seq)
    try:
        event = _event(kind, stored)
    except ValidationError as error:
        raise StoreRefusal(Refusal.of("record_shape_unknown", seq=stored.seq)) from error
    return Recorded(stored.seq, datetime.fromisoformat(stored.at), stored.actor, stored.hash, event)


def _event(kind: type[Event], stored: StoredEvent | ToReplay) -> Event:
    if stored.schema_number == kind.schema_number:
        # What `model_validate_json` does, without its options: a hundred thousand of them are read one by one.
        known: Event = kind.__pydantic_validator__.validate_json(stored.body)
        return known
    body = lifted(stored.kind, stored.schema_number, kind.schema_number, json.loads(stored.body))
    return kind.model_validate(body)


def caught_up(
    connection: Connection,
    fund: str,
    book: Book,
    until_seq: int | None = None,
    passed: Callable[[Book], None] = lambda _book: None,
) -> Book:
    """The Book with the events taken in that were recorded after it, up to `until_seq` when one is given.

    `passed` is given each Book on the way, one for each page of the log.
    """
    with ExitStack() as pause:
        while page := to_replay(connection, fund, book.seq, _most(book.seq, until_seq)):
            many = len(page) > MANY
            if many:
                pause.enter_context(uncollected())
            book = fold(book, map(to_recorded, page), many=many)
            passed(book)
            if len(page) < PAGE:
                break
    return book


def _most(seq: int, until_seq: int | None) -> int:
    """How many events the next page holds."""
    return PAGE if until_seq is None else max(0, min(PAGE, until_seq - seq))
