"""XLSX workbooks: first the container is looked through for what no parts list needs, then the values are read."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

import openpyxl  # type: ignore[import-untyped]
from openpyxl.utils.cell import coordinate_to_tuple  # type: ignore[import-untyped]

from fundapp.intake.cells import Table, cell_text, tabulate
from fundapp.intake.limits import Limits, UnfitError

SHEETS = "xl/worksheets/"


@dataclass(slots=True)
class _Extent:
    """The last row and column that hold a value, over all sheets, and whether a formula lacks its result."""

    row: int = 0
    column: int = 0
    uncalculated: bool = False


def _open(content: bytes, limits: Limits) -> ZipFile:
    """The container, within the limits and without macros, links or encryption. Raises UnfitError."""
    try:
        archive = ZipFile(BytesIO(content))
    except BadZipFile as error:
        raise UnfitError("file_unreadable") from error
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > limits.zip_parts or sum(part.file_size for part in parts) > limits.inflated_bytes:
        raise UnfitError("file_hostile")
    if len(set(names)) < len(names) or any(part.flag_bits & 1 for part in parts):
        raise UnfitError("file_hostile")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise UnfitError("file_has_macros")
    if any(name.lower().startswith("xl/externallinks/") for name in names):
        raise UnfitError("file_has_links")
    if "xl/workbook.xml" not in names:
        raise UnfitError("file_not_a_table")
    return archive


class _Scan:
    """Walks through one XML part, refuses a document type, and on a sheet notes how far its values reach."""

    def __init__(self, extent: _Extent | None) -> None:
        self.extent = extent
        self.row = self.column = 0
        self.formula = self.value = False
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._doctype
        if extent:
            self.parser.StartElementHandler = self._start
            self.parser.EndElementHandler = self._end

    def _doctype(self, *_declaration: object) -> None:
        raise UnfitError("file_hostile")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                self.row, self.column = int(attributes.get("r", self.row + 1)), 0
            case "c":
                at = attributes.get("r")
                self.row, self.column = coordinate_to_tuple(at) if at else (self.row, self.column + 1)
                self.formula = self.value = False
            case "f":
                self.formula = True
            case "v" | "is":
                self.value = True

    def _end(self, name: str) -> None:
        if self.extent and name.rpartition(":")[2] == "c":
            if self.value:
                self.extent.row = max(self.extent.row, self.row)
                self.extent.column = max(self.extent.column, self.column)
            elif self.formula:
                self.extent.uncalculated = True


def _scan(archive: ZipFile) -> _Extent:
    """Looks through every XML part. Raises UnfitError for a document type and for broken XML."""
    extent = _Extent()
    for name in archive.namelist():
        if name.lower().endswith((".xml", ".rels", ".vml")):
            try:
                with archive.open(name) as part:
                    _Scan(extent if name.startswith(SHEETS) else None).parser.ParseFile(part)
            except (expat.ExpatError, BadZipFile, ValueError, EOFError, NotImplementedError) as error:
                raise UnfitError("file_unreadable") from error
    return extent


def _numbered(sheet: Any, extent: _Extent) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()
    rows = sheet.iter_rows(min_row=1, max_row=extent.row, max_col=extent.column, values_only=True)
    return (
        (number, [cell_text(cell) for cell in row]) for number, row in enumerate(rows, 1) if row.count(None) < len(row)
    )


def _plausibility(table: Table) -> int:
    """Filled cells in rows that hold at least three: a parts list outweighs a cover sheet or a table of revisions."""
    return sum(filled for filled in (sum(map(bool, row)) for row in table.rows) if filled >= 3)


def read_workbook(content: bytes, sheet: str, limits: Limits) -> tuple[Table, str, list[str]]:
    """Table, sheet read and all visible sheets; `sheet` "" takes the most plausible one. Raises UnfitError."""
    with _open(content, limits) as archive:
        extent = _scan(archive)
    if extent.column > limits.columns:
        raise UnfitError("table_too_wide", columns=extent.column, limit=limits.columns)
    # Blank rows between do not count as rows of the table, so leave them room; a far cell is refused all the same.
    if extent.row > 10 * limits.rows:
        raise UnfitError("table_too_long", limit=limits.rows)
    if extent.uncalculated:
        raise UnfitError("file_not_calculated")
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    visible = [one for one in book.worksheets if one.sheet_state == "visible"]
    names = [one.title for one in visible]
    if sheet and sheet not in names:
        raise UnfitError("sheet_unknown", sheet=sheet)
    tables = {one.title: tabulate(_numbered(one, extent), limits) for one in visible if sheet in ("", one.title)}
    if not any(table.rows for table in tables.values()):
        raise UnfitError("file_empty")
    best = max(tables, key=lambda name: (_plausibility(tables[name]), len(tables[name].rows)))
    return tables[best], best, names
