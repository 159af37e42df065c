"""Fields of a Book while new events are taken in: shared with the Book before, and copied only when one is written.

A score touches the items alone, so it must not cost a copy of every journal entry that the fund ever made.
"""

from collections.abc import Iterable, Iterator, MutableMapping, MutableSequence
from dataclasses import fields, replace
from typing import Any, TypeVar, overload

from fundapp.record.book import Book

K = TypeVar("K")
V = TypeVar("V")


class LentMap(MutableMapping[K, V]):
    """A dict of the Book before, until the first write."""

    __slots__ = ("_own", "now")

    def __init__(self, of: dict[K, V]) -> None:
        self.now, self._own = of, False

    def _written(self) -> dict[K, V]:
        if not self._own:
            self.now, self._own = dict(self.now), True
        return self.now

    def __getitem__(self, key: K) -> V:
        return self.now[key]

    def __setitem__(self, key: K, value: V) -> None:
        self._written()[key] = value

    def __delitem__(self, key: K) -> None:
        del self._written()[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self.now)

    def __len__(self) -> int:
        return len(self.now)

    def __contains__(self, key: object) -> bool:
        return key in self.now


class LentList(MutableSequence[V]):
    """A list of the Book before, until the first write."""

    __slots__ = ("_own", "now")

    def __init__(self, of: list[V]) -> None:
        self.now, self._own = of, False

    def _written(self) -> list[V]:
        if not self._own:
            self.now, self._own = list(self.now), True
        return self.now

    @overload
    def __getitem__(self, index: int) -> V: ...
    @overload
    def __getitem__(self, index: slice) -> list[V]: ...
    def __getitem__(self, index: int | slice) -> V | list[V]:
        return self.now[index]

    def __setitem__(self, index: Any, value: Any) -> None:
        self._written()[index] = value

    def __delitem__(self, index: int | slice) -> None:
        del self._written()[index]

    def __iter__(self) -> Iterator[V]:
        return iter(self.now)

    def __len__(self) -> int:
        return len(self.now)

    def insert(self, index: int, value: V) -> None:
        """Put one in at `index`."""
        self._written().insert(index, value)

    def extend(self, values: Iterable[V]) -> None:
        """Add more at the end."""
        self._written().extend(values)


def lent(book: Book) -> Book:
    """A Book to write in, which shares every field with `book` until it is written."""
    kinds: dict[type, type] = {dict: LentMap, list: LentList}
    found = {one.name: getattr(book, one.name) for one in fields(book) if one.init}
    return replace(book, **{name: kinds[type(value)](value) for name, value in found.items() if type(value) in kinds})


def copied(book: Book) -> Book:
    """A Book to write in whose every field is a copy: for many events that is less than asking at each of them."""
    found = {one.name: getattr(book, one.name) for one in fields(book) if one.init}
    return replace(book, **{name: value.copy() for name, value in found.items() if type(value) in (dict, list)})


def kept(book: Book) -> None:
    """End the writing: the fields are plain again."""
    for one in fields(book):
        value = getattr(book, one.name)
        if isinstance(value, LentMap | LentList):
            setattr(book, one.name, value.now)
