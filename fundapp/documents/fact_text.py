"""Facts, conditions on them and the rows behind them in words: the same on the screen and in a letter."""

from collections.abc import Sequence
from fractions import Fraction

from fundapp.committee.rubric import Axis, Comparison, Condition, FactDefinition
from fundapp.documents.said import said
from fundapp.network.support_facts import FactValue, SupportFacts
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import percent, ratio

MOST_ROWS = 6
"""Names of rows in one sentence; the others are counted."""

BOUNDS: dict[Comparison, str] = {
    ">=": N_("{fact}: {value} now, at least {than} is needed"),
    ">": N_("{fact}: {value} now, more than {than} is needed"),
    "<=": N_("{fact}: {value} now, at most {than} is needed"),
    "<": N_("{fact}: {value} now, less than {than} is needed"),
    "is": N_("{fact}: {value} now, “{than}” is needed"),
}
AS_SHARE = ("cov_", "ss_", "top_", "menu_", "commit_", "ontime_", "sales_")


def shown(definition: FactDefinition, value: Fraction | None) -> str:
    """A fact's value as a reader expects it: share in percent, ratio with two decimals, days, yes or no."""
    if value is None:
        return _("not known")
    match definition.kind:
        case "yes_no":
            return _("yes") if value == 1 else _("no")
        case "days":
            return _("{days} days").format(days=ratio(value).rstrip("0").rstrip("."))
        case _:
            return percent(value) if definition.id.startswith(AS_SHARE) else ratio(value)


def condition_text(axis: Axis, condition: Condition, facts: dict[str, FactValue]) -> str:
    """What must become true, with the value of now."""
    definition = next(one for one in axis.facts if one.id == condition.fact)
    value = facts[condition.fact].value if condition.fact in facts else None
    return _(BOUNDS[condition.comparison]).format(
        fact=said(definition.name), value=shown(definition, value), than=shown(definition, condition.than)
    )


def row_names(support: SupportFacts, rows: Sequence[str]) -> str:
    """The lines and needs behind a fact by name; beyond a few, their count."""
    names = {line.id: f"{line.part_number} {line.description}".strip() for line in support.lines}
    names |= {need.id: need.name for need in support.needs}
    found = [names[row] for row in rows if row in names]
    text = _(", ").join(found[:MOST_ROWS])
    more = len(found) - MOST_ROWS
    return _("{names} and {n} more").format(names=text, n=more) if more > 0 else text
