"""`fundapp plan`: a file in, a plan out, in figures or in words."""

import json
import os
import signal
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from planning.test_solve import hard

from fundapp import cli
from fundapp.cli import plan as plan_command
from fundapp.network.plan_problem import Reason, Status
from fundapp.planning import solve as solving
from fundapp.planning.instance_file import instance_of
from fundapp.text.network_words import WORDS

CASE = {
    "lines": [
        {"id": "hub", "need_by_days": 60, "target_cost_yen": 900, "weight": 3},
        {"id": "blade", "need_by_days": 30},
        {"id": "nut"},
    ],
    "suppliers": [{"id": "M-1", "capacity_hours": 8, "opening_cost_yen": 100}, {"id": "M-2"}],
    "offers": [
        {"line": "hub", "supplier": "M-1", "cost_yen": 800.25, "hours": 6, "lead_time_days": 50},
        {"line": "hub", "supplier": "M-2", "cost_yen": 950, "hours": 6, "lead_time_days": 50},
        {"line": "blade", "supplier": "M-2", "cost_yen": 10, "hours": 1, "lead_time_days": 31},
        {"line": "nut", "supplier": "M-1", "cost_yen": 1.5, "hours": 8},
    ],
}


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASE))
    return path


def run(path, *words):
    """In a process of its own: what else anybody prints there would be in the way of the JSON."""
    command = [sys.executable, "-m", "fundapp.cli", "plan", str(path), *words]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})


def test_the_json_answer_is_all_that_is_printed(case):
    done = run(case, "--json", "--gap", "0.01", "--seconds", "60")
    answer = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert {name: answer[name] for name in ("status", "cost_yen", "gap", "chosen", "uncovered", "opened")} == {
        "status": "optimal",
        "cost_yen": 1051.5,
        "gap": 0.0,
        "chosen": [1, 3],
        "uncovered": [{"line": "blade", "reason": "all_late"}],
        "opened": ["M-1", "M-2"],
    }
    assert answer["seconds"] > 0


def test_a_bad_file_is_told_in_sentences_and_not_in_a_traceback(tmp_path):
    path = tmp_path / "bad.json"
    path.write_text('{"lines": [{"id": 1}], "offers": [{"line": 2, "supplier": 1, "cost_yen": 5}]}')
    done = run(path, "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "bad.json cannot be used as it is; faults found: 1.",
        "offers[0].line: Nothing has the id 2.",
        "Mend what is named above, and try again.",
    ]


def test_without_json_the_answer_is_a_few_sentences(case, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert cli.main(["plan", str(case)]) == 0
    told = capsys.readouterr().out
    assert "1,051.50円" in told
    assert "blade: 見積の納期が、すべて必要日より遅い" in told


def test_a_lost_solver_is_a_plain_sentence(case, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "C")
    found = solving.solve

    def lost(*given, **named):
        from dataclasses import replace

        return replace(found(*given, **named), status="feasible", ended="solver_lost", gap=0.5)

    monkeypatch.setattr(solving, "solve", lost)
    assert cli.main(["plan", str(case)]) == 0
    told = capsys.readouterr()
    assert told.err == "The solver was ended from outside. This is the best plan found until then.\n"
    assert "A better plan may exist; it would be at most 50.00% better." in told.out


def test_a_solver_that_is_killed_leaves_the_command_its_plan(tmp_path):
    """In the command the solver is a copy of it; killed from outside, it takes nothing with it."""
    path = tmp_path / "hard.json"
    path.write_bytes(instance_of(hard(300)))
    words = [sys.executable, "-m", "fundapp.cli", "plan", str(path), "--json"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "LC_ALL": "C"}
    ) as one:
        children = Path(f"/proc/{one.pid}/task/{one.pid}/children")
        while not (found := children.read_text().split()):
            assert one.poll() is None
        (solver,) = found
        assert "fundapp.planning.worker" not in Path(f"/proc/{solver}/cmdline").read_text(), "a copy, not a new program"
        os.kill(int(solver), signal.SIGKILL)
        told, said = one.communicate()
    answer = json.loads(told)
    assert (one.returncode, answer["status"], answer["ended"]) == (0, "feasible", "solver_lost")
    assert len(answer["chosen"]) + len(answer["uncovered"]) == 300
    assert said.decode() == "The solver was ended from outside. This is the best plan found until then.\n"


@pytest.mark.parametrize("words", [("--gap", "2"), ("--gap", "x"), ("--seconds", "-1"), ("--seconds", "nan")])
def test_a_gap_or_a_time_out_of_bounds_is_a_bad_call(case, capsys, words):
    with pytest.raises(SystemExit) as ended:
        cli.main(["plan", str(case), *words])
    assert ended.value.code == 2
    assert words[0] in capsys.readouterr().err


def test_every_reason_and_status_has_its_words():
    assert set(WORDS["plan_reason"]) == set(Reason.__args__)
    assert set(plan_command.STATUS) == set(Status.__args__)
    assert plan_command.number(Fraction(5, 2)) == 2.5
