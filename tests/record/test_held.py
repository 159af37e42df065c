"""What the fund holds, fees, partners and periods: each step, what it refuses, and how it is taken back."""

from datetime import timedelta
from fractions import Fraction

import pytest
from record.report_rules import report_on
from small_fund import DAY

from fundapp.basis.refusal import Refusal
from fundapp.committee.proposal import Terms
from fundapp.documents.portfolio_charts import value_bubbles
from fundapp.documents.portfolio_tables import company_bars
from fundapp.documents.statement_tables import schedule_table
from fundapp.fund.figures import figures
from fundapp.record import commands as c
from fundapp.record.call_plan import call_plan
from fundapp.record.commitments import commitments
from fundapp.record.events import PlannedFee, SupportDue, TrancheTerms, ValuationInput
from fundapp.record.flows import deal_flows, partner_flows
from fundapp.record.fund_returns import fund_returns
from fundapp.record.performance import performance, planned
from fundapp.record.portfolio import by_sector, portfolio
from fundapp.record.runway import cash_ahead
from fundapp.record.soundness import unsound
from fundapp.text.catalogue import use

M = 1_000_000
LATER = DAY + timedelta(days=40)
INPUT = ValuationInput(name="EBITDA", value="12m, accounts of March")


@pytest.fixture
def held(fund, item):
    """30 million paid of an agreement over 50 million; 100 million paid in; forty days later."""
    fund.revealed(item)
    fund.approve(item)
    deal = f"r-{item}"
    fund.do(c.DecideAsGp(reservation_id=deal, terms=Terms(amount_yen=60 * M, instrument="loan"), on=DAY), fund.manager)
    tranches = tuple(
        TrancheTerms(number=n, amount_yen=yen, due=DAY + timedelta(days=90 * n), milestone="m", support=support)
        for n, yen, support in ((1, 30 * M, ()), (2, 20 * M, (SupportDue(need_id="n1", name="jigs"),)))
    )
    fund.do(c.SignAgreement(investment_id="iv", reservation_id=deal, tranches=tranches, on=DAY), fund.manager)
    fund.do(c.CallCapital(call_id="k", amount_yen=100 * M, due=DAY, on=DAY), fund.manager)
    fund.do(c.RecordPaidCapital(call_id="k", amount_yen=100 * M, on=DAY), fund.manager)
    for who in (fund.manager, fund.secretariat):
        fund.do(c.ReleaseTranche(investment_id="iv", number=1, evidence="e", on=DAY), who)
    fund.clock.wait(days=40)
    return fund


@pytest.fixture(autouse=True)
def sound(fund):
    """Whatever a test did, everything that must hold holds, and `verify` says so."""
    yield
    assert unsound(fund.desk.book(fund.manager)) == ()
    assert fund.desk.verify().records == fund.desk.book(fund.manager).seq


def money(fund):
    book = fund.desk.book(fund.manager)
    return figures(book.terms, book.balances)


def proposed(value_yen: int, as_of=LATER, **more) -> c.ProposeValuation:
    given = {"method": "multiples", "inputs": (INPUT,), "reasoning": "as the accounts show", **more}
    of = {"investment_id": "iv", "valuation_id": f"v{value_yen}", "on": LATER}
    return c.ProposeValuation(**of, as_of=as_of, fair_value_yen=value_yen, **given)


def valued(fund, value_yen: int, as_of=LATER) -> int:
    fund.do(proposed(value_yen, as_of), fund.manager)
    approve = c.ApproveValuation(investment_id="iv", valuation_id=f"v{value_yen}", on=LATER)
    return fund.do(approve, fund.secretariat).seq


def exit_of(cost_yen: int, proceeds_yen: int, kind: str = "sale", on=LATER, exit_id: str = "x") -> c.RecordExit:
    amounts = {"cost_yen": cost_yen, "proceeds_yen": proceeds_yen}
    return c.RecordExit(investment_id="iv", exit_id=exit_id, kind=kind, **amounts, on=on)


def cancelled(fund) -> None:
    fund.do(c.CancelTranche(investment_id="iv", number=2, reason="r", on=LATER), fund.manager)


def takes_back(fund, seq: int, code: str = "") -> None:
    command = c.ReverseEntry(seq=seq, reason="a slip", on=LATER)
    if code:
        assert fund.refused(command, fund.manager).code == code
    else:
        fund.do(command, fund.manager)


# Valuation


def test_a_fair_value_counts_once_another_person_approves_it(held) -> None:
    held.do(proposed(36 * M), held.manager)
    assert money(held).fair_value_yen == 30 * M
    approve = c.ApproveValuation(investment_id="iv", valuation_id="v36000000", on=LATER)
    assert held.refused(approve, held.manager).code == "same_person_values"
    assert held.refused(approve, held.bank).code == "not_permitted"
    held.do(approve, held.secretariat)
    assert (money(held).fair_value_yen, money(held).drawn_yen) == (36 * M, 30 * M)
    assert held.refused(approve, held.secretariat).code == "valuation_not_proposed"


def test_a_valuation_says_what_it_rests_on(held) -> None:
    assert held.refused(proposed(1, inputs=()), held.manager).code == "valuation_needs_inputs"
    assert held.refused(proposed(1, reasoning=" "), held.manager).code == "valuation_needs_inputs"
    assert held.refused(proposed(-1), held.manager).code == "fair_value_below_zero"
    unknown = proposed(1).model_copy(update={"investment_id": "nothing"})
    assert held.refused(unknown, held.manager).code == "investment_unknown"


def test_a_fair_value_of_a_day_is_measured_against_that_day(held) -> None:
    held.do(c.ConfirmSupport(investment_id="iv", need_id="n1", evidence="e", on=LATER), held.manager)
    for who in (held.manager, held.secretariat):
        held.do(c.ReleaseTranche(investment_id="iv", number=2, evidence="e", on=LATER), who)
    # On the day valued only the first 30 million were paid.
    valued(held, 33 * M, as_of=DAY + timedelta(days=30))
    assert money(held).fair_value_yen == 53 * M


def test_nothing_is_valued_before_a_later_value_or_an_exit(held) -> None:
    valued(held, 33 * M)
    assert held.refused(proposed(31 * M, as_of=DAY), held.manager).code == "valued_or_sold_since"


def test_nothing_is_valued_before_a_loss_or_a_repayment(held) -> None:
    """Found by the machine of the money: a value of nothing dated before a loss left less than nothing after it."""
    before = LATER - timedelta(days=6)
    lost = held.do(c.WriteOff(investment_id="iv", cost_yen=500, reason="r", on=LATER), held.manager).seq
    assert held.refused(proposed(0, before), held.manager).code == "valued_or_sold_since"
    takes_back(held, lost)
    back_ = c.RefundTranche(investment_id="iv", number=1, amount_yen=500, reason="r", on=LATER)
    paid_back = held.do(back_, held.manager).seq
    assert held.refused(proposed(0, before), held.manager).code == "valued_or_sold_since"
    takes_back(held, paid_back)
    valued(held, 0, before)
    assert money(held).fair_value_yen == 0


def test_a_valuation_is_taken_back_while_nothing_rests_on_it(held) -> None:
    first = valued(held, 36 * M)
    second = valued(held, 40 * M)
    takes_back(held, first, "later_entry_rests_on_it")
    takes_back(held, second)
    assert money(held).fair_value_yen == 36 * M
    takes_back(held, first)
    assert money(held).fair_value_yen == 30 * M


# Exit, write-off, refund


def test_a_partial_exit_realises_its_part_and_gives_room_back(held) -> None:
    valued(held, 39 * M)
    held.do(exit_of(10 * M, 16 * M), held.manager)
    now = money(held)
    assert (now.drawn_yen, now.returned_yen, now.realised_yen, now.fair_value_yen) == (20 * M, 10 * M, 6 * M, 26 * M)
    assert now.cash_yen == 86 * M
    book = held.desk.book(held.manager)
    assert book.balances["LIM:Used:company:company-PR-1"] == 40 * M
    assert [one.amount_yen for one in deal_flows(book)] == [-30 * M, 16 * M]


def test_the_portfolio_tells_the_same_commitment_in_force_as_the_fund(held) -> None:
    def told() -> tuple[int, int, list[int]]:
        found = portfolio(held.desk.book(held.manager), LATER)
        now = money(held)
        assert (
            found.committed_yen == now.committed_yen == sum(one.held_yen + one.undrawn_yen for one in by_sector(found))
        )
        return now.committed_yen, now.drawn_yen, [one.committed_yen for one in company_bars(found)]

    assert told() == (50 * M, 30 * M, [50 * M])
    held.do(exit_of(10 * M, 16 * M), held.manager)
    assert told() == (40 * M, 20 * M, [40 * M])
    cancelled(held)
    held.do(c.WriteOff(investment_id="iv", cost_yen=20 * M, reason="r", on=LATER), held.manager)
    assert told() == (0, 0, [])


def test_shares_are_counted_where_agreement_and_exits_count_them(held) -> None:
    def shares() -> int | None:
        return held.desk.book(held.manager).investments["iv"].shares()

    assert shares() is None
    assert held.refused(exit_of(0, M, "dividend").model_copy(update={"shares": 1}), held.manager).code == (
        "exit_shares_without_cost"
    )
    counted = TrancheTerms(number=1, amount_yen=10 * M, due=DAY, milestone="m", shares=1_200)
    held.do(exit_of(10 * M, 15 * M).model_copy(update={"shares": 5}), held.manager)
    investment = held.desk.book(held.manager).investments["iv"]
    first = investment.tranches[0].model_copy(update={"shares": counted.shares})
    told = investment.model_copy(update={"tranches": (first, *investment.tranches[1:])})
    assert told.shares() == 1_195
    assert (
        told.model_copy(update={"exits": (*told.exits, told.exits[0].model_copy(update={"shares": None}))}).shares()
        is None
    )


def test_no_more_shares_leave_than_are_held(fund, item) -> None:
    fund.revealed(item)
    fund.approve(item)
    deal = f"r-{item}"
    fund.do(c.DecideAsGp(reservation_id=deal, terms=Terms(amount_yen=60 * M, instrument="loan"), on=DAY), fund.manager)
    one = TrancheTerms(number=1, amount_yen=30 * M, due=DAY, milestone="m", shares=1_200)
    fund.do(c.SignAgreement(investment_id="iv", reservation_id=deal, tranches=(one,), on=DAY), fund.manager)
    fund.do(c.CallCapital(call_id="k", amount_yen=100 * M, due=DAY, on=DAY), fund.manager)
    fund.do(c.RecordPaidCapital(call_id="k", amount_yen=100 * M, on=DAY), fund.manager)
    for who in (fund.manager, fund.secretariat):
        fund.do(c.ReleaseTranche(investment_id="iv", number=1, evidence="e", on=DAY), who)
    sale = exit_of(10 * M, 15 * M, on=DAY)
    refused = fund.refused(sale.model_copy(update={"shares": 1_201}), fund.manager)
    assert refused == Refusal.of("exit_shares_above_held", count=1_201, held=1_200)
    fund.do(sale.model_copy(update={"shares": 400}), fund.manager)
    report = report_on(fund.desk.book(fund.manager), DAY)
    assert report.moves[0].shares == 800
    use("en")
    assert schedule_table(report).rows[0][0] == "PR-1 Ltd\nloan, number: 800"


def test_a_whole_exit_waits_until_nothing_is_promised(held) -> None:
    assert held.refused(exit_of(30 * M, 50 * M), held.manager).code == "tranches_still_open"
    cancelled(held)
    seq = held.do(exit_of(30 * M, 50 * M), held.manager).seq
    assert (money(held).committed_yen, money(held).realised_yen) == (0, 20 * M)
    assert held.refused(exit_of(1, 1, exit_id="y"), held.manager).code == "nothing_held"
    takes_back(held, seq)
    assert (money(held).committed_yen, money(held).realised_yen) == (30 * M, 0)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (exit_of(31 * M, 1), "above_held"),
        (exit_of(0, 0), "exit_needs_amounts"),
        (exit_of(-1, 1), "exit_needs_amounts"),
        (exit_of(1, 0), "exit_without_proceeds"),
        (exit_of(1, 1, "dividend"), "dividend_has_no_cost"),
        (exit_of(1, 1, on=DAY - timedelta(days=1)), "dated_before_fund"),
        (exit_of(1, 1, on=LATER + timedelta(days=1)), "dated_ahead"),
    ],
)
def test_exits_that_cannot_be(held, command, code: str) -> None:
    assert held.refused(command, held.manager).code == code


def test_nothing_leaves_before_it_was_last_valued(held) -> None:
    valued(held, 31 * M)
    assert held.refused(exit_of(1, 1, on=DAY), held.manager).code == "dated_before_holding"


def test_a_loss_leaves_the_limits_used(held) -> None:
    loss = c.WriteOff(investment_id="iv", cost_yen=12 * M, reason="insolvent", on=LATER)
    assert held.refused(loss.model_copy(update={"reason": " "}), held.manager).code == "step_needs_reason"
    assert held.refused(loss.model_copy(update={"cost_yen": 31 * M}), held.manager).code == "above_held"
    seq = held.do(loss, held.manager).seq
    now, book = money(held), held.desk.book(held.manager)
    assert (now.lost_yen, now.drawn_yen, now.realised_yen) == (12 * M, 18 * M, -12 * M)
    assert book.balances["LIM:Used:company:company-PR-1"] == 50 * M
    takes_back(held, seq)
    assert money(held).lost_yen == 0


def test_a_refund_of_a_tranche_is_an_event_and_makes_it_investable(held) -> None:
    before = money(held).investable_yen
    refund = c.RefundTranche(investment_id="iv", number=1, amount_yen=5 * M, reason="not used", on=LATER)
    assert held.refused(refund.model_copy(update={"number": 9}), held.manager).code == "tranche_unknown"
    assert held.refused(refund.model_copy(update={"number": 2}), held.manager).code == "above_held"
    seq = held.do(refund, held.manager).seq
    assert (money(held).investable_yen - before, money(held).drawn_yen, money(held).cash_yen) == (5 * M, 25 * M, 75 * M)
    book = held.desk.book(held.manager)
    (company,) = value_bubbles(portfolio(book, LATER))
    assert Fraction(company.worth_yen, company.paid_yen) == fund_returns(book, LATER).gross.tvpi.value == 1
    drawn = next(n for n, one in held.desk.book(held.manager).posted.items() if type(one).__name__ == "TrancheDrawn")
    takes_back(held, drawn, "later_entry_rests_on_it")
    takes_back(held, seq)
    takes_back(held, drawn)
    assert money(held).drawn_yen == 0


def test_a_tranche_waits_for_the_support_that_it_names(held) -> None:
    release = c.ReleaseTranche(investment_id="iv", number=2, evidence="e", on=LATER)
    refusal = held.refused(release, held.manager)
    assert (refusal.code, [one.code for one in refusal.problems]) == ("support_still_due", ["support_not_given"])
    given = c.ConfirmSupport(investment_id="iv", need_id="n1", evidence="the report", on=LATER)
    assert held.refused(given.model_copy(update={"need_id": "n2"}), held.manager).code == "support_not_agreed"
    assert held.refused(given.model_copy(update={"evidence": ""}), held.manager).code == "step_needs_evidence"
    held.do(given, held.secretariat)
    assert held.refused(given, held.secretariat).code == "support_given_already"
    held.do(release, held.manager)


def test_a_support_given_by_mistake_is_due_again_and_who_approved_on_it_approves_anew(held) -> None:
    release = c.ReleaseTranche(investment_id="iv", number=2, evidence="e", on=LATER)
    given = c.ConfirmSupport(investment_id="iv", need_id="n1", evidence="the report", on=LATER)
    seq = held.do(given, held.secretariat).seq
    held.do(release, held.manager)
    takes_back(held, seq)
    investment = held.desk.book(held.manager).investments["iv"]
    assert (investment.support_given, investment.tranche(2).approvals) == ((), ())
    assert held.refused(release, held.secretariat).code == "support_still_due"
    again = held.do(given, held.secretariat).seq
    for who in (held.manager, held.secretariat):
        held.do(release, who)
    takes_back(held, again, "later_entry_rests_on_it")


def test_an_agreement_is_taken_back_after_the_support_that_was_given_on_it(held) -> None:
    posted = held.desk.book(held.manager).posted
    seqs = {type(one).__name__: seq for seq, one in posted.items()}
    given = c.ConfirmSupport(investment_id="iv", need_id="n1", evidence="the report", on=LATER)
    support = held.do(given, held.secretariat).seq
    takes_back(held, seqs["TrancheDrawn"])
    takes_back(held, seqs["AgreementSigned"], "agreement_in_use")
    takes_back(held, support)
    takes_back(held, seqs["AgreementSigned"])
    assert held.desk.book(held.manager).investments == {}


# Partners


def test_distributions_recycling_and_what_came_back(held) -> None:
    give = c.Distribute(distribution_id="d", amount_yen=14 * M, of_capital_yen=8 * M, what="sale", on=LATER)
    assert held.refused(give, held.manager).code == "above_returned"
    held.do(exit_of(10 * M, 16 * M), held.manager)
    assert held.refused(give.model_copy(update={"of_capital_yen": 15 * M}), held.manager).code == (
        "capital_above_distribution"
    )
    assert held.refused(give.model_copy(update={"amount_yen": 87 * M}), held.manager).code == "above_cash"
    assert held.refused(give.model_copy(update={"what": ""}), held.manager).code == "step_needs_what"
    seq = held.do(give, held.manager).seq
    assert held.refused(give, held.manager).code == "id_in_use"
    recycle = c.RecycleCapital(amount_yen=2 * M, on=LATER)
    assert held.refused(recycle.model_copy(update={"amount_yen": 3 * M}), held.manager).code == "above_returned"
    held.do(recycle, held.manager)
    book = held.desk.book(held.manager)
    assert (book.balances.get("CAP:Returned", 0), money(held).distributed_yen) == (0, 14 * M)
    assert [(one.on, one.amount_yen) for one in partner_flows(book)] == [(DAY, -100 * M), (LATER, 14 * M)]
    assert [one.amount_yen for one in partner_flows(book, partner=2)] == [-1 * M, 140_000]
    takes_back(held, seq)
    assert money(held).distributed_yen == 0


def test_a_payment_and_a_return_of_one_day_are_told_apart(held) -> None:
    held.do(exit_of(10 * M, 16 * M), held.manager)
    held.do(c.ConfirmSupport(investment_id="iv", need_id="n1", evidence="e", on=LATER), held.manager)
    for who in (held.manager, held.secretariat):
        held.do(c.ReleaseTranche(investment_id="iv", number=2, evidence="e", on=LATER), who)
    held.do(c.CallCapital(call_id="k2", amount_yen=20 * M, due=LATER, on=LATER), held.manager)
    held.do(c.RecordPaidCapital(call_id="k2", amount_yen=20 * M, on=LATER), held.manager)
    give = c.Distribute(distribution_id="d", amount_yen=14 * M, of_capital_yen=8 * M, what="sale", on=LATER)
    held.do(give, held.manager)
    found = fund_returns(held.desk.book(held.manager), LATER)
    assert (found.net.paid_in_yen, found.net.distributed_yen) == (120 * M, 14 * M)
    assert (found.gross.paid_in_yen, found.gross.distributed_yen) == (50 * M, 16 * M)


def test_a_sale_below_cost_came_back_as_what_was_received(held) -> None:
    held.do(exit_of(10 * M, 4 * M), held.manager)
    found = fund_returns(held.desk.book(held.manager), LATER)
    assert (found.gross.paid_in_yen, found.gross.distributed_yen) == (30 * M, 4 * M)


def test_recycling_needs_the_agreement(held) -> None:
    too_much = c.RecycleCapital(amount_yen=51 * M, on=LATER)
    assert held.refused(too_much, held.manager).code == "above_recycling_limit"


def test_calls_end_at_the_commitments_and_shortfalls_are_called_again(held) -> None:
    call = c.CallCapital(call_id="k2", amount_yen=50 * M, due=LATER, on=LATER)
    assert held.refused(call.model_copy(update={"call_id": "k"}), held.manager).code == "id_in_use"
    assert held.refused(call.model_copy(update={"due": DAY}), held.manager).code == "due_before_notice"
    assert held.refused(call.model_copy(update={"for_fees_yen": 51 * M}), held.manager).code == "fees_above_call"
    held.do(call, held.manager)
    early = c.RecordPaidCapital(call_id="k2", amount_yen=1, partner=2, on=DAY)
    assert held.refused(early, held.manager).code == "paid_before_call"
    held.do(c.RecordPaidCapital(call_id="k2", amount_yen=500_000, partner=2, on=LATER), held.manager)
    short = c.RecordShortfall(call_id="k2", partner=1, reason="late", on=LATER)
    assert held.refused(short, held.manager).code == "not_due_yet"
    held.clock.wait(days=1)
    next_day = LATER + timedelta(days=1)
    short = short.model_copy(update={"on": next_day})
    assert held.refused(short.model_copy(update={"partner": 2}), held.manager).code == "nothing_owed"
    assert held.refused(short.model_copy(update={"reason": ""}), held.manager).code == "step_needs_reason"
    seq = held.do(short, held.manager).seq
    assert (money(held).receivable_yen, money(held).uncalled_yen) == (0, 399_500_000)
    assert commitments(held.desk.book(held.manager), next_day).called_yen == 500 * M - 399_500_000
    held.do(c.CallCapital(call_id="k3", amount_yen=1 * M, due=next_day, on=next_day), held.manager)
    # The one who is behind pays the whole of the next call.
    assert [one.partner for one in held.desk.book(held.manager).calls["k3"].parts] == [1]
    reverse = c.ReverseEntry(seq=seq, reason="it came", on=next_day)
    assert held.refused(reverse, held.manager).code == "called_anew_since"


def test_capital_given_back_can_be_called_again(held) -> None:
    give = c.RefundCapital(call_id="k", amount_yen=10 * M, reason="not needed", on=LATER)
    assert held.refused(give.model_copy(update={"amount_yen": 101 * M}), held.manager).code == "above_paid"
    assert held.refused(give.model_copy(update={"amount_yen": 80 * M}), held.manager).code == "above_cash"
    assert held.refused(give.model_copy(update={"call_id": "z"}), held.manager).code == "call_unknown"
    seq = held.do(give, held.manager).seq
    assert (money(held).paid_in_yen, money(held).uncalled_yen) == (90 * M, 410 * M)
    book = held.desk.book(held.manager)
    net, last = fund_returns(book, LATER).net, performance(book, LATER)[-1]
    assert (net.paid_in_yen, net.distributed_yen) == (last.paid_in_yen, last.distributed_yen) == (90 * M, 0)
    came = [n for n, one in held.desk.book(held.manager).posted.items() if type(one).__name__ == "CapitalPaid"]
    takes_back(held, came[0], "payment_was_refunded")
    takes_back(held, seq)
    assert money(held).paid_in_yen == 100 * M


def test_a_larger_fund_and_back(held) -> None:
    joins = c.AddCommitment(partner="New LP", joins=True, amount_yen=100 * M, on=LATER)
    assert held.refused(joins.model_copy(update={"joins": False}), held.manager).code == "partner_unknown"
    assert held.refused(joins.model_copy(update={"partner": "LP"}), held.manager).code == "partner_known"
    assert held.refused(joins.model_copy(update={"partner": " "}), held.manager).code == "partner_needs_name"
    seq = held.do(joins, held.manager).seq
    assert (money(held).fund_size_yen, money(held).uncalled_yen) == (600 * M, 500 * M)
    held.do(c.CallCapital(call_id="k2", amount_yen=20 * M, due=LATER, on=LATER), held.manager)
    assert [(one.partner, one.amount_yen) for one in held.desk.book(held.manager).calls["k2"].parts] == [(3, 20 * M)]
    takes_back(held, seq, "commitment_called_already")


# Fees, reserves


def test_fees_are_planned_paid_once_and_refunded(held) -> None:
    fee = PlannedFee(fee_id="f", due=LATER + timedelta(days=30), amount_yen=6 * M, what="audit")
    plan = c.SetFeeSchedule(fees=(fee,), on=LATER)
    assert held.refused(c.SetFeeSchedule(fees=(fee, fee), on=LATER), held.manager).code == "id_in_use"
    nameless = fee.model_copy(update={"what": " "})
    assert held.refused(c.SetFeeSchedule(fees=(nameless,), on=LATER), held.manager).code == "step_needs_what"
    dear = fee.model_copy(update={"amount_yen": 41 * M})
    assert held.refused(c.SetFeeSchedule(fees=(dear,), on=LATER), held.manager).code == "above_cost_reserve"
    held.do(plan, held.manager)
    book = held.desk.book(held.manager)
    ahead = [(one.kind, one.cash_yen) for one in cash_ahead(book, LATER)]
    assert ahead == [("now", 70 * M), ("tranche", 50 * M), ("fee", 44 * M)] or ahead == [
        ("now", 70 * M),
        ("fee", 64 * M),
        ("tranche", 44 * M),
    ]
    pay = c.PayFee(fee_id="f", amount_yen=6 * M, what="audit", on=LATER)
    assert held.refused(pay.model_copy(update={"what": ""}), held.manager).code == "step_needs_what"
    paid = held.do(pay, held.manager).seq
    assert held.refused(pay, held.manager).code == "fee_paid_already"
    refund = c.RefundFee(fee_id="f", amount_yen=1 * M, reason="too much", on=LATER)
    assert held.refused(refund.model_copy(update={"fee_id": "z"}), held.manager).code == "fee_unknown"
    assert held.refused(refund.model_copy(update={"amount_yen": 7 * M}), held.manager).code == "above_paid"
    back_again = held.do(refund, held.manager).seq
    assert (money(held).fees_spent_yen, money(held).cash_yen) == (5 * M, 65 * M)
    takes_back(held, paid, "payment_was_refunded")
    takes_back(held, back_again)
    takes_back(held, paid)
    assert money(held).fees_spent_yen == 0


def test_no_fee_comes_back_before_it_was_paid(held) -> None:
    held.do(c.PayFee(fee_id="f", amount_yen=M, what="audit", on=LATER), held.manager)
    early = c.RefundFee(fee_id="f", amount_yen=1, reason="r", on=LATER - timedelta(days=3))
    assert held.refused(early, held.manager).code == "back_before_paid"
    held.do(c.CallCapital(call_id="k2", amount_yen=M, due=LATER, on=LATER), held.manager)
    held.do(c.RecordPaidCapital(call_id="k2", amount_yen=M, on=LATER), held.manager)
    early = c.RefundCapital(call_id="k2", amount_yen=1, reason="r", on=LATER - timedelta(days=3))
    assert held.refused(early, held.manager).code == "back_before_paid"


def test_reserves_are_set_aside_freed_and_used_first(held) -> None:
    own = c.ReserveFollowOn(company_id="company-PR-1", amount_yen=20 * M, source="unassigned", on=LATER)
    assert held.refused(own.model_copy(update={"company_id": "other"}), held.manager).code == "company_not_held"
    assert held.refused(own.model_copy(update={"amount_yen": 61 * M}), held.manager).code == "above_follow_on"
    seq = held.do(own, held.manager).seq
    free = c.FreeFollowOn(company_id="company-PR-1", amount_yen=21 * M, on=LATER)
    assert held.refused(free, held.manager).code == "above_follow_on"
    held.proposal("PR-9", sector="PR-9")
    company = held.desk.proposal(held.secretariat, "id-PR-1").company
    again = held.desk.proposal(held.secretariat, "id-PR-9").model_copy(update={"company": company})
    held.do(c.RegisterProposal(proposal=again), held.secretariat)
    held.do(c.CloseMeeting(meeting_id="m1"), held.secretariat)
    held.meeting(2, "PR-9")
    held.revealed("m2-PR-9")
    before = money(held)
    held.approve("m2-PR-9", 30 * M)
    after = money(held)
    # 20 of the 30 million come out of the company's own reserve.
    assert before.investable_yen - after.investable_yen == 10 * M
    assert before.follow_on_reserve_yen - after.follow_on_reserve_yen == 20 * M
    takes_back(held, seq, "reversal_would_break")
    held.do(c.VoidReservation(reservation_id="r-m2-PR-9", reason="r", on=LATER), held.manager)
    assert money(held) == before
    takes_back(held, seq)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.SetFeesAside(amount_yen=360 * M, on=LATER), "above_free"),
        (c.FreeFees(amount_yen=41 * M, on=LATER), "above_cost_reserve"),
        (c.ReserveFollowOn(company_id="", amount_yen=360 * M, source="investable", on=LATER), "above_free"),
        (c.ReserveFollowOn(company_id="", amount_yen=1, source="unassigned", on=LATER), "company_not_held"),
    ],
)
def test_nothing_is_set_aside_that_is_not_there(held, command, code: str) -> None:
    assert held.refused(command, held.manager).code == code


# Periods and days


def test_nothing_is_dated_in_a_closed_period(held) -> None:
    close = c.ClosePeriod(until=DAY + timedelta(days=20), on=LATER)
    assert held.refused(close.model_copy(update={"until": LATER}), held.manager).code == "period_not_over"
    held.do(close, held.manager)
    assert held.refused(close, held.manager).code == "period_is_closed"
    backdated = c.PayFee(fee_id="f", amount_yen=1, what="audit", on=DAY + timedelta(days=20))
    assert held.refused(backdated, held.manager).code == "period_is_closed"
    assert held.refused(proposed(31 * M, as_of=DAY), held.manager).code == "period_is_closed"
    drawn = next(n for n, one in held.desk.book(held.manager).posted.items() if type(one).__name__ == "TrancheDrawn")
    across = c.ReverseEntry(seq=drawn, reason="r", on=DAY)
    assert held.refused(across, held.manager).code == "period_is_closed"
    # A slip of a closed period is taken back on a later day.
    held.do(across.model_copy(update={"on": LATER}), held.manager)


def test_what_the_next_call_has_to_bring(held) -> None:
    book = held.desk.book(held.manager)
    plan = call_plan(book, LATER, LATER + timedelta(days=365))
    assert (plan.for_tranches_yen, plan.cash_yen, plan.short_yen) == (20 * M, 70 * M, 0)
    fee = PlannedFee(fee_id="f", due=LATER, amount_yen=36 * M, what="audit")
    held.do(c.SetFeeSchedule(fees=(fee,), on=LATER), held.manager)
    held.do(c.RefundCapital(call_id="k", amount_yen=60 * M, reason="r", on=LATER), held.manager)
    plan = call_plan(held.desk.book(held.manager), LATER, LATER + timedelta(days=365))
    assert (plan.short_yen, plan.call_yen, plan.call_for_fees_yen) == (46 * M, 46 * M, 26 * M)


def test_performance_stands_by_effective_day(held) -> None:
    valued(held, 36 * M)
    held.do(exit_of(10 * M, 16 * M), held.manager)
    points = performance(held.desk.book(held.manager), LATER)
    assert [(one.on, one.paid_in_yen, one.distributed_yen, one.nav_yen) for one in points] == [
        (DAY, 100 * M, 0, 100 * M),
        (LATER, 100 * M, 0, 70 * M + 16 * M + 24 * M),
    ]
    assert [one.net_yen for one in planned(held.desk.book(held.manager), points[-1])] == [-100 * M]


def test_a_report_of_a_day_repeats_to_the_byte(held) -> None:
    before = performance(held.desk.book(held.manager), DAY + timedelta(days=10))
    valued(held, 36 * M)
    held.do(exit_of(10 * M, 16 * M), held.manager)
    assert performance(held.desk.book(held.manager), DAY + timedelta(days=10)) == before


def test_a_chair_who_was_recused_from_the_item_is_none_of_the_two_persons_of_its_deal(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    own = c.DeclareInterest(item_id=item, seat_id="association", kind="inventor_or_patent_holder")
    fund.do(own, fund.association)
    fund.do(c.SeatAlternate(item_id=item, seat_id="association", person=fund.outside.person), fund.secretariat)
    sitting = {"association": fund.outside, "tlo": fund.tlo, "bank": fund.bank}
    for seat, who in sitting.items():
        fund.do(c.DeclareInterest(item_id=item, seat_id=seat, kind="none"), who)
        fund.do(c.SubmitScorecard(item_id=item, seat_id=seat, judgements=fund.judgements()), who)
    fund.do(c.RevealScores(item_id=item), fund.tlo)
    terms = Terms(amount_yen=60 * M, instrument="loan")
    fund.do(c.PutMotion(item_id=item, resolution="approve", terms=terms), fund.tlo)
    for seat, who in sitting.items():
        fund.do(c.CastVote(item_id=item, number=1, seat_id=seat, vote="for"), who)
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.tlo)
    fund.do(c.DecideAsGp(reservation_id="r", terms=terms, on=DAY), fund.manager)
    tranches = (TrancheTerms(number=1, amount_yen=30 * M, due=DAY, milestone="m"),)
    fund.do(c.SignAgreement(investment_id="iv", reservation_id="r", tranches=tranches, on=DAY), fund.manager)
    fund.do(c.CallCapital(call_id="k", amount_yen=30 * M, due=DAY, on=DAY), fund.manager)
    fund.do(c.RecordPaidCapital(call_id="k", amount_yen=30 * M, on=DAY), fund.manager)
    pay = c.ReleaseTranche(investment_id="iv", number=1, evidence="e", on=DAY)
    fund.do(pay, fund.manager)
    assert fund.refused(pay, fund.association).code == "not_permitted"
    fund.do(pay, fund.secretariat)
    fund.do(proposed(40 * M, as_of=DAY).model_copy(update={"on": DAY}), fund.manager)
    agree = c.ApproveValuation(investment_id="iv", valuation_id=f"v{40 * M}", on=DAY)
    assert fund.refused(agree, fund.association).code == "not_permitted"
