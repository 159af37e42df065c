"""What holds of a written resolution: what is to be read, who has read it, and how it ends without a result."""

from datetime import date, datetime, timedelta
from typing import Literal

from fundapp.basis.canonical import digest
from fundapp.basis.days import day_of
from fundapp.committee.ballot import eligible, tally
from fundapp.committee.circulation import Ended, Reading
from fundapp.committee.item import Motion, Resolved
from fundapp.committee.rubric import Voting
from fundapp.committee.standing import to_discuss
from fundapp.record import events as e
from fundapp.record.book import Book, Frozen, Item, Meeting
from fundapp.record.judging import gates_of, low_marks, standing_of
from fundapp.record.roll import voters

Asked = Literal["read", "score", "answer"]
REMIND_BEFORE = timedelta(days=2)


def circulates(book: Book, item: Item) -> bool:
    """True for an item that goes round in writing."""
    return book.meetings[item.meeting_id].circulation is not None


def voting_of(book: Book, item: Item) -> Voting:
    """How a motion on this item is carried: in writing by all alone, whatever the rubric asks for in a meeting."""
    voting = book.rubric_of(item).decision.voting
    return voting.model_copy(update={"rule": "unanimity"}) if circulates(book, item) else voting


def papers_to_read(frozen: Frozen) -> tuple[str, ...]:
    """The digests of the papers that lie before the committee, each once."""
    return tuple(dict.fromkeys(sha256 for _title, sha256 in frozen.proposal.papers()))


def facts_sha256(frozen: Frozen) -> str:
    """The digest of what was frozen, so that a reading proves which facts were read."""
    return digest(frozen)


def reading_of(item: Item, seat_id: str, person: str) -> Reading | None:
    """The proof that this person on this seat has read what was frozen last."""
    return next((one for one in item.readings if (one.seat_id, one.person) == (seat_id, person)), None)


def has_to_read(book: Book, item: Item, seat_id: str, person: str) -> bool:
    """True while this person on this seat has not read the papers of a written resolution."""
    return circulates(book, item) and reading_of(item, seat_id, person) is None


def asked_of(book: Book, item: Item, seat_id: str, person: str) -> Asked | None:
    """What a written resolution waits for from this person on this seat; nothing when it is another's turn."""
    if has_to_read(book, item, seat_id, person):
        return "read"
    motion = item.open_motion()
    if motion is not None:
        return None if any(ballot.seat_id == seat_id for ballot in motion.ballots) else "answer"
    return None if item.revealed_at or seat_id in item.scored else "score"


def unread(book: Book, item: Item) -> tuple[str, ...]:
    """The seats that judge a written resolution and have not read its papers."""
    return tuple(one.seat_id for one in voters(book, item) if has_to_read(book, item, one.seat_id, one.person))


def to_talk_about(book: Book, item: Item) -> tuple[str, ...]:
    """The criteria that ask for a discussion, which only a meeting has: a wide spread, a mark below a floor."""
    if item.revealed_at is None:
        return ()
    wide = (criterion for _axis, criterion in to_discuss(book.rubric_of(item), standing_of(book, item)))
    return tuple(dict.fromkeys((*wide, *(one.criterion_id for one in low_marks(book, item)))))


def is_pressing(meeting: Meeting, today: date) -> bool:
    """True in the last days of a written resolution, in which whoever has not answered is reminded."""
    circulation = meeting.circulation
    if circulation is None or meeting.closed_at is not None:
        return False
    return today <= circulation.answer_by <= today + REMIND_BEFORE


def all_answered(motion: Motion) -> bool:
    """True when every voter of the motion's roll has answered."""
    return {one.seat_id for one in eligible(motion.roll)} <= {ballot.seat_id for ballot in motion.ballots}


def time_is_over(meeting: Meeting, today: date) -> bool:
    """True when the last day to answer has passed."""
    return meeting.circulation is not None and meeting.circulation.answer_by < today


def deferred_for_votes(book: Book, item: Item, now: datetime) -> e.ItemResolved:
    """No motion had its votes: the item comes up again."""
    resolved = Resolved(
        resolution="defer",
        defer_reason="votes",
        at=now,
        decision_number=f"{book.meetings[item.meeting_id].number}-{item.number}",
    )
    # The gates as everyone may know them: without the marks, when these were never revealed.
    known = item if item.revealed_at else item.model_copy(update={"scorecards": ()})
    return e.ItemResolved(item_id=item.id, resolved=resolved, gates=gates_of(book, known))


def ends_without_result(book: Book, item: Item, ended: Ended, now: datetime) -> tuple[e.Event, ...]:
    """The circulation stops: the open vote with it, the item is deferred to a meeting, nothing more can be entered."""
    return (
        *_vote_ends(book, item, ended),
        deferred_for_votes(book, item, now),
        e.CirculationEnded(meeting_id=item.meeting_id, ended=ended),
        e.MeetingClosed(meeting_id=item.meeting_id),
    )


def _vote_ends(book: Book, item: Item, ended: Ended) -> tuple[e.Event, ...]:
    motion = item.open_motion()
    if motion is None:
        return ()
    if ended.by == "meeting_asked":
        # All may have agreed already: the vote is not counted, because the matter is to be talked about first.
        return (e.MotionWithdrawn(item_id=item.id, number=motion.number),)
    count = tally(voting_of(book, item), motion.roll, motion.ballots, exception=motion.exception)
    return (e.VoteClosed(item_id=item.id, number=motion.number, tally=count),)


def overdue(book: Book, now: datetime) -> tuple[e.Event, ...]:
    """What time ends: a circulation whose last day has passed while an answer is missing. The actor is the clock.

    Where all have answered in time, the chair may still declare the result.
    """
    found: list[e.Event] = []
    for meeting in book.circulations():
        item = book.current_item(meeting.id)
        # On what a reader sees, an item may be hidden: then nothing of it is foreseen.
        if item is None or item.frozen is None or not time_is_over(meeting, day_of(now)):
            continue
        motion = item.open_motion()
        if motion is None or not all_answered(motion):
            found += ends_without_result(book, item, Ended(by="deadline"), now)
    return tuple(found)
