"""The first account: by the link alone, once, whoever comes second."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from fundapp.access import first_visit
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.places import set_up_token
from fundapp.store.people import Person


@pytest.fixture
def token(database):
    first_visit.prepare(database)
    return set_up_token(database.folder).read_text()


@pytest.fixture
def open_account(database, now, hasher):
    def account(token, sign_in_name="naito", **changed):
        given = {
            "person": f"id of {sign_in_name}",
            "sign_in_name": sign_in_name,
            "name": Bilingual(ja="内藤 久", en="Hisashi Naito"),
            "password": "a few words in a row",
            "now": now,
            "hasher": hasher,
        }
        return first_visit.open_first_account(database, token, **{**given, **changed})

    return account


def test_the_link_s_token_is_its_owner_s_alone_and_stays_the_same(database, token):
    assert stat.S_IMODE(set_up_token(database.folder).stat().st_mode) == 0o600
    first_visit.prepare(database)
    assert set_up_token(database.folder).read_text() == token


def test_the_link_opens_the_administrators_account_and_is_gone(database, token, open_account):
    assert open_account(token) == Person(
        id="id of naito",
        sign_in_name="naito",
        name=Bilingual(ja="内藤 久", en="Hisashi Naito"),
        organisation="",
        roles=frozenset({Role.ADMINISTRATOR}),
    )
    assert not set_up_token(database.folder).exists()
    assert open_account(token, "other") == Refusal.of("set_up_already")


@pytest.mark.parametrize("wrong", ["", "guessed", "あ"])
def test_another_token_opens_nothing(database, token, open_account, wrong):
    assert open_account(wrong) == Refusal.of("set_up_link_wrong")
    assert first_visit.nobody_yet(database)


def test_without_a_token_in_the_folder_an_empty_one_opens_nothing(database, open_account):
    assert open_account("") == Refusal.of("set_up_link_wrong")


def test_a_refused_account_leaves_the_link_as_it_was(token, open_account):
    assert open_account(token, password="short") == Refusal.of("password_length", shortest=12, longest=256)
    assert isinstance(open_account(token), Person)


def test_of_two_who_hold_the_link_one_gets_the_account(database, token, open_account):
    with ThreadPoolExecutor(2) as two:
        made = list(two.map(lambda name: open_account(token, name), ("first", "second")))
    assert sorted(isinstance(one, Person) for one in made) == [False, True]


def test_a_token_left_over_is_taken_away_when_the_server_starts(database, token, open_account):
    open_account(token)
    set_up_token(database.folder).write_text(token)
    first_visit.prepare(database)
    assert not set_up_token(database.folder).exists()
