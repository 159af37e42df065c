"""The network of the demo: its members and what they are able to do, in the shares and sizes of the specification."""

import re
from collections import Counter
from statistics import median, quantiles

import pytest

from fundapp.demo.network_rows import tree
from fundapp.network.membership import year_of
from fundapp.network.process import SUPPLY
from fundapp.places import rubrics_folder
from fundapp.store.fee_files import load_fee_rules

TYPES = {
    "製品開発型": "product",
    "基盤技術(加工)型": "base_technology",
    "ソフト・電子設計": "software",
    "商社・販売": "trading",
    "金融・専門サービス": "services",
}
FAMILIES = {
    "切削": "cutting",
    "板金": "sheet",
    "鋳造・鍛造": "casting",
    "樹脂・FRP": "plastics",
    "熱処理": "heat",
    "表面処理": "surface",
    "組立": "assembly",
    "電子実装": "electronics",
    "電気・盤": "electrical",
    "計測・試験": "testing",
    "設計・解析": "design",
}
TEN_BILLION, ONE_BILLION = 10**10, 10**9


@pytest.fixture(scope="module")
def companies(finished):
    return [one for one in finished.desk.members() if one.member_class == "company"]


@pytest.fixture(scope="module")
def able(finished):
    return finished.desk.capabilities(finished.actor("secretariat"))


def test_what_the_companies_live_from(companies, spec):
    types = Counter(one.company_type for one in companies)
    shares = {name: round(types[code] / len(companies), 2) for name, code in TYPES.items()}
    assert shares == spec["members"]["type_mix_corporate"]


def test_capitals_lie_where_the_specification_says_and_on_both_sides_of_the_fee_s_edge(companies):
    capitals = [one.capital_yen for one in companies]
    assert sum(one >= TEN_BILLION for one in capitals) == 14
    assert sum(ONE_BILLION <= one < TEN_BILLION for one in capitals) == 5
    assert median(one for one in capitals if one < TEN_BILLION) == 20_000_000
    assert {TEN_BILLION, 9_999_000_000} <= set(capitals)


def test_people_at_work_and_owners_without_a_successor(companies):
    small = [one.employees for one in companies if one.employees and one.capital_yen < ONE_BILLION]
    tenths = quantiles(small, n=10)
    assert (median(small), tenths[0]) == (28, 6)
    assert tenths[-1] == pytest.approx(180, rel=0.03)
    large = [one.employees for one in companies if one.employees and one.capital_yen >= TEN_BILLION]
    assert (min(large) >= 1_000, max(large) <= 30_000) == (True, True)
    middling = [one for one in companies if one.capital_yen < TEN_BILLION]
    assert round(sum(one.successor_missing for one in middling) / len(middling), 2) == 0.28


def test_processes_by_family_and_how_many_a_company_is_able_to_do(able, companies, spec):
    told = spec["capabilities"]
    counts = Counter(one.family for one in tree().processes if one.family != SUPPLY)
    named = re.findall(r"([^\s,]+) (\d+)", told["taxonomy"].partition("(")[2])
    assert {FAMILIES[name]: int(count) for name, count in named} == counts
    each = Counter(one.member_id for one in able)
    assert (min(each.values()), max(each.values())) == (1, 6)
    assert round(len(able) / len(companies), 1) == 2.7


def test_what_nobody_has_confirmed_for_two_years(finished, able):
    stale = sum(one.is_stale(finished.built.built_on) for one in able)
    assert round(stale / len(able), 2) == 0.18


def test_fees_are_what_the_association_s_budget_counts_on(finished, spec):
    told = spec["association_budget"]
    desk = finished.desk
    fees = desk.fees(finished.actor("secretariat"), year_of(desk.today()), load_fee_rules(rubrics_folder()))
    due_yen = sum(one.due_yen or 0 for one in fees)
    assert due_yen == told["income"]["fees"]
    # The other income and what the fees are spent on are the association's own: no page of the fund tells them.
    assert due_yen + told["income"]["commissioned"] + told["income"]["subsidies"] == told["total"]
    assert sum(told["fee_use"].values()) <= due_yen
