"""Building the demo: a fictional fund in its fourth year, made through the desk alone, whose last meeting is today."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from fundapp.basis.fact import Fact, Text
from fundapp.committee.item import Attendance
from fundapp.demo import figures, followup, in_writing, inquiries, money, office, registry
from fundapp.demo.clerk import Clerk, id_of, person_of
from fundapp.demo.content import MeetingTold, SittingTold, meetings, seats, sittings, toml
from fundapp.demo.sitting import Sitting
from fundapp.demo_mark import DemoMark, DemoSignIn, Scenario, write_mark
from fundapp.record import commands as c
from fundapp.record import minutes_commands as k

CURRENT = "PR-06"
VISITOR = "vc"
"""In the open scenario the visitor's seat has not scored the current item."""
MEETING_TAKES = timedelta(minutes=40)


class DemoBuilt(Fact):
    """A demo that was built: of which day, of which scenario, and who can be played in it."""

    built_on: date
    scenario: Text
    sign_ins: tuple[DemoSignIn, ...]


def build_demo(folder: Path, scenario: Scenario, today: date) -> DemoBuilt:
    """Build the demo into an empty data folder and mark it as one. RuntimeError when the story does not hold together.

    "before": today's meeting is not open yet. "open": it is under way, and the current item waits for the visitor's
    seat. "finished": it is closed.
    """
    clerk = Clerk(folder, today)
    try:
        office.enter(clerk)
        registry.enter(clerk)
        inquiries.enter(clerk, registry.meeting_before_the_inquiry())
        money.enter(clerk)
        followup.enter(clerk)
        figures.enter(clerk)
        *past, last = meetings()
        for meeting in past:
            if meeting.urgent_because:
                (told,) = _items(meeting)
                in_writing.enter(clerk, meeting, told, partial(_confirm, clerk, meeting))
            else:
                clerk.on(meeting.days_ago, 14, partial(_whole, clerk, meeting))
        if scenario != "before":
            clerk.now_on(partial(_whole if scenario == "finished" else _begun, clerk, last), needs=MEETING_TAKES)
        clerk.live_through()
        links = inquiries.demo_links(clerk)
    finally:
        clerk.desk.database.close()
    built = DemoBuilt(built_on=today, scenario=scenario, sign_ins=office.sign_ins())
    write_mark(folder, DemoMark(built_on=today, scenario=scenario, sign_ins=built.sign_ins, links=links))
    return built


def _items(meeting: MeetingTold) -> tuple[SittingTold, ...]:
    return tuple(sitting for sitting in sittings() if sitting.meeting == meeting.number)


def _open(clerk: Clerk, meeting: MeetingTold) -> None:
    fund, meeting_id = toml("people")["fund"], id_of("meeting", str(meeting.number))
    opening = c.OpenMeeting(
        meeting_id=meeting_id,
        number=meeting.number,
        held_on=clerk.day(meeting.days_ago),
        place=fund["place"],
        convener=fund["general_partner"]["ja"],
    )
    clerk.do("secretariat", opening)
    for seat in seats():
        attendance = Attendance(seat_id=seat.id, person=person_of(seat.id), mode="present")
        clerk.do("secretariat", c.RecordAttendance(meeting_id=meeting_id, attendance=attendance))
    places = tuple(
        c.AgendaPlace(
            item_id=id_of("item", sitting.key),
            proposal_id=id_of("proposal", sitting.proposal),
            proposal_code=sitting.proposal,
        )
        for sitting in _items(meeting)
    )
    clerk.do("secretariat", c.OrderAgenda(meeting_id=meeting_id, places=places))


def _hold(clerk: Clerk, told: SittingTold) -> None:
    sitting = Sitting(clerk, told)
    sitting.prepare()
    sitting.score(*(seat.id for seat in seats()))
    sitting.resolve()


def _whole(clerk: Clerk, meeting: MeetingTold) -> None:
    _open(clerk, meeting)
    for told in _items(meeting):
        _hold(clerk, told)
    clerk.do("secretariat", c.CloseMeeting(meeting_id=id_of("meeting", str(meeting.number))))
    _confirm(clerk, meeting)


def _confirm(clerk: Clerk, meeting: MeetingTold) -> None:
    meeting_id = id_of("meeting", str(meeting.number))
    clerk.do("secretariat", k.SettleMinutes(meeting_id=meeting_id))
    for seat in seats():
        clerk.do(seat.id, k.ConfirmMinutes(meeting_id=meeting_id, version=1))


def _begun(clerk: Clerk, meeting: MeetingTold) -> None:
    """The meeting up to where the visitor comes in: the items before are done, the later ones not yet opened."""
    _open(clerk, meeting)
    for told in _items(meeting):
        if told.proposal == CURRENT:
            sitting = Sitting(clerk, told)
            sitting.prepare()
            sitting.score(*(seat.id for seat in seats() if seat.id != VISITOR))
            return
        _hold(clerk, told)
