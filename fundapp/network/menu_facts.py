"""Facts of axis 2 that follow from the needs and their menu, the sales routes and the people who support."""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction

from fundapp.network.need import Coordinator, Countermeasure, MenuItem, SalesRoute, SupportCase, SupportNeed
from fundapp.network.offer import CONTRACTED, HAND_RAISED, WRITTEN
from fundapp.network.support_facts import FactValue

CRITICAL_WEIGHT = 2
ONTIME_YEARS = 2
Holds = Callable[[MenuItem], bool]


def _named(item: MenuItem, *, person: bool) -> bool:
    return bool(item.provider.strip() and (item.person.strip() or not person))


def _committed(item: MenuItem, *, with_hands: bool) -> bool:
    """In writing by a named person of a named provider; or, counted with hands, at least a hand of a named provider."""
    if with_hands and item.rung >= HAND_RAISED and _named(item, person=False):
        return True
    return item.rung >= WRITTEN and _named(item, person=True)


def _holding(needs: Sequence[SupportNeed], holds: Holds) -> tuple[tuple[str, ...], tuple[str, ...]]:
    counted = tuple(need.id for need in needs if need.item and holds(need.item))
    inside = set(counted)
    return counted, tuple(need.id for need in needs if need.id not in inside)


def menu(needs: Sequence[SupportNeed], as_of: date, *, needs_support: bool, with_hands: bool) -> list[FactValue]:
    """Completeness, funding and commitment of the menu.

    Where support is needed but no need is listed every fact is 0; where none is needed and none listed there is nothing
    to judge and every fact is None.
    """
    unlisted = Fraction(0) if needs_support else None

    def share(fact: str, holds: Holds, critical_weight: int = 1) -> FactValue:
        counted, missing = _holding(needs, holds)
        weights = {need.id: critical_weight if need.critical else 1 for need in needs}
        value = Fraction(sum(weights[one] for one in counted), sum(weights.values())) if needs else unlisted
        return FactValue(id=fact, value=value, cases=len(needs), counted=counted, missing=missing)

    def every(fact: str, judged: Sequence[SupportNeed], holds: Holds) -> FactValue:
        counted, missing = _holding(judged, holds)
        value = Fraction(not missing) if needs else unlisted
        return FactValue(id=fact, value=value, cases=len(judged), counted=counted, missing=missing)

    critical = [need for need in needs if need.critical]
    incomplete = [need for need in needs if not (need.item and need.item.complete())]
    unwritten = [need for need in needs if not (need.item and need.item.rung >= WRITTEN)]
    return [
        FactValue(
            id="needs_listed",
            value=Fraction(1) if needs else unlisted,
            cases=len(needs),
            counted=tuple(need.id for need in needs),
        ),
        share("menu_complete", MenuItem.complete),
        every("every_item_funded", needs, lambda item: item.funded or item.cost_yen == 0),
        every("critical_needs_complete", critical, MenuItem.complete),
        # A day that has gone by decides nothing any more.
        every(
            "rest_have_decision_date", incomplete, lambda item: bool(item.decision_due and item.decision_due >= as_of)
        ),
        share("commit_share", lambda item: _committed(item, with_hands=with_hands), CRITICAL_WEIGHT),
        every(
            "every_critical_need_covered",
            critical,
            lambda item: _committed(item, with_hands=with_hands) and _named(item, person=True),
        ),
        every("rest_have_raised_hand", unwritten, lambda item: item.rung >= HAND_RAISED and _named(item, person=False)),
        every("critical_needs_in_writing", critical, lambda item: _committed(item, with_hands=False)),
        every(
            "critical_needs_contracted",
            critical,
            lambda item: item.rung >= CONTRACTED and _named(item, person=True),
        ),
    ]


def sales(routes: Sequence[SalesRoute]) -> list[FactValue]:
    """Channels with agreed terms over planned ones (0 when none is planned); whether all overseas have a contact."""
    agreed = tuple(route.id for route in routes if route.agreed())
    overseas = [route for route in routes if route.overseas]
    reached = tuple(route.id for route in overseas if route.contact.strip())
    return [
        FactValue(
            id="sales_route_terms",
            value=Fraction(len(agreed), len(routes)) if routes else Fraction(0),
            cases=len(routes),
            counted=agreed,
            missing=tuple(route.id for route in routes if not route.agreed()),
        ),
        FactValue(
            id="overseas_contact_named",
            value=Fraction(len(reached) == len(overseas)),
            cases=len(overseas),
            counted=reached,
            missing=tuple(route.id for route in overseas if not route.contact.strip()),
        ),
    ]


def support_load(coordinators: Sequence[Coordinator]) -> FactValue:
    """Hours promised a month over hours available, of the most loaded coordinator; None without coordinators."""
    loads = {one.id: Fraction(one.hours_promised, one.hours_available) for one in coordinators}
    return FactValue(
        id="support_load",
        value=max(loads.values(), default=None),
        cases=len(loads),
        counted=tuple(one for one, load in loads.items() if load <= 1),
        missing=tuple(one for one, load in loads.items() if load > 1),
    )


def ontime_rate(cases: Sequence[SupportCase], as_of: date) -> FactValue:
    """Promises kept by their day over promises due in the 24 months before `as_of`; None when none fell due."""
    leap = as_of.month == 2 and as_of.day == 29
    start = as_of.replace(year=as_of.year - ONTIME_YEARS, day=28 if leap else as_of.day)
    due = [case for case in cases if start <= case.due < as_of]
    kept = tuple(case.id for case in due if case.delivered and case.delivered <= case.due)
    inside = set(kept)
    return FactValue(
        id="ontime_rate",
        value=Fraction(len(kept), len(due)) if due else None,
        cases=len(due),
        counted=kept,
        missing=tuple(case.id for case in due if case.id not in inside),
    )


def cost_actions_dated(actions: Sequence[Countermeasure]) -> FactValue:
    """1 when there are actions to lower the cost and each has an owner and a due date, else 0."""
    lowering = [action for action in actions if action.against == "cost"]
    owned = tuple(action.id for action in lowering if action.owner.strip() and action.due)
    inside = set(owned)
    return FactValue(
        id="cost_actions_dated",
        value=Fraction(bool(lowering) and len(owned) == len(lowering)),
        cases=len(lowering),
        counted=owned,
        missing=tuple(action.id for action in lowering if action.id not in inside),
    )
