"""The annual rate of dated flows (XIRR), or why there is none. A day counts as 1/365 of a year, as in Excel."""

import math
from collections.abc import Sequence
from datetime import date
from math import isfinite

import numpy as np
import numpy.typing as npt
from pyxirr import is_conventional_cash_flow, xirr

from fundapp.basis.fact import Fact
from fundapp.basis.refusal import Problem

YEAR_DAYS = 365
LEAST_DAYS = 365
"""Over a shorter time a rate is not annualised: a good month would read as a fortune."""

_LOWEST, _HIGHEST, _STEPS = math.log(1e-9), math.log(1e6), 8192
"""Growth factors of a year that are searched for roots, from losing all but a billionth to a million-fold."""
_FEWEST = 3
Floats = npt.NDArray[np.float64]


class NoRate(Fact):
    """Why there is no annual rate. With several roots all of them, as 0.1 for 10 %."""

    problem: Problem
    roots: tuple[float, ...] = ()


class FlowDays:
    """The days of flows, read once for all the amounts that stand on them: a fund's own, and those beside an index."""

    __slots__ = ("_days", "_usual")

    def __init__(self, days: Sequence[date]) -> None:
        self._days = days
        self._usual = (
            len(days) >= _FEWEST
            and days[0] < days[1]
            and days[-2] < days[-1]
            # The same objects in the same places compare by identity: cheaper than comparing neighbours.
            and sorted(days) == list(days)
            and (days[-1] - days[0]).days >= LEAST_DAYS
        )
        """In order over a year or more, the first and the last day with one flow each."""

    def rate(self, amounts: Sequence[float]) -> float | NoRate:
        """The rate at which the flows are worth nothing together; what one pays is negative. Never 0 for want of one.

        A single change of sign in time has a single root at most (Descartes); with more, every root is looked for and
        a rate is named only when there is one.
        """
        if self._usual and is_conventional_cash_flow(amounts):
            found = xirr(self._days, amounts)
            if found is not None and isfinite(found):
                return found
        return _looked_for(self._days, amounts)


def annual_rate(days: Sequence[date], amounts: Sequence[float]) -> float | NoRate:
    """The rate of flows on these days; see `FlowDays.rate`."""
    return FlowDays(days).rate(amounts)


def _too_short(first: date, last: date) -> NoRate:
    return NoRate(problem=Problem.of("rate_under_a_year", days=(last - first).days))


def _looked_for(days: Sequence[date], amounts: Sequence[float]) -> float | NoRate:
    by_day: dict[date, float] = {}
    for day, amount in zip(days, amounts, strict=True):
        by_day[day] = by_day.get(day, 0) + amount
    flows = sorted((day, amount) for day, amount in by_day.items() if amount)
    if not flows or min(amount for _, amount in flows) >= 0 or max(amount for _, amount in flows) <= 0:
        return NoRate(problem=Problem.of("rate_without_sign_change"))
    if (flows[-1][0] - flows[0][0]).days < LEAST_DAYS:
        return _too_short(flows[0][0], flows[-1][0])
    roots = _roots(flows)
    if len(roots) == 1:
        return roots[0]
    if not roots:
        return NoRate(problem=Problem.of("rate_without_root"))
    return NoRate(roots=roots, problem=Problem.of("rate_with_roots", count=len(roots)))


def _roots(flows: Sequence[tuple[date, float]]) -> tuple[float, ...]:
    """Every rate between the bounds at which the value changes its sign, found on a fine grid and then halved."""
    years = np.array([(day - flows[0][0]).days / YEAR_DAYS for day, _ in flows])
    amounts = np.array([amount for _, amount in flows], dtype=float)
    growth = np.linspace(_LOWEST, _HIGHEST, _STEPS)
    signs = np.sign(_values(years, amounts, growth))
    found = [float(growth[at]) for at in np.flatnonzero(signs == 0)]
    for at in np.flatnonzero(signs[:-1] * signs[1:] < 0):
        found.append(_halved(years, amounts, float(growth[at]), float(growth[at + 1])))
    return tuple(math.expm1(one) for one in sorted(found))


def _values(years: Floats, amounts: Floats, growth: Floats) -> Floats:
    """The flows' value at continuous rates, each divided by its largest discount factor so that none overflows."""
    exponents = -growth[:, None] * years[None, :]
    return np.asarray(np.exp(exponents - exponents.max(axis=1, keepdims=True)) @ amounts)


def _halved(years: Floats, amounts: Floats, low: float, high: float) -> float:
    """The root between two rates with values of different signs."""

    def is_positive(growth: float) -> bool:
        return bool(_values(years, amounts, np.array([growth]))[0] > 0)

    below = is_positive(low)
    for _ in range(60):
        middle = (low + high) / 2
        if is_positive(middle) == below:
            low = middle
        else:
            high = middle
    return (low + high) / 2
