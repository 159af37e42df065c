from datetime import timedelta

import pytest

from fundapp.access import sessions
from fundapp.access.sessions import AWAY, IDLE, LONGEST, actor_of, last_visit, sign_out, sign_out_everywhere
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.store.connection import StoreRefusal

ANNA = Actor(person="p1", roles=frozenset({Role.VOTING}))
SECOND = timedelta(seconds=1)


@pytest.fixture
def begin(database, create, now):
    create()

    def session(at=now):
        with database.write() as connection:
            return sessions.begin(connection, "p1", at)

    return session


def test_a_token_names_its_actor_until_it_is_signed_out(database, begin, now):
    token, other = begin(), begin()
    assert actor_of(database, token, now) == ANNA
    sign_out(database, token)
    assert (actor_of(database, token, now), actor_of(database, other, now)) == (None, ANNA)


def test_signing_out_everywhere_ends_all_sessions(database, begin, now):
    tokens = [begin() for _ in range(3)]
    sign_out_everywhere(database, "p1")
    assert [actor_of(database, token, now) for token in tokens] == [None] * 3


@pytest.mark.parametrize("token", ["", "x" * 43, "あ" * 43, "x" * 10_000, "\0" * 43, "\udc80" * 43])
def test_a_token_that_was_never_given_is_nobodys(database, begin, now, token):
    begin()
    assert actor_of(database, token, now) is None


def test_signing_out_without_a_session_is_no_fault(database):
    sign_out(database, "x" * 43)


def test_a_session_left_for_four_hours_is_over(database, begin, now):
    token = begin()
    assert actor_of(database, token, now + IDLE - SECOND) == ANNA
    assert actor_of(database, token, now + IDLE - SECOND + IDLE) is None


def test_a_session_in_use_is_over_after_twelve_hours(database, begin, now):
    token = begin()
    for hours in range(1, 12):
        assert actor_of(database, token, now + timedelta(hours=hours)) == ANNA
    assert actor_of(database, token, now + LONGEST - SECOND) == ANNA
    assert actor_of(database, token, now + LONGEST) is None


def test_reading_a_page_does_not_write_more_than_once_in_five_minutes(database, begin, now, monkeypatch):
    token, notes = begin(), []
    monkeypatch.setattr(sessions, "_note", lambda database, digest, person, at: notes.append(at - now))
    for seconds in (1, 299, 300):
        assert actor_of(database, token, now + timedelta(seconds=seconds)) == ANNA
    assert notes == [timedelta(minutes=5)]


def test_a_full_disk_shuts_nobody_out(database, begin, now, monkeypatch):
    token = begin()

    def full():
        raise StoreRefusal(Refusal.of("store_full"))

    monkeypatch.setattr(database, "write", full)
    assert actor_of(database, token, now + timedelta(hours=1)) == ANNA


def test_old_sessions_are_cleared_away_at_the_next_sign_in(database, begin, now):
    begin()
    begin(now + LONGEST + SECOND)
    with database.read() as connection:
        assert connection.execute("SELECT count(*) FROM session").fetchone() == (1,)


def test_a_first_visit_has_none_before_it(database, begin):
    begin()
    assert last_visit(database, "p1") is None


def test_who_comes_back_after_an_hour_learns_when_they_were_here_last(database, begin, now):
    token = begin()
    used = now + timedelta(minutes=30)
    assert actor_of(database, token, used) == ANNA
    begin(used + AWAY)
    assert last_visit(database, "p1") is None, "an hour is not yet over"
    begin(used + AWAY * 3)
    assert last_visit(database, "p1") == used + AWAY
    begin(used + AWAY * 3 + SECOND)
    assert last_visit(database, "p1") == used + AWAY, "a second device is the same visit"
