"""The rules of axis 2 in words: each condition by the name of its fact, what it is compared with, and how."""

from collections.abc import Mapping
from fractions import Fraction

from fundapp.committee.rubric import Axis, Condition, Criterion, FactDefinition
from fundapp.documents.said import said
from fundapp.text.catalogue import N_, _, pgettext
from fundapp.ui.scoring.facts_behind import shown

_COMPARED = {
    ">=": N_("{fact}: {value} or more"),
    ">": N_("{fact}: more than {value}"),
    "<=": N_("{fact}: {value} or less"),
    "<": N_("{fact}: less than {value}"),
}


def definitions(axis: Axis) -> dict[str, FactDefinition]:
    """The axis's facts by id."""
    return {fact.id: fact for fact in axis.facts}


def condition_text(condition: Condition, facts: Mapping[str, FactDefinition]) -> str:
    """One condition: "coverage by value: 90% or more", or a yes-or-no fact with its answer."""
    fact = facts[condition.fact]
    name = said(fact.name)
    if condition.comparison == "is":
        answer = pgettext("fact", "yes") if condition.than == Fraction(1) else pgettext("fact", "no")
        return _("{fact}: {value}").format(fact=name, value=answer)
    return _(_COMPARED[condition.comparison]).format(fact=name, value=shown(fact, condition.than))


def rule_lines(criterion: Criterion, level: int, facts: Mapping[str, FactDefinition]) -> tuple[str, ...]:
    """The alternatives of a level, each with all that must hold for it; empty for a level without a rule."""
    rule = next((one for one in criterion.rules if one.level == level), None)
    if rule is None:
        return ()
    return tuple(_(" and ").join(condition_text(one, facts) for one in whole) for whole in rule.any_of)


def cap_text(criterion: Criterion, facts: Mapping[str, FactDefinition]) -> str:
    """What keeps the level down whatever else holds; empty without a cap."""
    if criterion.cap is None:
        return ""
    conditions = _(" or ").join(condition_text(one, facts) for one in criterion.cap.any_of)
    return _("Not above level {level} while: {conditions}").format(level=criterion.cap.max_level, conditions=conditions)


def left_out_text(criterion: Criterion, facts: Mapping[str, FactDefinition]) -> str:
    """Facts that do not count on too few cases; empty when all always count."""
    return _(", ").join(
        _("{fact} counts from {n} cases").format(fact=said(facts[fact].name), n=least)
        for fact, least in criterion.left_out_below
    )
