"""The wind turbine from a pasted parts list to a support menu over the gate: asked, answered by phone, planned."""

import re
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from browser.look import Server, by_key, settle
from browser.test_inquiry import OFFICE, PROPOSAL, agree, decline_at_the_desk
from browser.walk import SOON_MS, Person, tap
from playwright.sync_api import Page, expect

from fundapp.basis.days import day_of
from fundapp.basis.fact import Bilingual
from fundapp.basis.numbers import half_up
from fundapp.demo import wind_rows
from fundapp.demo.bills import wind_bill
from fundapp.demo.content import grid, rows, whole
from fundapp.demo.providers import providers
from fundapp.demo.registry import meeting_before_the_inquiry
from fundapp.desk import Desk, Done
from fundapp.inquiries_seen import AnswerSheet
from fundapp.network.inquiry import Inquiry, LineAnswer
from fundapp.network.need import SupportNeed
from fundapp.network.offer import WRITTEN
from fundapp.record import commands as c
from fundapp.record.inquiry_commands import AcceptNda, AnswerInquiry
from fundapp.record.judging import computed_levels
from fundapp.ui.proposal.place import computed_axis2

NEW, CODE = "id-of-the-next-turbine", "PR-90"
BILL = wind_bill(NEW)
PARTS = "\n".join(map("\t".join, grid("wind_bill")))
TODAY = day_of(datetime.now(UTC))
LAST_NEED = "量産組立の受託"
BY_PHONE = "M-0015"
"""Who magnetises: the bottleneck."""


def mine(found: tuple[Any, ...]) -> tuple[Any, ...]:
    """Rows of the demo's turbine as rows of the new one."""
    return tuple(one.model_copy(update={"id": f"next-{one.id}", "proposal_id": NEW}) for one in found)


def do(desk: Desk, *commands: c.Command) -> None:
    for one in commands:
        done = desk.submit(one, OFFICE)
        assert isinstance(done, Done), done


def registers(desk: Desk) -> None:
    """The turbine again, without a part, with the support that was arranged before its inquiry."""
    known = desk.proposal(OFFICE, PROPOSAL)
    assert known is not None
    told = {
        "id": NEW, "code": CODE, "name": Bilingual(ja="次の風車", en="The next turbine"), "evidence": (),
        "attachments": (), "needs_support": True,
    }  # fmt: skip
    before = wind_rows.before(TODAY, TODAY)
    cases = tuple(one.model_copy(update={"id": f"next-{one.id}"}) for one in before.cases)
    do(
        desk,
        c.RegisterProposal(proposal=known.model_copy(update=told)),
        c.RecordNeeds(needs=mine(before.needs)),
        c.RecordRoutes(routes=mine(before.routes)),
        c.RecordCases(proposal_id=NEW, cases=cases),
    )


def offered_before(desk: Desk) -> None:
    """What the maker's own suppliers had offered."""
    asked = TODAY - timedelta(days=meeting_before_the_inquiry().days_ago)
    do(desk, c.RecordOffers(offers=mine(wind_rows.before(asked, TODAY).offers)))


def arranged(desk: Desk) -> SupportNeed:
    """What was arranged on the answers, but for one need; that need as it will be."""
    after = wind_rows.after(TODAY, TODAY)
    (last,) = (one for one in after.needs if one.name == LAST_NEED)
    do(
        desk,
        c.RecordNeeds(needs=mine(tuple(one for one in after.needs if one is not last))),
        c.RecordRoutes(routes=mine(after.routes)),
        c.RecordCountermeasures(countermeasures=mine(after.countermeasures)),
    )
    return last


def levels(desk: Desk) -> tuple[list[int | None], str]:
    """The levels of axis 2 as the rubric computes them from today's rows, and the axis as it is shown."""
    facts = desk.support_facts(OFFICE, NEW)
    assert facts is not None
    rubric = desk.book(OFFICE).rubric
    found = computed_levels(rubric, facts, "firm")
    axis2 = computed_axis2(rubric.axis("axis2"), found)
    assert axis2 is not None
    return [one.level for one in found], str(half_up(axis2))


def told_of_the_turbine() -> dict[str, dict[str, LineAnswer]]:
    """What each member of the story says, the last word on each line."""
    told: defaultdict[str, dict[str, LineAnswer]] = defaultdict(dict)
    for row in sorted(rows("wind_offers"), key=lambda row: -int(row["days_ago"])):
        told[row["provider"]][row["line"]] = LineAnswer(
            line_id=row["line"],
            verdict="can",
            unit_price_yen=whole(row["unit_price_yen"]) if int(row["rung"]) >= WRITTEN else None,
            lead_time_days=whole(row["lead_time_days"]),
        )
    return told


def test_the_turbine_from_a_pasted_list_to_a_menu_over_the_gate(
    person: Callable[..., Person], browse: Callable[..., Page], server: Server
):
    desk = Desk(server.folder)
    registers(desk)
    office = person("secretariat", f"/sourcing?proposal={CODE}")
    imports(office)
    office.sees_title("120")
    offered_before(desk)
    assert levels(desk) == ([2, 1, 1, 2, 2, 1, 2], "1.55")
    judged(office, desk, "1.55", "The facts do not say yet that support can be delivered")

    office.go(f"/sourcing?proposal={CODE}")
    office.choose(office.says("Members able"))
    matched = desk.matched(OFFICE, NEW)
    assert matched is not None
    able = matched.member_ids()
    office.sees(
        "For {able} of {lines} lines a member is able: {members} members in all",
        able=sum(bool(one.members) for one in matched.lines),
        lines=len(BILL.lines),
        members=len(able),
    )

    inquiry, tokens = asks(office, browse, desk)
    assert set(tokens) == able
    answered(desk, browse, inquiry, tokens)
    office.go(f"/sourcing?proposal={CODE}")
    office.choose(office.says("Inquiries"))
    office.press("Everyone has answered: open the answers now")
    office.sees("The answers are open.")
    office.sees_title("112")

    office.choose(office.says("Sourcing plan"))
    office.press("Make a plan")
    office.press("Put this plan in force")
    office.sees("The plan is in force.")
    register = desk.support(OFFICE, NEW)
    assert register is not None
    plan = register.plan_in_force()
    assert plan is not None
    late = [one for one in plan.gaps if one.reason == "all_late"]
    assert (plan.status, len(plan.choices), len(late), len(plan.gaps)) == ("optimal", 110, 2, 10)

    last = arranged(desk)
    assert levels(desk) == ([3, 4, 3, 3, 2, 3, 4], "3.15")
    completes(office, last)
    assert levels(desk) == ([4, 4, 3, 3, 4, 3, 4], "3.60")
    judged(office, desk, "3.60", "The facts say that support can be delivered")
    desk.database.close()


def judged(office: Person, desk: Desk, points: str, verdict: str) -> None:
    """The proposal's page says how far axis 2 is, and on which side of the gate."""
    axis2 = desk.book(OFFICE).rubric.axis("axis2")
    office.go(f"/proposal?proposal={CODE}")
    office.sees(verdict)
    computed = office.says("{points}, computed from the facts", points=points)
    office.sees("{axis}: {points} (pass mark {mark})", axis=axis2.name.ja, points=computed, mark="3.50")


def imports(office: Person) -> None:
    """The list is pasted, looked through, completed by the days of each assembly, and recorded for a first lot."""
    office.press("Import a parts list")
    office.unfold("Or paste it here")
    office.write("A table from a spreadsheet or a mail, or a list with one part in each line", PARTS)
    office.press("Read what is pasted")
    office.write("Revision", BILL.revision)
    office.write("First lot, in products", str(BILL.lot))
    office.write("Planned days from order to first lot", str(BILL.plan_days))
    office.write("Days for the final assembly", str(BILL.final_assembly_days))
    pasted_into_the_days(office.page, [str(one.days) for one in BILL.assemblies])
    office.press("Record this bill")


def pasted_into_the_days(page: Page, days: list[str]) -> None:
    """A column of a spreadsheet, copied there and pasted here from the first cell down."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("text => navigator.clipboard.writeText(text)", "\n".join(days))
    table = page.get_by_test_id("stDataFrame").last
    table.click(position={"x": 900, "y": 60})
    page.keyboard.press("Control+v")
    # The table tells the server what is new only after a moment; nobody's hand is at the button before that.
    page.wait_for_timeout(500)
    settle(page)


def asks(office: Person, browse: Callable[..., Page], desk: Desk) -> tuple[Inquiry, dict[str, str]]:
    """The inquiry is written, agreed to by the president on a phone, and goes out; it, and the members' tokens."""
    office.choose(office.says("Inquiries"))
    office.press("Write an inquiry")
    office.choose(office.says("all {n} that come from outside", n=len(BILL.lines)))
    office.press("Save the inquiry")
    office.press("Make the link for the president")
    address = office.page.get_by_test_id("stCode").locator("code").first
    expect(address).to_contain_text("/agree/", timeout=SOON_MS)
    agree(browse(size="phone", language="ja"), address.inner_text())
    office.go(f"/sourcing?proposal={CODE}")
    office.choose(office.says("Inquiries"))
    office.press("Choose the members and send")
    office.button("Back without sending").wait_for()
    office.page.get_by_role("button", name=re.compile(r"^\d+会員に送る$")).click()
    office.sees_text("送付待ちの連絡")
    (seen,) = desk.inquiries(OFFICE, NEW) or ()
    return seen.inquiry, desk.link_tokens(OFFICE, seen.inquiry.id)


def answered(desk: Desk, browse: Callable[..., Page], inquiry: Inquiry, tokens: dict[str, str]) -> None:
    """Two answer on their phones, all others by the same links without a browser."""
    told = told_of_the_turbine()
    codes = {one.member.id: code for code, one in providers().items()}
    hands_alone = next(code for code, said in told.items() if all(one.unit_price_yen is None for one in said.values()))
    for member_id, token in tokens.items():
        said = told.get(codes[member_id], {})
        if not said:
            decline_at_the_desk(desk, token)
        elif codes[member_id] in (BY_PHONE, hands_alone):
            on_the_phone(
                browse(size="phone", language="ja"), token, inquiry, said, providers()[codes[member_id]].person
            )
        else:
            answer_at_the_desk(desk, token, said)


def on_the_phone(page: Page, token: str, inquiry: Inquiry, said: dict[str, LineAnswer], name: str) -> None:
    """One tap a part; where a price is known also the price, with the days, after confidentiality is accepted."""
    page.goto(f"/answer/{token}")
    if any(one.unit_price_yen is not None for one in said.values()):
        page.locator("#person").fill(name)
        page.locator("details.nda > summary").click()
        page.get_by_role("button", name="秘密保持を承諾する").click()
        expect(page.locator("section.nda")).to_be_visible()
    for line_id, one in said.items():
        index = inquiry.line_ids.index(line_id)
        part = page.locator(f"#part-{index}")
        if not part.is_visible():
            page.locator("details.more > summary").click()
        part.locator(".choices label.can").click()
        if one.unit_price_yen is not None:
            part.locator(".price input").first.fill(f"{one.unit_price_yen:,}")
            part.locator(".price summary").click()
            part.locator(f'[name="lead_time.{index}"]').fill(str(one.lead_time_days))
    page.get_by_role("button", name="回答を送る").last.click()
    expect(page.get_by_role("status").first).to_contain_text("回答を受け付けました")


def answer_at_the_desk(desk: Desk, token: str, said: dict[str, LineAnswer]) -> None:
    """The same by the link, without a browser."""
    sheet = desk.answer_sheet(token)
    assert isinstance(sheet, AnswerSheet)
    of = {"inquiry_id": sheet.inquiry.id, "member_id": sheet.member.id, "person": "工場長"}
    for command in (AcceptNda(**of), AnswerInquiry(**of, answers=tuple(said.values()))):
        done = desk.submit_by_link(token, "offer", desk.form_nonce(token), command)
        assert isinstance(done, Done), done


def completes(office: Person, need: SupportNeed) -> None:
    """The last item of the menu gets what it lacked: who hands over what, by when, at whose cost, in writing."""
    item = need.item
    assert item is not None
    assert item.due is not None
    office.go(f"/needs?proposal={CODE}")
    tap(by_key(office.page, f"correct-need-next-{need.id}").get_by_role("button"))
    office.write("Deliverable: what will be handed over", item.deliverable)
    office.write_day("Due", item.due)
    office.write("Cost in yen, 0 when it is free of charge", str(item.cost_yen))
    office.choose(office.says("the proposing company"))
    office.choose("書面の見積・承諾")
    office.press("Save the need")
    office.sees("The need “{name}” is saved.", name=need.name)
