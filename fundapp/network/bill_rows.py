"""The rows below the header of a parts list: their cells by role, and which of them are plainly no parts."""

import re
from dataclasses import dataclass
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.bill_columns import COUNTING
from fundapp.network.columns import ColumnMapping, header_word, plain
from fundapp.network.outline import numbered
from fundapp.network.words import SHORT_TOTALS, TOTALS

HeadingKind = Literal["preamble", "header", "section", "assembly", "total", "note", "rule", "continuation", "blank"]
SHOWN_LENGTH = 80
LONGEST_TITLE = 60
_RULE = re.compile(r"[\s\-=_*+|:.~#]+")
_CARRIED = ("assembly", "material", "manufacturer", "kind", "sourcing", "process", "parent")
"""Roles whose merged cell holds for every row that it spans. A merged quantity is one quantity, not several."""


class Heading(Fact):
    """A row that is no part: a title, a header (also a repeated one), a section, an assembly, a total, a note."""

    row: int
    kind: HeadingKind
    text: Text


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the body by the roles of its cells; `at` is its position in the grid."""

    at: int
    number: int
    cells: dict[str, str]
    filled: tuple[str, ...]
    first: int
    """The first filled column."""
    indent: int | None
    """Blanks before its name; None when the table moves no name to the right."""

    def cell(self, role: str) -> str:
        return self.cells.get(role, "")

    def part(self) -> str:
        """The number by which the part is known: the company's own, its drawing's, or its maker's."""
        return self.cell("part_number") or self.cell("drawing_number") or self.cell("model")

    def name(self) -> str:
        """Description with the specification beside it, so that two capacitors can be told apart."""
        model = self.cell("model") if self.cell("model") != self.part() else ""
        words = [self.cell("description"), self.cell("specification"), model]
        return " ".join(dict.fromkeys(word for word in words if word))

    def title(self) -> str:
        return self.name() or self.part() or next(iter(self.filled), "")

    def problem(self, code: str, role: str, mapping: ColumnMapping) -> Problem:
        """A problem with what stands in the cell of a role."""
        value, column = self.cell(role)[:SHOWN_LENGTH], mapping.header(role)[:SHOWN_LENGTH]
        return Problem.of(code, str(self.number), value=value, column=column)


def body_rows(grid: Grid, mapping: ColumnMapping, end: int) -> list[Row]:
    """The rows below the header, up to the position `end`."""
    first = max(mapping.header_rows, default=-1) + 1
    carried = _carried(grid, mapping)
    indents = _indents(grid, mapping, first, end)
    return [
        Row(
            at=at,
            number=grid.row_numbers[at],
            cells={
                role: row[column] or carried.get((at, role), "")
                for role, column in mapping.columns
                if column < len(row)
            },
            filled=tuple(cell for cell in row if cell),
            first=next((column for column, cell in enumerate(row) if cell), 0),
            indent=indents.get(at, 0) if indents else None,
        )
        for at, row in enumerate(grid.rows)
        if first <= at < end
    ]


def _carried(grid: Grid, mapping: ColumnMapping) -> dict[tuple[int, str], str]:
    roles = {column: role for role, column in mapping.columns if role in _CARRIED}
    return {
        (at, roles[column]): grid.rows[first][column]
        for first, last, column in grid.merged
        if column in roles
        for at in range(first + 1, last + 1)
    }


def _indents(grid: Grid, mapping: ColumnMapping, first: int, end: int) -> dict[int, int]:
    """Blanks before each name, when they come in steps: a stray blank makes no level."""
    for role in ("item_number", "part_number", "drawing_number", "description"):
        column = mapping.column(role)
        if column is None:
            continue
        found = {at: blanks for at, where, blanks in grid.indents if where == column and at >= first}
        body = [found.get(at, 0) for at in range(first, end) if grid.rows[at][column]]
        least = min(body, default=0)
        steps = {blanks - least for blanks in body} - {0}
        step = min(steps, default=0)
        if step >= 2 and all(one % step == 0 for one in steps) and body[0] == least:
            return {at: blanks - least for at, blanks in found.items()}
    return {}


def heading_kind(row: Row, mapping: ColumnMapping, headers: set[tuple[str, ...]]) -> HeadingKind | None:
    """The kind of a row that is plainly no part, by itself; None for all others."""
    item = row.cell("item_number")
    if not row.filled or (row.filled == (item,) and numbered(item)):
        return "blank"
    if all(map(_RULE.fullmatch, row.filled)):
        return "rule"
    words = tuple(map(header_word, row.filled))
    if words in headers:
        return "header"
    if len(row.filled) > 2 and len(set(map(plain, row.filled))) == 1:
        # A title merged over all columns, written out in each.
        return "section"
    counted = any(row.cell(role) for role in COUNTING)
    if any(_is_total(word, counted=counted) for word in (words[0], header_word(row.title()))):
        return "total"
    if len(row.filled) == 1:
        return _lone_kind(row, mapping)
    return None


def _is_total(word: str, *, counted: bool) -> bool:
    named = word in TOTALS or word in SHORT_TOTALS
    return named or (not counted and len(word) < 30 and (word.startswith(TOTALS) or word.endswith(TOTALS)))


def _lone_kind(row: Row, mapping: ColumnMapping) -> HeadingKind | None:
    """A row with one filled cell: a section's title, more designators of the part above, or a remark; else a part."""
    if row.cell("designators"):
        return "continuation" if mapping.column("quantity") is not None else None
    if any(row.cell(role) for role in ("quantity", "total_quantity", "target_unit_cost")):
        return None
    if row.cell("description") and mapping.column("quantity") is None and len(mapping.columns) == 1:
        return None
    named = [column for role, column in mapping.columns if role in ("part_number", "drawing_number", "description")]
    text = row.filled[0]
    told = len(text) <= LONGEST_TITLE and not text.endswith((".", "。", "!", "?"))
    return "section" if told and row.first <= max(named, default=row.first) else "note"


def is_title(row: Row, item_before: str) -> bool:
    """True for a numbered title such as "A 駆動部", which takes no part in counting: a lone name without a quantity."""
    item = row.cell("item_number")
    if not item or any(row.cell(role) for role in COUNTING) or set(row.filled) - {item, row.cell("description")}:
        return False
    follows = item.isdecimal() and item_before.isdecimal() and int(item) == int(item_before) + 1
    return bool(row.cell("description")) and not follows
