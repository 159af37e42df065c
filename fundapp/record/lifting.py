"""What would make a proposal pass: per criterion that holds a gate back, what is missing for its next level. Pure."""

from collections.abc import Mapping
from fractions import Fraction

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.committee.levels import FactSeen, level_for, missing_for
from fundapp.committee.rubric import Axis, AxisId, Condition, Criterion, Rubric
from fundapp.committee.standing import AxisStanding, weighted_mean
from fundapp.network.support_facts import SupportFacts

HIGHEST = 5
Levels = Mapping[str, int | None]
"""The level of each criterion; None where it does not apply or has no evidence."""


class Lift(Fact):
    """A criterion that holds its gate back, and the step to its next level."""

    axis: AxisId
    criterion_id: Text
    level: int
    below_floor: bool
    gain: Ratio
    """Points that the whole axis gains by one level here."""
    missing: tuple[Condition, ...] = ()
    """Axis 2: conditions on facts that fail for the next level. Axis 1 is judged by people: its level text says it."""
    rows: tuple[Text, ...] = ()
    """Ids of the lines and needs behind the missing facts."""


def support_lifts(rubric: Rubric, support: SupportFacts, levels: Levels) -> tuple[Lift, ...]:
    """Axis 2 for a plain approval: `levels` as the gates see them, facts counted firm. Floors first, then by gain."""
    axis = rubric.axis("axis2")
    facts, seen = support.values("firm"), _seen(support)
    lifts = []
    for criterion in _holding_back(axis, levels, rubric.decision.thresholds.axis2_pass):
        missing = level_for(criterion, seen).next_missing
        rows = [row for condition in missing if condition.fact in facts for row in facts[condition.fact].missing]
        lift = _lift(axis, criterion, levels)
        lifts.append(lift.model_copy(update={"missing": missing, "rows": tuple(dict.fromkeys(rows))}))
    return _ordered(lifts)


def prospect_lifts(rubric: Rubric, place: AxisStanding) -> tuple[Lift, ...]:
    """Axis 1, after the reveal: the criteria that keep it under its pass mark or lie under their floors."""
    axis = rubric.axis("axis1")
    levels = {one.criterion_id: one.value for one in place.criteria}
    found = _holding_back(axis, levels, rubric.decision.thresholds.axis1_pass)
    return _ordered([_lift(axis, criterion, levels) for criterion in found])


def _holding_back(axis: Axis, levels: Levels, pass_mark: Fraction) -> list[Criterion]:
    """Criteria under their floor; and, while the axis lies under its pass mark, those under that mark."""
    mean = weighted_mean(axis, levels)
    low = mean is not None and mean < pass_mark
    found = []
    for criterion in axis.criteria:
        level = levels.get(criterion.id)
        if level is not None and (_below_floor(criterion, level) or (low and level < pass_mark)):
            found.append(criterion)
    return found


def _below_floor(criterion: Criterion, level: int) -> bool:
    return criterion.floor is not None and level < criterion.floor


def _weight(axis: Axis, levels: Levels) -> int:
    return sum(criterion.weight_pct for criterion in axis.criteria if levels.get(criterion.id) is not None)


def _lift(axis: Axis, criterion: Criterion, levels: Levels) -> Lift:
    level = levels[criterion.id]
    assert level is not None, "a criterion without a level holds nothing back"
    return Lift(
        axis=axis.id,
        criterion_id=criterion.id,
        level=level,
        below_floor=_below_floor(criterion, level),
        gain=Fraction(criterion.weight_pct, _weight(axis, levels)),
    )


def _ordered(lifts: list[Lift]) -> tuple[Lift, ...]:
    return tuple(sorted(lifts, key=lambda lift: (not lift.below_floor, -lift.gain, lift.criterion_id)))


class Target(Fact):
    """A criterion that is raised from its level to `level` so that the axis passes."""

    criterion_id: Text
    level: int
    missing: tuple[Condition, ...] = ()
    rows: tuple[Text, ...] = ()


def smallest_set(axis: Axis, levels: Levels, pass_mark: Fraction, support: SupportFacts | None) -> tuple[Target, ...]:
    """The fewest steps of level by which the axis passes its mark and every floor; empty when it passes already.

    Floors come first. Then each step goes where it weighs most, which needs the fewest; level 5 is asked for only where
    level 4 throughout would not do. With `support` the missing facts of each level are named, with their rows.
    """
    raised = {one.id: levels[one.id] for one in axis.criteria if levels.get(one.id) is not None}
    for criterion in axis.criteria:
        level = raised.get(criterion.id)
        if level is not None and criterion.floor is not None:
            raised[criterion.id] = max(level, criterion.floor)
    while (mean := weighted_mean(axis, raised)) is not None and mean < pass_mark:
        open_ones = [one for one in axis.criteria if (raised.get(one.id) or HIGHEST) < HIGHEST]
        best = min(open_ones, key=lambda one: ((raised[one.id] or 0) >= HIGHEST - 1, -one.weight_pct, raised[one.id]))
        raised[best.id] = (raised[best.id] or 0) + 1
    seen, facts = _seen(support), support.values("firm") if support else {}
    found = []
    for criterion in axis.criteria:
        level = raised.get(criterion.id)
        if level is None or level == levels[criterion.id]:
            continue
        missing = missing_for(criterion, level, seen) if support else ()
        rows = [row for condition in missing if condition.fact in facts for row in facts[condition.fact].missing]
        found.append(Target(criterion_id=criterion.id, level=level, missing=missing, rows=tuple(dict.fromkeys(rows))))
    return tuple(found)


def tipping(axis: Axis, levels: Levels, pass_mark: Fraction) -> tuple[str, ...]:
    """Criteria of which one level less puts an axis that passes under its mark, or themselves under their floor."""
    if weighted_mean(axis, levels) is None or _holding_back(axis, levels, pass_mark):
        return ()
    lowered = ((one.id, levels[one.id]) for one in axis.criteria)
    return tuple(
        name
        for name, level in lowered
        if level is not None and level > 1 and _holding_back(axis, {**levels, name: level - 1}, pass_mark)
    )


def _seen(support: SupportFacts | None) -> dict[str, FactSeen]:
    facts = support.values("firm") if support else {}
    return {fact.id: FactSeen(value=fact.value, cases=fact.cases) for fact in facts.values()}
