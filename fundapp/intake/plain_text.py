"""A text file as a table: cells between delimiters, columns under each other, or the items of a list."""

import csv
import re
from dataclasses import dataclass
from itertools import islice

from fundapp.intake.cells import Table, tabulate
from fundapp.intake.delimited import (
    SPELT_TAB,
    delimited_rows,
    is_markdown_table,
    markdown_rows,
    own_delimiter,
    sniff,
)
from fundapp.intake.encodings import decode
from fundapp.intake.fixed_width import columns_of, fixed_cells
from fundapp.intake.limits import Limits, UnfitError
from fundapp.intake.listed import is_bulleted, is_plain_list, list_rows

SAMPLE_LINES = 2000
_LETTER_FOR_TAB = re.compile(r"[^\s,;|]+?t[A-Z\"][^,;|]*?t[A-Z\"].*")


@dataclass(frozen=True, slots=True)
class TextTable:
    """What a text file holds. `form` is table or list; the delimiter is empty where none divides the cells."""

    table: Table
    encoding: str
    delimiter: str
    form: str


def read_text(content: bytes, limits: Limits) -> TextTable:
    """Table, encoding and delimiter of CSV, TSV, fixed-width text, Markdown and plain lists. Raises UnfitError."""
    text, encoding = decode(content)
    if not text.strip(" \t\r\n,;|\u3000"):
        raise UnfitError("file_empty")
    csv.field_size_limit(limits.characters)
    try:
        return _read(text, encoding, limits)
    except csv.Error as error:
        raise UnfitError("file_unreadable") from error


def _read(text: str, encoding: str, limits: Limits) -> TextTable:
    named = own_delimiter(text)
    if named:
        rows = islice(delimited_rows(text, named), 1, None)
        return TextTable(tabulate(rows, limits), encoding, named, "table")
    lines = text.splitlines()
    sample = lines[:SAMPLE_LINES]
    if is_markdown_table(sample):
        return TextTable(tabulate(markdown_rows(lines), limits), encoding, "|", "table")
    delimiter, fit = sniff(text)
    bulleted = is_bulleted(sample)
    if fit.even and not (bulleted and fit.alike * 5 < fit.rows * 4):
        return TextTable(tabulate(delimited_rows(text, delimiter), limits), encoding, _shown(delimiter), "table")
    if bulleted:
        return TextTable(tabulate(list_rows(lines, bulleted=True), limits), encoding, "", "list")
    if starts := columns_of(sample):
        rows_in_columns = ((number, fixed_cells(line, starts)) for number, line in enumerate(lines, 1))
        return TextTable(tabulate(rows_in_columns, limits), encoding, "", "table")
    if _tabs_lost(sample):
        raise UnfitError("tabs_lost")
    if fit.loose:
        return TextTable(tabulate(delimited_rows(text, delimiter), limits), encoding, _shown(delimiter), "table")
    if is_plain_list(sample):
        return TextTable(tabulate(list_rows(lines, bulleted=False), limits), encoding, "", "list")
    raise UnfitError("table_no_columns")


def _shown(delimiter: str) -> str:
    return "\t" if delimiter == SPELT_TAB else delimiter


def _tabs_lost(lines: list[str]) -> bool:
    """True when every line holds the letter t where a table has its tabs: QtytValuetDevice."""
    filled = [line for line in lines if line.strip()]
    head = next((at for at, line in enumerate(filled[:20]) if _LETTER_FOR_TAB.fullmatch(line.strip())), None)
    if head is None:
        return False
    least = len(re.findall(r"t(?=[A-Z\"])", filled[head]))
    below = filled[head + 1 :]
    return len(below) > 0 and sum(line.count("t") >= least for line in below) * 10 >= len(below) * 9
