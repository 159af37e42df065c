"""The fund as it stood on an earlier day, and what may change a report of it afterwards."""

from datetime import date, timedelta

import pytest
from record.report_rules import broken_rules, report_on
from record.test_held import M, exit_of, held, valued
from small_fund import DAY

from fundapp.basis.refusal import Refusal
from fundapp.committee.proposal import Terms
from fundapp.fund.partners import commitments_yen
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.as_of import closing_of, on_day
from fundapp.record.fund_report import quarter_before

__all__ = ["held"]
END = DAY + timedelta(days=30)
LAST = DAY + timedelta(days=40)


def book(fund):
    return fund.desk.book(fund.manager)


@pytest.fixture
def ahead(held):
    """After day 30 of the fund: a valuation, an exit, a partner more, part of a fee and of capital back."""
    held.do(c.PayFee(fee_id="f", amount_yen=6 * M, what="audit", on=END), held.manager)
    valued(held, 42 * M)
    held.do(c.RefundFee(fee_id="f", amount_yen=1 * M, reason="r", on=LAST), held.manager)
    held.do(c.RefundCapital(call_id="k", amount_yen=5 * M, reason="r", on=LAST), held.manager)
    held.do(exit_of(10 * M, 15 * M), held.manager)
    held.do(c.AddCommitment(partner="new", joins=True, amount_yen=50 * M, on=LAST), held.manager)
    return held


def test_what_came_later_is_not_in_it(ahead):
    at = on_day(book(ahead), END)
    (investment,) = at.investments.values()
    assert (investment.held_yen(), investment.valuations, investment.exits) == (30 * M, (), ())
    assert [part.refunded_yen for part in at.calls["k"].parts] == [0, 0]
    assert at.fees["f"].refunded_yen == 0
    assert at.terms == ahead.desk.book_as_of(ahead.manager, 1).terms
    assert sum(commitments_yen(at.terms)) == -at.balances["CAP:LPCommitment"]


def test_today_it_is_the_book_itself(ahead):
    now, at = book(ahead), on_day(book(ahead), LAST)
    for name in ("balances", "terms", "calls", "fees", "distributions", "reversals", "reservations"):
        assert getattr(at, name) == getattr(now, name), name
    assert [one.tranches for one in at.investments.values()] == [one.tranches for one in now.investments.values()]


def test_who_joined_later_and_was_paid_on_an_earlier_day_is_told_of(ahead):
    """A distribution that is dated back is split among the partners of today."""
    paid = c.Distribute(distribution_id="d", amount_yen=9 * M, of_capital_yen=0, what="w", on=END)
    ahead.do(c.RecordPaidCapital(call_id=called(ahead, LAST), amount_yen=50 * M, on=LAST), ahead.manager)
    ahead.do(paid, ahead.manager)
    partners = report_on(book(ahead), END).partners
    assert [(one.name, one.from_start.commitment_yen) for one in partners][2:] == [("new", 0)]
    assert partners[2].from_start.distributed_yen > 0
    assert broken_rules(book(ahead), END) == ()


def called(fund, on) -> str:
    fund.do(c.CallCapital(call_id="k2", amount_yen=50 * M, due=on, on=on), fund.manager)
    return "k2"


def test_statements_of_both_days_hold(ahead):
    assert [broken_rules(book(ahead), day) for day in (DAY, END, LAST)] == [(), (), ()]


def test_a_slip_of_an_open_day_is_in_no_report_once_it_is_reversed(held):
    done = held.do(c.PayFee(fee_id="slip", amount_yen=9 * M, what="w", on=END), held.manager)
    assert report_on(book(held), END).from_start.fees_yen == 9 * M
    held.do(c.ReverseEntry(seq=done.seq, reason="twice", on=LAST), held.manager)
    assert report_on(book(held), END).from_start.fees_yen == 0
    assert broken_rules(book(held), END) == ()


def test_a_slip_of_a_closed_day_stays_there_and_its_reversal_has_its_own_day(held):
    done = held.do(c.PayFee(fee_id="slip", amount_yen=9 * M, what="w", on=END), held.manager)
    held.do(c.ClosePeriod(until=END, on=LAST), held.manager)
    held.clock.wait(days=5)
    today = LAST + timedelta(days=5)
    held.do(c.ReverseEntry(seq=done.seq, reason="twice", on=today), held.manager)
    fees = [report_on(book(held), day).from_start.fees_yen for day in (END, LAST, today)]
    assert fees == [9 * M, 9 * M, 0]
    assert [broken_rules(book(held), day) for day in (END, LAST, today)] == [(), (), ()]


def test_what_was_reversed_only_later_is_told_one_by_one_on_the_days_before(held):
    """A call, a fee, a distribution, a fair value and an exit of a closed period, all taken back after it."""
    call = c.CallCapital(call_id="k2", amount_yen=10 * M, due=END, pay_to="bank", on=END)
    fee = c.PayFee(fee_id="f", amount_yen=3 * M, what="audit", on=END)
    paid_out = c.Distribute(distribution_id="d", amount_yen=2 * M, of_capital_yen=0, what="w", on=END)
    slips = [held.do(one, held.manager).seq for one in (call, fee, paid_out)]
    slips += [valued(held, 42 * M), held.do(exit_of(10 * M, 15 * M), held.manager).seq]
    held.clock.wait(days=5)
    today = LAST + timedelta(days=5)
    held.do(c.ClosePeriod(until=LAST, on=today), held.manager)
    told = report_on(book(held), LAST)
    for seq in reversed(slips):
        held.do(c.ReverseEntry(seq=seq, reason="all wrong", on=today), held.manager)
    # A fee entered anew under the same name is another one.
    held.do(c.PayFee(fee_id="f", amount_yen=1 * M, what="audit", on=today), held.manager)
    between = report_on(book(held), LAST)
    assert between.model_dump(exclude={"basis"}) == told.model_dump(exclude={"basis"})
    assert [one.number for one in between.calls] == [1, 2]
    assert [(one.id, one.amount_yen) for one in between.fees] == [("f", 3 * M)]
    (company,) = between.companies
    assert (company.method, company.proceeds_yen) == ("multiples", 15 * M)
    now = report_on(book(held), today)
    assert ([one.number for one in now.calls], now.distributions, now.companies[0].method) == ([1], (), None)
    assert [broken_rules(book(held), day) for day in (LAST, today)] == [(), ()]


def test_what_is_entered_anew_under_the_same_name_changes_nothing_of_what_was_reversed(held):
    """A fee of a closed period is reversed, paid again as the schedule names it, and part of it comes back."""
    pay = c.PayFee(fee_id="f", amount_yen=6 * M, what="audit", on=END)
    paid = held.do(pay, held.manager)
    held.do(c.ClosePeriod(until=END, on=LAST), held.manager)
    held.do(c.ReverseEntry(seq=paid.seq, reason="another amount", on=LAST), held.manager)
    held.do(pay.model_copy(update={"amount_yen": 5 * M, "on": LAST}), held.manager)
    held.do(c.RefundFee(fee_id="f", amount_yen=2 * M, reason="r", on=LAST), held.manager)
    before = END + timedelta(days=5)
    assert [(one.amount_yen, one.refunded_yen) for one in report_on(book(held), before).fees] == [(6 * M, 0)]
    assert [broken_rules(book(held), day) for day in (before, LAST)] == [(), ()]


def test_a_payment_and_its_agreement_reversed_later_stand_on_the_days_before(held):
    told = report_on(book(held), LAST)
    (investment,) = book(held).investments.values()
    at = {entry.cause: entry.recorded_seq for entry in book(held).entries}
    held.do(c.CancelTranche(investment_id=investment.id, number=2, reason="r", on=LAST), held.manager)
    cancelled = book(held).entries[-1].recorded_seq
    with_it = report_on(book(held), LAST)
    held.clock.wait(days=5)
    today = LAST + timedelta(days=5)
    held.do(c.ClosePeriod(until=LAST, on=today), held.manager)
    decision = next(seq for seq, one in book(held).posted.items() if isinstance(one, e.GpDecisionMade))
    for seq in (cancelled, at["tranche_drawn"], at["agreement_signed"], decision):
        held.do(c.ReverseEntry(seq=seq, reason="the wrong company", on=today), held.manager)
    shares = Terms(amount_yen=50 * M, instrument="common_shares")
    held.do(c.DecideAsGp(reservation_id=investment.reservation_id, terms=shares, on=today), held.manager)
    assert report_on(book(held), LAST).companies == with_it.companies != told.companies
    assert report_on(book(held), today).companies == ()
    assert [broken_rules(book(held), day) for day in (LAST, today)] == [(), ()]


def test_a_support_that_was_taken_back_only_later_was_given_on_the_days_before(held):
    given = c.ConfirmSupport(investment_id="iv", need_id="n1", evidence="the report", on=LAST)
    seq = held.do(given, held.manager).seq
    slip = held.do(c.ReverseEntry(seq=seq, reason="a slip", on=LAST), held.manager).seq
    assert [report_on(book(held), LAST).companies[0].support_given, book(held).reversals[seq]] == [0, slip]
    seq = held.do(given, held.manager).seq
    held.clock.wait(days=5)
    today = LAST + timedelta(days=5)
    held.do(c.ClosePeriod(until=LAST, on=today), held.manager)
    final = held.desk.report(held.manager, LAST)
    held.do(c.ReverseEntry(seq=seq, reason="another company's paper", on=today), held.manager)
    assert held.desk.report(held.manager, LAST) == final
    assert [report_on(book(held), day).companies[0].support_given for day in (END, LAST, today)] == [0, 1, 0]
    assert broken_rules(book(held), LAST) == ()


def test_report_of_a_closed_day_is_the_same_for_ever(held):
    held.do(c.PayFee(fee_id="f", amount_yen=6 * M, what="audit", on=END), held.manager)
    open_ = held.desk.report(held.manager, END)
    closing = held.do(c.ClosePeriod(until=END, on=LAST), held.manager)
    final = held.desk.report(held.manager, END)
    assert (open_.basis.final, final.basis.final) == (False, True)
    assert (final.basis.seq, final.basis.hash) == (closing.seq, closing.hash)
    fee = next(entry.recorded_seq for entry in book(held).entries if entry.cause == "fee_paid")
    held.clock.wait(days=5)
    held.do(c.ReverseEntry(seq=fee, reason="r", on=LAST + timedelta(days=5)), held.manager)
    valued(held, 42 * M)
    held.do(c.AddCommitment(partner="new", joins=True, amount_yen=50 * M, on=LAST), held.manager)
    assert held.desk.report(held.manager, END) == final
    assert closing_of(book(held), END) == closing.seq
    assert closing_of(book(held), LAST) is None


def test_report_of_an_open_day_changes_with_what_is_dated_on_it_alone(held):
    first = held.desk.report(held.manager, END)
    valued(held, 42 * M)
    held.do(c.CallCapital(call_id="k2", amount_yen=10 * M, due=LAST, on=LAST), held.manager)
    assert held.desk.report(held.manager, END) == first
    backdated = held.do(c.PayFee(fee_id="f", amount_yen=6 * M, what="audit", on=END), held.manager)
    changed = held.desk.report(held.manager, END)
    assert (changed.basis.seq, changed.from_start.fees_yen) == (backdated.seq, 6 * M)


def test_every_reader_gets_the_same_report(held):
    reports = [held.desk.report(who, LAST) for who in (held.manager, held.lp, held.auditor, held.bank)]
    assert all(one == reports[0] for one in reports)
    assert held.desk.report(held.administrator, LAST) == Refusal.of("not_permitted")


@pytest.mark.parametrize(("ago", "code"), [(-1, "dated_ahead"), (41, "dated_before_fund")])
def test_there_is_no_report_of_a_day_outside_the_fund_s_life(held, ago, code):
    refused = held.desk.report(held.manager, LAST - timedelta(days=ago))
    assert isinstance(refused, Refusal)
    assert refused.code == code


def test_before_the_fund_there_is_none(empty):
    assert empty.desk.report(empty.manager, DAY) == Refusal.of("fund_not_established")


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 9, 30), date(2026, 6, 30)),
        (date(2026, 12, 31), date(2026, 9, 30)),
        (date(2026, 2, 28), date(2025, 11, 30)),
        (date(2024, 5, 31), date(2024, 2, 29)),
        (date(2026, 5, 15), date(2026, 2, 15)),
        (date(2026, 5, 30), date(2026, 2, 28)),
    ],
)
def test_a_quarter_is_three_months(day, before):
    assert quarter_before(day) == before
