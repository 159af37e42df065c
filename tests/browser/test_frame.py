"""The frame around every page."""

import re
from io import BytesIO

import pytest
from browser.look import axe_findings, scrolls_sideways, small_targets
from playwright.sync_api import expect
from pypdf import PdfReader

from fundapp.basis.roles import Role

WHITE = "document.getElementById('root').replaceChildren()"
"""What is left of the page when the framework's own script fails."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["phone", "tablet", "desktop"])
def test_a_page_in_its_frame_is_clean_and_fits(sign_in, size, scheme):
    page = sign_in(Role.AUDITOR, "/record", size=size, language="ja", scheme=scheme)
    page.get_by_role("button", name="すべての記録を確かめる").click()
    expect(page.get_by_text("最初から最後まで、変更はありません。")).to_be_visible(timeout=20_000)
    assert axe_findings(page) == {}
    assert not scrolls_sideways(page)
    assert small_targets(page, ".fund-bar, .st-key-page-title") == []


PAPER_PX = 703
"""What is left of the width of a page of A4 between margins of 12 mm."""


@pytest.mark.parametrize(("scheme", "turned"), [("light", "none"), ("dark", "invert(1) hue-rotate(180deg)")])
def test_on_paper_a_page_fits_is_light_and_has_nothing_to_press(sign_in, scheme, turned):
    page = sign_in(Role.MANAGER, "/commitments", language="ja", scheme=scheme)
    charts = page.locator(".stPlotlyChart .main-svg")
    expect(charts.first).to_be_visible(timeout=20_000)
    widest = charts.evaluate_all("all => Math.max(...all.map(one => one.getBoundingClientRect().width))")
    page.emulate_media(media="print")
    # Printing does not draw a chart anew: it keeps the width of the screen, made smaller.
    assert 0 < widest * charts.first.evaluate("one => one.currentCSSZoom") <= PAPER_PX
    pressed = page.locator("button, summary, .stLinkButton a, .fund-bar a")
    assert pressed.count() > 0
    assert pressed.locator("visible=true").all_inner_texts() == []
    assert page.get_by_test_id("stMain").evaluate("one => getComputedStyle(one).filter") == turned
    assert page.locator(".stApp").evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize(("code", "language"), [("PR-07", "ja"), ("PR-12", "en")])
def test_a_proposal_is_one_page_of_a4_and_what_is_behind_begins_another(sign_in, code, language):
    page = sign_in(Role.SECRETARIAT, f"/proposal?proposal={code}", language=language)
    expect(page.locator(".stPlotlyChart .main-svg").first).to_be_visible(timeout=20_000)
    heads = {name: page.locator(f".st-key-{name} h2").all_inner_texts() for name in ("one-page", "behind")}
    assert len(heads["one-page"]) >= 4
    margin = dict.fromkeys(("top", "right", "bottom", "left"), "12mm")
    paper = PdfReader(BytesIO(page.pdf(format="A4", margin=margin))).pages
    first, second = ("".join(one.extract_text().split()) for one in paper[:2])
    assert [one for one in heads["one-page"] if "".join(one.split()) not in first] == []
    assert second.startswith("".join(heads["behind"][0].split()))


def test_the_other_language_is_one_press_away_and_stays(sign_in):
    page = sign_in(Role.AUDITOR, "/record", language="ja")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1, name="Is the record unchanged?")).to_be_visible(timeout=20_000)
    assert page.evaluate("document.documentElement.lang") == "en"
    page.goto("/record")
    expect(page.get_by_role("heading", level=1, name="Is the record unchanged?")).to_be_visible(timeout=20_000)


def test_what_the_framework_says_of_its_own_parts_is_in_the_reader_s_language(sign_in):
    page = sign_in(Role.SECRETARIAT, "/proposals?register=new", language="ja")
    field = page.get_by_role("combobox", name="分野")
    field.click()
    field.press_sequentially("養蜂")
    expect(page.get_by_role("option", name="追加：養蜂")).to_be_visible()
    days = page.get_by_role("spinbutton")
    page.goto("/calls?lang=ja")
    expect(days.first).to_have_accessible_name(re.compile("^年"), timeout=20_000)
    page.goto("/meeting?lang=ja")
    # An icon says what it means, or nothing.
    expect(page.get_by_role("img", name="いま")).to_have_count(1, timeout=20_000)
    assert page.get_by_role("img", name="icon").count() == 0


def test_the_house_font_and_no_foreign_host(browse, sign_in):
    page = sign_in(Role.AUDITOR, "/record")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert {url for url in asked if not url.startswith((page.url.rpartition("/")[0], "data:", "blob:"))} == set()
    assert page.evaluate("document.fonts.check('16px \"BIZ UDPGothic\"')")


def test_no_script_is_refused_by_our_own_policy(sign_in):
    page = sign_in(Role.AUDITOR, "/record")
    refused = []
    page.on("console", lambda message: refused.append(message.text) if "Content Security Policy" in message.text else 0)
    page.reload()
    page.wait_for_load_state("networkidle")
    assert refused == []


def test_a_page_that_the_framework_left_white_is_loaded_again_and_if_it_fails_again_told(sign_in):
    page = sign_in(Role.LP, "/commitments", language="ja")
    title = page.get_by_role("heading", level=1)
    said = title.inner_text()
    page.evaluate(WHITE)
    expect(title).to_have_text(said)
    page.evaluate(WHITE)
    expect(title).to_have_text("ページを表示できませんでした")
    page.get_by_role("link", name="もう一度読み込む").click()
    expect(title).to_have_text(said)
    assert page.url.endswith("/commitments")
