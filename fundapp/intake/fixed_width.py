"""Text tables whose columns stand under each other: cut where all rows are blank."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")
_TOKEN = re.compile(r"\S+(?:\s\S+)*")
_RULE = re.compile(r"\s*#?\s*[-=]{2,}(?:\s+[-=]{2,})+\s*")
LEAST_GUTTER = 2
LEAST_ROWS = 3
_FILLER = "\u2060"

Span = tuple[int, int]


def columns_of(lines: Sequence[str]) -> tuple[int, ...]:
    """Where each column begins, in half-width places; empty when the text does not stand in columns."""
    ruled = next(filter(_RULE.fullmatch, lines), None)
    if ruled:
        return (0, *(match.start() for match in list(re.finditer(r"[-=]{2,}", ruled))[1:]))
    rows = [line for line in lines if _GAP.search(line)]
    if len(rows) < LEAST_ROWS or len(rows) * 2 < sum(bool(line.strip()) for line in lines):
        return ()
    # A row that is longer in one cell than its column must not close the gutter for all others.
    allowed = len(rows) // 50
    occupied = [0] * max(len(_places(row)) for row in rows)
    for row in rows:
        for at, sign in enumerate(_places(row)):
            occupied[at] += not sign.isspace()
    starts, blank = [0], 0
    for at, count in enumerate(occupied):
        if count <= allowed:
            blank += 1
            continue
        if blank >= LEAST_GUTTER and at > blank:
            starts.append(at)
        blank = 0
    return tuple(starts) if len(starts) > 1 else ()


def fixed_cells(line: str, starts: tuple[int, ...]) -> list[str]:
    """The cells of one line; words that run on without gaps are one cell, and a cell that is too long stays whole."""
    places = _places(line)
    inside = [at for at in starts[1:] if at < len(places)]
    if not _GAP.search(line) and not all(places[at - 1].isspace() and not places[at].isspace() for at in inside):
        return [line.rstrip()]
    if all(_blank_before(places, at) for at in inside):
        ends = (*starts[1:], len(places))
        return [places[start:end].replace(_FILLER, "").rstrip() for start, end in zip(starts, ends, strict=True)]
    cells = [""] * len(starts)
    for match in _TOKEN.finditer(line):
        at = sum(map(_width, line[: match.start()]))
        column = max(column for column, start in enumerate(starts) if start <= at)
        cells[column] = f"{cells[column]} {match[0]}".strip()
    return cells


def _blank_before(places: str, at: int) -> bool:
    return places[at - 1].isspace() or places[at].isspace()


@lru_cache(maxsize=4096)
def _width(sign: str) -> int:
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _places(line: str) -> str:
    """The line with an invisible filler after each full-width sign, so that positions are columns on a screen."""
    line = line.expandtabs()
    if line.isascii():
        return line
    return "".join(sign + _FILLER * (_width(sign) - 1) for sign in line)
