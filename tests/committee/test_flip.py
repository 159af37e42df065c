"""Which changes flip a ranking."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.flip import Alternative, Ranking, WeightFlip, acceptability, flip_report
from fundapp.committee.flip_file import read_ranking
from fundapp.committee.weight_change import sampled_weights, share_of, value_of


def ranking(weights, alternatives) -> Ranking:
    return Ranking(
        criteria=tuple(f"C{at}" for at in range(1, len(weights) + 1)),
        weights=tuple(map(Fraction, weights)),
        alternatives=tuple(
            Alternative(name=name, values=tuple(map(Fraction, values))) for name, values in alternatives.items()
        ),
    )


TS_1997 = ranking(
    ("0.3277", "0.3058", "0.2876", "0.0790"),
    {
        "A1": ("0.3088", "0.2897", "0.3867", "0.1922"),
        "A2": ("0.2163", "0.3458", "0.1755", "0.6288"),
        "A3": ("0.4509", "0.2473", "0.1194", "0.0575"),
        "A4": ("0.0240", "0.1172", "0.3184", "0.1215"),
    },
)
TS_PREFERENCES = {"A1": "0.3162", "A2": "0.2768", "A3": "0.2621", "A4": "0.1449"}
"""As printed. A3 does not follow from the printed matrix, which makes it 0.2623."""
N_F = None
"""Not feasible: the weight would have to fall by more than there is."""
TS_CHANGES = {
    ("A1", "A2"): (N_F, "-229.7", "64.8818", "-114.1772"),
    ("A1", "A3"): ("-116.1733", N_F, "70.35", N_F),
    ("A1", "A4"): (N_F, N_F, N_F, N_F),
    ("A2", "A3"): ("-19.1334", "48.7901", "9.1099", "32.5317"),
    ("A2", "A4"): (N_F, N_F, "-320.9", N_F),
    ("A3", "A4"): ("83.7656", N_F, "-204.8", "2318.10"),
}
"""Pair -> by how many percent of itself each weight falls until the two are level: the paper's table of relative
changes, as students of aircraft design handed it on in the tests of their own program."""
TS_RIGHT = {
    ("A1", "A3", "70.35"): "70.38",
    ("A2", "A3", "9.1099"): "91.0987",
    ("A2", "A3", "32.5317"): "32.5316",
    ("A3", "A4", "2318.10"): "-2318.10",
}
"""Four cells that do not follow from the paper's own figures: 9.1099 divides 0.0262 in the place of 0.2620, 2318.10
lost its sign, two are off in their last digits."""


def by_hand(value: Fraction, places: int) -> str:
    """Rounded half up, as one does by hand."""
    return str((Decimal(value.numerator) / value.denominator).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def of_printed_preferences(*names: str) -> Ranking:
    """These alternatives alone, with one more criterion for what rounding took from their preferences or gave them."""
    kept = {one.name: one.values for one in TS_1997.alternatives if one.name in names}
    rest = {name: Fraction(TS_PREFERENCES[name]) - value_of(values, TS_1997.weights) for name, values in kept.items()}
    return ranking((*TS_1997.weights, 1), {name: (*values, rest[name]) for name, values in kept.items()})


def fall_of(flip: WeightFlip, whole: Fraction) -> Fraction | None:
    """By which share of itself the weight falls until the leader is level; None when no fall and no rise does it.

    Where the paper takes from one weight and divides all by their new whole, the interval is of the weight after that.
    """
    level = flip.interval.low if flip.below else flip.interval.high if flip.above else None
    if level is None:
        return None
    weight = flip.interval.weight * whole
    return (weight - level * whole) / (1 - level) / weight


def test_triantaphyllou_sanchez_1997_final_preferences():
    ranked = flip_report(TS_1997, samples=1).ranked
    found = {one.name: by_hand(one.value * TS_1997.whole(), 4) for one in ranked}
    assert list(found.items()) == list((TS_PREFERENCES | {"A3": "0.2623"}).items())


@pytest.mark.parametrize("pair", TS_CHANGES, ids="-".join)
def test_triantaphyllou_sanchez_1997_relative_changes_of_every_weight(pair: tuple[str, str]):
    """As in the paper, preferences and changes are rounded to four digits before one goes on with them."""
    of = of_printed_preferences(*pair)
    flips = flip_report(of, samples=1).weights[:4]
    assert {one for flip in flips for one in (flip.below, flip.above)} <= {pair[1], None}
    expected, found = [], []
    for flip, weight, printed in zip(flips, of.weights[:4], TS_CHANGES[pair], strict=True):
        fall = fall_of(flip, of.whole())
        right = TS_RIGHT.get((*pair, printed), printed)
        expected.append(right)
        if fall is not None and right is not None:
            percent = 100 * Fraction(by_hand(fall * weight, 4)) / weight
            found.append(by_hand(percent, len(right.partition(".")[2])))
        else:
            found.append(fall)
    assert found == expected


def test_triantaphyllou_sanchez_1997_percent_top_critical_criterion():
    """The least relative change of all that costs the best alternative its place is that of C3, in favour of A2."""
    falls = {one.criterion: fall_of(one, TS_1997.whole()) for one in flip_report(TS_1997, samples=1).weights}
    least = min((abs(fall), name) for name, fall in falls.items() if fall is not None)
    assert (by_hand(100 * least[0], 1), least[1]) == ("64.9", "C3")
    assert flip_report(TS_1997, samples=1).weights[2].below == "A2"


TERVONEN_2011 = {
    "Fluoxetine": ((0.0, 0.0), (11.7, 2.5), (7.2, 1.45), (16.6, 3.27), (13.7, 1.89), (18.6, 1.79)),
    "Paroxetine": ((0.086, 0.056), (9.2, 1.86), (10.6, 1.58), (21.2, 5.15), (14.3, 2.93), (18.3, 3.7)),
    "Sertraline": ((0.095, 0.044), (15.4, 2.65), (7.5, 1.48), (20.2, 3.78), (15.0, 3.21), (19.5, 2.6)),
    "Venlafaxine": ((0.113, 0.048), (5.5, 2.32), (15.7, 4.44), (12.8, 2.45), (11.2, 3.98), (31.0, 1.68)),
}
"""Mean and standard deviation: efficacy (log-normal, more is better), then five side effects (normal, less is)."""
TERVONEN_2011_PLACES = {
    "Fluoxetine": (0.20, 0.28, 0.30, 0.22),
    "Paroxetine": (0.25, 0.29, 0.27, 0.19),
    "Sertraline": (0.17, 0.25, 0.29, 0.30),
    "Venlafaxine": (0.39, 0.18, 0.15, 0.29),
}


def test_tervonen_2011_rank_acceptability_of_four_antidepressants():
    """Statistics in Medicine 30: no preferences, so weights from all over the simplex; a scale runs over the widest of
    the 95 % intervals. The paper drew 10,000 samples, which tell a share to 0.01."""
    samples = 400_000
    chance = np.random.default_rng(11)
    drawn = np.array([[chance.normal(*one, samples) for one in row] for row in TERVONEN_2011.values()])
    ends = np.array([[(m - 1.96 * s, m + 1.96 * s) for m, s in row] for row in TERVONEN_2011.values()])
    drawn[:, 0], ends[:, 0] = np.exp(drawn[:, 0]), np.exp(ends[:, 0])
    low, high = ends.min(axis=(0, 2))[:, None], ends.max(axis=(0, 2))[:, None]
    partial = (drawn - low) / (high - low)
    partial[:, 1:] = 1 - partial[:, 1:]
    values = np.einsum("ack,kc->ka", partial, sampled_weights(6, samples, seed=1))
    found = {one.name: one.places for one in acceptability(tuple(TERVONEN_2011), values, seed=1)}
    for name, printed in TERVONEN_2011_PLACES.items():
        assert found[name] == pytest.approx(printed, abs=0.01)


def test_tervonen_lahdelma_2007_samples_for_a_hundredth():
    """European Journal of Operational Research 178: 9604 samples tell a share to 0.01 with 95 % confidence."""
    half = share_of(np.arange(9604) % 2 == 0, seed=1)
    assert (half.share, 1.96 * half.standard_error) == (0.5, pytest.approx(0.01, abs=1e-9))


NUMBERS = st.integers(0, 5)
RANKINGS = st.integers(2, 4).flatmap(
    lambda n: st.builds(
        lambda weights, rows: ranking(weights, {f"A{at}": row for at, row in enumerate(rows)}),
        st.lists(st.integers(1, 9), min_size=n, max_size=n),
        st.lists(st.lists(NUMBERS, min_size=n, max_size=n), min_size=2, max_size=4),
    )
)


def moved(of: Ranking, k: int, share: Fraction) -> list[Fraction]:
    """The weights with one at `share` of the whole and the others in their proportions."""
    rest = of.whole() - of.weights[k]
    return [share if at == k else (1 - share) * weight / rest for at, weight in enumerate(of.weights)]


@given(RANKINGS, st.fractions(0, 1, max_denominator=60))
def test_the_leader_leads_exactly_inside_the_interval(of, share):
    report = flip_report(of, samples=1)
    values = {one.name: one.values for one in of.alternatives}
    leader = report.ranked[0].name
    for k, one in enumerate(report.weights):
        at = {name: value_of(row, moved(of, k, share)) for name, row in values.items()}
        leads = at[leader] >= max(at.values())
        assert leads == (one.interval.low <= share <= one.interval.high)


@given(RANKINGS)
def test_the_smallest_change_brings_the_challenger_level_and_no_less(of):
    report = flip_report(of, samples=1)
    weights = [weight / of.whole() for weight in of.weights]
    values = {one.name: value_of(one.values, weights) for one in of.alternatives}
    for one in report.smallest:
        lead = values[report.ranked[0].name] - values[one.challenger]
        assert one.change * weights[of.criteria.index(one.criterion)] == lead
        assert one.change == min(lead / weight for weight in weights)


def test_the_share_of_all_weights_is_the_same_for_the_same_seed_and_near_the_truth():
    # The lead is w1 - 2 w2 over w1 + w2 = 1: it holds for a third of all weights.
    of = ranking((5, 1), {"A": (1, 0), "B": (0, 2)})
    first, again = (flip_report(of, samples=40_000, seed=7).acceptability[0].first for _ in range(2))
    assert first == again
    assert abs(first.share - 1 / 3) < 4 * first.standard_error
    assert first.standard_error == pytest.approx((first.share * (1 - first.share) / 40_000) ** 0.5)


def test_equal_alternatives_share_the_first_place():
    report = flip_report(ranking((1, 1), {"A": (3, 1), "B": (1, 3), "C": (0, 0)}), samples=10)
    assert report.leaders == ("A", "B")
    assert [one.place for one in report.ranked] == [1, 1, 3]


GOOD = b'{"weights": {"a": 0.1, "b": 2}, "alternatives": {"X": {"b": 3, "a": 1.10}}}'


def test_a_file_is_read_with_exact_decimals():
    assert read_ranking(GOOD) == Ranking(
        criteria=("a", "b"),
        weights=(Fraction(1, 10), Fraction(2)),
        alternatives=(Alternative(name="X", values=(Fraction(11, 10), Fraction(3))),),
    )


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"{", Refusal.of("flip_no_json")),
        (b"\xff\xfe", Refusal.of("flip_no_json")),
        (b"[" * 100_000, Refusal.of("flip_no_json")),
        (b"[]", Refusal.of("flip_without_parts")),
        (b'{"weights": {}, "alternatives": {"X": {}}}', Refusal.of("flip_without_parts")),
        (
            b'{"weights": {"a": -1, "b": NaN}, "alternatives": {"X": {"a": "3", "c": 1}, "Y": 4}}',
            Refusal.of(
                "flip_unclear",
                Problem.of("flip_weight_unclear", "a"),
                Problem.of("flip_weight_unclear", "b"),
                Problem.of("flip_value_unclear", "X", criterion="a"),
                Problem.of("flip_value_unclear", "X", criterion="b"),
                Problem.of("flip_criterion_unknown", "X", criterion="c"),
                Problem.of("flip_value_unclear", "Y", criterion="a"),
            ),
        ),
        (
            b'{"weights": {"a": 0}, "alternatives": {"X": {"a": 1e999999}}}',
            Refusal.of(
                "flip_unclear",
                Problem.of("flip_weights_zero"),
                Problem.of("flip_value_unclear", "X", criterion="a"),
            ),
        ),
    ],
)
def test_a_file_that_does_not_fit_is_refused_by_name(content, refusal):
    assert read_ranking(content) == refusal
