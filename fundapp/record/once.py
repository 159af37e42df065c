"""A reading of a Book that is made once for it: pages are drawn many times between two events."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from fundapp.record.book import Book

P = ParamSpec("P")
T = TypeVar("T")
MOST = 64
"""Readings kept with one Book; a reader asks for few days of it. Beyond that they are made anew."""


def once(read: Callable[Concatenate[Book, P], T]) -> Callable[Concatenate[Book, P], T]:
    """The reading, kept with the Book that it was made of and gone with it. A Book never changes, so it never ages.

    Only for what answers frozen values, and for arguments that can be compared.
    """

    @wraps(read)
    def kept(book: Book, *given: P.args, **named: P.kwargs) -> T:
        key = (read, given, tuple(sorted(named.items())))
        if key not in book.readings:
            if len(book.readings) >= MOST:
                book.readings.clear()
            book.readings[key] = read(book, *given, **named)
        return cast(T, book.readings[key])

    return cast(Callable[Concatenate[Book, P], T], kept)
