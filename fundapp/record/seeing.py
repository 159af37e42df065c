"""What readers saw last. A page is drawn many times between two events, and each time its reader sees the same."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from fundapp.basis.roles import Actor
from fundapp.record.book import Book
from fundapp.record.sight import sight

READERS = 200
"""How many readers' Books are kept, the latest ones."""


class Seeing:
    """The Book as each reader may see it, made once for each state of the record. Safe to share between threads."""

    def __init__(self, words_of: Callable[[str], str]) -> None:
        self._words_of = words_of
        self._seen: OrderedDict[Actor, tuple[Book, Book]] = OrderedDict()
        self._lock = Lock()

    def of(self, whole: Book, viewer: Actor) -> Book:
        """`whole` as `viewer` may see it, with the words behind what is seen. The roles are part of the viewer."""
        with self._lock:
            last = self._seen.get(viewer)
        if last is not None and last[0] is whole:
            return last[1]
        seen = replace(sight(whole, viewer), words_of=self._words_of)
        with self._lock:
            self._seen[viewer] = (whole, seen)
            self._seen.move_to_end(viewer)
            while len(self._seen) > READERS:
                self._seen.popitem(last=False)
        return seen
