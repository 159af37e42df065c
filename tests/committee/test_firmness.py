"""How firm an outcome is: intervals, the smallest change of one member, absences, share of weights."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fundapp.committee.axis_question import Question
from fundapp.committee.firmness import Firmness, firmness
from fundapp.committee.gates import evidence_gate, prospects_gate, support_gate
from fundapp.committee.item import LevelGiven, Scorecard
from fundapp.committee.member_change import MarkChange, member_change
from fundapp.committee.rubric import Rubric
from fundapp.committee.standing import ComputedLevel, committee_value, standing
from fundapp.committee.weight_change import sampled_weights
from fundapp.places import rubrics_folder
from fundapp.store.rubric_files import load_rubric

RUBRIC = load_rubric(rubrics_folder())
assert isinstance(RUBRIC, Rubric)
SAMPLED = {count: sampled_weights(count, 2_000, 1) for count in range(3, 8)}
MARK = st.one_of(st.none(), st.integers(1, 5), st.integers(2, 4))
MARKS = st.lists(MARK, min_size=7, max_size=7)


def card(seat: str, axis1: list[int | None], axis2: list[int | None]) -> Scorecard:
    levels = tuple(
        LevelGiven(axis=axis.id, criterion_id=one.id, level=level)
        for axis, marks in zip(RUBRIC.axes, (axis1, axis2), strict=True)
        for one, level in zip(axis.criteria, marks, strict=True)
    )
    return Scorecard(seat_id=seat, person=seat, round=1, levels=levels, rubric_digest="r")


def computed(levels: list[int | None]) -> tuple[ComputedLevel, ...]:
    return tuple(
        ComputedLevel(criterion_id=one.id, level=level)
        for one, level in zip(RUBRIC.axes[1].criteria, levels, strict=True)
    )


def report(cards: list[Scorecard], firm, hands) -> tuple[Firmness, ...]:
    return firmness(RUBRIC, cards, computed(firm), computed(hands), SAMPLED, seed=1)


CARDS = st.lists(st.tuples(MARKS, MARKS), min_size=2, max_size=3).map(
    lambda rows: [card(f"s{at}", axis1, axis2) for at, (axis1, axis2) in enumerate(rows)]
)
COMPUTED = st.lists(st.integers(1, 5), min_size=7, max_size=7)


@settings(deadline=None, max_examples=60)
@given(CARDS, COMPUTED, COMPUTED)
def test_to_pass_is_what_the_gates_say(cards, firm, hands):
    place = standing(RUBRIC, cards, computed(firm), computed(hands))
    found = report(cards, firm, hands)
    x_holds = {one.name: one.holds for one in evidence_gate(RUBRIC, place).figures}
    prospects = prospects_gate(RUBRIC, place).passed() and x_holds["axis1"]
    firm_support, hand_support = (
        support_gate(RUBRIC, place, counting).passed() and x_holds["axis2"] for counting in ("firm", "with_hands")
    )
    assert [one.passes for one in found] == [prospects, firm_support, hand_support]


def with_changes(cards: list[Scorecard], seat: str, axis: str, changes: tuple[MarkChange, ...]) -> list[Scorecard]:
    after = {one.criterion_id: one.after for one in changes}

    def changed(one: Scorecard) -> Scorecard:
        levels = tuple(
            replace(given, level=after[given.criterion_id])
            if given.axis == axis and given.criterion_id in after
            else given
            for given in one.levels
        )
        return one.model_copy(update={"levels": levels})

    return [changed(one) if one.seat_id == seat else one for one in cards]


@settings(deadline=None, max_examples=60)
@given(CARDS, COMPUTED)
def test_the_change_of_one_member_turns_the_outcome(cards, firm):
    for at, one in enumerate(report(cards, firm, firm)):
        if one.member is None:
            continue
        after = with_changes(cards, one.member.seat_id, one.axis, one.member.changes)
        assert report(after, firm, firm)[at].passes is not one.passes
        assert one.member.levels == sum(abs(change.after - change.before) for change in one.member.changes)


THREE = RUBRIC.axes[0].model_copy(update={"criteria": RUBRIC.axes[0].criteria[:3]})
SMALL = st.lists(st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=2, max_size=3)


@settings(deadline=None, max_examples=40)
@given(SMALL)
def test_no_smaller_change_of_that_member_would_do(rows):
    question = Question(RUBRIC, THREE, "firm", lambda _criterion, marks: committee_value(marks))
    cards = [card(f"s{at}", [*row, 3, 3, 3, 3], [3] * 7) for at, row in enumerate(rows)]
    passes = question.passes(question.values(cards))
    for at, row in enumerate(rows):
        turning = [
            sum(abs(a - b) for a, b in zip(other, row, strict=True))
            for other in product(range(1, 6), repeat=3)
            if question.passes(
                question.values([*cards[:at], card(f"s{at}", [*other, 3, 3, 3, 3], [3] * 7), *cards[at + 1 :]])
            )
            is not passes
        ]
        found = member_change(question, cards, f"s{at}")
        assert (found.levels if found else None) == min(turning, default=None)


@settings(deadline=None, max_examples=40)
@given(CARDS, COMPUTED, st.integers(0, 6), st.fractions(0, 1, max_denominator=40))
def test_the_outcome_stays_exactly_inside_the_room_of_a_weight(cards, firm, k, share):
    found = report(cards, firm, firm)[0]
    axis = RUBRIC.axes[0]
    rest = 100 - axis.criteria[k].weight_pct
    weights = [share if at == k else (1 - share) * one.weight_pct / rest for at, one in enumerate(axis.criteria)]
    question = Question(RUBRIC, axis, "firm", lambda _criterion, marks: committee_value(marks))
    question.weights = weights
    same = question.passes(question.values(cards)) is found.passes
    room = found.weights[k]
    low = Fraction(0) if room.low_pct is None else room.low_pct / 100
    high = Fraction(1) if room.high_pct is None else room.high_pct / 100
    if found.passes:
        assert same == (low <= share <= high)
    elif low < share < high:
        assert same


FOURS, THREES = [4] * 7, [3] * 7


def test_a_clear_case_is_firm_on_every_side():
    found = report([card(seat, FOURS, FOURS) for seat in "abc"], FOURS, FOURS)[0]
    assert found.passes
    assert all(one.low_pct is None and one.high_pct is None for one in found.weights)
    assert found.member is None
    assert [one.passes for one in found.without] == [True, True, True]
    assert found.share.share == 1


def test_a_close_case_names_the_member_the_marks_and_the_weights():
    low, high = [2, 3, 3, 3, 3, 3, 4], [4, 3, 3, 3, 3, 3, 4]
    found = report([card("a", low, FOURS), card("b", high, FOURS)], FOURS, FOURS)[0]
    first, last = RUBRIC.axes[0].criteria[0], RUBRIC.axes[0].criteria[-1]
    assert found.passes is (last.weight_pct >= first.weight_pct)
    assert found.member is not None
    assert found.member.levels == 1
    assert 0 < found.share.share < 1


def test_without_a_card_there_is_no_outcome():
    assert report([], FOURS, FOURS) == ()


def test_a_company_that_needs_no_support_has_axis_1_alone():
    found = report([card("a", FOURS, [None] * 7), card("b", FOURS, [None] * 7)], [None] * 7, [None] * 7)
    assert [one.axis for one in found] == ["axis1"]


@pytest.mark.parametrize("counting", ["firm", "with_hands"])
def test_a_member_can_sink_what_the_facts_carry_and_never_lift_it(counting):
    weak = report([card(seat, FOURS, THREES) for seat in "abc"], THREES, THREES)
    one = next(found for found in weak if found.counting == counting and found.axis == "axis2")
    assert not one.passes
    assert one.member is None
