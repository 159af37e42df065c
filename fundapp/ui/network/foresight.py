"""The facts as they would be if a form were saved: shown while one types, so that nothing has to be tried out."""

from collections.abc import Iterable
from typing import TypeVar

from fundapp.network.need import Coordinator, Countermeasure, SalesRoute, SupportCase, SupportNeed
from fundapp.network.support_facts import SupportFacts
from fundapp.ui import gate
from fundapp.ui.network.seen import Seen

Row = TypeVar("Row", SupportNeed, SalesRoute, Coordinator, Countermeasure, SupportCase)


def foreseen(
    seen: Seen,
    *,
    needs: Iterable[SupportNeed] = (),
    routes: Iterable[SalesRoute] = (),
    coordinators: Iterable[Coordinator] = (),
    countermeasures: Iterable[Countermeasure] = (),
    cases: Iterable[SupportCase] = (),
) -> SupportFacts:
    """Today's facts with these rows added, or put in the place of those with the same id."""
    instead = {
        "needs": _with(seen.register.needs, needs),
        "routes": _with(seen.register.routes, routes),
        "coordinators": _with(seen.register.coordinators, coordinators),
        "countermeasures": _with(seen.register.countermeasures, countermeasures),
        "cases": _with(seen.register.cases, cases),
    }
    # At the desk, since hands that are raised in sealed answers count and are not among the rows that a page gets.
    return gate.desk().support_facts(seen.actor, seen.proposal.id, instead=instead) or seen.facts


def _with(rows: tuple[Row, ...], changed: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(({one.id: one for one in rows} | {one.id: one for one in changed}).values())
