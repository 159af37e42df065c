"""Reading the cases of the forecast from their TOML file."""

from fractions import Fraction
from pathlib import Path

from fundapp.basis.refusal import Problem
from fundapp.committee.table_reader import TableReader
from fundapp.fund.pacing import LEAST_GROWTH_PCT, MOST_BOW, MOST_EXTRA_YEARS, MOST_GROWTH_PCT, PacingCase
from fundapp.store.toml_files import read_toml

FILE = "pacing.toml"


def load_pacing_cases(folder: Path) -> tuple[PacingCase, ...] | tuple[Problem, ...]:
    """The cases of the folder in the order of their file, or all faults of the file at once."""
    table = read_toml(folder / FILE)
    if isinstance(table, Problem):
        return (table,)
    problems: list[Problem] = []
    reader = TableReader(table, "pacing", problems)
    reader.text("version")
    cases = tuple(_case(one) for one in reader.entries("scenario"))
    reader.close()
    if not cases and not problems:
        problems.append(Problem.of("rubric_key_missing", "pacing", key="scenario"))
    return tuple(problems) or cases


def _case(reader: TableReader) -> PacingCase:
    def pct(key: str) -> Fraction:
        return reader.ratio(key, 0, 100)

    return PacingCase(
        id=reader.text("id"),
        name=reader.bilingual("name"),
        first_year_pct=pct("first_year_pct"),
        second_year_pct=pct("second_year_pct"),
        later_years_pct=pct("later_years_pct"),
        growth_pct=reader.ratio("growth_pct", LEAST_GROWTH_PCT, MOST_GROWTH_PCT),
        yield_pct=pct("yield_pct"),
        bow=reader.ratio("bow", 0, MOST_BOW),
        extra_years=reader.whole("extra_years", 0, MOST_EXTRA_YEARS),
    )
