"""XLSX and ODS workbooks: the container is looked through first, then the most plausible sheet is read."""

from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from fundapp.intake.cells import Table, cell_text, tabulate
from fundapp.intake.container import open_container, walk_parts
from fundapp.intake.limits import Limits, UnfitError
from fundapp.intake.sheets import OdsContent, Traits, XlsxBook, XlsxRelations, XlsxSheet, XlsxStyles

_BOOK, _RELATIONS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = "META-INF/manifest.xml"
BLANKS_A_STEP = 2
"""A spreadsheet's indent of one step counts as two blanks."""


def _xlsx_traits(archive: ZipFile) -> list[Traits]:
    book, relations, indented = XlsxBook(), XlsxRelations(), dict[str, int]()
    walk_parts(archive, {_BOOK: book, _RELATIONS: relations, _STYLES: XlsxStyles(indented)}, others=False)
    found = {
        part: Traits(name=book.names[relation]) for relation, part in relations.parts.items() if relation in book.names
    }
    walk_parts(archive, {part: XlsxSheet(traits, indented) for part, traits in found.items()})
    return list(found.values())


def _ods_traits(archive: ZipFile) -> list[Traits]:
    if _MANIFEST in archive.namelist() and b"encryption-data" in archive.read(_MANIFEST):
        raise UnfitError("file_locked")
    found: list[Traits] = []
    walk_parts(archive, {"content.xml": OdsContent(found)})
    return found


def _traits(archive: ZipFile, limits: Limits) -> dict[str, Traits]:
    """What the walk through all parts tells of each sheet. Raises UnfitError for what is no workbook or reaches far."""
    names = archive.namelist()
    if _BOOK in names:
        found = _xlsx_traits(archive)
    elif "content.xml" in names and "mimetype" in names and archive.read("mimetype").strip() == _ODS:
        found = _ods_traits(archive)
    else:
        raise UnfitError("file_not_a_table")
    for traits in found:
        if traits.column > limits.columns:
            raise UnfitError("table_too_wide", columns=traits.column, limit=limits.columns)
        # Blank rows between do not count as rows of the table, so leave them room; a far cell is refused all the same.
        if traits.row > 10 * limits.rows:
            raise UnfitError("table_too_long", limit=limits.rows)
    return {traits.name: traits for traits in found}


def _numbered(sheet: CalamineSheet, traits: Traits) -> Iterator[tuple[int, list[str]]]:
    """Rows of values, with the text of a formula where the file does not hold its result."""
    formulas: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for (row, column), formula in traits.formulas.items():
        formulas[row][column] = formula
    last = 0
    for last, values in enumerate(sheet.iter_rows(), 1):
        cells = _with_formulas([cell_text(value) for value in values], formulas.pop(last, {}))
        yield last, [_indented(cell, traits.indents.get((last, at), 0)) for at, cell in enumerate(cells, 1)]
    # The library ends at the last value.
    for number in sorted(formulas):
        yield number, _with_formulas([], formulas[number])


def _with_formulas(cells: list[str], formulas: dict[int, str]) -> list[str]:
    cells.extend([""] * (max(formulas, default=0) - len(cells)))
    for column, formula in formulas.items():
        cells[column - 1] = cells[column - 1] or formula
    return cells


def _indented(cell: str, steps: int) -> str:
    return " " * (BLANKS_A_STEP * steps) + cell if cell else cell


def _table(sheet: CalamineSheet, traits: Traits, limits: Limits) -> Table:
    table = tabulate(_numbered(sheet, traits), limits)
    at = {number: position for position, number in enumerate(table.row_numbers)}
    for first, last, column in traits.merged:
        # Rows that are merged away entirely are blank, and not in the table.
        inside = [at[row] for row in range(first, min(last, traits.row) + 1) if row in at]
        if len(inside) > 1:
            table.merged.append((inside[0], inside[-1], column - 1))
    table.hidden.extend(number for number in table.row_numbers if number in traits.hidden)
    return table


def _plausibility(table: Table) -> int:
    """Filled cells in rows that hold at least three: a parts list outweighs a cover sheet or a table of revisions."""
    return sum(filled for filled in (sum(map(bool, row)) for row in table.rows) if filled >= 3)


def read_workbook(content: bytes, sheet: str, limits: Limits) -> tuple[dict[str, Table], str, list[str]]:
    """Tables by sheet, the most plausible one, and all visible sheets; `sheet` "" reads all. Raises UnfitError."""
    with open_container(content, limits) as archive:
        traits = _traits(archive, limits)
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    names = [
        one.name
        for one in book.sheets_metadata
        if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
    ]
    if sheet and sheet not in names:
        raise UnfitError("sheet_unknown", sheet=sheet)
    tables = {
        name: _table(book.get_sheet_by_name(name), traits.get(name, Traits()), limits)
        for name in names
        if sheet in ("", name)
    }
    if not any(table.rows for table in tables.values()):
        raise UnfitError("file_empty")
    best = max(tables, key=lambda name: (_plausibility(tables[name]), len(tables[name].rows)))
    return tables, best, names
