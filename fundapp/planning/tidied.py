"""A problem as arrays, without the offers that no best plan needs.

Nothing here loses a best plan: an offer is left out when it does not count (late, over the ceiling, more hours than its
supplier has), or when another one for the same line can stand in its place at no more cost and no more hours.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np
import numpy.typing as npt

from fundapp.network.plan_problem import Number, PlanProblem
from fundapp.planning.binaries import Floats, Ints

Flags = npt.NDArray[np.bool_]

_EXACT = 10**7
"""Whole figures up to here are told apart by the solver's tolerance; what is finer is checked exactly afterwards."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """Offers that may be chosen, sorted by line; per supplier what opening it costs and the hours it has."""

    offer: Ints
    """Position of each kept offer in the problem."""
    line: Ints
    supplier: Ints
    cost: Floats
    """Yen, with the opening cost folded in where the supplier can serve this line alone."""
    hours: Floats
    """In whole units of the supplier's own, where the figures allow it."""
    opening: Floats
    capacity: Floats
    """In the units of `hours`; infinite where the hours cannot run out."""
    weight: Floats
    """Of each line, in whole units where the figures allow it."""
    starts: Ints
    """Where the offers of each line begin, and the end."""
    contested: Flags
    """Lines that can stay uncovered because every supplier they have may run out of hours."""
    coverable: Flags

    @property
    def binding(self) -> Flags:
        """Suppliers whose hours may run out."""
        return np.isfinite(self.capacity)


def floats(values: list[Number | None], absent: float) -> Floats:
    """The figures as floats, `absent` where there is none."""
    return np.array([absent if value is None else float(value) for value in values], dtype=np.float64)


def counting(problem: PlanProblem) -> tuple[Flags, Flags, Flags]:
    """Per offer: in time; at or under its line's ceiling; no more hours than its supplier has at all."""
    line = np.array([offer.line for offer in problem.offers], dtype=np.int64)
    supplier = np.array([offer.supplier for offer in problem.offers], dtype=np.int64)
    need = floats([one.need_by_days for one in problem.lines], np.inf)
    ceiling = floats([one.price_ceiling_yen for one in problem.lines], np.inf)
    capacity = floats([one.capacity_hours for one in problem.suppliers], np.inf)
    lead = floats([one.lead_time_days for one in problem.offers], 0)
    cost = floats([one.cost_yen for one in problem.offers], 0)
    hours = floats([one.hours for one in problem.offers], 0)
    return lead <= need[line], cost <= ceiling[line], hours <= capacity[supplier]


def tidy(problem: PlanProblem) -> Tidied:
    """The arrays of a problem that has at least one offer."""
    line = np.array([offer.line for offer in problem.offers], dtype=np.int64)
    supplier = np.array([offer.supplier for offer in problem.offers], dtype=np.int64)
    cost = floats([offer.cost_yen for offer in problem.offers], 0)
    opening = floats([one.opening_cost_yen for one in problem.suppliers], 0)
    weight = _in_whole_units([one.weight for one in problem.lines])
    hours, capacity = _whole_hours(problem, supplier)
    kept = np.flatnonzero(np.logical_and.reduce(counting(problem)) & (weight[line] > 0))
    coverable = _any_of(line[kept], len(weight))
    while True:
        before = len(kept), int(np.count_nonzero(opening)), int(np.count_nonzero(np.isinf(capacity)))
        # Each round leaves suppliers with fewer lines, and hours that run out for fewer of them.
        capacity = np.where(_may_run_out(kept, line, supplier, hours, capacity), capacity, np.inf)
        unlimited = np.isinf(capacity)
        hours = np.where(unlimited[supplier], 0, hours)
        kept = _without_dominated_pairs(kept, line, supplier, cost, hours)
        kept, cost, opening = _settled(kept, line, supplier, cost, opening, unlimited)
        if before == (len(kept), int(np.count_nonzero(opening)), int(np.count_nonzero(unlimited))):
            break
    kept = kept[np.argsort(line[kept], kind="stable")]
    return Tidied(
        offer=kept,
        line=line[kept],
        supplier=supplier[kept],
        cost=cost[kept],
        hours=hours[kept],
        opening=opening,
        capacity=capacity,
        weight=weight,
        starts=np.searchsorted(line[kept], np.arange(len(weight) + 1)),
        contested=coverable & ~_any_of(line[kept[unlimited[supplier[kept]]]], len(weight)),
        coverable=coverable,
    )


def _any_of(positions: Ints, count: int) -> Flags:
    flags = np.zeros(count, dtype=np.bool_)
    flags[positions] = True
    return flags


def _in_whole_units(values: list[Number]) -> Floats:
    """The figures times their common denominator, so that sums are exact; as they are when that grows too large."""
    exact = [Fraction(value) for value in values]
    scale = lcm(*{value.denominator for value in exact}) if exact else 1
    if max(exact, default=Fraction(0)) * scale <= _EXACT:
        exact = [value * scale for value in exact]
    return np.array([float(value) for value in exact], dtype=np.float64)


def _whole_hours(problem: PlanProblem, supplier: Ints) -> tuple[Floats, Floats]:
    """Hours and capacity of each supplier in units that make both whole, as far as floats carry them exactly."""
    hours = floats([offer.hours for offer in problem.offers], 0)
    capacity = floats([one.capacity_hours for one in problem.suppliers], np.inf)
    broken = [
        k
        for k, offer in enumerate(problem.offers)
        if not isinstance(offer.hours, int) and problem.suppliers[offer.supplier].capacity_hours is not None
    ]
    scales: dict[int, int] = {}
    for k in broken:
        who = problem.offers[k].supplier
        scales[who] = lcm(scales.get(who, 1), _denominator(problem.offers[k].hours))
    for who, one in enumerate(problem.suppliers):
        if one.capacity_hours is not None and not isinstance(one.capacity_hours, int):
            scales[who] = lcm(scales.get(who, 1), _denominator(one.capacity_hours))
    fitting = {
        who: scale
        for who, scale in scales.items()
        if scale > 1 and Fraction(problem.suppliers[who].capacity_hours or 0) * scale <= _EXACT
    }
    if fitting:
        factor = np.ones(len(problem.suppliers))
        factor[list(fitting)] = [float(scale) for scale in fitting.values()]
        # Rounded, because a figure such as 0.1 times ten is not whole in floats.
        hours = np.where(factor[supplier] > 1, np.round(hours * factor[supplier]), hours)
        capacity = np.where(factor > 1, np.round(capacity * factor), capacity)
    return hours, capacity


def _denominator(value: Number) -> int:
    return Fraction(value).denominator


def _without_dominated_pairs(kept: Ints, line: Ints, supplier: Ints, cost: Floats, hours: Floats) -> Ints:
    """Of several offers of one supplier for one line, those that are neither dearer nor slower than another."""
    order = np.lexsort((hours[kept], cost[kept], supplier[kept], line[kept]))
    sorted_ = kept[order]
    same = (line[sorted_][1:] == line[sorted_][:-1]) & (supplier[sorted_][1:] == supplier[sorted_][:-1])
    out = np.ones(len(sorted_), dtype=np.bool_)
    least = np.inf
    for at in np.flatnonzero(same) + 1:
        before = sorted_[at - 1]
        # The first of each pair's offers is not in the loop: its hours are where the least begins.
        least = min(least, hours[before]) if at >= 2 and same[at - 2] else hours[before]
        out[at] = hours[sorted_[at]] < least
    return sorted_[out]


def _may_run_out(kept: Ints, line: Ints, supplier: Ints, hours: Floats, capacity: Floats) -> Flags:
    """Suppliers whose longest offers of all their lines together take more hours than they have."""
    longest = _one_a_pair(kept[np.argsort(-hours[kept], kind="stable")], line, supplier)
    total = np.bincount(supplier[longest], weights=hours[longest], minlength=len(capacity))
    finite = np.isfinite(capacity)
    return finite & (total > np.where(finite, capacity, 0) * (1 - 1e-12))


def _one_a_pair(kept: Ints, line: Ints, supplier: Ints) -> Ints:
    """The first offer of each pair of line and supplier."""
    pair = line[kept] * (int(supplier.max(initial=0)) + 1) + supplier[kept]
    return kept[np.unique(pair, return_index=True)[1]]


def _settled(
    kept: Ints, line: Ints, supplier: Ints, cost: Floats, opening: Floats, unlimited: Flags
) -> tuple[Ints, Floats, Floats]:
    """Fold in the opening of suppliers with one line, and drop what a line's cheapest free offer makes needless.

    A free offer takes nothing from other lines: its supplier has hours enough and nothing to open.
    """
    lines_of = np.bincount(supplier[_one_a_pair(kept, line, supplier)], minlength=len(opening))
    alone = unlimited & (lines_of == 1) & (opening > 0)
    cost = cost.copy()
    cost[kept] += np.where(alone[supplier[kept]], opening[supplier[kept]], 0)
    opening = np.where(alone, 0, opening)
    free = kept[unlimited[supplier[kept]] & (opening[supplier[kept]] == 0)]
    by_cost = free[np.lexsort((cost[free], line[free]))]
    best = by_cost[np.unique(line[by_cost], return_index=True)[1]]
    bar = np.full(int(line.max(initial=0)) + 1, np.inf)
    bar[line[best]] = cost[best]
    chosen = np.zeros(len(line), dtype=np.bool_)
    chosen[best] = True
    return kept[(cost[kept] < bar[line[kept]]) | chosen[kept]], cost, opening
