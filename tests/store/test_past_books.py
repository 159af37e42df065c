"""The Book as of a place of the record: from a Book kept on the way the same as from the start, of no other log."""

import pytest
from every_kind import live
from small_fund import SECRETARIAT, Clock, SmallFund

from fundapp.desk import FUND, Desk
from fundapp.record.book import Book
from fundapp.store import events, past_books
from fundapp.store.events import caught_up
from fundapp.store.past_books import PastBooks

PAGE = 20


@pytest.fixture(scope="module")
def fund(tmp_path_factory) -> SmallFund:
    clock = Clock()
    made = SmallFund(Desk(tmp_path_factory.mktemp("past"), clock=clock), clock)
    live(made)
    return made


@pytest.fixture(autouse=True)
def small_pages(monkeypatch) -> None:
    monkeypatch.setattr(events, "PAGE", PAGE)
    monkeypatch.setattr(past_books, "PAGE", PAGE)


def from_the_start(connection, seq: int) -> Book:
    return caught_up(connection, FUND, Book(), until_seq=seq)


def test_a_past_book_is_what_a_replay_from_the_start_gives_wherever_one_looks(fund) -> None:
    past = PastBooks(FUND)
    last = fund.desk.book(SECRETARIAT).seq
    with fund.desk.database.read() as connection:
        for seq in (last, 1, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE + 7, last - 1, 2 * PAGE, last, 5):
            assert past.at(connection, seq) == from_the_start(connection, seq), seq
    assert sorted(past._books) == list(range(PAGE, last + 1, PAGE))


def test_books_that_the_desk_came_by_one_by_one_are_kept_a_page_apart() -> None:
    past = PastBooks(FUND)
    for seq in range(1, 5 * PAGE):
        past.keep(Book(seq=seq))
    assert sorted(past._books) == [PAGE, 2 * PAGE, 3 * PAGE, 4 * PAGE]


def test_a_book_of_another_log_is_dropped_and_the_record_is_replayed(fund) -> None:
    past = PastBooks(FUND)
    past.keep(Book(seq=PAGE, tip="0" * 64))
    with fund.desk.database.read() as connection:
        assert past.at(connection, PAGE + 3) == from_the_start(connection, PAGE + 3)


def test_the_desk_s_book_as_of_a_place_starts_from_what_it_has_read(fund, monkeypatch) -> None:
    desk = Desk(fund.desk.database.folder, clock=fund.clock)
    desk.open_record()
    last = desk.book(SECRETARIAT).seq
    read = []
    monkeypatch.setattr(events, "to_recorded", lambda one, plain=events.to_recorded: read.append(one.seq) or plain(one))
    assert desk.book_as_of(SECRETARIAT, last - 1).seq == last - 1
    assert len(read) < PAGE
