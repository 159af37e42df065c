from datetime import timedelta

import pytest

from fundapp.access import links
from fundapp.access.links import Link
from fundapp.basis.refusal import Refusal

SECRET = b"s" * 32
NOT_VALID = Refusal.of("link_not_valid")


@pytest.fixture
def link(now):
    return Link(fund="F1", purpose="offer", subject="inquiry-1/m1", expires=now + timedelta(days=7))


@pytest.fixture
def token(link):
    return links.mint(SECRET, link)


def take(database, link, token, nonce, at):
    with database.write() as connection:
        return links.take_form(connection, SECRET, link, token, nonce, at)


def test_a_link_opens_as_often_as_one_likes_and_changes_nothing(link, token, now):
    assert [links.open(SECRET, token, purpose="offer", now=now) for _ in range(3)] == [link] * 3


def test_a_link_ends(link, token, now):
    last = link.expires - timedelta(microseconds=1)
    assert links.open(SECRET, token, purpose="offer", now=last) == link
    assert links.open(SECRET, token, purpose="offer", now=link.expires) == Refusal.of("link_expired")


def test_a_link_for_one_purpose_is_worthless_for_another(token, now):
    assert links.open(SECRET, token, purpose="consent", now=now) == NOT_VALID


def test_a_link_of_another_installation_is_not_valid(token, now):
    assert links.open(b"t" * 32, token, purpose="offer", now=now) == NOT_VALID


def test_any_changed_character_makes_it_invalid(token, now):
    for place in range(len(token) - 1):
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        assert links.open(SECRET, changed, purpose="offer", now=now) == NOT_VALID


@pytest.mark.parametrize("token", ["", ".", "a.b", "あ", "x" * 100_000, "\0", "\udc80"])
def test_nonsense_is_not_valid(token, now):
    assert links.open(SECRET, token, purpose="offer", now=now) == NOT_VALID


def test_a_form_is_taken_once(database, link, token, now):
    nonce = links.form_nonce(SECRET, token, now)
    assert take(database, link, token, nonce, now) is None
    assert take(database, link, token, nonce, now) == Refusal.of("form_taken")


def test_a_form_whose_writing_failed_can_be_sent_again(database, link, token, now):
    nonce = links.form_nonce(SECRET, token, now)

    def fail():
        with database.write() as connection:
            links.take_form(connection, SECRET, link, token, nonce, now)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert take(database, link, token, nonce, now) is None


def test_a_link_gives_a_new_form_each_time(database, link, token, now):
    nonces = [links.form_nonce(SECRET, token, now) for _ in range(3)]
    assert [take(database, link, token, nonce, now) for nonce in nonces] == [None] * 3


def test_a_form_of_another_link_an_old_or_an_invented_one_is_not_valid(database, link, token, now):
    other = links.mint(SECRET, link.model_copy(update={"subject": "inquiry-1/m2"}))
    nonce = links.form_nonce(SECRET, token, now)
    assert [
        take(database, link, other, nonce, now),
        take(database, link, token, nonce, now + links.FORM_OPEN_FOR),
        take(database, link, token, "invented", now),
        take(database, link, token, token, now),
    ] == [Refusal.of("form_not_valid")] * 4
