"""Partners: the rule for a rep's rate, a liaison's ten working days, give and take with agencies."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundapp.basis.business_days import business_days_after, is_business_day
from fundapp.network.partner import (
    AgencyBalance,
    Exchange,
    LiaisonRecord,
    Referral,
    RepTerms,
    agency_balance,
    liaison_record,
    most_member_rate,
    rate_fits,
    referral_state,
)


def terms(low: str | None, high: str | None, rate: str | None) -> RepTerms:
    return RepTerms(member_id="r", band_low=low, band_high=high, member_rate=rate)


@pytest.mark.parametrize(
    ("low", "high", "rate", "fits"),
    [
        ("0.06", "0.12", "0.08", True),
        ("0.06", "0.12", "0.0801", False),
        ("0.06", "0.12", "0.059", False),
        ("0.06", "0.06", "0.06", True),
        (None, None, "0.08", None),
        ("0.06", "0.12", None, None),
    ],
)
def test_the_members_rate_lies_in_the_lower_third_of_the_rep_s_own_band(low, high, rate, fits):
    assert rate_fits(terms(low, high, rate)) is fits


def test_the_end_of_the_lower_third_is_exact():
    assert most_member_rate(terms("0.05", "0.15", None)) == Fraction(1, 20) + Fraction(1, 30)


ASKED = date(2026, 4, 27)
DUE = business_days_after(ASKED, 10)


def referral(answer="", answered_on=None, promised_by=None) -> Referral:
    return Referral(
        id=answer or "open",
        university_id="u",
        matter="m",
        asked_on=ASKED,
        due_on=DUE,
        answer=answer,
        answered_on=answered_on,
        promised_by=promised_by,
    )


def test_ten_working_days_leave_out_golden_week():
    # 29 April, 3 to 6 May (the 3rd is a Sunday, so the 6th is a holiday in its place) and the weekends do not count.
    assert date(2026, 5, 15) == DUE


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 30))
def test_so_many_business_days_lie_between(day, count):
    end = business_days_after(day, count)
    between = [day + timedelta(days=at) for at in range(1, (end - day).days + 1)]
    assert sum(map(is_business_day, between)) == count
    assert is_business_day(end)


@pytest.mark.parametrize(
    ("one", "today", "state"),
    [
        (referral(), DUE, "waiting"),
        (referral(), DUE + timedelta(days=1), "silent"),
        (referral("no", DUE), DUE, "fast_no"),
        (referral("no", DUE + timedelta(days=1)), DUE, "slow_no"),
        (referral("yes", DUE, DUE + timedelta(days=60)), DUE, "yes"),
        (referral("yes_without_date", DUE), DUE, "yes_without_date"),
        (referral("handed_on", DUE), DUE, "handed_on"),
    ],
)
def test_how_a_referral_stands(one, today, state):
    assert referral_state(one, today) == state


def test_a_fast_no_is_as_good_as_a_yes_with_its_date_and_silence_is_counted():
    referrals = [
        referral("no", DUE),
        referral("yes", DUE, DUE),
        referral("yes", DUE + timedelta(days=3), DUE + timedelta(days=9)),
        referral("handed_on", DUE),
        referral(),
    ]
    assert liaison_record("u", referrals, DUE + timedelta(days=30)) == LiaisonRecord(
        university_id="u", asked=5, silent=1, handed_on=1, in_time_share=Fraction(2, 5)
    )
    assert liaison_record("u", [referral()], DUE).in_time_share is None


def test_give_and_take_with_an_agency():
    def one(at: int, direction="out", answered=False, fair=False) -> Exchange:
        day = date(2026, 1, 1)
        return Exchange(
            id=str(at),
            agency_id="a",
            asked_on=day,
            direction=direction,
            fair=fair,
            matter="m",
            answered_on=day if answered else None,
        )

    exchanges = [one(1), one(2, answered=True), one(3, "in"), one(4, "in", answered=True), one(5, fair=True)]
    assert agency_balance("a", exchanges) == AgencyBalance(
        agency_id="a", asked_out=2, answered_out=1, asked_in=2, answered_in=1, fairs=1
    )
