"""A grid read as a bill of materials: every row ends as a part line, a heading, or rejected with its reason."""

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.bill import Assembly, Line, LineKind
from fundapp.network.columns import ColumnMapping, header_word, plain, suggest, without_implausible
from fundapp.network.kinds import given_kind, likely_kind, made_inside
from fundapp.network.outline import Outline, numbered, outline
from fundapp.network.values import nothing, quantity, yen, yes
from fundapp.network.words import BILL_HEADERS, DRAWING_NUMBER_HEADERS, TOTALS

NAMING = frozenset({"part_number", "description"})
HeadingKind = Literal["preamble", "header", "section", "assembly", "total", "blank"]
SHOWN_LENGTH = 80


class Heading(Fact):
    """A row that is no part: a title, a header (also a repeated one), a section, an assembly, a total, an empty row."""

    row: int
    kind: HeadingKind
    text: Text


class BillReading(Fact):
    """What a table says. Row numbers are those that a spreadsheet shows; `rejected` and `notices` explain by code."""

    lines: tuple[Line, ...]
    assemblies: tuple[Assembly, ...]
    headings: tuple[Heading, ...]
    rejected: tuple[tuple[int, Problem], ...]
    notices: tuple[Problem, ...]
    guessed_kinds: tuple[Text, ...]
    """Ids of the lines whose kind was concluded from their words: a person looks through them."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the body by the roles of its cells; `at` is its position in the grid."""

    at: int
    number: int
    cells: dict[str, str]
    filled: tuple[str, ...]

    def cell(self, role: str) -> str:
        return self.cells.get(role, "")

    def name(self) -> str:
        """Description with the specification beside it, so that two capacitors can be told apart."""
        words = [self.cell("description"), self.cell("specification")]
        return " ".join(dict.fromkeys(word for word in words if word))

    def title(self) -> str:
        return self.name() or self.cell("part_number") or next(iter(self.filled), "")


def suggest_mapping(grid: Grid) -> ColumnMapping:
    """What the columns of a parts list probably mean, below any title rows and under one or two header rows."""
    tests = {
        "kind": lambda cell: given_kind(cell) is not None or made_inside(cell),
        "critical": lambda cell: yes(cell) is not None,
        "level": lambda cell: re.fullmatch(r"[.\s]*\d{1,2}", plain(cell)) is not None,
    }
    return without_implausible(grid, suggest(grid, BILL_HEADERS, NAMING), tests)


def missing_columns(mapping: ColumnMapping) -> tuple[Problem, ...]:
    """What a person still has to point out before the table can be read: a name and a quantity."""
    roles = {role for role, _column in mapping.columns}
    named = [] if roles & NAMING else [Problem.of("column_missing_name")]
    counted = [] if roles & {"quantity", "total_quantity"} else [Problem.of("column_missing_quantity")]
    return (*named, *counted)


def _body(grid: Grid, mapping: ColumnMapping) -> list[_Row]:
    first = max(mapping.header_rows, default=-1) + 1
    return [
        _Row(
            at=at,
            number=grid.row_numbers[at],
            cells={role: row[column] for role, column in mapping.columns if column < len(row)},
            filled=tuple(cell for cell in row if cell),
        )
        for at, row in enumerate(grid.rows)
        if at >= first
    ]


def _heading_kind(row: _Row, headers: set[tuple[str, ...]]) -> HeadingKind | None:
    """The kind of a row that is plainly no part, by itself; None for all others."""
    item = row.cell("item_number")
    if not row.filled or (row.filled == (item,) and numbered(item)):
        return "blank"
    words = tuple(map(header_word, row.filled))
    if words in headers:
        return "header"
    counted = row.cell("quantity") or row.cell("total_quantity")
    if words[0] in TOTALS or (not counted and words[0].startswith(TOTALS)):
        return "total"
    lone = len(row.filled) == 1 and row.filled[0] not in (counted, row.cell("target_unit_cost"))
    return "section" if lone else None


@dataclass(frozen=True, slots=True)
class _Quantity:
    """How many, and in which unit; `fault` when the cell does not say."""

    value: Fraction
    unit: str = ""
    fault: Problem | None = None


def _problem(code: str, row: _Row, role: str, mapping: ColumnMapping) -> Problem:
    return Problem.of(
        code, str(row.number), value=row.cell(role)[:SHOWN_LENGTH], column=mapping.header(role)[:SHOWN_LENGTH]
    )


def _quantity(row: _Row, role: str, mapping: ColumnMapping) -> _Quantity | None:
    """The quantity in the cell; None when it is empty."""
    read = quantity(row.cell(role))
    if read is None:
        return None
    if isinstance(read, str):
        return _Quantity(Fraction(0), fault=_problem(read, row, role, mapping))
    return _Quantity(*read)


def _per_product(row: _Row, plan: Outline, parts: dict[int, _Row], mapping: ColumnMapping) -> _Quantity:
    """Quantity per product: the row's own times that of every assembly above it, or as a total column says."""
    total = mapping.column("quantity") is None and mapping.column("total_quantity") is not None
    own = _quantity(row, "total_quantity" if total else "quantity", mapping)
    if own is None:
        return _Quantity(Fraction(0), fault=Problem.of("quantity_missing", str(row.number)))
    if own.fault or total:
        return own
    value = own.value
    for parent in plan.ancestors(row.at):
        above = _quantity(parts[parent], "quantity", mapping)
        if above and above.fault:
            return _Quantity(value, fault=Problem.of("parent_rejected", str(row.number), row=parts[parent].number))
        value *= above.value if above else 1
    return _Quantity(value, own.unit)


def _line(
    row: _Row, *, line_id: str, level: int, assembly: str, count: _Quantity, mapping: ColumnMapping
) -> tuple[Line, bool] | Problem:
    """The part line and whether its kind was concluded, or the first fault of its cells."""
    if not row.name() and not row.cell("part_number"):
        return Problem.of("row_no_name", str(row.number))
    if count.fault:
        return count.fault
    target = yen(row.cell("target_unit_cost"))
    if isinstance(target, str):
        return _problem(target, row, "target_unit_cost", mapping)
    critical = yes(row.cell("critical"))
    if critical is None:
        return _problem("critical_unclear", row, "critical", mapping)
    kind, inside = given_kind(row.cell("kind")), made_inside(row.cell("kind")) or made_inside(row.cell("sourcing"))
    if row.cell("kind") and kind is None and not inside:
        return _problem("kind_unknown", row, "kind", mapping)
    line = Line(
        id=line_id,
        row=row.number,
        level=level,
        assembly=assembly,
        part_number=row.cell("part_number"),
        description=row.name(),
        quantity=count.value,
        unit=row.cell("unit") or count.unit,
        material=row.cell("material"),
        manufacturer=row.cell("manufacturer"),
        kind=kind or _concluded(row, mapping),
        external=not inside,
        critical=critical,
        target_unit_cost_yen=target,
    )
    return line, kind is None


def _concluded(row: _Row, mapping: ColumnMapping) -> LineKind:
    return likely_kind(
        words=" ".join(
            (row.cell("description"), row.cell("specification"), row.cell("part_number"), row.cell("process"))
        ),
        part_number=row.cell("part_number"),
        has_maker=bool(row.cell("manufacturer")),
        by_drawing_number=header_word(mapping.header("part_number")).endswith(DRAWING_NUMBER_HEADERS),
    )


def _line_ids(rows: list[_Row]) -> dict[int, str]:
    """The table's own item numbers where every row has one and none twice, so that they last; else row numbers."""
    given = [row.cell("item_number") for row in rows]
    if all(given) and max(Counter(given).values(), default=1) == 1:
        return {row.at: item for row, item in zip(rows, given, strict=True)}
    return {row.at: f"R{row.number}" for row in rows}


def _assemblies_above(rows: list[_Row], kinds: dict[int, HeadingKind], plan: Outline) -> dict[int, str]:
    """The heading that each row stands under: its assembly in the outline, else its own column, else the section."""
    names, section, column = {}, "", ""
    titles = {row.at: row.title() for row in rows}
    for row in rows:
        if row.at in kinds:
            section, column = (titles[row.at], "") if kinds[row.at] == "section" else (section, column)
            continue
        # A merged cell holds its text in the first of its rows alone.
        column = row.cell("assembly") or column
        parents = plan.ancestors(row.at)
        names[row.at] = titles[parents[0]] if parents else column or section
    return names


def read_bill(grid: Grid, mapping: ColumnMapping) -> BillReading:
    """The lines, headings and rejected rows of a parts list: each row of the grid is exactly one of them.

    Quantities are per product: multiplied down the outline (level column or item numbers such as 1.2.3). A line
    without a target cost is kept and counted in a notice; a price that cannot be read exactly rejects its row.
    """
    rows = _body(grid, mapping)
    above = [
        Heading(row=number, kind="header" if at in mapping.header_rows else "preamble", text=_told(cells))
        for at, (number, cells) in enumerate(zip(grid.row_numbers, grid.rows, strict=True))
        if at <= max(mapping.header_rows, default=-1)
    ]
    repeated = {tuple(header_word(cell) for cell in grid.rows[at] if cell) for at in mapping.header_rows}
    kinds = {row.at: kind for row in rows if (kind := _heading_kind(row, repeated))}
    parts = {row.at: row for row in rows if row.at not in kinds}
    plan = outline([(at, row.cell("level"), row.cell("item_number")) for at, row in parts.items()])
    assemblies = _assemblies_above(rows, kinds, plan)
    ids = _line_ids([row for at, row in parts.items() if at not in plan.assemblies])

    headings, lines, rejected, guessed, unpriced = list(above), [], [], [], 0
    for row in rows:
        if row.at in kinds or row.at in plan.assemblies:
            headings.append(Heading(row=row.number, kind=kinds.get(row.at, "assembly"), text=row.title()))
            unpriced += row.at in plan.assemblies and not nothing(row.cell("target_unit_cost"))
            continue
        if row.at in plan.unclear:
            rejected.append((row.number, _problem("level_unclear", row, "level", mapping)))
            continue
        read = _line(
            row,
            line_id=ids[row.at],
            level=plan.level(row.at),
            assembly=assemblies[row.at],
            count=_per_product(row, plan, parts, mapping),
            mapping=mapping,
        )
        if isinstance(read, Problem):
            rejected.append((row.number, read))
        else:
            lines.append(read[0])
            guessed += [read[0].id] if read[1] else []
    return BillReading(
        lines=tuple(lines),
        assemblies=tuple(Assembly(name=name) for name in dict.fromkeys(line.assembly for line in lines) if name),
        headings=tuple(headings),
        rejected=tuple(rejected),
        notices=_notices(lines, guessed, unpriced),
        guessed_kinds=tuple(guessed),
    )


def _told(cells: tuple[str, ...]) -> str:
    return " ".join(cell for cell in cells if cell)[:SHOWN_LENGTH]


def _notices(lines: list[Line], guessed: list[str], unpriced: int) -> tuple[Problem, ...]:
    counts = {
        "lines_without_target": sum(line.target_unit_cost_yen is None for line in lines),
        "kinds_concluded": len(guessed),
        "assembly_costs_left_out": unpriced,
        "no_critical_line": int(bool(lines) and not any(line.critical for line in lines)),
    }
    return tuple(Problem.of(code, count=count) for code, count in counts.items() if count)
