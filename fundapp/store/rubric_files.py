"""Reading the fund's rubric from its TOML files."""

import tomllib
from pathlib import Path

from fundapp.basis.refusal import Problem
from fundapp.committee.rubric import Rubric
from fundapp.committee.rubric_file import parse_rubric

FILES = ("axis1.toml", "axis2.toml", "decision.toml")


def load_rubric(folder: Path) -> Rubric | tuple[Problem, ...]:
    """The rubric of the folder's three files, or all faults at once, each with its file and place."""
    tables, problems = [], []
    for name in FILES:
        try:
            tables.append(tomllib.loads((folder / name).read_text(encoding="utf-8")))
        except FileNotFoundError:
            problems.append(Problem.of("rubric_file_missing", name))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            problems.append(Problem.of("rubric_file_unreadable", name, fault=str(fault)))
    return tuple(problems) if problems else parse_rubric(*tables)
