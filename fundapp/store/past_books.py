"""Books of the past that a replay came by, so that a document as of some place is not replayed from the start.

A Book is used only while the log has its very hash at its place: what was kept of another log is dropped.
"""

from bisect import bisect_right
from threading import Lock

from fundapp.record.book import Book
from fundapp.store import log
from fundapp.store.connection import Connection
from fundapp.store.events import PAGE, caught_up

MOST = 64
"""Books that are kept; they share what did not change between them."""


class PastBooks:
    """One fund's Books at some places of its record. Safe to share between threads."""

    def __init__(self, fund: str) -> None:
        self._fund = fund
        self._books: dict[int, Book] = {}
        self._lock = Lock()

    def keep(self, book: Book) -> None:
        """A Book that a replay came by, if it is a page of the log away from the one kept before it."""
        with self._lock:
            before = max((seq for seq in self._books if seq <= book.seq), default=0)
            if book.seq - before >= PAGE and len(self._books) < MOST:
                self._books[book.seq] = book

    def at(self, connection: Connection, seq: int) -> Book:
        """The Book as it stood after record `seq`."""
        return caught_up(connection, self._fund, self._nearest(connection, seq), until_seq=seq, passed=self.keep)

    def _nearest(self, connection: Connection, seq: int) -> Book:
        """The last kept Book up to this place whose hash the log has there; else the empty one."""
        with self._lock:
            places = sorted(self._books)
            found = self._books[places[at - 1]] if (at := bisect_right(places, seq)) else Book()
        if not found.seq:
            return found
        entry = log.link_at(connection, self._fund, found.seq)
        if entry is not None and entry.hash == found.tip:
            return found
        with self._lock:
            self._books.clear()
        return Book()
