"""How firm a ranking by weighted sum is: which changes of weights or values put another alternative first.

Critical changes of weights: Triantaphyllou and Sanchez, "A sensitivity analysis approach for some deterministic
multi-criteria decision-making methods", Decision Sciences 28 (1997); there the changed weight is divided by the new
whole, here the interval is of the weight after that.
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.committee.weight_change import (
    Form,
    Share,
    WeightInterval,
    holding_interval,
    sampled_weights,
    share_of,
    value_of,
)

SAMPLES = 100_000
SEED = 1


class Alternative(Fact):
    """One alternative with a value for each criterion."""

    name: Text
    values: tuple[Ratio, ...]


class Ranking(Fact):
    """What is ranked: criteria with weights above or at zero, not all zero, and the alternatives."""

    criteria: tuple[Text, ...]
    weights: tuple[Ratio, ...]
    alternatives: tuple[Alternative, ...]

    def whole(self) -> Fraction:
        """The sum of the weights: 1, or 100 when they are in percent."""
        return sum(self.weights, Fraction(0))


class Ranked(Fact):
    """An alternative in its place; equal values share a place."""

    name: Text
    place: int
    value: Ratio


class WeightFlip(Fact):
    """In which interval a criterion's weight leaves the leader first, and who takes over outside it."""

    criterion: Text
    interval: WeightInterval
    below: Text | None
    above: Text | None


class ValueFlip(Fact):
    """The smallest change of one value that brings a challenger level: its own upwards, or the leader's downwards."""

    challenger: Text
    criterion: Text
    change: Ratio


class LeftOut(Fact):
    """Who is first when a criterion is left out."""

    criterion: Text
    first: tuple[Text, ...]


class Acceptability(Fact):
    """In which share of all weights an alternative takes each place; `first` with its standard error."""

    name: Text
    first: Share
    places: tuple[float, ...]


class FlipReport(Fact):
    """How firm the ranking is."""

    ranked: tuple[Ranked, ...]
    leaders: tuple[Text, ...]
    """More than one when the highest value is shared."""
    weights: tuple[WeightFlip, ...]
    smallest: tuple[ValueFlip, ...]
    """For each challenger the smallest change of one value, the smallest of all first."""
    left_out: tuple[LeftOut, ...]
    acceptability: tuple[Acceptability, ...]


def flip_report(ranking: Ranking, *, samples: int = SAMPLES, seed: int = SEED) -> FlipReport:
    """Exact intervals and changes, and shares of the weight simplex. A draw at the top counts as the leader's."""
    whole = ranking.whole()
    weights = [weight / whole for weight in ranking.weights]
    ranked = _ranked(ranking.alternatives, weights)
    leader = next(one for one in ranking.alternatives if one.name == ranked[0].name)
    others = [one for one in ranking.alternatives if one.name != leader.name]
    forms = [_lead(leader, other) for other in others]
    return FlipReport(
        ranked=ranked,
        leaders=tuple(one.name for one in ranked if one.place == 1),
        weights=tuple(
            _weight_flip(criterion, holding_interval(weights, forms, k), others)
            for k, criterion in enumerate(ranking.criteria)
        ),
        smallest=_smallest(ranking.criteria, weights, leader, others),
        left_out=_left_out(ranking, weights),
        acceptability=_acceptability(ranking, samples, seed),
    )


def _lead(leader: Alternative, other: Alternative) -> Form:
    return tuple(a - b for a, b in zip(leader.values, other.values, strict=True))


def _ranked(alternatives: Sequence[Alternative], weights: Sequence[Fraction]) -> tuple[Ranked, ...]:
    values = {one.name: value_of(one.values, weights) for one in alternatives}
    ordered = sorted(alternatives, key=lambda one: -values[one.name])
    return tuple(
        Ranked(
            name=one.name,
            place=1 + sum(values[other.name] > values[one.name] for other in alternatives),
            value=values[one.name],
        )
        for one in ordered
    )


def _weight_flip(criterion: str, interval: WeightInterval | None, others: Sequence[Alternative]) -> WeightFlip:
    assert interval is not None, "the leader leads at today's weights"
    return WeightFlip(
        criterion=criterion,
        interval=interval,
        below=None if interval.low_form is None else others[interval.low_form].name,
        above=None if interval.high_form is None else others[interval.high_form].name,
    )


def _smallest(
    criteria: Sequence[str], weights: Sequence[Fraction], leader: Alternative, others: Sequence[Alternative]
) -> tuple[ValueFlip, ...]:
    """The lead on a challenger, divided by the greatest weight, is the smallest change of one value that ends it."""
    k = max(range(len(criteria)), key=lambda at: weights[at])
    found = [
        ValueFlip(
            challenger=other.name,
            criterion=criteria[k],
            change=value_of(_lead(leader, other), weights) / weights[k],
        )
        for other in others
    ]
    return tuple(sorted(found, key=lambda one: one.change))


def _left_out(ranking: Ranking, weights: Sequence[Fraction]) -> tuple[LeftOut, ...]:
    found = []
    for k, criterion in enumerate(ranking.criteria):
        kept = [Fraction(0) if at == k else weight for at, weight in enumerate(weights)]
        if any(kept):
            ranked = _ranked(ranking.alternatives, kept)
            found.append(LeftOut(criterion=criterion, first=tuple(one.name for one in ranked if one.place == 1)))
    return tuple(found)


def _acceptability(ranking: Ranking, samples: int, seed: int) -> tuple[Acceptability, ...]:
    table = np.array([[float(value) for value in one.values] for one in ranking.alternatives])
    values = sampled_weights(len(ranking.criteria), samples, seed) @ table.T
    return acceptability(tuple(one.name for one in ranking.alternatives), values, seed)


def acceptability(names: Sequence[str], values: npt.NDArray[np.float64], seed: int) -> tuple[Acceptability, ...]:
    """How often each alternative takes each place; `values` has a row for each sample, a column for each name.

    Rank acceptability: Lahdelma and Salminen, "SMAA-2", Operations Research 49 (2001).
    """
    places = np.empty(values.shape, dtype=int)
    for at in range(values.shape[1]):
        # Equal alternatives share the better place; a rounding error must not part them.
        places[:, at] = (values > values[:, at : at + 1] + 1e-12).sum(axis=1)
    return tuple(
        Acceptability(
            name=name,
            first=share_of(places[:, at] == 0, seed),
            places=tuple(float(share) for share in np.bincount(places[:, at], minlength=len(names)) / len(values)),
        )
        for at, name in enumerate(names)
    )
