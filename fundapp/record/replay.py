"""A past item as each participant saw it then: who may open it, whose eyes there are, and the moments to look at."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from fundapp.basis.days import Instant
from fundapp.basis.fact import Fact, Text
from fundapp.basis.roles import Actor
from fundapp.record import events as e
from fundapp.record.book import Book, Item
from fundapp.record.roll import roll
from fundapp.record.sight import sight

MomentKind = Literal["frozen", "scored", "revealed", "discussed", "voted", "resolved"]


class Moment(Fact):
    """A moment of an item: after record `seq`. `number` counts the motions."""

    kind: MomentKind
    seq: int
    at: Instant
    number: int = 0


def may_replay(book: Book, viewer: Actor, item_id: str) -> bool:
    """True for whoever sees the resolved item today: what was blind then is open now, so no eye sees more than this."""
    item = sight(book, viewer).items.get(item_id)
    return item is not None and not item.hidden and item.resolved is not None


def alone(seen: Book, item_id: str) -> Book:
    """The Book with this item alone: the others of its meeting are another matter."""
    meetings = {key: one.model_copy(update={"agenda": ()}) for key, one in seen.meetings.items()}
    items = {item_id: seen.items[item_id]} if item_id in seen.items else {}
    return replace(seen, items=items, meetings=meetings, investments={}, posted={}, withdrawn={})


def participants(book: Book, item: Item) -> tuple[Text, ...]:
    """Everyone whose eyes were on the item: the recused, the seats as they voted, those who spoke, the recorder."""
    seated = (entry.person for entry in roll(book, item))
    spoke = (note.speaker for note in item.notes)
    recorder = book.meetings[item.meeting_id].recorder
    return tuple(dict.fromkeys((*seated, *(one.person for one in item.recusals), *spoke, recorder)))


def moments(events: Sequence[e.Recorded]) -> tuple[Moment, ...]:
    """The moments of an item that are worth a look, in their order. `events` are all of its own."""
    found: list[Moment] = []
    revealed = False
    for before, one in zip((None, *events), events, strict=False):
        event = one.event
        if isinstance(event, e.FactsFrozen):
            # Frozen again before the first score: the last freeze is what was judged on.
            found = [Moment(kind="frozen", seq=one.seq, at=one.at)]
        elif isinstance(event, e.ScoresRevealed):
            revealed = True
            if before is not None:
                found.append(Moment(kind="scored", seq=one.seq - 1, at=before.at))
            found.append(Moment(kind="revealed", seq=one.seq, at=one.at))
        elif isinstance(event, e.MotionPut) and revealed and before is not None:
            revealed = False
            if before.seq > found[-1].seq:
                found.append(Moment(kind="discussed", seq=before.seq, at=before.at))
        elif isinstance(event, e.VoteClosed):
            found.append(Moment(kind="voted", seq=one.seq, at=one.at, number=event.number))
        elif isinstance(event, e.ItemResolved):
            found.append(Moment(kind="resolved", seq=one.seq, at=one.at))
    return tuple(found)
