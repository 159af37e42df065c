"""Tables out of files: dated flows (`date,amount_yen`) and the levels of an index (`date,level`)."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TypeVar

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.yen import MAX_YEN
from fundapp.fund.returns import Flow, IndexLevel

DATE_HEADS = ("date", "on", "日付", "年月日", "基準日")
AMOUNT_HEADS = ("amount_yen", "amount", "yen", "金額", "金額(円)", "金額（円）")
LEVEL_HEADS = ("level", "index", "close", "value", "price", "終値", "指数", "値")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?")
_MARKS = {"▲": "-", "△": "-", "−": "-", "‐": "-", "–": "-"}
T = TypeVar("T")


def read_flows(grid: Grid) -> tuple[Flow, ...] | Refusal:
    """The flows of a table, in the order of their rows; a refusal names every row that is unclear."""

    def flow(day: date, cell: str) -> Flow | None:
        amount = number(cell)
        if amount is None or amount.denominator != 1 or abs(amount) > MAX_YEN:
            return None
        return Flow(on=day, amount_yen=int(amount))

    return _read(grid, AMOUNT_HEADS, flow, "flow_amount_unclear")


def read_index(grid: Grid) -> tuple[IndexLevel, ...] | Refusal:
    """The levels of an index; a refusal names every row that is unclear or not above zero."""

    def level(day: date, cell: str) -> IndexLevel | None:
        found = number(cell)
        return IndexLevel(on=day, level=found) if found is not None and found > 0 else None

    return _read(grid, LEVEL_HEADS, level, "index_level_unclear")


def number(cell: str) -> Fraction | None:
    """A figure, also with thousands separators, ¥ and 円, ▲ or brackets for what is negative; None when unclear."""
    text = unicodedata.normalize("NFKC", cell).strip()
    text = "".join(_MARKS.get(letter, letter) for letter in text if letter not in "¥円 \u3000")
    if text.startswith("(") and text.endswith(")"):
        text = f"-{text[1:-1]}"
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return Fraction(found) if found.is_finite() and -400 < found.adjusted() < 400 else None


def day(cell: str) -> date | None:
    """A day, year first; None when it is none."""
    match = _DAY.fullmatch(unicodedata.normalize("NFKC", cell).strip())
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _read(
    grid: Grid, heads: Sequence[str], take: Callable[[date, str], T | None], unclear: str
) -> tuple[T, ...] | Refusal:
    places = _columns(grid, heads)
    if places is None:
        return Refusal.of("flows_without_columns", columns=f"{DATE_HEADS[0]}, {heads[0]}")
    first, (on, of) = places
    found: list[T] = []
    faults: list[Problem] = []
    for at, row in list(zip(grid.row_numbers, grid.rows, strict=True))[first:]:
        when = day(row[on])
        taken = take(when, row[of]) if when else None
        empty = [head for head, cell in ((DATE_HEADS[0], row[on]), (heads[0], row[of])) if not cell.strip()]
        if empty:
            faults.append(Problem.of("flow_cell_empty", str(at), column=empty[0]))
        elif when is None:
            faults.append(Problem.of("flow_day_unclear", str(at), cell=row[on][:40]))
        elif taken is None:
            faults.append(Problem.of(unclear, str(at), cell=row[of][:40]))
        else:
            found.append(taken)
    if faults:
        return Refusal.of("flows_unclear", *faults[:20])
    return tuple(found) if found else Refusal.of("flows_empty")


def _columns(grid: Grid, heads: Sequence[str]) -> tuple[int, tuple[int, int]] | None:
    """Where the rows begin, and the columns of day and figure. Without a head, the first two columns."""
    for at, row in enumerate(grid.rows[:20]):
        cells = [unicodedata.normalize("NFKC", cell).strip().casefold() for cell in row]
        on = next((place for place, cell in enumerate(cells) if cell in DATE_HEADS), None)
        of = next((place for place, cell in enumerate(cells) if cell in heads), None)
        if on is not None and of is not None:
            return at + 1, (on, of)
    if grid.rows and len(grid.rows[0]) == 2 and day(grid.rows[0][0]):
        return 0, (0, 1)
    return None
