"""The solving process: `python -m fundapp.planning.worker` takes models on stdin and tells on stdout what it finds.

A solver that crashes, is killed, or does not heed its time limit can only end this process. Every better solution is
told at once, so that nothing found is lost with it.
"""

import os
import sys
from math import isfinite
from time import monotonic
from typing import IO, Any

import highspy
import numpy as np

from fundapp.planning.binaries import ROUNDING, Binaries, Floats, Solution, receive, send, unpacked

_MARGIN = 1e-6
"""Share of a solution's value that the relaxation may be wrong by, so that rounding never loses a better solution."""


def main() -> None:
    """Answers what comes on stdin."""
    told = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # HiGHS prints its name to the process's output whatever its options say.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve(sys.stdin.buffer, told)


def serve(questions: IO[bytes], told: IO[bytes]) -> None:
    """Answers one model after the other until nobody asks any more."""
    while (asked := receive(questions)) is not None:
        said, content = asked
        binaries, start = unpacked(content)
        _solve(binaries, start, gap=said["gap"], seconds=said["seconds"], told=told)


def _solve(binaries: Binaries, start: Solution, *, gap: float, seconds: float, told: IO[bytes]) -> None:
    ends = monotonic() + seconds
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", seconds)
    solver.passModel(_lp(binaries))
    if (relaxed := _relaxed(solver)) is not None:
        value = float(binaries.cost @ start + binaries.offset)
        bound, reduced = relaxed
        send(told, **_figures(bound))
        if value - bound <= max(gap * value, ROUNDING):
            proved = value - bound <= ROUNDING
            send(told, np.packbits(start).tobytes(), done=True, proved=proved, **_figures(bound), **_version(solver))
            return
        needless = np.flatnonzero((reduced > value - bound + _MARGIN * max(1.0, value)) & ~start).astype(np.int32)
        solver.changeColsBounds(len(needless), needless, np.zeros(len(needless)), np.zeros(len(needless)))
    _search(solver, start, gap=gap, seconds=ends - monotonic(), told=told)


def _relaxed(solver: highspy.Highs) -> tuple[float, Floats] | None:
    """The bound of the relaxation, and what each column would add to it; None when there was no time for it.

    A column whose price lifts the bound over a solution that we have is in nothing better, so it can go. A small part
    of the columns is left, and the search over these takes a small part of the time.
    """
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return float(solver.getInfo().objective_function_value), np.array(solver.getSolution().col_dual)


def _search(solver: highspy.Highs, start: Solution, *, gap: float, seconds: float, told: IO[bytes]) -> None:
    columns = np.arange(len(start), dtype=np.int32)
    solver.changeColsIntegrality(len(start), columns, np.full(len(start), 1, dtype=np.uint8))
    solver.setOptionValue("mip_rel_gap", gap)
    solver.setOptionValue("time_limit", solver.getRunTime() + max(seconds, 0.01))
    solver.setSolution(len(columns), columns, start.astype(np.float64))

    def improved(event: highspy.HighsCallbackEvent) -> None:
        solution = np.array(event.data_out.mip_solution) > 0.5
        send(told, np.packbits(solution).tobytes(), **_figures(event.data_out.mip_dual_bound))

    def bounded(event: highspy.HighsCallbackEvent) -> None:
        send(told, **_figures(event.data_out.mip_dual_bound))

    solver.cbMipImprovingSolution.subscribe(improved)
    solver.cbMipLogging.subscribe(bounded)
    solver.run()
    info = solver.getInfo()
    content = b""
    if info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
        content = np.packbits(np.array(solver.getSolution().col_value) > 0.5).tobytes()
    searched = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    send(told, content, done=True, proved=searched and gap == 0, **_figures(info.mip_dual_bound), **_version(solver))


def _figures(bound: float) -> dict[str, Any]:
    return {"bound": bound} if isfinite(bound) else {}


def _version(solver: highspy.Highs) -> dict[str, Any]:
    return {"version": solver.version()}


def _lp(binaries: Binaries) -> highspy.HighsLp:
    count = len(binaries.cost)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = count, len(binaries.lower)
    lp.offset_ = float(binaries.offset)
    lp.col_cost_ = binaries.cost
    lp.col_lower_, lp.col_upper_ = np.zeros(count), np.ones(count)
    lp.row_lower_, lp.row_upper_ = binaries.lower, binaries.upper
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = binaries.starts
    lp.a_matrix_.index_ = binaries.columns
    lp.a_matrix_.value_ = binaries.values
    return lp


if __name__ == "__main__":
    main()
