"""The coverage to be expected before any offer is in: who is able, times how often such members answer."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import sqrt

from fundapp.basis.fact import Fact, Ratio

Z = 1.96
"""Of an interval that holds in 95 of 100 cases."""


class ExpectedCoverage(Fact):
    """Shares of the lines. The interval takes in both how well the rate of answers is known and chance line by line."""

    value: Ratio
    low: Ratio
    high: Ratio
    asked: int
    answered: int
    """What the rate rests on: members who were asked before for lines that they are able to make, and who answered."""


def expected_coverage(able: Sequence[int], asked: int, answered: int) -> ExpectedCoverage | None:
    """`able`: how many members are able to make each line. None without a line or without anybody asked before.

    A line is covered when one of its members answers. The rate's interval is Wilson's (1927, JASA 22, 209).
    """
    if not able or asked <= 0:
        return None
    low, high = wilson(answered, asked)
    return ExpectedCoverage(
        value=_share(_chances(able, answered / asked)),
        low=_bounded(_chances(able, low), -1),
        high=_bounded(_chances(able, high), 1),
        asked=asked,
        answered=answered,
    )


def wilson(hits: int, cases: int) -> tuple[float, float]:
    """Wilson's score interval for a share."""
    share, squared = hits / cases, Z * Z / cases
    middle = (share + squared / 2) / (1 + squared)
    half = Z / (1 + squared) * sqrt(share * (1 - share) / cases + squared / (4 * cases))
    return max(0.0, middle - half), min(1.0, middle + half)


def _chances(able: Iterable[int], rate: float) -> list[float]:
    return [1 - (1 - rate) ** members for members in able]


def _share(chances: Sequence[float]) -> Fraction:
    return Fraction(sum(chances) / len(chances)).limit_denominator(10_000)


def _bounded(chances: Sequence[float], side: int) -> Fraction:
    deviation = sqrt(sum(chance * (1 - chance) for chance in chances))
    share = (sum(chances) + side * Z * deviation) / len(chances)
    return Fraction(min(1.0, max(0.0, share))).limit_denominator(10_000)
