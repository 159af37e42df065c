"""The same facts on two days."""

from fractions import Fraction

from fundapp.record import commands as c
from fundapp.ui.proposal.comparing import moved
from tests.pages.small_fund import ACTORS, TODAY, offers, small_fund


def test_facts_that_moved_and_which_way(tmp_path):
    fund = small_fund(tmp_path)
    items = fund.desk.book(ACTORS["a"]).items
    then, now = items["item-13-PR-01"].frozen, items["item-14-PR-01"].frozen
    assert then is not None
    assert now is not None
    axis = fund.rubric.axis("axis2")
    found = {one.definition.id: one for one in moved(axis, then.support, now.support)}
    coverage, age = found["cov_value"], found["quote_age_days"]
    assert (coverage.then, coverage.now, coverage.way) == (Fraction(2, 5), Fraction(4, 5), "better")
    assert (age.then, age.now, age.way) == (Fraction(0), Fraction(5), "worse")
    assert "menu_complete" not in found
    assert moved(axis, now.support, now.support) == ()


def test_a_raised_hand_moves_a_fact_as_counted_with_hands_alone(tmp_path):
    fund = small_fund(tmp_path)
    before = fund.desk.support_facts(ACTORS["a"], "proposal-1")
    hand = offers(10, TODAY)[-1].model_copy(update={"rung": 3, "unit_price_yen": None})
    fund.does("secretariat", c.RecordOffers(offers=(hand,)))
    after = fund.desk.support_facts(ACTORS["a"], "proposal-1")
    assert before is not None
    assert after is not None
    found = {one.definition.id: one for one in moved(fund.rubric.axis("axis2"), before, after)}
    change = found["cov_lines"]
    assert (change.then, change.now, change.way, change.counting) == (
        *(Fraction(8, 10), Fraction(9, 10)),
        *("better", "with_hands"),
    )


def test_a_fact_that_was_not_known_has_no_way(tmp_path):
    fund = small_fund(tmp_path)
    support = fund.desk.support_facts(ACTORS["a"], "proposal-1")
    assert support is not None
    unknown = support.model_copy(update={"firm": ()})
    found = moved(fund.rubric.axis("axis2"), unknown, support)
    assert {one.way for one in found} == {None}
