"""Reading one TOML file of the rubrics' folder."""

from pathlib import Path
from typing import Any

from fundapp.basis.refusal import Problem
from fundapp.committee.rubric_file import toml_table


def read_toml(path: Path) -> dict[str, Any] | Problem:
    """The tables of the file with exact decimals; a problem that names the file when it is missing or not TOML."""
    try:
        return toml_table(path.read_text(encoding="utf-8"), path.name)
    except FileNotFoundError:
        return Problem.of("rubric_file_missing", path.name)
    except UnicodeDecodeError:
        return Problem.of("rubric_file_unreadable", path.name)
