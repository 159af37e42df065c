"""The papers of a proposal by download: to whom the desk opens them, and never as a page."""

import hashlib

import pytest
from small_fund import MEMBERS, Clock, SmallFund, both

from fundapp.basis.roles import Role
from fundapp.committee.item import Attendance, Seat
from fundapp.committee.proposal import Attachment
from fundapp.record import commands as c
from fundapp.web import process

PLAN, SCAN = b"%PDF-1.7 plan", b"\x89PNG scan"
WITH_PAPERS = {Role.VOTING, Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR}


def address(content: bytes, proposal: str = "id-PR-1") -> str:
    return f"/download/paper?proposal={proposal}&file={hashlib.sha256(content).hexdigest()}"


@pytest.fixture
def fund(peopled, actors) -> SmallFund:
    """PR-1 with its plan attached, frozen; the voting account sits on the TLO's seat."""
    fund = SmallFund(process.desk(), Clock())
    fund.found()
    member = actors[Role.VOTING]
    fund.proposal("PR-2")
    seat = Seat(
        id="tlo", name=both("tlo"), organisation="tlo", holder=member.person, alternates=("tlo-holder",), rank=2
    )
    fund.do(c.AssignSeat(seat=seat), fund.administrator)
    fund.tlo = member
    fund.proposal("PR-1")
    fund.do(c.AttachFile(proposal_id="id-PR-1", attachment=attached(fund, PLAN)), fund.secretariat)
    fund.meeting(1, "PR-1")
    here = Attendance(seat_id="tlo", person=member.person, mode="present")
    fund.do(c.RecordAttendance(meeting_id="m1", attendance=here), fund.secretariat)
    fund.do(c.FreezeFacts(item_id="m1-PR-1"), fund.secretariat)
    return fund


def attached(fund: SmallFund, content: bytes) -> Attachment:
    return Attachment(
        id="attachment-1",
        kind="plan",
        file_name="../事業計画.pdf",
        media_type="application/pdf",
        size_bytes=len(content),
        file_sha256=fund.desk.files.put(content),
    )


@pytest.fixture
def browser_of(fund, visitor):
    def sign_in(role: Role):
        browser = visitor()
        browser.post("/auth/sign-in", {"card": role})
        return browser

    return sign_in


@pytest.mark.parametrize("role", list(Role))
def test_a_paper_goes_to_whoever_reads_papers(browser_of, role):
    answer = browser_of(role).get(address(PLAN))
    assert (answer.status, answer.body == PLAN) == ((200, True) if role in WITH_PAPERS else (404, False))


def test_it_goes_out_as_a_file_and_never_as_a_page(browser_of):
    headers = browser_of(Role.AUDITOR).get(address(PLAN)).headers
    assert headers["content-type"] == "application/octet-stream"
    assert headers["x-content-type-options"] == "nosniff"
    name = "%E4%BA%8B%E6%A5%AD%E8%A8%88%E7%94%BB.pdf"
    assert headers["content-disposition"] == f"attachment; filename*=UTF-8''{name}"


def test_a_stranger_is_led_to_the_sign_in(fund, visitor):
    assert visitor().get(address(PLAN)).status in (302, 303, 307)


@pytest.mark.parametrize("asked", [address(PLAN, "id-PR-2"), address(b"another"), "/download/paper?file=../x"])
def test_a_digest_opens_only_its_own_proposal_s_paper(browser_of, asked):
    assert browser_of(Role.SECRETARIAT).get(asked).status == 404


def test_a_recused_member_gets_none(fund, browser_of):
    fund.do(c.DeclareInterest(item_id="m1-PR-1", seat_id="tlo", kind="kin"), fund.tlo)
    assert browser_of(Role.VOTING).get(address(PLAN)).status == 404


def test_a_paper_that_was_taken_out_stays_with_what_was_frozen(fund, browser_of):
    removal = c.RemoveAttachment(proposal_id="id-PR-1", attachment_id="attachment-1", reason="newer one")
    assert fund.refused(removal.model_copy(update={"reason": " "}), fund.secretariat).code == "correction_needs_reason"
    fund.do(removal, fund.secretariat)
    assert browser_of(Role.AUDITOR).get(address(PLAN)).body == PLAN
    assert fund.desk.proposal(fund.auditor, "id-PR-1").attachments == ()


def test_an_empty_file_is_refused(fund):
    empty = c.AttachFile(proposal_id="id-PR-1", attachment=attached(fund, b""))
    assert fund.refused(empty, fund.manager).code == "attachment_is_empty"


def test_the_scan_of_a_paper_score_is_seen_by_nobody_else_before_the_reveal(fund, browser_of):
    for seat, who in {**MEMBERS, "tlo": fund.tlo}.items():
        fund.do(c.DeclareInterest(item_id="m1-PR-1", seat_id=seat, kind="none"), who)
    card = c.SubmitScorecard(item_id="m1-PR-1", seat_id="bank", judgements=fund.judgements(), entry="paper")
    scanned = card.model_copy(update={"scan_sha256": fund.desk.files.put(SCAN)})
    fund.do(scanned, fund.secretariat)
    readers = (Role.VOTING, Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR)
    assert [browser_of(role).get(address(SCAN)).status for role in readers] == [404] * 4
    for seat, who in {"association": fund.association, "tlo": fund.tlo}.items():
        own = c.SubmitScorecard(item_id="m1-PR-1", seat_id=seat, judgements=fund.judgements())
        fund.do(own, who)
    fund.do(c.RevealScores(item_id="m1-PR-1"), fund.association)
    answers = [browser_of(role).get(address(SCAN)) for role in readers]
    assert [one.body for one in answers] == [SCAN] * 4
    assert answers[0].headers["content-disposition"].endswith("PR-1-bank-1.png")
    assert not hasattr(fund.desk.verify(), "code")


def test_sheets_are_printed_by_the_secretariat_and_one_s_own_by_a_member(fund, browser_of):
    address = "/download/score-sheets-pdf?item=m1-PR-1"
    told = {
        role: [browser_of(role).get(f"{address}{seat}").status for seat in ("", "&seat=tlo", "&seat=bank")]
        for role in Role
    }
    none = [404, 404, 404]
    assert told == {
        **dict.fromkeys(Role, none),
        Role.SECRETARIAT: [200, 200, 200],
        Role.VOTING: [200, 200, 404],
    }
