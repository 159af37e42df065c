"""Text tables with a sign between the cells: which sign, which cells."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from fundapp.basis.formula_signs import GUARD, unguarded
from fundapp.intake.cells import cell_text
from fundapp.intake.listed import unmarked

DELIMITERS = ("\t", ",", ";", "|")
SPELT_TAB = "\\t"
"""Some programs write a tab as a backslash and a t."""
SAMPLE_ROWS = 300
MOST_LINES_IN_A_CELL = 30
_MARKDOWN_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*")
_MARKDOWN_HEADING = re.compile(r"\s*#{1,6}\s+")

Row = tuple[int, list[str]]


@dataclass(frozen=True, order=True, slots=True)
class Fit:
    """How well a delimiter cuts the text: rows that it divides, rows of the commonest width, that width, all rows."""

    divided: int
    alike: int
    width: int
    rows: int

    @property
    def even(self) -> bool:
        """It divides most rows, and most of these alike."""
        return self.divided * 2 >= self.rows > 0 and self.alike * 2 >= self.divided > 0

    @property
    def loose(self) -> bool:
        """It divides most rows, however unevenly."""
        return self.divided * 2 >= self.rows > 0


def _records(text: str, delimiter: str, quoting: int = csv.QUOTE_MINIMAL) -> Iterator[list[str]]:
    if delimiter == SPELT_TAB:
        text, delimiter = text.replace(SPELT_TAB, "\t"), "\t"
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]


def _fit(text: str, delimiter: str) -> Fit:
    widths = [len(row) for row in islice(_records(text, delimiter), SAMPLE_ROWS) if any(map(str.strip, row))]
    divided = [width for width in widths if width > 1]
    if not divided:
        return Fit(0, 0, 0, len(widths))
    width, alike = Counter(divided).most_common(1)[0]
    return Fit(len(divided), alike, width, len(widths))


def sniff(text: str) -> tuple[str, Fit]:
    """The delimiter that divides most rows most evenly, and how well."""
    signs = DELIMITERS if "\t" in text or SPELT_TAB not in text else (*DELIMITERS, SPELT_TAB)
    fits = {sign: _fit(text, sign) for sign in signs}
    best = max(signs, key=lambda sign: (fits[sign].even, fits[sign]))
    return best, fits[best]


def own_delimiter(text: str) -> str:
    """The delimiter that Excel's own first line "sep=;" names, or nothing."""
    named = text[:4].lower() == "sep=" and text[4:5] in DELIMITERS and text[5:6] in "\r\n"
    return text[4] if named else ""


def delimited_rows(text: str, delimiter: str) -> Iterator[Row]:
    """(number, cells) of every row; raises csv.Error for a cell beyond the csv module's limit."""
    quoting = csv.QUOTE_NONE if _swallows(text, delimiter) else csv.QUOTE_MINIMAL
    for number, row in enumerate(_records(text, delimiter, quoting), 1):
        yield number, [cell_text(unguarded(cell) if cell[:1] == GUARD else cell) for cell in row]


def is_markdown_table(lines: Sequence[str]) -> bool:
    """True when a line of dashes and bars divides a header from its rows, as Markdown has it."""
    return any(map(_MARKDOWN_RULE.fullmatch, lines))


def markdown_rows(lines: Sequence[str]) -> Iterator[Row]:
    """(number, cells) of every line of a Markdown text; what stands around its tables is one cell."""
    for number, line in enumerate(lines, 1):
        if "|" not in line:
            yield number, [unmarked(_MARKDOWN_HEADING.sub("", line).strip())]
            continue
        # A bar that belongs to a cell has a backslash before it.
        cells = [cell.replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().removeprefix("|"))]
        yield number, [unmarked(cell.strip()) for cell in (cells[:-1] if line.rstrip().endswith("|") else cells)]


def _swallows(text: str, delimiter: str) -> bool:
    """True when a lone inch mark at the start of a cell would make the rest of the file one cell."""
    return any(
        cell.count("\n") > MOST_LINES_IN_A_CELL for row in _records(text, delimiter) for cell in row if "\n" in cell
    )
