"""Both languages, chosen by address, earlier choice or browser, and said in <html lang>."""

import pytest


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
