"""The two questions as integer models for HiGHS, given by arrays.

A binary for each offer, one for each supplier that costs to open, one for each line that may stay uncovered. A line's
offers of one supplier are linked to that supplier one by one (disaggregated), which makes the relaxation tight.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from fundapp.planning.binaries import Binaries, Floats, Ints, Solution
from fundapp.planning.choosing import NONE
from fundapp.planning.tidied import Flags, Tidied

_NONE: Ints = np.array([], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Model:
    """Which binary says what: first the offers, then suppliers, then uncovered lines."""

    tidied: Tidied
    fixed: Ints
    """Tidied offers that are chosen in any case and need no column."""
    offers: Ints
    """Tidied offers that have a column."""
    suppliers: Ints
    lines: Ints
    """Lines with a column for staying uncovered."""
    binaries: Binaries

    def picked(self, solution: Solution) -> Ints:
        """The chosen offer of each line, -1 for none."""
        pick = np.full(len(self.tidied.weight), NONE, dtype=np.int64)
        chosen = np.concatenate([self.fixed, self.offers[solution[: len(self.offers)]]])
        pick[self.tidied.line[chosen]] = chosen
        return pick

    def solution_of(self, pick: Ints) -> Solution:
        """The columns' values for a choice: what the solver starts from."""
        chosen = np.zeros(len(self.tidied.offer), dtype=np.bool_)
        chosen[pick[pick != NONE]] = True
        opened = np.zeros(len(self.tidied.opening), dtype=np.bool_)
        opened[self.tidied.supplier[chosen]] = True
        return np.concatenate([chosen[self.offers], opened[self.suppliers], pick[self.lines] == NONE])


class _Rows:
    """Entries of rows, collected block by block."""

    def __init__(self) -> None:
        self._count = 0
        self._parts: list[tuple[Any, Any, Any]] = []
        self._bounds: list[tuple[Floats, Floats]] = []

    def add(self, count: int, lower: float, upper: Floats | float, *entries: tuple[Ints, Ints, Floats | float]) -> None:
        """`count` rows between the bounds, with entries (row within the block, column, value)."""
        for row, column, value in entries:
            self._parts.append((row + self._count, column, np.broadcast_to(value, row.shape)))
        self._bounds.append((np.full(count, lower), np.broadcast_to(upper, count)))
        self._count += count

    def model(self, cost: Floats, offset: Floats) -> Binaries:
        rows, columns, values = (np.concatenate(part) for part in zip(*self._parts, strict=True))
        order = np.argsort(rows, kind="stable")
        starts = np.searchsorted(rows[order], np.arange(self._count + 1))
        lower, upper = (np.concatenate(part) for part in zip(*self._bounds, strict=True))
        return Binaries(cost, offset, starts, columns[order], values[order].astype(np.float64), lower, upper)


def coverage_model(tidied: Tidied) -> Model:
    """Least uncovered weight. Only contested lines are in it: the others are covered whatever these take."""
    offers = np.flatnonzero(tidied.contested[tidied.line])
    shortest = offers[np.lexsort((tidied.hours[offers], tidied.supplier[offers], tidied.line[offers]))]
    pair = tidied.line[shortest] * len(tidied.opening) + tidied.supplier[shortest]
    offers = shortest[np.unique(pair, return_index=True)[1]]
    lines = np.flatnonzero(tidied.contested)
    rows = _Rows()
    _one_each(rows, tidied, offers, lines, len(offers))
    _hours(rows, tidied, offers, _NONE)
    cost = np.concatenate([np.zeros(len(offers)), tidied.weight[lines]])
    return Model(tidied, _NONE, offers, _NONE, lines, rows.model(cost, np.zeros(())))


def cost_model(tidied: Tidied, uncovered_weight: float) -> Model:
    """Least yen, among the plans that leave no more than this weight uncovered (in the units of `tidied.weight`)."""
    offers_of = np.diff(tidied.starts)
    # The only offer of a line, when it takes nothing from others.
    fixed = (offers_of[tidied.line] == 1) & ~tidied.binding[tidied.supplier] & (tidied.opening[tidied.supplier] == 0)
    offers = np.flatnonzero(~fixed)
    costly = np.zeros(len(tidied.opening), dtype=np.bool_)
    costly[tidied.supplier[offers]] = True
    suppliers = np.flatnonzero(costly & (tidied.opening > 0))
    may_stay_open: Flags = tidied.contested if uncovered_weight > 0 else np.zeros_like(tidied.contested)
    lines = np.flatnonzero(may_stay_open)
    rows = _Rows()
    first_line = len(offers) + len(suppliers)
    _one_each(rows, tidied, offers, lines, first_line)
    _links(rows, tidied, offers, suppliers)
    _hours(rows, tidied, offers, suppliers)
    if len(lines):
        at = np.arange(len(lines))
        rows.add(1, -np.inf, uncovered_weight, (np.zeros_like(at), first_line + at, tidied.weight[lines]))
    cost = np.concatenate([tidied.cost[offers], tidied.opening[suppliers], np.zeros(len(lines))])
    settled = np.flatnonzero(fixed)
    return Model(tidied, settled, offers, suppliers, lines, rows.model(cost, tidied.cost[settled].sum()))


def _one_each(rows: _Rows, tidied: Tidied, offers: Ints, may_stay_open: Ints, first_line: int) -> None:
    """Each line has one offer, or stays uncovered where it may."""
    lines, row = np.unique(tidied.line[offers], return_inverse=True)
    own = (np.searchsorted(lines, may_stay_open), first_line + np.arange(len(may_stay_open)), 1.0)
    rows.add(len(lines), 1, 1, (row, np.arange(len(offers)), 1.0), own)


def _links(rows: _Rows, tidied: Tidied, offers: Ints, suppliers: Ints) -> None:
    """A line can only have a supplier that is opened."""
    place = np.full(len(tidied.opening), -1)
    place[suppliers] = np.arange(len(suppliers))
    linked = np.flatnonzero(place[tidied.supplier[offers]] >= 0)
    of = offers[linked]
    pairs, first, row = np.unique(
        tidied.line[of] * len(tidied.opening) + tidied.supplier[of], return_index=True, return_inverse=True
    )
    opened = len(offers) + place[tidied.supplier[of[first]]]
    rows.add(len(pairs), -np.inf, 0, (row, linked, 1.0), (np.arange(len(pairs)), opened, -1.0))


def _hours(rows: _Rows, tidied: Tidied, offers: Ints, suppliers: Ints) -> None:
    """No supplier has more hours than it has, and none at all before it is opened."""
    bound = np.flatnonzero(tidied.binding[tidied.supplier[offers]])
    short, row = np.unique(tidied.supplier[offers[bound]], return_inverse=True)
    place = np.full(len(tidied.opening), -1)
    place[suppliers] = np.arange(len(suppliers))
    costly = place[short] >= 0
    own = (np.flatnonzero(costly), len(offers) + place[short[costly]], -tidied.capacity[short[costly]])
    upper = np.where(costly, 0, tidied.capacity[short])
    rows.add(len(short), -np.inf, upper, (row, bound, tidied.hours[offers[bound]]), own)
