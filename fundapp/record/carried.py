"""What earlier meetings left open: carried to every next agenda until it is closed. Pure reading of a seen Book."""

from datetime import date

from fundapp.committee.minutes import FollowedUp, Waiting
from fundapp.committee.proposal import ConditionPrecedent
from fundapp.record.book import Book, Item, Meeting, Reservation
from fundapp.record.conditions import conditions


def carried(book: Book, meeting: Meeting) -> tuple[FollowedUp, ...]:
    """What the meetings before this one left open, in the order in which it was resolved, as far as the reader sees it.

    A deferral and a support to be built are closed by the next resolution on the proposal, an approval when it has
    been signed and its conditions are met, or when its reservation is void or expired.
    """
    earlier = [one for one in book.meetings.values() if one.number < meeting.number]
    items = [item for one in sorted(earlier, key=lambda one: one.number) for item in book.items_of(one.id)]
    return tuple(found for item in items if (found := _left_open(book, item)))


def _left_open(book: Book, item: Item) -> FollowedUp | None:
    resolved, frozen = item.resolved, item.frozen
    if resolved is None or frozen is None:
        return None
    waits_for, due, open_ = _waiting(book, item)
    if waits_for is None:
        return None
    return FollowedUp(
        decision_number=resolved.decision_number,
        proposal_code=item.proposal_code,
        proposal=frozen.proposal.name,
        resolution=resolved.resolution,
        waits_for=waits_for,
        due=due,
        conditions=open_,
    )


Found = tuple[Waiting | None, date | None, tuple[ConditionPrecedent, ...]]
NOTHING: Found = (None, None, ())


def _waiting(book: Book, item: Item) -> Found:
    assert item.resolved is not None
    if item.resolved.resolution in ("defer", "build_support"):
        return NOTHING if _resolved_later(book, item) else ("resubmission", item.resolved.again_by, ())
    reservation = next((one for one in book.reservations.values() if one.item_id == item.id), None)
    return _of_approval(book, reservation) if reservation else NOTHING


def _resolved_later(book: Book, item: Item) -> bool:
    number = book.meetings[item.meeting_id].number
    return any(
        other.resolved is not None and book.meetings[other.meeting_id].number > number
        for other in book.items.values()
        if other.proposal_id == item.proposal_id
    )


def _of_approval(book: Book, reservation: Reservation) -> Found:
    open_ = tuple(one.condition for one in conditions(book, reservation) if one.done is None)
    match reservation.state:
        case "held":
            return "gp_decision", reservation.expires_on, open_
        case "decided":
            return "signature", reservation.expires_on, open_
        case "signed" if open_:
            return "conditions", min(one.due for one in open_), open_
        case _:
            return NOTHING
