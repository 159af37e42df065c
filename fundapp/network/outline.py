"""The levels of a parts list. A row's parent always stands above it or in its own number, so no cycle can arise."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fundapp.network.columns import plain

_LEVEL = re.compile(r"[.\s]*(\d{1,2})")
_NUMBERED = re.compile(r"(?:[a-z]|[a-z]?\d+)(?:[.\-]\d+)*")


@dataclass(frozen=True, slots=True)
class Outline:
    """Parents by position; `assemblies` have rows below them, `unclear` have a level that cannot be read."""

    parents: dict[int, int]
    assemblies: frozenset[int]
    unclear: frozenset[int] = frozenset()

    def ancestors(self, at: int) -> tuple[int, ...]:
        """The rows above `at` in the outline, the nearest first."""
        found: list[int] = []
        while (parent := self.parents.get(found[-1] if found else at)) is not None:
            found.append(parent)
        return tuple(found)

    def level(self, at: int) -> int:
        """1 for a row without a parent."""
        return len(self.ancestors(at)) + 1


def numbered(item: str) -> bool:
    """True for an item number such as 7, 1.2.3, 1-2 or A-1."""
    return _NUMBERED.fullmatch(plain(item)) is not None


def outline(rows: Sequence[tuple[int, str, str]]) -> Outline:
    """The outline of rows given as (position, level, item number): by level if any is given, else by number."""
    if any(level for _at, level, _item in rows):
        return _by_level([(at, level) for at, level, _item in rows])
    return _by_number([(at, plain(item)) for at, _level, item in rows])


def _by_level(rows: Sequence[tuple[int, str]]) -> Outline:
    parents: dict[int, int] = {}
    unclear: set[int] = set()
    open_rows: list[tuple[int, int]] = []
    for at, cell in rows:
        match = _LEVEL.fullmatch(plain(cell))
        if not match:
            unclear.add(at)
            continue
        level = int(match[1])
        while open_rows and open_rows[-1][0] >= level:
            open_rows.pop()
        if open_rows:
            parents[at] = open_rows[-1][1]
        open_rows.append((level, at))
    return Outline(parents, frozenset(parents.values()), frozenset(unclear))


def _by_number(rows: Sequence[tuple[int, str]]) -> Outline:
    """1.2.3 stands under 1.2, or under 1 when no row is numbered 1.2; the first of equal numbers counts."""
    places: dict[tuple[str, ...], int] = {}
    for at, item in rows:
        if _NUMBERED.fullmatch(item):
            places.setdefault(tuple(re.split(r"[.\-]", item)), at)
    parents: dict[int, int] = {}
    for number, at in places.items():
        above = (places[number[:length]] for length in range(len(number) - 1, 0, -1) if number[:length] in places)
        if (parent := next(above, None)) is not None:
            parents[at] = parent
    return Outline(parents, frozenset(parents.values()))
