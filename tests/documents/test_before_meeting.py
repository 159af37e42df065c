"""The invitation for a calendar, and the papers of a meeting as one PDF for one reader."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from small_fund import Clock, SmallFund, both

from fundapp.basis.refusal import Refusal
from fundapp.committee.planning import PlannedMeeting
from fundapp.desk import Desk
from fundapp.documents.invitation import invitation_ics
from fundapp.record import commands as c
from fundapp.record import planning_commands as n
from fundapp.text.catalogue import use
from fundapp.web.before_meeting import bundle_copy, invitation_copy
from fundapp.web.document import Document

NOW = datetime(2026, 4, 1, tzinfo=UTC)


def planned(**more: object) -> PlannedMeeting:
    given = {"id": "plan", "number": 2, "day": date(2026, 5, 1), "begins": "14:00", "duration_minutes": 90}
    return PlannedMeeting.model_validate(
        given | {"place": "第2会議室、3階; A, B", "proposal_ids": ("id-PR-1", "id-PR-2")} | more
    )


def event(**more: object):
    use("ja")
    content = invitation_ics((planned(**more),), both("八稜ファンド"), address="https://desk.example/meeting", now=NOW)
    calendar = Calendar.from_ical(content)
    [found] = calendar.walk("VEVENT")
    return calendar, found


def test_the_invitation_has_day_hour_and_place_and_names_no_proposal() -> None:
    calendar, found = event()
    assert str(calendar["METHOD"]) == "PUBLISH"
    assert found["DTSTART"].dt.isoformat() == "2026-05-01T14:00:00+09:00"
    assert found["DTEND"].dt.isoformat() == "2026-05-01T15:30:00+09:00"
    assert str(found["LOCATION"]) == "第2会議室、3階; A, B"
    assert "PR-" not in found.to_ical().decode()


def test_a_correction_and_a_cancellation_take_the_place_of_the_invitation() -> None:
    _calendar, first = event()
    calendar, off = event(revision=1, cancelled=True)
    assert (str(first["UID"]), first["SEQUENCE"]) == (str(off["UID"]), 0)
    assert (str(calendar["METHOD"]), str(off["STATUS"]), off["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    clock = Clock()
    made = SmallFund(Desk(tmp_path, clock=clock), clock)
    made.found()
    made.proposal("PR-1")
    made.proposal("PR-2")
    made.meeting(1, "PR-1")
    made.do(c.FreezeFacts(item_id="m1-PR-1"), made.secretariat)
    made.do(c.DeclareInterest(item_id="m1-PR-1", seat_id="tlo", kind="kin"), made.tlo)
    made.do(n.PlanMeeting(planned=planned()), made.secretariat)
    return made


def pdf(fund: SmallFund, reader) -> tuple[str, dict[str, list[bytes]]]:
    made = bundle_copy(fund.desk, reader, {"planned": "plan"}, "en")
    assert isinstance(made, Document), made
    read = PdfReader(BytesIO(made.content))
    return "\n".join(page.extract_text() for page in read.pages), dict(read.attachments)


def test_a_member_gets_the_papers_that_he_may_see_and_no_others(fund) -> None:
    whole, papers = pdf(fund, fund.bank)
    assert "PR-1" in whole
    assert list(papers.values()) == [[b"paper"]]
    left, _papers = pdf(fund, fund.tlo)
    assert "PR-1" not in left
    assert "withheld in this copy" in left
    assert "PR-2" in left


@pytest.mark.parametrize("reader", ["lp", "administrator"])
def test_who_reads_no_papers_gets_neither(fund, reader: str) -> None:
    for make in (bundle_copy, invitation_copy):
        assert isinstance(make(fund.desk, getattr(fund, reader), {"planned": "plan"}, "en"), Refusal)


def test_what_is_not_planned_has_no_papers(fund) -> None:
    assert isinstance(bundle_copy(fund.desk, fund.bank, {"planned": "none"}, "en"), Refusal)
