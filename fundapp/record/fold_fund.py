"""How the fund's events change the Book: reservations, investments, calls, and the journal's entries."""

from datetime import date
from typing import Any

from fundapp.fund import entries
from fundapp.fund.journal import JournalEntry, post
from fundapp.fund.journal import Recorded as At
from fundapp.record import events as e
from fundapp.record.book import Book, CapitalCall, Investment, Reservation, Tranche
from fundapp.record.handling import Handler, changed


def _enter(book: Book, new: tuple[JournalEntry, ...]) -> None:
    book.entries.extend(new)
    post(book.balances, new)


def _at(on: date, recorded: e.Recorded, memo_ref: str = "") -> At:
    return At(effective=on, recorded_seq=recorded.seq, memo_ref=memo_ref)


def _limits(reservation: Reservation) -> dict[str, Any]:
    return {
        "company_id": reservation.company_id,
        "sector": reservation.sector,
        "early_stage": reservation.early_stage,
    }


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
            at=_at(event.on, recorded),
            deal_id=reservation.id,
            amount_yen=reservation.amount_yen,
            **_limits(reservation),
        ),
    )


def _decided(book: Book, event: e.GpDecisionMade, _recorded: e.Recorded) -> None:
    reservation = book.reservations[event.reservation_id]
    book.reservations[reservation.id] = changed(reservation, state="decided", decided=event.terms)


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
            at=_at(event.on, recorded),
            deal_id=reservation.id,
            reserved_yen=reservation.amount_yen,
            tranche_amounts_yen=tuple(one.amount_yen for one in event.tranches),
            **_limits(reservation),
        ),
    )


def _tranche(book: Book, event: e.InvestmentEvent, number: int, **change: Any) -> Investment:
    investment = book.investments[event.investment_id]
    tranches = tuple(changed(one, **change) if one.number == number else one for one in investment.tranches)
    book.investments[investment.id] = changed(investment, tranches=tranches)
    return investment


def _release_approved(book: Book, event: e.TrancheReleaseApproved, _recorded: e.Recorded) -> None:
    tranche = next(one for one in book.investments[event.investment_id].tranches if one.number == event.number)
    approvals = (*tranche.approvals, (event.person, event.as_manager))
    _tranche(book, event, event.number, approvals=approvals)


def _drawn(book: Book, event: e.TrancheDrawn, recorded: e.Recorded) -> None:
    investment = _tranche(book, event, event.number, drawn_on=event.on)
    _enter(
        book,
        entries.tranche_drawn(
            at=_at(event.on, recorded),
            deal_id=investment.reservation_id,
            tranche=event.number,
            amount_yen=event.amount_yen,
        ),
    )


def _frozen(book: Book, event: e.TrancheFrozen, _recorded: e.Recorded) -> None:
    _tranche(book, event, event.number, frozen_on=event.on)


def _called(book: Book, event: e.CapitalCalled, recorded: e.Recorded) -> None:
    book.calls[event.call_id] = CapitalCall(id=event.call_id, amount_yen=event.amount_yen, due=event.due)
    _enter(book, entries.capital_called(at=_at(event.on, recorded, event.call_id), amount_yen=event.amount_yen))


def _paid(book: Book, event: e.CapitalPaid, recorded: e.Recorded) -> None:
    call = book.calls[event.call_id]
    book.calls[call.id] = changed(call, paid_yen=call.paid_yen + event.amount_yen)
    _enter(book, entries.capital_paid(at=_at(event.on, recorded, event.call_id), amount_yen=event.amount_yen))


def _fee(book: Book, event: e.FeePaid, recorded: e.Recorded) -> None:
    _enter(book, entries.fee_paid(at=_at(event.on, recorded, event.fee_id), amount_yen=event.amount_yen))


FUND_HANDLERS: dict[type[e.Event], Handler] = {
    e.FundEstablished: _established,
    e.FundsReserved: _reserved,
    e.ReservationReleased: _released,
    e.GpDecisionMade: _decided,
    e.AgreementSigned: _signed,
    e.TrancheReleaseApproved: _release_approved,
    e.TrancheDrawn: _drawn,
    e.TrancheFrozen: _frozen,
    e.CapitalCalled: _called,
    e.CapitalPaid: _paid,
    e.FeePaid: _fee,
}
