"""Who writes minutes: the Book as the reader may see it, and the names of persons."""

from collections.abc import Mapping
from dataclasses import dataclass

from fundapp.committee import minutes as m
from fundapp.record.book import Book

UNKNOWN = "—"


@dataclass(frozen=True, slots=True)
class Writer:
    """What the minutes need beside the Book: the names of persons by id, and their roles as observers."""

    book: Book
    names: Mapping[str, str]
    observers: tuple[m.Observer, ...] = ()

    def name(self, person: str) -> str:
        """A person's name; a dash when the person was erased."""
        return self.names.get(person, UNKNOWN) if person else ""

    def words(self, digest: str) -> str:
        """The words behind a digest; a dash when they were erased."""
        return (self.book.words_of(digest) or UNKNOWN) if digest else ""
