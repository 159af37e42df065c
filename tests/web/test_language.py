"""Both languages, chosen by address, earlier choice or browser, and said in <html lang>."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("path", "cookie", "browser", "language"),
    [
        ("/auth/sign-in?lang=en", "ja", "ja", "en"),
        ("/auth/sign-in?lang=xx", "en", "ja", "en"),
        ("/auth/sign-in", "", "ja-JP,ja;q=0.9", "ja"),
        ("/auth/sign-in", "", "en-GB", "en"),
        ("/auth/sign-in", "", "", "ja"),
    ],
)
def test_the_address_goes_before_the_earlier_choice_before_the_browser(visitor, path, cookie, browser, language):
    one = visitor()
    one.cookies = {"fundapp_language": cookie}
    answer = one.get(path, accept_language=browser)
    assert f'<html lang="{language}">' in answer.text


def test_a_choice_in_the_address_is_remembered(visitor):
    one = visitor()
    one.get("/auth/sign-in?lang=ja")
    assert '<html lang="ja">' in one.get("/auth/sign-in").text


def test_the_switch_keeps_the_page_that_was_wanted(visitor):
    assert "/auth/sign-in?next=%2Frecord&amp;lang=ja" in visitor().get("/auth/sign-in?next=/record").text


def test_the_shell_of_the_framework_says_the_language_too(visitor):
    one = visitor()
    one.post("/auth/sign-in", {"card": "auditor"})
    answer = one.get("/record?lang=ja")
    assert '<html lang="ja">' in answer.text
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.cookies["fundapp_language"] == "ja"
    assert "etag" not in answer.headers


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", ("接続が切れています", "このページは開けません", "ファイルを選ぶ", "20 MBまで", "見つかりません")),
        ("en", ("The connection is lost", "You have no such page", "Choose a file", "up to 20 MB", "Nothing found")),
    ],
)
def test_the_shell_brings_our_style_and_our_words_over_the_framework_s_own(visitor, language, words):
    one = visitor()
    one.post("/auth/sign-in", {"card": "auditor"})
    page = one.get(f"/record?lang={language}").text
    end = page.partition('<div id="root"></div>')[2]
    assert [one for one in words if one not in end] == []
    assert tomllib.loads((ROOT / ".streamlit/config.toml").read_text())["server"]["maxUploadSize"] == 20
    assert end.count("</body>") == 1
    style = one.get("/assets/" + end.partition('href="/assets/')[2].partition('"')[0])
    assert (style.status, style.headers["content-type"]) == (200, "text/css; charset=utf-8")


def test_a_plain_page_has_its_own_style_alone(visitor):
    assert "theme.css" not in visitor().get("/auth/sign-in").text


def test_the_way_of_writing_figures_is_remembered_each_over_the_earlier_choice(visitor):
    one = visitor()
    one.post("/auth/sign-in", {"card": "auditor"})
    assert "fundapp_figures" not in one.get("/record").cookies
    assert one.get("/record?amounts=man").cookies["fundapp_figures"] == "man.page"
    assert one.get("/record?days=era").cookies["fundapp_figures"] == "man.era"
    assert one.get("/record?amounts=gold&days=iso").cookies["fundapp_figures"] == "page.iso"
