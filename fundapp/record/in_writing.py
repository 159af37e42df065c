"""What a vote on a written resolution asks for beside a vote in a meeting."""

from fundapp.basis.refusal import Refusal
from fundapp.committee.circulation import Ended
from fundapp.committee.item import Ballot, Motion
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.book import Item
from fundapp.record.circulating import ends_without_result, has_to_read, time_is_over, to_talk_about, unread
from fundapp.record.deciding import Case


def motion_refusal(command: c.PutMotion, case: Case, item: Item) -> Refusal | None:
    """What a written resolution cannot be: on papers that somebody has not read, on what has to be talked about."""
    if waiting := unread(case.book, item):
        return Refusal.of("readings_still_missing", count=len(waiting))
    if criteria := to_talk_about(case.book, item):
        return Refusal.of("needs_a_meeting", criteria=", ".join(criteria))
    return Refusal.of("exception_needs_a_meeting") if command.exception else None


def answer_refusal(command: c.CastVote, case: Case, item: Item, person: str) -> Refusal | None:
    """A written resolution is agreed to or objected to, in writing, in time, by whoever has read the papers."""
    meeting = case.book.meetings[item.meeting_id]
    if time_is_over(meeting, case.today):
        return Refusal.of("answers_are_in", number=meeting.number)
    if has_to_read(case.book, item, command.seat_id, person):
        return Refusal.of("papers_not_read")
    if command.entry == "voice":
        return Refusal.of("answer_in_writing")
    if command.vote == "abstain":
        return Refusal.of("no_abstention_in_writing")
    if command.vote == "against" and not command.reason.strip():
        return Refusal.of("objection_in_writing_without_reason")
    return None


def stopped_by(ballot: Ballot, case: Case, item: Item, motion: Motion) -> tuple[e.Event, ...]:
    """One objection ends the circulation, with the objection counted."""
    others = tuple(one for one in motion.ballots if one.seat_id != ballot.seat_id)
    counted = motion.model_copy(update={"ballots": (*others, ballot)})
    as_cast = item.model_copy(update={"motions": (*item.motions[:-1], counted)})
    ended = Ended(by="objection", person=ballot.person, reason=ballot.reason)
    return ends_without_result(case.book, as_cast, ended, case.now)
