"""Amounts among partners: to the yen, fair over all calls together, and never beyond a commitment."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundapp.fund.partners import PartnerPart, apportioned, commitments_yen, split, with_commitment
from fundapp.fund.terms import FundTerms, Partner


def with_shares(terms: FundTerms, *shares: Fraction) -> FundTerms:
    partners = tuple(Partner(name=f"P{n}", share=share) for n, share in enumerate(shares, 1))
    return terms.model_copy(update={"partners": partners, "size_yen": 1_000_000})


def test_apportioned_gives_the_yen_left_over_to_the_largest_remainder() -> None:
    assert apportioned(100, [Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)]) == (34, 33, 33)
    assert apportioned(10, [Fraction(15, 100), Fraction(85, 100)]) == (2, 8)


def test_nothing_is_split_among_nobody() -> None:
    assert apportioned(0, [Fraction(0)]) == (0,)
    with pytest.raises(ValueError, match="nobody"):
        apportioned(1, [Fraction(0)])


def test_call_of_the_demo_fund_is_split_by_its_shares(terms: FundTerms) -> None:
    assert split(terms, 40_000_000, (0, 0)) == (
        PartnerPart(partner=1, amount_yen=39_600_000),
        PartnerPart(partner=2, amount_yen=400_000),
    )


@given(data=st.data(), weights=st.lists(st.integers(1, 97), min_size=1, max_size=6))
def test_calls_together_follow_the_shares_and_end_at_the_commitments(terms_of_any, data, weights) -> None:
    terms = with_shares(terms_of_any, *(Fraction(one, sum(weights)) for one in weights))
    called = [0] * len(weights)
    while left_yen := terms.size_yen - sum(called):
        amount_yen = data.draw(st.integers(max(1, left_yen // 3), left_yen))
        parts = split(terms, amount_yen, called)
        assert sum(one.amount_yen for one in parts) == amount_yen
        for one in parts:
            called[one.partner - 1] += one.amount_yen
        whole_yen = sum(called)
        assert all(
            abs(yen - partner.share * whole_yen) < len(weights)
            for yen, partner in zip(called, terms.partners, strict=True)
        )
    assert sum(commitments_yen(terms)) == terms.size_yen
    assert all(abs(a - b) <= 1 for a, b in zip(called, commitments_yen(terms), strict=True))


def test_partner_who_joins_late_catches_up_first(terms: FundTerms) -> None:
    larger = with_commitment(terms, "新しい組合員", 500_000_000)
    assert [partner.share for partner in larger.partners] == [Fraction(99, 200), Fraction(1, 200), Fraction(1, 2)]
    called = (99_000_000, 1_000_000, 0)
    assert split(larger, 100_000_000, called) == (PartnerPart(partner=3, amount_yen=100_000_000),)


def test_commitment_taken_back_leaves_the_terms_as_they_were(terms: FundTerms) -> None:
    for name in ("稜北信用金庫", "新しい組合員"):
        larger = with_commitment(terms, name, 7)
        assert larger.size_yen == terms.size_yen + 7
        assert with_commitment(larger, name, -7) == terms
