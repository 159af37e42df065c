"""A member's filled-in sheet: for each row what it says of which line, or why it could not be read."""

from collections.abc import Iterable

from fundapp.basis.fact import Fact, Text
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.bill import Line
from fundapp.network.columns import header_word, plain, suggest
from fundapp.network.offer_table import NAMING, answer_said
from fundapp.network.values import DAYS, days, unit_of_time
from fundapp.network.words import ANSWER_HEADERS

_FIELD_OF = {
    "unit_price": "price",
    "lead_time": "lead_time",
    "least_order": "least_order",
    "condition": "condition",
    "set_up": "set_up",
    "hours": "hours",
    "expires": "expires",
}
SHOWN = 60


class AnswerTable(Fact):
    """What a sheet says: (line, its cells as the form names them), and the rows that say nothing usable."""

    typed: tuple[tuple[Text, tuple[tuple[Text, Text], ...]], ...]
    rejected: tuple[tuple[int, Problem], ...]

    def by_line(self) -> dict[str, dict[str, str]]:
        """Line -> field -> text."""
        return {line_id: dict(cells) for line_id, cells in self.typed}


def read_answers(grid: Grid, lines: Iterable[Line]) -> AnswerTable | Problem:
    """The answers in a sheet about these lines. Every row below the header is taken or has its reason.

    A row without an answer and without a price is passed over: the sheet lists all lines.
    """
    mapping = suggest(grid, ANSWER_HEADERS, NAMING)
    if not mapping.columns:
        return Problem.of("column_missing_line")
    asked = tuple(lines)
    by_id = {plain(line.id): line for line in asked}
    by_part: dict[str, list[Line]] = {}
    for line in asked:
        if line.part_number:
            by_part.setdefault(plain(line.part_number), []).append(line)
    typed: dict[str, tuple[tuple[str, str], ...]] = {}
    rejected: list[tuple[int, Problem]] = []
    first = max(mapping.header_rows, default=-1) + 1
    header = {tuple(map(header_word, grid.rows[at])) for at in mapping.header_rows}
    lead_unit = unit_of_time(mapping.header("lead_time")) or DAYS
    for at, (number, row) in enumerate(zip(grid.row_numbers, grid.rows, strict=True)):
        if at < first or tuple(map(header_word, row)) in header:
            continue
        cells = {role: row[column] for role, column in mapping.columns if column < len(row)}
        said = _said(cells, lead_unit)
        if not said:
            continue
        answer = cells.get("answer", "")
        if answer and answer_said(answer) is None:
            column = mapping.header("answer")[:SHOWN]
            rejected.append((number, Problem.of("answer_unclear", str(number), value=answer[:SHOWN], column=column)))
            continue
        found = _line_of(cells, by_id, by_part)
        if found is None:
            named = cells.get("part_number") or cells.get("item_number") or ""
            rejected.append((number, Problem.of("answer_row_unknown", str(number), value=named[:SHOWN])))
        elif found.id in typed:
            rejected.append((number, Problem.of("answer_row_twice", str(number))))
        else:
            typed[found.id] = tuple(said.items())
    return AnswerTable(typed=tuple(typed.items()), rejected=tuple(rejected))


def _said(cells: dict[str, str], lead_unit: str) -> dict[str, str]:
    """The cells that hold an answer, under the form's names."""
    said = {field: cells[role] for role, field in _FIELD_OF.items() if cells.get(role)}
    lead = days(said.get("lead_time", ""), lead_unit)
    if isinstance(lead, int):
        said["lead_time"] = str(lead)
    verdict = answer_said(cells.get("answer", ""))
    if verdict is not None:
        said["verdict"] = verdict
    elif cells.get("answer"):
        said["verdict"] = cells["answer"]
    return said


def _line_of(cells: dict[str, str], by_id: dict[str, Line], by_part: dict[str, list[Line]]) -> Line | None:
    """The line by its number, when the part number does not contradict; else by a part number that stands once."""
    part = plain(cells.get("part_number", ""))
    numbered = by_id.get(plain(cells.get("item_number", "")))
    if numbered is not None and (not part or not numbered.part_number or plain(numbered.part_number) == part):
        return numbered
    named = by_part.get(part, [])
    return named[0] if len(named) == 1 else None
