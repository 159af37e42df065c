"""The same facts on two days side by side. Pure."""

from typing import Literal

from fundapp.basis.fact import Fact, Ratio
from fundapp.committee.rubric import Axis, FactDefinition
from fundapp.network.support_facts import SupportFacts


class FactMoved(Fact):
    """One fact then and now, counted firm. `way` is None where one of the two is not known or nothing moved."""

    definition: FactDefinition
    then: Ratio | None
    now: Ratio | None
    way: Literal["better", "worse"] | None


def moved(axis: Axis, then: SupportFacts, now: SupportFacts) -> tuple[FactMoved, ...]:
    """The facts that differ between two days, in the rubric's order."""
    before, after = then.values("firm"), now.values("firm")
    found = []
    for definition in axis.facts:
        was = before[definition.id].value if definition.id in before else None
        is_ = after[definition.id].value if definition.id in after else None
        if was == is_:
            continue
        way: Literal["better", "worse"] | None = None
        if was is not None and is_ is not None:
            way = "better" if (is_ > was) == (definition.better == "higher") else "worse"
        found.append(FactMoved(definition=definition, then=was, now=is_, way=way))
    return tuple(found)
