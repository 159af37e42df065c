"""Between the events of the record and the rows of the log."""

import json
from datetime import datetime

from fundapp.basis.canonical import canonical_json
from fundapp.record.book import Book
from fundapp.record.events import EVENTS, Event, Recorded
from fundapp.record.fold import fold
from fundapp.record.upcast import lifted
from fundapp.store.connection import Connection
from fundapp.store.log import NewEvent, StoredEvent, events_after

PAGE = 5000


def to_new(event: Event) -> NewEvent:
    """The row-to-be of an event: its kind, its schema number and its canonical JSON."""
    return NewEvent(
        stream=event.stream,
        kind=type(event).__name__,
        schema_number=event.schema_number,
        body=canonical_json(event).decode(),
    )


def to_recorded(stored: StoredEvent) -> Recorded:
    """The event of a row, lifted to today's shape. KeyError for a kind that this version does not know."""
    kind = EVENTS[stored.kind]
    body = lifted(stored.kind, stored.schema_number, kind.schema_number, json.loads(stored.body))
    return Recorded.model_construct(
        seq=stored.seq,
        at=datetime.fromisoformat(stored.at),
        actor=stored.actor,
        hash=stored.hash,
        event=kind.model_validate(body),
    )


def caught_up(connection: Connection, fund: str, book: Book) -> Book:
    """The Book with all events taken in that were recorded after it."""
    while page := events_after(connection, fund, book.seq, PAGE):
        book = fold(book, map(to_recorded, page))
        if len(page) < PAGE:
            break
    return book
