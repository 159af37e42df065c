"""Two readers never share what one of them may not see, and nobody sees yesterday's Book."""

from fundapp.basis.roles import Actor, Role
from fundapp.record import commands as c
from fundapp.record import seeing
from fundapp.record.seeing import Seeing


def test_a_reader_sees_the_same_book_until_something_happens(fund, item) -> None:
    first = fund.desk.book(fund.tlo)
    assert fund.desk.book(fund.tlo) is first
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    assert fund.desk.book(fund.tlo).items[item].frozen is not None


def test_each_reader_sees_by_the_own_eyes_and_roles(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="none"), fund.tlo)
    fund.do(c.SubmitScorecard(item_id=item, seat_id="tlo", judgements=fund.judgements()), fund.tlo)
    for _ in range(2):
        assert len(fund.desk.book(fund.tlo).items[item].scorecards) == 1
        assert fund.desk.book(fund.bank).items[item].scorecards == ()
    assert fund.desk.book(Actor(person=fund.tlo.person, roles=frozenset({Role.LP}))).items[item].hidden


def test_only_the_latest_readers_books_are_kept(fund, item, monkeypatch) -> None:
    monkeypatch.setattr(seeing, "READERS", 2)
    whole, readers = fund.desk.book(fund.secretariat), (fund.tlo, fund.bank, fund.association)
    kept = Seeing(str)
    books = [kept.of(whole, reader) for reader in readers]
    assert kept.of(whole, fund.association) is books[2]
    assert kept.of(whole, fund.tlo) is not books[0]
