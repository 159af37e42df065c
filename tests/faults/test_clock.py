"""A clock that goes back loses nothing, shuts nobody out, and lets nothing count twice."""

from pathlib import Path

import pytest
from small_fund import MEMBERS, SECRETARIAT, Clock, SmallFund

from fundapp.access import sessions
from fundapp.desk import Desk
from fundapp.record import commands as c
from fundapp.store.checking import Verified

ITEM = "m1-PR-1"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fund(tmp_path: Path, clock: Clock) -> SmallFund:
    made = SmallFund(Desk(tmp_path, clock=clock), clock)
    made.found()
    made.proposal("PR-1")
    made.meeting(1, "PR-1")
    made.do(c.FreezeFacts(item_id=ITEM), SECRETARIAT)
    return made


@pytest.mark.parametrize("back", [{"seconds": 1}, {"hours": 1}, {"days": 400}], ids=str)
def test_a_meeting_goes_on_and_the_record_verifies(fund, clock, back):
    fund.scored(ITEM, "tlo")
    before = fund.desk.book(SECRETARIAT).seq
    clock.wait(**{unit: -much for unit, much in back.items()})
    fund.scored(ITEM, "association", "bank")
    fund.do(c.RevealScores(item_id=ITEM), MEMBERS["association"])
    done = fund.approve(ITEM)
    assert done.seq > before
    assert isinstance(fund.desk.verify(), Verified)
    again = Desk(fund.desk.database.folder, clock=clock)
    assert again.book(SECRETARIAT).items == fund.desk.book(SECRETARIAT).items


def test_ids_are_new_all_the_same(fund, clock):
    made = set()
    for _ in range(50):
        made.add(fund.desk.new_id())
        clock.wait(milliseconds=-7)
    assert len(made) == 50


def test_a_command_sent_again_after_the_clock_went_back_counts_once(fund, clock):
    note = c.NoteDiscussion(item_id=ITEM, speaker="x", gist="once")
    first = fund.do(note, SECRETARIAT, "the same")
    clock.wait(hours=-2)
    assert fund.do(note, SECRETARIAT, "the same").at == first.at
    assert len(fund.desk.book(SECRETARIAT).items[ITEM].notes) == 1


def test_a_draft_is_kept_and_the_last_one_stands(fund, clock):
    tlo = MEMBERS["tlo"]
    first = fund.desk.save_draft(tlo, "k", expected=0, nonce="n", data='{"a": 1}')
    clock.wait(hours=-2)
    second = fund.desk.save_draft(tlo, "k", expected=first.version, nonce="n", data='{"a": 2}')
    assert fund.desk.draft(tlo, "k") == second
    assert (second.version, second.data) == (2, '{"a": 2}')


def test_nobody_is_signed_out_by_it(peopled, clock):
    desk = Desk(peopled)
    somebody = next(iter(desk.people().values()))
    with desk.database.write() as connection:
        token = sessions.begin(connection, somebody.id, clock.now)
    clock.wait(hours=-3)
    assert sessions.actor_of(desk.database, token, clock.now) is not None
    clock.wait(hours=3 + 13)
    assert sessions.actor_of(desk.database, token, clock.now) is None
    desk.database.close()
