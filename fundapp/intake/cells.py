"""Cells of any format as plain text, and the rows of them that make a table."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from fundapp.intake.limits import Limits, UnfitError

TAB_STOP = 4


@dataclass(frozen=True, slots=True)
class Table:
    """Filled rows with the numbers that a spreadsheet shows, all of one width.

    `indents` are (row position, column, blanks before the text), where there are any; `merged` are (first row position,
    last row position, column) of cells drawn together over several rows; `hidden` are numbers of rows not shown.
    """

    rows: list[list[str]]
    row_numbers: list[int]
    indents: list[tuple[int, int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)


def cell_text(value: object) -> str:
    """One cell as text: 12 for 12.0, ISO dates, TRUE or FALSE, line breaks as blanks, nothing for an empty cell.

    Blanks before the text are kept: some tables show the level of a part by them.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value.rstrip() if "\n" not in value and "\r" not in value else _one_line(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        # Fifteen digits, as spreadsheets show: 0.1 + 0.2 is read as 0.3, and 1199.9999999999999 as 1200.
        digits = Decimal(format(value, ".15g"))
        return format(digits.normalize() if digits == digits.to_integral_value() else digits, "f")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def _one_line(text: str) -> str:
    first, *rest = text.replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\n")
    return " ".join([first, *map(str.strip, rest)]).rstrip()


def indent_of(text: str) -> int:
    """Columns of blanks before the text; a full-width blank counts two, a tab four."""
    return sum({"\t": TAB_STOP, "\u3000": 2}.get(sign, 1) for sign in text[: len(text) - len(text.lstrip())])


def tabulate(numbered: Iterable[tuple[int, list[str]]], limits: Limits) -> Table:
    """Rows without blank ones and without blank columns at their end. Raises UnfitError beyond the limits."""
    table = Table([], [])
    characters = widest = 0
    for number, raw in numbered:
        cells = [cell.strip() for cell in raw]
        width = next((at for at in range(len(cells), 0, -1) if cells[at - 1]), 0)
        if not width:
            continue
        lengths = list(map(len, raw))
        if max(lengths) > limits.cell_characters:
            raise UnfitError("cell_too_long", row=number, limit=limits.cell_characters)
        characters += sum(lengths)
        if width > limits.columns:
            raise UnfitError("table_too_wide", columns=width, limit=limits.columns)
        if len(table.rows) == limits.rows:
            raise UnfitError("table_too_long", limit=limits.rows)
        if characters > limits.characters:
            raise UnfitError("file_too_heavy")
        at = len(table.rows)
        table.indents.extend(
            (at, column, indent_of(raw[column])) for column in range(width) if raw[column][:1].isspace()
        )
        table.rows.append(cells[:width])
        table.row_numbers.append(number)
        widest = max(widest, width)
    for row in table.rows:
        row.extend([""] * (widest - len(row)))
    return table
