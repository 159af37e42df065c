"""A table on its way out: names, days and figures as any other program reads them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from fundapp.basis.days import instant_text

Cell = str | int | Decimal | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class OutTable:
    """A table of the export. `name` is its path without an ending; `single`: one row, an object of its own in JSON."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    single: bool = False


def cell(value: Any) -> Cell:
    """Days and times in ISO 8601, times in UTC; ratios as exact text such as 24/25; truth as 0 or 1."""
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, tuple | list):
        return tuple(map(str, value))
    assert value is None or isinstance(value, str | int | Decimal), f"{value!r} cannot go out"
    return value


def out_table(name: str, columns: str, rows: Iterable[Sequence[Any]], *, single: bool = False) -> OutTable:
    """A table with its columns given as words in one text."""
    names = tuple(columns.split())
    made = tuple(tuple(cell(value) for _, value in zip(names, row, strict=True)) for row in rows)
    return OutTable(name=name, columns=names, rows=made, single=single)
