"""What a walk through a sheet tells besides its values: how far they reach, what is hidden, merged, not calculated."""

import re
from dataclasses import dataclass, field

from fundapp.intake.limits import UnfitError

_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
MOST_MERGED = 20_000


@dataclass(slots=True)
class Traits:
    """One sheet. Rows and columns count from 1; `formulas` are cells whose result the file does not hold."""

    name: str = ""
    row: int = 0
    column: int = 0
    hidden: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    """(first row, last row, column) of cells drawn together downwards."""
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    indents: dict[tuple[int, int], int] = field(default_factory=dict)

    def reach(self, row: int, column: int) -> None:
        """A value stands there."""
        self.row, self.column = max(self.row, row), max(self.column, column)

    def merge(self, first: int, last: int, column: int) -> None:
        """Cells are drawn together; those of one row alone do not matter."""
        if last > first and len(self.merged) < MOST_MERGED:
            self.merged.append((first, last, column))


def place(reference: str) -> tuple[int, int]:
    """(row, column) of a reference such as B12. Raises ValueError for anything else."""
    match = _CELL.fullmatch(reference)
    if not match:
        raise ValueError(reference)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


class XlsxSheet:
    """Walks through xl/worksheets/*.xml. `indented` are the styles that move text to the right, with the steps."""

    def __init__(self, traits: Traits, indented: dict[str, int]) -> None:
        self.traits = traits
        self.indented = indented
        self.row = self.column = 0
        self.style = self.formula = ""
        self.has_formula = self.has_value = self.in_formula = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `container.Walker`."""
        match name:
            case "row":
                self.row, self.column = int(attributes.get("r", self.row + 1)), 0
                if attributes.get("hidden") in ("1", "true"):
                    self.traits.hidden.add(self.row)
            case "c":
                at = attributes.get("r")
                self.row, self.column = place(at) if at else (self.row, self.column + 1)
                self.style = attributes.get("s", "")
                self.has_formula = self.has_value = False
                self.formula = ""
            case "f":
                self.has_formula = self.in_formula = True
            case "v" | "is":
                self.has_value = True
            case "mergeCell":
                first, _colon, last = attributes.get("ref", "").partition(":")
                (top, left), (bottom, _right) = place(first), place(last or first)
                self.traits.merge(top, bottom, left)

    def text(self, data: str) -> None:
        """See `container.Walker`."""
        if self.in_formula and len(self.formula) < 200:
            self.formula += data

    def end(self, name: str) -> None:
        """See `container.Walker`."""
        if name == "f":
            self.in_formula = False
        elif name == "c":
            if self.has_value:
                self.traits.reach(self.row, self.column)
                if steps := self.indented.get(self.style):
                    self.traits.indents[self.row, self.column] = steps
            elif self.has_formula:
                self.traits.reach(self.row, self.column)
                self.traits.formulas[self.row, self.column] = f"={self.formula}"


class XlsxBook:
    """Walks through xl/workbook.xml: the sheets' names by the id of their relation."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `container.Walker`."""
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.names[relation] = attributes.get("name", "")

    def text(self, data: str) -> None:
        """See `container.Walker`."""

    def end(self, name: str) -> None:
        """See `container.Walker`."""


class XlsxRelations:
    """Walks through xl/_rels/workbook.xml.rels: parts of the container by the id of their relation."""

    def __init__(self) -> None:
        self.parts: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `container.Walker`."""
        if name == "Relationship":
            target = attributes.get("Target", "")
            self.parts[attributes.get("Id", "")] = target.removeprefix("/") if target[:1] == "/" else f"xl/{target}"

    def text(self, data: str) -> None:
        """See `container.Walker`."""

    def end(self, name: str) -> None:
        """See `container.Walker`."""


class XlsxStyles:
    """Walks through xl/styles.xml: which cell styles move the text to the right, and by how many steps."""

    def __init__(self, indented: dict[str, int]) -> None:
        self.indented = indented
        self.at = -1
        self.inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `container.Walker`."""
        if name == "cellXfs":
            self.inside = True
        elif self.inside and name == "xf":
            self.at += 1
        elif self.inside and name == "alignment" and attributes.get("indent", "0").isdecimal():
            self.indented[str(self.at)] = int(attributes.get("indent", "0"))

    def text(self, data: str) -> None:
        """See `container.Walker`."""

    def end(self, name: str) -> None:
        """See `container.Walker`."""
        if name == "cellXfs":
            self.inside = False


class OdsContent:
    """Walks through content.xml: all sheets of an OpenDocument spreadsheet, with rows and cells that repeat."""

    def __init__(self, sheets: list[Traits]) -> None:
        self.sheets = sheets
        self.row = self.column = 0
        self.rows = self.cells = self.spanned = 1
        self.valued = self.filled = self.hidden = False
        self.formula = ""
        self.paragraphs = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `container.Walker`."""
        match name:
            case "table-source" | "dde-source" | "dde-link":
                raise UnfitError("file_has_links")
            case "table":
                self.sheets.append(Traits(name=attributes.get("table:name", "")))
                self.row = 0
            case "table-row":
                self.rows = int(attributes.get("table:number-rows-repeated", "1"))
                self.hidden = attributes.get("table:visibility") in ("collapse", "filter")
                self.column, self.filled = 0, False
            case "table-cell" | "covered-table-cell":
                self.cells = int(attributes.get("table:number-columns-repeated", "1"))
                self.spanned = int(attributes.get("table:number-rows-spanned", "1"))
                self.formula = attributes.get("table:formula", "")
                self.valued = "office:value-type" in attributes
            case "p":
                self.valued = True

    def text(self, data: str) -> None:
        """See `container.Walker`."""

    def end(self, name: str) -> None:
        """See `container.Walker`."""
        if not self.sheets:
            return
        sheet = self.sheets[-1]
        match name:
            case "table-cell" | "covered-table-cell":
                if self.valued or self.formula:
                    self.filled = True
                    sheet.reach(self.row + 1, self.column + self.cells)
                    sheet.merge(self.row + 1, self.row + self.spanned, self.column + 1)
                    if not self.valued:
                        sheet.formulas[self.row + 1, self.column + 1] = self.formula.removeprefix("of:")
                self.column += self.cells
            case "table-row":
                if self.filled:
                    sheet.reach(self.row + self.rows, 0)
                if self.hidden and self.rows <= MOST_MERGED:
                    sheet.hidden.update(range(self.row + 1, self.row + self.rows + 1))
                self.row += self.rows
