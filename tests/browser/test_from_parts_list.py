"""A wind turbine's parts from a pasted list to a plan in force: matched, asked, answered on a phone, chosen."""

import re
from collections.abc import Callable

from browser.look import Server
from browser.test_inquiry import OFFICE, PROPOSAL, agree, decline_at_the_desk, quote
from browser.walk import SOON_MS, Person
from playwright.sync_api import Page, expect

from fundapp.basis.fact import Bilingual
from fundapp.desk import Desk, Done
from fundapp.inquiries_seen import AnswerSheet
from fundapp.record.commands import RegisterProposal
from fundapp.record.inquiry_commands import AcceptNda
from fundapp.record.judging import computed_levels

NEW = "id-of-the-next-turbine"
ROWS = (
    ("図番", "品名", "材質", "員数", "目標単価", "区分"),
    ("WT-01", "主軸の旋削", "S45C", "1", "42000", "図面加工品"),
    ("WT-02", "深溝玉軸受 6210", "", "2", "1800", "購入品"),
    ("WT-03", "六角ボルト M12", "", "24", "1600", "購入品"),
)
PARTS = "\n".join("\t".join(row) for row in ROWS)


def registers(desk: Desk) -> None:
    """The maker's next turbine, without a part."""
    known = desk.proposal(OFFICE, PROPOSAL)
    assert known is not None
    told = {
        "id": NEW, "code": "PR-90", "name": Bilingual(ja="次の風車", en="The next turbine"), "evidence": (),
        "attachments": (), "needs_support": True,
    }  # fmt: skip
    done = desk.submit(RegisterProposal(proposal=known.model_copy(update=told)), OFFICE)
    assert isinstance(done, Done), done


def levels(desk: Desk) -> dict[str, int | None]:
    """Axis 2 of the new proposal as the rubric computes it from today's rows."""
    facts = desk.support_facts(OFFICE, NEW)
    assert facts is not None
    rubric = desk.book(OFFICE).rubric
    return {one.criterion_id: one.level for one in computed_levels(rubric, facts, "firm")}


def accepts_the_nda(desk: Desk, token: str) -> None:
    sheet = desk.answer_sheet(token)
    assert isinstance(sheet, AnswerSheet)
    command = AcceptNda(inquiry_id=sheet.inquiry.id, member_id=sheet.member.id, person="工場長")
    assert isinstance(desk.submit_by_link(token, "offer", desk.form_nonce(token), command), Done)


def test_from_a_pasted_list_to_a_plan_that_raises_axis_2(
    person: Callable[..., Person], browse: Callable[..., Page], server: Server
):
    desk = Desk(server.folder)
    registers(desk)
    office = person("secretariat", "/sourcing?proposal=PR-90")
    imports(office)
    office.sees_title("3")
    before = levels(desk)

    office.choose(office.says("Members able"))
    matched = desk.matched(OFFICE, NEW)
    assert matched is not None
    able = matched.member_ids()
    assert len(able) > 1, "the directory knows who turns shafts"
    office.sees(
        "For {able} of {lines} lines a member is able: {members} members in all",
        able=sum(bool(one.members) for one in matched.lines),
        lines=3,
        members=len(able),
    )

    tokens = asks(office, browse, desk)
    assert set(tokens) == able
    first, *rest = tokens.values()
    accepts_the_nda(desk, first)
    quote(browse(size="phone", language="ja"), f"/answer/{first}")
    for token in rest:
        decline_at_the_desk(desk, token)
    office.go("/sourcing?proposal=PR-90")
    office.choose(office.says("Inquiries"))
    office.press("Everyone has answered: open the answers now")
    office.sees("The answers are open.")

    office.choose(office.says("Sourcing plan"))
    office.press("Make a plan")
    office.press("Put this plan in force")
    office.sees("The plan is in force.")
    register = desk.support(OFFICE, NEW)
    assert register is not None
    plan = register.plan_in_force()
    assert plan is not None
    assert (plan.status, len(plan.choices), plan.gaps) == ("optimal", 3, ())
    after = levels(desk)
    raised = {one for one in after if (after[one] or 0) > (before[one] or 0)}
    assert raised, (before, after)
    assert not [one for one in after if (after[one] or 0) < (before[one] or 0)]
    desk.database.close()


def imports(office: Person) -> None:
    """The list is pasted, looked through, and recorded for a first lot."""
    office.press("Import a parts list")
    office.unfold("Or paste it here")
    office.write("A table from a spreadsheet or a mail, or a list with one part in each line", PARTS)
    office.press("Read what is pasted")
    office.write("First lot, in products", "20")
    office.write("Planned days from order to first lot", "120")
    office.press("Record this bill")


def asks(office: Person, browse: Callable[..., Page], desk: Desk) -> dict[str, str]:
    """The inquiry is written, agreed to by the president on a phone, and goes out; the members' tokens."""
    office.choose(office.says("Inquiries"))
    office.press("Write an inquiry")
    office.press("Save the inquiry")
    office.press("Make the link for the president")
    address = office.page.get_by_test_id("stCode").locator("code").first
    expect(address).to_contain_text("/agree/", timeout=SOON_MS)
    agree(browse(size="phone", language="ja"), address.inner_text())
    office.go("/sourcing?proposal=PR-90")
    office.choose(office.says("Inquiries"))
    office.press("Choose the members and send")
    office.button("Back without sending").wait_for()
    office.page.get_by_role("button", name=re.compile(r"^\d+会員に送る$")).click()
    office.sees_text("送付待ちの連絡")
    (seen,) = desk.inquiries(OFFICE, NEW) or ()
    return desk.link_tokens(OFFICE, seen.inquiry.id)
