"""The command `fundapp plan INSTANCE.json`: the best choice of offers for the lines of a file."""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fundapp.cli.telling import fail, refuse
from fundapp.text.catalogue import N_, _
from fundapp.text.network_words import word

if TYPE_CHECKING:
    from fractions import Fraction

    from fundapp.network.plan_problem import Plan

_STARTING_SECONDS = 0.4
"""What Python takes before this command begins, where the system does not say when the process began."""

STATUS: dict[str, str] = {
    "optimal": N_("Proved to be the best plan."),
    "within_gap": N_("Proved to be at most {gap} from the best."),
    "feasible": N_("A better plan may exist; it would be at most {gap} better."),
}


def add(commands: Any) -> None:
    """Add this command to the command line."""
    plan = commands.add_parser("plan", help=_("choose the best offers for the lines of a file"))
    plan.add_argument("file", type=Path, metavar="INSTANCE.json")
    plan.add_argument("--json", action="store_true", help=_("answer in JSON"))
    plan.add_argument(
        "--gap",
        type=_between(0, 1),
        default=0.0,
        metavar="0.01",
        help=_("stop when the plan is proved to be this near the best, as a share; 0 asks for the best itself"),
    )
    plan.add_argument(
        "--seconds", type=_between(0.1, 86_400), default=60.0, metavar="60", help=_("stop after so many seconds")
    )
    plan.set_defaults(carry_out=_plan)


def _between(least: float, most: float) -> Callable[[str], float]:
    def number(text: str) -> float:
        value = float(text)
        if not isfinite(value) or not least <= value <= most:
            raise argparse.ArgumentTypeError(_("not between {least} and {most}").format(least=least, most=most))
        return value

    return number


def _running_seconds() -> float:
    """How long this process has been there already: the time that is asked for is that of the whole command."""
    try:
        ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, AttributeError):
        return _STARTING_SECONDS


def _plan(given: argparse.Namespace) -> int:
    began = time.monotonic() - _running_seconds()
    if "numpy" not in sys.modules:
        # Nothing here multiplies matrices, and threads for it would keep the solver from being a copy of this process.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from fundapp.planning.highs import Solver

    with Solver(alone=True) as solver:
        # Now, because it takes as long to start as the file takes to be read.
        solver.begin()
        from fundapp.network.plan_problem import PlanProblem
        from fundapp.planning.instance_file import read_instance
        from fundapp.planning.solve import solve

        problem = read_instance(given.file)
        if not isinstance(problem, PlanProblem):
            return refuse(problem)
        plan = solve(problem, solver, gap=given.gap, seconds=max(given.seconds - (time.monotonic() - began), 0.0))
    seconds = round(time.monotonic() - began, 3)
    if plan.ended == "solver_lost":
        fail(_("The solver was ended from outside. This is the best plan found until then."))
    print(json.dumps(_as_json(plan, seconds), ensure_ascii=False) if given.json else _told(plan))
    return 0


def _as_json(plan: "Plan", seconds: float) -> dict[str, Any]:
    return {
        "status": plan.status,
        "cost_yen": number(plan.cost_yen),
        "gap": plan.gap,
        "chosen": plan.chosen,
        "uncovered": [{"line": line, "reason": reason} for line, reason in plan.uncovered],
        "opened": plan.opened,
        "seconds": seconds,
        "uncovered_weight": number(plan.uncovered_weight),
        "coverage_gap": plan.coverage_gap,
        "bound_yen": number(plan.bound_yen),
        "ended": plan.ended,
        "solver": plan.solver,
        "input_sha256": plan.input_sha256,
    }


def number(value: "Fraction") -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _told(plan: "Plan") -> str:
    share = f"{plan.gap:.2%}"
    reasons = [(line, word("plan_reason", reason)) for line, reason in plan.uncovered]
    rows = [
        _("Cost: {cost} yen, opening costs included.").format(cost=f"{float(plan.cost_yen):,.2f}"),
        _(STATUS[plan.status]).format(gap=share),
        _("Lines with a supplier: {covered}; without: {uncovered}. Suppliers: {suppliers}.").format(
            covered=len(plan.chosen), uncovered=len(plan.uncovered), suppliers=len(plan.opened)
        ),
        *(f"  {line}: {because}" for line, because in reasons),
        _("{seconds} seconds, {solver}.").format(seconds=f"{plan.seconds:.1f}", solver=plan.solver),
    ]
    return "\n".join(rows)
