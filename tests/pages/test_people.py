"""Who may come in, and what may they do?"""

import pytest
from argon2 import PasswordHasher
from spoken import what

from fundapp.access import accounts
from fundapp.access.accounts import SignedIn
from fundapp.access.sessions import actor_of
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.demo_mark import DemoMark, write_mark
from tests.pages.small_fund import ACTORS, EARLIER, NOW, SmallFund, both, established, open_as, texts

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORD = "a few words in a row"


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    """A fund with three seats, in which everybody has an account."""
    fund = established(tmp_path)
    fund.time[0] = NOW
    for person, actor in ACTORS.items():
        accounts.create_account(
            fund.desk.database,
            person=person,
            sign_in_name=f"name-{person}",
            name=both(f"{person}さん", f"The {person}"),
            organisation=f"organisation of {person}",
            roles=actor.roles,
            password=PASSWORD,
            by="administrator",
            now=NOW,
            hasher=QUICK,
        )
    return fund


@pytest.fixture
def page(fund, monkeypatch):
    return lambda person="administrator", language="en": open_as(
        fund, person, "office/people", monkeypatch, language=language
    )


@pytest.fixture
def sign_in(fund):
    return lambda person, password=PASSWORD: accounts.sign_in(
        fund.desk.database, f"name-{person}", password, NOW, "10.0.0.1", hasher=QUICK
    )


def pressed(screen, key):
    screen.button(key=key).click().run()
    assert not screen.exception
    return screen


def labelled(elements, label):
    return next(one for one in elements if one.label == label)


def once(screen):
    """The one-time passwords on the screen, by sign-in name."""
    rows = screen.table[0].value.to_dict("records") if screen.table else []
    return {row["Sign-in name"].replace("\\", ""): row["Password"].replace("\\", "").strip("*") for row in rows}


def test_everyone_is_listed_with_roles_and_state(page):
    screen = page()
    assert not screen.exception
    assert [one.value for one in screen.title] == ["8 people have an account"]
    told = texts(screen)
    assert "**The secretariat**  \norganisation of secretariat · Secretariat · `name-secretariat`" in told
    assert "**The administrator**  you" in told


def test_it_speaks_japanese(page):
    assert [one.value for one in page(language="ja").title] == ["8人が登録されています"]


def test_people_are_found_by_any_word(page):
    screen = page()
    screen.text_input(key="people-search").set_value("AUDITOR").run()
    assert [one.key for one in screen.button if one.label == "Open"] == ["open-auditor"]
    screen.text_input(key="people-search").set_value("nobody at all").run()
    assert "Nobody fits this search." in texts(screen)


def test_a_new_person_gets_a_one_time_password_that_is_shown_once(page, fund, sign_in):
    screen = pressed(page(), "add-person")
    labelled(screen.text_input, "Name").set_value("戸田 芳江").run()
    labelled(screen.text_input, "Sign-in name").set_value("name-toda").run()
    labelled(screen.button, "Open the account").click().run()
    assert "The person has no role yet" in screen.warning[0].value
    screen.get("button_group")[0].set_value(["lp"]).run()
    labelled(screen.button, "Open the account").click().run()
    assert not screen.exception
    assert [one.value for one in screen.success] == ["戸田 芳江 has an account\\."]
    password = once(screen)["name-toda"]
    assert sign_in("toda", password).person.must_change_password
    assert once(pressed(screen, "noted")) == {}
    made = next(one for one in fund.desk.people().values() if one.sign_in_name == "name-toda")
    assert (made.name, made.roles) == (both("戸田 芳江", "戸田 芳江"), {Role.LP})


def test_a_taken_sign_in_name_is_refused_and_the_form_stays(page):
    screen = pressed(page(), "add-person")
    labelled(screen.text_input, "Name").set_value("戸田 芳江").run()
    labelled(screen.text_input, "Sign-in name").set_value("NAME-LP").run()
    screen.get("button_group")[0].set_value(["lp"]).run()
    labelled(screen.button, "Open the account").click().run()
    assert "name\\-lp is used already" in screen.warning[0].value
    assert labelled(screen.text_input, "Name").value == "戸田 芳江"


def test_names_and_roles_are_corrected(page, fund):
    screen = pressed(page(), "open-lp")
    assert [one.value for one in screen.title] == ["The lp"]
    labelled(screen.text_input, "Organisation").set_value("稜北信用金庫").run()
    labelled(screen.text_input, "E-mail address").set_value("lp@bank.example").run()
    screen.get("button_group")[0].set_value(["lp", "auditor"]).run()
    labelled(screen.button, "Keep the correction").click().run()
    assert [one.value for one in screen.success] == ["The lp is corrected\\."]
    corrected = fund.desk.people()["lp"]
    assert (corrected.organisation, corrected.roles) == ("稜北信用金庫", {Role.LP, Role.AUDITOR})
    assert corrected.email == "lp@bank.example"


def test_what_was_typed_over_an_account_that_changed_since_is_not_offered_again(page, fund):
    screen = pressed(page(), "open-lp")
    labelled(screen.text_input, "Organisation").set_value("typed and left").run()
    accounts.change_account(fund.desk.database, "lp", by="x", now=NOW, organisation="changed elsewhere")
    again = pressed(page(), "open-lp")
    assert labelled(again.text_input, "Organisation").value == "changed elsewhere"


def test_a_forgotten_password_is_replaced(page, sign_in):
    screen = pressed(pressed(page(), "open-a"), "account-reset")
    assert sign_in("a") == Refusal.of("sign_in_wrong")
    assert isinstance(sign_in("a", once(screen)["name-a"]), SignedIn)


def test_the_door_is_closed_and_opened_again(page, fund, sign_in):
    screen = pressed(pressed(page(), "open-a"), "account-disable")
    assert "May not sign in" in texts(screen)
    assert "Held by The a (may not sign in)" in texts(screen).replace("\\", "")
    assert sign_in("a") == Refusal.of("sign_in_wrong")
    pressed(pressed(screen, "open-a"), "account-disable")
    assert not fund.desk.people()["a"].disabled


def test_sessions_end_everywhere(page, fund, sign_in):
    token = sign_in("a").token
    pressed(pressed(page(), "open-a"), "account-end-sessions")
    assert actor_of(fund.desk.database, token, NOW) is None


def test_one_s_own_door_and_the_last_administrator_stay(page, fund):
    screen = pressed(page(), "open-administrator")
    assert not [one.key for one in screen.button if one.key and one.key.startswith("account-")]
    screen.get("button_group")[0].set_value(["auditor"]).run()
    labelled(screen.button, "Keep the correction").click().run()
    assert "This is the last administrator" in screen.warning[0].value
    assert fund.desk.people()["administrator"].roles == {Role.ADMINISTRATOR}


def test_a_demo_s_people_keep_their_passwords(page, fund):
    write_mark(fund.desk.database.folder, DemoMark(built_on=EARLIER, scenario="open", sign_ins=()))
    screen = pressed(page(), "open-a")
    assert "account-reset" not in [one.key for one in screen.button]
    assert what("demo_password_stays") in texts(screen)


def test_a_seat_changes_hands_in_the_record(page, fund):
    screen = page()
    assert "Seat 1 Seat 1" in texts(screen)
    screen = pressed(screen, "change-seat-c")
    labelled(screen.selectbox, "Holder").set_value("b").run()
    labelled(screen.button, "Record the change").click().run()
    assert "The b holds another seat too" in screen.warning[0].value.replace("\\", "")
    accounts.create_account(
        fund.desk.database,
        person="d",
        sign_in_name="name-d",
        name=both("後任", "The successor"),
        organisation="organisation of c",
        roles=frozenset({Role.VOTING}),
        password=PASSWORD,
        by="administrator",
        now=NOW,
        hasher=QUICK,
    )
    screen.run()
    labelled(screen.selectbox, "Holder").set_value("d").run()
    labelled(screen.button, "Record the change").click().run()
    assert not screen.exception
    seat = fund.desk.book(ACTORS["administrator"]).seats["seat-c"]
    assert (seat.holder, seat.rank, seat.organisation) == ("d", 3, "organisation of c")
    assert "Held by The successor" in texts(screen)


# The secretariat


def test_the_secretariat_sees_names_and_lets_in_again(page, sign_in):
    for _ in range(4):
        sign_in("b", "wrong")
    assert sign_in("b") == Refusal.of("sign_in_wait", seconds=1)
    screen = page("secretariat")
    assert not screen.exception
    assert [one.label for one in screen.button] == ["Let in again"]
    assert "4 wrong tries in a row" in texts(screen)
    assert "name-b" not in texts(screen)
    pressed(screen, "let-in-b")
    assert [one.value for one in screen.success] == ["The b can sign in at once\\."]
    assert isinstance(sign_in("b"), SignedIn)


def test_the_administrator_lets_in_again_too(page, sign_in):
    for _ in range(4):
        sign_in("b", "wrong")
    pressed(page(), "let-in-b")
    assert isinstance(sign_in("b"), SignedIn)


@pytest.mark.parametrize("person", ["a", "manager", "lp", "auditor"])
def test_others_do_not_see_the_page(page, person):
    with pytest.raises(ValueError, match="people"):
        page(person)
