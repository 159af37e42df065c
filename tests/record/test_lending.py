"""Taking in one event copies nothing but what it touches."""

from fundapp.record import commands as c
from fundapp.record.book import Book
from fundapp.record.lending import LentList, LentMap, kept, lent
from fundapp.store.events import caught_up


def test_a_score_shares_every_other_field_with_the_book_before(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="none"), fund.tlo)
    with fund.desk.database.read() as connection:
        before = caught_up(connection, "main", Book())
    fund.do(c.SubmitScorecard(item_id=item, seat_id="tlo", judgements=fund.judgements()), fund.tlo)
    with fund.desk.database.read() as connection:
        after = caught_up(connection, "main", before)
    assert after.items is not before.items
    shared = ("seats", "rubrics", "meetings", "reservations", "investments", "entries", "balances", "posted")
    assert [name for name in shared if getattr(after, name) is not getattr(before, name)] == []
    assert {type(getattr(after, name)) for name in (*shared, "items")} == {dict, list}


def test_what_is_lent_is_copied_at_the_first_write_and_read_as_before() -> None:
    given = {"a": 1, "b": 2}
    one = LentMap(given)
    assert (one["a"], list(one), len(one), "b" in one, one.get("c", 3)) == (1, ["a", "b"], 2, True, 3)
    del one["a"]
    one["c"] = 4
    assert (given, one.now) == ({"a": 1, "b": 2}, {"b": 2, "c": 4})

    numbers = [1, 2]
    many = LentList(numbers)
    assert (many[0], many[:1], list(many), len(many)) == (1, [1], [1, 2], 2)
    many.append(3)
    many.extend([4])
    many[0] = 5
    del many[1]
    assert (numbers, many.now) == ([1, 2], [5, 3, 4])


def test_a_book_that_nobody_wrote_in_is_the_same_again() -> None:
    before = Book(balances={"cash": 1})
    after = lent(before)
    kept(after)
    assert (after, after.balances is before.balances) == (before, True)
