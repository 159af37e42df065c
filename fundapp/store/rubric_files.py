"""Reading the fund's rubric from its TOML files."""

from pathlib import Path

from fundapp.basis.refusal import Problem
from fundapp.committee.rubric import Rubric
from fundapp.committee.rubric_file import parse_rubric
from fundapp.store.toml_files import read_toml

FILES = ("axis1.toml", "axis2.toml", "decision.toml")


def load_rubric(folder: Path) -> Rubric | tuple[Problem, ...]:
    """The rubric of the folder's three files, or all faults at once, each with its file and place."""
    tables = []
    problems: list[Problem] = []
    for name in FILES:
        table = read_toml(folder / name)
        if isinstance(table, Problem):
            problems.append(table)
        else:
            tables.append(table)
    return tuple(problems) if problems else parse_rubric(*tables)
