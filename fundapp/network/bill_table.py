"""A grid read as a bill of materials: every row ends as a part line, a heading, or rejected with its reason."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.bill import Assembly, Line, LineKind
from fundapp.network.bill_columns import header_positions, mapping_under
from fundapp.network.bill_prices import ROLE as COST
from fundapp.network.bill_prices import Prices
from fundapp.network.bill_quantities import Count, Counting, per_product
from fundapp.network.bill_rows import SHOWN_LENGTH, Heading, HeadingKind, Row, body_rows, heading_kind, is_title
from fundapp.network.bill_words import NOT_FITTED
from fundapp.network.columns import ColumnMapping, header_word, unfolded
from fundapp.network.designators import designator_count, is_electronic
from fundapp.network.kinds import given_kind, likely_kind, made_inside
from fundapp.network.outline import Outline, Place, level_of, outline
from fundapp.network.values import comma_is_decimal, nothing, yes
from fundapp.network.words import DRAWING_NUMBER_HEADERS


class Stated(Fact):
    """A part row as the table states it. `line` counts for one product; these fields say what stands in the row."""

    line: Line
    quantity: Ratio | None
    """None when the workshop takes what it needs."""
    level: int
    description: Text
    specification: Text
    model: Text
    designators: Text
    has_parts: bool
    """An assembly: it is put together of the lines below it, and is not sourced itself."""


class BillReading(Fact):
    """What a table says. Row numbers are those that a spreadsheet shows; problems explain by code."""

    lines: tuple[Line, ...]
    assemblies: tuple[Assembly, ...]
    headings: tuple[Heading, ...]
    rejected: tuple[tuple[int, Problem], ...]
    remarks: tuple[tuple[int, Problem], ...]
    """What was left open in a line that was taken: a price in thousands, a kind that we do not know."""
    notices: tuple[Problem, ...]
    guessed_kinds: tuple[Text, ...]
    """Ids of the lines whose kind was concluded from their words: a person looks through them."""
    stated: tuple[Stated, ...]
    """The rows behind the lines, and the assemblies that are parts themselves."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The body of one table, read as a whole before its rows are."""

    mapping: ColumnMapping
    rows: list[Row]
    kinds: dict[int, HeadingKind]
    parts: dict[int, Row]
    plan: Outline
    levels: dict[int, int]
    counts: dict[int, Count]
    quantities: dict[int, Fraction | Problem]
    above: dict[int, str]
    section: str
    """The title that goes on in the table below."""
    prices: Prices
    positions_count: bool
    """Most rows name as many positions on the circuit as their quantity says: the others are worth a look."""

    @property
    def lines(self) -> list[Row]:
        """Part rows that have no parts below them."""
        return [row for at, row in self.parts.items() if at not in self.plan.assemblies]


def _sheet(grid: Grid, mapping: ColumnMapping, end: int, section: str) -> _Sheet:
    rows = body_rows(grid, mapping, end)
    repeated = {tuple(header_word(cell) for cell in grid.rows[at] if cell) for at in mapping.header_rows}
    kinds = {row.at: kind for row in rows if (kind := heading_kind(row, mapping, repeated))}
    parts = {row.at: row for row in rows if row.at not in kinds}
    if grid.form == "list":
        kinds |= {
            at: "section"
            for at, row in parts.items()
            if row.title().endswith((":", "：")) and not _has_below(row, parts)
        }
        parts = {at: row for at, row in parts.items() if at not in kinds}
    decimal_comma = _decimal_comma(grid, list(parts.values()))
    counting = Counting.of(mapping, parts.values(), decimal_comma=decimal_comma)
    plan = outline(
        [
            Place(at, row.cell("level"), row.cell("item_number"), row.indent, row.part(), row.cell("parent"))
            for at, row in parts.items()
        ]
    )
    counts = {at: counting.count(row) for at, row in parts.items()}
    if counting.role == "quantity":
        titles = _titles(rows, counts, plan)
        kinds |= dict.fromkeys(titles, "section")
        parts = {at: row for at, row in parts.items() if at not in titles}
        plan = plan.without(titles)
    lines = [row for at, row in parts.items() if at not in plan.assemblies]
    above, section = _above(rows, kinds, plan, section)
    return _Sheet(
        mapping=mapping,
        rows=rows,
        kinds=kinds,
        parts=parts,
        plan=plan,
        levels=plan.levels(),
        counts=counts,
        quantities=per_product(parts, counts, plan, total=counting.role == "total_quantity"),
        above=above,
        section=section,
        prices=Prices(mapping, lines, decimal_comma=decimal_comma),
        positions_count=_positions_count(parts, counts),
    )


def _titles(rows: list[Row], counts: dict[int, Count], plan: Outline) -> set[int]:
    """Numbered titles without parts below them in the outline, in a table whose other rows have quantities."""
    found, before = set(), ""
    for row in rows:
        alone = row.at in counts and row.at not in plan.assemblies and row.at not in plan.parents
        if alone and counts[row.at].value is None and is_title(row, before):
            found.add(row.at)
        before = row.cell("item_number") or before
    stated = sum(one.value is not None for one in counts.values())
    return found if stated * 2 > len(counts) - len(found) else set()


def _has_below(row: Row, parts: dict[int, Row]) -> bool:
    """True when the next item of the list is deeper."""
    following = parts.get(row.at + 1)
    return following is not None and (level_of(following.cell("level")) or 0) > (level_of(row.cell("level")) or 0)


def _positions_count(parts: dict[int, Row], counts: dict[int, Count]) -> bool:
    agree = [
        counts[at].value == named
        for at, row in parts.items()
        if (named := designator_count(row.cell("designators"))) is not None and counts[at].value is not None
    ]
    return sum(agree) * 2 > len(agree)


def _tables(grid: Grid, mapping: ColumnMapping) -> list[tuple[ColumnMapping, int]]:
    """(what the columns mean, where it ends) of each table that stands below another with headers of its own."""
    first = max(mapping.header_rows, default=-1) + 1
    starts = header_positions(grid, first) if mapping.layout and grid.form == "table" else []
    heads = [tuple(map(header_word, grid.rows[at])) for at in mapping.header_rows]
    starts = [at for at in starts if tuple(map(header_word, grid.rows[at])) not in heads]
    ends = [*starts, len(grid.rows)]
    later = [
        mapping_under(grid.model_copy(update={"rows": grid.rows[:end]}), at)
        for at, end in zip(starts, ends[1:], strict=True)
    ]
    return list(zip((mapping, *later), ends, strict=True))


def _decimal_comma(grid: Grid, rows: list[Row]) -> bool:
    cells = [row.cell(role) for row in rows for role in ("quantity", "total_quantity", COST) if row.cell(role)]
    return comma_is_decimal(cells, in_doubt=grid.delimiter == ";")


def _above(rows: list[Row], kinds: dict[int, HeadingKind], plan: Outline, section: str) -> tuple[dict[int, str], str]:
    """The heading that each row stands under: its assembly in the outline, else its own column, else the section.

    And the section at the end, which goes on in the table below.
    """
    names, column = {}, ""
    titles = {row.at: row.title() for row in rows}
    for row in rows:
        if row.at in kinds:
            section, column = (titles[row.at].rstrip(":："), "") if kinds[row.at] == "section" else (section, column)
            continue
        # A merged cell holds its text in the first of its rows alone.
        column = row.cell("assembly") or column
        parents = plan.parents.get(row.at, ())
        named = plan.named_parents.get(row.at, "")
        names[row.at] = titles[parents[0]].rstrip(":：") if parents else named or column or section
    return names, section


def _line_ids(rows: list[Row]) -> dict[int, str]:
    """The table's own item numbers where every row has one and none twice, so that they last; else row numbers."""
    given = [row.cell("item_number") for row in rows]
    if all(given) and max(Counter(given).values(), default=1) == 1:
        return {row.at: item for row, item in zip(rows, given, strict=True)}
    seen: Counter[int] = Counter()
    ids = {}
    for row in rows:
        seen[row.number] += 1
        # Two tables side by side share their rows.
        ids[row.at] = f"R{row.number}" + (f"-{seen[row.number]}" if seen[row.number] > 1 else "")
    return ids


def read_bill(grid: Grid, mapping: ColumnMapping) -> BillReading:
    """The lines, headings and rejected rows of a parts list: each row of the grid ends as one of them.

    Quantities are per product: multiplied down the outline (levels, item numbers such as 1.2.3, indents, or the part
    that a row names as its parent). A cell that does not matter for that and cannot be read leaves its field open,
    with a remark; a row without a name or a clear quantity is rejected.
    """
    grid = unfolded(grid, mapping)
    sheets: list[_Sheet] = []
    for one, end in _tables(grid, mapping):
        sheets.append(_sheet(grid, one, end, sheets[-1].section if sheets else ""))
    ids = _line_ids([row for sheet in sheets for row in sheet.lines])
    last = max(mapping.header_rows, default=-1)
    headings = [
        Heading(row=number, kind="header" if at in mapping.header_rows else "preamble", text=_told(cells))
        for at, (number, cells) in enumerate(zip(grid.row_numbers, grid.rows, strict=True))
        if at <= last
    ]
    headings += [
        Heading(row=grid.row_numbers[at], kind="header", text=_told(grid.rows[at]))
        for sheet in sheets[1:]
        for at in sheet.mapping.header_rows
    ]
    stated: list[Stated] = []
    rejected: list[tuple[int, Problem]] = []
    remarks: list[tuple[int, Problem]] = []
    guessed: list[str] = []
    for sheet, row in [(one, row) for one in sheets for row in one.rows]:
        if row.at in sheet.kinds:
            headings.append(Heading(row=row.number, kind=sheet.kinds[row.at], text=row.title()[:SHOWN_LENGTH]))
            continue
        fault = _fault(row, sheet)
        line_id = ids.get(row.at, f"R{row.number}")
        if row.at in sheet.plan.assemblies and row.at not in sheet.plan.cyclic:
            headings.append(Heading(row=row.number, kind="assembly", text=row.title()[:SHOWN_LENGTH]))
            if not fault and (row.part() or sheet.counts[row.at].is_stated):
                stated.append(_stated(row, sheet, line_id, has_parts=True))
        elif fault:
            rejected.append((row.number, fault))
        else:
            stated.append(_stated(row, sheet, line_id, has_parts=False))
            remarks += _doubts(row, sheet)
            guessed += [] if _given(row) else [line_id]
    lines = [one.line for one in stated if not one.has_parts]
    return BillReading(
        lines=tuple(lines),
        assemblies=tuple(Assembly(name=name) for name in dict.fromkeys(line.assembly for line in lines) if name),
        headings=tuple(sorted(headings, key=lambda one: one.row)),
        rejected=tuple(rejected),
        remarks=tuple(remarks),
        notices=_notices(grid, sheets, lines, guessed),
        guessed_kinds=tuple(guessed),
        stated=tuple(stated),
    )


def _told(cells: tuple[str, ...]) -> str:
    return " ".join(cell for cell in cells if cell)[:SHOWN_LENGTH]


def _fault(row: Row, sheet: _Sheet) -> Problem | None:
    """Why the row cannot be a part line; None when it can."""
    if not row.name() and not row.part():
        return Problem.of("row_no_name", str(row.number))
    if row.at in sheet.plan.unclear:
        return row.problem("level_unclear", "level", sheet.mapping)
    if header_word(row.cell("not_fitted")) in NOT_FITTED:
        return Problem.of("not_fitted", str(row.number))
    found = sheet.quantities[row.at]
    return found if isinstance(found, Problem) else None


def _given(row: Row) -> LineKind | None:
    return given_kind(row.cell("kind")) or given_kind(row.cell("sourcing"))


def _made_inside(row: Row) -> bool:
    return made_inside(row.cell("kind")) or made_inside(row.cell("sourcing"))


def _doubts(row: Row, sheet: _Sheet) -> list[tuple[int, Problem]]:
    """What is left open in a row that is taken as a line."""
    count, named = sheet.counts[row.at], designator_count(row.cell("designators"))
    target = sheet.prices.cost(row)
    found = [
        target if isinstance(target, Problem) else None,
        row.problem("critical_unclear", "critical", sheet.mapping) if yes(row.cell("critical")) is None else None,
        row.problem("kind_unknown", "kind", sheet.mapping)
        if row.cell("kind") and not (_given(row) or _made_inside(row))
        else None,
        Problem.of("quantity_missing", str(row.number)) if count.value is None and not count.open else None,
        Problem.of("designators_disagree", str(row.number), named=named, count=int(count.value))
        if sheet.positions_count and named is not None and count.value is not None and count.value != named
        else None,
    ]
    return [(row.number, doubt) for doubt in found if doubt]


def _stated(row: Row, sheet: _Sheet, line_id: str, *, has_parts: bool) -> Stated:
    """The row as a part."""
    count, quantity = sheet.counts[row.at], sheet.quantities[row.at]
    assert isinstance(quantity, Fraction)
    target = sheet.prices.cost(row)
    level = level_of(row.cell("level")) if row.cell("level") else None
    line = Line(
        id=line_id,
        row=row.number,
        level=sheet.levels[row.at],
        assembly=sheet.above[row.at],
        part_number=row.part(),
        description=count.name or row.name(),
        quantity=quantity,
        unit=row.cell("unit") or count.unit,
        material=row.cell("material"),
        manufacturer=row.cell("manufacturer"),
        kind=_given(row) or _concluded(row, sheet.mapping),
        external=not (_made_inside(row) or has_parts),
        critical=yes(row.cell("critical")) is True,
        target_unit_cost_yen=target if isinstance(target, int) else None,
    )
    return Stated(
        line=line,
        quantity=count.value,
        level=sheet.levels[row.at] if level is None else level,
        description=count.name or row.cell("description"),
        specification=row.cell("specification"),
        model=row.cell("model"),
        designators=row.cell("designators"),
        has_parts=has_parts,
    )


def _concluded(row: Row, mapping: ColumnMapping) -> LineKind:
    if is_electronic(row.cell("designators")):
        return LineKind.ELECTRONIC
    number = row.part()
    drawn = bool(row.cell("drawing_number")) and not row.cell("model")
    return likely_kind(
        words=" ".join((row.cell("description"), row.cell("specification"), number, row.cell("process"))),
        part_number=number,
        has_maker=bool(row.cell("manufacturer") or row.cell("model")),
        by_drawing_number=drawn or header_word(mapping.header("part_number")).endswith(DRAWING_NUMBER_HEADERS),
    )


def _notices(grid: Grid, sheets: list[_Sheet], lines: list[Line], guessed: list[str]) -> tuple[Problem, ...]:
    """What a person should look at; none of it stands in the way."""
    taken = {line.row for line in lines}
    counts = [sheet.counts[row.at] for sheet in sheets for row in sheet.lines if row.number in taken]
    unpriced = sum(not nothing(sheet.parts[at].cell(COST)) for sheet in sheets for at in sheet.plan.assemblies)
    found = {
        "columns_guessed": int(grid.form == "table" and not sheets[0].mapping.layout and bool(lines)),
        "quantities_assumed": sum(one.assumed or (one.value is None and not one.open) for one in counts),
        "quantities_open": sum(one.open for one in counts),
        "lines_without_target": sum(line.target_unit_cost_yen is None for line in lines),
        "kinds_concluded": len(guessed),
        "assembly_costs_left_out": unpriced,
        "no_critical_line": int(bool(lines) and not any(line.critical for line in lines)),
        "hidden_rows_read": len(taken & set(grid.hidden)),
    }
    others = [name for name in grid.sheets if name != grid.sheet]
    return (
        *(one for sheet in sheets for one in sheet.prices.notices(list(sheet.parts.values()))),
        *(Problem.of(code, count=count) for code, count in found.items() if count),
        *((Problem.of("sheets_not_read", sheets=", ".join(others)[:SHOWN_LENGTH]),) if others else ()),
    )
