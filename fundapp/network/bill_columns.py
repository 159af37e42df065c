"""What the columns of a parts list mean: by their headers, else by their cells, or as a list of items."""

import re
from collections.abc import Callable
from statistics import fmean

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.bill_words import AS_REQUIRED, BILL_HEADERS
from fundapp.network.columns import ColumnMapping, bare_word, named_by, plain, suggest
from fundapp.network.designators import designator_count
from fundapp.network.kinds import given_kind, made_inside
from fundapp.network.outline import level_of, numbered
from fundapp.network.values import nothing, quantity, with_point, yes

NAMING = frozenset({"part_number", "drawing_number", "model", "description", "specification"})
COUNTING = frozenset({"quantity", "total_quantity", "designators"})
LIST_LAYOUT = "list"
GUESSED_CELLS = 200
_PRICE = re.compile(
    r"(?:[a-z]{0,3}[$€£¥\\₩]|jpy|usd|eur|円)?\s*-?\d[\d.,' ]*\s*[千万百]*\s*"
    r"(?:円|元|[a-z]{1,3}|[$€£¥])?(?:\s*/\s*\w+)?\s*\.?-?"
)
_CODE = re.compile(r"(?=.*\d)[^\s]{3,}")
_NUMERIC = re.compile(r"-?[\d.,]+")


def as_required(text: str) -> bool:
    """True for 適量, as required and the like: the workshop takes what it needs."""
    return plain(text).replace(" ", "") in AS_REQUIRED


def _may_count(text: str) -> bool:
    return (
        not isinstance(quantity(with_point(text)), str)
        or quantity(text) == "quantity_not_positive"
        or as_required(text)
    )


def _may_number(text: str) -> bool:
    return numbered(text) and not (len(text) > 12 and text.isdigit())


TESTS: dict[str, Callable[[str], bool]] = {
    "item_number": _may_number,
    "kind": lambda cell: given_kind(cell) is not None or made_inside(cell),
    "critical": lambda cell: yes(cell) is not None,
    "level": lambda cell: level_of(cell) is not None,
    "designators": lambda cell: designator_count(cell.rstrip(",")) is not None,
    "quantity": _may_count,
    "total_quantity": _may_count,
    "unit": lambda cell: not any(map(str.isdigit, cell)) and len(cell) <= 12,
    "currency": lambda cell: len(cell) <= 8 and not any(map(str.isdigit, cell)),
    "target_unit_cost": lambda cell: nothing(cell) or _PRICE.fullmatch(plain(cell)) is not None,
    "description": lambda cell: not _NUMERIC.fullmatch(cell),
    "manufacturer": lambda cell: not _NUMERIC.fullmatch(cell),
}


def suggest_mapping(grid: Grid) -> ColumnMapping:
    """What the columns of a parts list probably mean, below any title rows and under one or two header rows."""
    if grid.form == "list":
        return ColumnMapping(headers=("", ""), columns=(("description", 1), ("level", 0)), layout=LIST_LAYOUT)
    if not grid.rows:
        return ColumnMapping()
    found = suggest(grid, BILL_HEADERS, NAMING, TESTS, counting=COUNTING)
    return _without_doubles(found, grid) if found.columns else _guessed(grid)


def mapping_under(grid: Grid, header_row: int | None) -> ColumnMapping:
    """What the columns mean when a person has said which row holds the headers; None when there is none."""
    if header_row is None:
        return _guessed(grid)
    return named_by(grid, (header_row,), grid.rows[header_row], BILL_HEADERS, TESTS)


_KNOWN = {word: role for role, words in reversed(BILL_HEADERS.items()) for word in words}


def header_positions(grid: Grid, first: int) -> list[int]:
    """Rows from `first` on that are headers of another table: words that we know, a name and a count among them."""
    return [at for at in range(first, len(grid.rows)) if _is_header(grid.rows[at])]


def _is_header(row: tuple[str, ...]) -> bool:
    filled = [cell for cell in row if cell]
    if len(filled) < 2 or any(len(cell) > 40 or any(map(str.isdigit, cell)) for cell in filled):
        return False
    roles = [_KNOWN.get(bare_word(cell)) for cell in filled]
    known = {role for role in roles if role}
    return bool(known & NAMING) and bool(known & COUNTING) and len(known) * 3 >= len(filled) * 2


def missing_columns(mapping: ColumnMapping) -> tuple[Problem, ...]:
    """What a person still has to point out before the table can be read: a name."""
    roles = {role for role, _column in mapping.columns}
    return () if roles & NAMING else (Problem.of("column_missing_name"),)


def _without_doubles(mapping: ColumnMapping, grid: Grid) -> ColumnMapping:
    """Without a second name that only repeats the first: a model that is the part number again."""
    columns = dict(mapping.columns)
    body = grid.rows[max(mapping.header_rows, default=-1) + 1 :]
    own, model = columns.get("part_number"), columns.get("model")
    if own is not None and model is not None and all(row[own] == row[model] for row in body):
        del columns["model"]
    return mapping.with_columns(tuple(columns.items()))


def _guessed(grid: Grid) -> ColumnMapping:
    """Columns by their cells alone: the counts, the longest texts, the codes; nothing when they do not tell."""
    width = len(grid.rows[0])
    head = (0,) if _is_unknown_header(grid) else ()
    body = grid.rows[len(head) :]
    cells = [[row[column] for row in body if row[column]][:GUESSED_CELLS] for column in range(width)]
    counts = [column for column in range(width) if _share(cells[column], _may_count) >= 0.8 and _usual(cells[column])]
    running = [column for column in counts if cells[column] == [str(at) for at in range(1, len(cells[column]) + 1)]]
    counting = [column for column in counts if column not in running or len(cells[column]) < 3]
    texts = [column for column in range(width) if column not in counts and cells[column]]
    if len(body) < 2 or not counting or not texts:
        return ColumnMapping()
    found = {"quantity": counting[-1] if running else counting[0]}
    found |= {"item_number": running[0]} if running and running[0] != found["quantity"] else {}
    designators = [column for column in texts if _share(cells[column], TESTS["designators"]) > 0.8]
    found |= {"designators": designators[0]} if designators else {}
    names = [column for column in texts if column not in designators[:1]]
    if not names:
        return ColumnMapping()
    longest = max(names, key=lambda column: fmean(map(len, cells[column])))
    found["description"] = longest
    codes = [column for column in names if column != longest and _share(cells[column], _is_code) > 0.6]
    found |= {"part_number": codes[0]} if codes else {}
    headers = grid.rows[0] if head else ("",) * width
    return ColumnMapping(header_rows=head, headers=headers, columns=tuple(sorted(found.items())))


def _is_unknown_header(grid: Grid) -> bool:
    """True when a column is all numbers but for its first cell: that row holds headers in words that we do not know."""
    first, body = grid.rows[0], grid.rows[1:]
    return any(
        cell and not _NUMERIC.fullmatch(cell) and len(below) >= 2 and all(map(_NUMERIC.fullmatch, below))
        for column, cell in enumerate(first)
        if (below := [row[column] for row in body if row[column]]) is not None
    )


def _share(cells: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _usual(cells: list[str]) -> bool:
    return max(map(len, cells), default=0) <= 10


def _is_code(cell: str) -> bool:
    return _CODE.fullmatch(cell) is not None
