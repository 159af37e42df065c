"""Decisions on the fund's money after a resolution."""

from datetime import date

from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.roles import Role
from fundapp.fund.cash import check_cash_from
from fundapp.fund.journal import BANK
from fundapp.fund.limits import check_votes
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.book import Book, Reservation, Tranche
from fundapp.record.conditions import check_conditions, conditions
from fundapp.record.deciding import Case, Decision, Decisions, check_outgoing
from fundapp.record.obligations import promised_ids
from fundapp.record.opening import opening_reversed
from fundapp.record.reversing import in_the_way
from fundapp.record.roll import countersigns, presides


def _reservation(case: Case, reservation_id: str, *states: str) -> Reservation | Refusal:
    reservation = case.book.reservations.get(reservation_id)
    if reservation is None:
        return Refusal.of("reservation_unknown")
    if reservation.state not in states:
        return Refusal.of("reservation_not_ready", state=reservation.state)
    return reservation


def _too_early(on: date, first_on: date) -> Refusal | None:
    """Nothing is signed on a day before the decision, nor paid or cancelled on a day before the agreement."""
    if on >= first_on:
        return None
    return Refusal.of("dated_before_step", dated_on=on.isoformat(), first_on=first_on.isoformat())


def _decided_on(book: Book, reservation: Reservation) -> date:
    """The day of the general partner's decision that stands."""
    return max(
        event.on
        for seq, event in book.posted.items()
        if isinstance(event, e.GpDecisionMade) and event.reservation_id == reservation.id and seq not in book.reversals
    )


def _decide_as_gp(command: c.DecideAsGp, case: Case) -> Decision:
    reservation = _reservation(case, command.reservation_id, "held")
    if isinstance(reservation, Refusal):
        return reservation
    if command.terms.amount_yen > reservation.amount_yen:
        return Refusal.of("above_reservation", amount_yen=command.terms.amount_yen, reserved_yen=reservation.amount_yen)
    assert case.book.terms is not None, "a reservation is a fund's"
    refusal = check_votes(case.book.terms, command.terms.voting_share)
    if refusal is not None:
        return refusal
    return (e.GpDecisionMade(reservation_id=reservation.id, terms=command.terms, on=command.on),)


def _void_reservation(command: c.VoidReservation, case: Case) -> Decision:
    reservation = _reservation(case, command.reservation_id, "held", "decided")
    if isinstance(reservation, Refusal):
        return reservation
    if not command.reason.strip():
        return Refusal.of("step_needs_reason")
    reason = case.brought.seal(command.reason)
    return (e.ReservationReleased(reservation_id=reservation.id, why="void", reason=reason, on=command.on),)


def _meet_condition(command: c.MeetCondition, case: Case) -> Decision:
    reservation = _reservation(case, command.reservation_id, "held", "decided", "signed")
    if isinstance(reservation, Refusal):
        return reservation
    found = next((one for one in conditions(case.book, reservation) if one.number == command.number), None)
    if found is None:
        return Refusal.of("condition_unknown")
    if found.done is not None:
        return Refusal.of("condition_met_already", met_on=found.done.on.isoformat())
    if not command.evidence.strip():
        return Refusal.of("condition_needs_evidence")
    evidence = case.brought.seal(command.evidence)
    return (e.ConditionMet(reservation_id=reservation.id, number=found.number, evidence=evidence, on=command.on),)


def _sign_agreement(command: c.SignAgreement, case: Case) -> Decision:
    reservation = _reservation(case, command.reservation_id, "decided")
    if isinstance(reservation, Refusal):
        return reservation
    assert reservation.decided is not None
    planned_yen = sum(tranche.amount_yen for tranche in command.tranches)
    if not command.tranches or planned_yen > reservation.decided.amount_yen:
        return Refusal.of("above_reservation", amount_yen=planned_yen, reserved_yen=reservation.decided.amount_yen)
    if [tranche.number for tranche in command.tranches] != list(range(1, len(command.tranches) + 1)):
        return Refusal.of("tranches_not_numbered")
    if command.investment_id in case.book.investments:
        return Refusal.of("id_in_use")
    refusal = _too_early(command.on, _decided_on(case.book, reservation))
    if refusal is not None:
        return refusal
    signed = e.AgreementSigned(
        investment_id=command.investment_id,
        reservation_id=reservation.id,
        tranches=command.tranches,
        on=command.on,
    )
    return (signed,)


def _unpaid_tranche(case: Case, investment_id: str, number: int) -> Tranche | Refusal:
    investment = case.book.investments.get(investment_id)
    tranche = investment.tranche(number) if investment else None
    if tranche is None:
        return Refusal.of("tranche_unknown")
    if tranche.drawn_on is not None:
        return Refusal.of("tranche_paid_already", number=number)
    if tranche.cancelled_on is not None:
        return Refusal.of("tranche_is_cancelled", number=number)
    return tranche


def _payable_tranche(case: Case, investment_id: str, number: int) -> Tranche | Refusal:
    tranche = _unpaid_tranche(case, investment_id, number)
    if isinstance(tranche, Tranche) and tranche.frozen_on is not None:
        return Refusal.of("tranche_is_frozen", number=number)
    return tranche


def _release_tranche(command: c.ReleaseTranche, case: Case) -> Decision:
    tranche = _payable_tranche(case, command.investment_id, command.number)
    if isinstance(tranche, Refusal):
        return tranche
    if not command.evidence.strip():
        return Refusal.of("release_needs_evidence")
    investment = case.book.investments[command.investment_id]
    if not countersigns(case.book, case.actor, investment.reservation_id):
        return Refusal.of("not_permitted")
    refusal = _too_early(command.on, investment.signed_on)
    if refusal is not None:
        return refusal
    refusal = check_conditions(case.book, case.book.reservations[investment.reservation_id])
    if refusal is not None and not investment.drawn_yen():
        return refusal
    waiting = [one for one in tranche.support if not investment.gave(one.need_id)]
    if waiting:
        problems = [Problem.of("support_not_given", name=one.name) for one in waiting]
        return Refusal.of("support_still_due", *problems, number=tranche.number, count=len(waiting))
    if any(one.person == case.actor.person for one in tranche.approvals):
        return Refusal.of("same_person_twice")
    as_manager = case.actor.has(Role.MANAGER)
    if tranche.approvals and as_manager == tranche.approvals[0].as_manager:
        return Refusal.of("release_needs_other_role")
    refusal = check_outgoing(case, on=command.on, amount_yen=tranche.amount_yen)
    if refusal is not None:
        return refusal
    approved = e.TrancheReleaseApproved(
        investment_id=command.investment_id,
        number=tranche.number,
        person=case.actor.person,
        as_manager=as_manager,
        evidence=case.brought.seal(command.evidence),
    )
    if not tranche.approvals:
        return (approved,)
    drawn = e.TrancheDrawn(
        investment_id=command.investment_id,
        number=tranche.number,
        amount_yen=tranche.amount_yen,
        on=command.on,
    )
    return (approved, drawn)


def _confirm_support(command: c.ConfirmSupport, case: Case) -> Decision:
    investment = case.book.investments.get(command.investment_id)
    if investment is None or command.need_id not in promised_ids(case.book, investment):
        return Refusal.of("support_not_agreed")
    if investment.gave(command.need_id):
        return Refusal.of("support_given_already")
    if not command.evidence.strip():
        return Refusal.of("step_needs_evidence")
    evidence = case.brought.seal(command.evidence)
    return (e.SupportGiven(investment_id=investment.id, need_id=command.need_id, evidence=evidence, on=command.on),)


def _freeze_tranche(command: c.FreezeTranche, case: Case) -> Decision:
    tranche = _payable_tranche(case, command.investment_id, command.number)
    if isinstance(tranche, Refusal):
        return tranche
    if not case.actor.has(Role.MANAGER, Role.SECRETARIAT) and not presides(case.book, case.actor.person):
        return Refusal.of("not_permitted")
    if not command.reason.strip():
        return Refusal.of("step_needs_reason")
    frozen = e.TrancheFrozen(
        investment_id=command.investment_id,
        number=tranche.number,
        reason=case.brought.seal(command.reason),
        on=command.on,
    )
    return (frozen,)


def _resume_tranche(command: c.ResumeTranche, case: Case) -> Decision:
    tranche = _unpaid_tranche(case, command.investment_id, command.number)
    if isinstance(tranche, Refusal):
        return tranche
    if tranche.frozen_on is None:
        return Refusal.of("tranche_not_stopped", number=tranche.number)
    if not command.reason.strip():
        return Refusal.of("step_needs_reason")
    resumed = e.TrancheResumed(
        investment_id=command.investment_id,
        number=tranche.number,
        reason=case.brought.seal(command.reason),
        on=command.on,
    )
    return (resumed,)


def _cancel_tranche(command: c.CancelTranche, case: Case) -> Decision:
    tranche = _unpaid_tranche(case, command.investment_id, command.number)
    if isinstance(tranche, Refusal):
        return tranche
    if not command.reason.strip():
        return Refusal.of("step_needs_reason")
    refusal = _too_early(command.on, case.book.investments[command.investment_id].signed_on)
    if refusal is not None:
        return refusal
    cancelled = e.TrancheCancelled(
        investment_id=command.investment_id,
        number=tranche.number,
        amount_yen=tranche.amount_yen,
        reason=case.brought.seal(command.reason),
        on=command.on,
    )
    return (cancelled,)


def _reverse_entry(command: c.ReverseEntry, case: Case) -> Decision:
    book = case.book
    if command.seq in book.reversals.values():
        return Refusal.of("reversal_stands", seq=command.seq)
    if command.seq in book.reversals:
        return Refusal.of("entry_reversed_already", seq=command.seq, reversal_seq=book.reversals[command.seq])
    if command.seq not in book.posted:
        return Refusal.of("entry_not_reversible", seq=command.seq)
    if not command.reason.strip():
        return Refusal.of("step_needs_reason")
    if command.seq in book.openings:
        return opening_reversed(book, book.openings[command.seq], case.brought.seal(command.reason))
    refusal = in_the_way(book, command.seq) or check_cash_from(
        book.entries, on=command.on, amount_yen=_cash_brought_yen(book, command.seq)
    )
    if refusal is not None:
        return refusal
    return (e.EntryReversed(seq=command.seq, reason=case.brought.seal(command.reason), on=command.on),)


def _cash_brought_yen(book: Book, seq: int) -> int:
    """What the entries at this place brought into the bank account: their reversal takes it out again."""
    legs = (leg for entry in book.entries if entry.recorded_seq == seq for leg in entry.postings)
    return sum(leg.amount_yen for leg in legs if leg.account == BANK)


FUND_DECISIONS: Decisions = {
    c.DecideAsGp: _decide_as_gp,
    c.VoidReservation: _void_reservation,
    c.MeetCondition: _meet_condition,
    c.SignAgreement: _sign_agreement,
    c.ReleaseTranche: _release_tranche,
    c.ConfirmSupport: _confirm_support,
    c.FreezeTranche: _freeze_tranche,
    c.ResumeTranche: _resume_tranche,
    c.CancelTranche: _cancel_tranche,
    c.ReverseEntry: _reverse_entry,
}
