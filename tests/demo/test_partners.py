"""The network's life in the demo: every figure that the specification states of it."""

from collections import Counter

import pytest

from fundapp.network.membership import year_of
from fundapp.network.partner import agency_balance, rate_fits, referral_state
from fundapp.places import rubrics_folder
from fundapp.store.fee_files import load_fee_rules

STATES = {
    "可・期限明示": "yes",
    "可・期限なし": "yes_without_date",
    "不可・即答": "fast_no",
    "不可・遅い": "slow_no",
    "「担当に連絡済み」": "handed_on",
    "無回答": "silent",
}
TAGS = {
    "販路": "sales",
    "人材": "people",
    "資金": "funding",
    "技術": "technology",
    "原価": "cost",
    "承継": "succession",
}


@pytest.fixture(scope="module")
def rows(finished):
    return finished.desk.partner_rows(finished.actor("secretariat"))


@pytest.fixture(scope="module")
def files(finished):
    who = finished.actor("secretariat")
    members = finished.desk.members()
    return [finished.desk.member_file(who, one.id) for one in members if one.member_class == "company"]


def test_fees_of_the_year_and_who_has_not_paid(finished, spec):
    desk = finished.desk
    fees = desk.fees(finished.actor("secretariat"), year_of(desk.today()), load_fee_rules(rubrics_folder()))
    assert sum(one.due_yen for one in fees) == spec["members"]["fee_total"]
    assert Counter(one.due_yen for one in fees) == {490_000: 14, 70_000: 276}
    assert sum(one.is_open() for one in fees) == 2


def test_income_of_the_year_is_a_third_each_and_500_members_are_wanted(finished, spec):
    who, told = finished.actor("secretariat"), spec["association_budget"]
    *_earlier, last = finished.desk.income_mixes(who)
    assert (last.commissions_yen, last.subsidies_yen, last.costs_yen) == (
        told["income"]["commissioned"],
        told["income"]["subsidies"],
        told["total"],
    )
    unpaid_yen = 2 * 70_000
    assert last.fees_yen == told["income"]["fees"] - unpaid_yen
    found = finished.desk.growth(who)
    assert (found.now(), found.at_first, found.target.wanted, found.undated) == (290, 290, 500, 0)


def test_sales_reps_and_how_their_deals_ended(rows, spec):
    told = spec["sales_reps"]
    assert len(rows.rep_terms) == told["registered"]
    assert Counter(one.kind for one in rows.rep_terms) == {
        "commission": told["full_commission"],
        "fixed_and_commission": told["fixed_plus_commission"],
        "undecided": told["undecided"],
    }
    assert Counter(one.collection for one in rows.rep_terms) == {"credit": 15, "by_rep": 2, "each_time": 7}
    assert all(rate_fits(one) is not False for one in rows.rep_terms)
    outcomes = Counter(one.outcome for one in rows.deals)
    past = told["past_matching"]
    assert (len(rows.deals), outcomes["near"], outcomes["closed"]) == (
        past["meetings"],
        past["near_deals"],
        past["closed"],
    )


def test_referrals_to_universities_by_outcome(finished, rows, spec):
    told = spec["university_liaisons"]
    today = finished.desk.today()
    states = Counter(referral_state(one, today) for one in rows.referrals)
    assert len(rows.referrals) == told["open_referrals"]
    assert states == {STATES[name]: count for name, count in told["outcomes"].items()}


def test_give_and_take_with_agencies_abroad(finished, rows, spec):
    told = spec["overseas_agencies"]
    agencies = [one for one in finished.desk.members() if one.member_class == "overseas_agency"]
    balances = [agency_balance(one.id, rows.exchanges) for one in agencies]
    assert len(agencies) == told["count"]
    assert len(rows.agency_terms) == told["bilingual_coordinators"]
    assert sum(one.asked_out for one in balances) == told["offers_out"]
    assert sum(one.asked_in for one in balances) == told["offers_in"]
    assert sum(one.answered_in for one in balances) == told["answered_in"]
    assert sum(one.fairs for one in balances) == told["exhibitions"]


def test_visits_of_five_years_and_what_was_heard(files, spec):
    told = spec["visits"]
    counts = [len(one.visits) for one in files]
    assert sum(counts) == told["five_year_total"]
    assert max(counts) <= 9
    assert sum(count == 0 for count in counts) == len(files) * 12 // 100
    tags = Counter(issue.tag for one in files for issue in one.issues)
    for name, share in told["issue_tags"].items():
        assert tags[TAGS[name]] / tags.total() == pytest.approx(share, abs=0.04)
