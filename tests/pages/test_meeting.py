"""The meeting page as each person sees it, from the opening to the last resolution."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small_fund import MEMBERS, OUTSIDE, SEATS, SECRETARIAT, Clock, SmallFund
from spoken import what
from streamlit.testing.v1 import AppTest

from fundapp.access import sessions
from fundapp.basis.roles import Actor
from fundapp.committee.item import APPLICANT, Attendance
from fundapp.committee.planning import PlannedMeeting
from fundapp.committee.proposal import Terms
from fundapp.places import DATA_VARIABLE, ui_script
from fundapp.record import commands as c
from fundapp.record import planning_commands as n
from fundapp.text.catalogue import use
from fundapp.ui import gate
from fundapp.ui.desks import PAGES
from fundapp.ui.meeting import agenda
from fundapp.ui.meeting.seen import Seen
from fundapp.web import process
from fundapp.web.minutes_copy import minutes_copy
from tests.pages.screens import open_accounts

CHAIR, TLO, BANK = (MEMBERS[seat] for seat in SEATS)
PLACE = c.AgendaPlace(item_id="m1-PR-01", proposal_id="id-PR-01", proposal_code="PR-01")
PEOPLE = (SECRETARIAT, CHAIR, TLO, BANK, OUTSIDE)


@dataclass
class Screen:
    """One person's browser on the meeting page."""

    at: AppTest

    def text(self) -> str:
        """Everything that stands on the page."""
        said = [
            one.value for kind in ("title", "header", "markdown", "success", "warning") for one in self.at.get(kind)
        ]
        return "\n".join(said).replace("\\", "")

    def look(self) -> "Screen":
        self.at.run()
        assert not self.at.exception
        return self

    def press(self, label: str) -> "Screen":
        next(one for one in self.at.button if one.label.replace("\\", "") == label).click()
        return self.look()

    def offers(self, label: str) -> bool:
        """True when a button with this label can be pressed."""
        return any(one.label == label and not one.disabled for one in self.at.button)

    def labels(self) -> set[str]:
        return {one.label for one in self.at.button}

    def field(self, label: str):
        return next(one for kind in ("text_input", "text_area") for one in self.at.get(kind) if one.label == label)

    def choice(self, label: str):
        return next(
            one
            for kind in ("radio", "segmented_control", "selectbox")
            for one in self.at.get(kind)
            if one.label == label
        )


@pytest.fixture
def fund(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "data"
    monkeypatch.setenv(DATA_VARIABLE, str(folder))
    desk = process.desk()
    open_accounts(desk, PEOPLE)
    small = SmallFund(desk=desk, clock=Clock())
    small.found()
    yield small
    desk.database.close()


@pytest.fixture
def visit(fund: SmallFund, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Screen]:
    """Open the meeting page as one person."""
    tokens: dict[str, str] = {}

    def open_page(who: Actor, language: str = "en", seen: timedelta = timedelta()) -> Screen:
        """`seen`: how long ago this person signed in and was last seen."""
        with gate.desk().database.write() as connection:
            tokens[who.person] = sessions.begin(connection, who.person, datetime.now(UTC) - seen)
        monkeypatch.setattr(gate, "session_token", lambda: tokens[who.person])
        # AppTest words a widget's options itself, outside of the page's run.
        use(language)
        at = AppTest.from_file(ui_script(), default_timeout=60)
        at.query_params["lang"] = language
        at.run()
        screen = Screen(at.switch_page(str(PAGES["committee/meeting"].file)))
        return screen.look()

    return open_page


@pytest.fixture
def item(fund: SmallFund) -> str:
    """An item whose facts are frozen, in a meeting that all attend; another one follows."""
    for code in ("PR-01", "PR-02"):
        fund.proposal(code)
    fund.meeting(1, "PR-01", "PR-02")
    fund.do(c.FreezeFacts(item_id="m1-PR-01"), SECRETARIAT)
    return "m1-PR-01"


def item_of(fund: SmallFund, item_id: str):
    return fund.desk.book(SECRETARIAT).items[item_id]


def test_a_member_waits_for_the_secretariat_to_open_a_meeting(visit):
    screen = visit(BANK)
    assert "No meeting is under way" in screen.text()
    assert not screen.offers("Open the meeting")


def test_the_secretariat_opens_a_meeting_records_attendance_and_orders_the_agenda(fund, visit):
    for code in ("PR-01", "PR-02"):
        fund.proposal(code)
    screen = visit(SECRETARIAT).press("Open the meeting")
    assert "The place of the meeting is missing" in screen.text()
    screen.field("Place").set_value("Room 3")
    screen.press("Open the meeting").press("Record the attendance")
    meeting = fund.desk.book(SECRETARIAT).open_meeting()
    assert [(one.seat_id, one.mode) for one in meeting.attendance] == [(seat, "present") for seat in SEATS]
    screen.press("Add to the agenda").press("Add to the agenda")
    assert [entry.proposal_code for entry in fund.desk.book(SECRETARIAT).open_meeting().agenda] == ["PR-01", "PR-02"]
    screen.press("Down")
    assert [entry.proposal_code for entry in fund.desk.book(SECRETARIAT).open_meeting().agenda] == ["PR-02", "PR-01"]
    screen.press("Freeze the facts of PR-02 PR-02")
    assert "Request: ¥60,000,000" in screen.text()


def test_no_interest_is_one_tap_and_leads_to_the_score(fund, visit, item):
    screen = visit(BANK).press("I have no interest")
    assert [(one.seat_id, one.kind) for one in item_of(fund, item).interests] == [("bank", "none")]
    assert screen.offers("Score this proposal")


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Have somebody act once while the page is half drawn."""

    def arrange(act: Callable[[], object]) -> None:
        waiting, drawn = [act], agenda.show_agenda

        def show_agenda(seen: Seen) -> None:
            while waiting:
                waiting.pop()()
            drawn(seen)

        monkeypatch.setattr(agenda, "show_agenda", show_agenda)

    return arrange


def test_a_press_counts_although_another_acts_while_the_page_is_drawn(fund, visit, item, meanwhile):
    screen = visit(BANK)
    meanwhile(lambda: fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="none"), TLO))
    screen.press("I have no interest")
    assert [one.seat_id for one in item_of(fund, item).interests] == ["tlo", "bank"]


def test_why_a_press_was_refused_stays_although_the_vote_is_over(fund, visit, revealed, meanwhile):
    fund.do(c.PutMotion(item_id=revealed, resolution="decline"), CHAIR)
    screen = visit(BANK)
    meanwhile(lambda: fund.do(c.WithdrawMotion(item_id=revealed, number=1), CHAIR))
    screen.press("For")
    assert "vote on item 1 is not open" in screen.text()
    screen.press("Something changed: show it")
    assert "vote on item 1 is not open" not in screen.text()
    assert "Item 1: discussion" in screen.text()


def test_a_tablet_that_slept_for_an_hour_shows_what_is_asked_now_and_its_old_button_does_nothing(fund, visit, revealed):
    """Asleep over an open vote: that item is decided, the next one scored, and a motion put on it."""
    asleep = visit(BANK, seen=timedelta(hours=1))
    fund.do(c.PutMotion(item_id=revealed, resolution="decline"), CHAIR)
    asleep.look()
    assert "Item 1: your vote, please" in asleep.text()
    fund.voted(revealed)
    fund.do(c.DeclareResult(item_id=revealed, number=1, reservation_id="r"), CHAIR)
    fund.revealed("m1-PR-02")
    fund.do(c.PutMotion(item_id="m1-PR-02", resolution="decline"), CHAIR)
    woken = asleep.press("Against")
    assert "Item 2: your vote, please" in woken.text()
    assert item_of(fund, "m1-PR-02").motions[0].ballots == ()
    assert [one.vote for one in item_of(fund, revealed).motions[0].ballots] == ["for"] * 3
    woken.press("Against")
    assert [(one.seat_id, one.vote) for one in item_of(fund, "m1-PR-02").motions[0].ballots] == [("bank", "against")]


def test_a_receipt_goes_with_its_phase(fund, visit, item):
    screen = visit(BANK).press("I have no interest")
    assert "You declared: no interest." in screen.text()
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="none"), TLO)
    assert "You declared: no interest." in screen.look().text()
    fund.do(c.DeclareInterest(item_id=item, seat_id="association", kind="none"), CHAIR)
    for seat, member in MEMBERS.items():
        fund.do(c.SubmitScorecard(item_id=item, seat_id=seat, judgements=fund.judgements()), member)
    fund.do(c.RevealScores(item_id=item), CHAIR)
    assert "You declared: no interest." not in screen.look().text()


def test_what_follows_from_an_interest_is_said_before_it_is_declared(fund, visit, item):
    screen = visit(BANK)
    screen.choice("Which interest").set_value("shares_or_options")
    screen.look()
    assert "You will leave the room for this item" in screen.text()
    screen.press("Declare and leave the item")
    assert [one.person for one in item_of(fund, item).recusals] == [BANK.person]


def test_a_recused_member_sees_a_number_and_is_called_back(fund, visit, item):
    fund.do(c.RecuseByRule(item_id=item, seat_id="bank", kind="kin"), SECRETARIAT)
    screen = visit(BANK)
    assert "you are called back for the next item" in screen.text()
    assert "PR-01" not in screen.text()
    screen.press("Put my objection on record")
    assert what("objection_without_reason") in screen.text()
    screen.field("Why you do not agree").set_value("We are not related.")
    screen.press("Put my objection on record")
    assert fund.desk.book(SECRETARIAT).words_of(item_of(fund, item).recusals[0].objection) == "We are not related."


def test_the_secretariat_seats_an_alternate_who_is_eligible(fund, visit, item):
    fund.do(c.RecuseByRule(item_id=item, seat_id="bank", kind="organisation_licence_income"), SECRETARIAT)
    screen = visit(SECRETARIAT)
    assert screen.choice("Who fills it").options == ["Outside"]
    screen.press("Seat this alternate")
    assert item_of(fund, item).alternates == (("bank", "outside"),)


def test_who_has_scored_is_seen_and_never_what(fund, visit, item):
    fund.scored(item, "tlo", level=2)
    screen = visit(BANK)
    assert "Tlo-Holder: has scored" in screen.text()
    assert "To discuss" not in screen.text()
    assert not screen.at.get("plotly_chart")


def test_the_chair_reveals_once_every_score_is_in(fund, visit, item):
    fund.scored(item, "association", "tlo")
    assert not visit(CHAIR).offers("Reveal all scores")
    fund.scored(item, "bank", level=2)
    assert "Reveal all scores" not in visit(BANK).labels()
    screen = visit(CHAIR).press("Reveal all scores")
    assert item_of(fund, item).revealed_at
    assert "The marks lie 2 apart." in screen.text()


def test_a_note_is_saved_once_and_the_field_is_empty_again(fund, visit, item):
    screen = visit(SECRETARIAT)
    screen.choice("Who speaks").set_value(TLO.person)
    screen.field("What was said, in a sentence").set_value("The price will fall.")
    screen.press("Save the note")
    notes = item_of(fund, item).notes
    assert [(note.speaker, fund.desk.book(SECRETARIAT).words_of(note.gist)) for note in notes] == [
        (TLO.person, "The price will fall.")
    ]
    assert screen.field("What was said, in a sentence").value == ""


def test_an_empty_note_is_refused_at_its_form(fund, visit, item):
    screen = visit(SECRETARIAT).press("Save the note")
    assert "The note is empty." in screen.text()
    assert item_of(fund, item).notes == ()


def test_a_note_without_its_speaker_is_refused_and_kept(fund, visit, item):
    screen = visit(SECRETARIAT)
    screen.field("What was said, in a sentence").set_value("The price will fall.")
    screen.press("Save the note")
    assert what("note_by_nobody") in screen.text()
    assert item_of(fund, item).notes == ()
    screen.choice("Who speaks").set_value(TLO.person)
    screen.press("Save the note")
    assert [one.speaker for one in item_of(fund, item).notes] == [TLO.person]


@pytest.fixture
def revealed(fund: SmallFund, item: str) -> str:
    fund.scored(item)
    fund.do(c.RevealScores(item_id=item), CHAIR)
    return item


def opened(screen: Screen) -> Screen:
    """The chair's form for a motion, opened."""
    screen.at.session_state["motion-open-m1-PR-01-0"] = True
    return screen.look()


def test_a_motion_is_put_voted_and_declared_and_reserves_the_money(fund, visit, revealed):
    chair = opened(visit(CHAIR))
    chair.choice("Resolution").set_value("approve")
    chair.look()
    assert "If ¥60,000,000 is approved" in chair.text()
    chair.press("Put this motion to the vote").press("For")
    assert not chair.offers("Declare the result")
    for who in (TLO, BANK):
        assert "You voted: for" in visit(who).press("For").text()
    chair = visit(CHAIR).press("Declare the result")
    assert "Decision 1-1" in chair.text()
    book = fund.desk.book(SECRETARIAT)
    assert [one.amount_yen for one in book.reservations.values()] == [60_000_000]
    assert "PR-01 PR-01: Approve" in visit(BANK).text()


def test_only_admissible_resolutions_are_offered_and_the_others_say_why_not(fund, visit, revealed):
    chair = opened(visit(CHAIR))
    assert [option.replace("\\", "") for option in chair.choice("Resolution").options] == [
        "Approve",
        "Approve with conditions precedent",
        "Defer (reason: evidence, votes or balance)",
        "Decline",
    ]
    assert "The support is established" in chair.text()


def test_a_condition_without_owner_or_date_is_refused_and_kept(fund, visit, revealed):
    chair = opened(visit(CHAIR))
    chair.choice("Resolution").set_value("approve_with_conditions")
    chair.look().field("Condition").set_value("Sign the lease")
    chair.look().press("Put this motion to the vote")
    assert "1 conditions are not finished" in chair.text()
    assert chair.field("Condition").value == "Sign the lease"
    assert item_of(fund, revealed).motions == ()


def test_an_amount_above_the_limit_is_refused_with_its_figures(fund, visit, revealed):
    chair = opened(visit(CHAIR))
    chair.choice("Resolution").set_value("approve")
    chair.look()
    chair.at.number_input[0].set_value(120_000_000)
    chair.press("Put this motion to the vote")
    assert "¥100,000,000" in chair.at.warning[0].value.replace("\\", "")
    assert item_of(fund, revealed).motions == ()


def test_what_the_fund_cannot_hold_whole_is_offered_in_part_or_deferred_for_the_balance(fund, visit):
    fund.proposal("PR-01", ask_yen=120_000_000)
    fund.meeting(1, "PR-01")
    fund.revealed("m1-PR-01")
    chair = opened(visit(CHAIR))
    resolution = chair.choice("Resolution")
    assert resolution.options[0] == "Approve"
    assert any(one.startswith("Defer") for one in resolution.options)
    resolution.set_value("approve")
    chair.look()
    assert chair.at.number_input[0].value == 100_000_000
    chair.press("Put this motion to the vote")
    assert item_of(fund, "m1-PR-01").motions[0].terms.amount_yen == 100_000_000


def test_the_title_says_who_is_waited_for(fund, visit, item):
    assert visit(SECRETARIAT).at.title[0].value.endswith("waiting for the declarations of interests")
    fund.do(c.RecuseByRule(item_id=item, seat_id="bank", kind="organisation_licence_income"), SECRETARIAT)
    assert visit(SECRETARIAT).at.title[0].value.endswith("seat an alternate")
    fund.do(c.SeatAlternate(item_id=item, seat_id="bank", person=OUTSIDE.person), SECRETARIAT)
    for seat, person in (("association", CHAIR), ("tlo", TLO), ("bank", OUTSIDE)):
        fund.do(c.DeclareInterest(item_id=item, seat_id=seat, kind="none"), person)
    assert visit(SECRETARIAT).at.title[0].value.endswith("waiting for the scores")


def test_the_secretariat_enters_a_spoken_vote(fund, visit, revealed):
    fund.do(c.PutMotion(item_id=revealed, resolution="decline"), CHAIR)
    screen = visit(SECRETARIAT)
    screen.choice("Whose vote").set_value("tlo")
    screen.press("Enter this vote")
    assert what("answer_not_chosen", name="Tlo-Holder") in screen.text()
    assert item_of(fund, revealed).motions[0].ballots == ()
    screen.choice("The vote").set_value("against")
    screen.press("Enter this vote")
    ballots = item_of(fund, revealed).motions[0].ballots
    assert [(one.seat_id, one.vote, one.entry) for one in ballots] == [("tlo", "against", "voice")]


def test_the_chair_sees_votes_as_they_come_and_members_only_who_voted(fund, visit, revealed):
    fund.do(c.PutMotion(item_id=revealed, resolution="decline"), CHAIR)
    fund.do(c.CastVote(item_id=revealed, number=1, seat_id="tlo", vote="against", reason="Too early."), TLO)
    assert "Too early." in visit(CHAIR).text()
    bank = visit(BANK).text()
    assert "Tlo-Holder: has voted" in bank
    assert "Too early." not in bank


def test_a_lost_motion_leads_to_the_next_or_to_a_deferral_for_votes(fund, visit, revealed):
    fund.do(c.PutMotion(item_id=revealed, resolution="decline"), CHAIR)
    fund.voted(revealed, vote="against")
    chair = visit(CHAIR).press("Declare the result")
    assert "Motion 1, Decline: lost." in chair.text()
    chair.press("Defer for votes")
    resolved = item_of(fund, revealed).resolved
    assert (resolved.resolution, resolved.defer_reason) == ("defer", "votes")


def test_the_chair_withdraws_a_motion(fund, visit, revealed):
    fund.do(c.PutMotion(item_id=revealed, resolution="decline"), CHAIR)
    visit(CHAIR).press("Withdraw the motion")
    assert item_of(fund, revealed).motions[0].withdrawn


def test_the_meeting_is_closed_when_every_item_is_decided(fund, visit):
    fund.proposal("PR-01")
    fund.meeting(1, "PR-01")
    fund.revealed("m1-PR-01")
    fund.approve("m1-PR-01")
    screen = visit(SECRETARIAT).press("Close the meeting")
    assert fund.desk.book(SECRETARIAT).meetings["m1"].closed_at
    assert "Meeting no. 1 has been closed." in screen.text()


def test_an_exception_asks_each_for_a_reason(fund, visit, item):
    fund.scored(item, level=2)
    fund.do(c.RevealScores(item_id=item), CHAIR)
    terms = Terms(amount_yen=60_000_000, instrument="common_shares")
    fund.do(c.PutMotion(item_id=item, resolution="approve", terms=terms, exception=True), CHAIR)
    screen = visit(BANK)
    assert "This is an exception to the gates" in screen.text()
    screen.press("For")
    assert "A vote on an exception needs a written reason." in screen.text()
    assert item_of(fund, item).motions[0].ballots == ()


def test_the_secretariat_records_who_leaves_and_comes_back_and_everyone_sees_it(fund, visit, revealed):
    screen = visit(SECRETARIAT).press("Leaves the room")
    assert "Association-Holder left the room." in screen.text()
    told = visit(BANK).text()
    assert "Association-Holder: out of the room since" in told
    assert "Tlo-Holder (chairs this item): has scored" in told
    assert "Next: item 2 PR-02" in told
    visit(SECRETARIAT).press("Is back")
    assert "Association-Holder (chairs this item): has scored; was out from" in visit(BANK).text()


def test_everyone_sees_who_attends_by_video_and_who_came_late(fund, visit, item):
    for seat, mode in (("tlo", "remote"), ("bank", "absent"), ("bank", "present")):
        attendance = Attendance(seat_id=seat, person=MEMBERS[seat].person, mode=mode)
        fund.do(c.RecordAttendance(meeting_id="m1", attendance=attendance), SECRETARIAT)
    told = visit(CHAIR).text()
    assert "Tlo-Holder: has not declared interests yet; by video" in told
    assert "Bank-Holder: has not declared interests yet; came at" in told


def test_who_is_present_without_a_vote_and_what_the_applicant_answers_stand_in_the_minutes(fund, visit, revealed):
    screen = visit(SECRETARIAT)
    (present,) = [one for one in screen.at.multiselect if one.label == "Present without a vote"]
    present.set_value([OUTSIDE.person])
    screen.press("Record who else is present")
    assert "Recorded: it will be in the minutes." in screen.text()
    screen.choice("Who speaks").set_value(APPLICANT)
    screen.choice("What it is").set_value("answer")
    screen.field("What was said, in a sentence").set_value("two buyers have signed")
    told = screen.press("Save the note").text().replace("*", "")
    assert "The applicant: [answer] two buyers have signed" in told, told
    fund.do(c.PutMotion(item_id=revealed, resolution="decline"), CHAIR)
    fund.voted(revealed)
    fund.do(c.DeclareResult(item_id=revealed, number=1, reservation_id="r"), CHAIR)
    fund.do(c.OrderAgenda(meeting_id="m1", places=(PLACE,)), SECRETARIAT)
    fund.do(c.CloseMeeting(meeting_id="m1"), SECRETARIAT)
    content = minutes_copy(fund.desk, CHAIR, "m1", "en")
    assert [(one.name, one.role.en) for one in content.observers] == [
        ("Secretariat", "recorder"),
        ("Outside", "guest"),
        ("The applicant", "proposing company"),
    ]
    assert [one.speaker for one in content.items[0].matter.discussion] == ["The applicant"]


def test_the_secretariat_enters_a_declaration_for_a_member(fund, visit, item):
    screen = visit(SECRETARIAT)
    screen.choice("For which member").set_value("tlo")
    screen.press("Enter this declaration")
    [given] = item_of(fund, item).interests
    assert (given.seat_id, given.kind, given.entry) == ("tlo", "none", "paper")


def test_an_alternate_who_cannot_come_is_asked_no_more(fund, visit, item):
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="kin"), TLO)
    screen = visit(SECRETARIAT).press("Cannot come")
    assert item_of(fund, item).excused == ("tlo-alternate",)
    screen.press("Cannot come")
    assert "No alternate is eligible, so the seat stays empty for this item." in screen.text()


def test_a_low_mark_is_discussed_before_the_chair_may_put_a_motion(fund, visit, item):
    fund.scored(item, "association", "tlo")
    fund.do(c.DeclareInterest(item_id=item, seat_id="bank", kind="none"), BANK)
    low = tuple(one.model_copy(update={"level": 1}) if one.criterion_id == "B4" else one for one in fund.judgements(4))
    fund.do(c.SubmitScorecard(item_id=item, seat_id="bank", judgements=low), BANK)
    fund.do(c.RevealScores(item_id=item), CHAIR)
    chair = visit(CHAIR)
    assert "A mark on B4 lies below the floor." in chair.text()
    fund.do(c.NoteDiscussion(item_id=item, speaker=BANK.person, gist="Who leads?", about="B4"), SECRETARIAT)
    assert "A mark on B4 lies below the floor." not in chair.look().text()
    assert "[B4] Who leads?" in chair.text()


def test_everyone_sees_what_an_approval_would_leave(visit, revealed):
    told = visit(BANK).text()
    assert "Investable balance: ¥400,000,000 now, ¥340,000,000 afterwards." in told
    assert "Room of PR-01 Ltd: ¥100,000,000 now, ¥40,000,000 afterwards." in told


def test_the_way_to_the_forecast_as_if_the_agenda_were_approved(visit, revealed):
    """Both items of the agenda wait: each counts with what it asks for."""
    page = visit(BANK).press("See the forecast as if today's agenda were approved")
    agenda_counts = next(one for one in page.at.toggle if one.label.startswith("As if"))
    assert agenda_counts.value
    assert "JPY 120m for PR-01 Ltd, PR-02 Ltd" in agenda_counts.label.replace("\\", "")
    assert "JPY 120m is still to be called" in page.at.title[0].value


def test_an_item_without_enough_voters_is_deferred_by_whoever_is_left(fund, visit, item):
    for seat, who in (("association", CHAIR), ("tlo", TLO)):
        fund.do(c.DeclareInterest(item_id=item, seat_id=seat, kind="kin"), who)
    last = visit(BANK)
    assert "Too few are left to vote on this item." in last.text()
    last.press("Defer for votes")
    assert item_of(fund, item).resolved.defer_reason == "votes"


def test_an_earlier_deferral_stands_on_the_next_agenda(fund, visit, revealed):
    fund.do(c.PutMotion(item_id=revealed, resolution="defer", defer_reason="evidence"), CHAIR)
    fund.voted(revealed)
    fund.do(c.DeclareResult(item_id=revealed, number=1, reservation_id="r"), CHAIR)
    place = c.AgendaPlace(item_id=revealed, proposal_id="id-PR-01", proposal_code="PR-01")
    fund.do(c.OrderAgenda(meeting_id="m1", places=(place,)), SECRETARIAT)
    fund.do(c.CloseMeeting(meeting_id="m1"), SECRETARIAT)
    fund.meeting(2)
    assert "to be brought before the committee again" in visit(BANK).text()


def test_the_next_meeting_is_planned_with_what_to_prepare_for_and_opened_as_planned(fund, visit):
    fund.proposal("PR-01")
    fund.meeting(1, "PR-01")
    fund.do(c.FreezeFacts(item_id="m1-PR-01"), SECRETARIAT)
    fund.do(c.DeclareInterest(item_id="m1-PR-01", seat_id="tlo", kind="kin"), TLO)
    for seat, who in (("association", CHAIR), ("bank", BANK)):
        fund.do(c.DeclareInterest(item_id="m1-PR-01", seat_id=seat, kind="kin"), who)
    fund.do(c.DeferWithoutVotes(item_id="m1-PR-01"), SECRETARIAT)
    fund.do(c.CloseMeeting(meeting_id="m1"), SECRETARIAT)
    planned = PlannedMeeting(
        id="plan",
        number=2,
        day=datetime.now(UTC).date() + timedelta(days=1),
        begins="14:00",
        duration_minutes=90,
        place="Hall",
        proposal_ids=("id-PR-01",),
    )
    fund.do(n.PlanMeeting(planned=planned), SECRETARIAT)
    screen = visit(SECRETARIAT)
    told = screen.text()
    assert "Next meeting: no. 2" in told
    assert "Tlo-Holder will probably be out: was recused from this proposal before." in told
    assert "Without an alternate 0 may vote; 2 must." in told
    assert "withheld" in visit(TLO).text()
    screen = visit(SECRETARIAT)
    next(one for one in screen.at.text_input if one.key.startswith("plan/plan-place")).set_value("Annex")
    screen.press("Put it on the calendar").press("Open the meeting")
    meeting = fund.desk.book(SECRETARIAT).open_meeting()
    assert (meeting.number, meeting.place, [one.proposal_code for one in meeting.agenda]) == (2, "Annex", ["PR-01"])


def test_the_calendar_shows_later_meetings_and_takes_one_more(fund, visit):
    first = PlannedMeeting(
        id="plan",
        number=1,
        day=datetime.now(UTC).date() + timedelta(days=1),
        begins="14:00",
        duration_minutes=90,
        place="Hall",
    )
    fund.do(n.PlanMeeting(planned=first), SECRETARIAT)
    screen = visit(SECRETARIAT)
    screen.choice("Which meeting").set_value("")
    screen.look()
    plan = next(one for one in screen.at.text_input if one.key.startswith("plan/new-place"))
    plan.set_value("Annex")
    screen.press("Put it on the calendar")
    assert [(one.number, one.place) for one in fund.desk.planned_meetings()] == [(1, "Hall"), (2, "Annex")]
    told = visit(BANK).text()
    assert "Next meeting: no. 1" in told
    assert "No. 2:" in told
    assert "Annex" in told


def test_the_page_speaks_japanese(visit, item):
    assert visit(BANK, "ja").at.title[0].value.startswith("第1号議案")


def test_after_the_reveal_everyone_may_look_how_firm_it_is_and_what_fits_together(fund, visit, item):
    fund.scored(item, level=3)
    fund.do(c.RevealScores(item_id=item), CHAIR)
    screen = visit(BANK)
    assert "passes" not in screen.text()
    for key in ("firmness", "agreement", "choice"):
        screen.at.session_state[key] = True
    text = screen.look().text()
    assert "Business prospects: passes" in text
    assert "No member alone could change it by other marks." in text
    assert "the outcome is the same in all 100,000 that were drawn (seed 1)." in text
    assert "Only 7 criteria are marked" in text
    assert "All of them fit: ¥120,000,000 asked, ¥400,000,000 investable." in text
    rows = [len(one.value) for one in screen.at.dataframe] + [len(one.value) for one in screen.at.table]
    next(one for one in screen.at.toggle if one.key == "choice-smaller").set_value(True)
    screen.look()
    more = [len(one.value) for one in screen.at.dataframe] + [len(one.value) for one in screen.at.table]
    assert sum(more) - sum(rows) == 3, "both, each alone, none"
