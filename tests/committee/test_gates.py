from datetime import date
from fractions import Fraction

import pytest

from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.gates import (
    GateResult,
    GateView,
    MeetingCheck,
    MoneyCheck,
    SupportCheck,
    admissible,
    at_least,
    critical_gate,
    evidence_gate,
    exception_needed,
    intake_gate,
    meeting_gate,
    money_gate,
    prospects_gate,
    support_gate,
)
from fundapp.committee.item import LevelGiven, Scorecard
from fundapp.committee.proposal import Intake
from fundapp.committee.rubric import ResolutionKind, Rubric
from fundapp.committee.standing import ComputedLevel, Standing, standing
from fundapp.places import rubrics_folder
from fundapp.store.rubric_files import load_rubric

RUBRIC = load_rubric(rubrics_folder())
assert isinstance(RUBRIC, Rubric)
DAY = date(2026, 4, 1)
COMPLETE = Intake(
    proposal_received=True,
    plan_received=True,
    bill_revision="B",
    anti_social_forces_checked_on=DAY,
    interests_asked_on=DAY,
)


def place(axis1: list[int | None], axis2: list[int | None], facts: list[int | None] | None = None) -> Standing:
    assert isinstance(RUBRIC, Rubric)
    levels = tuple(
        ComputedLevel(criterion_id=criterion.id, level=level)
        for criterion, level in zip(RUBRIC.axis("axis2").criteria, facts or axis2, strict=True)
    )
    given_levels = tuple(
        LevelGiven(axis=axis.id, criterion_id=criterion.id, level=level)
        for axis, marks in zip(RUBRIC.axes, (axis1, axis2), strict=True)
        for criterion, level in zip(axis.criteria, marks, strict=True)
    )
    cards = [Scorecard(seat_id=s, person=s, round=1, levels=given_levels, rubric_digest="r") for s in "abc"]
    return standing(RUBRIC, cards, levels, levels)


def view(**outcomes: str) -> GateView:
    results = tuple(GateResult(id=f"G{n}", outcome=outcomes.get(f"G{n}", "pass")) for n in range(7))
    return GateView(firm=results, with_hands=results, axis2_points=Fraction(3))


def test_intake_names_everything_that_is_missing() -> None:
    assert intake_gate(Intake(), "B", needs_support=True).rows == (
        "proposal_received",
        "plan_received",
        "bill_revision",
        "anti_social_forces_checked",
        "interests_asked",
    )
    assert intake_gate(COMPLETE, "B", needs_support=True).outcome == "pass"


def test_a_company_that_needs_no_support_is_recorded_with_its_reason() -> None:
    assert intake_gate(COMPLETE, "B", needs_support=False).rows == ("no_support_reason",)
    told = COMPLETE.model_copy(update={"no_support_reason": "sells through its own dealers"})
    assert intake_gate(told, "B", needs_support=False).outcome == "pass"


def test_intake_of_another_revision_than_the_bill_fails() -> None:
    assert intake_gate(COMPLETE, "C", needs_support=True).rows == ("bill_revision",)


def test_proposal_without_parts_needs_no_revision() -> None:
    intake = COMPLETE.model_copy(update={"bill_revision": "", "no_parts": True})
    assert intake_gate(intake, "", needs_support=True).outcome == "pass"


def test_evidence_fails_above_a_fifth_of_the_weight() -> None:
    assert evidence_gate(RUBRIC, place([None, 4, 4, 4, 4, 4, 4], [4] * 7)).outcome == "pass"
    assert evidence_gate(RUBRIC, place([None, None, 4, 4, 4, 4, 4], [4] * 7)).outcome == "fail"


def test_prospects_at_exactly_three_pass_and_a_hair_below_fail() -> None:
    assert prospects_gate(RUBRIC, place([3] * 7, [4] * 7)).outcome == "pass"
    below = prospects_gate(RUBRIC, place([3, 3, 3, 3, 3, 3, 2], [4] * 7))
    assert (below.outcome, below.figures[0].value) == ("fail", Fraction(29, 10))


@pytest.mark.parametrize("floored", [2, 3])
def test_prospects_with_a_floor_criterion_at_one_fail_whatever_the_mean(floored: int) -> None:
    levels: list[int | None] = [5] * 7
    levels[floored] = 1
    assert prospects_gate(RUBRIC, place(levels, [4] * 7)).outcome == "fail"


def test_x_on_a_floor_criterion_is_not_assessable_and_no_pass() -> None:
    gate = prospects_gate(RUBRIC, place([4, 4, None, 4, 4, 4, 4], [4] * 7))
    assert (gate.outcome, gate.passed()) == ("not_assessable", False)


def test_support_gate_uses_the_lower_of_facts_and_committee() -> None:
    assert support_gate(RUBRIC, place([4] * 7, [4] * 7), "firm").outcome == "pass"
    assert support_gate(RUBRIC, place([4] * 7, [4] * 7, [3] * 7), "firm").outcome == "fail"
    assert support_gate(RUBRIC, place([4] * 7, [3] * 7, [4] * 7), "firm").outcome == "fail"


def test_support_gate_does_not_apply_without_need_of_support() -> None:
    nothing: list[int | None] = [None] * 7
    gate = support_gate(RUBRIC, place([4] * 7, [4] * 7, nothing), "firm")
    assert (gate.outcome, gate.passed()) == ("not_applicable", True)


def test_no_parts_leaves_the_floor_of_a_not_applicable_criterion_out() -> None:
    facts: list[int | None] = [4, None, None, None, 4, None, 4]
    gate = support_gate(RUBRIC, place([4] * 7, [4] * 7, facts), "firm")
    assert (gate.outcome, [figure.name for figure in gate.figures]) == ("pass", ["axis2", "N5"])


def test_critical_gate_needs_coverage_and_named_providers() -> None:
    enough = SupportCheck(critical_coverage=Fraction(9, 10), critical_needs_covered=True)
    assert critical_gate(RUBRIC, enough).outcome == "pass"
    assert critical_gate(RUBRIC, enough.model_copy(update={"critical_needs_covered": False})).outcome == "fail"
    short = SupportCheck(critical_coverage=Fraction(89, 100), critical_needs_covered=True, open_rows=("L7",))
    assert (critical_gate(RUBRIC, short).outcome, critical_gate(RUBRIC, short).rows) == ("fail", ("L7",))
    nothing = SupportCheck(critical_coverage=None, critical_needs_covered=None)
    assert critical_gate(RUBRIC, nothing).outcome == "not_applicable"


def test_money_and_meeting_gates() -> None:
    assert money_gate(MoneyCheck(fits=True, room_yen=100, asked_yen=100)).outcome == "pass"
    assert money_gate(MoneyCheck(fits=False, room_yen=99, asked_yen=100)).outcome == "fail"
    assert meeting_gate(RUBRIC, MeetingCheck(seats=3, present=3, eligible=2)).outcome == "pass"
    assert meeting_gate(RUBRIC, MeetingCheck(seats=3, present=2, eligible=2)).outcome == "fail"
    assert meeting_gate(RUBRIC, MeetingCheck(seats=3, present=3, eligible=1)).outcome == "fail"


# Gate x resolution, cell by cell (tables.md): which gates alone keep a resolution from being put.
BLOCKED_BY: dict[ResolutionKind, set[str]] = {
    "approve": {"G0", "G1", "G2", "G3", "G4", "G5", "G6"},
    "approve_with_conditions": {"G0", "G1", "G2", "G3", "G4", "G5", "G6"},
    "build_support": {"G2"},
    "defer": set(),
    "decline": set(),
    "decline_unsupported": {"G2"},
}


@pytest.mark.parametrize("gate", [f"G{n}" for n in range(7)])
@pytest.mark.parametrize("resolution", list(BLOCKED_BY))
def test_gate_by_resolution(resolution: ResolutionKind, gate: str) -> None:
    unsupported = {"G3": "fail"} if resolution in ("build_support", "decline_unsupported") else {}
    found = admissible(RUBRIC, view(**{**unsupported, gate: "fail"}), resolution)
    assert (found is not None) == (gate in BLOCKED_BY[resolution])


@pytest.mark.parametrize("gate", [f"G{n}" for n in range(7)])
def test_exception_passes_g1_to_g4_and_never_g0_g5_g6(gate: str) -> None:
    found = admissible(RUBRIC, view(**{gate: "fail"}), "approve", exception=True)
    assert (found is None) == (gate in {"G1", "G2", "G3", "G4"})


def test_refusal_names_every_gate_in_the_way() -> None:
    assert admissible(RUBRIC, view(G2="fail", G5="fail"), "approve") == Refusal.of(
        "resolution_not_admissible",
        Problem.of("gate_in_the_way", "G2", outcome="fail"),
        Problem.of("gate_in_the_way", "G5", outcome="fail"),
        resolution="approve",
    )


def test_support_that_is_established_is_neither_built_nor_declined_for() -> None:
    for resolution in ("build_support", "decline_unsupported"):
        found = admissible(RUBRIC, view(), resolution)
        assert found is not None
        assert [problem.code for problem in found.problems] == ["support_is_established"]


def test_support_is_built_only_from_two_and_a_half() -> None:
    near = view(G3="fail").model_copy(update={"axis2_points": Fraction(5, 2)})
    far = view(G3="fail").model_copy(update={"axis2_points": Fraction(249, 100)})
    assert admissible(RUBRIC, near, "build_support") is None
    found = admissible(RUBRIC, far, "build_support")
    assert found is not None
    assert [problem.code for problem in found.problems] == ["support_too_far"]


def test_support_is_built_once_extended_once_and_no_more() -> None:
    near = view(G3="fail").model_copy(update={"axis2_points": Fraction(3)})
    too_often = Problem.of("support_built_already", "G3", count=2)
    assert [admissible(RUBRIC, near, "build_support", built=built) for built in (0, 1, 2)] == [
        None,
        None,
        Refusal.of("resolution_not_admissible", too_often, resolution="build_support"),
    ]
    assert admissible(RUBRIC, near, "decline_unsupported", built=2) is None


def test_seat_that_an_alternate_could_fill_fails_g6() -> None:
    check = MeetingCheck(seats=3, present=3, eligible=2, unfilled=1)
    assert meeting_gate(RUBRIC, check).outcome == "fail"


def test_conditional_approval_counts_raised_hands() -> None:
    firm = tuple(GateResult(id=f"G{n}", outcome="fail" if n == 3 else "pass") for n in range(7))
    hands = tuple(GateResult(id=f"G{n}", outcome="pass") for n in range(7))
    seen = GateView(firm=firm, with_hands=hands, axis2_points=Fraction(3))
    assert admissible(RUBRIC, seen, "approve") is not None
    assert admissible(RUBRIC, seen, "approve_with_conditions") is None
    assert exception_needed(seen, "approve") == ("G3",)


def test_figure_without_value_holds_neither_way() -> None:
    assert at_least("x", None, Fraction(1)).holds is None
