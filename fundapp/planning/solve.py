"""The best sourcing plan for a problem: least weighted uncovered first, then least yen. Never "infeasible".

Lexicographic in two models rather than one with a large penalty, because a penalty large enough to put coverage first
blurs the yen in floats. What the solver returns is checked in exact figures before it is believed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from time import monotonic
from typing import Literal

import numpy as np

from fundapp.network.plan_problem import Ended, Plan, PlanProblem, Reason
from fundapp.planning.binaries import ROUNDING, Cut, Ints, Solution
from fundapp.planning.choosing import NONE, Choice
from fundapp.planning.highs import Solver
from fundapp.planning.model import Model, cost_model, coverage_model
from fundapp.planning.tidied import Tidied, counting, tidy

Stage = Literal["covering", "saving"]
Tell = Callable[["Progress"], None]

_RESERVED_SECONDS, _RESERVED_SECONDS_AN_OFFER = 0.5, 3e-5
"""Left for taking the figures out after the solver has stopped."""
_MANY_OFFERS = 500
"""From here on the solver's process is started before it is known whether it is needed."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search has come: `bound` is what no plan can go below; both are yen, or weight while covering."""

    stage: Stage
    best: float
    bound: float


@dataclass(frozen=True, slots=True)
class _Half:
    """The answer to one of the two questions: the choice, its value and the proved bound, in the model's units."""

    pick: Ints
    value: float
    bound: float

    @property
    def gap(self) -> float:
        """The share of the value that is still in doubt."""
        return 0.0 if self.value - self.bound <= ROUNDING else min(1.0, (self.value - self.bound) / self.value)


class _Search:
    """One search with its clock, its solver and its listener."""

    def __init__(self, problem: PlanProblem, tidied: Tidied, solver: Solver, *, ends: float, tell: Tell) -> None:
        self.problem = problem
        self.tidied = tidied
        self.lost = False
        self._solver = solver
        self._ends = ends
        self._tell = tell

    def left(self) -> float:
        """Seconds left; none once somebody has stopped the search."""
        return 0.0 if self._solver.stop.is_set() else self._ends - monotonic()

    def cover(self) -> _Half:
        """The least uncovered weight, of the lines that have an offer at all."""
        choice = Choice(self.tidied)
        choice.cover()
        start = self._emptied(choice.array())
        value = self._uncovered(start)
        if value == 0 or self.left() <= 0:
            return _Half(start, value, 0.0)
        half = self._solved("covering", coverage_model(self.tidied), _Half(start, value, 0.0), 0.0, self.left() / 2)
        whole = bool(np.all(self.tidied.weight == np.floor(self.tidied.weight)))
        # Whole weights make whole sums, so a bound between two of them proves the upper one.
        bound = min(half.value, ceil(half.bound - 1e-6)) if whole else half.bound
        return _Half(np.where(self.tidied.contested, half.pick, NONE), half.value, bound)

    def cheapen(self, covered: _Half, gap: float) -> _Half:
        """The least yen among the plans that leave no more uncovered."""
        choice = Choice(self.tidied)
        choice.take_over(covered.pick)
        choice.cover()
        halfway = monotonic() + min(5.0, self.left() / 4)
        choice.improve(lambda: monotonic() > halfway or self._solver.stop.is_set())
        pick = self._emptied(choice.array())
        if self._uncovered(pick) > covered.value:
            pick = covered.pick
        start = _Half(pick, self._yen(pick), _least_thinkable_yen(self.tidied, covered.value))
        model = cost_model(self.tidied, covered.value)
        if not len(model.offers):
            return _Half(pick, start.value, start.value)
        return start if start.gap <= gap or self.left() <= 0 else self._solved("saving", model, start, gap, self.left())

    def _solved(self, stage: Stage, model: Model, start: _Half, gap: float, seconds: float) -> _Half:
        """`start`, bettered. A choice that breaks a limit in exact figures is cut off, and solved again."""
        value = self._uncovered if stage == "covering" else self._yen
        ends = monotonic() + seconds
        cuts: list[Cut] = []
        best = start
        while not self.lost and (left := min(ends - monotonic(), self.left())) > 0:

            def tell(found: Solution | None, bound: float, best: _Half = best) -> None:
                told = best.value if found is None else value(model.picked(found))
                self._tell(Progress(stage, min(best.value, told), max(best.bound, bound)))

            asked = model.binaries.cut_off(cuts)
            found = self._solver.solve(asked, model.solution_of(best.pick), gap=gap, seconds=left, tell=tell)
            self.lost = found.lost
            best = _Half(best.pick, best.value, min(best.value, max(best.bound, found.bound)))
            if found.solution is None:
                return best
            pick = model.picked(found.solution)
            if broken := list(self._broken(model, pick, best if stage == "saving" else None)):
                cuts += broken
                continue
            if value(pick) < best.value:
                best = _Half(pick, value(pick), best.bound)
            return _Half(best.pick, best.value, best.value if found.proved else best.bound)
        return best

    def _uncovered(self, pick: Ints) -> float:
        """Weight of the contested lines that have nothing: all others with an offer are covered in any case."""
        return float(self.tidied.weight[self.tidied.contested & (pick == NONE)].sum())

    def _yen(self, pick: Ints) -> float:
        chosen = pick[pick != NONE]
        opened = np.unique(self.tidied.supplier[chosen])
        return float(self.tidied.cost[chosen].sum() + self.tidied.opening[opened].sum())

    def _overfull(self, pick: Ints) -> Iterator[Ints]:
        """The chosen offers of each supplier that has, in exact figures, fewer hours than they take."""
        chosen = pick[pick != NONE]
        bound = chosen[self.tidied.binding[self.tidied.supplier[chosen]]]
        bound = bound[np.argsort(self.tidied.supplier[bound], kind="stable")]
        suppliers, starts = np.unique(self.tidied.supplier[bound], return_index=True)
        for who, mine in zip(suppliers.tolist(), np.split(bound, starts[1:]), strict=False):
            capacity = self.problem.suppliers[who].capacity_hours
            offers = (self.problem.offers[k].hours for k in self.tidied.offer[mine].tolist())
            if capacity is not None and sum(map(Fraction, offers), Fraction(0)) > capacity:
                yield mine

    def _emptied(self, pick: Ints) -> Ints:
        """`pick` without the last lines of suppliers that have too few hours in exact figures."""
        while overfull := list(self._overfull(pick)):
            pick = pick.copy()
            pick[self.tidied.line[[mine[-1] for mine in overfull]]] = NONE
        return pick

    def _broken(self, model: Model, pick: Ints, covered: _Half | None) -> Iterator[tuple[Ints, float]]:
        """Cuts against a choice that only the solver's tolerance let through: hours, and weight left uncovered."""
        place = np.full(len(self.tidied.offer), NONE)
        place[model.offers] = np.arange(len(model.offers))
        for mine in self._overfull(pick):
            yield place[mine], len(mine) - 1
        if covered is not None and self._exact_weight(pick) > self._exact_weight(covered.pick):
            open_lines = np.flatnonzero(pick[model.lines] == NONE)
            yield len(model.offers) + len(model.suppliers) + open_lines, len(open_lines) - 1

    def _exact_weight(self, pick: Ints) -> Fraction:
        lines = np.flatnonzero(self.tidied.contested & (pick == NONE)).tolist()
        return sum((Fraction(self.problem.lines[line].weight) for line in lines), Fraction(0))


def solve(
    problem: PlanProblem,
    solver: Solver,
    *,
    gap: float = 0.0,
    seconds: float = 60.0,
    tell: Tell = lambda _progress: None,
) -> Plan:
    """The best plan that can be found in `seconds`, or one proved to be within `gap` (a share) of the best.

    When the solver is told to stop, the best plan found until then.
    """
    began = monotonic()
    if not problem.offers or not problem.lines:
        return _plan(
            problem, (), covered_gap=0.0, cost_gap=0.0, asked=gap, ended="proved", began=began, solver=solver.name
        )
    if len(problem.offers) > _MANY_OFFERS:
        solver.begin()
    tidied = tidy(problem)
    reserved = _RESERVED_SECONDS + len(problem.offers) * _RESERVED_SECONDS_AN_OFFER
    search = _Search(problem, tidied, solver, ends=began + max(seconds - reserved, seconds / 2), tell=tell)
    covered = search.cover()
    cheap = search.cheapen(covered, gap)
    chosen = tidied.offer[cheap.pick[cheap.pick != NONE]]
    return _plan(
        problem,
        tuple(sorted(chosen.tolist())),
        covered_gap=covered.gap,
        cost_gap=cheap.gap,
        asked=gap,
        ended="solver_lost" if search.lost else "stopped" if solver.stop.is_set() else "time",
        began=began,
        solver=solver.name,
    )


def _least_thinkable_yen(tidied: Tidied, uncovered_weight: float) -> float:
    """A bound without a solver: each line pays its part of a supplier's opening, as if all its lines went there.

    Of the contested lines the dearest for their weight may stay uncovered, the last of them in part.
    """
    pairs = np.unique(tidied.line * len(tidied.opening) + tidied.supplier)
    lines_of = np.maximum(np.bincount(pairs % len(tidied.opening), minlength=len(tidied.opening)), 1)
    shared = tidied.cost + (tidied.opening / lines_of)[tidied.supplier]
    least = np.full(len(tidied.weight), np.inf)
    np.minimum.at(least, tidied.line, shared)
    contested = np.flatnonzero(tidied.contested)
    by_worth = contested[np.argsort(-least[contested] / tidied.weight[contested])]
    weight = tidied.weight[by_worth]
    left_out = np.clip((uncovered_weight - (np.cumsum(weight) - weight)) / weight, 0, 1)
    return float(least[tidied.coverable].sum() - (least[by_worth] * left_out).sum())


def _plan(
    problem: PlanProblem,
    chosen: tuple[int, ...],
    *,
    covered_gap: float,
    cost_gap: float,
    asked: float,
    ended: Ended,
    began: float,
    solver: str,
) -> Plan:
    covered = {problem.offers[k].line for k in chosen}
    opened = sorted({problem.offers[k].supplier for k in chosen})
    open_lines = [line for line in range(len(problem.lines)) if line not in covered]
    reasons = _reasons(problem, open_lines)
    cost = sum((Fraction(problem.offers[k].cost_yen) for k in chosen), Fraction(0)) + sum(
        (Fraction(problem.suppliers[who].opening_cost_yen) for who in opened), Fraction(0)
    )
    gap = cost_gap if covered_gap == 0 else max(cost_gap, covered_gap)
    return Plan(
        status="optimal" if gap == 0 else "within_gap" if gap <= asked else "feasible",
        chosen=chosen,
        uncovered=tuple((problem.lines[line].id, reasons[line]) for line in open_lines),
        opened=tuple(problem.suppliers[who].id for who in opened),
        cost_yen=cost,
        bound_yen=cost - cost * Fraction(cost_gap),
        uncovered_weight=sum((Fraction(problem.lines[line].weight) for line in open_lines), Fraction(0)),
        gap=gap,
        coverage_gap=covered_gap,
        ended="proved" if gap <= asked else ended,
        seconds=monotonic() - began,
        solver=solver,
        input_sha256=problem.digest(),
    )


def _reasons(problem: PlanProblem, open_lines: list[int]) -> dict[int, Reason]:
    """Why each of these lines has no supplier: the first thing that all its offers fail."""
    wanted = set(open_lines)
    in_time, affordable, _fits = counting(problem) if problem.offers else ((), (), ())
    best: dict[int, int] = {}
    for k, offer in enumerate(problem.offers):
        if offer.line in wanted:
            passed = 1 + int(in_time[k]) + int(in_time[k] and affordable[k])
            best[offer.line] = max(best.get(offer.line, 0), passed)
    return {line: _reason(problem, line, best.get(line, 0)) for line in open_lines}


def _reason(problem: PlanProblem, line: int, passed: int) -> Reason:
    one = problem.lines[line]
    if passed == 0:
        return "no_offer" if one.capable_suppliers is None else "no_reply" if one.capable_suppliers else "no_capability"
    if passed == 1:
        return "all_late"
    if passed == 2:
        return "over_price_ceiling"
    return "capacity" if one.weight > 0 else "no_weight"
