"""Scores at the approval beside what became of it: the input of the calibration, from record and registers."""

from fundapp.followup.calibration import Pair
from fundapp.followup.outcome import Course
from fundapp.record.book import Book
from fundapp.record.judging import standing_of


def calibration_pairs(book: Book, courses: tuple[Course, ...]) -> tuple[Pair, ...]:
    """The fund's investments, each with its points on both axes at the approval and the state it is in now."""
    states = {one.collaboration.proposal_id: one.now for one in courses if one.collaboration.proposal_id}
    found = []
    for investment in book.investments.values():
        reservation = book.reservations.get(investment.reservation_id)
        item = book.items.get(reservation.item_id) if reservation else None
        if item is None or item.frozen is None or investment.proposal_id not in states:
            continue
        place = standing_of(book, item)
        if place.axis1.points is not None and place.axis2.points is not None:
            found.append(
                Pair(
                    code=item.proposal_code,
                    axis1=place.axis1.points,
                    axis2=place.axis2.points,
                    state=states[investment.proposal_id],
                )
            )
    return tuple(found)
