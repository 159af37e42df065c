"""Decisions on commitments, calls, distributions, fees and reserves."""

from fractions import Fraction

from fundapp.basis.refusal import Refusal
from fundapp.fund.journal import PAID_IN_CAPITAL, RECEIVABLE, below
from fundapp.fund.limits import (
    check_call,
    check_fee_reserve,
    check_follow_on,
    check_recycling,
    check_returned,
    check_set_aside,
)
from fundapp.fund.partners import PartnerPart, apportioned, parts_of
from fundapp.fund.terms import FundTerms
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.book import Book, CapitalCall
from fundapp.record.call_plan import parts_of_call
from fundapp.record.deciding import Case, Decision, Decisions, check_outgoing


def _terms(case: Case) -> FundTerms:
    assert case.book.terms is not None, "a day before the fund is refused first"
    return case.book.terms


def _add_commitment(command: c.AddCommitment, case: Case) -> Decision:
    if not command.partner.strip():
        return Refusal.of("partner_needs_name")
    known = any(partner.name == command.partner.strip() for partner in _terms(case).partners)
    if known == command.joins:
        return Refusal.of("partner_known" if known else "partner_unknown", name=command.partner.strip())
    return (e.CommitmentAdded(partner=command.partner.strip(), amount_yen=command.amount_yen, on=command.on),)


def _set_fees_aside(command: c.SetFeesAside, case: Case) -> Decision:
    refusal = check_set_aside(case.book.balances, amount_yen=command.amount_yen)
    return refusal or (e.FeesSetAside(amount_yen=command.amount_yen, on=command.on),)


def _free_fees(command: c.FreeFees, case: Case) -> Decision:
    refusal = check_fee_reserve(case.book.balances, amount_yen=command.amount_yen)
    return refusal or (e.FeesFreed(amount_yen=command.amount_yen, on=command.on),)


def _set_fee_schedule(command: c.SetFeeSchedule, case: Case) -> Decision:
    ids = [one.fee_id for one in command.fees]
    if len(set(ids)) < len(ids):
        return Refusal.of("id_in_use")
    if not all(one.what.strip() for one in command.fees):
        return Refusal.of("step_needs_what")
    waiting_yen = sum(one.amount_yen for one in command.fees if one.fee_id not in case.book.fees)
    refusal = check_fee_reserve(case.book.balances, amount_yen=waiting_yen)
    return refusal or (e.FeeScheduleSet(fees=command.fees, on=command.on),)


def _pay_fee(command: c.PayFee, case: Case) -> Decision:
    if command.fee_id in case.book.fees:
        return Refusal.of("fee_paid_already")
    if not command.what.strip():
        return Refusal.of("step_needs_what")
    refusal = check_fee_reserve(case.book.balances, amount_yen=command.amount_yen) or check_outgoing(
        case, on=command.on, amount_yen=command.amount_yen
    )
    if refusal is not None:
        return refusal
    paid = e.FeePaid(fee_id=command.fee_id, amount_yen=command.amount_yen, what=command.what, on=command.on)
    return (paid,)


def _refund_fee(command: c.RefundFee, case: Case) -> Decision:
    fee = case.book.fees.get(command.fee_id)
    if fee is None:
        return Refusal.of("fee_unknown")
    if command.on < fee.on:
        return Refusal.of("back_before_paid", back_on=command.on.isoformat(), paid_on=fee.on.isoformat())
    left_yen = fee.amount_yen - fee.refunded_yen
    if command.amount_yen > left_yen:
        return Refusal.of("above_paid", amount_yen=command.amount_yen, available_yen=left_yen)
    if not command.reason.strip():
        return Refusal.of("step_needs_reason")
    reason = case.brought.seal(command.reason)
    return (e.FeeRefunded(fee_id=fee.id, amount_yen=command.amount_yen, reason=reason, on=command.on),)


def _reserve_follow_on(command: c.ReserveFollowOn, case: Case) -> Decision:
    balances = case.book.balances
    held = {one.company_id for one in case.book.investments.values()}
    if command.company_id and command.company_id not in held:
        return Refusal.of("company_not_held")
    if command.source == "unassigned":
        if not command.company_id:
            return Refusal.of("company_not_held")
        refusal = check_follow_on(balances, company_id="", amount_yen=command.amount_yen)
    else:
        refusal = check_set_aside(balances, amount_yen=command.amount_yen)
    if refusal is not None:
        return refusal
    made = e.FollowOnReserved(
        company_id=command.company_id, amount_yen=command.amount_yen, source=command.source, on=command.on
    )
    return (made,)


def _free_follow_on(command: c.FreeFollowOn, case: Case) -> Decision:
    refusal = check_follow_on(case.book.balances, company_id=command.company_id, amount_yen=command.amount_yen)
    freed = e.FollowOnFreed(company_id=command.company_id, amount_yen=command.amount_yen, on=command.on)
    return refusal or (freed,)


def _call_capital(command: c.CallCapital, case: Case) -> Decision:
    book = case.book
    if command.call_id in book.calls:
        return Refusal.of("id_in_use")
    if not 0 <= command.for_fees_yen <= command.amount_yen:
        return Refusal.of("fees_above_call", amount_yen=command.amount_yen)
    if command.due < command.on:
        return Refusal.of("due_before_notice", due_on=command.due.isoformat(), notice_on=command.on.isoformat())
    refusal = check_call(book.balances, amount_yen=command.amount_yen)
    if refusal is not None:
        return refusal
    called = e.CapitalCalled(
        call_id=command.call_id,
        number=_next_number(book, e.CapitalCalled),
        amount_yen=command.amount_yen,
        for_fees_yen=command.for_fees_yen,
        parts=parts_of_call(book, command.amount_yen),
        due=command.due,
        pay_to=command.pay_to,
        on=command.on,
    )
    return (called,)


def _next_number(book: Book, kind: type[e.CapitalCalled] | type[e.Distributed]) -> int:
    """A number that was given out is not given to another notice, also when it was reversed."""
    return 1 + max((one.number for one in book.posted.values() if isinstance(one, kind)), default=0)


def _call(case: Case, call_id: str) -> CapitalCall | Refusal:
    return case.book.calls.get(call_id) or Refusal.of("call_unknown")


def _record_paid_capital(command: c.RecordPaidCapital, case: Case) -> Decision:
    call = _call(case, command.call_id)
    if isinstance(call, Refusal):
        return call
    if command.on < call.called_on:
        return Refusal.of("paid_before_call", paid_on=command.on.isoformat(), called_on=call.called_on.isoformat())
    owed = [one for one in call.parts if command.partner in (None, one.partner)]
    open_yen = sum(one.open_yen for one in owed)
    if command.amount_yen > open_yen:
        return Refusal.of("above_call", amount_yen=command.amount_yen, open_yen=open_yen)
    paid = apportioned(command.amount_yen, [Fraction(one.open_yen) for one in owed])
    return tuple(
        e.CapitalPaid(call_id=call.id, partner=one.partner, amount_yen=amount_yen, on=command.on)
        for one, amount_yen in zip(owed, paid, strict=True)
        if amount_yen
    )


def _record_shortfall(command: c.RecordShortfall, case: Case) -> Decision:
    call = _call(case, command.call_id)
    if isinstance(call, Refusal):
        return call
    part = call.part(command.partner)
    if part is None or not part.open_yen:
        return Refusal.of("nothing_owed")
    if command.on <= call.due:
        return Refusal.of("not_due_yet", due_on=call.due.isoformat())
    if not command.reason.strip():
        return Refusal.of("step_needs_reason")
    short = e.CallFellShort(
        call_id=call.id,
        partner=part.partner,
        amount_yen=part.open_yen,
        reason=case.brought.seal(command.reason),
        on=command.on,
    )
    return (short,)


def _refund_capital(command: c.RefundCapital, case: Case) -> Decision:
    call = _call(case, command.call_id)
    if isinstance(call, Refusal):
        return call
    if command.on < call.called_on:
        return Refusal.of("back_before_paid", back_on=command.on.isoformat(), paid_on=call.called_on.isoformat())
    kept = {one.partner: one.paid_yen - one.refunded_yen for one in call.parts}
    if command.amount_yen > sum(kept.values()):
        return Refusal.of("above_paid", amount_yen=command.amount_yen, available_yen=sum(kept.values()))
    if not command.reason.strip():
        return Refusal.of("step_needs_reason")
    refusal = check_outgoing(case, on=command.on, amount_yen=command.amount_yen)
    if refusal is not None:
        return refusal
    found = apportioned(command.amount_yen, [Fraction(one) for one in kept.values()])
    parts = tuple(
        PartnerPart(partner=partner, amount_yen=amount_yen)
        for partner, amount_yen in zip(kept, found, strict=True)
        if amount_yen
    )
    refunded = e.CapitalRefunded(
        call_id=call.id,
        amount_yen=command.amount_yen,
        parts=parts,
        reason=case.brought.seal(command.reason),
        on=command.on,
    )
    return (refunded,)


def _distribute(command: c.Distribute, case: Case) -> Decision:
    book, terms = case.book, _terms(case)
    if command.distribution_id in book.distributions:
        return Refusal.of("id_in_use")
    if not 0 <= command.of_capital_yen <= command.amount_yen:
        return Refusal.of("capital_above_distribution", amount_yen=command.amount_yen)
    if not command.what.strip():
        return Refusal.of("step_needs_what")
    refusal = check_outgoing(case, on=command.on, amount_yen=command.amount_yen) or check_returned(
        book.balances, amount_yen=command.of_capital_yen
    )
    if refusal is not None:
        return refusal
    paid = e.Distributed(
        distribution_id=command.distribution_id,
        number=_next_number(book, e.Distributed),
        amount_yen=command.amount_yen,
        of_capital_yen=command.of_capital_yen,
        parts=parts_of(apportioned(command.amount_yen, _weights(book, terms))),
        what=command.what,
        on=command.on,
    )
    return (paid,)


def _weights(book: Book, terms: FundTerms) -> list[Fraction]:
    """By what each partner has paid in; by the shares while nobody has."""
    owed = below(book.balances, RECEIVABLE)
    capital = below(book.balances, PAID_IN_CAPITAL)
    paid = [Fraction(-capital.get(str(n), 0) - owed.get(str(n), 0)) for n in range(1, len(terms.partners) + 1)]
    return paid if any(paid) else [partner.share for partner in terms.partners]


def _recycle(command: c.RecycleCapital, case: Case) -> Decision:
    refusal = check_recycling(_terms(case), case.book.balances, amount_yen=command.amount_yen)
    return refusal or (e.CapitalRecycled(amount_yen=command.amount_yen, on=command.on),)


def _close_period(command: c.ClosePeriod, case: Case) -> Decision:
    closed_until = case.book.closed_until
    if command.until >= case.today:
        return Refusal.of("period_not_over", until_on=command.until.isoformat())
    if closed_until is not None and command.until <= closed_until:
        return Refusal.of("period_is_closed", dated_on=command.until.isoformat(), closed_on=closed_until.isoformat())
    return (e.PeriodClosed(until=command.until, on=command.on),)


PARTNER_DECISIONS: Decisions = {
    c.AddCommitment: _add_commitment,
    c.SetFeesAside: _set_fees_aside,
    c.FreeFees: _free_fees,
    c.SetFeeSchedule: _set_fee_schedule,
    c.PayFee: _pay_fee,
    c.RefundFee: _refund_fee,
    c.ReserveFollowOn: _reserve_follow_on,
    c.FreeFollowOn: _free_follow_on,
    c.CallCapital: _call_capital,
    c.RecordPaidCapital: _record_paid_capital,
    c.RecordShortfall: _record_shortfall,
    c.RefundCapital: _refund_capital,
    c.Distribute: _distribute,
    c.RecycleCapital: _recycle,
    c.ClosePeriod: _close_period,
}
