"""What this member has to judge now."""

from dataclasses import dataclass
from typing import Literal

from fundapp.basis.roles import Actor
from fundapp.committee.item import Scorecard
from fundapp.committee.rubric import Rubric
from fundapp.record.book import Book, Frozen, Item
from fundapp.record.roll import seat_of

Waiting = Literal["no_meeting", "hidden", "not_seated", "not_frozen", "not_declared", "submitted", "voting", "resolved"]


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


def task_of(book: Book, member: Actor) -> Task | NoTask:
    """The card that this member has to fill in on the current item, or why there is none."""
    meeting = book.open_meeting()
    item = book.current_item(meeting.id) if meeting else None
    if item is None:
        return NoTask("no_meeting")
    if item.hidden:
        return NoTask("hidden", item)
    seat_id = seat_of(book, item, member.person)
    if seat_id is None:
        return NoTask("not_seated", item)
    if item.frozen is None:
        return NoTask("not_frozen", item)
    if not any((one.seat_id, one.person) == (seat_id, member.person) for one in item.interests):
        return NoTask("not_declared", item)
    mine = [card for card in item.scorecards if (card.seat_id, card.person) == (seat_id, member.person)]
    if item.motions:
        return NoTask("voting", item)
    if any(card.round == 2 for card in mine) or (mine and item.revealed_at is None):
        return NoTask("submitted", item, mine[-1])
    return Task(
        item=item,
        frozen=item.frozen,
        rubric=book.rubric_of(item),
        seat_id=seat_id,
        first=mine[0] if mine else None,
    )
