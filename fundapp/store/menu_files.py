"""Reading the fund's support menu from its TOML file."""

from pathlib import Path

from fundapp.basis.refusal import Problem
from fundapp.committee.menu_file import parse_support_menu
from fundapp.committee.support_menu import SupportMenu
from fundapp.store.toml_files import read_toml

FILE = "support_menu.toml"


def load_support_menu(folder: Path) -> SupportMenu | tuple[Problem, ...]:
    """The support menu of the folder, or all faults of its file at once."""
    table = read_toml(folder / FILE)
    return (table,) if isinstance(table, Problem) else parse_support_menu(table)
