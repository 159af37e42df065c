"""What was understood of a parts list, for a program (plain JSON) and for a terminal (a table of text)."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem, Refusal
from fundapp.network.bill_rows import Heading
from fundapp.network.bill_table import BillReading, Stated
from fundapp.network.columns import ColumnMapping, letter
from fundapp.network.sheets import SheetTold
from fundapp.text.catalogue import _, ngettext
from fundapp.text.network_words import word
from fundapp.text.refusal_text import problem_text, refusal_text

MOST_SHOWN = 40
"""Letters of a cell in the terminal."""


def reading_data(
    grid: Grid, mapping: ColumnMapping, reading: BillReading, sheets: Sequence[SheetTold]
) -> dict[str, Any]:
    """All that was understood; null is what a row does not say. Each filled row is in one of the three lists.

    Of the other `sheets` of the workbook it tells what they would give: none of their rows is taken.
    """
    cells = dict(zip(grid.row_numbers, grid.rows, strict=True))
    told = {one.line.row for one in reading.stated if one.has_parts}
    return {
        "lines": [_line_data(one) for one in reading.stated],
        "headings": [
            {"row": one.row, "kind": one.kind, "text": one.text}
            for one in reading.headings
            if not (one.kind == "assembly" and one.row in told)
        ],
        "rejected": [
            {"row": row, "code": one.code, "reason": _reason(one), "cells": list(cells[row])}
            for row, one in reading.rejected
        ],
        "mapping": {role: mapping.header(role) or letter(column) for role, column in mapping.columns},
        "header_rows": [grid.row_numbers[at] for at in mapping.header_rows],
        "remarks": [{"row": row, "code": one.code, "text": _reason(one)} for row, one in reading.remarks],
        "notices": [{"code": one.code, "text": problem_text(one)} for one in reading.notices],
        "form": grid.form,
        "encoding": grid.encoding or None,
        "delimiter": grid.delimiter or None,
        "sheet": grid.sheet or None,
        "sheets": [_sheet_data(one, grid.sheet) for one in sheets if one.sheet],
    }


def refusal_data(refusal: Refusal) -> dict[str, Any]:
    """Why the file as a whole was refused."""
    text = refusal_text(refusal)
    return {"refused": {"code": refusal.code, "reason": text.what, "next": text.next_}}


def reading_text(reading: BillReading, chosen: str, sheets: Sequence[SheetTold]) -> Iterator[str]:
    """Lines for a terminal: counts, part lines, headings, every rejected row with its reason, the other sheets."""
    yield _counts(len(reading.lines), len(reading.headings), len(reading.rejected))
    yield from _section(_("Part lines"), (_line_text(one) for one in reading.stated if not one.has_parts))
    yield from _section(_("Headings"), map(_heading_text, reading.headings))
    yield from _section(_("Rejected rows"), (f"{row:>6}  {_reason(one)}" for row, one in reading.rejected))
    yield from _section(_("Left open in a part line"), (f"{row:>6}  {_reason(one)}" for row, one in reading.remarks))
    yield from _section(_("Please look at this"), (f"  {problem_text(one)}" for one in reading.notices))
    if len(sheets) > 1:
        yield from _section(_("Sheets of the workbook"), (_sheet_text(one, chosen) for one in sheets))


def sheet_told(one: SheetTold) -> str:
    """What a sheet would give, in one line."""
    if not one.rows:
        return _("blank")
    if one.missing:
        return " ".join(_reason(problem) for problem in one.missing)
    return _counts(one.taken, one.headings, one.rejected)


def _counts(lines: int, headings: int, rejected: int) -> str:
    return " · ".join(
        (
            ngettext("{n} part line", "{n} part lines", lines),
            ngettext("{n} heading", "{n} headings", headings),
            ngettext("{n} rejected row", "{n} rejected rows", rejected),
        )
    )


def _sheet_text(one: SheetTold, chosen: str) -> str:
    return f"{'→' if one.sheet == chosen else ' ':>3} {one.sheet}: {sheet_told(one)}"


def _sheet_data(one: SheetTold, chosen: str) -> dict[str, Any]:
    return {
        "name": one.sheet,
        "chosen": one.sheet == chosen,
        "rows": one.rows,
        "lines": one.taken,
        "headings": one.headings,
        "rejected": one.rejected,
        "reason": None if one.sheet == chosen else _not_read(one),
    }


def _not_read(one: SheetTold) -> str:
    """Why no row of a sheet is among the lines."""
    if one.rows and not one.missing:
        return _("Another sheet was chosen. Name this one to read it.")
    return sheet_told(one)


def _line_data(stated: Stated) -> dict[str, Any]:
    line = stated.line
    return {
        "row": line.row,
        "level": stated.level,
        "part_number": line.part_number or None,
        "description": stated.description or stated.specification or None,
        "specification": stated.specification or None,
        "model": stated.model or None,
        "designators": stated.designators or None,
        "quantity": None if stated.quantity is None else _number(stated.quantity),
        "quantity_per_product": _number(line.quantity),
        "unit": line.unit or None,
        "material": line.material or None,
        "manufacturer": line.manufacturer or None,
        "target_unit_cost_yen": line.target_unit_cost_yen,
        "kind": line.kind.value,
        "made_in_house": not line.external,
        "critical": line.critical,
        "assembly": line.assembly or None,
        "has_parts": stated.has_parts,
    }


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _reason(problem: Problem) -> str:
    """Without the row's number, which stands beside it."""
    return problem_text(problem.model_copy(update={"place": ""}))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield f"\n{title}"
        yield from told


def _line_text(stated: Stated) -> str:
    line = stated.line
    count = f"{_number(line.quantity):g} {line.unit}".strip()
    name = "  ".join(part[:MOST_SHOWN] for part in (line.part_number, line.description) if part)
    return f"{line.row:>6}  {'  ' * (line.level - 1)}{count:<8} {name}  ({word('line_kind', line.kind)})"


def _heading_text(heading: Heading) -> str:
    return f"{heading.row:>6}  {word('heading', heading.kind)}: {heading.text[:MOST_SHOWN]}"
