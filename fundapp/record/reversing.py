"""What a reversal takes back besides the entries: whether it may, and the state of the thing before."""

from collections.abc import Callable
from typing import Any

from fundapp.basis.refusal import Refusal
from fundapp.fund.limits import check_payment, check_reservation
from fundapp.record import events as e
from fundapp.record.book import Book, Investment, Reservation
from fundapp.record.handling import change_tranche, changed


def undo(book: Book, event: e.Event) -> None:
    """Put the thing that `event` changed back to where it was; the entries are reversed besides."""
    match event:
        case e.TrancheDrawn(investment_id=investment_id, number=number):
            # A payment entered anew is approved anew.
            change_tranche(book, investment_id, number, drawn_on=None, approvals=())
        case e.TrancheCancelled(investment_id=investment_id, number=number):
            change_tranche(book, investment_id, number, cancelled_on=None)
        case e.CapitalCalled(call_id=call_id):
            del book.calls[call_id]
        case e.CapitalPaid(call_id=call_id, amount_yen=amount_yen):
            call = book.calls[call_id]
            book.calls[call_id] = changed(call, paid_yen=call.paid_yen - amount_yen)
        case e.AgreementSigned(investment_id=investment_id, reservation_id=reservation_id):
            del book.investments[investment_id]
            book.reservations[reservation_id] = changed(book.reservations[reservation_id], state="decided")
        case _:
            assert isinstance(event, e.FeePaid), f"{type(event).__name__} is not reversible"


def in_the_way(book: Book, event: e.Event) -> Refusal | None:
    """Why `event` cannot be reversed now: later steps rest on it, or the money that it gave back is in use."""
    found = _CHECKS.get(type(event))
    return found(book, event) if found else None


def _cancelled(book: Book, event: e.TrancheCancelled) -> Refusal | None:
    return _room(book, book.investments[event.investment_id], event.amount_yen)


def _called(book: Book, event: e.CapitalCalled) -> Refusal | None:
    paid_yen = book.calls[event.call_id].paid_yen
    return Refusal.of("call_has_payments", paid_yen=paid_yen) if paid_yen else None


def _paid(book: Book, event: e.CapitalPaid) -> Refusal | None:
    return check_payment(book.balances, amount_yen=event.amount_yen)


def _signed(book: Book, event: e.AgreementSigned) -> Refusal | None:
    investment = book.investments[event.investment_id]
    if any(one.drawn_on or one.cancelled_on for one in investment.tranches):
        return Refusal.of("agreement_in_use")
    reservation = book.reservations[event.reservation_id]
    return _room(book, reservation, reservation.amount_yen - investment.committed_yen())


def _room(book: Book, deal: Reservation | Investment, amount_yen: int) -> Refusal | None:
    """What went back to the fund is needed again, and may be promised to others by now."""
    assert book.terms is not None
    return check_reservation(
        book.terms,
        book.balances,
        company_id=deal.company_id,
        sector=deal.sector,
        early_stage=deal.early_stage,
        amount_yen=amount_yen,
        voting_share=None,
    )


_CHECKS: dict[type[e.Event], Callable[[Book, Any], Refusal | None]] = {
    e.TrancheCancelled: _cancelled,
    e.CapitalCalled: _called,
    e.CapitalPaid: _paid,
    e.AgreementSigned: _signed,
}
