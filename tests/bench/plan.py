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

import numpy as np
from figure import Figure, timed_ms

from fundapp.network.plan_problem import PlanLine, PlanOffer, PlanProblem, PlanSupplier
from fundapp.planning.instance_file import instance_of

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


def ours(file: Path, gap: float) -> dict[str, Any]:
    """The command, from its start to its end."""
    words = ["plan", str(file), "--json", "--gap", str(gap)]
    done = subprocess.run([sys.executable, "-m", "fundapp.cli", *words], env=COMPILED, capture_output=True, check=True)
    return json.loads(done.stdout)


def alone(file: Path, gap: float) -> None:
    """HiGHS told everything, in a program that does nothing else."""
    words = [str(Path(__file__).with_name("bare_highs.py")), str(file), str(gap)]
    subprocess.run([sys.executable, *words], env=COMPILED, capture_output=True, check=True)


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
