"""Agreement of raters, against the published examples."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundapp.basis.refusal import Problem
from fundapp.committee.agreement import Agreement, ItemSpread, Ratings, agreement

N = None


def table(rows, **kwargs) -> Ratings:
    return Ratings(
        items=tuple(str(at) for at, _row in enumerate(rows, 1)),
        raters=tuple("ABCDEFGH"[: len(rows[0])]),
        marks=tuple(map(tuple, rows)),
        **kwargs,
    )


def figures(found: Agreement, places: int) -> dict[str, float | None]:
    return {one.name: None if one.value is None else round(one.value, places) for one in (*found.icc, *found.alpha)}


def test_shrout_and_fleiss_1979_table_2():
    found = agreement(table([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]))
    printed = {
        "ICC(1,1)": 0.17,
        "ICC(2,1)": 0.29,
        "ICC(3,1)": 0.71,
        "ICC(1,k)": 0.44,
        "ICC(2,k)": 0.62,
        "ICC(3,k)": 0.91,
    }
    assert {name: value for name, value in figures(found, 2).items() if name.startswith("ICC")} == printed


OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3),
    (N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N),
)


def test_krippendorff_2011_reliability_data_with_missing_values():
    found = agreement(table(list(zip(*OBSERVERS, strict=True))))
    assert {one.name: round(one.value or 0, 3) for one in found.alpha} == {
        "nominal": 0.743,
        "ordinal": 0.815,
        "interval": 0.849,
        "ratio": 0.797,
    }
    assert (found.items, found.raters, found.marks, found.missing, found.complete_items) == (12, 4, 41, 7, 8)


def test_krippendorff_2011_binary_data_of_two_observers():
    meg = (0, 1, 0, 0, 0, 0, 0, 0, 1, 0)
    owen = (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)
    assert round(agreement(table(list(zip(meg, owen, strict=True)))).alpha[0].value or 0, 3) == 0.095


def test_krippendorff_2011_nominal_data_of_two_observers():
    ben, gerry = "aabbdcccedda", "babbbccceddd"
    rows = [[float("abcde".index(one)) for one in pair] for pair in zip(ben, gerry, strict=True)]
    assert round(agreement(table(rows, numbers=False)).alpha[0].value or 0, 3) == 0.692


def test_the_spread_of_each_item_comes_first():
    found = agreement(table([[4, 2, 3], [N, 5, N]]))
    assert found.spreads == (
        ItemSpread(item="1", marks=3, least=2, greatest=4, spread=2),
        ItemSpread(item="2", marks=1, least=None, greatest=None, spread=None),
    )


@pytest.mark.parametrize(
    ("rows", "icc", "alpha"),
    [
        ([[1], [2], [3]], "agreement_needs_raters", "agreement_needs_pairs"),
        ([[1, 2], [N, 3], [4, N]], "agreement_needs_items", None),
        ([[3, 3], [3, 3], [3, 3]], "agreement_without_variation", "agreement_without_variation"),
    ],
)
def test_a_coefficient_without_meaning_says_why(rows, icc, alpha):
    found = agreement(table(rows))
    assert {one.problem.code for one in found.icc if one.problem} == {icc}
    assert {one.problem.code if one.problem else None for one in found.alpha} == {alpha}


def test_categories_have_only_a_nominal_alpha():
    found = agreement(table([[0, 0], [1, 1], [2, 1], [0, 0]], numbers=False))
    without = Problem.of("agreement_without_numbers")
    assert [one.problem for one in found.alpha] == [None, without, without, without]
    assert {one.problem for one in found.icc} == {without}
    assert found.spreads == ()


def test_a_ratio_below_zero_is_refused_and_the_others_stand():
    found = agreement(table([[-1, 1], [2, 2]]))
    assert [one.problem.code if one.problem else None for one in found.alpha] == [N, N, N, "agreement_below_zero"]


MARKS = st.one_of(st.none(), st.integers(1, 5))
TABLES = st.integers(2, 4).flatmap(lambda k: st.lists(st.lists(MARKS, min_size=k, max_size=k), min_size=2, max_size=9))


@given(TABLES, st.randoms())
def test_the_order_of_items_and_raters_changes_nothing(rows, chance):
    order = list(range(len(rows[0])))
    chance.shuffle(order)
    turned = [[row[at] for at in order] for row in rows]
    chance.shuffle(turned)
    before, after = figures(agreement(table(rows)), 9), figures(agreement(table(turned)), 9)
    assert before == pytest.approx(after, nan_ok=True)


@given(TABLES)
def test_full_agreement_is_one_and_nothing_is_above(rows):
    for value in figures(agreement(table(rows)), 12).values():
        assert value is None or (math.isfinite(value) and value <= 1)
    same = [[row[0]] * len(row) for row in rows]
    assert {one.value for one in agreement(table(same)).alpha} <= {1.0, None}
