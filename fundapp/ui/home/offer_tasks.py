"""Offers that hold no more, on the first page of those who look after the sourcing. Pure."""

from collections.abc import Iterable, Iterator

from fundapp.committee.proposal import Proposal
from fundapp.network.offers_lost import OffersLost
from fundapp.record.book import Book, Reservation
from fundapp.record.conditions import conditions
from fundapp.record.obligations import ENDED
from fundapp.ui.home.inquiry_tasks import PAGE
from fundapp.ui.home.tasks import Kind, ToDo

DECLINED = ("decline", "decline_unsupported")


def offer_tasks(book: Book, lost: Iterable[tuple[Proposal, OffersLost]]) -> tuple[ToDo, ...]:
    """Open conditions that rest on such an offer first; then each proposal that is neither declined nor signed."""
    known = tuple(lost)
    resting = [_todo("condition_lost", of, n=n) for of, one in known if (n := _conditions_resting(book, of.id, one))]
    return (*resting, *(task for of, one in known if not _is_over(book, of.id) for task in _of(of, one)))


def _of(proposal: Proposal, lost: OffersLost) -> Iterator[ToDo]:
    if lost.expired_since:
        yield _todo("offers_expired", proposal, n=lost.expired, since_on=lost.expired_since.isoformat())
    if lost.withdrawn_since:
        yield _todo("offers_withdrawn", proposal, n=lost.withdrawn, since_on=lost.withdrawn_since.isoformat())
    if lost.outdated:
        yield _todo("bill_revised", proposal, n=lost.outdated, revision=lost.revision)


def _todo(kind: Kind, proposal: Proposal, **details: str | int) -> ToDo:
    told = tuple(sorted({**details, "code": proposal.code}.items()))
    return ToDo(kind=kind, page=PAGE, proposal=proposal.code, details=told)


def _conditions_resting(book: Book, proposal_id: str, lost: OffersLost) -> int:
    """Open conditions of an approval in force that name a line which has lost its offer."""
    return sum(
        one.done is None and _rests_on(book, held, one.condition.row, lost)
        for held in book.reservations.values()
        if held.proposal_id == proposal_id and held.state not in ENDED
        for one in conditions(book, held)
    )


def _rests_on(book: Book, held: Reservation, row: str, lost: OffersLost) -> bool:
    """A line of a later revision may bear the same id and be another part; the identity of what was frozen decides."""
    item = book.items.get(held.item_id)
    frozen = item.frozen.support.lines if item and item.frozen else ()
    identity = next((line.identity for line in frozen if line.id == row), "")
    return identity in lost.identities if identity else row in lost.line_ids


def _is_over(book: Book, proposal_id: str) -> bool:
    """True once it is signed, or its last item ended in a decline."""
    if any(one.proposal_id == proposal_id for one in book.investments.values()):
        return True
    items = [one for one in book.items.values() if one.proposal_id == proposal_id]
    if not items:
        return False
    last = max(items, key=lambda one: book.meetings[one.meeting_id].number)
    return last.resolved is not None and last.resolved.resolution in DECLINED
