"""Text tables: which encoding, which delimiter, which cells."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from fundapp.intake.cells import Table, cell_text, tabulate
from fundapp.intake.limits import Limits, UnfitError

DELIMITERS = ("\t", ",", ";", "|")
SAMPLE_ROWS = 300
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PLAIN_CONTROLS = frozenset("\t\n\r\v\f\x1a")


def _candidates(content: bytes) -> tuple[str, ...]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return (encoding,)
    # Without a mark UTF-16 shows itself by a zero byte beside every Latin letter, digit and delimiter.
    if content[1::2].count(0) * 5 > len(content):
        return ("utf-16-le",)
    if content[::2].count(0) * 5 > len(content):
        return ("utf-16-be",)
    return ("utf-8", "cp932")


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Raises UnfitError when it is no text in an encoding we know."""
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(ord(letter) < 32 and letter not in _PLAIN_CONTROLS for letter in set(text)):
            break
        return text.rstrip("\x1a"), encoding
    raise UnfitError("file_unreadable")


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter)


@dataclass(frozen=True, order=True, slots=True)
class _Fit:
    """How well a delimiter cuts the text: rows that it divides, rows of the commonest width, that width."""

    divided: int
    alike: int
    width: int


def _fit(text: str, delimiter: str) -> tuple[_Fit, int]:
    widths = [len(row) for row in islice(_records(text, delimiter), SAMPLE_ROWS) if any(row)]
    divided = [width for width in widths if width > 1]
    if not divided:
        return _Fit(0, 0, 0), len(widths)
    width, alike = Counter(divided).most_common(1)[0]
    return _Fit(len(divided), alike, width), len(widths)


def sniff(text: str) -> str:
    """The delimiter that divides most rows most evenly. Raises UnfitError when none divides half of the rows."""
    fits = {delimiter: _fit(text, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: fits[delimiter][0])
    fit, rows = fits[best]
    if fit.divided * 2 < rows or not rows:
        raise UnfitError("table_no_columns")
    return best


def read_delimited(content: bytes, limits: Limits) -> tuple[Table, str, str]:
    """Table, encoding and delimiter of CSV, TSV and the like. Raises UnfitError."""
    text, encoding = decode(content)
    if not text.strip(" \t\r\n,;|"):
        raise UnfitError("file_empty")
    csv.field_size_limit(limits.characters)
    try:
        # Excel's own first line "sep=;" names the delimiter.
        if text[:4].lower() == "sep=" and text[4:5] in DELIMITERS and text[5:6] in "\r\n":
            delimiter, skip = text[4], 1
        else:
            delimiter, skip = sniff(text), 0
        numbered = (
            (number, [cell_text(cell) for cell in row]) for number, row in enumerate(_records(text, delimiter), 1)
        )
        return tabulate(islice(numbered, skip, None), limits), encoding, delimiter
    except csv.Error as error:
        raise UnfitError("file_unreadable") from error
