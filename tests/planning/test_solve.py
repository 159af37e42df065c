"""The plan against every possible choice, and what it says of its own proof."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fundapp.network.plan_problem import PlanLine, PlanOffer, PlanProblem, PlanSupplier
from fundapp.planning import highs
from fundapp.planning.solve import solve


def worth(problem, chosen):
    """(weight left uncovered, yen) of a choice in exact figures; None when it breaks a rule."""
    hours = {}
    for k in chosen:
        offer = problem.offers[k]
        line = problem.lines[offer.line]
        if (offer.lead_time_days or 0) > (float("inf") if line.need_by_days is None else line.need_by_days):
            return None
        if line.price_ceiling_yen is not None and offer.cost_yen > line.price_ceiling_yen:
            return None
        hours[offer.supplier] = hours.get(offer.supplier, 0) + Fraction(offer.hours)
    for who, taken in hours.items():
        capacity = problem.suppliers[who].capacity_hours
        if capacity is not None and taken > capacity:
            return None
    covered = [problem.offers[k].line for k in chosen]
    if len(set(covered)) < len(covered):
        return None
    weight = sum(Fraction(line.weight) for at, line in enumerate(problem.lines) if at not in covered)
    yen = sum(Fraction(problem.offers[k].cost_yen) for k in chosen)
    return weight, yen + sum(Fraction(problem.suppliers[who].opening_cost_yen) for who in hours)


def best_of_all(problem):
    """The least (weight, yen) over every choice."""
    mine = [[None] for _ in problem.lines]
    for k, offer in enumerate(problem.offers):
        mine[offer.line].append(k)
    found = (worth(problem, [k for k in choice if k is not None]) for choice in product(*mine))
    return min(one for one in found if one is not None)


cents = st.integers(0, 400).map(lambda n: Decimal(n) / 100)
few = st.integers(0, 6).map(lambda n: Decimal(n) / 10)


@st.composite
def problems(draw):
    """Up to four lines and suppliers: fractions, ties, too few hours, late and dear offers, two offers of one pair."""
    lines = draw(
        st.lists(
            st.builds(
                PlanLine,
                id=st.just("?"),
                need_by_days=st.none() | st.integers(0, 3),
                weight=st.sampled_from([1, 1, 2, Decimal("0.5"), Decimal("0.1"), Fraction(1, 3), 0]),
                price_ceiling_yen=st.none() | st.none() | cents,
            ),
            min_size=1,
            max_size=4,
        )
    )
    suppliers = draw(
        st.lists(
            st.builds(
                PlanSupplier, id=st.just("?"), capacity_hours=st.none() | few, opening_cost_yen=st.just(0) | cents
            ),
            min_size=1,
            max_size=4,
        )
    )
    offers = draw(
        st.lists(
            st.builds(
                PlanOffer,
                line=st.integers(0, len(lines) - 1),
                supplier=st.integers(0, len(suppliers) - 1),
                cost_yen=cents | st.integers(0, 3),
                hours=few | st.integers(0, 1),
                lead_time_days=st.none() | st.integers(0, 4),
            ),
            max_size=9,
        )
    )
    return PlanProblem(
        lines=tuple(replace(one, id=f"L{n}") for n, one in enumerate(lines)),
        suppliers=tuple(replace(one, id=f"S{n}") for n, one in enumerate(suppliers)),
        offers=tuple(offers),
    )


def tangled(seed):
    """Five lines that three suppliers fight over, nearly all of them costly to open and short of hours."""
    chance = Random(seed)
    lines = tuple(PlanLine(f"L{n}", weight=chance.choice([1, 1, 1, 2, Decimal("0.3")])) for n in range(5))
    suppliers = tuple(
        PlanSupplier(
            f"S{n}",
            capacity_hours=chance.choice([Decimal(chance.randint(3, 12)) / 10, chance.randint(1, 3), None]),
            opening_cost_yen=chance.choice([0, Decimal(chance.randint(0, 900)) / 100]),
        )
        for n in range(4)
    )
    offers = tuple(
        PlanOffer(
            line,
            who,
            cost_yen=Decimal(chance.randint(0, 600)) / 100,
            hours=chance.choice([Decimal(chance.randint(1, 7)) / 10, Fraction(chance.randint(1, 4), 3)]),
        )
        for line in range(5)
        for who in chance.sample(range(4), chance.randint(1, 4))
    )
    return PlanProblem(lines, suppliers, offers)


@pytest.fixture(scope="module")
def solver():
    """One solving process for many plans."""
    with highs.Solver() as solver:
        yield solver


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problems() | st.integers(0, 10**9).map(tangled))
def test_no_choice_is_better_than_the_plan(solver, problem):
    plan = solve(problem, solver)
    assert plan.status == "optimal"
    assert (plan.uncovered_weight, plan.cost_yen) == worth(problem, plan.chosen) == best_of_all(problem)


def simple(*offers, lines=1, suppliers=2, **of_lines):
    return PlanProblem(
        lines=tuple(PlanLine(f"L{n}", **of_lines) for n in range(lines)),
        suppliers=tuple(PlanSupplier(f"S{n}", capacity_hours=10) for n in range(suppliers)),
        offers=tuple(PlanOffer(**offer) for offer in offers),
    )


@pytest.mark.parametrize(
    ("problem", "reason"),
    [
        (simple(), "no_offer"),
        (simple(capable_suppliers=0), "no_capability"),
        (simple(capable_suppliers=3), "no_reply"),
        (simple({"line": 0, "supplier": 0, "cost_yen": 1, "lead_time_days": 9}, need_by_days=8), "all_late"),
        (simple({"line": 0, "supplier": 0, "cost_yen": 9}, price_ceiling_yen=8), "over_price_ceiling"),
        (simple({"line": 0, "supplier": 0, "cost_yen": 9, "hours": 11}), "capacity"),
        (simple({"line": 0, "supplier": 0, "cost_yen": 9}, weight=0), "no_weight"),
    ],
)
def test_an_uncovered_line_says_why(solver, problem, reason):
    plan = solve(problem, solver)
    assert (plan.status, plan.chosen, plan.uncovered, plan.cost_yen) == ("optimal", (), (("L0", reason),), 0)


def test_a_late_and_a_dear_offer_are_told_by_the_one_that_came_further(solver):
    late = {"line": 0, "supplier": 0, "cost_yen": 1, "lead_time_days": 9}
    dear = {"line": 0, "supplier": 1, "cost_yen": 9, "lead_time_days": 1}
    plan = solve(simple(late, dear, need_by_days=8, price_ceiling_yen=8), solver)
    assert plan.uncovered == (("L0", "over_price_ceiling"),)


def test_more_lines_come_before_fewer_yen(solver):
    # The cheap offer for line 0 would take the hours that line 1 has no other use for.
    cheap = {"line": 0, "supplier": 0, "cost_yen": 1, "hours": 10}
    dear = {"line": 0, "supplier": 1, "cost_yen": 10**9, "hours": 10}
    only = {"line": 1, "supplier": 0, "cost_yen": 5, "hours": 1}
    plan = solve(simple(cheap, dear, only, lines=2), solver)
    assert (plan.chosen, plan.cost_yen, plan.uncovered, plan.opened) == ((1, 2), 10**9 + 5, (), ("S0", "S1"))


def test_hours_are_compared_exactly_and_not_within_the_solvers_tolerance(solver):
    # Together a ten-millionth of an hour too much: less than the solver lets pass.
    half = Decimal("5.00000005")
    pair = ({"line": n, "supplier": 0, "cost_yen": 3 + n, "hours": half} for n in range(2))
    plan = solve(simple(*pair, lines=2), solver)
    assert (plan.chosen, plan.uncovered, plan.status) == ((0,), (("L1", "capacity"),), "optimal")
    exact = simple(*({"line": n, "supplier": 0, "cost_yen": 1, "hours": Decimal(5)} for n in range(2)), lines=2)
    assert solve(exact, solver).chosen == (0, 1)


def hard(lines=60):
    """So short of hours that the proof takes a while."""
    chance = Random(7)
    return PlanProblem(
        lines=tuple(PlanLine(n) for n in range(lines)),
        suppliers=tuple(PlanSupplier(n, 40, chance.randint(500, 900)) for n in range(lines // 3)),
        offers=tuple(
            PlanOffer(line, who, chance.randint(100, 999), chance.randint(9, 25))
            for line in range(lines)
            for who in chance.sample(range(lines // 3), 5)
        ),
    )


def test_without_time_the_plan_is_whole_and_its_gap_is_not_claimed_to_be_small(solver):
    problem = hard()
    plan = solve(problem, solver, seconds=0)
    assert (plan.status, plan.ended) == ("feasible", "time")
    assert (plan.uncovered_weight, plan.cost_yen) == worth(problem, plan.chosen)
    assert 0 < plan.gap <= 1


def test_a_search_that_is_stopped_gives_what_it_has():
    problem = hard()
    with highs.Solver() as own:
        plan = solve(problem, own, tell=lambda _progress: own.stop.set())
    assert plan.ended == "stopped"
    assert worth(problem, plan.chosen) is not None


def test_a_solver_that_is_killed_costs_the_proof_and_not_the_plan(monkeypatch):
    begin = highs.Solver.begin

    def killed(solver):
        process = begin(solver)
        process.kill()
        return process

    monkeypatch.setattr(highs.Solver, "begin", killed)
    problem = hard()
    with highs.Solver() as own:
        plan = solve(problem, own)
    assert (plan.status, plan.ended) == ("feasible", "solver_lost")
    assert worth(problem, plan.chosen) is not None


def test_a_wide_gap_ends_the_search_before_the_proof(solver):
    problem = tangled(5)
    plan = solve(problem, solver, gap=1)
    assert (plan.status, plan.ended) in {("within_gap", "proved"), ("optimal", "proved")}
    least = best_of_all(problem)
    assert plan.bound_yen <= least[1] <= plan.cost_yen


def test_the_same_problem_has_the_same_digest_and_another_has_not(solver):
    one, other = tangled(1), tangled(2)
    assert one.digest() == tangled(1).digest() != other.digest()
    assert solve(one, solver).input_sha256 == one.digest()
