"""Fees by a dated rule, at the edges that the association knows."""

from datetime import date

import pytest

from fundapp.basis.fact import Bilingual
from fundapp.network.member import Member
from fundapp.network.membership import CapitalChange, Fee, FeePayment, FeeRule, fee, rule_of, year_of
from fundapp.places import rubrics_folder
from fundapp.store.fee_files import load_fee_rules

RULES = load_fee_rules(rubrics_folder())
TEN_BILLION = 10_000_000_000


def member(capital_yen: int | None, member_class="company") -> Member:
    return Member(
        id="m", code="M-0001", name=Bilingual(ja="社", en="Co"), member_class=member_class, capital_yen=capital_yen
    )


@pytest.mark.parametrize(
    ("capital_yen", "due_yen"),
    [
        (TEN_BILLION, 490_000),
        (TEN_BILLION - 1, 70_000),
        (9_999_000_000, 70_000),
        (TEN_BILLION + 1, 490_000),
        (10_000_000, 70_000),
        (0, 70_000),
        (None, None),
    ],
)
def test_the_shipped_rule_cuts_at_a_capital_of_ten_billion_yen(capital_yen, due_yen):
    assert fee(member(capital_yen), 2026, RULES).due_yen == due_yen


@pytest.mark.parametrize("member_class", ["university", "municipality", "individual", "bank", "tlo"])
def test_only_companies_have_a_stated_fee(member_class):
    assert fee(member(TEN_BILLION, member_class), 2026, RULES).due_yen is None


def test_a_capital_that_changes_in_the_year_counts_from_the_next_one():
    reduced = [CapitalChange(member_id="m", since=date(2026, 9, 30), capital_yen=100_000_000)]
    large = member(TEN_BILLION)
    assert fee(large, 2026, RULES, reduced).due_yen == 490_000
    assert fee(large, 2027, RULES, reduced).due_yen == 70_000
    on_the_day = [CapitalChange(member_id="m", since=date(2026, 4, 1), capital_yen=100_000_000)]
    assert fee(large, 2026, RULES, on_the_day).due_yen == 70_000


def test_a_rule_holds_from_its_year_until_the_next_one():
    old, new = (
        FeeRule(from_year=year, large_capital_yen=TEN_BILLION, large_fee_yen=fee_yen * 7, fee_yen=fee_yen)
        for year, fee_yen in ((2000, 70_000), (2027, 80_000))
    )
    assert [rule_of(year, (new, old)) for year in (1999, 2000, 2026, 2027)] == [None, old, old, new]
    assert fee(member(1), 2026, (old, new)).due_yen == 70_000
    assert fee(member(1), 1999, (old, new)).due_yen is None


def test_what_came_in_is_counted_for_its_year_and_its_member():
    paid = [
        FeePayment(member_id="m", year=2026, paid_on=date(2026, 5, 1), amount_yen=30_000),
        FeePayment(member_id="m", year=2025, paid_on=date(2026, 5, 1), amount_yen=70_000),
        FeePayment(member_id="n", year=2026, paid_on=date(2026, 5, 1), amount_yen=70_000),
    ]
    found = fee(member(1), 2026, RULES, payments=paid)
    assert found == Fee(member_id="m", year=2026, decided_on=date(2026, 4, 1), due_yen=70_000, paid_yen=30_000)
    assert found.is_open()


def test_the_year_begins_in_april():
    assert [year_of(date(2026, 3, 31)), year_of(date(2026, 4, 1))] == [2025, 2026]


@pytest.mark.parametrize(
    ("joined_on", "left_on", "due_yen"),
    [
        (date(2026, 4, 1), None, 70_000),
        (date(2027, 3, 31), None, 70_000),
        (date(2027, 4, 1), None, None),
        (None, date(2026, 4, 2), 70_000),
        (None, date(2026, 4, 1), None),
    ],
)
def test_a_fee_is_due_from_the_year_of_joining_until_the_member_left(joined_on, left_on, due_yen) -> None:
    one = member(10_000_000).model_copy(update={"joined_on": joined_on, "left_on": left_on})
    assert fee(one, 2026, RULES).due_yen == due_yen
