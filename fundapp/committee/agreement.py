"""How far raters agree: the raw spread first, then coefficients where they mean something, else the reason why not.

ICC: Shrout and Fleiss, "Intraclass correlations: uses in assessing rater reliability", Psychological Bulletin 86,
1979.
Alpha: Krippendorff, "Computing Krippendorff's alpha-reliability" (2011).
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt

from fundapp.basis.fact import Fact, Text
from fundapp.basis.refusal import Problem

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
METRICS: tuple[Metric, ...] = ("nominal", "ordinal", "interval", "ratio")
Floats = npt.NDArray[np.float64]


class Ratings(Fact):
    """Marks by item and rater; None is missing. `numbers` False: the marks number categories that have no order."""

    items: tuple[Text, ...]
    raters: tuple[Text, ...]
    marks: tuple[tuple[float | None, ...], ...]
    """A row for each item, a mark for each rater."""
    numbers: bool = True


class ItemSpread(Fact):
    """One item's least and greatest mark, and how far they lie apart. None without two marks."""

    item: Text
    marks: int
    least: float | None
    greatest: float | None
    spread: float | None


class Coefficient(Fact):
    """One coefficient, at most 1, or the problem that keeps it from meaning anything."""

    name: Text
    value: float | None = None
    problem: Problem | None = None


class Agreement(Fact):
    """The raters' agreement on a table of items."""

    items: int
    raters: int
    marks: int
    missing: int
    complete_items: int
    """Items that every rater marked: an ICC is computed on these alone."""
    spreads: tuple[ItemSpread, ...]
    icc: tuple[Coefficient, ...]
    """ICC(1,1) to ICC(3,k)."""
    alpha: tuple[Coefficient, ...]
    """Krippendorff's alpha, nominal to ratio."""


def agreement(ratings: Ratings) -> Agreement:
    """Spread, ICC and alpha of a table of marks."""
    given = [[mark for mark in row if mark is not None] for row in ratings.marks]
    complete = [row for row in given if len(row) == len(ratings.raters)]
    marks = sum(map(len, given))
    return Agreement(
        items=len(ratings.items),
        raters=len(ratings.raters),
        marks=marks,
        missing=len(ratings.items) * len(ratings.raters) - marks,
        complete_items=len(complete),
        spreads=tuple(map(_spread, ratings.items, given)) if ratings.numbers else (),
        icc=_intraclass(complete, len(ratings.raters), numbers=ratings.numbers),
        alpha=tuple(_alpha(given, metric, numbers=ratings.numbers) for metric in METRICS),
    )


def _spread(item: str, marks: Sequence[float]) -> ItemSpread:
    if len(marks) < 2:
        return ItemSpread(item=item, marks=len(marks), least=None, greatest=None, spread=None)
    least, greatest = min(marks), max(marks)
    return ItemSpread(item=item, marks=len(marks), least=least, greatest=greatest, spread=greatest - least)


def _intraclass(rows: Sequence[Sequence[float]], raters: int, *, numbers: bool) -> tuple[Coefficient, ...]:
    """The six forms of Shrout and Fleiss (1979), from the mean squares of a complete table."""
    names = ("ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)")
    problem = None
    if not numbers:
        problem = Problem.of("agreement_without_numbers")
    elif raters < 2:
        problem = Problem.of("agreement_needs_raters")
    elif len(rows) < 2:
        problem = Problem.of("agreement_needs_items", complete=len(rows))
    if problem is not None:
        return tuple(Coefficient(name=name, problem=problem) for name in names)
    table = np.array(rows, dtype=float)
    n, k = table.shape
    grand = table.mean()
    between_items = k * float(((table.mean(axis=1) - grand) ** 2).sum())
    between_raters = n * float(((table.mean(axis=0) - grand) ** 2).sum())
    within = float(((table - table.mean(axis=1, keepdims=True)) ** 2).sum())
    bms, wms = between_items / (n - 1), within / (n * (k - 1))
    jms, ems = between_raters / (k - 1), max(within - between_raters, 0.0) / ((n - 1) * (k - 1))
    parts = (
        (bms - wms, bms + (k - 1) * wms),
        (bms - ems, bms + (k - 1) * ems + k * (jms - ems) / n),
        (bms - ems, bms + (k - 1) * ems),
        (bms - wms, bms),
        (bms - ems, bms + (jms - ems) / n),
        (bms - ems, bms),
    )
    # A rounding error of the sums is no variation between the items.
    least = 1e-12 * max(1.0, float(np.abs(table).max()) ** 2)
    no_variation = Problem.of("agreement_without_variation")
    return tuple(
        Coefficient(name=name, value=above / below)
        if bms > least and below > least
        else Coefficient(name=name, problem=no_variation)
        for name, (above, below) in zip(names, parts, strict=True)
    )


def _distance(metric: Metric, values: Floats, counts: Floats) -> Floats:
    """Krippendorff's squared difference functions over all pairs of the values that occur."""
    c, k = values[:, None], values[None, :]
    if metric == "nominal":
        return np.asarray(c != k, dtype=float)
    if metric == "interval":
        return np.asarray((c - k) ** 2, dtype=float)
    if metric == "ratio":
        total = c + k
        return np.asarray(np.divide(c - k, total, out=np.zeros_like(total), where=total != 0) ** 2, dtype=float)
    upto = np.cumsum(counts)
    between = np.abs(upto[:, None] - upto[None, :]) + np.where(c < k, counts[:, None], counts[None, :])
    ordinal = (between - (counts[:, None] + counts[None, :]) / 2) ** 2
    return np.asarray(np.where(c == k, 0.0, ordinal), dtype=float)


def _alpha(given: Sequence[Sequence[float]], metric: Metric, *, numbers: bool) -> Coefficient:
    """1 less observed over expected disagreement; items with fewer than two marks cannot be paired and do not count."""
    units = [marks for marks in given if len(marks) > 1]
    if not numbers and metric != "nominal":
        return Coefficient(name=metric, problem=Problem.of("agreement_without_numbers"))
    if not units:
        return Coefficient(name=metric, problem=Problem.of("agreement_needs_pairs"))
    if metric == "ratio" and min(map(min, units)) < 0:
        return Coefficient(name=metric, problem=Problem.of("agreement_below_zero"))
    values, places = np.unique(np.concatenate([np.asarray(marks, dtype=float) for marks in units]), return_inverse=True)
    if len(values) < 2:
        return Coefficient(name=metric, problem=Problem.of("agreement_without_variation"))
    sizes = np.array([len(marks) for marks in units])
    held = np.zeros((len(units), len(values)))
    np.add.at(held, (np.repeat(np.arange(len(units)), sizes), places), 1)
    # Each unit's pairs of marks, o with c, weigh 1 / (marks - 1); a mark is no pair of itself.
    shares = held / (sizes - 1)[:, None]
    coincidences = held.T @ shares - np.diag(shares.sum(axis=0))
    counts = coincidences.sum(axis=1)
    distance = _distance(metric, values, counts)
    observed = float((coincidences * distance).sum())
    expected = float((np.outer(counts, counts) * distance).sum()) / (float(counts.sum()) - 1)
    return Coefficient(name=metric, value=1 - observed / expected)
