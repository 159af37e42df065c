"""What the decisions share: the case before the desk, and the checks that many commands begin with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from fundapp.basis.days import day_of
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.fund.cash import check_cash_from
from fundapp.fund.limits import check_payment
from fundapp.record.book import Book, Item, Meeting
from fundapp.record.brought import Brought
from fundapp.record.commands import Command
from fundapp.record.events import Event
from fundapp.record.roll import chair_of, is_recused, is_shut_out, roll

Decision = tuple[Event, ...] | Refusal


@dataclass(frozen=True, slots=True)
class Case:
    """A command's surroundings: the Book, who asks, when, and what was brought from outside the record."""

    book: Book
    actor: Actor
    now: datetime
    brought: Brought

    @property
    def today(self) -> date:
        """The Tokyo day of this case."""
        return day_of(self.now)


Decisions = dict[type[Command], Callable[[Any, Case], Decision]]
"""How each command is decided."""


def check_outgoing(case: Case, *, on: date, amount_yen: int) -> Refusal | None:
    """Refuse a payment that the bank account does not cover, today or on any day from the payment's on."""
    return check_payment(case.book.balances, amount_yen=amount_yen) or check_cash_from(
        case.book.entries, on=on, amount_yen=amount_yen
    )


def live_meeting(case: Case, meeting_id: str) -> Meeting | Refusal:
    """The meeting while it is under way."""
    meeting = case.book.meetings.get(meeting_id)
    if meeting is None:
        return Refusal.of("meeting_unknown")
    if meeting.closed_at is not None:
        over = "circulation_over" if meeting.circulation else "meeting_closed"
        return Refusal.of(over, number=meeting.number)
    return meeting


def live_sitting(case: Case, meeting_id: str) -> Meeting | Refusal:
    """The meeting while it is under way in a room: a written resolution has no room, no agenda and no closing."""
    meeting = live_meeting(case, meeting_id)
    if isinstance(meeting, Meeting) and meeting.circulation is not None:
        return Refusal.of("not_in_a_room", number=meeting.number)
    return meeting


def live_item(case: Case, item_id: str) -> Item | Refusal:
    """The item while its meeting is under way and it has no resolution. A recused person gets no further."""
    item = case.book.items.get(item_id)
    if item is None:
        return Refusal.of("item_unknown")
    meeting = live_meeting(case, item.meeting_id)
    if isinstance(meeting, Refusal):
        return meeting
    if item.resolved is not None:
        return Refusal.of("item_resolved", number=item.number)
    if is_shut_out(case.book, item, case.actor):
        return Refusal.of("recused_from_item", number=item.number)
    return item


def frozen_item(case: Case, item_id: str) -> Item | Refusal:
    """The live item once its facts are frozen."""
    item = live_item(case, item_id)
    if isinstance(item, Item) and item.frozen is None:
        return Refusal.of("facts_not_frozen", number=item.number)
    return item


def chaired_item(case: Case, item_id: str) -> Item | Refusal:
    """The frozen live item, when the actor chairs it."""
    item = frozen_item(case, item_id)
    if isinstance(item, Refusal):
        return item
    chair = chair_of(case.book, item)
    if chair is None or chair.person != case.actor.person:
        return Refusal.of("not_the_chair", number=item.number)
    return item


def acts_for(case: Case, item: Item, seat_id: str, entry: str) -> str | Refusal:
    """The person on the seat, when the actor is that person, or is the secretariat entering for a named person."""
    person = next(
        (one.person for one in roll(case.book, item) if one.seat_id == seat_id and one.mode != "absent"), None
    )
    if person is None:
        return Refusal.of("seat_empty", number=item.number)
    if is_recused(case.book, item, person):
        return Refusal.of("recused_from_item", number=item.number)
    own = entry == "self" and case.actor.has(Role.VOTING) and case.actor.person == person
    entered = entry != "self" and case.actor.has(Role.SECRETARIAT)
    if not (own or entered):
        return Refusal.of("not_your_seat", number=item.number)
    return person
