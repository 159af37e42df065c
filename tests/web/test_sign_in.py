"""Signing in by name and by card, signing out, and what a hostile form cannot do."""

import pytest

from fundapp.demo_mark import NAME as MARK
from fundapp.store.database import NAME as DATABASE

RIGHT = {"name": "auditor", "password": "password of the auditor"}


def test_name_and_password_open_a_session_and_lead_to_the_page_that_was_wanted(visitor):
    browser = visitor()
    answer = browser.post("/auth/sign-in", {**RIGHT, "next": "/record?x=1"})
    assert (answer.status, answer.headers["location"]) == (303, "/record?x=1")
    assert browser.get("/record").status == 200


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(visitor):
    cookie = visitor().post("/auth/sign-in", RIGHT).headers["set-cookie"]
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))


def test_a_wrong_password_is_said_and_the_name_stays(visitor):
    browser = visitor()
    answer = browser.post("/auth/sign-in", {**RIGHT, "password": "wrong"})
    assert (answer.status, answer.cookies) == (403, {})
    assert "The name or the password is not right." in answer.text
    assert 'value="auditor"' in answer.text


def test_what_is_typed_cannot_become_markup(visitor):
    answer = visitor().post("/auth/sign-in", {"name": '"><script>alert(1)</script>', "password": "x"})
    assert "<script" not in answer.text


def test_a_card_signs_in_without_a_password_in_the_page(visitor):
    browser = visitor()
    page = browser.get("/auth/sign-in").text
    assert 'value="manager"' in page
    assert "password of the" not in page
    assert browser.post("/auth/sign-in", {"card": "manager"}).status == 303


def test_without_the_mark_a_card_opens_nothing(visitor, peopled):
    (peopled / MARK).unlink()
    browser = visitor()
    assert 'name="card"' not in browser.get("/auth/sign-in").text
    assert browser.post("/auth/sign-in", {"card": "manager"}).status == 403


@pytest.mark.parametrize("origin", ["https://elsewhere.test", "null", ""])
def test_a_form_from_elsewhere_is_refused(visitor, origin):
    browser = visitor()
    assert browser.post("/auth/sign-in", RIGHT, origin=origin).status == 403
    assert browser.post("/auth/sign-out", {}, origin=origin).status == 403


@pytest.mark.parametrize(
    "wanted",
    ["https://elsewhere.test/", "//elsewhere.test", "/\\elsewhere.test", "javascript:alert(1)", "/auth/sign-out"],
)
def test_signing_in_never_leads_off_the_site(visitor, wanted):
    assert visitor().post("/auth/sign-in", {**RIGHT, "next": wanted}).headers["location"] == "/"


def test_signing_out_ends_the_session_in_the_store_too(visitor):
    browser = visitor()
    browser.post("/auth/sign-in", RIGHT)
    copied = browser.cookies["fundapp_session"]
    answer = browser.post("/auth/sign-out", {})
    assert (answer.status, answer.headers["location"]) == (303, "/auth/sign-in")
    browser.cookies["fundapp_session"] = copied
    assert browser.get("/record").status == 303


def test_an_installation_without_people_says_how_to_begin(visitor, peopled, tmp_path, monkeypatch):
    monkeypatch.setenv("FUNDAPP_DATA", str(tmp_path / "empty"))
    page = visitor().get("/auth/sign-in").text
    assert "There is no fund here yet" in page
    assert "fundapp demo" in page


def test_a_damaged_store_is_said_in_a_sentence(visitor, tmp_path, monkeypatch):
    folder = tmp_path / "damaged"
    folder.mkdir()
    (folder / DATABASE).write_bytes(b"not a database" * 100)
    monkeypatch.setenv("FUNDAPP_DATA", str(folder))
    answer = visitor().get("/auth/sign-in")
    assert answer.status == 503
    assert "This was not possible" in answer.text
    assert "Traceback" not in answer.text
