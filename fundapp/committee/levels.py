"""The level of a computed criterion: structured rules on exact facts, tried from the highest level down."""

import operator
from collections.abc import Mapping, Sequence

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.committee.rubric import Cap, Comparison, Condition, Criterion

LOWEST_LEVEL = 1

_COMPARE = {">=": operator.ge, ">": operator.gt, "<=": operator.le, "<": operator.lt, "is": operator.eq}
_TURNED: dict[Comparison, Comparison] = {">=": "<", ">": "<=", "<=": ">", "<": ">="}


class FactSeen(Fact):
    """A fact as a rule sees it. `value` None is unknown; `cases` is the number of cases it rests on."""

    value: Ratio | None
    cases: int


class LevelFound(Fact):
    """The level that the facts give, and why it is not higher."""

    level: int | None
    """1 to 5. None for a criterion without rules, which people judge."""
    capped: bool
    """True when a cap holds the level below what the rules reached."""
    left_out: tuple[Text, ...]
    """Facts left out of the rules because they rest on too few cases."""
    met: tuple[Condition, ...]
    """The conditions by which the rules reached their level, before any cap."""
    next_missing: tuple[Condition, ...]
    """What must still become true for the next higher level, by the nearest of its alternatives. Empty at level 5."""


UNKNOWN = FactSeen(value=None, cases=0)


def level_for(criterion: Criterion, values: Mapping[str, FactSeen]) -> LevelFound:
    """The highest level one of whose alternatives holds whole, then the cap; level 1 is what is left.

    A fact that is unknown, or absent from `values`, fails its condition; in a cap it caps, so that nothing is gained by
    not knowing. Conditions on a fact with too few cases are left out; an alternative of nothing else never holds.
    """
    rules = {rule.level: rule.any_of for rule in criterion.rules}
    if not rules:
        return LevelFound(level=None, capped=False, left_out=(), met=(), next_missing=())
    left_out = _left_out(criterion, values)
    reached, met = LOWEST_LEVEL, tuple[Condition, ...]()
    for level in sorted(rules, reverse=True):
        holding = [rest for rest in _rests(rules[level], left_out) if not _failing(rest, values)]
        if holding:
            reached, met = level, holding[0]
            break
    level = reached
    if criterion.cap is not None and _capping(criterion.cap, values):
        level = min(reached, criterion.cap.max_level)
    return LevelFound(
        level=level,
        capped=level < reached,
        left_out=left_out,
        met=met,
        next_missing=_missing(criterion, level + 1, left_out, values),
    )


def _left_out(criterion: Criterion, values: Mapping[str, FactSeen]) -> tuple[str, ...]:
    return tuple(fact for fact, least in criterion.left_out_below if values.get(fact, UNKNOWN).cases < least)


def _rests(alternatives: Sequence[tuple[Condition, ...]], left_out: Sequence[str]) -> list[tuple[Condition, ...]]:
    """The alternatives without the facts left out; those of which nothing remains are gone."""
    rests = [tuple(condition for condition in whole if condition.fact not in left_out) for whole in alternatives]
    return [rest for rest in rests if rest]


def _holds(condition: Condition, values: Mapping[str, FactSeen], *, when_unknown: bool) -> bool:
    value = values.get(condition.fact, UNKNOWN).value
    if value is None:
        return when_unknown
    return bool(_COMPARE[condition.comparison](value, condition.than))


def _failing(conditions: Sequence[Condition], values: Mapping[str, FactSeen]) -> tuple[Condition, ...]:
    return tuple(condition for condition in conditions if not _holds(condition, values, when_unknown=False))


def _capping(cap: Cap | None, values: Mapping[str, FactSeen]) -> tuple[Condition, ...]:
    conditions = cap.any_of if cap else ()
    return tuple(condition for condition in conditions if _holds(condition, values, when_unknown=True))


def _turned(condition: Condition) -> Condition:
    """What must be true for this condition of a cap to stop holding."""
    if condition.comparison == "is":
        return condition.model_copy(update={"than": 1 - condition.than})
    return condition.model_copy(update={"comparison": _TURNED[condition.comparison]})


def missing_for(criterion: Criterion, level: int, values: Mapping[str, FactSeen]) -> tuple[Condition, ...]:
    """What must still become true for this level, by the nearest of its alternatives; empty without a rule for it."""
    return _missing(criterion, level, _left_out(criterion, values), values)


def _missing(
    criterion: Criterion, level: int, left_out: Sequence[str], values: Mapping[str, FactSeen]
) -> tuple[Condition, ...]:
    above = next((rule.any_of for rule in criterion.rules if rule.level == level), None)
    if above is None:
        return ()
    missing = min((_failing(rest, values) for rest in _rests(above, left_out)), key=len, default=())
    if criterion.cap is None or level <= criterion.cap.max_level:
        return missing
    lifted = tuple(_turned(condition) for condition in _capping(criterion.cap, values))
    return missing + tuple(condition for condition in lifted if condition not in missing)


def open_levels(criterion: Criterion, computed: int | None) -> tuple[int, ...]:
    """The levels that a member may give: all of them, or those within one of the level that the facts give."""
    levels = (level.level for level in criterion.levels)
    return tuple(level for level in levels if computed is None or abs(level - computed) <= 1)
