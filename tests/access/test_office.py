"""The office's work on accounts: who may do it, and what it leaves behind."""

import pytest

from fundapp.access import accounts, office
from fundapp.access.accounts import SignedIn, waiting
from fundapp.access.office import OneTimePassword
from fundapp.access.sessions import actor_of, person_of
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.store import people
from fundapp.store.history import history
from fundapp.store.people import INSTALLATION

BOSS = Actor(person="p0", roles=frozenset({Role.ADMINISTRATOR}))
NOT_PERMITTED = Refusal.of("not_permitted")


@pytest.fixture
def boss(create):
    create(person="p0", sign_in_name="boss", roles=frozenset({Role.ADMINISTRATOR}))
    return BOSS


@pytest.fixture
def add(database, boss, now, hasher):
    def person(by=boss, **changed):
        given = {
            "person": "p2",
            "sign_in_name": "berta",
            "name": Bilingual(ja="ベルタ", en="Berta"),
            "organisation": "TLO",
            "roles": frozenset({Role.VOTING}),
        }
        return office.add_person(database, by, now=now, hasher=hasher, **{**given, **changed})

    return person


@pytest.fixture
def sign_in(database, now, hasher):
    return lambda name, password: accounts.sign_in(database, name, password, now, "10.0.0.1", hasher=hasher)


def test_a_given_password_opens_the_page_for_choosing_another_and_nothing_else(database, add, sign_in, now, hasher):
    given = add()
    assert isinstance(given, OneTimePassword)
    token = sign_in("berta", given.password).token
    assert actor_of(database, token, now) is None
    person = person_of(database, token, now)
    assert person == given.person
    chosen = accounts.change_own_password(
        database, person, old="", new="a few words in a row", now=now, source="10.0.0.1", hasher=hasher
    )
    assert isinstance(chosen, SignedIn)
    assert actor_of(database, chosen.token, now).person == "p2"
    assert (actor_of(database, token, now), person_of(database, token, now)) == (None, None)


def test_an_address_is_kept_corrected_and_taken_away(database, add, boss, now):
    made = add(email="  Ｂｅｒｔａ@tlo.example ")
    assert made.person.email == "Berta@tlo.example"
    kept = office.correct_person(database, boss, "p2", now=now, organisation="elsewhere")
    assert (kept.email, kept.organisation) == ("Berta@tlo.example", "elsewhere")
    assert office.correct_person(database, boss, "p2", now=now, email="").email == ""


@pytest.mark.parametrize("email", ["berta", "berta@", "@tlo.example", "a b@tlo.example", "a@b.example, c@d.example"])
def test_what_is_no_address_is_refused_and_nothing_changes(database, add, boss, now, email):
    refused = Refusal.of("email_unclear", email=email)
    assert add(email=email) == refused
    add(email="berta@tlo.example")
    assert office.correct_person(database, boss, "p2", now=now, organisation="x", email=email) == refused
    with database.read() as connection:
        known = people.person(connection, "p2")
    assert (known.email, known.organisation) == ("berta@tlo.example", "TLO")


def test_a_given_password_cannot_be_kept(database, add, now, hasher):
    given = add()
    same = accounts.change_own_password(
        database, given.person, old="", new=given.password, now=now, source="10.0.0.1", hasher=hasher
    )
    assert same == Refusal.of("password_same")


def test_given_passwords_differ_and_hold_no_letter_that_looks_like_another(add):
    given = [add(person=f"p{n}", sign_in_name=f"n{n}").password for n in range(3, 8)]
    assert len(set(given)) == 5
    assert not set("".join(given)) & set("01ilo")


def test_a_reset_ends_the_sessions_and_stands_in_the_history(database, boss, add, sign_in, create, now, hasher):
    create()
    token = sign_in("anna", "correct horse battery").token
    new = office.reset_password(database, boss, "p1", now=now, hasher=hasher)
    assert actor_of(database, token, now) is None
    assert sign_in("anna", "correct horse battery") == Refusal.of("sign_in_wrong")
    assert isinstance(sign_in("anna", new.password), SignedIn)
    with database.read() as connection:
        last = history(connection, INSTALLATION, "account", "p1")[-1]
    assert (last.actor, last.new) == ("p0", '{"disabled":0,"must_change_password":1,"roles":"[\\"voting\\"]"}')


@pytest.mark.parametrize("change", [{"disabled": True}, {"roles": frozenset({Role.AUDITOR})}])
def test_the_last_administrator_stays(database, boss, add, now, change):
    assert office.correct_person(database, boss, "p0", now=now, **change) == Refusal.of("last_administrator")
    add(roles=frozenset({Role.ADMINISTRATOR}))
    assert not isinstance(office.correct_person(database, boss, "p0", now=now, **change), Refusal)


def test_nobody_is_left_without_a_role_or_a_name(database, boss, add, create, now):
    create()
    assert add(roles=frozenset()) == Refusal.of("role_missing")
    assert add(name=Bilingual(ja=" ", en="")) == Refusal.of("person_name_empty")
    assert office.correct_person(database, boss, "p1", now=now, roles=frozenset()) == Refusal.of("role_missing")
    nameless = office.correct_person(database, boss, "p1", now=now, name=Bilingual(ja="", en=""))
    assert nameless == Refusal.of("person_name_empty")


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_only_the_administrator_keeps_the_accounts(database, add, create, now, hasher, role):
    create()
    other = Actor(person="p9", roles=frozenset({role}))
    assert [
        add(by=other),
        office.correct_person(database, other, "p1", now=now, disabled=True),
        office.reset_password(database, other, "p1", now=now, hasher=hasher),
        office.end_sessions(database, other, "p1"),
    ] == [NOT_PERMITTED] * 4


@pytest.mark.parametrize("role", Role)
def test_the_secretariat_and_the_administrator_let_in_again(database, create, sign_in, now, role):
    create()
    for _ in range(4):
        sign_in("anna", "wrong")
    assert waiting(database, now) == {"p1": 4}
    answer = office.let_in_again(database, Actor(person="p9", roles=frozenset({role})), "p1")
    may = role in (Role.SECRETARIAT, Role.ADMINISTRATOR)
    assert answer == (None if may else NOT_PERMITTED)
    assert waiting(database, now) == ({} if may else {"p1": 4})
    assert isinstance(sign_in("anna", "correct horse battery"), SignedIn) is may


def test_sessions_are_ended_everywhere(database, boss, create, sign_in, now):
    create()
    token = sign_in("anna", "correct horse battery").token
    assert office.end_sessions(database, boss, "p1") is None
    assert actor_of(database, token, now) is None


def test_own_password_needs_the_old_one_and_wrong_ones_make_wait(database, create, sign_in, now, hasher):
    person = create()

    def change(old, new="a few words in a row"):
        return accounts.change_own_password(
            database, person, old=old, new=new, now=now, source="10.0.0.1", hasher=hasher
        )

    assert change("correct horse battery", "short") == Refusal.of("password_length", shortest=12, longest=256)
    assert [change("wrong").code for _ in range(5)] == ["old_password_wrong"] * 4 + ["sign_in_wait"]
    accounts.let_in_again(database, "anna")
    assert change("correct horse battery", "correct horse battery") == Refusal.of("password_same")
    assert isinstance(change("correct horse battery"), SignedIn)
    assert isinstance(sign_in("anna", "a few words in a row"), SignedIn)
