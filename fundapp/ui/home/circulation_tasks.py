"""What a written resolution asks of one person: to read and answer by its last day, or the next step of whoever leads.

Pure, like `tasks`: the page finds the words.
"""

from collections.abc import Iterator
from datetime import date

from fundapp.basis.roles import Actor, Role
from fundapp.record.book import Book, Item, Meeting
from fundapp.record.circulating import Asked, asked_of, time_is_over
from fundapp.record.roll import chair_of, seat_of, unfilled, voters
from fundapp.ui.home.tasks import Kind, ToDo

PAGE = "committee/circulation"
_KINDS: dict[Asked, Kind] = {
    "read": "circulation_read",
    "score": "circulation_score",
    "answer": "circulation_answer",
}


def circulation_tasks(book: Book, actor: Actor, today: date) -> tuple[ToDo, ...]:
    """What goes round and waits for this person, the first last day first; nothing of what the person may not know."""
    found: list[ToDo] = []
    for meeting in book.circulations():
        item = book.current_item(meeting.id)
        if item is not None and not item.hidden:
            found += (_todo(kind, meeting, item, n) for kind, n in _waiting(book, meeting, item, actor, today))
    return tuple(found)


def _todo(kind: Kind, meeting: Meeting, item: Item, n: int) -> ToDo:
    assert meeting.circulation is not None, "a meeting in a room has no last day"
    details = {"code": item.proposal_code, "answer_by": meeting.circulation.answer_by.isoformat(), "n": n}
    return ToDo(kind=kind, page=PAGE, meeting=str(meeting.number), details=tuple(sorted(details.items())))


def _waiting(book: Book, meeting: Meeting, item: Item, actor: Actor, today: date) -> Iterator[tuple[Kind, int]]:
    """(what waits, how many answers are missing): the own answer, then what the chair does, then the secretariat."""
    chair = chair_of(book, item)
    leads = chair is not None and chair.person == actor.person
    own = _own(book, item, actor) if actor.has(Role.VOTING) and not time_is_over(meeting, today) else None
    if own:
        yield own, 0
    motion = item.open_motion()
    there = {ballot.seat_id for ballot in motion.ballots} if motion else set(item.scored)
    missing = sum(entry.seat_id not in there for entry in voters(book, item))
    if leads and own is None and motion is None and item.revealed_at:
        yield "circulation_motion", 0
    elif leads and own is None and not missing:
        yield "circulation_declare" if motion else "circulation_reveal", 0
    if actor.has(Role.SECRETARIAT):
        empty = len(unfilled(book, item))
        yield ("circulation_alternate", empty) if empty else ("circulation_waits", missing)


def _own(book: Book, item: Item, actor: Actor) -> Kind | None:
    """What only this person can do."""
    seat_id = seat_of(book, item, actor.person)
    asked = asked_of(book, item, seat_id, actor.person) if seat_id else None
    return _KINDS[asked] if asked else None
