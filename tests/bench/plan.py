"""The sourcing plan: against HiGHS alone on the same question, put to it in two models without our reductions."""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import highspy
import numpy as np
from figure import Figure, timed_ms

from fundapp.network.plan_problem import PlanLine, PlanOffer, PlanProblem, PlanSupplier
from fundapp.planning.instance_file import instance_of, read_instance

COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Without compiled modules both programs would mostly measure how long Python takes to compile them anew."""


def market(lines: int, members: int, offers: int, seed: int = 1) -> PlanProblem:
    """A market with a fixed seed: few members offer much, one in ten offers is late, hours are short for some."""
    chance = Random(seed)
    target_yen = [int(chance.lognormvariate(11.5, 1)) for _ in range(lines)]
    liked = [1 / chance.random() ** 0.6 for _ in range(members)]
    reach = np.cumsum(liked)
    makers = np.searchsorted(reach, [chance.random() * reach[-1] for _ in range(offers)])
    asked = [*range(lines), *(chance.randrange(lines) for _ in range(offers - lines))]
    pairs = sorted({(line, int(maker)) for line, maker in zip(asked, makers, strict=True)})
    of_member = np.bincount([maker for _line, maker in pairs], minlength=members)
    return PlanProblem(
        lines=tuple(PlanLine(n, need_by_days=chance.randint(60, 120), weight=1 + (n % 7 == 0)) for n in range(lines)),
        suppliers=tuple(
            PlanSupplier(n, max(30, round(chance.uniform(2, 9) * int(of_member[n]))), chance.randint(5_000, 60_000))
            for n in range(members)
        ),
        offers=tuple(
            PlanOffer(
                line,
                maker,
                round(target_yen[line] * chance.uniform(0.75, 1.5)),
                chance.randint(1, 30),
                chance.randint(7, 85),
            )
            for line, maker in pairs
        ),
    )


def bare(problem: PlanProblem, gap: float) -> float:
    """HiGHS told everything: first the uncovered weight, then the yen with that weight as a bound."""
    counted = [
        offer
        for offer in problem.offers
        if offer.lead_time_days <= problem.lines[offer.line].need_by_days
        and offer.hours <= problem.suppliers[offer.supplier].capacity_hours
    ]
    line, who, cost, hours = np.array([(one.line, one.supplier, one.cost_yen, one.hours) for one in counted]).T
    members, who = np.unique(who, return_inverse=True)
    n, lines, m = len(line), len(problem.lines), len(members)
    weight = np.array([float(one.weight) for one in problem.lines])
    capacity = np.array([float(problem.suppliers[one].capacity_hours) for one in members])
    opening = np.array([float(problem.suppliers[one].opening_cost_yen) for one in members])
    every, one_line, one_member = np.arange(n), np.arange(lines), np.arange(m)
    link, short, last = lines + every, lines + n + one_member, np.full(lines, lines + n + m)
    rows = np.concatenate([line, one_line, link, link, lines + n + who, short, last])
    columns = np.concatenate([every, n + m + one_line, every, n + who, every, n + one_member, n + m + one_line])
    ones = np.ones
    values = np.concatenate([ones(n), ones(lines), ones(n), -ones(n), hours, -capacity, weight])
    order = np.argsort(rows, kind="stable")
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = n + m + lines, lines + n + m + 1
    lp.col_cost_ = np.concatenate([np.zeros(n + m), weight])
    lp.col_lower_, lp.col_upper_ = np.zeros(lp.num_col_), ones(lp.num_col_)
    lp.row_lower_ = np.concatenate([ones(lines), np.full(n + m + 1, -np.inf)])
    lp.row_upper_ = np.concatenate([ones(lines), np.zeros(n + m), [np.inf]])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.searchsorted(rows[order], np.arange(lp.num_row_ + 1))
    lp.a_matrix_.index_, lp.a_matrix_.value_ = columns[order], values[order]
    lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.passModel(lp)
    solver.run()
    solver.changeRowBounds(lines + n + m, -np.inf, solver.getInfo().objective_function_value)
    of_yen = np.concatenate([cost, opening, np.zeros(lines)])
    solver.changeColsCost(lp.num_col_, np.arange(lp.num_col_, dtype=np.int32), of_yen)
    solver.setOptionValue("mip_rel_gap", gap)
    solver.run()
    return float(solver.getInfo().objective_function_value)


def ours(file: Path, gap: float) -> dict[str, Any]:
    """The command, from its start to its end."""
    words = ["plan", str(file), "--json", "--gap", str(gap)]
    done = subprocess.run([sys.executable, "-m", "fundapp.cli", *words], env=COMPILED, capture_output=True, check=True)
    return json.loads(done.stdout)


def alone(file: Path, gap: float) -> None:
    """HiGHS told everything, in a program that does nothing else."""
    subprocess.run([sys.executable, __file__, str(file), str(gap)], env=COMPILED, capture_output=True, check=True)


def plan() -> list[Figure]:
    """A bill of the demo's size to the proof, and one of 10,000 lines to one percent: whole commands against HiGHS."""
    figures = []
    with TemporaryDirectory() as folder:
        for lines, members, offers, gap, times in ((300, 290, 1_600, 0.0, 5), (10_000, 100_000, 95_000, 0.01, 1)):
            file = Path(folder) / f"{lines}.json"
            file.write_bytes(instance_of(market(lines, members, offers)))
            found = ours(file, gap)
            if times > 1:
                alone(file, gap)
            what = f"plan of {lines} lines, {members} members: {found['status']}, gap {found['gap']:.2%}"
            figure = Figure(what, "a program with HiGHS alone", at_most=1.3)
            within = Figure(what, "the time that it may take", at_most=1.0)
            for _ in range(times):
                figure.add(timed_ms(partial(ours, file, gap)), timed_ms(partial(alone, file, gap)))
                within.add(figure.ours_ms[-1], 3_000 if lines < 1_000 else 60_000)
            figures += [figure, within]
    return figures


if __name__ == "__main__":
    read = read_instance(Path(sys.argv[1]))
    assert isinstance(read, PlanProblem)
    bare(read, float(sys.argv[2]))
