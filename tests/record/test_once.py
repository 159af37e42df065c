"""A reading is made once for a Book and never taken for another Book's."""

from dataclasses import replace
from datetime import date

from fundapp.record import once as module
from fundapp.record.book import Book
from fundapp.record.once import once


def counted():
    made = []

    @once
    def read(book: Book, day: date) -> str:
        made.append((book.seq, day))
        return f"{book.seq} on {day}"

    return read, made


def test_the_same_reading_of_the_same_book_is_made_once() -> None:
    read, made = counted()
    book = Book(seq=3)
    assert [read(book, date(2026, 4, 1)) for _again in range(3)] == ["3 on 2026-04-01"] * 3
    assert read(book, date(2026, 4, 2)) == "3 on 2026-04-02"
    assert made == [(3, date(2026, 4, 1)), (3, date(2026, 4, 2))]


def test_a_book_made_of_another_begins_without_its_readings() -> None:
    read, made = counted()
    book = Book(seq=3)
    read(book, date(2026, 4, 1))
    other = replace(book, seq=4)
    assert other.readings == {}
    assert read(other, date(2026, 4, 1)) == "4 on 2026-04-01"
    assert made == [(3, date(2026, 4, 1)), (4, date(2026, 4, 1))]
    assert book == replace(book)


def test_two_readings_with_the_same_arguments_are_two() -> None:
    first, _made = counted()
    second = once(lambda book, day: (book.seq, day))
    book, day = Book(seq=1), date(2026, 4, 1)
    assert (first(book, day), second(book, day)) == ("1 on 2026-04-01", (1, day))


def test_no_more_readings_are_kept_than_a_reader_asks_for(monkeypatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    read, _made = counted()
    book = Book(seq=1)
    for day in range(1, 10):
        read(book, date(2026, 4, day))
    assert len(book.readings) <= 3
