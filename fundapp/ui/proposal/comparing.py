"""The same facts on two days side by side. Pure."""

from typing import Literal

from fundapp.basis.fact import Fact, Ratio
from fundapp.committee.rubric import Axis, FactDefinition
from fundapp.network.support_facts import Counting, SupportFacts

COUNTINGS: tuple[Counting, ...] = ("firm", "with_hands")


class FactMoved(Fact):
    """One fact then and now. `way` is None where one of the two is not known or nothing moved."""

    definition: FactDefinition
    then: Ratio | None
    now: Ratio | None
    way: Literal["better", "worse"] | None
    counting: Counting = "firm"
    """Counted firm; with raised hands where only these have moved."""


def moved(axis: Axis, then: SupportFacts, now: SupportFacts) -> tuple[FactMoved, ...]:
    """The facts that differ between two days, in the rubric's order: as counted firm, else as counted with hands."""
    found = []
    for definition in axis.facts:
        changes = (_change(definition, then, now, counting) for counting in COUNTINGS)
        change = next((one for one in changes if one is not None), None)
        if change is not None:
            found.append(change)
    return tuple(found)


def _change(definition: FactDefinition, then: SupportFacts, now: SupportFacts, counting: Counting) -> FactMoved | None:
    before, after = then.values(counting), now.values(counting)
    was = before[definition.id].value if definition.id in before else None
    is_ = after[definition.id].value if definition.id in after else None
    if was == is_:
        return None
    way: Literal["better", "worse"] | None = None
    if was is not None and is_ is not None:
        way = "better" if (is_ > was) == (definition.better == "higher") else "worse"
    return FactMoved(definition=definition, then=was, now=is_, way=way, counting=counting)
