"""The fund's money in the demo, to the yen."""

import pytest

from fundapp.fund.figures import figures

MILLION = 1_000_000


def money(demo):
    book = demo.book()
    return figures(book.terms, book.balances)


@pytest.fixture
def investments(finished):
    book = finished.book()
    codes = {item.proposal_id: item.proposal_code for item in book.items.values()}
    return {codes[one.proposal_id]: one for one in book.investments.values()}


def test_terms_are_those_of_the_specification(finished, spec):
    terms, said = finished.book().terms, spec["fund"]
    shares = {partner.name: float(partner.share) for partner in terms.partners}
    assert (terms.name.ja, terms.name.en, terms.general_partner.ja) == (said["ja"], said["en"], said["gp"])
    assert (terms.size_yen, terms.years) == (said["size_m"] * MILLION, said["term_years"])
    assert sorted(shares.values()) == sorted(said["lp"].values())
    assert {name: float(getattr(terms.limits, name)) for name in spec["limits"]} == spec["limits"]
    assert said["per_company_cap_m"] * MILLION == terms.limits.company_share * terms.size_yen


def test_fund_is_in_the_year_of_the_specification(finished, spec):
    first, today = finished.book().terms.first_day, finished.built.built_on
    birthdays = today.year - first.year - ((today.month, today.day) < (first.month, first.day))
    assert birthdays + 1 == spec["fund"]["year"]


@pytest.mark.parametrize("scenario", ["under_way", "finished"])
def test_called_paid_spent_and_drawn(request, spec, scenario):
    found, said = money(request.getfixturevalue(scenario)), spec["money"]
    assert found.paid_in_yen == said["paid_in_m"] * MILLION
    assert found.drawn_yen == said["drawn_m"] * MILLION
    assert found.fees_spent_yen == said["fees_and_costs_paid_m"] * MILLION
    assert found.cost_reserve_yen + found.fees_spent_yen == said["cost_reserve_m"] * MILLION
    assert found.follow_on_reserve_yen == said["follow_on_reserve_m"] * MILLION
    assert found.cash_yen == found.paid_in_yen - found.fees_spent_yen - found.drawn_yen


def test_investable_is_a_hundred_million_before_the_meeting_and_nothing_after_it(under_way, finished):
    before, after = money(under_way), money(finished)
    assert (before.investable_yen, before.reserved_yen) == (100 * MILLION, 0)
    assert (after.investable_yen, after.reserved_yen) == (0, 100 * MILLION)


def test_approvals_of_the_day_reserve_what_was_asked(finished):
    held = {one.amount_yen for one in finished.book().reservations.values() if one.state == "held"}
    assert held == {60 * MILLION, 40 * MILLION}


def test_tranches_and_payments_of_the_portfolio(investments, spec):
    found = {
        code: ([tranche.amount_yen for tranche in one.tranches], one.drawn_yen()) for code, one in investments.items()
    }
    assert found == {
        one["id"]: ([amount * MILLION for amount in one["tranches"]], one["paid"] * MILLION)
        for one in spec["portfolio"]
    }


def test_second_tranche_of_iv_5_alone_is_frozen(investments):
    frozen = [
        (code, tranche.number) for code, one in investments.items() for tranche in one.tranches if tranche.frozen_on
    ]
    assert frozen == [("IV-5", 2)]


def test_each_payment_was_released_by_two_persons(investments):
    for investment in investments.values():
        for tranche in investment.tranches:
            people = {one.person for one in tranche.approvals}
            assert len(people) == (2 if tranche.drawn_on else 0)
