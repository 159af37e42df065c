"""The documents that are on offer: who gets which, and that they are what the record says."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from small_fund import Clock, SmallFund, both

from fundapp.basis.roles import Role
from fundapp.committee.item import Attendance, Seat
from fundapp.committee.proposal import Terms
from fundapp.record import commands as c
from fundapp.web import process
from fundapp.web.documents_on_offer import MAKERS

MINUTES = tuple(kind for kind in MAKERS if kind.startswith("minutes"))
COMMITMENTS = tuple(kind for kind in MAKERS if kind.startswith("commitments"))


@pytest.fixture
def fund(peopled, actors) -> SmallFund:
    """Meeting m1 is closed: PR-1 approved while the voting account was recused, PR-2 declined by all. m2 is open."""
    fund = SmallFund(process.desk(), Clock())
    fund.found()
    member = actors[Role.VOTING]
    seat = Seat(
        id="tlo", name=both("tlo"), organisation="tlo", holder=member.person, alternates=("tlo-holder",), rank=2
    )
    fund.do(c.AssignSeat(seat=seat), fund.administrator)
    fund.tlo = member
    for code in ("PR-1", "PR-2", "PR-3"):
        fund.proposal(code)
    fund.meeting(1, "PR-1", "PR-2")
    here = Attendance(seat_id="tlo", person=member.person, mode="present")
    fund.do(c.RecordAttendance(meeting_id="m1", attendance=here), fund.secretariat)
    decide(fund, "m1-PR-1", fund.outside)
    decide(fund, "m1-PR-2", member)
    fund.do(c.CloseMeeting(meeting_id="m1"), fund.secretariat)
    fund.meeting(2, "PR-3")
    return fund


def decide(fund: SmallFund, item: str, on_tlo) -> None:
    """Judged by whoever sits on the TLO's seat; approved when that is the outside alternate, else declined."""
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    recused = on_tlo is fund.outside
    if recused:
        fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="inventor_or_patent_holder"), fund.tlo)
        fund.do(c.SeatAlternate(item_id=item, seat_id="tlo", person=on_tlo.person), fund.secretariat)
    sitting = {"association": fund.association, "tlo": on_tlo, "bank": fund.bank}
    for seat, who in sitting.items():
        fund.do(c.DeclareInterest(item_id=item, seat_id=seat, kind="none"), who)
        fund.do(c.SubmitScorecard(item_id=item, seat_id=seat, judgements=fund.judgements()), who)
    fund.do(c.RevealScores(item_id=item), fund.association)
    terms = Terms(amount_yen=60_000_000, instrument="common_shares") if recused else None
    motion = c.PutMotion(item_id=item, resolution="approve" if recused else "decline", terms=terms)
    fund.do(motion, fund.association)
    for seat, who in sitting.items():
        fund.do(c.CastVote(item_id=item, number=1, seat_id=seat, vote="for"), who)
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id=f"r-{item}"), fund.association)


@pytest.fixture
def browser_of(fund, visitor):
    def sign_in(role: Role):
        browser = visitor()
        browser.post("/auth/sign-in", {"card": role})
        return browser

    return sign_in


def test_the_pdf_is_the_same_bytes_whenever_it_is_asked_for(fund, browser_of):
    browser = browser_of(Role.MANAGER)
    first = browser.get("/download/minutes-pdf?meeting=m1&lang=ja")
    fund.proposal("PR-4")
    again = browser.get("/download/minutes-pdf?meeting=m1&lang=ja")
    assert (first.status, first.headers["content-type"]) == (200, "application/pdf")
    assert first.headers["content-disposition"].endswith("IC-001-ja.pdf")
    assert first.body.startswith(b"%PDF-")
    assert first.body == again.body


@pytest.mark.parametrize(
    ("language", "title"),
    [("ja", "# 第1回 投資委員会議事録"), ("en", "# Minutes of the investment committee, meeting 1")],
)
def test_markdown_speaks_the_language_asked_for(browser_of, language, title):
    answer = browser_of(Role.SECRETARIAT).get(f"/download/minutes-md?meeting=m1&lang={language}")
    assert answer.status == 200
    assert answer.text.splitlines()[0].replace("\\", "") == title


def test_json_carries_the_hash_of_the_entry_that_closed_the_meeting(fund, browser_of):
    answer = browser_of(Role.AUDITOR).get("/download/minutes-json?meeting=m1")
    copy = json.loads(answer.text)
    closing = fund.desk.book(fund.manager).meetings["m1"]
    assert (copy["record_hash"], copy["record_seq"]) == (closing.closing_hash, closing.closing_seq)
    assert [item["matter"]["proposal_code"] for item in copy["items"]] == ["PR-1", "PR-2"]


def test_a_recused_member_gets_a_copy_without_the_matter(browser_of):
    browser = browser_of(Role.VOTING)
    copy = json.loads(browser.get("/download/minutes-json?meeting=m1").text)
    assert [item["matter"] and item["matter"]["proposal_code"] for item in copy["items"]] == [None, "PR-2"]
    told = browser.get("/download/minutes-md?meeting=m1&lang=en").text.replace("\\", "")
    assert "Your copy" not in told
    assert "Copy for a member who took no part in item 1" in told
    assert "PR-1" not in told


@pytest.mark.parametrize("kind", MINUTES)
@pytest.mark.parametrize("role", [Role.LP, Role.ADMINISTRATOR])
def test_minutes_are_not_for_partners_and_administrators(browser_of, role, kind):
    assert browser_of(role).get(f"/download/{kind}?meeting=m1").status == 404


@pytest.mark.parametrize("meeting", ["", "m2", "none"])
def test_there_are_no_minutes_of_a_meeting_that_is_not_closed(browser_of, meeting):
    answer = browser_of(Role.MANAGER).get(f"/download/minutes-pdf?meeting={meeting}&lang=en")
    assert answer.status == 404
    assert "There are no minutes of this meeting for you." in answer.text


@pytest.mark.parametrize("kind", COMMITMENTS)
def test_commitments_are_not_for_the_administrator(browser_of, kind):
    assert browser_of(Role.ADMINISTRATOR).get(f"/download/{kind}").status == 404


def test_commitments_as_csv_hold_whole_yen(browser_of):
    answer = browser_of(Role.MANAGER).get("/download/commitments-csv?lang=en")
    assert answer.body.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(StringIO(answer.body.decode("utf-8-sig")))
    assert head[:3] == ["Company", "Part", "Amount (yen)"]
    assert row[:3] == ["PR-1 Ltd", "Reservation", "60000000"]


def test_commitments_as_a_spreadsheet_hold_numbers(browser_of):
    answer = browser_of(Role.MANAGER).get("/download/commitments-xlsx?lang=en")
    sheet = load_workbook(BytesIO(answer.body)).active
    assert [cell.value for cell in sheet[2]][:3] == ["PR-1 Ltd", "Reservation", 60_000_000]


def test_the_partner_s_commitments_leave_out_what_is_only_reserved(browser_of):
    answer = browser_of(Role.LP).get("/download/commitments-csv?lang=en")
    assert answer.status == 200
    assert "PR-1" not in answer.body.decode("utf-8-sig")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_list_of_members_is_for_whoever_keeps_it_or_audits_it(peopled, visitor, ending):
    got = {}
    for role in Role:
        browser = visitor()
        browser.post("/auth/sign-in", {"card": role})
        got[role] = browser.get(f"/download/members-{ending}?lang=ja").status
    assert {role for role, status in got.items() if status == 200} == {Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR}
