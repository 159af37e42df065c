"""A proposal's plan with all that is told beside it, made in one go."""

from dataclasses import dataclass

from fundapp.network.plan import PlanCase
from fundapp.network.plan_problem import Plan, PlanProblem
from fundapp.network.plan_reading import DropOut, FrontierPoint, PlanSummary, drop_outs, frontier, summary
from fundapp.network.sourcing import SourcingRules
from fundapp.planning.highs import Solver
from fundapp.planning.runs import Run
from fundapp.planning.solve import solve

MAIN_SECONDS, SIDE_SECONDS, SIDE_GAP = 10.0, 3.0, 0.01


@dataclass(frozen=True, slots=True)
class Outcome:
    """The plan, its figures, each provider's loss, and cost against delivery. What was stopped is left out."""

    case: PlanCase
    plan: Plan
    summary: PlanSummary
    drop_outs: tuple[DropOut, ...]
    frontier: tuple[FrontierPoint, ...]


def outcome(case: PlanCase, rules: SourcingRules, run: "Run[Outcome]", solver: Solver) -> Outcome:
    """The plan first and exactly as far as ten seconds go; then the questions beside it, to one percent."""
    run.note("plan")
    plan = solve(case.problem, solver, seconds=MAIN_SECONDS, tell=run.tell)
    losses = len({case.problem.offers[k].supplier for k in plan.chosen})
    asked = 0

    def quickly(problem: PlanProblem) -> Plan:
        return solve(problem, solver, gap=SIDE_GAP, seconds=SIDE_SECONDS)

    def without_one(problem: PlanProblem) -> Plan:
        nonlocal asked
        asked += 1
        run.note("aside", asked, losses)
        return quickly(problem)

    dropped = drop_outs(case, plan, without_one) if not run.stop.is_set() else ()
    # A question that was cut off has an answer that says nothing.
    dropped = () if run.stop.is_set() else dropped
    run.note("frontier")
    points = frontier(case, rules, quickly) if not run.stop.is_set() else ()
    return Outcome(
        case=case,
        plan=plan,
        summary=summary(case, plan, rules),
        drop_outs=dropped,
        frontier=() if run.stop.is_set() else points,
    )
