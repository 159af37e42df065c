"""How far the weights may move before an outcome changes: exact intervals, and the share of all weights that keep it.

An outcome is a set of linear forms of the weights that hold at zero and above: a value at its threshold, a leader level
with a follower. One weight is moved while the others keep their proportions to each other and the whole stays what it
was. The share is the acceptability of SMAA: Lahdelma, Hokkanen and Salminen, "SMAA - Stochastic multiobjective
acceptability analysis", European Journal of Operational Research 106 (1998), weights spread evenly over the simplex.
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from fundapp.basis.fact import Fact, Ratio

Form = tuple[Fraction, ...]
"""One number for each weight. The form holds where the weighted sum is zero or above."""
Weights = npt.NDArray[np.float64]


class WeightInterval(Fact):
    """One weight, and the interval of it in which every form holds, in shares of the whole."""

    weight: Ratio
    low: Ratio
    high: Ratio
    low_form: int | None = None
    """Which form ends below `low`; None when all hold down to zero."""
    high_form: int | None = None
    """Which form ends above `high`; None when all hold up to the whole."""


class Share(Fact):
    """A share of the weight simplex, estimated from samples, with its standard error."""

    share: float
    standard_error: float
    samples: int
    seed: int


def value_of(form: Form, weights: Sequence[Fraction]) -> Fraction:
    """The form at these weights."""
    return sum((a * w for a, w in zip(form, weights, strict=True)), Fraction(0))


def holding_interval(weights: Sequence[Fraction], forms: Sequence[Form], k: int) -> WeightInterval | None:
    """Where every form holds as weight `k` moves; None when that is nowhere. `weights` sum to 1."""
    low, high = Fraction(0), Fraction(1)
    low_form: int | None = None
    high_form: int | None = None
    for number, form in enumerate(forms):
        # At weight t the form is t * own + (1 - t) * rest.
        own, rest = form[k], _rest(form, weights, k)
        if own == rest:
            if own < 0:
                return None
            continue
        crossing = rest / (rest - own)
        if own > rest and crossing > low:
            low, low_form = crossing, number
        elif own < rest and crossing < high:
            high, high_form = crossing, number
    if low > high:
        return None
    return WeightInterval(weight=weights[k], low=low, high=high, low_form=low_form, high_form=high_form)


def _rest(form: Form, weights: Sequence[Fraction], k: int) -> Fraction:
    """The form by the other weights, in their own proportions; in equal ones when they are all zero."""
    others = [(a, w) for at, (a, w) in enumerate(zip(form, weights, strict=True)) if at != k]
    total = sum((w for _, w in others), Fraction(0))
    if total:
        return sum((a * w for a, w in others), Fraction(0)) / total
    return sum((a for a, _ in others), Fraction(0)) / len(others) if others else form[k]


def sampled_weights(criteria: int, samples: int, seed: int) -> Weights:
    """Weights spread evenly over the simplex: a row for each sample. The same seed gives the same weights."""
    drawn = np.random.default_rng(seed).standard_exponential((samples, criteria))
    return np.asarray(drawn / drawn.sum(axis=1, keepdims=True))


def share_of(kept: npt.NDArray[np.bool_], seed: int) -> Share:
    """The share of samples in which the outcome was kept, with the standard error of a binomial share."""
    samples = len(kept)
    share = float(kept.mean())
    return Share(share=share, standard_error=(share * (1 - share) / samples) ** 0.5, samples=samples, seed=seed)


def hold(forms: Sequence[Form], sampled: Weights) -> npt.NDArray[np.bool_]:
    """For each sample whether every form holds."""
    holding = np.ones(len(sampled), dtype=bool)
    for form in forms:
        # A form that is zero throughout (every value at its threshold) must not end by a rounding error.
        holding &= sampled @ np.array([float(a) for a in form]) >= -1e-12
    return holding
