"""Which changes flip a ranking."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.flip import Alternative, Ranking, flip_report
from fundapp.committee.flip_file import read_ranking
from fundapp.committee.weight_change import value_of


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


def test_triantaphyllou_sanchez_1997_final_preferences():
    found = {one.name: float(one.value * TS_1997.whole()) for one in flip_report(TS_1997, samples=1).ranked}
    assert found == pytest.approx({"A1": 0.3162, "A2": 0.2768, "A3": 0.2621, "A4": 0.1449}, abs=2e-4)


def test_triantaphyllou_sanchez_1997_critical_change_of_a_weight():
    """Theorem 1: the weight W falls by (P_j - P_i) / (a_jk - a_ik); the new weights are divided by their new whole."""
    report = flip_report(TS_1997, samples=1)
    whole = TS_1997.whole()
    a1, a2 = (one.values for one in TS_1997.alternatives[:2])
    p1, p2 = (value_of(values, TS_1997.weights) for values in (a1, a2))
    for k, side in ((2, "low"), (3, "high")):
        change = (p2 - p1) / (a2[k] - a1[k])
        critical = (TS_1997.weights[k] - change) / (whole - change)
        assert getattr(report.weights[k].interval, side) == critical
        assert getattr(report.weights[k], {"low": "below", "high": "above"}[side]) == "A2"


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
