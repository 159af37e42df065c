"""What can happen to the money after a resolution: given up, conditions met, stopped, cancelled, entered by mistake."""

from datetime import date, timedelta

import pytest

from fundapp.basis.refusal import Problem
from fundapp.committee.proposal import ConditionPrecedent, Terms
from fundapp.fund.figures import figures, invariants
from fundapp.record import commands as c
from fundapp.record.events import AgreementSigned, GpDecisionMade, TrancheTerms

DAY = date(2026, 4, 1)
TERMS = Terms(amount_yen=60_000_000, instrument="common_shares")
LICENCE = ConditionPrecedent(text="licence signed", owner="TLO", due=DAY)
AUDIT = ConditionPrecedent(text="accounts audited", owner="company", due=DAY)


def approved(fund, item: str, *conditions: ConditionPrecedent) -> str:
    """The id of the reservation of a plain or a conditional approval."""
    fund.revealed(item)
    if not conditions:
        fund.approve(item)
        return f"r-{item}"
    motion = c.PutMotion(item_id=item, resolution="approve_with_conditions", terms=TERMS, conditions=conditions)
    fund.do(motion, fund.association)
    fund.voted(item)
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id=f"r-{item}"), fund.association)
    return f"r-{item}"


def signed(fund, item: str, *conditions: ConditionPrecedent) -> None:
    """An agreement of 30 and 20 million yen on a resolution of 60 million, with 100 million in the bank."""
    deal = approved(fund, item, *conditions)
    fund.do(c.DecideAsGp(reservation_id=deal, terms=TERMS, on=DAY), fund.manager)
    tranches = tuple(
        TrancheTerms(number=n, amount_yen=amount_yen, due=DAY, milestone="m")
        for n, amount_yen in ((1, 30_000_000), (2, 20_000_000))
    )
    fund.do(c.SignAgreement(investment_id="iv", reservation_id=deal, tranches=tranches, on=DAY), fund.manager)
    fund.do(c.CallCapital(call_id="c1", amount_yen=100_000_000, due=DAY, on=DAY), fund.manager)
    fund.do(c.RecordPaidCapital(call_id="c1", amount_yen=100_000_000, on=DAY), fund.manager)


def release(number: int = 1) -> c.ReleaseTranche:
    return c.ReleaseTranche(investment_id="iv", number=number, evidence="test report", on=DAY)


def paid(fund, number: int = 1) -> int:
    """Pay a tranche; the payment's place in the record."""
    fund.do(release(number), fund.manager)
    return fund.do(release(number), fund.secretariat).seq


def stop(number: int = 2) -> c.FreezeTranche:
    return c.FreezeTranche(investment_id="iv", number=number, reason="cost up", on=DAY)


def resume(number: int = 2, reason: str = "cost down") -> c.ResumeTranche:
    return c.ResumeTranche(investment_id="iv", number=number, reason=reason, on=DAY)


def cancel(number: int = 2, reason: str = "the plan was given up") -> c.CancelTranche:
    return c.CancelTranche(investment_id="iv", number=number, reason=reason, on=DAY)


def back(seq: int, reason: str = "wrong day") -> c.ReverseEntry:
    return c.ReverseEntry(seq=seq, reason=reason, on=DAY)


def meet(number: int, evidence: str = "signed paper") -> c.MeetCondition:
    return c.MeetCondition(reservation_id="r-m1-PR-1", number=number, evidence=evidence, on=DAY)


def money(fund):
    book = fund.desk.book(fund.manager)
    assert invariants(book.balances, book.terms) == ()
    return figures(book.terms, book.balances)


def tranche(fund, number: int):
    return next(one for one in fund.desk.book(fund.manager).investments["iv"].tranches if one.number == number)


@pytest.fixture
def conditional(fund, item: str):
    """The fund with a signed agreement on a conditional approval."""
    signed(fund, item, LICENCE, AUDIT)
    return fund


@pytest.fixture
def agreed(fund, item: str):
    """The fund with a signed agreement on a plain approval."""
    signed(fund, item)
    return fund


# A resolution given up


def test_a_reservation_that_is_given_up_returns_whole(fund, item) -> None:
    before = money(fund)
    deal = approved(fund, item)
    assert money(fund).reserved_yen == 60_000_000
    void = c.VoidReservation(reservation_id=deal, reason="the company withdrew", on=DAY)
    fund.do(void, fund.manager)
    assert money(fund) == before
    assert fund.desk.book(fund.manager).reservations[deal].state == "void"
    assert fund.refused(void, fund.manager).code == "reservation_not_ready"


def test_giving_up_needs_a_reason_and_nothing_signed(fund, item) -> None:
    deal = approved(fund, item)
    void = c.VoidReservation(reservation_id=deal, reason=" ", on=DAY)
    assert fund.refused(void, fund.manager).code == "step_needs_reason"
    assert fund.refused(void, fund.secretariat).code == "not_permitted"


def test_what_was_given_up_by_mistake_is_taken_up_again_while_its_money_is_free(fund, item) -> None:
    deal = approved(fund, item)
    decide = c.DecideAsGp(reservation_id=deal, terms=Terms(amount_yen=60_000_000, instrument="loan"), on=DAY)
    fund.do(decide, fund.manager)
    before = fund.desk.book(fund.manager)
    gone = fund.do(c.VoidReservation(reservation_id=deal, reason="wrong one", on=DAY), fund.manager).seq
    aside = fund.do(c.SetFeesAside(amount_yen=350_000_000, on=DAY), fund.manager).seq
    assert fund.refused(back(gone), fund.manager).code == "above_investable"
    fund.do(back(aside), fund.manager)
    fund.do(back(gone), fund.manager)
    after = fund.desk.book(fund.manager)
    assert (after.reservations, after.balances) == (before.reservations, before.balances)
    assert fund.refused(back(gone), fund.manager).code == "entry_reversed_already"


def test_what_time_has_ended_is_not_taken_up_again(fund, item) -> None:
    deal = approved(fund, item)
    fund.clock.wait(days=91)
    later = DAY + timedelta(days=91)
    fund.do(c.SetFeesAside(amount_yen=1, on=later), fund.manager)
    book = fund.desk.book(fund.manager)
    expired = next(one.recorded_seq for one in book.entries if one.cause == "reservation_released")
    assert book.reservations[deal].state == "expired"
    assert fund.refused(c.ReverseEntry(seq=expired, reason="r", on=later), fund.manager).code == "entry_not_reversible"


def test_a_reservation_goes_back_on_the_day_after_it_ends_though_nobody_orders_anything(fund, item) -> None:
    deal = approved(fund, item)
    last_on = fund.desk.book(fund.manager).reservations[deal].expires_on
    fund.clock.wait(days=(last_on - DAY).days)
    fund.desk.act_by_clock()
    assert fund.desk.book(fund.manager).reservations[deal].state == "held"
    fund.clock.wait(days=1)
    fund.desk.act_by_clock()
    book = fund.desk.book(fund.manager)
    assert (book.reservations[deal].state, book.entries[-1].effective) == ("expired", last_on + timedelta(days=1))
    fund.desk.act_by_clock()
    assert fund.desk.book(fund.manager).seq == book.seq


# Conditions of the approval


def test_nothing_is_paid_while_a_condition_is_open_and_each_is_named(conditional) -> None:
    refusal = conditional.refused(release(), conditional.manager)
    assert (refusal.code, refusal.details) == ("conditions_open", (("count", 2),))
    assert refusal.problems == (
        Problem.of("condition_open", text="licence signed", owner="TLO", due_by="2026-04-01"),
        Problem.of("condition_open", text="accounts audited", owner="company", due_by="2026-04-01"),
    )
    conditional.do(meet(1), conditional.secretariat)
    assert [one.details[2] for one in conditional.refused(release(), conditional.manager).problems] == [
        ("text", "accounts audited")
    ]
    conditional.do(meet(2), conditional.manager)
    paid(conditional)
    assert money(conditional).drawn_yen == 30_000_000


def test_a_condition_is_met_once_on_evidence(conditional) -> None:
    assert conditional.refused(meet(1, " "), conditional.manager).code == "condition_needs_evidence"
    assert conditional.refused(meet(3), conditional.manager).code == "condition_unknown"
    conditional.do(meet(1), conditional.manager)
    assert conditional.refused(meet(1), conditional.manager).code == "condition_met_already"
    assert conditional.refused(meet(2), conditional.bank).code == "not_permitted"
    met = conditional.desk.book(conditional.auditor).reservations["r-m1-PR-1"].met
    assert [conditional.desk.book(conditional.auditor).words_of(one.evidence) for one in met] == ["signed paper"]


def entered(fund, kind: type) -> int:
    """The place in the record of the last step of a kind."""
    return max(seq for seq, one in fund.desk.book(fund.manager).posted.items() if isinstance(one, kind))


def test_a_condition_met_by_mistake_is_open_again_and_who_approved_on_it_approves_anew(conditional) -> None:
    seq = conditional.do(meet(1, "the other company's licence"), conditional.secretariat).seq
    conditional.do(meet(2), conditional.manager)
    conditional.do(release(), conditional.manager)
    before = money(conditional)
    assert conditional.refused(back(seq), conditional.secretariat).code == "not_permitted"
    assert conditional.refused(back(seq, " "), conditional.manager).code == "step_needs_reason"
    reversal = conditional.do(back(seq, "another company's paper"), conditional.manager).seq
    book = conditional.desk.book(conditional.auditor)
    assert [one.number for one in book.reservations["r-m1-PR-1"].met] == [2]
    assert (book.reversals, tranche(conditional, 1).approvals, money(conditional)) == ({seq: reversal}, (), before)
    # It tells of the papers, so it is the office's to know.
    readers = [conditional.desk.book(who) for who in (conditional.lp, conditional.bank, conditional.administrator)]
    assert [(one.reversals, one.reversed_on) for one in readers] == [({}, {})] * 3
    assert conditional.refused(release(), conditional.secretariat).code == "conditions_open"
    assert conditional.refused(back(seq), conditional.manager).code == "entry_reversed_already"
    assert conditional.refused(back(reversal), conditional.manager).code == "reversal_stands"
    again = conditional.do(meet(1, "the right licence"), conditional.manager).seq
    payment = paid(conditional)
    refusal = conditional.refused(back(again), conditional.manager)
    assert (refusal.code, refusal.details) == ("later_entry_rests_on_it", (("seq", payment),))
    conditional.do(back(payment), conditional.manager)
    conditional.do(back(again), conditional.manager)
    assert conditional.refused(release(), conditional.manager).code == "conditions_open"
    assert conditional.desk.verify().records == conditional.desk.book(conditional.auditor).seq


def test_a_decision_of_the_general_partner_on_wrong_terms_is_taken_until_an_agreement_is_signed(agreed) -> None:
    decision = entered(agreed, GpDecisionMade)
    assert agreed.refused(back(decision), agreed.manager).code == "decision_in_use"
    agreed.do(back(entered(agreed, AgreementSigned)), agreed.manager)
    agreed.do(back(decision, "a loan, not shares"), agreed.manager)
    reservation = agreed.desk.book(agreed.manager).reservations["r-m1-PR-1"]
    assert (reservation.state, reservation.decided) == ("held", None)
    loan = Terms(amount_yen=50_000_000, instrument="loan")
    agreed.do(c.DecideAsGp(reservation_id="r-m1-PR-1", terms=loan, on=DAY), agreed.manager)
    agreed.do(c.VoidReservation(reservation_id="r-m1-PR-1", reason="they withdrew", on=DAY), agreed.manager)
    assert agreed.refused(back(entered(agreed, GpDecisionMade)), agreed.manager).code == "deal_ended"


# Stop, resume, cancel


def test_a_stop_is_lifted_and_both_approve_anew(agreed) -> None:
    agreed.do(release(2), agreed.manager)
    agreed.do(stop(), agreed.secretariat)
    assert agreed.refused(resume(reason=""), agreed.manager).code == "step_needs_reason"
    agreed.do(resume(), agreed.manager)
    assert agreed.refused(resume(), agreed.manager).code == "tranche_not_stopped"
    assert (tranche(agreed, 2).frozen_on, tranche(agreed, 2).approvals) == (None, ())
    paid(agreed, 2)
    assert money(agreed).drawn_yen == 20_000_000


def test_a_cancelled_tranche_gives_back_its_capital_and_its_room(agreed) -> None:
    agreed.do(stop(), agreed.manager)
    agreed.do(cancel(), agreed.manager)
    now = money(agreed)
    assert (now.committed_yen, now.investable_yen) == (30_000_000, 370_000_000)
    assert agreed.desk.book(agreed.manager).investments["iv"].committed_yen() == 30_000_000
    assert agreed.refused(release(2), agreed.manager).code == "tranche_is_cancelled"
    assert agreed.refused(cancel(), agreed.manager).code == "tranche_is_cancelled"


def test_what_is_paid_is_not_cancelled(agreed) -> None:
    assert agreed.refused(cancel(reason=" "), agreed.manager).code == "step_needs_reason"
    paid(agreed)
    assert agreed.refused(cancel(1), agreed.manager).code == "tranche_paid_already"


# Reversals


def test_a_payment_by_mistake_is_taken_back_once_and_entered_anew(agreed) -> None:
    before = agreed.desk.book(agreed.manager).balances
    seq = paid(agreed)
    reversal = agreed.do(back(seq), agreed.manager).seq
    assert agreed.desk.book(agreed.manager).balances == before
    assert (tranche(agreed, 1).drawn_on, tranche(agreed, 1).approvals) == (None, ())
    assert agreed.refused(back(seq), agreed.manager).code == "entry_reversed_already"
    assert agreed.refused(back(reversal), agreed.manager).code == "reversal_stands"
    assert agreed.desk.book(agreed.manager).reversals == {seq: reversal}
    paid(agreed)
    assert money(agreed).drawn_yen == 30_000_000


def test_a_cancellation_is_taken_back_while_its_money_is_free(agreed) -> None:
    seq = agreed.do(cancel(), agreed.manager).seq
    agreed.do(back(seq), agreed.manager)
    assert (money(agreed).undrawn_yen, tranche(agreed, 2).cancelled_on) == (50_000_000, None)


def test_fees_and_calls_are_taken_back_in_the_order_that_the_cash_allows(agreed) -> None:
    fee = agreed.do(c.PayFee(fee_id="f", amount_yen=1_000_000, what="audit", on=DAY), agreed.manager).seq
    call = agreed.do(c.CallCapital(call_id="c2", amount_yen=5_000_000, due=DAY, on=DAY), agreed.manager).seq
    came = agreed.do(c.RecordPaidCapital(call_id="c2", amount_yen=5_000_000, on=DAY), agreed.manager).seq
    # Each partner's payment is an entry of its own.
    assert came == call + 2
    assert agreed.refused(back(call), agreed.manager).code == "call_has_payments"
    for seq in (came, came - 1, call, fee):
        agreed.do(back(seq), agreed.manager)
    now = money(agreed)
    assert (now.paid_in_yen, now.cash_yen, now.fees_spent_yen) == (100_000_000, 100_000_000, 0)
    assert set(agreed.desk.book(agreed.manager).calls) == {"c1"}


def test_paid_capital_that_was_spent_cannot_be_taken_back(agreed) -> None:
    came = next(
        seq for seq, one in agreed.desk.book(agreed.manager).posted.items() if type(one).__name__ == "CapitalPaid"
    )
    paid(agreed)
    assert agreed.refused(back(came), agreed.manager).code == "above_cash"


def test_an_agreement_is_taken_back_while_nothing_is_paid(agreed) -> None:
    signing = entered(agreed, AgreementSigned)
    payment = paid(agreed)
    assert agreed.refused(back(signing), agreed.manager).code == "agreement_in_use"
    agreed.do(back(payment), agreed.manager)
    agreed.do(back(signing), agreed.manager)
    book = agreed.desk.book(agreed.manager)
    assert (book.investments, book.reservations["r-m1-PR-1"].state) == ({}, "decided")
    assert (money(agreed).reserved_yen, money(agreed).investable_yen) == (60_000_000, 340_000_000)


def test_only_entries_are_reversed_and_only_by_the_manager_with_a_reason(agreed) -> None:
    assert agreed.refused(back(1), agreed.manager).code == "entry_not_reversible"
    seq = paid(agreed)
    assert agreed.refused(back(seq, " "), agreed.manager).code == "step_needs_reason"
    assert agreed.refused(back(seq), agreed.secretariat).code == "not_permitted"


def test_what_may_be_reversed_is_known_to_the_office_alone(agreed) -> None:
    assert agreed.desk.book(agreed.auditor).posted
    assert agreed.desk.book(agreed.lp).posted == agreed.desk.book(agreed.bank).posted == {}


def test_the_record_with_all_of_it_verifies(conditional) -> None:
    conditional.do(meet(1), conditional.manager)
    conditional.do(meet(2), conditional.manager)
    seq = paid(conditional)
    for command in (stop(), resume(), cancel(), back(seq)):
        conditional.do(command, conditional.manager)
    assert conditional.desk.verify().records == conditional.desk.book(conditional.auditor).seq
