"""What a rubric must mean beyond its form: weights, rules that never reward a worse fact, nothing left undecided."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import get_args

from fundapp.basis.refusal import Problem
from fundapp.committee.rubric import (
    Axis,
    Condition,
    Criterion,
    Decision,
    FactDefinition,
    LevelRule,
    ResolutionKind,
)

LOWEST_LEVEL, HIGHEST_LEVEL = 1, 5
GATES = ("G0", "G1", "G2", "G3", "G4", "G5", "G6")
QUADRANTS = ("Q1", "Q2", "Q3", "Q4")
NO_INTEREST = "none"
"""The kind by which a seat declares that it has no interest; no kind of the fund's own may take its id."""
FACTS_OF_GATES = ("cov_critical", "every_critical_need_covered")
"""The facts that gate G4 reads; axis 2 must define them, so that they can be shown by name."""


def axis_faults(axis: Axis, noted: Collection[str]) -> Iterator[Problem]:
    """Faults of meaning on one axis. `noted` are the places that already have a fault and are not judged twice."""
    unread = any(place.startswith(axis.id) and place.endswith("weight_pct") for place in noted)
    total = sum(criterion.weight_pct for criterion in axis.criteria)
    if axis.criteria and total != 100 and not unread:
        yield Problem.of("rubric_weights_not_100", axis.id, total=total)
    defined = {fact.id: fact for fact in axis.facts}
    for criterion in axis.criteria:
        yield from _criterion_faults(criterion, f"{axis.id} {criterion.id}", defined, computed=axis.id == "axis2")
    used = {fact for criterion in axis.criteria for fact in criterion.facts}
    for fact in axis.facts:
        if fact.id not in used:
            yield Problem.of("rubric_fact_unused", f"{axis.id} {fact.id}", fact=fact.id)
    if axis.id == "axis2":
        yield from _missing(FACTS_OF_GATES, defined, "axis2 facts")


def _criterion_faults(
    criterion: Criterion, place: str, defined: dict[str, FactDefinition], *, computed: bool
) -> Iterator[Problem]:
    for fact in _repeated(criterion.facts):
        yield Problem.of("rubric_id_twice", f"{place} facts", id=fact)
    for fact in dict.fromkeys(criterion.facts):
        if fact not in defined:
            yield Problem.of("rubric_fact_unknown", f"{place} facts", fact=fact)
    if computed or criterion.rules:
        yield from _rules_there(criterion, place)
    may_be_left_out = {fact for fact, _least in criterion.left_out_below}
    for rule in criterion.rules:
        # With too few cases nothing would remain of such a rule, and it could never be met.
        if any(whole and {one.fact for one in whole} <= may_be_left_out for whole in rule.any_of):
            yield Problem.of("rubric_rule_left_out", f"{place} level {rule.level}")
        for condition in (one for whole in rule.any_of for one in whole):
            yield from _condition_faults(condition, f"{place} level {rule.level}", criterion, defined, capping=False)
    for condition in criterion.cap.any_of if criterion.cap else ():
        yield from _condition_faults(condition, f"{place} cap", criterion, defined, capping=True)
    for fact, _least in criterion.left_out_below:
        if fact not in criterion.facts:
            yield Problem.of("rubric_fact_not_listed", f"{place} left_out_below", fact=fact)
    yield from _order_faults(criterion.rules, place, defined)


def _rules_there(criterion: Criterion, place: str) -> Iterator[Problem]:
    """Level 1 is what is left when no rule holds; every other level whose text is there needs its rule."""
    ruled = {rule.level for rule in criterion.rules}
    for level in criterion.levels:
        if level.level == LOWEST_LEVEL and level.level in ruled:
            yield Problem.of("rubric_rule_at_level_1", f"{place} level {level.level}")
        if level.level != LOWEST_LEVEL and level.level not in ruled:
            yield Problem.of("rubric_rule_missing", f"{place} level {level.level}", level=level.level)


def _condition_faults(
    condition: Condition, place: str, criterion: Criterion, defined: dict[str, FactDefinition], *, capping: bool
) -> Iterator[Problem]:
    fact = defined.get(condition.fact)
    if fact is None:
        yield Problem.of("rubric_fact_unknown", place, fact=condition.fact)
        return
    if condition.fact not in criterion.facts:
        yield Problem.of("rubric_fact_not_listed", place, fact=condition.fact)
    if fact.kind == "yes_no" and condition.comparison != "is":
        yield Problem.of("rubric_condition_takes_no_number", place, fact=condition.fact)
    elif fact.kind != "yes_no" and condition.comparison == "is":
        yield Problem.of("rubric_condition_needs_number", place, fact=condition.fact)
    elif not _right_way(condition, fact, capping=capping):
        yield Problem.of("rubric_condition_wrong_way", place, fact=condition.fact)


def _right_way(condition: Condition, fact: FactDefinition, *, capping: bool) -> bool:
    """A rule asks for a better fact, a cap for a worse one: so a better fact never lowers a level."""
    wants_higher = (fact.better == "higher") != capping
    return condition.comparison in (("is", ">=", ">") if wants_higher else ("<=", "<"))


def _order_faults(rules: Sequence[LevelRule], place: str, defined: dict[str, FactDefinition]) -> Iterator[Problem]:
    """A higher level asks at least as much of each fact as the levels below, and not just the same as the next."""
    asked: dict[str, Condition] = {}
    below: LevelRule | None = None
    for rule in sorted(rules, key=lambda rule: rule.level):
        if below is not None and set(map(frozenset, rule.any_of)) == set(map(frozenset, below.any_of)):
            yield Problem.of("rubric_rule_repeated", f"{place} level {rule.level}", level=below.level)
        now = _easiest(rule, defined)
        for name, condition in now.items():
            if name in asked and _easier(condition, asked[name], defined[name]):
                yield Problem.of("rubric_rule_looser", f"{place} level {rule.level}", fact=name)
        asked |= now
        below = rule


def _easiest(rule: LevelRule, defined: dict[str, FactDefinition]) -> dict[str, Condition]:
    """Per fact the condition that is easiest to meet among the alternatives of one level."""
    easiest: dict[str, Condition] = {}
    for condition in (one for whole in rule.any_of for one in whole):
        fact = defined.get(condition.fact)
        if fact is None or not _right_way(condition, fact, capping=False):
            continue
        if condition.fact not in easiest or _easier(condition, easiest[condition.fact], fact):
            easiest[condition.fact] = condition
    return easiest


def _easier(one: Condition, other: Condition, fact: FactDefinition) -> bool:
    """True when `one` is met by some value that does not meet `other`."""
    if one.than != other.than:
        return (one.than < other.than) == (fact.better == "higher")
    return one.comparison in (">=", "<=") and other.comparison in (">", "<")


def decision_faults(decision: Decision, noted: Collection[str]) -> Iterator[Problem]:
    """Faults of meaning in the rules of decision."""
    yield from _missing(GATES, [gate.id for gate in decision.gates], "decision gates")
    yield from _unknown(GATES, [gate.id for gate in decision.gates], "decision gates")
    yield from _missing(QUADRANTS, [quadrant.id for quadrant in decision.quadrants], "decision quadrants")
    resolutions = [resolution.id for resolution in decision.resolutions]
    yield from _missing(get_args(ResolutionKind), resolutions, "decision resolutions")
    for kind in decision.interests:
        if kind.id == NO_INTEREST:
            yield Problem.of("rubric_id_reserved", "decision interests", id=kind.id)
    cuts = {"decision thresholds", "decision thresholds axis2_build", "decision thresholds axis2_pass"}
    if cuts.isdisjoint(noted) and decision.thresholds.axis2_build >= decision.thresholds.axis2_pass:
        yield Problem.of("rubric_build_not_below_pass", "decision thresholds axis2_build")


def version_faults(axis1: Axis, axis2: Axis, decision: Decision) -> Iterator[Problem]:
    """The three files are adopted and hashed together, so they carry one version."""
    versions = [version for version in (axis1.version, axis2.version, decision.version) if version]
    if len(set(versions)) > 1:
        yield Problem.of("rubric_versions_differ", "version", versions=", ".join(versions))


def _missing(wanted: Iterable[str], there: Collection[str], place: str) -> Iterator[Problem]:
    return (Problem.of("rubric_entry_missing", place, id=name) for name in wanted if name not in there)


def _unknown(known: Collection[str], there: Iterable[str], place: str) -> Iterator[Problem]:
    choices = ", ".join(known)
    return (Problem.of("rubric_not_one_of", place, value=name, choices=choices) for name in there if name not in known)


def _repeated(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for number, name in enumerate(names) if name in names[:number]))
