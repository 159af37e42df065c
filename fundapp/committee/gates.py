"""Gates G0 to G6 and which resolution may follow them (tables.md, gate x resolution)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from fundapp.basis.fact import Fact, Ratio, Text, lean
from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.proposal import Intake
from fundapp.committee.rubric import Axis, ResolutionKind, Rubric
from fundapp.committee.standing import GatePoints, Standing

Outcome = Literal["pass", "fail", "not_assessable", "not_applicable"]
Counting = Literal["firm", "with_hands"]


@lean
class GateFigure:
    """A figure that a gate looked at. `bound` says on which side of the threshold it has to lie."""

    name: Text
    value: Ratio | None
    threshold: Ratio
    bound: Literal["at_least", "at_most"]
    holds: bool | None


@lean
class GateResult:
    """One gate's answer with its figures and the rows behind them."""

    id: Text
    outcome: Outcome
    figures: tuple[GateFigure, ...] = ()
    rows: tuple[Text, ...] = ()

    def passed(self) -> bool:
        """True when the gate does not stand in the way: passed, or not applicable."""
        return self.outcome in ("pass", "not_applicable")


class SupportCheck(Fact):
    """What gate G4 needs of the frozen facts, in one way of counting. None where there is nothing to count."""

    critical_coverage: Ratio | None
    critical_needs_covered: bool | None
    open_rows: tuple[Text, ...] = ()


class MoneyCheck(Fact):
    """What gate G5 needs of the fund: whether the amount fits, and by how much it does not."""

    fits: bool
    room_yen: int
    asked_yen: int


class MeetingCheck(Fact):
    """What gate G6 needs of the roll."""

    seats: int
    present: int
    eligible: int
    unfilled: int = 0
    """Seats that stand empty although an eligible alternate is there to fill them."""


def at_least(name: str, value: Fraction | None, threshold: Fraction) -> GateFigure:
    """A figure that must not lie below its threshold."""
    holds = None if value is None else value >= threshold
    return GateFigure(name=name, value=value, threshold=threshold, bound="at_least", holds=holds)


def at_most(name: str, value: Fraction | None, threshold: Fraction) -> GateFigure:
    """A figure that must not lie above its threshold."""
    holds = None if value is None else value <= threshold
    return GateFigure(name=name, value=value, threshold=threshold, bound="at_most", holds=holds)


def _result(gate: str, figures: Sequence[GateFigure], rows: tuple[str, ...] = ()) -> GateResult:
    if not figures:
        return GateResult(id=gate, outcome="not_applicable", rows=rows)
    outcome: Outcome = "pass"
    if any(figure.holds is None for figure in figures):
        outcome = "not_assessable"
    if any(figure.holds is False for figure in figures):
        outcome = "fail"
    return GateResult(id=gate, outcome=outcome, figures=tuple(figures), rows=rows)


def intake_gate(intake: Intake, bill_revision: str, *, needs_support: bool) -> GateResult:
    """G0: proposal paper, plan, bill revision (or no parts), anti-social-forces check, interests asked.

    A company that needs no support is its own recorded case: then the reason must be there as well.
    """
    parts_known = intake.no_parts or (bool(intake.bill_revision) and intake.bill_revision == bill_revision)
    present = {
        "proposal_received": intake.proposal_received,
        "plan_received": intake.plan_received,
        "bill_revision": parts_known,
        "anti_social_forces_checked": intake.anti_social_forces_checked_on is not None,
        "interests_asked": intake.interests_asked_on is not None,
    }
    if not needs_support:
        present["no_support_reason"] = bool(intake.no_support_reason.strip())
    figures = [at_least(name, Fraction(int(there)), Fraction(1)) for name, there in present.items()]
    return _result("G0", figures, tuple(name for name, there in present.items() if not there))


def _floor_figures(axis: Axis, values: dict[str, int | None], not_applicable: frozenset[str]) -> list[GateFigure]:
    return [
        at_least(
            criterion.id,
            None if values[criterion.id] is None else Fraction(values[criterion.id] or 0),
            Fraction(criterion.floor),
        )
        for criterion in axis.criteria
        if criterion.floor is not None and criterion.id not in not_applicable
    ]


def evidence_gate(rubric: Rubric, place: Standing) -> GateResult:
    """G1: the weight of X is small enough on each axis."""
    most = Fraction(rubric.decision.thresholds.x_weight_max_pct)
    axes = [place.axis1] if _no_support_axis(place) else [place.axis1, place.axis2]
    return _result("G1", [at_most(axis.axis, axis.x_weight_pct, most) for axis in axes])


def prospects_gate(rubric: Rubric, place: Standing) -> GateResult:
    """G2: axis 1 at its threshold and its floor criteria at their floors."""
    values = {item.criterion_id: item.value for item in place.axis1.criteria}
    figures = [at_least("axis1", place.axis1.points, rubric.decision.thresholds.axis1_pass)]
    return _result("G2", figures + _floor_figures(rubric.axis("axis1"), values, frozenset()))


def _no_support_axis(place: Standing) -> bool:
    return not any(item.applicable for item in place.axis2.criteria)


def support_gate(rubric: Rubric, place: Standing, counting: Counting) -> GateResult:
    """G3: axis 2, as the lower of computed and committee, at its threshold and floors. N/A without need of support."""
    if _no_support_axis(place):
        return GateResult(id="G3", outcome="not_applicable")
    seen: GatePoints = place.firm if counting == "firm" else place.with_hands
    not_applicable = frozenset(item.criterion_id for item in place.axis2.criteria if not item.applicable)
    figures = [at_least("axis2", seen.points, rubric.decision.thresholds.axis2_pass)]
    return _result("G3", figures + _floor_figures(rubric.axis("axis2"), dict(seen.values), not_applicable))


def critical_gate(rubric: Rubric, check: SupportCheck) -> GateResult:
    """G4: critical lines covered, and every critical need with a named provider. Not applicable without either."""
    figures = []
    if check.critical_coverage is not None:
        least = rubric.decision.thresholds.critical_coverage_min
        figures.append(at_least("cov_critical", check.critical_coverage, least))
    if check.critical_needs_covered is not None:
        covered = Fraction(int(check.critical_needs_covered))
        figures.append(at_least("every_critical_need_covered", covered, Fraction(1)))
    return _result("G4", figures, check.open_rows)


def money_gate(check: MoneyCheck) -> GateResult:
    """G5: the amount fits the investable balance and every limit."""
    return _result("G5", [at_most("amount_yen", Fraction(check.asked_yen), Fraction(check.room_yen))])


def meeting_gate(rubric: Rubric, check: MeetingCheck) -> GateResult:
    """G6: every seat attended (alternates included), enough eligible voters after recusal, an alternate appointed.

    A seat may stand empty only when no eligible alternate is left to fill it (the committee's rules on filling a seat).
    """
    return _result(
        "G6",
        [
            at_least("seats_attended", Fraction(check.present), Fraction(check.seats)),
            at_least("eligible_voters", Fraction(check.eligible), Fraction(rubric.decision.voting.least_eligible)),
            at_most("seats_to_fill", Fraction(check.unfilled), Fraction(0)),
        ],
    )


Needs = Literal["pass", "pass_or_exception", "any"]
REQUIRED: dict[ResolutionKind, dict[str, Needs]] = {
    "approve": {
        "G0": "pass",
        "G1": "pass_or_exception",
        "G2": "pass_or_exception",
        "G3": "pass_or_exception",
        "G4": "pass_or_exception",
        "G5": "pass",
        "G6": "pass",
    },
    "approve_with_conditions": {
        "G0": "pass",
        "G1": "pass_or_exception",
        "G2": "pass_or_exception",
        "G3": "pass_or_exception",
        "G4": "pass_or_exception",
        "G5": "pass",
        "G6": "pass",
    },
    "build_support": {"G2": "pass"},
    "defer": {},
    "decline": {},
    "decline_unsupported": {"G2": "pass"},
}
"""Which gate each resolution needs. Support is counted firm, and with raised hands for a conditional approval."""

COUNTED: dict[ResolutionKind, Counting] = {"approve_with_conditions": "with_hands"}


def counting_for(resolution: ResolutionKind) -> Counting:
    """How the facts of support are counted for a resolution."""
    return COUNTED.get(resolution, "firm")


class GateView(Fact):
    """All gates of one item in both ways of counting."""

    firm: tuple[GateResult, ...]
    with_hands: tuple[GateResult, ...]
    axis2_points: Ratio | None

    def of(self, resolution: ResolutionKind) -> dict[str, GateResult]:
        """The gates by id, counted as this resolution counts."""
        chosen = self.firm if counting_for(resolution) == "firm" else self.with_hands
        return {gate.id: gate for gate in chosen}


def gates(
    rubric: Rubric,
    place: Standing,
    *,
    intake: GateResult,
    support: dict[Counting, SupportCheck],
    money: MoneyCheck,
    meeting: MeetingCheck,
) -> GateView:
    """All seven gates, firm and with raised hands."""

    def row(counting: Counting) -> tuple[GateResult, ...]:
        return (
            intake,
            evidence_gate(rubric, place),
            prospects_gate(rubric, place),
            support_gate(rubric, place, counting),
            critical_gate(rubric, support[counting]),
            money_gate(money),
            meeting_gate(rubric, meeting),
        )

    return GateView(firm=row("firm"), with_hands=row("with_hands"), axis2_points=place.firm.points)


def admissible(
    rubric: Rubric, view: GateView, resolution: ResolutionKind, *, exception: bool = False, built: int = 0
) -> Refusal | None:
    """None when the resolution may be put; else a refusal that names every gate in the way.

    `built` counts how often the committee has already resolved to build support for this proposal.
    """
    results = view.of(resolution)
    blocked = []
    for gate, needs in REQUIRED[resolution].items():
        if results[gate].passed() or (needs == "pass_or_exception" and exception):
            continue
        blocked.append(Problem.of("gate_in_the_way", gate, outcome=results[gate].outcome))
    supported = results["G3"].passed() and results["G4"].passed()
    if resolution in ("build_support", "decline_unsupported") and supported:
        blocked.append(Problem.of("support_is_established", "G3"))
    least = rubric.decision.thresholds.axis2_build
    if resolution == "build_support" and (view.axis2_points is None or view.axis2_points < least):
        blocked.append(Problem.of("support_too_far", "G3"))
    if resolution == "build_support" and built > rubric.decision.build_support_extensions:
        blocked.append(Problem.of("support_built_already", "G3", count=built))
    if blocked:
        return Refusal.of("resolution_not_admissible", *blocked, resolution=resolution)
    return None


def exception_needed(view: GateView, resolution: ResolutionKind) -> tuple[str, ...]:
    """The gates that only an exception can pass for this resolution."""
    results = view.of(resolution)
    return tuple(
        gate
        for gate, needs in REQUIRED[resolution].items()
        if needs == "pass_or_exception" and not results[gate].passed()
    )
