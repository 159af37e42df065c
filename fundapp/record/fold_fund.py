"""How the fund's events change the Book: reservations, investments, calls, and the journal's entries."""

from datetime import date
from typing import Any

from fundapp.fund import entries
from fundapp.fund.journal import JournalEntry, post, reverse
from fundapp.fund.journal import Recorded as At
from fundapp.record import events as e
from fundapp.record.book import Book, CapitalCall, ConditionDone, Investment, Reservation, Tranche
from fundapp.record.handling import Handler, change_tranche, changed
from fundapp.record.reversing import undo


def _enter(book: Book, new: tuple[JournalEntry, ...]) -> None:
    book.entries.extend(new)
    post(book.balances, new)


def _at(on: date, recorded: e.Recorded, memo_ref: str = "") -> At:
    return At(effective=on, recorded_seq=recorded.seq, memo_ref=memo_ref)


def _limits(deal: Reservation | Investment) -> dict[str, Any]:
    return {"company_id": deal.company_id, "sector": deal.sector, "early_stage": deal.early_stage}


def _established(book: Book, event: e.FundEstablished, recorded: e.Recorded) -> None:
    terms, at = event.terms, _at(event.on, recorded)
    book.terms = terms
    _enter(book, entries.fund_closed(at=at, size_yen=terms.size_yen))
    _enter(book, entries.fee_budget(at=at, amount_yen=terms.cost_reserve_yen))
    _enter(book, entries.follow_on_reserved(at=at, amount_yen=terms.follow_on_reserve_yen))


def _reserved(book: Book, event: e.FundsReserved, recorded: e.Recorded) -> None:
    frozen = book.items[event.item_id].frozen
    assert frozen is not None, "money is reserved for what was judged"
    reservation = Reservation(
        id=event.reservation_id,
        item_id=event.item_id,
        proposal_id=event.proposal_id,
        company_id=event.company_id,
        company=frozen.proposal.company.name,
        sector=event.sector,
        early_stage=event.early_stage,
        amount_yen=event.amount_yen,
        expires_on=event.expires_on,
        reserved_on=event.on,
    )
    book.reservations[reservation.id] = reservation
    at = _at(event.on, recorded, event.item_id)
    _enter(
        book,
        entries.resolution_reserves(
            at=at, deal_id=reservation.id, amount_yen=reservation.amount_yen, **_limits(reservation)
        ),
    )


def _released(book: Book, event: e.ReservationReleased, recorded: e.Recorded) -> None:
    reservation = book.reservations[event.reservation_id]
    book.reservations[reservation.id] = changed(reservation, state=event.why)
    _enter(
        book,
        entries.reservation_released(
            at=_at(event.on, recorded, reservation.item_id),
            deal_id=reservation.id,
            amount_yen=reservation.amount_yen,
            **_limits(reservation),
        ),
    )


def _decided(book: Book, event: e.GpDecisionMade, _recorded: e.Recorded) -> None:
    reservation = book.reservations[event.reservation_id]
    book.reservations[reservation.id] = changed(reservation, state="decided", decided=event.terms)


def _condition_met(book: Book, event: e.ConditionMet, _recorded: e.Recorded) -> None:
    reservation = book.reservations[event.reservation_id]
    done = ConditionDone(number=event.number, evidence=event.evidence, on=event.on)
    book.reservations[reservation.id] = changed(reservation, met=(*reservation.met, done))


def _signed(book: Book, event: e.AgreementSigned, recorded: e.Recorded) -> None:
    reservation = book.reservations[event.reservation_id]
    book.reservations[reservation.id] = changed(reservation, state="signed")
    book.investments[event.investment_id] = Investment(
        id=event.investment_id,
        reservation_id=reservation.id,
        proposal_id=reservation.proposal_id,
        company=reservation.company,
        signed_on=event.on,
        tranches=tuple(
            Tranche(number=one.number, amount_yen=one.amount_yen, due=one.due, milestone=one.milestone)
            for one in event.tranches
        ),
        **_limits(reservation),
    )
    _enter(
        book,
        entries.agreement_signed(
            at=_at(event.on, recorded, event.investment_id),
            deal_id=reservation.id,
            reserved_yen=reservation.amount_yen,
            tranche_amounts_yen=tuple(one.amount_yen for one in event.tranches),
            **_limits(reservation),
        ),
    )


def _tranche(book: Book, event: e.InvestmentEvent, number: int, **change: Any) -> Investment:
    return change_tranche(book, event.investment_id, number, **change)


def _release_approved(book: Book, event: e.TrancheReleaseApproved, _recorded: e.Recorded) -> None:
    tranche = next(one for one in book.investments[event.investment_id].tranches if one.number == event.number)
    approvals = (*tranche.approvals, (event.person, event.as_manager))
    _tranche(book, event, event.number, approvals=approvals)


def _drawn(book: Book, event: e.TrancheDrawn, recorded: e.Recorded) -> None:
    investment = _tranche(book, event, event.number, drawn_on=event.on)
    _enter(
        book,
        entries.tranche_drawn(
            at=_at(event.on, recorded, investment.id),
            deal_id=investment.reservation_id,
            tranche=event.number,
            amount_yen=event.amount_yen,
        ),
    )


def _frozen(book: Book, event: e.TrancheFrozen, _recorded: e.Recorded) -> None:
    _tranche(book, event, event.number, frozen_on=event.on)


def _resumed(book: Book, event: e.TrancheResumed, _recorded: e.Recorded) -> None:
    # Whoever approved before the stop did not know what made it necessary.
    _tranche(book, event, event.number, frozen_on=None, approvals=())


def _cancelled(book: Book, event: e.TrancheCancelled, recorded: e.Recorded) -> None:
    investment = _tranche(book, event, event.number, cancelled_on=event.on)
    _enter(
        book,
        entries.tranche_cancelled(
            at=_at(event.on, recorded, investment.id),
            deal_id=investment.reservation_id,
            tranche=event.number,
            amount_yen=event.amount_yen,
            **_limits(investment),
        ),
    )


def _called(book: Book, event: e.CapitalCalled, recorded: e.Recorded) -> None:
    book.calls[event.call_id] = CapitalCall(id=event.call_id, amount_yen=event.amount_yen, due=event.due)
    _enter(book, entries.capital_called(at=_at(event.on, recorded, event.call_id), amount_yen=event.amount_yen))


def _paid(book: Book, event: e.CapitalPaid, recorded: e.Recorded) -> None:
    call = book.calls[event.call_id]
    book.calls[call.id] = changed(call, paid_yen=call.paid_yen + event.amount_yen)
    _enter(book, entries.capital_paid(at=_at(event.on, recorded, event.call_id), amount_yen=event.amount_yen))


def _fee(book: Book, event: e.FeePaid, recorded: e.Recorded) -> None:
    _enter(book, entries.fee_paid(at=_at(event.on, recorded, event.fee_id), amount_yen=event.amount_yen))


def _reversed(book: Book, event: e.EntryReversed, recorded: e.Recorded) -> None:
    was = book.posted[event.seq]
    undo(book, was)
    entered = [entry for entry in book.entries if entry.recorded_seq == event.seq]
    _enter(book, tuple(reverse(entry, at=_at(event.on, recorded, entry.memo_ref)) for entry in entered))
    book.reversals[event.seq] = recorded.seq


def _reversible(handler: Handler) -> Handler:
    def take_in(book: Book, event: e.Event, recorded: e.Recorded) -> None:
        handler(book, event, recorded)
        book.posted[recorded.seq] = event

    return take_in


FUND_HANDLERS: dict[type[e.Event], Handler] = {
    e.FundEstablished: _established,
    e.FundsReserved: _reserved,
    e.ReservationReleased: _released,
    e.GpDecisionMade: _decided,
    e.ConditionMet: _condition_met,
    e.AgreementSigned: _reversible(_signed),
    e.TrancheReleaseApproved: _release_approved,
    e.TrancheDrawn: _reversible(_drawn),
    e.TrancheFrozen: _frozen,
    e.TrancheResumed: _resumed,
    e.TrancheCancelled: _reversible(_cancelled),
    e.CapitalCalled: _reversible(_called),
    e.CapitalPaid: _reversible(_paid),
    e.FeePaid: _reversible(_fee),
    e.EntryReversed: _reversed,
}
