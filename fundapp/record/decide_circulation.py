"""Decisions on a written resolution: sent round when it cannot wait, read by everyone, stopped by anyone."""

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.committee.circulation import Ended, Reading
from fundapp.committee.item import Attendance
from fundapp.record import circulation_commands as w
from fundapp.record import events as e
from fundapp.record.book import Item
from fundapp.record.circulating import (
    circulates,
    ends_without_result,
    facts_sha256,
    has_to_read,
    papers_to_read,
    time_is_over,
)
from fundapp.record.decide_item import frozen_facts
from fundapp.record.deciding import Case, Decision, Decisions, acts_for, frozen_item, live_item
from fundapp.record.roll import voters


def _open_circulation(command: w.OpenCirculation, case: Case) -> Decision:
    refused = _opening_refused(command, case)
    if refused is not None:
        return refused
    papers = case.brought.papers
    if papers is None:
        return Refusal.of("proposal_unknown", proposal=command.proposal_code)
    of = {"meeting_id": command.meeting_id}
    opened = e.MeetingOpened(
        **of,
        number=command.number,
        held_on=case.today,
        place="",
        two_way_sound_and_picture=False,
        convener=command.convener,
        recorder=case.actor.person,
    )
    circulated = e.CirculationOpened(
        **of, answer_by=command.answer_by, urgent_because=case.brought.seal(command.urgent_because)
    )
    asked = tuple(
        e.AttendanceRecorded(**of, attendance=Attendance(seat_id=seat.id, person=seat.holder, mode="written"))
        for seat in case.book.seats_by_rank()
    )
    entry = e.AgendaEntry(
        item_id=command.item_id, number=1, proposal_id=command.proposal_id, proposal_code=command.proposal_code
    )
    agenda = e.AgendaOrdered(**of, entries=(entry,))
    return (opened, circulated, *asked, agenda, frozen_facts(command.item_id, papers, case))


def _opening_refused(command: w.OpenCirculation, case: Case) -> Refusal | None:
    book = case.book
    if not book.is_set_up():
        return Refusal.of("fund_not_set_up")
    if any(meeting.number == command.number for meeting in book.meetings.values()):
        return Refusal.of("meeting_number_taken", number=command.number)
    if command.meeting_id in book.meetings or command.item_id in book.items:
        return Refusal.of("id_in_use")
    for item in book.items.values():
        if item.proposal_id == command.proposal_id and item.resolved is None:
            return Refusal.of(
                "proposal_under_way", proposal=item.proposal_code, number=book.meetings[item.meeting_id].number
            )
    if command.answer_by < case.today:
        return Refusal.of("answer_day_passed", answer_by=command.answer_by.isoformat())
    if not command.urgent_because.strip():
        return Refusal.of("circulation_without_reason")
    return None


def _confirm_reading(command: w.ConfirmReading, case: Case) -> Decision:
    item = frozen_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    if not circulates(case.book, item):
        return Refusal.of("not_in_writing", number=item.number)
    person = acts_for(case, item, command.seat_id, command.entry)
    if isinstance(person, Refusal):
        return person
    if not any((one.seat_id, one.person) == (command.seat_id, person) for one in item.interests):
        # Who has an interest may not see the papers, so it is asked first.
        return Refusal.of("interest_not_declared", number=item.number)
    if not has_to_read(case.book, item, command.seat_id, person):
        return Refusal.of("papers_read_already")
    assert item.frozen is not None
    papers = papers_to_read(item.frozen)
    if command.facts_sha256 != facts_sha256(item.frozen) or set(command.papers) != set(papers):
        return Refusal.of("papers_not_all_read", count=len(set(papers) - set(command.papers)))
    reading = Reading(
        seat_id=command.seat_id,
        person=person,
        papers=papers,
        facts_sha256=command.facts_sha256,
        at=case.now,
        entry=command.entry,
    )
    return (e.PapersRead(item_id=item.id, reading=reading),)


def _ask_for_meeting(command: w.AskForMeeting, case: Case) -> Decision:
    item = live_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    if not circulates(case.book, item):
        return Refusal.of("not_in_writing", number=item.number)
    if not _may_stop(case, item):
        return Refusal.of("not_your_seat", number=item.number)
    meeting = case.book.meetings[item.meeting_id]
    if time_is_over(meeting, case.today):
        return Refusal.of("answers_are_in", number=meeting.number)
    if not command.reason.strip():
        return Refusal.of("meeting_asked_without_reason")
    ended = Ended(by="meeting_asked", person=case.actor.person, reason=case.brought.seal(command.reason))
    return ends_without_result(case.book, item, ended, case.now)


def _may_stop(case: Case, item: Item) -> bool:
    """Every seat's holder and whoever judges the item; the office, that sent it round."""
    seats = {seat.holder for seat in case.book.seats.values()} | {one.person for one in voters(case.book, item)}
    return case.actor.person in seats or case.actor.has(Role.SECRETARIAT, Role.MANAGER)


CIRCULATION_DECISIONS: Decisions = {
    w.OpenCirculation: _open_circulation,
    w.ConfirmReading: _confirm_reading,
    w.AskForMeeting: _ask_for_meeting,
}
