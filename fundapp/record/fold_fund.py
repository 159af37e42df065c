"""How the fund's events change the Book: reservations, investments, calls, and the journal's entries."""

from typing import Any

from fundapp.basis.fact import known
from fundapp.followup.obligation import SupportDone
from fundapp.fund import entries
from fundapp.fund.entries_partners import fund_closed
from fundapp.fund.journal import reverse
from fundapp.record import events as e
from fundapp.record.book import Book, ConditionDone, Investment, Reservation, Tranche
from fundapp.record.handling import Handler, change_tranche, changed, enter, entered_at, limits_of, reversible
from fundapp.record.money import ReleaseApproval
from fundapp.record.obligations import promises
from fundapp.record.reversing import undo


def _established(book: Book, event: e.FundEstablished, recorded: e.Recorded) -> None:
    terms, at = event.terms, entered_at(event.on, recorded)
    book.terms, book.established_on = terms, event.on
    enter(book, fund_closed(at=at, size_yen=terms.size_yen))
    enter(book, entries.fee_budget(at=at, amount_yen=terms.cost_reserve_yen))
    enter(book, entries.follow_on_reserved(at=at, amount_yen=terms.follow_on_reserve_yen))


def _reserved(book: Book, event: e.FundsReserved, recorded: e.Recorded) -> None:
    frozen = book.items[event.item_id].frozen
    assert frozen is not None, "money is reserved for what was judged"
    assert book.terms is not None, "money is reserved of a fund"
    reservation = known(
        Reservation,
        {
            "id": event.reservation_id,
            "item_id": event.item_id,
            "proposal_id": event.proposal_id,
            "company_id": event.company_id,
            "company": frozen.proposal.company.name,
            "sector": event.sector,
            "early_stage": event.early_stage,
            "year": book.terms.year_of(event.on),
            "amount_yen": event.amount_yen,
            "follow_on_yen": event.follow_on_yen,
            "expires_on": event.expires_on,
            "reserved_on": event.on,
            "state": "held",
            "decided": None,
            "met": (),
        },
    )
    book.reservations[reservation.id] = reservation
    book.promised[reservation.id] = promises(frozen.support)
    at = entered_at(event.on, recorded, event.item_id)
    enter(
        book,
        entries.resolution_reserves(
            at=at,
            deal_id=reservation.id,
            amount_yen=reservation.amount_yen,
            follow_on_yen=reservation.follow_on_yen,
            **limits_of(reservation),
        ),
    )


def _released(book: Book, event: e.ReservationReleased, recorded: e.Recorded) -> None:
    reservation = book.reservations[event.reservation_id]
    book.reservations[reservation.id] = changed(reservation, state=event.why)
    if event.why == "void":
        # What time has ended it would end again at once.
        book.posted[recorded.seq] = event
    enter(
        book,
        entries.reservation_released(
            at=entered_at(event.on, recorded, reservation.item_id),
            deal_id=reservation.id,
            amount_yen=reservation.amount_yen,
            follow_on_yen=reservation.follow_on_yen,
            **limits_of(reservation),
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
            Tranche(
                number=one.number,
                amount_yen=one.amount_yen,
                due=one.due,
                milestone=one.milestone,
                support=one.support,
                shares=one.shares,
            )
            for one in event.tranches
        ),
        **limits_of(reservation),
    )
    enter(
        book,
        entries.agreement_signed(
            at=entered_at(event.on, recorded, event.investment_id),
            deal_id=reservation.id,
            reserved_yen=reservation.amount_yen,
            follow_on_yen=reservation.follow_on_yen,
            tranche_amounts_yen=tuple(one.amount_yen for one in event.tranches),
            **limits_of(reservation),
        ),
    )


def _tranche(book: Book, event: e.InvestmentEvent, number: int, **change: Any) -> Investment:
    return change_tranche(book, event.investment_id, number, **change)


def _release_approved(book: Book, event: e.TrancheReleaseApproved, _recorded: e.Recorded) -> None:
    tranche = next(one for one in book.investments[event.investment_id].tranches if one.number == event.number)
    approval = ReleaseApproval(person=event.person, as_manager=event.as_manager, evidence=event.evidence)
    approvals = (*tranche.approvals, approval)
    _tranche(book, event, event.number, approvals=approvals)


def _drawn(book: Book, event: e.TrancheDrawn, recorded: e.Recorded) -> None:
    investment = _tranche(book, event, event.number, drawn_on=event.on)
    enter(
        book,
        entries.tranche_drawn(
            at=entered_at(event.on, recorded, investment.id),
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
    enter(
        book,
        entries.tranche_cancelled(
            at=entered_at(event.on, recorded, investment.id),
            deal_id=investment.reservation_id,
            tranche=event.number,
            amount_yen=event.amount_yen,
            **limits_of(investment),
        ),
    )


def _support_given(book: Book, event: e.SupportGiven, _recorded: e.Recorded) -> None:
    investment = book.investments[event.investment_id]
    done = SupportDone(need_id=event.need_id, on=event.on, evidence=event.evidence)
    book.investments[investment.id] = changed(investment, support_given=(*investment.support_given, done))


def _reversed(book: Book, event: e.EntryReversed, recorded: e.Recorded) -> None:
    gone = undo(book, book.posted[event.seq])
    if gone:
        book.withdrawn[event.seq] = gone
    entered = [entry for entry in book.entries if entry.recorded_seq == event.seq]
    enter(book, tuple(reverse(entry, at=entered_at(event.on, recorded, entry.memo_ref)) for entry in entered))
    book.reversals[event.seq], book.reversed_on[recorded.seq] = recorded.seq, event.on


FUND_HANDLERS: dict[type[e.Event], Handler] = {
    e.FundEstablished: _established,
    e.FundsReserved: _reserved,
    e.ReservationReleased: _released,
    e.GpDecisionMade: reversible(_decided),
    e.ConditionMet: reversible(_condition_met),
    e.AgreementSigned: reversible(_signed),
    e.TrancheReleaseApproved: _release_approved,
    e.TrancheDrawn: reversible(_drawn),
    e.TrancheFrozen: _frozen,
    e.TrancheResumed: _resumed,
    e.TrancheCancelled: reversible(_cancelled),
    e.SupportGiven: reversible(_support_given),
    e.EntryReversed: _reversed,
}
