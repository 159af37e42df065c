"""`fold(book, recorded)`: take new events into the Book. Pure, total over all kinds of event, one handler a kind."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from fundapp.basis.days import day_of
from fundapp.committee.circulation import Circulation
from fundapp.committee.item import Absence
from fundapp.record import events as e
from fundapp.record.book import Adoption, Book, Frozen, Item, Meeting, Recusal
from fundapp.record.fold_fund import FUND_HANDLERS
from fundapp.record.fold_held import HELD_HANDLERS
from fundapp.record.fold_minutes import MINUTES_HANDLERS
from fundapp.record.fold_opening import OPENING_HANDLERS
from fundapp.record.fold_partners import PARTNER_HANDLERS
from fundapp.record.handling import Handler, changed
from fundapp.record.lending import copied, kept, lent
from fundapp.record.roll import roll

EventType = TypeVar("EventType", bound=e.Event)
_HANDLERS: dict[type[e.Event], Handler] = {
    **FUND_HANDLERS,
    **HELD_HANDLERS,
    **PARTNER_HANDLERS,
    **OPENING_HANDLERS,
    **MINUTES_HANDLERS,
}


def _on(kind: type[EventType]) -> Callable[[Callable[[Book, EventType, e.Recorded], None]], Any]:
    def register(handler: Callable[[Book, EventType, e.Recorded], None]) -> Any:
        _HANDLERS[kind] = handler
        return handler

    return register


def fold(book: Book, recorded: Iterable[e.Recorded], *, many: bool = False) -> Book:
    """A new Book with the events taken in, in order. The given Book is left as it was.

    `many`: of so many that they write in nearly every field, which is copied at once.
    """
    after = copied(book) if many else lent(book)
    for one in recorded:
        assert one.seq == after.seq + 1, f"the log has a gap after {after.seq}"
        _HANDLERS[type(one.event)](after, one.event, one)
        after.seq, after.tip, after.at = one.seq, one.hash, one.at
    kept(after)
    return after


def handled() -> frozenset[type[e.Event]]:
    """The kinds of event that fold understands: all of them, which a test checks."""
    return frozenset(_HANDLERS)


def _item(book: Book, event: e.ItemEvent, **change: Any) -> None:
    book.items[event.item_id] = changed(book.items[event.item_id], **change)


@_on(e.SeatAssigned)
def _seat_assigned(book: Book, event: e.SeatAssigned, _at: e.Recorded) -> None:
    book.seats[event.seat.id] = event.seat


@_on(e.OutsideAlternateListed)
def _outside_alternate_listed(book: Book, event: e.OutsideAlternateListed, _at: e.Recorded) -> None:
    book.outside[event.alternate.person] = event.alternate


@_on(e.RubricAdopted)
def _rubric_adopted(book: Book, event: e.RubricAdopted, at: e.Recorded) -> None:
    book.rubrics[event.digest] = event.rubric
    book.adoptions = (*book.adoptions, Adoption(in_force_from=event.in_force_from, digest=event.digest))
    now = book.on(day_of(at.at))
    book.rubric_digest, book.rubric_since = now.rubric_digest, now.rubric_since


@_on(e.MeetingOpened)
def _meeting_opened(book: Book, event: e.MeetingOpened, at: e.Recorded) -> None:
    book.meetings[event.meeting_id] = Meeting(
        id=event.meeting_id,
        number=event.number,
        held_on=event.held_on,
        place=event.place,
        two_way_sound_and_picture=event.two_way_sound_and_picture,
        convener=event.convener,
        recorder=event.recorder,
        opened_at=at.at,
    )


@_on(e.CirculationOpened)
def _circulation_opened(book: Book, event: e.CirculationOpened, _at: e.Recorded) -> None:
    circulation = Circulation(answer_by=event.answer_by, urgent_because=event.urgent_because)
    book.meetings[event.meeting_id] = changed(book.meetings[event.meeting_id], circulation=circulation)


@_on(e.CirculationEnded)
def _circulation_ended(book: Book, event: e.CirculationEnded, _at: e.Recorded) -> None:
    meeting = book.meetings[event.meeting_id]
    assert meeting.circulation is not None, "only a circulation ends so"
    book.meetings[event.meeting_id] = changed(meeting, circulation=changed(meeting.circulation, ended=event.ended))


@_on(e.AttendanceRecorded)
def _attendance_recorded(book: Book, event: e.AttendanceRecorded, at: e.Recorded) -> None:
    meeting = book.meetings[event.meeting_id]
    given, before = event.attendance, meeting.attending(event.attendance.seat_id)
    others = tuple(one for one in meeting.attendance if one.seat_id != given.seat_id)
    arrived = meeting.arrived
    if before is not None and before.mode == "absent" and given.mode != "absent":
        arrived = (*arrived, (given.seat_id, at.at))
    book.meetings[event.meeting_id] = changed(meeting, attendance=(*others, given), arrived=arrived)
    for item in book.items_of(event.meeting_id):
        if item.resolved is None:
            book.items[item.id] = changed(item, scored=_scored(book, book.items[item.id]))


def _scored(book: Book, item: Item) -> tuple[str, ...]:
    """The seats whose present person has scored: what somebody else scored on the seat before is not theirs."""
    on_seat = {entry.seat_id: entry.person for entry in roll(book, item)}
    scored = (card.seat_id for card in item.scorecards if on_seat.get(card.seat_id) == card.person)
    return tuple(dict.fromkeys(scored))


@_on(e.ObserversRecorded)
def _observers_recorded(book: Book, event: e.ObserversRecorded, _at: e.Recorded) -> None:
    book.meetings[event.meeting_id] = changed(book.meetings[event.meeting_id], observers=event.people)


@_on(e.MemberLeft)
def _member_left(book: Book, event: e.MemberLeft, at: e.Recorded) -> None:
    meeting = book.meetings[event.meeting_id]
    absence = Absence(seat_id=event.seat_id, person=event.person, left_at=at.at)
    book.meetings[event.meeting_id] = changed(meeting, absences=(*meeting.absences, absence))


@_on(e.MemberReturned)
def _member_returned(book: Book, event: e.MemberReturned, at: e.Recorded) -> None:
    meeting = book.meetings[event.meeting_id]
    out = meeting.last_absence(event.seat_id, event.person)
    absences = tuple(changed(one, returned_at=at.at) if one is out else one for one in meeting.absences)
    book.meetings[event.meeting_id] = changed(meeting, absences=absences)


@_on(e.AgendaOrdered)
def _agenda_ordered(book: Book, event: e.AgendaOrdered, _at: e.Recorded) -> None:
    meeting = book.meetings[event.meeting_id]
    book.meetings[event.meeting_id] = changed(meeting, agenda=event.entries)
    kept = {entry.item_id for entry in event.entries}
    for entry in meeting.agenda:
        if entry.item_id not in kept:
            del book.items[entry.item_id]
    for entry in event.entries:
        item = book.items.get(entry.item_id)
        book.items[entry.item_id] = (
            changed(item, number=entry.number)
            if item
            else Item(
                id=entry.item_id,
                meeting_id=event.meeting_id,
                number=entry.number,
                proposal_id=entry.proposal_id,
                proposal_code=entry.proposal_code,
            )
        )


@_on(e.MeetingClosed)
def _meeting_closed(book: Book, event: e.MeetingClosed, at: e.Recorded) -> None:
    meeting = book.meetings[event.meeting_id]
    book.meetings[event.meeting_id] = changed(meeting, closed_at=at.at, closing_hash=at.hash, closing_seq=at.seq)


@_on(e.FactsFrozen)
def _facts_frozen(book: Book, event: e.FactsFrozen, at: e.Recorded) -> None:
    _item(
        book,
        event,
        frozen=Frozen(
            proposal=event.proposal,
            support=event.support,
            firm=event.firm,
            with_hands=event.with_hands,
            rubric_digest=event.rubric_digest,
            as_of=event.as_of,
        ),
        frozen_hash=at.hash,
        # What was read before is not what lies there now.
        readings=(),
    )


@_on(e.InterestDeclared)
def _interest_declared(book: Book, event: e.InterestDeclared, _at: e.Recorded) -> None:
    _item(book, event, interests=(*book.items[event.item_id].interests, event.interest))


@_on(e.MemberRecused)
def _member_recused(book: Book, event: e.MemberRecused, _at: e.Recorded) -> None:
    recusal = Recusal(
        seat_id=event.seat_id,
        person=event.person,
        kind=event.kind,
        organisation=event.organisation,
        by_rule=event.by_rule,
        left_at=event.left_at,
    )
    _item(book, event, recusals=(*book.items[event.item_id].recusals, recusal))


@_on(e.RecusalObjected)
def _recusal_objected(book: Book, event: e.RecusalObjected, _at: e.Recorded) -> None:
    objector = (event.seat_id, event.person)
    recusals = tuple(
        changed(one, objection=event.reason) if one.by_rule and (one.seat_id, one.person) == objector else one
        for one in book.items[event.item_id].recusals
    )
    _item(book, event, recusals=recusals)


@_on(e.AlternateSeated)
def _alternate_seated(book: Book, event: e.AlternateSeated, _at: e.Recorded) -> None:
    item = book.items[event.item_id]
    others = tuple(pair for pair in item.alternates if pair[0] != event.seat_id)
    _item(book, event, alternates=(*others, (event.seat_id, event.person)))
    _item(book, event, scored=_scored(book, book.items[event.item_id]))


@_on(e.AlternateExcused)
def _alternate_excused(book: Book, event: e.AlternateExcused, _at: e.Recorded) -> None:
    _item(book, event, excused=(*book.items[event.item_id].excused, event.person))


@_on(e.PapersRead)
def _papers_read(book: Book, event: e.PapersRead, _at: e.Recorded) -> None:
    _item(book, event, readings=(*book.items[event.item_id].readings, event.reading))


@_on(e.ScorecardSubmitted)
def _scorecard_submitted(book: Book, event: e.ScorecardSubmitted, _at: e.Recorded) -> None:
    item = book.items[event.item_id]
    scored = item.scored if event.card.seat_id in item.scored else (*item.scored, event.card.seat_id)
    _item(book, event, scorecards=(*item.scorecards, event.card), scored=scored)


@_on(e.ScoresRevealed)
def _scores_revealed(book: Book, event: e.ScoresRevealed, at: e.Recorded) -> None:
    _item(book, event, revealed_at=at.at)


@_on(e.DiscussionNoted)
def _discussion_noted(book: Book, event: e.DiscussionNoted, _at: e.Recorded) -> None:
    _item(book, event, notes=(*book.items[event.item_id].notes, event.note))


@_on(e.MotionPut)
def _motion_put(book: Book, event: e.MotionPut, _at: e.Recorded) -> None:
    _item(book, event, motions=(*book.items[event.item_id].motions, event.motion))


def _motion(book: Book, event: e.MotionWithdrawn | e.BallotCast | e.VoteClosed, **change: Any) -> None:
    motions = tuple(
        changed(motion, **change) if motion.number == event.number else motion
        for motion in book.items[event.item_id].motions
    )
    _item(book, event, motions=motions)


@_on(e.MotionWithdrawn)
def _motion_withdrawn(book: Book, event: e.MotionWithdrawn, _at: e.Recorded) -> None:
    _motion(book, event, withdrawn=True)


@_on(e.BallotCast)
def _ballot_cast(book: Book, event: e.BallotCast, _at: e.Recorded) -> None:
    motion = next(one for one in book.items[event.item_id].motions if one.number == event.number)
    # A vote may be changed until the vote is closed: the last one counts, the log keeps both.
    others = tuple(ballot for ballot in motion.ballots if ballot.seat_id != event.ballot.seat_id)
    _motion(book, event, ballots=(*others, event.ballot))


@_on(e.VoteClosed)
def _vote_closed(book: Book, event: e.VoteClosed, _at: e.Recorded) -> None:
    _motion(book, event, tally=event.tally)


@_on(e.ItemResolved)
def _item_resolved(book: Book, event: e.ItemResolved, _at: e.Recorded) -> None:
    _item(book, event, resolved=event.resolved, gates=event.gates)
