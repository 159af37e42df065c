"""The conditions of an approval: which are met, and which still stand before the first payment."""

from fundapp.basis.fact import Fact
from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.proposal import ConditionPrecedent
from fundapp.record.book import Book, ConditionDone, Reservation


class ConditionState(Fact):
    """One condition of the resolution, counted from 1, and how it was met if it was."""

    number: int
    condition: ConditionPrecedent
    done: ConditionDone | None


def conditions(book: Book, reservation: Reservation) -> tuple[ConditionState, ...]:
    """The conditions of the resolution that reserved, in its order. None when the reader may not see them."""
    item = book.items.get(reservation.item_id)
    named = item.resolved.conditions if item and item.resolved else ()
    done = {one.number: one for one in reservation.met}
    return tuple(ConditionState(number=n, condition=one, done=done.get(n)) for n, one in enumerate(named, 1))


def check_conditions(book: Book, reservation: Reservation) -> Refusal | None:
    """Refuse a payment while a condition is open, naming each."""
    still = [one for one in conditions(book, reservation) if one.done is None]
    if not still:
        return None
    problems = tuple(
        Problem.of(
            "condition_open", text=one.condition.text, owner=one.condition.owner, due_by=one.condition.due.isoformat()
        )
        for one in still
    )
    return Refusal(code="conditions_open", details=(("count", len(still)),), problems=problems)
