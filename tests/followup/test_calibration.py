"""Kendall's tau against the printed example of M. G. Kendall."""

import math
from fractions import Fraction

import pytest

from fundapp.followup.calibration import ENOUGH, agreement, rank
from fundapp.followup.outcome import LADDER, STOPPED


def scores(*values: float) -> list[Fraction]:
    return [Fraction(str(value)) for value in values]


def test_the_same_order_is_one_and_the_reverse_is_minus_one():
    order = list(range(ENOUGH))
    same, reverse = (agreement([Fraction(one) for one in order], ranks) for ranks in (order, order[::-1]))
    assert (same.concordant, same.discordant, same.tau_b) == (45, 0, 1)
    assert (reverse.concordant, reverse.discordant, reverse.tau_b) == (0, 45, -1)


def test_kendall_1970_example_3_1_two_rankings_with_ties():
    """Rank Correlation Methods, 4th edition, page 35: S = 33 over the root of 41 x 36, tau-b = 0.859.

    The book's figures as the tests of the R package SingleCaseES quote them; by hand: of 45 pairs 4 are tied in the
    first ranking (four ties of two) and 9 in the second (one of four: 6, one of three: 3).
    """
    first = scores(1, 2.5, 2.5, 4.5, 4.5, 6.5, 6.5, 8, 9.5, 9.5)
    second = [2, 4, 9, 9, 9, 9, 16, 16, 16, 20]  # Twice the printed 1, 2, 4.5, …, so that they are whole.
    found = agreement(first, second)
    assert found.concordant - found.discordant == 33
    assert found.tau_b == pytest.approx(33 / math.sqrt(41 * 36), rel=1e-12)
    assert f"{found.tau_b:.3f}" == "0.859"


def test_too_few_or_all_alike_give_no_coefficient():
    few = list(range(ENOUGH - 1))
    assert agreement([Fraction(one) for one in few], few).tau_b is None
    assert agreement([Fraction(3)] * ENOUGH, list(range(ENOUGH))).tau_b is None


def test_whatever_stopped_ranks_below_the_first_step():
    assert [rank(state) for state in LADDER] == [0, 1, 2, 3, 4, 5]
    assert {rank(state) for state in STOPPED} == {-1}
