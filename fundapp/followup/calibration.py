"""Did the scores foresee the outcome? Pairs of a score at the approval and the state reached since."""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.followup.outcome import LADDER

ENOUGH = 10
"""Below so many pairs a coefficient says nothing: the pairs are shown as they are."""


class Pair(Fact):
    """One investment: its value on each axis at the approval, and the state it is in now."""

    code: Text
    axis1: Ratio
    axis2: Ratio
    state: Text


class Agreement(Fact):
    """How the order by score and the order by outcome go together."""

    concordant: int
    discordant: int
    tied: int
    """Pairs of investments that are equal in score or in outcome."""
    tau_b: float | None
    """Kendall's tau-b; None when there are too few investments or all are equal."""


def rank(state: str) -> int:
    """The step on the ladder; every state in which it stopped is below the first step."""
    return LADDER.index(state) if state in LADDER else -1


def agreement(scores: Sequence[Fraction], ranks: Sequence[int], *, enough: int = ENOUGH) -> Agreement:
    """Concordant and discordant pairs and tau-b (M. G. Kendall, The treatment of ties in ranking problems, 1945)."""
    size = len(scores)
    assert size == len(ranks)
    concordant = discordant = tied_score = tied_rank = tied_either = 0
    for first in range(size):
        for second in range(first + 1, size):
            by_score = (scores[first] > scores[second]) - (scores[first] < scores[second])
            by_rank = (ranks[first] > ranks[second]) - (ranks[first] < ranks[second])
            concordant += by_score * by_rank > 0
            discordant += by_score * by_rank < 0
            tied_score += by_score == 0
            tied_rank += by_rank == 0
            tied_either += by_score * by_rank == 0
    pairs = size * (size - 1) // 2
    spread = (pairs - tied_score) * (pairs - tied_rank)
    tau = (concordant - discordant) / sqrt(spread) if spread and size >= enough else None
    return Agreement(concordant=concordant, discordant=discordant, tied=tied_either, tau_b=tau)
