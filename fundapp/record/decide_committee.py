"""Decisions on the fund's set-up and on meetings."""

from collections.abc import Mapping

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.committee.ballot import required
from fundapp.committee.item import Mode
from fundapp.committee.planning import LONGEST_PLACE
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.deciding import Case, Decision, Decisions, live_meeting, live_sitting
from fundapp.record.roll import is_recused, meeting_chair, person_on

IN_ROOM: tuple[Mode, ...] = ("present", "remote", "represented")
"""How one attends a meeting in a room; a written resolution is answered in writing alone."""


def _establish_fund(command: c.EstablishFund, case: Case) -> Decision:
    if case.book.terms is not None:
        return Refusal.of("fund_established_already")
    if command.on > case.today:
        return Refusal.of("dated_ahead", dated_on=command.on.isoformat())
    terms = command.terms
    if any(not 0 <= partner.share <= 1 for partner in terms.partners):
        return Refusal.of("partner_shares_not_whole")
    if min(terms.cost_reserve_yen, terms.follow_on_reserve_yen) < 0:
        # Less than nothing set aside would make more than the fund investable.
        return Refusal.of("reserves_below_zero")
    if sum(partner.share for partner in terms.partners) != 1:
        return Refusal.of("partner_shares_not_whole")
    if terms.cost_reserve_yen + terms.follow_on_reserve_yen > terms.size_yen:
        return Refusal.of("reserves_above_fund", size_yen=terms.size_yen)
    return (e.FundEstablished(terms=terms, on=command.on),)


def _assign_seat(command: c.AssignSeat, case: Case) -> Decision:
    same_rank = [seat for seat in case.book.seats.values() if seat.rank == command.seat.rank]
    if any(seat.id != command.seat.id for seat in same_rank):
        return Refusal.of("seat_rank_taken", rank=command.seat.rank)
    if any(seat.holder == command.seat.holder and seat.id != command.seat.id for seat in case.book.seats.values()):
        # In a written resolution every holder is asked at once: nobody answers it twice.
        return Refusal.of("sits_on_another_seat")
    return (e.SeatAssigned(seat=command.seat),)


def _list_outside_alternate(command: c.ListOutsideAlternate, case: Case) -> Decision:
    if any(seat.organisation == command.alternate.organisation for seat in case.book.seats.values()):
        return Refusal.of("alternate_not_outside")
    return (e.OutsideAlternateListed(alternate=command.alternate),)


def _adopt_rubric(command: c.AdoptRubric, case: Case) -> Decision:
    first = not case.book.rubrics
    if case.actor.has(Role.ADMINISTRATOR) and not first:
        return Refusal.of("rubric_needs_resolution")
    senior = next(iter(case.book.seats_by_rank()), None)
    if not first and (senior is None or senior.holder != case.actor.person):
        return Refusal.of("rubric_needs_resolution")
    refused = None if first else _adoption_refused(command, case)
    if refused is not None:
        return refused
    adopted = e.RubricAdopted(
        rubric=command.rubric,
        digest=command.rubric.digest(),
        in_force_from=command.in_force_from,
        meeting_id=command.meeting_id,
        agreed=command.agreed,
        reason=case.brought.seal(command.reason),
    )
    return (adopted,)


def _adoption_refused(command: c.AdoptRubric, case: Case) -> Refusal | None:
    """A new rubric needs a resolution of a meeting by the votes that the rubric in force asks for, and a day to come.

    It never reaches back: what was frozen before keeps its own, and a day that is over cannot get another rubric.
    """
    if command.rubric.digest() == case.book.rubric_digest:
        return Refusal.of("rubric_unchanged")
    if command.in_force_from < case.today:
        return Refusal.of("rubric_reaches_back", from_on=command.in_force_from.isoformat())
    meeting = case.book.meetings.get(command.meeting_id)
    if meeting is None or meeting.circulation is not None:
        return Refusal.of("rubric_without_meeting")
    there = {one.seat_id for one in meeting.attendance if one.mode != "absent"}
    agreed = set(command.agreed) & there
    needed = required(case.book.rubric.decision.voting, len(there))
    if len(agreed) < needed or set(command.agreed) - there:
        return Refusal.of("rubric_not_agreed", number=meeting.number, count=len(agreed), least=needed)
    if not command.reason.strip():
        return Refusal.of("rubric_without_reason")
    return None


def _open_meeting(command: c.OpenMeeting, case: Case) -> Decision:
    if not case.book.is_set_up():
        return Refusal.of("fund_not_set_up")
    under_way = case.book.open_meeting()
    if under_way is not None:
        return Refusal.of("meeting_under_way", number=under_way.number)
    if any(meeting.number == command.number for meeting in case.book.meetings.values()):
        return Refusal.of("meeting_number_taken", number=command.number)
    if len(command.place) > LONGEST_PLACE:
        return Refusal.of("place_too_long", limit=LONGEST_PLACE)
    if command.meeting_id in case.book.meetings:
        return Refusal.of("id_in_use")
    opened = e.MeetingOpened(
        meeting_id=command.meeting_id,
        number=command.number,
        held_on=command.held_on,
        place=command.place,
        two_way_sound_and_picture=command.two_way_sound_and_picture,
        convener=command.convener,
        recorder=case.actor.person,
    )
    return (opened,)


def _record_attendance(command: c.RecordAttendance, case: Case) -> Decision:
    meeting = live_meeting(case, command.meeting_id)
    if isinstance(meeting, Refusal):
        return meeting
    if command.attendance.mode not in ("absent", *(("written",) if meeting.circulation else IN_ROOM)):
        return Refusal.of("attended_otherwise", number=meeting.number)
    seat = case.book.seats.get(command.attendance.seat_id)
    if seat is None:
        return Refusal.of("seat_unknown")
    person = command.attendance.person
    if person not in (seat.holder, *seat.alternates, *case.book.outside):
        return Refusal.of("not_on_the_seat")
    under_way = [item for item in case.book.items_of(meeting.id) if item.resolved is None]
    attending = ((one.seat_id, one.person) for one in meeting.attendance if one.mode != "absent")
    # Who fills a seat for one item alone has its vote already; who is recused from it has none on any seat.
    for_an_item = (
        (seat_id, other)
        for item in under_way
        for seat_id, other in item.alternates
        if not is_recused(case.book, item, other)
    )
    if any(other == person and seat_id != seat.id for seat_id, other in (*attending, *for_an_item)):
        return Refusal.of("sits_on_another_seat")
    if any(item.motions for item in under_way):
        return Refusal.of("vote_under_way")
    return (e.AttendanceRecorded(meeting_id=meeting.id, attendance=command.attendance),)


def _record_observers(command: c.RecordObservers, case: Case) -> Decision:
    meeting = live_sitting(case, command.meeting_id)
    if isinstance(meeting, Refusal):
        return meeting
    seated = {one.person for one in meeting.attendance if one.mode != "absent"}
    if seated & set(command.people):
        return Refusal.of("observer_sits_on_a_seat")
    return (e.ObserversRecorded(meeting_id=meeting.id, people=tuple(dict.fromkeys(command.people))),)


def _record_leaving(command: c.RecordLeaving, case: Case) -> Decision:
    person = _on_seat(case, command.meeting_id, command.seat_id)
    if isinstance(person, Refusal):
        return person
    if case.book.meetings[command.meeting_id].is_out(command.seat_id, person):
        return Refusal.of("has_left_already")
    return (e.MemberLeft(meeting_id=command.meeting_id, seat_id=command.seat_id, person=person),)


def _record_return(command: c.RecordReturn, case: Case) -> Decision:
    meeting = live_sitting(case, command.meeting_id)
    if isinstance(meeting, Refusal):
        return meeting
    out = [one for one in meeting.absences if one.seat_id == command.seat_id and one.returned_at is None]
    if not out:
        return Refusal.of("has_not_left")
    return (e.MemberReturned(meeting_id=meeting.id, seat_id=command.seat_id, person=out[-1].person),)


def _on_seat(case: Case, meeting_id: str, seat_id: str) -> str | Refusal:
    """Who fills a seat at this moment of a meeting."""
    meeting = live_sitting(case, meeting_id)
    if isinstance(meeting, Refusal):
        return meeting
    seat = case.book.seats.get(seat_id)
    if seat is None:
        return Refusal.of("seat_unknown")
    item = case.book.current_item(meeting_id)
    attendance = meeting.attending(seat_id)
    seated = item is not None and seat_id in dict(item.alternates)
    if not seated and (attendance is None or attendance.mode == "absent"):
        return Refusal.of("seat_not_attended")
    return person_on(case.book, item, seat) if item else attendance.person if attendance else seat.holder


def _order_agenda(command: c.OrderAgenda, case: Case) -> Decision:
    meeting = live_sitting(case, command.meeting_id)
    if isinstance(meeting, Refusal):
        return meeting
    if len({place.proposal_id for place in command.places}) != len(command.places):
        return Refusal.of("proposal_on_agenda_twice")
    own = {item.id: item.proposal_id for item in case.book.items_of(meeting.id)}
    ids = [place.item_id for place in command.places]
    if len(set(ids)) != len(ids) or any(_is_another_item(case, own, place) for place in command.places):
        return Refusal.of("id_in_use")
    unknown = [place.proposal_code for place in command.places if not _known(case, place)]
    if unknown:
        return Refusal.of("proposal_unknown", proposal=unknown[0])
    circulating = [item for one in case.book.circulations() for item in case.book.items_of(one.id)]
    for item in circulating:
        if any(place.proposal_id == item.proposal_id for place in command.places):
            number = case.book.meetings[item.meeting_id].number
            return Refusal.of("proposal_under_way", proposal=item.proposal_code, number=number)
    kept = {place.item_id for place in command.places}
    for item in case.book.items_of(meeting.id):
        if item.frozen is not None and item.id not in kept:
            return Refusal.of("frozen_item_stays", number=item.number)
    entries = tuple(
        e.AgendaEntry(
            item_id=place.item_id, number=number, proposal_id=place.proposal_id, proposal_code=place.proposal_code
        )
        for number, place in enumerate(command.places, start=1)
    )
    return (e.AgendaOrdered(meeting_id=meeting.id, entries=entries),)


def _is_another_item(case: Case, own: Mapping[str, str], place: c.AgendaPlace) -> bool:
    """True when an item of this id is of another meeting, or on another proposal."""
    return place.item_id in case.book.items and own.get(place.item_id) != place.proposal_id


def _known(case: Case, place: c.AgendaPlace) -> bool:
    return (place.proposal_code, place.proposal_id) in case.brought.proposal_codes


def _close_meeting(command: c.CloseMeeting, case: Case) -> Decision:
    meeting = live_sitting(case, command.meeting_id)
    if isinstance(meeting, Refusal):
        return meeting
    still_open = [item.number for item in case.book.items_of(meeting.id) if item.resolved is None]
    if still_open:
        return Refusal.of("items_still_open", number=still_open[0], count=len(still_open))
    if meeting_chair(case.book, meeting.id) is None:
        return Refusal.of("nobody_attended")
    return (e.MeetingClosed(meeting_id=meeting.id),)


COMMITTEE_DECISIONS: Decisions = {
    c.EstablishFund: _establish_fund,
    c.AssignSeat: _assign_seat,
    c.ListOutsideAlternate: _list_outside_alternate,
    c.AdoptRubric: _adopt_rubric,
    c.OpenMeeting: _open_meeting,
    c.RecordAttendance: _record_attendance,
    c.RecordObservers: _record_observers,
    c.RecordLeaving: _record_leaving,
    c.RecordReturn: _record_return,
    c.OrderAgenda: _order_agenda,
    c.CloseMeeting: _close_meeting,
}
