"""Signing in by the card of a seat: as whom it says, for its meeting alone, and nothing by merely opening it."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from small_fund import Clock, SmallFund, both

from fundapp.access.seat_cards import card_token, person_of_card, sitting
from fundapp.access.secret import server_secret
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.committee.item import Attendance, Seat
from fundapp.record import commands as c
from fundapp.web import process


@pytest.fixture
def fund(peopled, actors) -> SmallFund:
    """A meeting under way; the voting account sits on the TLO's seat."""
    made = SmallFund(process.desk(), Clock())
    made.clock.now = process.desk().now()
    made.found()
    member = actors[Role.VOTING]
    seat = Seat(
        id="tlo", name=both("tlo"), organisation="tlo", holder=member.person, alternates=("tlo-holder",), rank=2
    )
    made.do(c.AssignSeat(seat=seat), made.administrator)
    made.tlo = member
    made.proposal("PR-1")
    made.meeting(1, "PR-1")
    here = Attendance(seat_id="tlo", person=member.person, mode="present")
    made.do(c.RecordAttendance(meeting_id="m1", attendance=here), made.secretariat)
    return made


def token(fund, person: str) -> str:
    book = fund.desk.book(fund.secretariat)
    secret = server_secret(fund.desk.database.folder)
    return card_token(secret, "main", book.meetings["m1"], person, fund.clock.now)


def whose(fund, of: str) -> str | Refusal:
    secret = server_secret(fund.desk.database.folder)
    return person_of_card(secret, of, fund.desk.book(fund.secretariat), fund.clock.now)


def test_a_card_is_good_for_whoever_sits_in_its_meeting(fund) -> None:
    assert whose(fund, token(fund, fund.tlo.person)) == fund.tlo.person
    assert whose(fund, token(fund, "stranger")) == Refusal.of("card_of_nobody_here")
    assert sitting(fund.desk.book(fund.secretariat), fund.desk.book(fund.secretariat).meetings["m1"]) == (
        fund.association.person,
        fund.tlo.person,
        fund.bank.person,
    )


def test_a_card_ends_with_its_meeting_its_hours_and_its_seat(fund) -> None:
    card = token(fund, fund.tlo.person)
    away = Attendance(seat_id="tlo", person=fund.tlo.person, mode="absent")
    fund.do(c.RecordAttendance(meeting_id="m1", attendance=away), fund.secretariat)
    assert whose(fund, card) == Refusal.of("card_of_nobody_here")
    fund.do(c.OrderAgenda(meeting_id="m1", places=()), fund.secretariat)
    fund.do(c.CloseMeeting(meeting_id="m1"), fund.secretariat)
    assert whose(fund, card) == Refusal.of("link_expired")
    fund.clock.wait(hours=13)
    assert whose(fund, card) == Refusal.of("link_expired")
    assert whose(fund, card[:-2]) == Refusal.of("link_not_valid")


def test_the_page_of_a_card_says_as_whom_and_a_press_signs_in(fund, visitor) -> None:
    browser = visitor()
    address = f"/seat/{token(fund, fund.tlo.person)}"
    shown = browser.get(address)
    assert shown.status == 200
    assert "fundapp_session" not in shown.cookies
    assert browser.get("/meeting").status == 303
    answer = browser.post(address, {})
    assert (answer.status, answer.headers["location"]) == (303, "/meeting")
    assert browser.get("/meeting").status == 200


def test_a_forged_card_and_a_form_from_elsewhere_let_nobody_in(fund, visitor) -> None:
    browser = visitor()
    assert browser.get("/seat/forged").status == 403
    assert browser.post("/seat/forged", {}).status == 403
    good = f"/seat/{token(fund, fund.tlo.person)}"
    assert browser.post(good, {}, origin="https://elsewhere.example").status == 403
    assert browser.get("/meeting").status == 303


def test_the_secretariat_alone_prints_the_cards(fund, visitor) -> None:
    for role in (Role.VOTING, Role.MANAGER, Role.AUDITOR, Role.LP, Role.ADMINISTRATOR):
        browser = visitor()
        browser.post("/auth/sign-in", {"card": role})
        assert browser.get("/download/seat-cards").status == 404
    browser = visitor()
    browser.post("/auth/sign-in", {"card": Role.SECRETARIAT})
    answer = browser.get("/download/seat-cards")
    assert answer.status == 200
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.body)).pages)
    assert "Sign-in cards, meeting no. 1" in text
