"""What support bodies do for companies: which kind of support, on which level, at which price, free for whom.

It is the map of the bodies too: what several of them offer, and what nobody does.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import Field

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen

Level = Literal["local", "wide_area"]
"""Local: what a place's own bodies do; wide-area: what only the association, or a body for the whole region, can do."""


class Service(Fact):
    """One kind of support that a body offers."""

    member_id: Text
    """The body."""
    kind: Text
    """Id of the support menu: M01 to M21."""
    level: Level
    area: Text = ""
    """Where it is offered, when not everywhere."""
    cost_yen: Yen | None = Field(default=None, ge=0)
    """The standard cost; None when it is agreed each time."""
    free_for_members: bool = False
    """Member companies of the association do not pay for it."""
    note: Text = ""


class Entitlement(Fact):
    """What a service costs one company, and whether it is free because the company is a member."""

    cost_yen: Yen | None
    free_as_member: bool


def entitlement(service: Service, *, member_company: bool) -> Entitlement:
    """0 yen for a member company where the service is free for them; the standard cost for everybody else."""
    if service.free_for_members and member_company:
        return Entitlement(cost_yen=0, free_as_member=True)
    return Entitlement(cost_yen=service.cost_yen, free_as_member=False)


def service_of(services: Iterable[Service], member_id: str, kind: str) -> Service | None:
    """The service of one body of one kind, if it offers it."""
    return next((one for one in services if (one.member_id, one.kind) == (member_id, kind)), None)


class Covered(Fact):
    """Who offers one thing: a kind of support, or a process."""

    of: Text
    local: tuple[Text, ...] = ()
    wide_area: tuple[Text, ...] = ()

    def state(self) -> Literal["nobody", "one", "several"]:
        """How many bodies offer it: several have to agree who does what."""
        bodies = len({*self.local, *self.wide_area})
        return "nobody" if not bodies else "one" if bodies == 1 else "several"


def coverage(kinds: Iterable[str], services: Iterable[Service]) -> tuple[Covered, ...]:
    """Who offers each kind of support, in the order of the menu."""
    by_kind: dict[str, dict[Level, list[str]]] = {kind: {"local": [], "wide_area": []} for kind in kinds}
    for one in services:
        if one.kind in by_kind:
            by_kind[one.kind][one.level].append(one.member_id)
    return tuple(
        Covered(of=kind, local=tuple(found["local"]), wide_area=tuple(found["wide_area"]))
        for kind, found in by_kind.items()
    )


def done_by_nobody(processes: Iterable[str], able: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The processes that no member can do. `able`: what each member can do."""
    done = frozenset[str]().union(*able.values())
    return tuple(one for one in processes if one not in done)
