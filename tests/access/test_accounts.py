import threading
from datetime import timedelta

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type

from fundapp.access import accounts
from fundapp.access.accounts import HASHER, SignedIn, change_account, let_in_again, set_password, wait_s
from fundapp.access.sessions import actor_of
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.store import people
from fundapp.store.history import history
from fundapp.store.people import INSTALLATION, Person

RIGHT = "correct horse battery"
WRONG = Refusal.of("sign_in_wrong")
ANNA = Person(
    id="p1",
    sign_in_name="anna",
    name=Bilingual(ja="杏奈", en="Anna"),
    organisation="TLO",
    roles=frozenset({Role.VOTING}),
)


@pytest.fixture
def sign_in(database, now, hasher):
    def door(name="anna", password=RIGHT, at=now, source="10.0.0.1", hasher=hasher):
        return accounts.sign_in(database, name, password, at, source, hasher=hasher)

    return door


@pytest.fixture
def give(now, hasher):
    def new_password(database, password, person="p1", *, must_change=False):
        return set_password(database, person, password, must_change=must_change, by="p0", now=now, hasher=hasher)

    return new_password


def test_the_right_password_opens_a_session(database, create, sign_in, now):
    assert create() == ANNA
    signed_in = sign_in()
    assert signed_in == SignedIn(token=signed_in.token, person=ANNA)
    assert actor_of(database, signed_in.token, now).person == "p1"


@pytest.mark.parametrize(("name", "password"), [("anna", "wrong"), ("nobody", RIGHT), ("", ""), ("anna", "x" * 1000)])
def test_a_wrong_name_and_a_wrong_password_are_answered_alike(create, sign_in, name, password):
    create()
    assert sign_in(name, password) == WRONG


def test_an_unknown_name_is_checked_against_a_hash_all_the_same(create, sign_in, monkeypatch, hasher):
    create()
    checked = []
    monkeypatch.setattr(accounts, "_matches", lambda hashed, password, used: checked.append(hashed) or False)
    sign_in("nobody")
    sign_in("anna")
    assert [extract_parameters(hashed) for hashed in checked] == [extract_parameters(hasher.hash("a"))] * 2


@pytest.mark.parametrize("name", ["ＡＮＮＡ", " Anna ", "anna"])
def test_a_name_and_a_password_typed_full_width_are_the_same(create, sign_in, name):
    create()
    assert isinstance(sign_in(name, "ｃｏｒｒｅｃｔ　ｈｏｒｓｅ　ｂａｔｔｅｒｙ"), SignedIn)


def test_nothing_readable_is_stored_of_password_and_token(database, create, sign_in):
    create()
    token = sign_in().token
    database.close()
    stored = database.path.read_bytes()
    assert (RIGHT.encode() in stored, token.encode() in stored) == (False, False)


def test_passwords_are_hashed_by_argon2id_with_the_parameters_of_rfc_9106():
    found = extract_parameters(HASHER.hash("a"))
    assert (found.type, found.memory_cost, found.time_cost, found.parallelism) == (Type.ID, 65536, 3, 4)


def test_a_hash_with_old_parameters_is_renewed_at_the_next_sign_in(database, create, sign_in):
    create()
    stronger = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    assert isinstance(sign_in(hasher=stronger), SignedIn)
    with database.read() as connection:
        assert extract_parameters(people.password_hash(connection, "p1")).time_cost == 2
    assert isinstance(sign_in(hasher=stronger), SignedIn)


def test_the_wait_grows_and_stays_at_a_minute():
    assert [wait_s(tries) for tries in range(13)] == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert wait_s(10**6) == 60


def test_after_ten_wrong_tries_one_waits_a_minute_and_is_then_let_in(create, sign_in, now):
    create()
    at = now
    for _ in range(10):
        assert sign_in(password="wrong", at=at) == WRONG
        at += timedelta(minutes=1)
    at -= timedelta(minutes=1)
    assert sign_in(at=at) == Refusal.of("sign_in_wait", seconds=60)
    assert sign_in(at=at + timedelta(seconds=58.5)) == Refusal.of("sign_in_wait", seconds=2)
    assert isinstance(sign_in(at=at + timedelta(seconds=60)), SignedIn)
    assert sign_in(password="wrong", at=at + timedelta(seconds=61)) == WRONG


def test_a_try_while_waiting_does_not_make_the_wait_longer(create, sign_in, now):
    create()
    for _ in range(4):
        sign_in(password="wrong")
    for _ in range(50):
        assert sign_in(password="wrong") == Refusal.of("sign_in_wait", seconds=1)
    assert isinstance(sign_in(at=now + timedelta(seconds=1)), SignedIn)


def test_wrong_tries_from_one_source_do_not_hold_up_another(create, sign_in):
    create()
    for _ in range(6):
        sign_in(password="wrong", source="10.0.0.66")
    assert isinstance(sign_in(), SignedIn)


def test_a_members_own_sign_in_does_not_spare_a_guesser_the_wait(create, sign_in):
    create()
    for _ in range(4):
        sign_in(password="wrong", source="10.0.0.66")
    assert isinstance(sign_in(), SignedIn)
    assert sign_in(password="wrong", source="10.0.0.66") == Refusal.of("sign_in_wait", seconds=1)


def test_an_unknown_name_makes_one_wait_like_a_known_one(create, sign_in):
    create()
    answers = {name: [sign_in(name, "wrong") for _ in range(6)] for name in ("anna", "nobody")}
    assert answers["anna"] == answers["nobody"]


def test_many_tries_at_once_are_counted_each(create, sign_in):
    create()
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(sign_in(password="wrong"))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(answer == WRONG for answer in answers) == 4


def test_the_secretariat_can_end_the_wait(database, create, sign_in):
    create()
    for _ in range(4):
        sign_in(password="wrong")
    let_in_again(database, "ANNA")
    assert isinstance(sign_in(), SignedIn)


def test_a_clock_set_back_holds_nobody_longer_than_a_minute(create, sign_in, now):
    create()
    for _ in range(4):
        sign_in(password="wrong")
    assert sign_in(at=now - timedelta(hours=3)) == Refusal.of("sign_in_wait", seconds=60)


@pytest.mark.parametrize("password", ["", "elevenchars", "x" * 257])
def test_a_password_of_bad_length_is_refused(database, create, password, give):
    refusal = Refusal.of("password_length", shortest=12, longest=256)
    assert create(password=password) == refusal
    create()
    assert give(database, password) == refusal


def test_a_sign_in_name_is_used_once(create):
    create()
    assert create(person="p2", sign_in_name="Anna") == Refusal.of("sign_in_name_taken", name="anna")
    assert create(person="p2", sign_in_name="　") == Refusal.of("sign_in_name_empty")


def test_a_new_password_ends_the_open_sessions(database, create, sign_in, now, give):
    create()
    token = sign_in().token
    assert give(database, "another long password") == ANNA
    assert actor_of(database, token, now) is None
    assert sign_in() == WRONG
    assert isinstance(sign_in(password="another long password"), SignedIn)


def test_a_password_replaced_during_the_check_does_not_open(database, create, sign_in, monkeypatch, give):
    create()
    matches = accounts._matches

    def replaced_meanwhile(hashed, password, used):
        give(database, "another long password")
        return matches(hashed, password, used)

    monkeypatch.setattr(accounts, "_matches", replaced_meanwhile)
    assert sign_in() == WRONG


def test_a_disabled_person_is_out_at_once_and_cannot_come_back(database, create, sign_in, now):
    create()
    token = sign_in().token
    change_account(database, "p1", by="p0", now=now, disabled=True)
    assert (actor_of(database, token, now), sign_in()) == (None, WRONG)
    change_account(database, "p1", by="p0", now=now, disabled=False)
    assert isinstance(sign_in(), SignedIn)


def test_new_roles_hold_from_the_next_run_and_are_remembered(database, create, sign_in, now):
    create()
    token = sign_in().token
    changed = change_account(database, "p1", by="p0", now=now, roles=frozenset({Role.AUDITOR}))
    assert changed == ANNA.model_copy(update={"roles": frozenset({Role.AUDITOR})})
    assert actor_of(database, token, now).roles == {Role.AUDITOR}
    with database.read() as connection:
        assert people.people(connection) == (changed,)
        assert [(change.actor, change.new) for change in history(connection, INSTALLATION, "account", "p1")] == [
            ("p0", '{"disabled":0,"must_change_password":0,"roles":"[\\"voting\\"]"}'),
            ("p0", '{"disabled":0,"must_change_password":0,"roles":"[\\"auditor\\"]"}'),
        ]


def test_an_unknown_person_is_refused(database, now, give):
    unknown = Refusal.of("person_unknown")
    assert change_account(database, "p9", by="p0", now=now, disabled=True) == unknown
    assert give(database, RIGHT, "p9") == unknown
