"""What a reversal takes back besides the entries: whether it may, and the state of the thing before."""

from collections.abc import Callable, Iterator
from typing import Any

from fundapp.basis.fact import Fact
from fundapp.basis.refusal import Refusal
from fundapp.fund.figures import invariants
from fundapp.fund.journal import PAID_IN_CAPITAL, below, post, reverse
from fundapp.fund.journal import Recorded as At
from fundapp.fund.limits import check_payment, check_reservation
from fundapp.fund.partners import commitments_yen, with_commitment
from fundapp.record import events as e
from fundapp.record.book import Book, CapitalCall, Investment, Reservation
from fundapp.record.handling import change_part, change_tranche, changed, limits_of, move_cost, move_refund

Gone = tuple[Fact, ...]
"""What an undoing took out of the Book, as it stood."""


def undo(book: Book, event: e.Event) -> Gone:
    """Put the thing that `event` changed back to where it was, and give what is gone with it: a call, a fee, an exit.

    The entries are reversed besides.
    """
    return _UNDO[type(event)](book, event) or ()


def _undo_decided(book: Book, event: e.GpDecisionMade) -> Gone:
    book.reservations[event.reservation_id] = changed(
        book.reservations[event.reservation_id], state="held", decided=None
    )
    return (event.terms,)


def _undo_condition(book: Book, event: e.ConditionMet) -> Gone:
    reservation = book.reservations[event.reservation_id]
    gone = tuple(one for one in reservation.met if one.number == event.number)
    book.reservations[reservation.id] = changed(
        reservation, met=tuple(one for one in reservation.met if one not in gone)
    )
    for investment in [one for one in book.investments.values() if one.reservation_id == reservation.id]:
        _approve_anew(book, investment, [one.number for one in investment.tranches])
    return gone


def _undo_support(book: Book, event: e.SupportGiven) -> Gone:
    investment = book.investments[event.investment_id]
    gone = tuple(one for one in investment.support_given if one.need_id == event.need_id)
    left = tuple(one for one in investment.support_given if one not in gone)
    book.investments[investment.id] = changed(investment, support_given=left)
    waiting = [one.number for one in investment.tranches if any(due.need_id == event.need_id for due in one.support)]
    _approve_anew(book, investment, waiting)
    return gone


def _approve_anew(book: Book, investment: Investment, numbers: list[int]) -> None:
    """Whoever approved a payment believed what is taken back."""
    for tranche in investment.tranches:
        if tranche.number in numbers and tranche.drawn_on is None and tranche.approvals:
            change_tranche(book, investment.id, tranche.number, approvals=())


def _undo_drawn(book: Book, event: e.TrancheDrawn) -> None:
    # A payment entered anew is approved anew.
    change_tranche(book, event.investment_id, event.number, drawn_on=None, approvals=())


def _undo_cancelled(book: Book, event: e.TrancheCancelled) -> None:
    change_tranche(book, event.investment_id, event.number, cancelled_on=None)


def _undo_signed(book: Book, event: e.AgreementSigned) -> Gone:
    book.reservations[event.reservation_id] = changed(book.reservations[event.reservation_id], state="decided")
    return (book.investments.pop(event.investment_id),)


def _undo_given_up(book: Book, event: e.ReservationReleased) -> None:
    reservation = book.reservations[event.reservation_id]
    state = "decided" if reservation.decided else "held"
    book.reservations[reservation.id] = changed(reservation, state=state)


def _undo_commitment(book: Book, event: e.CommitmentAdded) -> None:
    assert book.terms is not None, "a commitment was added to the terms"
    book.terms = with_commitment(book.terms, event.partner, -event.amount_yen)


def _undo_called(book: Book, event: e.CapitalCalled) -> Gone:
    return (book.calls.pop(event.call_id),)


def _undo_paid(book: Book, event: e.CapitalPaid) -> None:
    change_part(book, event.call_id, event.partner, "paid_yen", -event.amount_yen)


def _undo_short(book: Book, event: e.CallFellShort) -> None:
    change_part(book, event.call_id, event.partner, "short_yen", -event.amount_yen)


def _undo_capital_refund(book: Book, event: e.CapitalRefunded) -> None:
    move_refund(book, event.call_id, event.parts, -1)


def _undo_distributed(book: Book, event: e.Distributed) -> Gone:
    return (book.distributions.pop(event.distribution_id),)


def _undo_fee(book: Book, event: e.FeePaid) -> Gone:
    return (book.fees.pop(event.fee_id),)


def _undo_fee_refund(book: Book, event: e.FeeRefunded) -> None:
    fee = book.fees[event.fee_id]
    book.fees[fee.id] = changed(fee, refunded_yen=fee.refunded_yen - event.amount_yen)


def _undo_valuation(book: Book, event: e.ValuationApproved) -> Gone:
    investment = book.investments[event.investment_id]
    kept = tuple(one for one in investment.valuations if one.id != event.valuation_id)
    book.investments[investment.id] = changed(investment, valuations=kept)
    return tuple(one for one in investment.valuations if one.id == event.valuation_id)


def _undo_exit(book: Book, event: e.InvestmentExited) -> Gone:
    investment = move_cost(book.investments[event.investment_id], event.parts, "sold_yen", -1)
    kept = tuple(one for one in investment.exits if one.id != event.exit_id)
    book.investments[investment.id] = changed(investment, exits=kept)
    return tuple(one for one in investment.exits if one.id == event.exit_id)


def _undo_loss(book: Book, event: e.InvestmentWrittenOff) -> None:
    investment = move_cost(book.investments[event.investment_id], event.parts, "lost_yen", -1)
    book.investments[investment.id] = investment


def _undo_tranche_refund(book: Book, event: e.TrancheRefunded) -> None:
    part = e.CostPart(number=event.number, cost_yen=event.amount_yen)
    investment = move_cost(book.investments[event.investment_id], (part,), "refunded_yen", -1)
    book.investments[investment.id] = investment


def _undo_taken_over(book: Book, event: e.InvestmentTakenOver) -> Gone:
    return (book.investments.pop(event.investment_id), book.reservations.pop(event.investment_id))


def _undo_opening(book: Book, _event: e.OpeningAccepted) -> None:
    # The tables closed their own period; nothing else may have been closed since. The fund's closing stands again on
    # the day of its entry here.
    book.closed, book.established_on = (), book.entries[0].effective


def _nothing_but_entries(_book: Book, _event: e.Event) -> None:
    """The entries say it all."""


_UNDO: dict[type[e.Event], Callable[[Book, Any], Gone | None]] = {
    e.GpDecisionMade: _undo_decided,
    e.ConditionMet: _undo_condition,
    e.SupportGiven: _undo_support,
    e.ReservationReleased: _undo_given_up,
    e.TrancheDrawn: _undo_drawn,
    e.TrancheCancelled: _undo_cancelled,
    e.AgreementSigned: _undo_signed,
    e.CommitmentAdded: _undo_commitment,
    e.FeesSetAside: _nothing_but_entries,
    e.FeesFreed: _nothing_but_entries,
    e.FollowOnReserved: _nothing_but_entries,
    e.FollowOnFreed: _nothing_but_entries,
    e.CapitalRecycled: _nothing_but_entries,
    e.CapitalCalled: _undo_called,
    e.CapitalPaid: _undo_paid,
    e.CallFellShort: _undo_short,
    e.CapitalRefunded: _undo_capital_refund,
    e.Distributed: _undo_distributed,
    e.FeePaid: _undo_fee,
    e.FeeRefunded: _undo_fee_refund,
    e.ValuationApproved: _undo_valuation,
    e.InvestmentExited: _undo_exit,
    e.InvestmentWrittenOff: _undo_loss,
    e.TrancheRefunded: _undo_tranche_refund,
    e.InvestmentTakenOver: _undo_taken_over,
    e.OpeningAccepted: _undo_opening,
}


def in_the_way(book: Book, seq: int) -> Refusal | None:
    """Why what the record entered at `seq` cannot be reversed now: later steps rest on it, or its money is in use."""
    event = book.posted[seq]
    found = _CHECKS.get(type(event))
    refusal = found(book, event) if found else None
    if refusal is None and isinstance(event, _MOVES):
        refusal = _later_move(book, seq, event)
    if refusal is None and isinstance(event, e.ConditionMet | e.SupportGiven):
        refusal = _paid_since(book, seq, event)
    return refusal or _would_break(book, seq, event)


def _later_move(book: Book, seq: int, event: e.InvestmentEvent) -> Refusal | None:
    """What came after on the same investment was reckoned from this."""
    later = [
        other
        for other, one in book.posted.items()
        if other > seq
        and other not in book.reversals
        and isinstance(one, _MOVES)
        and one.investment_id == event.investment_id
        and not (isinstance(one, e.TrancheDrawn) and isinstance(event, e.TrancheDrawn))
    ]
    return Refusal.of("later_entry_rests_on_it", seq=max(later)) if later else None


def _paid_since(book: Book, seq: int, event: e.ConditionMet | e.SupportGiven) -> Refusal | None:
    """What was paid since, and could not have been without this."""
    paid = [
        other
        for other, one in book.posted.items()
        if other > seq
        and other not in book.reversals
        and isinstance(one, e.TrancheDrawn)
        and _waited_for(book.investments[one.investment_id], one.number, event)
    ]
    return Refusal.of("later_entry_rests_on_it", seq=max(paid)) if paid else None


def _waited_for(investment: Investment, number: int, event: e.ConditionMet | e.SupportGiven) -> bool:
    """True when the payment waited for what the event tells. The first one waits for every condition."""
    if isinstance(event, e.ConditionMet):
        return investment.reservation_id == event.reservation_id
    tranche = investment.tranche(number)
    own = investment.id == event.investment_id and tranche is not None
    return own and tranche is not None and any(due.need_id == event.need_id for due in tranche.support)


def _would_break(book: Book, seq: int, event: e.Event) -> Refusal | None:
    """The reversal tried on the balances: what was given back may be promised to others by now."""
    terms, after = book.terms, dict(book.balances)
    assert terms is not None, "what was entered is a fund's"
    at = At(effective=book.entries[-1].effective, recorded_seq=seq)
    post(after, (reverse(entry, at=at) for entry in book.entries if entry.recorded_seq == seq))
    if isinstance(event, e.CommitmentAdded):
        terms = with_commitment(terms, event.partner, -event.amount_yen)
        called = below(after, PAID_IN_CAPITAL)
        committed = dict(enumerate(commitments_yen(terms), 1))
        if any(-yen > committed.get(int(partner), 0) for partner, yen in called.items()):
            return Refusal.of("commitment_called_already", partner=event.partner)
    broken = invariants(after, terms)
    return Refusal.of("reversal_would_break", rule=broken[0]) if broken else None


def _parts_used(call: CapitalCall) -> Iterator[int]:
    yield from (one.paid_yen + one.short_yen for one in call.parts)


def _called(book: Book, event: e.CapitalCalled) -> Refusal | None:
    used_yen = sum(_parts_used(book.calls[event.call_id]))
    return Refusal.of("call_has_payments", paid_yen=used_yen) if used_yen else None


def _paid(book: Book, event: e.CapitalPaid) -> Refusal | None:
    part = book.calls[event.call_id].part(event.partner)
    assert part is not None, "what was paid was called"
    if part.refunded_yen > part.paid_yen - event.amount_yen:
        return Refusal.of("payment_was_refunded", refunded_yen=part.refunded_yen)
    return check_payment(book.balances, amount_yen=event.amount_yen)


def _short(book: Book, event: e.CallFellShort) -> Refusal | None:
    """What was given up on this call may have been called anew."""
    newest = max(book.calls.values(), key=lambda one: one.number)
    return None if newest.id == event.call_id else Refusal.of("called_anew_since", number=newest.number)


def _fee_paid(book: Book, event: e.FeePaid) -> Refusal | None:
    refunded_yen = book.fees[event.fee_id].refunded_yen
    return Refusal.of("payment_was_refunded", refunded_yen=refunded_yen) if refunded_yen else None


def _cancelled(book: Book, event: e.TrancheCancelled) -> Refusal | None:
    return _room(book, book.investments[event.investment_id], event.amount_yen)


def _signed(book: Book, event: e.AgreementSigned) -> Refusal | None:
    investment = book.investments[event.investment_id]
    if any(one.drawn_on or one.cancelled_on for one in investment.tranches) or investment.support_given:
        return Refusal.of("agreement_in_use")
    reservation = book.reservations[event.reservation_id]
    return _room(book, reservation, reservation.amount_yen - investment.committed_yen())


def _room(book: Book, deal: Reservation | Investment, amount_yen: int) -> Refusal | None:
    """What went back to the fund is needed again, and may be promised to others by now."""
    assert book.terms is not None, "what was entered is a fund's"
    return check_reservation(book.terms, book.balances, amount_yen=amount_yen, voting_share=None, **limits_of(deal))


def _given_up(book: Book, event: e.ReservationReleased) -> Refusal | None:
    reservation = book.reservations[event.reservation_id]
    return _room(book, reservation, reservation.amount_yen)


def _taken_over(book: Book, event: e.InvestmentTakenOver) -> Refusal | None:
    investment = book.investments[event.investment_id]
    return Refusal.of("agreement_in_use") if any(one.drawn_on for one in investment.tranches) else None


def _decided(book: Book, event: e.GpDecisionMade) -> Refusal | None:
    """An agreement was signed on these terms, or the resolution ended."""
    state = book.reservations[event.reservation_id].state
    return None if state == "decided" else Refusal.of("decision_in_use" if state == "signed" else "deal_ended")


_CHECKS: dict[type[e.Event], Callable[[Book, Any], Refusal | None]] = {
    e.GpDecisionMade: _decided,
    e.CapitalCalled: _called,
    e.CapitalPaid: _paid,
    e.CallFellShort: _short,
    e.FeePaid: _fee_paid,
    e.TrancheCancelled: _cancelled,
    e.AgreementSigned: _signed,
    e.ReservationReleased: _given_up,
    e.InvestmentTakenOver: _taken_over,
}

_MOVES = (
    e.TrancheDrawn,
    e.ValuationApproved,
    e.InvestmentExited,
    e.InvestmentWrittenOff,
    e.TrancheRefunded,
)
"""Each of these changes what a later one of the same investment is reckoned from."""
