"""The rubric: what the committee judges by, as data. Code iterates it and never names a criterion."""

from typing import Literal

from fundapp.basis.canonical import digest
from fundapp.basis.fact import Bilingual, Fact, Ratio, Text

AxisId = Literal["axis1", "axis2"]
Comparison = Literal[">=", ">", "<=", "<", "is"]


class Condition(Fact):
    """One structured predicate on a fact: `cov_value >= 0.90`, or `is true` for a yes-or-no fact."""

    fact: Text
    comparison: Comparison
    than: Ratio


class LevelRule(Fact):
    """A level is reached when one of the alternatives holds whole. Rules are tried from the highest level down."""

    level: int
    any_of: tuple[tuple[Condition, ...], ...]


class Cap(Fact):
    """No level above `max_level` while one of the conditions holds (stale or too few quotes)."""

    max_level: int
    any_of: tuple[Condition, ...]


class Level(Fact):
    """One of the five levels with its whole text."""

    level: int
    text: Bilingual


class Criterion(Fact):
    """One criterion of an axis. `floor` is the least level that its gate accepts."""

    id: Text
    weight_pct: int
    name: Bilingual
    question: Bilingual | None = None
    levels: tuple[Level, ...]
    evidence: tuple[Bilingual, ...] = ()
    sources: tuple[Text, ...] = ()
    note: Bilingual | None = None
    floor: int | None = None
    facts: tuple[Text, ...] = ()
    rules: tuple[LevelRule, ...] = ()
    cap: Cap | None = None
    needs_parts: bool = False
    left_out_below: tuple[tuple[Text, int], ...] = ()
    """(fact, least count of cases): with fewer cases conditions on that fact are left out and said so."""

    def text_of(self, level: int) -> Bilingual:
        """The whole text of one level."""
        return next(item.text for item in self.levels if item.level == level)


class FactDefinition(Fact):
    """A fact of axis 2 as the rubric defines it, for the drill-down."""

    id: Text
    name: Bilingual
    definition: Bilingual
    kind: Literal["ratio", "days", "yes_no"]
    better: Literal["higher", "lower"]


class Axis(Fact):
    """One axis: its question and its criteria, whose weights add up to 100."""

    id: AxisId
    version: Text
    name: Bilingual
    question: Bilingual
    evidence_rule: Bilingual
    criteria: tuple[Criterion, ...]
    facts: tuple[FactDefinition, ...] = ()
    least_applicable: int = 1
    """With fewer applicable criteria the axis is not assessable."""

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion with this id. KeyError when the axis has none."""
        for criterion in self.criteria:
            if criterion.id == criterion_id:
                return criterion
        raise KeyError(criterion_id)


class Thresholds(Fact):
    """Where the axes are cut."""

    axis1_pass: Ratio
    axis2_pass: Ratio
    axis2_build: Ratio
    x_weight_max_pct: int
    critical_coverage_min: Ratio
    spread_to_discuss: int


class Gate(Fact):
    """One gate in words; what it computes is in committee/gates.py under the same id."""

    id: Text
    text: Bilingual


class Quadrant(Fact):
    """One quadrant of the map with its default course of action."""

    id: Literal["Q1", "Q2", "Q3", "Q4"]
    name: Bilingual
    default: Bilingual


ResolutionKind = Literal[
    "approve", "approve_with_conditions", "build_support", "defer", "decline", "decline_unsupported"
]


class ResolutionText(Fact):
    """One of the six resolutions."""

    id: ResolutionKind
    name: Bilingual


InterestLevel = Literal["disclose", "recuse"]


class InterestKind(Fact):
    """A kind of interest and what follows from it. `organisation` interests bar alternates of the same organisation."""

    id: Text
    name: Bilingual
    level: InterestLevel
    organisation: bool = False


class Voting(Fact):
    """How a motion is carried."""

    rule: Literal["unanimity", "two_thirds", "majority"]
    least_eligible: int
    exception_seats: int


class Decision(Fact):
    """The rules of decision: thresholds, gates, quadrants, resolutions, voting, interests."""

    version: Text
    principle: Bilingual
    thresholds: Thresholds
    gates: tuple[Gate, ...]
    quadrants: tuple[Quadrant, ...]
    resolutions: tuple[ResolutionText, ...]
    voting: Voting
    interests: tuple[InterestKind, ...]
    build_support_days: int = 180
    build_support_extensions: int = 1
    uncovered_cost_factor: Ratio
    imputed_lateness_factor: Ratio
    imputed_lead_time_days: tuple[tuple[Text, int], ...]
    """(kind of line, days) for a line without a valid offer."""
    stale_facts_days: int = 30


class Rubric(Fact):
    """Both axes and the rules of decision. They are adopted, frozen and hashed together."""

    axes: tuple[Axis, Axis]
    decision: Decision

    def axis(self, axis_id: AxisId) -> Axis:
        """One of the two axes."""
        return self.axes[0] if axis_id == "axis1" else self.axes[1]

    def digest(self) -> str:
        """SHA-256 of the canonical rubric, which every scorecard carries."""
        return digest(self)
