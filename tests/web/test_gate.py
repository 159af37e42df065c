"""Nobody passes without a session, by page, file or socket."""

import pytest

from fundapp.web.gate import is_open


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/", "/auth/sign-in"),
        ("/score?item=3&x=%E3%81%82", "/auth/sign-in?next=%2Fscore%3Fitem%3D3%26x%3D%25E3%2581%2582"),
        ("/pages/score.py", "/auth/sign-in?next=%2Fpages%2Fscore.py"),
        ("//elsewhere.test", "/auth/sign-in"),
    ],
)
def test_a_stranger_is_led_to_the_sign_in_page_and_back(visitor, path, wanted):
    answer = visitor().get(path)
    assert (answer.status, answer.headers["location"]) == (303, wanted)


@pytest.mark.parametrize(
    "path", ["/_stcore/host-config", "/media/ab.png", "/download/minutes", "/_stcore/agent/interact"]
)
def test_a_program_without_a_session_is_told_plainly(visitor, path):
    assert visitor().get(path, accept="*/*").status == 401


def test_a_socket_without_a_session_is_closed(visitor):
    assert visitor().socket() == {"type": "websocket.close", "code": 1008}


def test_a_socket_with_a_session_is_accepted_from_our_own_page_alone(visitor):
    browser = visitor()
    browser.post("/auth/sign-in", {"card": "auditor"})
    assert browser.socket()["type"] == "websocket.accept"
    assert browser.socket(origin="https://elsewhere.test") == {"type": "websocket.close", "code": 1008}
    assert browser.socket(origin="") == {"type": "websocket.close", "code": 1008}


def test_a_made_up_token_opens_nothing(visitor):
    browser = visitor()
    browser.cookies["fundapp_session"] = "A" * 43
    assert browser.get("/").status == 303
    assert browser.socket()["type"] == "websocket.close"


def test_only_what_holds_nothing_of_the_fund_is_open():
    paths = [
        "/",
        "/score",
        "/static/js/a.js",
        "/assets/plain.css",
        "/assets/../x",
        "/_stcore/stream",
        "/_stcore/health",
    ]
    assert [path for path in paths if is_open(path)] == ["/static/js/a.js", "/assets/plain.css", "/_stcore/health"]
