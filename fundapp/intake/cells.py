"""Cells of any format as plain text, and the rows of them that make a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from fundapp.intake.limits import Limits, UnfitError


@dataclass(frozen=True, slots=True)
class Table:
    """Filled rows with the numbers that a spreadsheet shows, all of one width."""

    rows: list[list[str]]
    row_numbers: list[int]


def cell_text(value: object) -> str:
    """One cell as text: 12 for 12.0, ISO dates, TRUE or FALSE, line breaks as blanks, nothing for an empty cell."""
    if value is None:
        return ""
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
    return " ".join(str(value).split("\n")).replace("\r", "").strip()


def tabulate(numbered: Iterable[tuple[int, list[str]]], limits: Limits) -> Table:
    """Rows without blank ones and without blank columns at their end. Raises UnfitError beyond the limits."""
    rows: list[list[str]] = []
    numbers: list[int] = []
    characters = 0
    for number, cells in numbered:
        width = next((at for at in range(len(cells), 0, -1) if cells[at - 1]), 0)
        if not width:
            continue
        characters += sum(map(len, cells))
        if width > limits.columns:
            raise UnfitError("table_too_wide", columns=width, limit=limits.columns)
        if len(rows) == limits.rows:
            raise UnfitError("table_too_long", limit=limits.rows)
        if characters > limits.characters:
            raise UnfitError("file_too_heavy")
        rows.append(cells[:width])
        numbers.append(number)
    widest = max(map(len, rows), default=0)
    return Table([row + [""] * (widest - len(row)) for row in rows], numbers)
