"""From the reservation to the last yen of a tranche."""

from datetime import date, timedelta

import small_fund

from fundapp.basis.refusal import Refusal
from fundapp.committee.proposal import Terms
from fundapp.fund.figures import figures
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.events import TrancheTerms
from fundapp.record.foresee import foresee_approval, foresee_fund
from fundapp.record.ledger import ledger, ledger_rows

DAY = date(2026, 4, 1)
TERMS = Terms(amount_yen=60_000_000, instrument="common_shares")


def signed(fund, item: str) -> None:
    fund.revealed(item)
    fund.approve(item)
    fund.do(c.DecideAsGp(reservation_id=f"r-{item}", terms=TERMS, on=DAY), fund.manager)
    tranches = tuple(
        TrancheTerms(number=n, amount_yen=amount, due=DAY, milestone="m")
        for n, amount in ((1, 30_000_000), (2, 20_000_000))
    )
    fund.do(c.SignAgreement(investment_id="iv", reservation_id=f"r-{item}", tranches=tranches, on=DAY), fund.manager)


def paid_in(fund, amount_yen: int) -> None:
    fund.do(c.CallCapital(call_id="c1", amount_yen=amount_yen, due=DAY, on=DAY), fund.manager)
    fund.do(c.RecordPaidCapital(call_id="c1", amount_yen=amount_yen, on=DAY), fund.manager)


def money(fund):
    book = fund.desk.book(fund.manager)
    return figures(book.terms, book.balances)


def release(number: int = 1, evidence: str = "test report") -> c.ReleaseTranche:
    return c.ReleaseTranche(investment_id="iv", number=number, evidence=evidence, on=DAY)


def test_agreement_commits_its_tranches_and_gives_the_rest_back(fund, item) -> None:
    signed(fund, item)
    now = money(fund)
    assert (now.committed_yen, now.reserved_yen, now.investable_yen) == (50_000_000, 0, 350_000_000)


def test_nothing_is_signed_before_the_gp_decided(fund, item) -> None:
    fund.revealed(item)
    fund.approve(item)
    early = c.SignAgreement(investment_id="iv", reservation_id=f"r-{item}", tranches=(), on=DAY)
    assert fund.refused(early, fund.manager).code == "reservation_not_ready"


def test_tranche_is_paid_by_two_different_persons_one_of_them_the_manager(fund, item) -> None:
    signed(fund, item)
    paid_in(fund, 100_000_000)
    fund.do(release(), fund.manager)
    assert money(fund).drawn_yen == 0
    assert fund.refused(release(), fund.manager).code == "same_person_twice"
    fund.do(release(), fund.secretariat)
    assert (money(fund).drawn_yen, money(fund).cash_yen) == (30_000_000, 70_000_000)
    assert fund.refused(release(), fund.manager).code == "tranche_paid_already"


def test_secretariat_and_chair_without_the_manager_pay_nothing(fund, item) -> None:
    signed(fund, item)
    paid_in(fund, 100_000_000)
    fund.do(release(), fund.secretariat)
    assert fund.refused(release(), fund.association).code == "release_needs_other_role"
    assert fund.refused(release(), fund.bank).code == "not_permitted"


def test_no_payment_without_evidence_or_cash(fund, item) -> None:
    signed(fund, item)
    assert fund.refused(release(evidence=" "), fund.manager).code == "release_needs_evidence"
    assert fund.refused(release(), fund.manager).code == "above_cash"


def test_no_payment_is_dated_on_a_day_that_had_not_its_cash_yet(fund, item) -> None:
    """The tranche is covered today; on the day that is named for it the partners had not paid in enough."""
    signed(fund, item)
    fund.do(c.CallCapital(call_id="c1", amount_yen=100_000_000, due=DAY, on=DAY), fund.manager)
    fund.do(c.RecordPaidCapital(call_id="c1", amount_yen=20_000_000, on=DAY), fund.manager)
    fund.clock.wait(days=5)
    later = DAY + timedelta(days=5)
    fund.do(c.RecordPaidCapital(call_id="c1", amount_yen=80_000_000, on=later), fund.manager)
    told = Refusal.of(
        "above_cash_then",
        amount_yen=30_000_000,
        paid_on=DAY.isoformat(),
        short_on=DAY.isoformat(),
        available_yen=20_000_000,
        short_yen=10_000_000,
    )
    assert fund.refused(release(), fund.manager) == told
    fund.do(release().model_copy(update={"on": later}), fund.manager)
    assert fund.refused(release(), fund.secretariat) == told, "the second approval pays, on its day"
    fund.do(release().model_copy(update={"on": later}), fund.secretariat)
    assert fund.desk.verify().records == fund.desk.book(fund.manager).seq


def test_no_capital_is_reversed_on_a_day_from_which_on_it_was_spent(fund, item) -> None:
    signed(fund, item)
    paid_in(fund, 100_000_000)
    came = next(seq for seq, one in fund.desk.book(fund.manager).posted.items() if isinstance(one, e.CapitalPaid))
    fund.do(c.PayFee(fee_id="f", amount_yen=5_000_000, what="audit", on=DAY), fund.manager)
    fund.clock.wait(days=5)
    later = DAY + timedelta(days=5)
    fund.do(c.CallCapital(call_id="c2", amount_yen=100_000_000, due=later, on=later), fund.manager)
    fund.do(c.RecordPaidCapital(call_id="c2", amount_yen=100_000_000, on=later), fund.manager)
    back = c.ReverseEntry(seq=came, reason="wrong partner", on=DAY)
    assert fund.refused(back, fund.manager).code == "above_cash_then"
    fund.do(back.model_copy(update={"on": later}), fund.manager)


def test_frozen_tranche_is_not_paid_and_no_money_moves(fund, item) -> None:
    signed(fund, item)
    paid_in(fund, 100_000_000)
    before = money(fund)
    stop = c.FreezeTranche(investment_id="iv", number=2, reason=" ", on=DAY)
    assert fund.refused(stop, fund.manager).code == "step_needs_reason"
    fund.do(stop.model_copy(update={"reason": "cost up"}), fund.manager)
    assert money(fund) == before
    assert fund.refused(release(2), fund.manager).code == "tranche_is_frozen"


def test_calls_and_fees_stay_within_commitment_and_reserve(fund, item) -> None:
    above = c.CallCapital(call_id="c", amount_yen=500_000_001, due=DAY, on=DAY)
    assert fund.refused(above, fund.manager).code == "above_uncalled"
    paid_in(fund, 100_000_000)
    too_much = c.RecordPaidCapital(call_id="c1", amount_yen=1, on=DAY)
    assert fund.refused(too_much, fund.manager).code == "above_call"
    fee = c.PayFee(fee_id="f", amount_yen=40_000_001, what="audit", on=DAY)
    assert fund.refused(fee, fund.manager).code == "above_cost_reserve"
    fund.do(fee.model_copy(update={"amount_yen": 40_000_000}), fund.manager)


def test_gp_does_not_decide_above_the_resolution(fund, item) -> None:
    fund.revealed(item)
    fund.approve(item)
    above = TERMS.model_copy(update={"amount_yen": 60_000_001})
    command = c.DecideAsGp(reservation_id=f"r-{item}", terms=above, on=DAY)
    assert fund.refused(command, fund.manager).code == "above_reservation"


def test_whole_record_verifies(fund, item) -> None:
    signed(fund, item)
    paid_in(fund, 100_000_000)
    fund.do(release(), fund.manager)
    fund.do(release(), fund.secretariat)
    found = fund.desk.verify()
    assert found.records == fund.desk.book(fund.auditor).seq


def test_an_approval_and_a_founding_enter_what_was_foreseen(fund, item) -> None:
    fund.revealed(item)
    book = fund.desk.book(fund.association)
    foreseen = foresee_approval(book, book.items[item], 60_000_000, fund.clock.now)
    fund.approve(item)
    after = fund.desk.book(fund.manager)

    def told(rows) -> list[tuple[str, str | None, int]]:
        return [(one.account, one.about.en if one.about else None, one.amount_yen) for one in rows]

    entered = ledger_rows(after, after.entries[len(book.entries) :])
    assert told(foreseen.postings) == told(entered) != []
    assert (foreseen.before.reserved_yen, foreseen.after.reserved_yen) == (0, 60_000_000)
    founded = [one for one in ledger(book) if one.seq == 1]
    assert told(foresee_fund(small_fund.TERMS, fund.clock.now)) == told(founded)


def test_nothing_is_signed_before_the_decision_or_paid_before_the_agreement(fund, item) -> None:
    fund.clock.wait(days=9)
    today, earlier = DAY + timedelta(days=9), DAY + timedelta(days=8)
    fund.revealed(item)
    fund.approve(item)
    fund.do(c.DecideAsGp(reservation_id=f"r-{item}", terms=TERMS, on=today), fund.manager)
    tranches = (TrancheTerms(number=1, amount_yen=30_000_000, due=DAY, milestone="m"),)
    agreement = c.SignAgreement(investment_id="iv", reservation_id=f"r-{item}", tranches=tranches, on=earlier)
    too_early = Refusal.of("dated_before_step", dated_on=earlier.isoformat(), first_on=today.isoformat())
    assert fund.refused(agreement, fund.manager) == too_early
    fund.do(agreement.model_copy(update={"on": today}), fund.manager)
    paid_in(fund, 30_000_000)
    of = {"investment_id": "iv", "number": 1, "on": earlier}
    assert fund.refused(c.ReleaseTranche(**of, evidence="e"), fund.manager) == too_early
    assert fund.refused(c.CancelTranche(**of, reason="r"), fund.manager) == too_early
