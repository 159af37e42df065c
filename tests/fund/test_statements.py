"""The statements of a fund of two years, reckoned by hand from a journal of eleven entries."""

from datetime import date

import pytest
from fund.conftest import TERMS, M

from fundapp.fund import entries, entries_held, entries_partners
from fundapp.fund.equity import PartnerEquity, partner_equity, year_ends
from fundapp.fund.journal import JournalEntry, Recorded, reverse
from fundapp.fund.partners import PartnerPart
from fundapp.fund.statements import (
    BalanceSheet,
    CashMoves,
    DealMove,
    Income,
    balance_sheet,
    cash_moves,
    deal_moves,
    income,
)
from fundapp.fund.turnover import Turnover

END_1, DAY = date(2023, 3, 31), date(2023, 12, 31)
DEAL = {"company_id": "C", "sector": "S", "early_stage": True}


def parts(*yen: int) -> tuple[PartnerPart, ...]:
    return tuple(PartnerPart(partner=n, amount_yen=one) for n, one in enumerate(yen, 1))


def at(seq: int, *day: int) -> Recorded:
    return Recorded(effective=date(*day), recorded_seq=seq)


@pytest.fixture(scope="module")
def journal() -> tuple[JournalEntry, ...]:
    fee = entries.fee_paid(at=at(4, 2022, 6, 1), amount_yen=6 * M)
    slip = entries.fee_paid(at=at(5, 2022, 6, 2), amount_yen=9 * M)
    return (
        *entries_partners.capital_called(at=at(1, 2022, 4, 10), parts=parts(99 * M, 1 * M)),
        *entries_partners.capital_paid(at=at(2, 2022, 4, 20), partner=1, amount_yen=99 * M),
        *entries_partners.capital_paid(at=at(3, 2022, 4, 20), partner=2, amount_yen=1 * M),
        *fee,
        *slip,
        *(reverse(one, at=at(6, 2023, 5, 1)) for one in slip),
        *entries.tranche_drawn(at=at(7, 2022, 7, 1), deal_id="A", tranche=1, amount_yen=40 * M),
        *entries.tranche_drawn(at=at(8, 2022, 8, 1), deal_id="B", tranche=1, amount_yen=20 * M),
        *entries_held.valued(at=at(9, 2023, 3, 31), deal_id="A", change_yen=10 * M),
        *entries_held.exited(
            at=at(10, 2023, 9, 1), deal_id="A", parts=((1, 20 * M),), proceeds_yen=33 * M, released_yen=5 * M, **DEAL
        ),
        *entries_held.exited(at=at(11, 2023, 9, 2), deal_id="B", parts=(), proceeds_yen=1 * M, released_yen=0, **DEAL),
        *entries_held.write_off(at=at(12, 2023, 10, 1), deal_id="B", parts=((1, 8 * M),), released_yen=0),
        *entries_partners.capital_refunded(at=at(13, 2023, 10, 2), parts=parts(3 * M, 0)[:1]),
        *entries_partners.distribution(at=at(14, 2023, 11, 1), parts=parts(20 * M, 1 * M), of_capital_yen=15 * M),
        *entries_partners.capital_called(at=at(15, 2023, 12, 1), parts=parts(50 * M, 0)[:1]),
        *entries.fee_paid(at=at(16, 2024, 1, 1), amount_yen=1 * M),
    )


@pytest.fixture(scope="module")
def turnover(journal: tuple[JournalEntry, ...]) -> Turnover:
    return Turnover(journal, {6: 5}, (END_1, DAY))


def test_years_of_the_fund_end_before_the_day(turnover: Turnover) -> None:
    assert year_ends(TERMS, DAY) == (END_1,)
    assert year_ends(TERMS, END_1) == ()


def test_balance_sheet_with_what_was_earned_before_and_this_year(turnover: Turnover) -> None:
    assert balance_sheet(turnover, DAY, year_began_after=END_1) == BalanceSheet(
        on=DAY,
        cost_yen=32 * M,
        unrealised_yen=5 * M,
        cash_yen=44 * M,
        paid_in_yen=97 * M,
        retained_yen=-5 * M,
        result_yen=10 * M,
        distributed_yen=21 * M,
        receivable_yen=50 * M,
    )
    sheet = balance_sheet(turnover, DAY, year_began_after=END_1)
    assert sheet.assets_yen == sheet.net_assets_yen == 81 * M


def test_profit_and_loss_keeps_unrealised_results_apart_and_a_reversal_with_its_slip(turnover: Turnover) -> None:
    assert income(turnover, DAY, after=END_1, since=date(2023, 4, 1)) == Income(
        since=date(2023, 4, 1),
        until=DAY,
        sold_for_yen=33 * M,
        income_yen=1 * M,
        sold_cost_yen=20 * M,
        written_off_yen=8 * M,
        fees_yen=-9 * M,
        opening_unrealised_yen=10 * M,
        closing_unrealised_yen=5 * M,
    )
    first = income(turnover, END_1, after=None, since=None)
    assert (first.fees_yen, first.before_unrealised_yen, first.unrealised_yen) == (15 * M, -15 * M, 10 * M)


def test_schedule_of_investments_rolls_the_cost_forward(turnover: Turnover) -> None:
    shared = {"bought_yen": 0, "refunded_yen": 0}
    assert deal_moves(turnover, DAY, after=END_1) == (
        DealMove(
            deal_id="A",
            opening_yen=40 * M,
            sold_yen=20 * M,
            written_off_yen=0,
            closing_yen=20 * M,
            fair_value_yen=25 * M,
            proceeds_yen=33 * M,
            **shared,
        ),
        DealMove(
            deal_id="B",
            opening_yen=20 * M,
            sold_yen=0,
            written_off_yen=8 * M,
            closing_yen=12 * M,
            fair_value_yen=12 * M,
            proceeds_yen=1 * M,
            **shared,
        ),
    )


def test_cash_comes_in_and_leaves_by_what_it_was_for(turnover: Turnover) -> None:
    assert cash_moves(turnover, DAY, after=END_1) == CashMoves(
        opening_yen=25 * M,
        paid_in_yen=0,
        given_back_yen=-3 * M,
        invested_yen=0,
        refunded_yen=0,
        proceeds_yen=34 * M,
        fees_yen=9 * M,
        distributed_yen=-21 * M,
        closing_yen=44 * M,
    )


def test_equity_of_the_partners_follows_what_each_has_paid_in(turnover: Turnover) -> None:
    limited, general = partner_equity(turnover, TERMS, DAY, after=END_1)
    # 96 : 1 of 97 million paid in and not given back.
    assert limited == PartnerEquity(
        partner=1,
        commitment_yen=495 * M,
        called_yen=146 * M,
        opening_yen=94_050_000,
        paid_yen=0,
        given_back_yen=3 * M,
        distributed_yen=20 * M,
        investment_result_yen=5_938_144,
        fees_yen=-8_907_216,
        unrealised_yen=-4_948_454,
        paid_in_total_yen=96 * M,
        distributed_total_yen=20 * M,
    )
    assert (limited.unfunded_yen, limited.closing_yen) == (349 * M, 80_946_906)
    assert (general.opening_yen, general.closing_yen) == (950_000, 53_094)
    assert limited.closing_yen + general.closing_yen == 81 * M


def test_while_nobody_has_paid_in_the_shares_of_the_agreement_count() -> None:
    fee = entries.fee_paid(at=at(1, 2022, 6, 1), amount_yen=101)
    turnover = Turnover(fee, {}, (END_1, DAY))
    assert [one.closing_yen for one in partner_equity(turnover, TERMS, DAY, after=None)] == [-100, -1]


def test_a_day_that_is_no_cut_is_not_answered(turnover: Turnover) -> None:
    with pytest.raises(KeyError):
        turnover.moved("GL:Bank", date(2023, 4, 1))
    with pytest.raises(KeyError):
        turnover.moved("GL:Bank", date(2025, 4, 1))
