"""What would make a proposal pass."""

from fractions import Fraction

import pytest

from fundapp.committee.rubric import Condition
from fundapp.committee.standing import AxisStanding, CriterionStanding
from fundapp.ui.proposal.lifting import Lift, prospect_lifts, support_lifts
from tests.pages.small_fund import ACTORS, SmallFund, small_fund


@pytest.fixture(scope="module")
def fund(tmp_path_factory) -> SmallFund:
    return small_fund(tmp_path_factory.mktemp("fund"))


def frozen(fund: SmallFund):
    found = fund.desk.book(ACTORS["a"]).items["item-14-PR-01"].frozen
    assert found is not None
    return found


def test_floors_come_first_then_the_largest_gain(fund):
    item = frozen(fund)
    levels = {one.criterion_id: one.level for one in item.firm}
    lifts = support_lifts(fund.rubric, item.support, levels)
    assert [(lift.criterion_id, lift.level, lift.below_floor, lift.gain) for lift in lifts] == [
        ("N2", 2, True, Fraction(1, 5)),
        ("N3", 3, False, Fraction(3, 20)),
        ("N6", 1, False, Fraction(1, 10)),
        ("N7", 1, False, Fraction(1, 10)),
    ]


def test_a_lift_names_the_failing_conditions_and_the_rows_behind(fund):
    item = frozen(fund)
    levels = {one.criterion_id: one.level for one in item.firm}
    first = support_lifts(fund.rubric, item.support, levels)[0]
    assert first.missing == (
        Condition(fact="cov_critical", comparison=">=", than=Fraction(9, 10)),
        Condition(fact="holes_have_alternative_and_owner", comparison="is", than=Fraction(1)),
    )
    assert first.rows == ("L9", "L10")


def test_above_the_pass_mark_only_a_floor_holds_back(fund):
    item = frozen(fund)
    levels = dict.fromkeys((one.criterion_id for one in item.firm), 4) | {"N2": 2, "N7": 3}
    assert [lift.criterion_id for lift in support_lifts(fund.rubric, item.support, levels)] == ["N2"]


def test_nothing_holds_back_what_passes(fund):
    item = frozen(fund)
    levels = dict.fromkeys((one.criterion_id for one in item.firm), 4)
    assert support_lifts(fund.rubric, item.support, levels) == ()


def test_criteria_that_do_not_apply_hold_nothing_back(fund):
    item = frozen(fund)
    levels = dict.fromkeys((one.criterion_id for one in item.firm), None) | {"N1": 2}
    lifts = support_lifts(fund.rubric, item.support, levels)
    assert [(lift.criterion_id, lift.gain) for lift in lifts] == [("N1", Fraction(1))]


def test_prospects_are_lifted_by_people(fund):
    criteria = tuple(
        CriterionStanding(criterion_id=one.id, applicable=True, levels=(), value=1 if one.id == "B4" else 4, spread=0)
        for one in fund.rubric.axis("axis1").criteria
    )
    place = AxisStanding(axis="axis1", points=Fraction(17, 5), x_weight_pct=Fraction(0), criteria=criteria)
    assert prospect_lifts(fund.rubric, place) == (
        Lift(axis="axis1", criterion_id="B4", level=1, below_floor=True, gain=Fraction(1, 5)),
    )
