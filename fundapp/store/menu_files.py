"""Reading the fund's support menu from its TOML file."""

from pathlib import Path

from fundapp.basis.refusal import Problem
from fundapp.committee.menu_file import parse_support_menu
from fundapp.committee.rubric_file import toml_table
from fundapp.committee.support_menu import SupportMenu

FILE = "support_menu.toml"


def load_support_menu(folder: Path) -> SupportMenu | tuple[Problem, ...]:
    """The support menu of the folder, or all faults of its file at once."""
    try:
        table = toml_table((folder / FILE).read_text(encoding="utf-8"), FILE)
    except FileNotFoundError:
        return (Problem.of("rubric_file_missing", FILE),)
    except UnicodeDecodeError:
        return (Problem.of("rubric_file_unreadable", FILE),)
    return (table,) if isinstance(table, Problem) else parse_support_menu(table)
