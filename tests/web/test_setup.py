"""The first visit: by the link alone, with the rules in view; nothing typed is lost but the passwords."""

import pytest
from spoken import said

from fundapp.access import first_visit, office
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.demo_mark import NAME as MARK
from fundapp.places import set_up_token
from fundapp.web import process

TYPED = {
    "name": "内藤 久",
    "latin": "Hisashi Naito",
    "sign-in-name": "Naito",
    "new": "a few words in a row",
    "again": "a few words in a row",
}


@pytest.fixture
def empty(peopled, tmp_path, monkeypatch):
    """The token of a folder in which nobody has an account."""
    monkeypatch.setenv("FUNDAPP_DATA", str(tmp_path / "empty"))
    first_visit.prepare(process.desk().database)
    return set_up_token(tmp_path / "empty").read_text()


def test_the_sign_in_page_says_where_the_link_is_and_not_what_it_is(visitor, empty):
    page = visitor().get("/auth/sign-in").text
    assert "open the set-up link" in page
    assert empty not in page


def test_the_link_leads_to_the_first_account_and_on_to_the_fund(visitor, empty):
    browser = visitor()
    page = browser.get(f"/auth/set-up?token={empty}")
    assert page.status == 200
    assert "At least 12 characters." in page.text
    answer = browser.post("/auth/set-up", {**TYPED, "token": empty})
    assert (answer.status, answer.headers["location"]) == (303, "/setup")
    assert browser.get("/setup").status == 200


def test_opening_the_link_changes_nothing(visitor, empty):
    browser = visitor()
    assert [browser.get(f"/auth/set-up?token={empty}").status for _ in range(3)] == [200] * 3


@pytest.mark.parametrize("query", ["", "?token=", "?token=guessed"])
def test_without_the_right_token_there_is_no_form(visitor, empty, query):
    page = visitor().get(f"/auth/set-up{query}")
    assert page.status == 403
    assert "<form" not in page.text
    assert visitor().post("/auth/set-up", {**TYPED, "token": "guessed"}).status == 403


def test_the_link_is_used_once(visitor, empty):
    visitor().post("/auth/set-up", {**TYPED, "token": empty})
    second = visitor()
    page = second.get(f"/auth/set-up?token={empty}")
    assert page.status == 403
    assert "The first account has been opened already." in page.text
    assert second.post("/auth/set-up", {**TYPED, "token": empty}).status == 403
    assert second.get("/").status == 303


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"again": "other words in a row"}, Refusal.of("passwords_differ")),
        ({"new": "short", "again": "short"}, Refusal.of("password_length", shortest=12, longest=256)),
        ({"name": "　"}, Refusal.of("person_name_empty")),
        ({"sign-in-name": " "}, Refusal.of("sign_in_name_empty")),
    ],
)
def test_a_fault_is_said_and_what_was_typed_stays_without_the_passwords(visitor, empty, wrong, refusal):
    page = visitor().post("/auth/set-up", {**TYPED, "token": empty, **wrong})
    assert page.status == 403
    assert said(refusal) in page.text
    assert 'value="Hisashi Naito"' in page.text
    assert 'in a row"' not in page.text


def test_a_form_from_elsewhere_opens_no_account(visitor, empty):
    assert visitor().post("/auth/set-up", {**TYPED, "token": empty}, origin="https://elsewhere.test").status == 403
    assert first_visit.nobody_yet(process.desk().database)


def test_where_people_are_the_set_up_is_closed(visitor):
    assert visitor().get("/auth/set-up?token=guessed").status == 403


# One's own password


@pytest.fixture
def own_fund(peopled):
    """The installation of `peopled`, as one that is no demo."""
    (peopled / MARK).unlink()


NEW = {"new": "a few words in a row", "again": "a few words in a row"}


def signed_in(visitor, name="auditor"):
    browser = visitor()
    browser.post("/auth/sign-in", {"name": name, "password": f"password of the {name}"})
    return browser


def test_a_stranger_is_led_to_the_sign_in_page(visitor, own_fund):
    assert visitor().get("/auth/password").headers["location"] == "/auth/sign-in"
    assert visitor().post("/auth/password", NEW).headers["location"] == "/auth/sign-in"


def test_a_new_password_goes_on_here_and_ends_every_other_session(visitor, own_fund):
    here, there = signed_in(visitor), signed_in(visitor)
    answer = here.post("/auth/password", {"old": "password of the auditor", **NEW, "next": "/record"})
    assert answer.status == 200
    assert 'href="/record"' in answer.text
    assert (here.get("/record").status, there.get("/record").status) == (200, 303)
    again = visitor()
    assert again.post("/auth/sign-in", {"name": "auditor", "password": NEW["new"]}).status == 303


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"old": "wrong"}, Refusal.of("old_password_wrong")),
        ({"again": "other words in a row"}, Refusal.of("passwords_differ")),
    ],
)
def test_a_fault_changes_nothing(visitor, own_fund, wrong, refusal):
    browser = signed_in(visitor)
    page = browser.post("/auth/password", {"old": "password of the auditor", **NEW, **wrong})
    assert page.status == 403
    assert said(refusal) in page.text
    assert browser.get("/record").status == 200


def test_a_given_password_leads_to_choosing_another_before_anything_else(visitor, own_fund, actors):
    desk = process.desk()
    auditor = actors[Role.AUDITOR].person
    given = office.reset_password(desk.database, actors[Role.ADMINISTRATOR], auditor, now=desk.now())
    browser = visitor()
    browser.post("/auth/sign-in", {"name": "auditor", "password": given.password})
    page = browser.get("/record?x=1")
    assert (page.status, page.headers["location"]) == (303, "/auth/password?next=%2Frecord%3Fx%3D1")
    assert browser.socket()["type"] == "websocket.close"
    assert browser.get("/download/minutes", accept="*/*").status == 401
    form = browser.get("/auth/password").text
    assert "Choose a password of your own" in form
    assert 'name="old"' not in form
    assert browser.post("/auth/password", NEW).status == 200
    assert browser.get("/record").status == 200


def test_a_demo_s_people_keep_their_passwords(visitor):
    browser = signed_in(visitor)
    assert "keep their passwords" in browser.get("/auth/password").text
    assert browser.post("/auth/password", {"old": "password of the auditor", **NEW}).status == 403
    assert visitor().post("/auth/sign-in", {"card": "auditor"}).status == 303
