"""Decisions on what the fund holds: valuations by two persons, exits, write-offs, refunds of tranches."""

from collections.abc import Iterable
from datetime import date

from fundapp.basis.refusal import Refusal
from fundapp.fund.entries_held import released_yen
from fundapp.fund.journal import balance_on, investment, unrealised
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.book import Book, Investment
from fundapp.record.dating import check_day
from fundapp.record.deciding import Case, Decision, Decisions
from fundapp.record.roll import countersigns


def _held(case: Case, investment_id: str) -> Investment | Refusal:
    """The investment, if the fund still holds some of it."""
    found = case.book.investments.get(investment_id)
    if found is None:
        return Refusal.of("investment_unknown")
    if not found.held_yen():
        return Refusal.of("nothing_held")
    return found


def _propose_valuation(command: c.ProposeValuation, case: Case) -> Decision:
    found = _held(case, command.investment_id)
    if isinstance(found, Refusal):
        return found
    refusal = check_day(case, command.as_of) or _superseded(case.book, found, command.as_of)
    if refusal is not None:
        return refusal
    if command.fair_value_yen < 0:
        return Refusal.of("fair_value_below_zero")
    if not command.inputs or not command.reasoning.strip():
        return Refusal.of("valuation_needs_inputs")
    if not balance_on(case.book.entries, investment(found.reservation_id), command.as_of):
        return Refusal.of("nothing_held")
    proposed = e.ValuationProposed(
        investment_id=found.id,
        valuation_id=command.valuation_id,
        as_of=command.as_of,
        fair_value_yen=command.fair_value_yen,
        method=command.method,
        inputs=command.inputs,
        reasoning=case.brought.seal(command.reasoning),
        person=case.actor.person,
        on=command.on,
    )
    return (proposed,)


def _superseded(book: Book, found: Investment, as_of: date) -> Refusal | None:
    """A fair value for a day before something was valued or left would be reckoned from what was not known then."""
    days = [one.as_of for one in found.valuations] + [one.on for one in found.exits] + _left_on(book, found)
    later = [day for day in days if day > as_of]
    return Refusal.of("valued_or_sold_since", last_on=max(later).isoformat()) if later else None


def _left_on(book: Book, found: Investment) -> list[date]:
    """The days on which cost left the books: sold, written off or paid back, and not taken back since."""
    slips, deal = book.reversals.keys() | book.reversals.values(), investment(found.reservation_id)
    return [
        entry.effective
        for entry in book.entries
        for leg in entry.postings
        if leg.account == deal and leg.amount_yen < 0 and entry.recorded_seq not in slips
    ]


def _approve_valuation(command: c.ApproveValuation, case: Case) -> Decision:
    found = _held(case, command.investment_id)
    if isinstance(found, Refusal):
        return found
    proposed = found.proposed
    if proposed is None or proposed.id != command.valuation_id:
        return Refusal.of("valuation_not_proposed")
    if not countersigns(case.book, case.actor, found.reservation_id):
        return Refusal.of("not_permitted")
    if proposed.proposed_by == case.actor.person:
        return Refusal.of("same_person_values")
    refusal = check_day(case, proposed.as_of) or _superseded(case.book, found, proposed.as_of)
    if refusal is not None:
        return refusal
    deal = found.reservation_id
    before_yen = sum(balance_on(case.book.entries, one, proposed.as_of) for one in (investment(deal), unrealised(deal)))
    if not balance_on(case.book.entries, investment(deal), proposed.as_of):
        return Refusal.of("nothing_held")
    approved = e.ValuationApproved(
        investment_id=found.id,
        valuation_id=proposed.id,
        as_of=proposed.as_of,
        change_yen=proposed.fair_value_yen - before_yen,
        person=case.actor.person,
        on=command.on,
    )
    return (approved,)


def _leaving(case: Case, found: Investment, cost_yen: int, on: date) -> tuple[tuple[e.CostPart, ...], int] | Refusal:
    """The parts of the tranches that leave, the oldest first, and what of the unrealised result leaves with them."""
    refusal = _dated_after(case, found, on) or _still_promised(found, cost_yen)
    if refusal is not None:
        return refusal
    held_yen = found.held_yen()
    if cost_yen > held_yen:
        return Refusal.of("above_held", amount_yen=cost_yen, available_yen=held_yen)
    parts, left_yen = [], cost_yen
    for tranche in found.tranches:
        taken_yen = min(left_yen, tranche.held_yen)
        if taken_yen:
            parts.append(e.CostPart(number=tranche.number, cost_yen=taken_yen))
            left_yen -= taken_yen
    unrealised_yen = case.book.balances.get(unrealised(found.reservation_id), 0)
    return tuple(parts), released_yen(unrealised_yen, cost_yen, held_yen)


def _still_promised(found: Investment, cost_yen: int) -> Refusal | None:
    """Who leaves a company whole has nothing more to pay to it."""
    waiting = [one for one in found.tranches if one.drawn_on is None and one.cancelled_on is None]
    if cost_yen == found.held_yen() and waiting:
        return Refusal.of("tranches_still_open", count=len(waiting))
    return None


def _record_exit(command: c.RecordExit, case: Case) -> Decision:
    found = _held(case, command.investment_id)
    if isinstance(found, Refusal):
        return found
    if command.exit_id in _ids(case.book):
        return Refusal.of("id_in_use")
    if min(command.cost_yen, command.proceeds_yen) < 0 or not (command.cost_yen or command.proceeds_yen):
        return Refusal.of("exit_needs_amounts")
    if command.cost_yen and command.kind == "dividend":
        return Refusal.of("dividend_has_no_cost")
    if not command.proceeds_yen:
        return Refusal.of("exit_without_proceeds")
    leaving = _check_shares(found, command) or _leaving(case, found, command.cost_yen, command.on)
    if isinstance(leaving, Refusal):
        return leaving
    parts, released = leaving
    exited = e.InvestmentExited(
        investment_id=found.id,
        exit_id=command.exit_id,
        kind=command.kind,
        parts=parts,
        proceeds_yen=command.proceeds_yen,
        released_yen=released,
        shares=command.shares,
        remark=case.brought.seal(command.remark),
        on=command.on,
    )
    return (exited,)


def _check_shares(found: Investment, command: c.RecordExit) -> Refusal | None:
    """Refuse shares that leave without a cost, and more of them than are held, where they are counted."""
    if command.shares is None:
        return None
    if not command.cost_yen:
        return Refusal.of("exit_shares_without_cost")
    held = found.shares()
    if held is not None and command.shares > held:
        return Refusal.of("exit_shares_above_held", count=command.shares, held=held)
    return None


def _ids(book: Book) -> Iterable[str]:
    return (one.id for investment in book.investments.values() for one in investment.exits)


def _dated_after(case: Case, found: Investment, on: date) -> Refusal | None:
    """Nothing leaves before it was paid, or before the day on which it was last valued."""
    deal = investment(found.reservation_id)
    days = [entry.effective for entry in case.book.entries for leg in entry.postings if leg.account == deal] + [
        one.as_of for one in found.valuations
    ]
    last = max(days)
    return Refusal.of("dated_before_holding", dated_on=on.isoformat(), last_on=last.isoformat()) if on < last else None


def _write_off(command: c.WriteOff, case: Case) -> Decision:
    found = _held(case, command.investment_id)
    if isinstance(found, Refusal):
        return found
    if not command.reason.strip():
        return Refusal.of("step_needs_reason")
    leaving = _leaving(case, found, command.cost_yen, command.on)
    if isinstance(leaving, Refusal):
        return leaving
    parts, released = leaving
    lost = e.InvestmentWrittenOff(
        investment_id=found.id,
        parts=parts,
        released_yen=released,
        reason=case.brought.seal(command.reason),
        on=command.on,
    )
    return (lost,)


def _refund_tranche(command: c.RefundTranche, case: Case) -> Decision:
    found = _held(case, command.investment_id)
    if isinstance(found, Refusal):
        return found
    tranche = found.tranche(command.number)
    if tranche is None:
        return Refusal.of("tranche_unknown")
    if command.amount_yen > tranche.held_yen:
        return Refusal.of("above_held", amount_yen=command.amount_yen, available_yen=tranche.held_yen)
    if not command.reason.strip():
        return Refusal.of("step_needs_reason")
    refusal = _dated_after(case, found, command.on)
    if refusal is not None:
        return refusal
    unrealised_yen = case.book.balances.get(unrealised(found.reservation_id), 0)
    refunded = e.TrancheRefunded(
        investment_id=found.id,
        number=tranche.number,
        amount_yen=command.amount_yen,
        released_yen=released_yen(unrealised_yen, command.amount_yen, found.held_yen()),
        reason=case.brought.seal(command.reason),
        on=command.on,
    )
    return (refunded,)


HELD_DECISIONS: Decisions = {
    c.ProposeValuation: _propose_valuation,
    c.ApproveValuation: _approve_valuation,
    c.RecordExit: _record_exit,
    c.WriteOff: _write_off,
    c.RefundTranche: _refund_tranche,
}
