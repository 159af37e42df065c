"""The wind turbine asks again for its last parts: president and members answer, each on a phone by a link."""

import re
from collections.abc import Callable

from browser.look import Server, axe_findings, scrolls_sideways, small_targets
from browser.walk import SOON_MS, Person, tap
from playwright.sync_api import Page, expect

from fundapp.basis.roles import Actor
from fundapp.demo.clerk import id_of, person_of
from fundapp.demo.content import cast
from fundapp.demo_mark import read_mark
from fundapp.desk import Desk, Done
from fundapp.inquiries_seen import AnswerSheet
from fundapp.network.inquiry import LineAnswer
from fundapp.record.inquiry_commands import AnswerInquiry

Enter = Callable[..., Person]
Browse = Callable[..., Page]
PROPOSAL = id_of("proposal", "PR-06")
OFFICE = Actor(person=person_of("secretariat"), roles=cast()["secretariat"].roles)


def inquiry_of(desk: Desk):
    """The inquiry that this test writes."""
    return (desk.inquiries(OFFICE, PROPOSAL) or ())[-1]


def covered(desk: Desk) -> tuple[int, int]:
    """Lines of the wind turbine that are covered, firm and with raised hands."""
    facts = desk.support_facts(OFFICE, PROPOSAL)
    assert facts is not None
    return tuple(len(facts.values(way)["cov_lines"].counted) for way in ("firm", "with_hands"))


def test_president_and_members_answer_on_their_phones_and_the_facts_move(person: Enter, browse: Browse, server: Server):
    desk = Desk(server.folder)
    before, _with_hands = covered(desk)
    assert before == 112
    office = person("secretariat", "/sourcing?proposal=PR-06")
    office.choose(office.says("Inquiries"))
    office.press("Write another inquiry")
    office.press("Save the inquiry")
    office.press("Make the link for the president")
    address = office.page.get_by_test_id("stCode").locator("code").first
    expect(address).to_contain_text("/agree/", timeout=SOON_MS)
    agree(browse(size="phone", language="ja"), address.inner_text())

    office.go("/sourcing?proposal=PR-06")
    office.choose(office.says("Inquiries"))
    office.press("Choose the members and send")
    office.button("Back without sending").wait_for()
    office.page.get_by_role("button", name=re.compile(r"^\d+会員に送る$")).click()
    office.sees_text("送付待ちの連絡")
    tokens = desk.link_tokens(OFFICE, inquiry_of(desk).inquiry.id)
    assert len(tokens) == len(inquiry_of(desk).recipients) > 1

    first, second, *rest = tokens.values()
    quote(browse(size="phone", language="ja"), f"/answer/{first}")
    assert covered(desk) == (112, 120), "sealed: a hand is up for every part, and no quote is told"
    decline(browse(size="phone", language="en"), f"/answer/{second}")
    for token in rest:
        decline_at_the_desk(desk, token)

    office.go("/sourcing?proposal=PR-06")
    office.choose(office.says("Inquiries"))
    office.press("Everyone has answered: open the answers now")
    office.sees("The answers are open.")
    office.sees_title("120")
    now_firm, _hands = covered(desk)
    assert now_firm == 120
    office.press("Fix the choice and tell the members")
    office.sees("The results are fixed. They stand on the members' pages; send them the message.")
    page = browse(size="phone", language="ja")
    page.goto(f"/answer/{first}")
    expect(page.locator(".became.chosen").first).to_be_visible()
    desk.database.close()


def agree(page: Page, address: str) -> None:
    """The president reads the text on a phone and agrees."""
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("ご同意いただけますか")
    assert not scrolls_sideways(page)
    assert small_targets(page, "body") == []
    page.locator(".choices label.can").first.click()
    for menu_item in page.locator(".choices").all()[1:]:
        menu_item.locator("label.can").click()
    page.get_by_role("button", name="回答を送る").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("すべてご回答いただきました")


def quote(page: Page, address: str) -> None:
    """A workshop owner taps "can" for every part and prices it; a slip comes back with all the rest kept."""
    page.goto(address)
    assert not scrolls_sideways(page)
    assert small_targets(page, "body") == []
    assert axe_findings(page) == {}
    if page.locator("details.more").count():
        page.locator("details.more > summary").click()
    parts = page.locator("ol.parts > li")
    for part in parts.all():
        part.locator(".choices label.can").click()
        part.locator(".price input").first.fill("1,500")
    parts.first.locator(".price input").first.fill("千五百円くらい")
    page.get_by_role("button", name="回答を送る").last.click()
    expect(page.locator(".fault")).to_have_count(1)
    expect(parts.nth(1).locator(".price input").first).to_have_value("1,500")
    parts.first.locator(".price input").first.fill("1500円")
    page.get_by_role("button", name="回答を送る").last.click()
    expect(page.get_by_role("status").first).to_contain_text("回答を受け付けました")
    page.reload()
    expect(page.get_by_role("status").first).to_contain_text(f"できます {parts.count()}件")


def decline(page: Page, address: str) -> None:
    """Another has no capacity: one tap and done."""
    page.goto(address)
    page.locator(".choices label.cannot").first.click()
    page.get_by_role("button", name="Send the answer").last.click()
    expect(page.get_by_role("status").first).to_contain_text("Your answer is received.")


def decline_at_the_desk(desk: Desk, token: str) -> None:
    """The same without a browser, for the others."""
    sheet = desk.answer_sheet(token)
    assert isinstance(sheet, AnswerSheet)
    no = (LineAnswer(line_id=sheet.inquiry.line_ids[0], verdict="cannot"),)
    command = AnswerInquiry(inquiry_id=sheet.inquiry.id, member_id=sheet.member.id, answers=no)
    assert isinstance(desk.submit_by_link(token, "offer", desk.form_nonce(token), command), Done)


def test_a_visitor_of_the_demo_finds_the_links_on_the_sign_in_page(browse: Browse, server: Server):
    mark = read_mark(server.folder)
    assert mark is not None
    page = browse(size="phone", language="en", scheme="dark")
    page.goto("/auth/sign-in")
    for link, heading in zip(mark.links, ("Can you make these parts?", "Do you agree?"), strict=True):
        page.goto("/auth/sign-in")
        page.get_by_role("link", name=link.label.en).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        assert axe_findings(page) == {}


TAPS = """() => {
    window.taps = 0
    window.typedInto = []
    addEventListener('pointerdown', () => window.taps++, true)
    addEventListener('beforeinput', one => window.typedInto.push(one.target.getAttribute('aria-label')), true)
}"""


def test_a_visit_is_recorded_on_a_phone_in_seven_taps_and_one_note(person: Enter, server: Server):
    """Two minutes are time for a company, two issues and a note: nothing else is tapped or typed."""
    office = person("secretariat", "/directory", size="phone", touch=True)
    page, note = office.page, "来春に新棟"
    page.evaluate(TAPS)
    office.press("Record a visit")
    tap(page.get_by_role("combobox", name=office.says("Which company")))
    chosen = page.get_by_role("option").first
    company = chosen.inner_text()
    tap(chosen)
    for issue in ("people", "funding"):
        tap(page.get_by_test_id("stButtonGroup").get_by_role("button", name=office.says(issue)))
    field = page.get_by_role("textbox", name=office.says("What else was said"))
    tap(field)
    field.press_sequentially(note)
    assert not scrolls_sideways(page)
    office.press("Save the visit")
    office.sees("The visit to {name} is saved.", name=company)
    assert page.evaluate("[window.taps, [...new Set(window.typedInto)]]") == [7, [office.says("What else was said")]]
    desk = Desk(server.folder)
    member = next(one for one in desk.members() if f"({one.code})" in company)
    file = desk.member_file(OFFICE, member.id)
    desk.database.close()
    assert file is not None
    last = max(file.visits, key=lambda one: one.visited_on)
    heard = {(one.tag, one.text) for one in file.issues if one.visit_id == last.id}
    assert (last.note, heard) == (note, {("people", office.says("people")), ("funding", office.says("funding"))})
