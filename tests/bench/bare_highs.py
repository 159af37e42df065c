"""HiGHS alone: `python bare_highs.py INSTANCE.json GAP`. Nothing of ours is in it: the floor of the whole command.

Ids in the file are positions, as the bench writes them.
"""

import json
import sys
from pathlib import Path
from typing import Any

import highspy
import numpy as np


def bare(problem: dict[str, Any], gap: float) -> float:
    """HiGHS told everything: first the uncovered weight, then the yen with that weight as a bound."""
    need_by = {one["id"]: one["need_by_days"] for one in problem["lines"]}
    capacity_of = {one["id"]: one["capacity_hours"] for one in problem["suppliers"]}
    counted = [
        (one["line"], one["supplier"], one["cost_yen"], one["hours"])
        for one in problem["offers"]
        if one["lead_time_days"] <= need_by[one["line"]] and one["hours"] <= capacity_of[one["supplier"]]
    ]
    line, who, cost, hours = np.array(counted).T
    members, who = np.unique(who, return_inverse=True)
    n, lines, m = len(line), len(problem["lines"]), len(members)
    weight = np.array([float(one["weight"]) for one in problem["lines"]])
    capacity = np.array([float(problem["suppliers"][one]["capacity_hours"]) for one in members])
    opening = np.array([float(problem["suppliers"][one]["opening_cost_yen"]) for one in members])
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


if __name__ == "__main__":
    bare(json.loads(Path(sys.argv[1]).read_bytes()), float(sys.argv[2]))
