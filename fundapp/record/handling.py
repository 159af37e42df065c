"""What the handlers of fold share."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from fundapp.basis.fact import Fact, known
from fundapp.fund.journal import JournalEntry, post
from fundapp.fund.journal import Recorded as At
from fundapp.fund.partners import PartnerPart
from fundapp.record.book import Book, Investment, Reservation
from fundapp.record.event import Recorded
from fundapp.record.events import CostPart

Handler = Callable[[Book, Any, Any], None]
F = TypeVar("F", bound=Fact)


def changed(fact: F, **change: Any) -> F:
    """The fact with some fields changed. The values come from events, which were validated when they were made.

    What `model_copy` does, without copying what is frozen: it would be a third of the replay of a record.
    """
    return known(type(fact), {**fact.__dict__, **change})


def enter(book: Book, new: tuple[JournalEntry, ...]) -> None:
    """Carry new entries into the journal and its balances."""
    book.entries.extend(new)
    post(book.balances, new)


def entered_at(on: date, recorded: Recorded, memo_ref: str = "") -> At:
    """Where an entry stands: its day, the event that recorded it, and what it is about."""
    return known(At, {"effective": on, "recorded_seq": recorded.seq, "memo_ref": memo_ref})


def reversible(handler: Handler) -> Handler:
    """The handler of an event that can be taken back as long as nothing rests on it."""

    def take_in(book: Book, event: Any, recorded: Recorded) -> None:
        handler(book, event, recorded)
        book.posted[recorded.seq] = event

    return take_in


def limits_of(deal: Reservation | Investment) -> dict[str, Any]:
    """What of a deal the limits look at."""
    return {
        "company_id": deal.company_id,
        "sector": deal.sector,
        "early_stage": deal.early_stage,
        "year": deal.year,
    }


def change_tranche(book: Book, investment_id: str, number: int, **change: Any) -> Investment:
    """Change one tranche of an investment; the investment as it was."""
    investment = book.investments[investment_id]
    tranches = tuple(changed(one, **change) if one.number == number else one for one in investment.tranches)
    book.investments[investment.id] = changed(investment, tranches=tranches)
    return investment


def move_cost(investment: Investment, parts: tuple[CostPart, ...], field: str, sign: int = 1) -> Investment:
    """The cost of each part is sold, lost or refunded ("sold_yen", …); with sign -1 it is so no longer."""
    moved = {part.number: sign * part.cost_yen for part in parts}
    tranches = tuple(
        changed(one, **{field: getattr(one, field) + moved[one.number]}) if one.number in moved else one
        for one in investment.tranches
    )
    return changed(investment, tranches=tranches)


def change_part(book: Book, call_id: str, partner: int, field: str, by_yen: int) -> None:
    """What one partner's part of a call has come to ("paid_yen", "short_yen", "refunded_yen") moves by so much."""
    call = book.calls[call_id]
    parts = tuple(
        changed(one, **{field: getattr(one, field) + by_yen}) if one.partner == partner else one for one in call.parts
    )
    book.calls[call.id] = changed(call, parts=parts)


def move_refund(book: Book, call_id: str, parts: tuple[PartnerPart, ...], sign: int = 1) -> None:
    """What went back to the partners of a call; with sign -1 it did not."""
    for part in parts:
        change_part(book, call_id, part.partner, "refunded_yen", sign * part.amount_yen)
