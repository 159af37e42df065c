"""What was reversed only after a day, put back where it stood on it, so that a report of the day tells it. Pure."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from fundapp.basis.fact import Fact
from fundapp.committee.proposal import Terms
from fundapp.followup.obligation import SupportDone
from fundapp.record import events as e
from fundapp.record.book import Book, CapitalCall, ConditionDone, Distribution, Fee, Investment, Reservation
from fundapp.record.handling import change_tranche, changed
from fundapp.record.lending import kept, lent
from fundapp.record.money import Exit, Valuation


def restored(book: Book, seqs: Iterable[int]) -> Book:
    """The Book with what was entered at these places and reversed since; entries and balances are as they were.

    What later entries did to amounts (a call's payments, a tranche's cost) is not put back here: `on_day` rewinds it.
    """
    after = lent(book)
    for seq in sorted(seqs):
        event = book.posted[seq]
        for gone in book.withdrawn.get(seq, ()):
            _PUT_BACK[type(gone)](after, gone, seq, event)
        if isinstance(event, e.TrancheDrawn | e.TrancheCancelled):
            _tranche(after, event)
    kept(after)
    return after


def _tranche(book: Book, event: e.TrancheDrawn | e.TrancheCancelled) -> None:
    """Paid or cancelled again. The agreement itself may be gone, reversed under an earlier day."""
    if event.investment_id not in book.investments:
        found = (one for facts in book.withdrawn.values() for one in facts if isinstance(one, Investment))
        book.investments[event.investment_id] = next(one for one in found if one.id == event.investment_id)
    day = {"drawn_on": event.on} if isinstance(event, e.TrancheDrawn) else {"cancelled_on": event.on}
    change_tranche(book, event.investment_id, event.number, **day)


def _call(book: Book, gone: CapitalCall, seq: int, _event: e.Event) -> None:
    book.calls[f"{gone.id}/{seq}"] = gone


def _distribution(book: Book, gone: Distribution, seq: int, _event: e.Event) -> None:
    book.distributions[f"{gone.id}/{seq}"] = gone


def _fee(book: Book, gone: Fee, seq: int, _event: e.Event) -> None:
    # Under a name of its own: the fee may have been entered anew since, under the same id.
    book.fees[f"{gone.id}/{seq}"] = gone


def _investment(book: Book, gone: Investment, _seq: int, _event: e.Event) -> None:
    book.investments.setdefault(gone.id, gone)


def _reservation(book: Book, gone: Reservation, _seq: int, _event: e.Event) -> None:
    book.reservations.setdefault(gone.id, gone)


def _valuation(book: Book, gone: Valuation, _seq: int, event: e.ValuationApproved) -> None:
    investment = book.investments[event.investment_id]
    valuations = sorted((*investment.valuations, gone), key=attrgetter("as_of"))
    book.investments[investment.id] = changed(investment, valuations=tuple(valuations))


def _exit(book: Book, gone: Exit, _seq: int, event: e.InvestmentExited) -> None:
    investment = book.investments[event.investment_id]
    book.investments[investment.id] = changed(investment, exits=(*investment.exits, gone))


def _decided(book: Book, gone: Terms, _seq: int, event: e.GpDecisionMade) -> None:
    book.reservations[event.reservation_id] = changed(book.reservations[event.reservation_id], decided=gone)


def _met(book: Book, gone: ConditionDone, _seq: int, event: e.ConditionMet) -> None:
    reservation = book.reservations[event.reservation_id]
    book.reservations[reservation.id] = changed(reservation, met=(*reservation.met, gone))


def _given(book: Book, gone: SupportDone, _seq: int, event: e.SupportGiven) -> None:
    # An opening that was taken back took its agreements along.
    if investment := book.investments.get(event.investment_id):
        given = (*investment.support_given, gone)
        book.investments[investment.id] = changed(investment, support_given=given)


_PUT_BACK: dict[type[Fact], Callable[[Book, Any, int, Any], None]] = {
    CapitalCall: _call,
    Distribution: _distribution,
    Fee: _fee,
    Investment: _investment,
    Reservation: _reservation,
    Valuation: _valuation,
    Exit: _exit,
    Terms: _decided,
    ConditionDone: _met,
    SupportDone: _given,
}
