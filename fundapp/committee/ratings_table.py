"""A table of marks out of a file: rows are items, columns are raters, an empty cell is a missing mark."""

import math
import unicodedata
from collections.abc import Sequence

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.agreement import Ratings

MISSING = frozenset({"", "x", "na", "n/a", "nan", "-", "--", ".", "*"})
"""Written for "no mark" in a table of numbers. X is the committee's own mark for "no evidence"."""
NAMES = frozenset(
    {"#", "no", "no.", "id", "item", "items", "unit", "subject", "target", "case", "criterion", "proposal"}
)
"""Heads of a first column that names the items, even when the names are numbers."""


def read_ratings(grid: Grid) -> Ratings | Refusal:
    """The marks of a table with or without a head and a first column of names; a refusal names cells that are no mark.

    A table whose marks are words is read as categories without order.
    """
    rows = [[unicodedata.normalize("NFKC", cell).strip() for cell in row] for row in grid.rows]
    head, body = _head(rows)
    if not body:
        return Refusal.of("ratings_empty")
    named = _names_items(head, body)
    row_numbers = grid.row_numbers[-len(body) :]
    items = tuple(row[0] for row in body) if named else tuple(map(str, row_numbers))
    cells = [row[1:] for row in body] if named else body
    counted = [str(at) for at in range(1, len(cells[0]) + 1)]
    raters = [cell or counted[at] for at, cell in enumerate(head[1:] if named else head)] if head else counted
    numbers = _mostly_numbers(cells)
    marks, faults = _marks(cells, row_numbers, numbers=numbers)
    if faults:
        return Refusal.of("ratings_unclear", *faults)
    return Ratings(items=items, raters=tuple(raters), marks=marks, numbers=numbers)


def number(cell: str) -> float | None:
    """A cell as a number, with a point or a comma for its decimals; None when it is none."""
    try:
        found = float(cell.replace(",", ".") if cell.count(",") == 1 and "." not in cell else cell)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def _is_mark(cell: str) -> bool:
    return cell.lower() in MISSING or number(cell) is not None


def _head(rows: Sequence[Sequence[str]]) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """The head, empty when there is none, and the rows under it."""
    if not rows:
        return (), ()
    head, rest = rows[0], rows[1:]
    words = {cell for cell in head[1:] if not _is_mark(cell)}
    # A head of words has words that are no mark below it; a head of numbers names the items or is blank above names.
    below = {cell for row in rest for cell in row[1:]}
    names_below = bool(rest) and not any(_is_mark(row[0]) for row in rest)
    if (words and not words & below) or head[0].lower() in NAMES or (not head[0] and names_below):
        return head, rest
    return (), rows


def _names_items(head: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """True when the first column names the items."""
    if len(body[0]) < 2:
        return False
    if head and (not head[0] or head[0].lower() in NAMES):
        return True
    others_are_marks = all(_is_mark(cell) for row in body for cell in row[1:])
    return others_are_marks and any(not _is_mark(row[0]) for row in body)


def _mostly_numbers(cells: Sequence[Sequence[str]]) -> bool:
    filled = [cell for row in cells for cell in row if cell.lower() not in MISSING]
    return 2 * sum(number(cell) is not None for cell in filled) >= len(filled)


def _marks(
    cells: Sequence[Sequence[str]], row_numbers: Sequence[int], *, numbers: bool
) -> tuple[tuple[tuple[float | None, ...], ...], list[Problem]]:
    categories = {cell: float(at) for at, cell in enumerate(sorted({cell for row in cells for cell in row if cell}))}
    faults: list[Problem] = []
    rows = []
    for at, row in zip(row_numbers, cells, strict=True):
        marks: list[float | None] = []
        for cell in row:
            missing = cell.lower() in MISSING if numbers else not cell
            mark = None if missing else number(cell) if numbers else categories[cell]
            if mark is None and not missing:
                faults.append(Problem.of("mark_unclear", str(at), cell=cell[:40]))
            marks.append(mark)
        rows.append(tuple(marks))
    return tuple(rows), faults[:20]
