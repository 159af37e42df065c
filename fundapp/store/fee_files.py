"""Reading the association's rules of fees from their TOML file."""

from pathlib import Path

from fundapp.basis.refusal import Problem
from fundapp.basis.yen import MAX_YEN
from fundapp.committee.table_reader import TableReader
from fundapp.network.membership import FeeRule
from fundapp.store.toml_files import read_toml

FILE = "membership.toml"


def load_fee_rules(folder: Path) -> tuple[FeeRule, ...] | tuple[Problem, ...]:
    """The rules of fees of the folder, or all faults of their file at once."""
    table = read_toml(folder / FILE)
    if isinstance(table, Problem):
        return (table,)
    problems: list[Problem] = []
    reader = TableReader(table, "membership", problems)
    reader.text("version")
    rules = tuple(
        FeeRule(
            from_year=one.whole("from_year", 1900, 9999),
            large_capital_yen=one.whole("large_capital_yen", 1, MAX_YEN),
            large_fee_yen=one.whole("large_fee_yen", 1, MAX_YEN),
            fee_yen=one.whole("fee_yen", 1, MAX_YEN),
        )
        for one in reader.entries("fee")
    )
    reader.close()
    return tuple(problems) or rules
