"""Signing in and out with a real browser."""

import pytest
from browser.look import axe_findings, scrolls_sideways, settle, small_targets
from playwright.sync_api import expect

from fundapp.basis.roles import Role


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["phone", "tablet", "desktop"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_sign_in_page_is_clean_and_fits(browse, size, language, scheme):
    page = browse(size=size, language=language, scheme=scheme)
    page.goto("/")
    assert page.evaluate("document.documentElement.lang") == language
    assert axe_findings(page) == {}
    assert not scrolls_sideways(page)
    assert small_targets(page, "main") == []


def test_by_keyboard_alone_to_the_page_that_was_wanted(browse):
    page = browse()
    page.goto("/record")
    page.get_by_text("Sign in with a name and a password").press("Enter")
    page.get_by_label("Sign-in name").press_sequentially("auditor")
    page.keyboard.press("Tab")
    page.keyboard.type("demo-hachiryo-auditor")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Is the record unchanged?")).to_be_visible(timeout=20_000)


def test_a_wrong_password_is_told_where_it_is_read_out(browse):
    page = browse(language="ja")
    page.goto("/auth/sign-in")
    page.locator("summary").click()
    page.get_by_label("サインイン名").fill("auditor")
    page.get_by_label("パスワード").fill("wrong")
    page.locator("button.primary").click()
    expect(page.get_by_role("alert")).to_contain_text("サインイン名またはパスワード")
    expect(page.get_by_label("サインイン名")).to_have_value("auditor")


def test_signing_out_ends_the_session_in_every_tab(sign_in):
    page = sign_in(Role.AUDITOR, "/record")
    other = page.context.new_page()
    other.goto("/record")
    settle(other)
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/auth/sign-in")
    other.get_by_role("button", name="Check the whole record").click()
    expect(other.get_by_text("Your session has ended.")).to_be_visible()
    page.goto("/record")
    assert "/auth/sign-in" in page.url
