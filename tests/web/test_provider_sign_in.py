"""Signing in through an organisation's provider, against one that runs in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from fundapp.access.provider import BACK, OPEN_FOR
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.store import people
from fundapp.text.refusal_text import refusal_text
from fundapp.web import process

OUT = "/auth/provider?next=%2Frecord"
SETTINGS = """
issuer = "http://127.0.0.1:{port}"
client_id = "fundapp at the test"
client_secret = "s3cret/with+signs"
address = "http://127.0.0.1"
name = {{ja = "組織のID", en = "Organisation ID"}}
"""


@dataclass
class Provider:
    port: int
    settings: Path

    def say(self, **how: object) -> None:
        httpx.post(f"http://127.0.0.1:{self.port}/say", content=json.dumps(how))

    def set(self, more: str = "", port: int = 0) -> None:
        self.settings.write_text(SETTINGS.format(port=port or self.port) + more, encoding="utf-8")

    def way_back(self, out: str) -> str:
        """Where the provider sends the browser after asking it who it is."""
        return httpx.get(out).headers["location"].removeprefix("http://127.0.0.1")


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    running = subprocess.Popen(
        [sys.executable, str(Path(__file__).parent / "provider_process.py")], stdout=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    yield int(running.stdout.readline())
    running.kill()
    running.stdout.close()
    running.wait()


@pytest.fixture
def provider(port: int, tmp_path: Path, peopled: Path, monkeypatch: pytest.MonkeyPatch) -> Provider:
    (peopled / "demo.json").unlink()
    made = Provider(port, tmp_path / "provider.toml")
    monkeypatch.setenv("FUNDAPP_PROVIDER", str(made.settings))
    made.set()
    made.say()
    return made


def page_refuses(answer, code: str) -> None:
    """The page says this refusal, what happened and what to do next, and opens no session."""
    text = refusal_text(Refusal.of(code))
    page = answer.text.replace("&#x27;", "'").replace("&#39;", "'")
    assert (text.what in page, text.next_ in page) == (True, True)
    assert "fundapp_session" not in answer.cookies


def test_whom_the_provider_names_comes_to_the_page_that_was_wanted(visitor, provider):
    browser = visitor()
    page = browser.get("/auth/sign-in?next=/record").text
    assert "Sign in through Organisation ID" in page
    assert "/auth/provider?next=%2Frecord" in page
    out = browser.get(OUT)
    asked = parse_qs(urlsplit(out.headers["location"]).query)
    assert (asked["response_type"], asked["code_challenge_method"]) == (["code"], ["S256"])
    assert "openid" in asked["scope"][0].split()
    assert {"HttpOnly", "SameSite=lax", f"Path={BACK}"} <= set(out.headers["set-cookie"].split("; "))
    answer = browser.get(provider.way_back(out.headers["location"]))
    assert (answer.status, answer.headers["location"]) == (303, "/record")
    assert browser.get("/record").status == 200


def test_each_way_has_its_own_state_nonce_and_challenge(visitor, provider):
    asked = [parse_qs(urlsplit(visitor().get(OUT).headers["location"]).query) for _ in range(2)]
    for name in ("state", "nonce", "code_challenge"):
        assert asked[0][name] != asked[1][name]
        assert len(asked[0][name][0]) >= 43


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"nonce": "of another sign-in"}, "provider_not_valid"),
        ({"nonce": None}, "provider_not_valid"),
        ({"aud": "another client"}, "provider_not_valid"),
        ({"aud": ["fundapp at the test", "another client"]}, "provider_not_valid"),
        ({"aud": ["another client"], "azp": "fundapp at the test"}, "provider_not_valid"),
        ({"azp": "another client"}, "provider_not_valid"),
        ({"iss": "https://elsewhere.test"}, "provider_not_valid"),
        ({"exp": 1_700_000_000}, "provider_not_valid"),
        ({"exp": None}, "provider_not_valid"),
        ({"iat": 4_000_000_000}, "provider_not_valid"),
        ({"sub": None}, "provider_not_valid"),
        ({"email": "nobody@example.test"}, "provider_person_unknown"),
        ({"email": None}, "provider_unnamed"),
        ({"email": ["auditor"]}, "provider_unnamed"),
        ({"email_verified": False}, "provider_unnamed"),
        ({"email_verified": None}, "provider_unnamed"),
    ],
    ids=str,
)
def test_a_statement_that_does_not_hold_opens_nothing(visitor, provider, claims, code):
    provider.say(claims=claims)
    browser = visitor()
    answer = browser.get(provider.way_back(browser.get(OUT).headers["location"]))
    page_refuses(answer, code)
    assert browser.get("/record").status == 303


@pytest.mark.parametrize("signer", ["another", "secret", "nobody"])
def test_a_statement_that_the_provider_did_not_sign_opens_nothing(visitor, provider, signer):
    provider.say(signed=signer)
    browser = visitor()
    page_refuses(browser.get(provider.way_back(browser.get(OUT).headers["location"])), "provider_not_valid")


def test_a_way_back_is_good_once_for_the_browser_that_went_out_and_for_a_while(visitor, provider, monkeypatch):
    browser, stranger = visitor(), visitor()
    back = provider.way_back(browser.get(OUT).headers["location"])
    page_refuses(stranger.get(back), "provider_way_lost")
    stranger.get(OUT)
    page_refuses(stranger.get(back), "provider_way_lost")
    later = datetime.now(UTC) + OPEN_FOR + timedelta(seconds=1)
    with monkeypatch.context() as clock:
        clock.setattr(process.desk(), "_clock", lambda: later)
        page_refuses(browser.get(back), "provider_way_lost")
    browser.get(OUT)
    again = browser.get(OUT).headers["location"]
    kept = dict(browser.cookies)
    back = provider.way_back(again)
    assert browser.get(back).status == 303
    browser.cookies = kept
    page_refuses(browser.get(back), "provider_not_valid"), "the provider takes a code once"


def test_a_cookie_that_we_did_not_sign_is_no_way(visitor, provider):
    browser = visitor()
    back = provider.way_back(browser.get(OUT).headers["location"])
    for kept in ("", "x", browser.cookies["fundapp_provider"][:-1], "x" * 5000):
        browser.cookies["fundapp_provider"] = kept
        page_refuses(browser.get(back), "provider_way_lost")


def test_who_declines_there_is_told_so(visitor, provider):
    provider.say(denies=True)
    browser = visitor()
    page_refuses(browser.get(provider.way_back(browser.get(OUT).headers["location"])), "provider_declined")


def test_an_answer_in_another_issuers_name_is_refused(visitor, provider):
    browser = visitor()
    back = provider.way_back(browser.get(OUT).headers["location"]).partition("&iss=")[0]
    page_refuses(browser.get(f"{back}&iss=https://elsewhere.test"), "provider_not_valid")


@pytest.mark.parametrize("how", [{"broken": True}, {"other_issuer": True}], ids=str)
def test_a_provider_out_of_order_is_said_and_the_password_door_stays(visitor, provider, how):
    browser = visitor()
    back = provider.way_back(browser.get(OUT).headers["location"])
    provider.say(**how)
    page_refuses(browser.get(OUT), "provider_unavailable")
    page_refuses(browser.get(back), "provider_unavailable")
    administrator = {"name": "administrator", "password": "password of the administrator"}
    assert browser.post("/auth/sign-in", administrator).status == 303


def test_a_provider_that_is_not_there_is_said(visitor, provider):
    provider.set(port=1)
    page_refuses(visitor().get(OUT), "provider_unavailable")


def test_a_password_is_for_the_administrator_alone_unless_the_settings_open_the_door(visitor, provider):
    auditor = {"name": "auditor", "password": "password of the auditor"}
    answer = visitor().post("/auth/sign-in", auditor)
    page_refuses(answer, "password_for_administrator")
    page_refuses(visitor().post("/auth/sign-in", {**auditor, "password": "wrong"}), "sign_in_wrong")
    assert visitor().post("/auth/sign-in", {**auditor, "name": "nobody"}).status == 403
    provider.set('passwords = "everyone"\n')
    assert visitor().post("/auth/sign-in", auditor).status == 303


@pytest.mark.parametrize(
    "settings",
    [
        None,
        "not toml",
        'issuer = "https://id.test"',
        SETTINGS.format(port=1).replace("http://127.0.0.1:1", "http://id.test"),
        SETTINGS.format(port=1).replace('address = "http://', 'address = "ftp://'),
        SETTINGS.format(port=1) + 'unknown = "field"',
    ],
)
def test_settings_with_a_fault_are_said_and_name_no_secret(visitor, provider, settings):
    if settings is None:
        provider.settings.unlink()
    else:
        provider.settings.write_text(settings, encoding="utf-8")
    page = visitor().get("/auth/sign-in")
    for answer in (page, visitor().get(OUT), visitor().get(BACK)):
        page_refuses(answer, "provider_settings")
        assert "s3cret" not in answer.text
    assert 'name="password"' in page.text


def test_without_settings_there_is_no_such_door(visitor, peopled, monkeypatch):
    monkeypatch.delenv("FUNDAPP_PROVIDER", raising=False)
    assert "/auth/provider" not in visitor().get("/auth/sign-in").text
    page_refuses(visitor().get(OUT), "provider_settings")


def test_a_password_that_somebody_else_gave_is_nobodys_afterwards(visitor, provider):
    desk = process.desk()
    with desk.database.write() as connection:
        one = people.credentials(connection, Role.AUDITOR)
        people.set_password(connection, one[0], one[1], must_change=True, by="x", at="2026-04-01T00:00:00.000000Z")
    browser = visitor()
    browser.get(provider.way_back(browser.get(OUT).headers["location"]))
    assert browser.get("/record").status == 200
    provider.set('passwords = "everyone"\n')
    answer = visitor().post("/auth/sign-in", {"name": "auditor", "password": "password of the auditor"})
    page_refuses(answer, "sign_in_wrong")


def test_a_closed_account_stays_closed(visitor, provider):
    desk = process.desk()
    with desk.database.write() as connection:
        connection.execute("UPDATE account SET disabled = 1 WHERE sign_in_name = 'auditor'")
    browser = visitor()
    answer = browser.get(provider.way_back(browser.get(OUT).headers["location"]))
    page_refuses(answer, "provider_person_unknown")
