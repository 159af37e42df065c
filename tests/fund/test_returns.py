"""What dated flows returned, against published examples and by properties."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fundapp.basis.refusal import Problem
from fundapp.fund.annual_rate import NoRate, annual_rate
from fundapp.fund.returns import Flow, IndexLevel, Multiple, returns

START = date(2020, 1, 1)
YEAR = timedelta(days=365)


def flows(*rows: tuple[int, int]) -> list[Flow]:
    """Flows by (days after the start, yen)."""
    return [Flow(on=START + timedelta(days=days), amount_yen=yen) for days, yen in rows]


def rate_of(*rows: tuple[int, int]) -> float | NoRate:
    made = flows(*rows)
    return annual_rate([flow.on for flow in made], [float(flow.amount_yen) for flow in made])


def test_the_example_in_the_documentation_of_excel_s_xirr():
    days = [date(2008, 1, 1), date(2008, 3, 1), date(2008, 10, 30), date(2009, 2, 15), date(2009, 4, 1)]
    found = annual_rate(days, [-10_000, 2_750, 4_250, 3_250, 2_750])
    assert round(found, 9) == 0.373362534  # Excel prints 0.373362535, from a search that stops at 1e-8.


def test_a_year_at_ten_percent():
    assert rate_of((0, -100), (365, 110)) == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (((0, -100), (400, -5)), "rate_without_sign_change"),
        (((0, 100), (400, 5)), "rate_without_sign_change"),
        (((0, -100), (0, 100), (400, 50)), "rate_without_sign_change"),
        (((0, -100), (364, 110)), "rate_under_a_year"),
        (((0, -100), (30, 50), (364, 110)), "rate_under_a_year"),
        (((0, -100), (365, 250), (730, -200)), "rate_without_root"),
    ],
)
def test_no_rate_is_a_reason_and_never_zero(rows, code):
    found = rate_of(*rows)
    assert isinstance(found, NoRate)
    assert (found.roots, found.problem.code) == ((), code)


def test_lorie_and_savage_1955_oil_pump_has_two_rates():
    """The pump: 1,600 now, 10,000 after a year, and 10,000 forgone after two: 25 % and 400 %."""
    found = rate_of((0, -1_600), (365, 10_000), (730, -10_000))
    assert isinstance(found, NoRate)
    assert found.roots == pytest.approx((0.25, 4.0))
    assert found.problem == Problem.of("rate_with_roots", count=2)


def test_flows_of_the_same_day_count_together_in_whatever_order():
    together = rate_of((0, -60), (365, 66))
    assert rate_of((365, 70), (0, -100), (0, 40), (365, -4)) == pytest.approx(together)


AMOUNTS = st.integers(1, 10**9)


@settings(deadline=None)
@given(st.lists(AMOUNTS, min_size=1, max_size=6), st.lists(AMOUNTS, min_size=1, max_size=6), st.integers(1, 900))
def test_at_the_rate_the_flows_are_worth_nothing(paid, back, gap):
    rows = [(gap * at, -yen) for at, yen in enumerate(paid)]
    rows += [(gap * (len(paid) + at), yen) for at, yen in enumerate(back)]
    assume(rows[-1][0] >= 365)
    # Whoever loses all but nothing within days has a rate below what is searched.
    assume(sum(back) > sum(paid) / 1000)
    found = rate_of(*rows)
    assert isinstance(found, float)
    growth = 1 + found
    value = sum(yen * growth ** (-days / 365) for days, yen in rows)
    assert abs(value) <= 1e-6 * sum(abs(yen) * growth ** (-days / 365) for days, yen in rows)


def test_multiples_are_exact_and_stop_at_the_day_of_the_figures():
    found = returns(
        flows((0, -300), (400, 100), (800, 50), (900, 999)),
        START + timedelta(days=800),
        nav_yen=200,
        committed_yen=600,
    )
    assert (found.paid_in_yen, found.distributed_yen) == (300, 150)
    assert [found.pic.value, found.dpi.value, found.rvpi.value, found.tvpi.value] == [
        Fraction(1, 2),
        Fraction(1, 2),
        Fraction(2, 3),
        Fraction(7, 6),
    ]


def test_a_multiple_of_nothing_is_a_reason():
    found = returns(flows((0, 5)), START)
    assert found.dpi == Multiple(problem=Problem.of("multiple_without_capital"))


def test_gredil_griffiths_and_stucke_2014_exhibits_5_and_6():
    """The example of "Benchmarking private equity: the Direct Alpha method", draft of February 2014, pages 25 and 26.

    Flows, index and the four printed results as open reproductions of the paper quote them; we have not read its pages.
    The index is printed in whole numbers only, so the results are compared at the digits that the paper prints.
    """
    levels = (100, 78, 100, 111, 117, 135, 142, 90, 113, 131)
    ends = [date(year, 12, 31) for year in range(2001, 2011)]
    index = [IndexLevel(on=on, level=Fraction(level)) for on, level in zip(ends, levels, strict=True)]
    paid = {2001: 100, 2003: 100, 2005: 50}
    received = {2003: 25, 2005: 150, 2007: 150, 2009: 100}
    made = [Flow(on=date(year, 12, 31), amount_yen=-amount) for year, amount in paid.items()]
    made += [Flow(on=date(year, 12, 31), amount_yen=amount) for year, amount in received.items()]
    found = returns(made, ends[-1], nav_yen=75, index=index)
    assert found.comparison is not None
    printed = {"TVPI": "2.00", "KS-PME": "1.67", "IRR": "17.5 %", "Direct Alpha": "12.6 %"}
    assert {
        "TVPI": f"{float(found.tvpi.value):.2f}",
        "KS-PME": f"{float(found.comparison.ks_pme.value):.2f}",
        "IRR": f"{found.rate * 100:.1f} %",
        "Direct Alpha": f"{found.comparison.direct_alpha * 100:.1f} %",
    } == printed


GROWTH = st.lists(st.integers(50, 200), min_size=2, max_size=5)


@settings(deadline=None)
@given(GROWTH, st.integers(1, 10**6))
def test_a_fund_that_is_the_index_has_a_pme_of_one_and_no_alpha(levels, paid):
    index = [IndexLevel(on=START + at * YEAR, level=Fraction(level)) for at, level in enumerate(levels)]
    last = START + (len(levels) - 1) * YEAR
    # Exact where the yen come out whole: pay in what the index costs, get back what it is worth.
    made = [Flow(on=START, amount_yen=-paid * levels[0]), Flow(on=last, amount_yen=paid * levels[-1])]
    found = returns(made, last, index=index).comparison
    assert found.ks_pme.value == 1
    assert found.direct_alpha == pytest.approx(0, abs=1e-9)


def test_direct_alpha_is_the_rate_above_the_index_each_year():
    index = [IndexLevel(on=START + at * YEAR, level=Fraction(100 * 11**at, 10**at)) for at in range(4)]
    # The fund grows by 1.1 x 1.05 a year.
    worth = round(10**9 * (1.1 * 1.05) ** 3)
    found = returns(flows((0, -(10**9))), START + 3 * YEAR, nav_yen=worth, index=index).comparison
    assert found.direct_alpha == pytest.approx(0.05, abs=1e-8)
    assert float(found.ks_pme.value) == pytest.approx(1.05**3, abs=1e-8)


def test_a_day_without_a_level_is_named_and_a_holiday_is_bridged():
    index = [
        IndexLevel(on=START - timedelta(days=3), level=Fraction(100)),
        IndexLevel(on=START + YEAR, level=Fraction(110)),
    ]
    assert returns(flows((0, -10), (365, 11)), START + YEAR, index=index).comparison.ks_pme.value == 1
    found = returns(flows((0, -10), (200, 1), (365, 11)), START + YEAR, index=index).comparison
    assert found.ks_pme.problem == Problem.of("index_missing", missing_on="2020-07-19")
    assert found.direct_alpha.problem == found.ks_pme.problem
