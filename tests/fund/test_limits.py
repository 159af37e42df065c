from fractions import Fraction

import pytest

from fundapp.basis.refusal import Problem, Refusal
from fundapp.fund import entries
from fundapp.fund.journal import JournalEntry, Recorded, balances
from fundapp.fund.limits import (
    Headroom,
    check_call,
    check_fee_reserve,
    check_payment,
    check_recycling,
    check_reservation,
    headrooms,
    limit_yen,
)
from fundapp.fund.terms import FundTerms

M = 1_000_000


def ask(terms: FundTerms, books: dict[str, int], amount_yen: int, **touched: object) -> Refusal | None:
    given = {"company_id": "C-9", "sector": "食品機械", "early_stage": False, "voting_share": None, "year": 4} | touched
    return check_reservation(terms, books, amount_yen=amount_yen, **given)


@pytest.fixture(scope="module")
def books(fourth_year: tuple[JournalEntry, ...]) -> dict[str, int]:
    return balances(fourth_year)


@pytest.mark.parametrize(("kind", "yen"), [("company", 100 * M), ("sector", 200 * M), ("early_stage", 400 * M)])
def test_limits_of_the_demo_fund(terms: FundTerms, kind: str, yen: int) -> None:
    assert limit_yen(terms, kind) == yen


def test_limit_is_rounded_down_to_the_yen(terms: FundTerms) -> None:
    thirds = terms.limits.model_copy(update={"company_share": Fraction(1, 3)})
    assert limit_yen(terms.model_copy(update={"limits": thirds, "size_yen": 500}), "company") == 166


def test_headrooms_of_the_fourth_year(terms: FundTerms, books: dict[str, int]) -> None:
    assert headrooms(terms, books, company_ids=["C-9"], sectors=["ロボット"]) == (
        Headroom(kind="investable", limit_yen=500 * M, used_yen=400 * M, room_yen=100 * M),
        Headroom(kind="early_stage", limit_yen=400 * M, used_yen=235 * M, room_yen=165 * M),
        *(
            Headroom(kind="sector", key=key, limit_yen=200 * M, used_yen=yen * M, room_yen=(200 - yen) * M)
            for key, yen in (
                ("ロボット", 70),
                ("医療・介護", 55),
                ("半導体製造", 65),
                ("環境・防災", 60),
                ("計測・検査", 50),
            )
        ),
        *(
            Headroom(kind="company", key=key, limit_yen=100 * M, used_yen=yen * M, room_yen=(100 - yen) * M)
            for key, yen in (("C-9", 0), ("IV-1", 50), ("IV-2", 70), ("IV-3", 60), ("IV-4", 65), ("IV-5", 55))
        ),
    )


def test_the_last_yen_may_be_reserved(terms: FundTerms, books: dict[str, int]) -> None:
    assert ask(terms, books, 100 * M) is None


def test_above_company_limit(terms: FundTerms, books: dict[str, int]) -> None:
    assert ask(terms, books, 31 * M, company_id="IV-2") == Refusal.of(
        "above_company_limit",
        amount_yen=31 * M,
        limit_yen=100 * M,
        used_yen=70 * M,
        room_yen=30 * M,
        short_yen=1 * M,
    )


def test_above_investable_names_the_other_faults_too(terms: FundTerms, books: dict[str, int]) -> None:
    assert ask(terms, books, 100 * M + 1) == Refusal.of(
        "above_investable",
        Problem.of(
            "above_company_limit",
            amount_yen=100 * M + 1,
            limit_yen=100 * M,
            used_yen=0,
            room_yen=100 * M,
            short_yen=1,
        ),
        amount_yen=100 * M + 1,
        investable_yen=100 * M,
        short_yen=1,
    )


def test_above_sector_limit(at: Recorded, terms: FundTerms, founded: tuple[JournalEntry, ...]) -> None:
    held = balances(
        (
            *founded,
            *(
                entry
                for company in ("C-1", "C-2")
                for entry in entries.resolution_reserves(
                    at=at,
                    deal_id=company,
                    company_id=company,
                    sector="食品機械",
                    early_stage=False,
                    year=1,
                    amount_yen=95 * M,
                )
            ),
        )
    )
    assert ask(terms, held, 11 * M) == Refusal.of(
        "above_sector_limit", amount_yen=11 * M, limit_yen=200 * M, used_yen=190 * M, room_yen=10 * M, short_yen=1 * M
    )


def test_above_early_stage_limit_counts_early_companies_alone(terms: FundTerms, books: dict[str, int]) -> None:
    narrow = terms.model_copy(update={"limits": terms.limits.model_copy(update={"early_stage_share": Fraction("0.5")})})
    assert ask(narrow, books, 20 * M, early_stage=False) is None
    assert ask(narrow, books, 20 * M, early_stage=True) == Refusal.of(
        "above_early_stage_limit",
        amount_yen=20 * M,
        limit_yen=250 * M,
        used_yen=235 * M,
        room_yen=15 * M,
        short_yen=5 * M,
    )


def test_voting_share_may_reach_the_limit_and_not_pass_it(terms: FundTerms, books: dict[str, int]) -> None:
    assert ask(terms, books, M, voting_share=Fraction("0.34")) is None
    assert ask(terms, books, M, voting_share=Fraction("0.3401")) == Refusal.of(
        "above_voting_limit", voting_share="3401/10000", limit_share="17/50"
    )


def test_payment_and_fee_are_covered_by_cash_and_reserve(books: dict[str, int]) -> None:
    assert check_payment(books, amount_yen=12 * M) is None
    assert check_payment(books, amount_yen=13 * M) == Refusal.of(
        "above_cash", amount_yen=13 * M, available_yen=12 * M, short_yen=1 * M
    )
    assert check_fee_reserve(books, amount_yen=22 * M) is None
    assert check_fee_reserve(books, amount_yen=23 * M) == Refusal.of(
        "above_cost_reserve", amount_yen=23 * M, available_yen=22 * M, short_yen=1 * M
    )


def test_call_ends_at_what_the_partners_committed(books: dict[str, int]) -> None:
    assert check_call(books, amount_yen=260 * M) is None
    assert check_call(books, amount_yen=261 * M) == Refusal.of(
        "above_uncalled", amount_yen=261 * M, available_yen=260 * M, short_yen=1 * M
    )


def test_capital_that_came_back_is_invested_again_only_when_the_partners_agreed(terms: FundTerms) -> None:
    without = terms.model_copy(update={"recycling_share": 0})
    assert check_recycling(without, {}, amount_yen=1) == Refusal.of("recycling_not_agreed")
