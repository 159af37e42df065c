"""Tables as CSV that a spreadsheet opens as they are: UTF-8 with BOM, every text quoted, no cell becomes a formula."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

from fundapp.basis.formula_signs import guarded

CellValue = str | int | None


def safe_cell(value: CellValue) -> str | int:
    """A text that a spreadsheet would run gets an apostrophe before it; control characters go; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, int):
        return value
    return guarded("".join(letter for letter in value if letter in "\n\t" or unicodedata.category(letter) != "Cc"))


def csv_table(head: Sequence[str], rows: Iterable[Sequence[CellValue]]) -> bytes:
    """The table in UTF-8 with BOM and CRLF, the header first."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerows([safe_cell(value) for value in row] for row in (head, *rows))
    return out.getvalue().encode("utf-8-sig")
