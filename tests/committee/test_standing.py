from fractions import Fraction
from statistics import median_low

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fundapp.basis.fact import Bilingual
from fundapp.committee.item import LevelGiven, Scorecard
from fundapp.committee.rubric import Axis, Criterion, Level, Rubric
from fundapp.committee.standing import (
    ComputedLevel,
    axis_standing,
    committee_value,
    latest,
    standing,
    to_discuss,
    weighted_mean,
)
from fundapp.places import rubrics_folder
from fundapp.store.rubric_files import load_rubric

LEVELS = st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=0, max_size=7)


RUBRIC = load_rubric(rubrics_folder())


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    assert isinstance(RUBRIC, Rubric)
    return RUBRIC


def card(rubric: Rubric, seat: str, axis1: list[int | None], axis2: list[int | None], round_: int = 1) -> Scorecard:
    given_levels = [
        LevelGiven(axis=axis.id, criterion_id=criterion.id, level=level)
        for axis, levels in zip(rubric.axes, (axis1, axis2), strict=True)
        for criterion, level in zip(axis.criteria, levels, strict=True)
    ]
    return Scorecard(seat_id=seat, person=seat, round=round_, levels=tuple(given_levels), rubric_digest="r")


def computed(rubric: Rubric, levels: list[int | None]) -> tuple[ComputedLevel, ...]:
    criteria = rubric.axis("axis2").criteria
    return tuple(ComputedLevel(criterion_id=c.id, level=x) for c, x in zip(criteria, levels, strict=True))


def test_committee_value_is_the_median_of_three_and_the_lower_of_two() -> None:
    assert committee_value([2, 5, 4]) == 4
    assert committee_value([2, 5]) == 2


def test_x_by_half_or_more_of_the_voters_is_x() -> None:
    assert committee_value([None, 4]) is None
    assert committee_value([None, None, 5]) is None
    assert committee_value([None, 3, 5]) == 3
    assert committee_value([]) is None


@given(LEVELS)
def test_committee_value_is_a_mark_that_somebody_gave_or_x(levels: list[int | None]) -> None:
    marks = [level for level in levels if level is not None]
    value = committee_value(levels)
    if value is None:
        assert 2 * (len(levels) - len(marks)) >= len(levels)
    else:
        assert value == median_low(marks)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=7), st.randoms())
def test_committee_value_does_not_depend_on_who_gave_what(levels: list[int], shuffle) -> None:
    shuffled = list(levels)
    shuffle.shuffle(shuffled)
    assert committee_value(shuffled) == committee_value(levels)


def test_second_score_takes_the_place_of_the_first(rubric: Rubric) -> None:
    first, second = card(rubric, "a", [3] * 7, [3] * 7), card(rubric, "a", [4] * 7, [3] * 7, round_=2)
    assert latest([second, first]) == (second,)


def test_demo_wind_turbine_stands_at_3_65_and_3_60(rubric: Rubric) -> None:
    cards = [card(rubric, seat, [4, 4, 3, 4, 3, 3, 4], [4, 4, 3, 3, 4, 3, 4]) for seat in "abc"]
    levels = computed(rubric, [4, 4, 3, 3, 4, 3, 4])
    place = standing(rubric, cards, levels, levels)
    assert (place.axis1.points, place.firm.points, place.quadrant) == (Fraction(365, 100), Fraction(36, 10), "Q1")


def test_no_member_can_lift_axis_2_over_what_the_facts_give(rubric: Rubric) -> None:
    levels = computed(rubric, [3] * 7)
    raised = [card(rubric, seat, [4] * 7, [4] * 7) for seat in "abc"]
    place = standing(rubric, raised, levels, levels)
    assert (place.axis2.points, place.firm.points) == (4, 3)


def test_what_the_committee_lowers_is_lowered_with_raised_hands_too(rubric: Rubric) -> None:
    firm, hands = computed(rubric, [3] * 7), computed(rubric, [4] * 7)
    lowered = [card(rubric, seat, [4] * 7, [2] * 7) for seat in "abc"]
    place = standing(rubric, lowered, firm, hands)
    assert (place.firm.points, place.with_hands.points) == (2, 3)


@settings(deadline=None)
@given(
    st.lists(st.integers(1, 5), min_size=7, max_size=7),
    st.lists(st.lists(st.integers(-1, 1), min_size=7, max_size=7), min_size=1, max_size=3),
)
def test_gate_points_never_exceed_computed_or_committee(base: list[int], moves: list[list[int]]) -> None:
    found = RUBRIC
    assert isinstance(found, Rubric)
    cards = [
        card(found, str(seat), [3] * 7, [min(5, max(1, level + move)) for level, move in zip(base, row, strict=True)])
        for seat, row in enumerate(moves)
    ]
    place = standing(found, cards, computed(found, list(base)), computed(found, list(base)))
    axis = found.axis("axis2")
    at_most = weighted_mean(axis, {c.id: level for c, level in zip(axis.criteria, base, strict=True)})
    assert place.firm.points is not None
    assert place.axis2.points is not None
    assert at_most is not None
    assert place.firm.points <= min(at_most, place.axis2.points)


def test_not_applicable_criteria_are_rescaled_away(rubric: Rubric) -> None:
    levels = computed(rubric, [4, None, None, None, 5, None, 4])
    cards = [card(rubric, seat, [4] * 7, [4, 3, 3, 3, 5, 3, 4]) for seat in "ab"]
    place = standing(rubric, cards, levels, levels)
    # N1 15, N5 15, N7 10: (15*4 + 15*5 + 10*4) / 40
    assert place.firm.points == Fraction(175, 40)


def test_x_counts_as_weight_of_missing_evidence_and_not_in_the_mean(rubric: Rubric) -> None:
    levels = computed(rubric, [3] * 7)
    cards = [card(rubric, seat, [None, 4, 4, 4, 4, 4, 4], [3] * 7) for seat in "abc"]
    place = standing(rubric, cards, levels, levels)
    assert (place.axis1.x_weight_pct, place.axis1.points) == (20, 4)


def test_wide_spread_and_a_mark_below_a_floor_are_discussed(rubric: Rubric) -> None:
    levels = computed(rubric, [3] * 7)
    cards = [
        card(rubric, "a", [2, 4, 1, 4, 4, 4, 4], [3] * 7),
        card(rubric, "b", [4, 4, 2, 4, 4, 4, 4], [3] * 7),
    ]
    assert to_discuss(rubric, standing(rubric, cards, levels, levels)) == (("axis1", "B1"), ("axis1", "B3"))


def test_axis_with_too_few_applicable_criteria_is_not_assessable() -> None:
    text = Bilingual(ja="x", en="x")
    criteria = tuple(
        Criterion(
            id=name,
            weight_pct=50,
            name=text,
            levels=tuple(Level(level=n, text=text) for n in range(1, 6)),
        )
        for name in ("P", "Q")
    )
    axis = Axis(
        id="axis2",
        version="1",
        name=text,
        question=text,
        evidence_rule=text,
        criteria=criteria,
        least_applicable=2,
    )
    one = Scorecard(
        seat_id="a",
        person="a",
        round=1,
        rubric_digest="r",
        levels=(LevelGiven(axis="axis2", criterion_id="P", level=5),),
    )
    assert axis_standing(axis, [one], frozenset({"Q"})).points is None
