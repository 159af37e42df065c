"""What this member has to judge now."""

from dataclasses import dataclass
from typing import Literal

from fundapp.basis.roles import Actor
from fundapp.committee.item import Scorecard
from fundapp.committee.rubric import Rubric
from fundapp.record.book import Book, Frozen, Item
from fundapp.record.circulating import has_to_read
from fundapp.record.roll import seat_of

Waiting = Literal[
    "no_meeting",
    "hidden",
    "not_seated",
    "not_frozen",
    "not_declared",
    "not_read",
    "submitted",
    "submitted_again",
    "voting",
    "resolved",
]


@dataclass(frozen=True, slots=True)
class Task:
    """A scorecard to fill in. `first` is the first score when this is the second."""

    item: Item
    frozen: Frozen
    rubric: Rubric
    seat_id: str
    first: Scorecard | None

    @property
    def round(self) -> int:
        """1 before the reveal, 2 after it."""
        return 1 if self.first is None else 2

    @property
    def draft_key(self) -> str:
        """The draft of this card."""
        return f"score/{self.item.id}/{self.seat_id}/{self.round}"


@dataclass(frozen=True, slots=True)
class NoTask:
    """Why there is nothing to score now."""

    why: Waiting
    item: Item | None = None
    card: Scorecard | None = None


def task_of(book: Book, member: Actor, number: str = "") -> Task | NoTask:
    """The card that this member has to fill in, or why there is none: in the meeting, then in what goes round.

    With a `number`, in the meeting or the written resolution of that number, while it is under way.
    """
    sitting = book.open_meeting()
    meetings = (*((sitting,) if sitting else ()), *book.circulations())
    named = [one for one in meetings if str(one.number) == number] or meetings
    items = [book.current_item(one.id) for one in named]
    found = [_task_on(book, item, member) for item in items if item is not None]
    tasks = (one for one in found if isinstance(one, Task))
    return next(tasks, found[0] if found else NoTask("no_meeting"))


def _task_on(book: Book, item: Item, member: Actor) -> Task | NoTask:
    if item.hidden:
        return NoTask("hidden", item)
    seat_id = seat_of(book, item, member.person)
    if seat_id is None:
        return NoTask("not_seated", item)
    if item.frozen is None:
        return NoTask("not_frozen", item)
    if not any((one.seat_id, one.person) == (seat_id, member.person) for one in item.interests):
        return NoTask("not_declared", item)
    if has_to_read(book, item, seat_id, member.person):
        return NoTask("not_read", item)
    mine = [card for card in item.scorecards if (card.seat_id, card.person) == (seat_id, member.person)]
    if item.motions:
        return NoTask("voting", item)
    if any(card.round == 2 for card in mine):
        return NoTask("submitted_again", item, mine[-1])
    if mine and item.revealed_at is None:
        return NoTask("submitted", item, mine[-1])
    return Task(
        item=item,
        frozen=item.frozen,
        rubric=book.rubric_of(item),
        seat_id=seat_id,
        first=mine[0] if mine else None,
    )
