"""The levels of a parts list: which row is part of which, and rows that would be part of themselves."""

import re
from collections import defaultdict, deque
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property

from fundapp.network.columns import plain

_LEVEL = re.compile(r"(?:l|lv|lv\.|level|レベル|階層|stufe|[.\-*+>・\s])*\s*(\d{1,2})\s*(?:階層|次|段)?")
_NUMBERED = re.compile(r"(?:[a-z]|[a-z]?\d+)(?:[.\-]\d+)*\.?")


@dataclass(frozen=True, slots=True)
class Place:
    """What a row says about where it belongs; `at` is its position. Empty or None is what it does not say."""

    at: int
    level: str = ""
    item: str = ""
    indent: int | None = None
    part: str = ""
    parent: str = ""


@dataclass(frozen=True)
class Outline:
    """Parents by position; a part that is used in several places has several.

    `assemblies` have rows below them, `unclear` have a level that cannot be read, `cyclic` would be part of themselves.
    """

    parents: dict[int, tuple[int, ...]] = field(default_factory=dict)
    order: tuple[int, ...] = ()
    """Every position after those of its parents."""
    unclear: frozenset[int] = frozenset()
    cyclic: frozenset[int] = frozenset()
    named_parents: dict[int, str] = field(default_factory=dict)
    """Names of parents that have no row of their own."""

    @cached_property
    def assemblies(self) -> frozenset[int]:
        """Positions with rows below them."""
        return frozenset(parent for parents in self.parents.values() for parent in parents)

    def without(self, positions: Set[int]) -> "Outline":
        """The same outline without positions that have no parents and no rows below them."""
        return replace(self, order=tuple(at for at in self.order if at not in positions))

    def levels(self) -> dict[int, int]:
        """1 for a row without a parent, one more for each above it."""
        found: dict[int, int] = {}
        for at in self.order:
            parents = self.parents.get(at, ())
            found[at] = 1 + (found.get(parents[0], 0) if parents else 0)
        return found


def numbered(item: str) -> bool:
    """True for an item number such as 7, 1.2.3, 1-2 or A-1."""
    return _NUMBERED.fullmatch(plain(item)) is not None


def level_of(text: str) -> int | None:
    """The level that a cell names: 2, ..2, L2, 2階層; None when it is none."""
    match = _LEVEL.fullmatch(plain(text))
    return int(match[1]) if match else None


def outline(places: Sequence[Place]) -> Outline:
    """The outline by parents if any row names one, else by levels, by item numbers such as 1.2.3, or by indents."""
    if any(place.parent for place in places):
        return _by_parent(places)
    if any(place.level for place in places):
        return _by_depth(places, {place.at: level_of(place.level) for place in places})
    by_number = _by_number(places)
    if by_number.parents or not any(place.indent for place in places):
        return by_number
    return _by_depth(places, {place.at: place.indent for place in places})


def _by_depth(places: Sequence[Place], depths: dict[int, int | None]) -> Outline:
    parents: dict[int, tuple[int, ...]] = {}
    unclear: set[int] = set()
    cyclic: set[int] = set()
    above: list[tuple[int, Place]] = []
    for place in places:
        depth = depths[place.at]
        if depth is None:
            unclear.add(place.at)
            continue
        while above and above[-1][0] >= depth:
            above.pop()
        if above:
            parents[place.at] = (above[-1][1].at,)
        name = plain(place.part)
        if name and any(plain(one.part) == name for _depth, one in above):
            cyclic.add(place.at)
        above.append((depth, place))
    return Outline(parents, tuple(place.at for place in places), frozenset(unclear), frozenset(cyclic))


def _by_number(places: Sequence[Place]) -> Outline:
    """1.2.3 stands under 1.2, or under 1 when no row is numbered 1.2; the first of equal numbers counts."""
    numbers: dict[tuple[str, ...], Place] = {}
    for place in places:
        item = plain(place.item).rstrip(".")
        if _NUMBERED.fullmatch(item):
            numbers.setdefault(tuple(re.split(r"[.\-]", item)), place)
    parents: dict[int, tuple[int, ...]] = {}
    cyclic: set[int] = set()
    for number, place in numbers.items():
        above = [numbers[number[:length]] for length in range(len(number) - 1, 0, -1) if number[:length] in numbers]
        if above:
            parents[place.at] = (above[0].at,)
        name = plain(place.part)
        if name and any(plain(one.part) == name for one in above):
            cyclic.add(place.at)
    by_length = sorted(numbers.items(), key=lambda pair: len(pair[0]))
    first = [place.at for _number, place in by_length]
    known = set(first)
    order = (*first, *(place.at for place in places if place.at not in known))
    return Outline(parents, order, cyclic=frozenset(cyclic))


def _by_parent(places: Sequence[Place]) -> Outline:
    """Rows that name the part they belong to; each use of that part is a parent of theirs."""
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for place in places:
        if place.part:
            rows[plain(place.part)].append(place.at)
    parents = {place.at: tuple(rows.get(plain(place.parent), ())) for place in places if place.parent}
    children: defaultdict[int, list[int]] = defaultdict(list)
    for at, above in parents.items():
        for parent in above:
            children[parent].append(at)
    waiting = {place.at: len(parents.get(place.at, ())) for place in places}
    order: list[int] = []
    ready = deque(at for at, count in waiting.items() if not count)
    while ready:
        at = ready.popleft()
        order.append(at)
        for child in children[at]:
            waiting[child] -= 1
            if not waiting[child]:
                ready.append(child)
    # What is left is in a circle or below one; without those that only hang below, the circles remain.
    left = set(waiting) - set(order)
    open_children = {at: sum(child in left for child in children[at]) for at in left}
    hanging = deque(at for at, count in open_children.items() if not count)
    circles = set(left)
    while hanging:
        at = hanging.popleft()
        circles.discard(at)
        for parent in parents.get(at, ()):
            if parent in open_children:
                open_children[parent] -= 1
                if not open_children[parent]:
                    hanging.append(parent)
    below = [at for at in waiting if at in left]
    named = {place.at: place.parent for place in places if place.parent and not rows.get(plain(place.parent))}
    return Outline(
        {at: above for at, above in parents.items() if above},
        (*order, *below),
        cyclic=frozenset(circles),
        named_parents=named,
    )
