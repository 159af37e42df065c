from fundapp.basis.canonical import canonical_json
from fundapp.record.book import Book
from fundapp.record.events import EVENTS
from fundapp.record.fold import fold, handled
from fundapp.store import log
from fundapp.store.events import caught_up, to_new, to_recorded


def test_fold_understands_every_event() -> None:
    assert handled() == set(EVENTS.values())


def test_folding_in_pieces_gives_the_same_book(fund, item) -> None:
    fund.revealed(item)
    fund.approve(item)
    with fund.desk.database.read() as connection:
        whole = caught_up(connection, "main", Book())
        events = [to_recorded(stored) for stored in log.events_after(connection, "main", 0)]
    pieces = Book()
    for one in events:
        pieces = fold(pieces, [one])
    assert pieces == whole


def test_fold_leaves_the_given_book_alone(fund, item) -> None:
    with fund.desk.database.read() as connection:
        before = caught_up(connection, "main", Book())
        untouched = caught_up(connection, "main", Book())
    fund.revealed(item)
    with fund.desk.database.read() as connection:
        after = caught_up(connection, "main", before)
    assert before == untouched
    assert after.seq > before.seq


def test_book_as_of_an_earlier_record_is_what_it_was(fund, item) -> None:
    before = fund.desk.book(fund.secretariat)
    fund.revealed(item)
    again = fund.desk.book_as_of(fund.secretariat, before.seq)
    assert (again.tip, again.items) == (before.tip, before.items)


def test_events_survive_the_log_byte_for_byte(fund, item) -> None:
    fund.revealed(item)
    fund.approve(item)
    with fund.desk.database.read() as connection:
        for stored in log.events_after(connection, "main", 0):
            again = to_new(to_recorded(stored).event)
            assert (again.kind, again.body, again.stream) == (stored.kind, stored.body, stored.stream)
            assert canonical_json(to_recorded(stored).event).decode() == stored.body
