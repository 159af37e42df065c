"""Decisions on motions: put in order, voted, declared; an approval reserves the money in the same transaction."""

from datetime import date, timedelta

from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.roles import Role
from fundapp.committee.ballot import eligible, tally
from fundapp.committee.circulation import Ended
from fundapp.committee.gates import admissible, exception_needed
from fundapp.committee.item import LONGEST_WORDS, Ballot, Motion, Resolved
from fundapp.committee.proposal import ConditionPrecedent
from fundapp.committee.rubric import ResolutionKind
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.book import Frozen, Item
from fundapp.record.circulating import (
    circulates,
    deferred_for_votes,
    ends_without_result,
    voting_of,
)
from fundapp.record.deciding import Case, Decision, Decisions, acts_for, chaired_item, frozen_item
from fundapp.record.in_writing import answer_refusal, motion_refusal, stopped_by
from fundapp.record.judging import gates_of, money_check, open_conditions, reservation_refusal, undiscussed
from fundapp.record.reserving import reserved_for
from fundapp.record.roll import chair_of, roll, voters

ORDER: tuple[ResolutionKind, ...] = (
    "approve",
    "approve_with_conditions",
    "build_support",
    "defer",
    "decline",
    "decline_unsupported",
)
"""Motions are put in this order; one that was lost does not come back."""
APPROVALS: frozenset[ResolutionKind] = frozenset({"approve", "approve_with_conditions"})


def _put_motion(command: c.PutMotion, case: Case) -> Decision:
    item = chaired_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    if item.revealed_at is None:
        return Refusal.of("scores_not_revealed", number=item.number)
    if item.open_motion() is not None:
        return Refusal.of("vote_under_way")
    refusal = motion_refusal(command, case, item) if circulates(case.book, item) else _undiscussed(case, item)
    if refusal is not None:
        return refusal
    put = [ORDER.index(motion.resolution) for motion in item.motions if not motion.withdrawn]
    if put and ORDER.index(command.resolution) <= max(put):
        return Refusal.of("motion_out_of_order", resolution=command.resolution)
    refusal = _motion_refusal(command, case, item)
    if refusal is not None:
        return refusal
    motion = Motion(
        number=len(item.motions) + 1,
        resolution=command.resolution,
        terms=command.terms,
        conditions=command.conditions,
        defer_reason=command.defer_reason,
        exception=command.exception,
        by=case.actor.person,
        roll=roll(case.book, item),
    )
    return (e.MotionPut(item_id=item.id, motion=motion),)


def _undiscussed(case: Case, item: Item) -> Refusal | None:
    low = undiscussed(case.book, item)
    if not low:
        return None
    problems = [
        Problem.of("mark_below_floor", one.criterion_id, level=one.level, floor=one.floor)
        for one in dict.fromkeys(one.model_copy(update={"seat_id": ""}) for one in low)
    ]
    return Refusal.of("floor_mark_not_discussed", *problems, number=item.number)


def _motion_refusal(command: c.PutMotion, case: Case, item: Item) -> Refusal | None:
    assert item.frozen is not None
    rubric, approving = case.book.rubric_of(item), command.resolution in APPROVALS
    if approving != (command.terms is not None):
        return Refusal.of("approval_names_terms")
    if (command.resolution == "defer") != (command.defer_reason is not None) or command.defer_reason == "votes":
        return Refusal.of("deferral_names_reason")
    if (command.resolution == "approve_with_conditions") != bool(command.conditions):
        return Refusal.of("conditions_belong_to_conditional")
    amount_yen = command.terms.amount_yen if command.terms else item.frozen.proposal.ask_yen
    if command.terms:
        refusal = reservation_refusal(
            case.book, item.frozen.proposal, amount_yen, command.terms.voting_share, case.today
        )
        if refusal is not None:
            return refusal
    if command.defer_reason == "balance" and money_check(case.book, item.frozen.proposal, amount_yen).fits:
        return Refusal.of("balance_suffices", ask_yen=amount_yen)
    view = gates_of(case.book, item, amount_yen)
    needed = exception_needed(view, command.resolution)
    if command.exception and not needed:
        return Refusal.of("no_exception_needed")
    if command.exception and len(eligible(roll(case.book, item))) < rubric.decision.voting.exception_seats:
        return Refusal.of("exception_needs_all_seats", number=item.number)
    built = case.book.built(item.proposal_id)
    refusal = admissible(rubric, view, command.resolution, exception=command.exception, built=built)
    if refusal is not None or command.resolution != "approve_with_conditions":
        return refusal
    return _conditions_refusal(command.conditions, item.frozen, case.today)


def _conditions_refusal(given: tuple[ConditionPrecedent, ...], frozen: Frozen, today: date) -> Refusal | None:
    """Every point that is not firm is named, once, with an owner and a day that has not passed."""
    unfinished = [
        Problem.of("condition_unfinished", text=one.text)
        for one in given
        if not (one.text.strip() and one.owner.strip())
    ]
    if unfinished:
        return Refusal.of("conditions_unfinished", *unfinished, count=len(unfinished))
    late = [
        Problem.of("condition_due_passed", text=one.text, due_by=one.due.isoformat())
        for one in given
        if one.due < today
    ]
    if late:
        return Refusal.of("conditions_due_passed", *late, count=len(late))
    named = {condition.row for condition in given}
    missing = [row for row in open_conditions(frozen.support) if row.id not in named]
    if not missing:
        return None
    problems = [Problem.of("condition_missing", name=row.name) for row in missing]
    return Refusal.of("conditions_incomplete", *problems, count=len(missing))


def _withdraw_motion(command: c.WithdrawMotion, case: Case) -> Decision:
    item = chaired_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    motion = item.open_motion()
    if motion is None or motion.number != command.number:
        return Refusal.of("vote_not_open", number=item.number)
    return (e.MotionWithdrawn(item_id=item.id, number=motion.number),)


def _cast_vote(command: c.CastVote, case: Case) -> Decision:
    item = frozen_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    motion = item.open_motion()
    if motion is None or motion.number != command.number:
        return Refusal.of("vote_not_open", number=item.number)
    person = acts_for(case, item, command.seat_id, command.entry)
    if isinstance(person, Refusal):
        return person
    if not any((entry.seat_id, entry.person) == (command.seat_id, person) for entry in eligible(motion.roll)):
        return Refusal.of("not_on_the_roll", number=item.number)
    if motion.exception and not command.reason.strip():
        return Refusal.of("exception_needs_reason")
    if len(command.reason) > LONGEST_WORDS:
        return Refusal.of("words_too_long", limit=LONGEST_WORDS)
    if motion.exception and command.entry == "voice":
        return Refusal.of("exception_in_writing")
    if circulates(case.book, item):
        refusal = answer_refusal(command, case, item, person)
        if refusal is not None:
            return refusal
    ballot = Ballot(
        seat_id=command.seat_id,
        person=person,
        vote=command.vote,
        reason=case.brought.seal(command.reason),
        entry=command.entry,
        at=case.now,
    )
    cast = e.BallotCast(item_id=item.id, number=motion.number, ballot=ballot)
    if not circulates(case.book, item) or command.vote == "for":
        return (cast,)
    return (cast, *stopped_by(ballot, case, item, motion))


def _declare_result(command: c.DeclareResult, case: Case) -> Decision:
    item = chaired_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    motion = item.open_motion()
    if motion is None or motion.number != command.number:
        return Refusal.of("vote_not_open", number=item.number)
    voted = {ballot.seat_id for ballot in motion.ballots}
    waiting = sum(entry.seat_id not in voted for entry in eligible(motion.roll))
    if waiting:
        return Refusal.of("votes_still_missing", number=item.number, count=waiting)
    count = tally(voting_of(case.book, item), motion.roll, motion.ballots, exception=motion.exception)
    closed = e.VoteClosed(item_id=item.id, number=motion.number, tally=count)
    if not count.carried:
        return (closed,)
    gates = gates_of(case.book, item, motion.terms.amount_yen if motion.terms else None)
    resolved = e.ItemResolved(item_id=item.id, resolved=_resolution(case, item, motion), gates=gates)
    # A written resolution has one item and no room: with its result nothing more can be entered.
    meeting_ends = (e.MeetingClosed(meeting_id=item.meeting_id),) if circulates(case.book, item) else ()
    if motion.terms is None:
        return (closed, resolved, *meeting_ends)
    assert item.frozen is not None
    if command.reservation_id in case.book.reservations:
        return Refusal.of("id_in_use")
    # Asked again: the balance may have changed since the motion was put.
    refusal = reservation_refusal(
        case.book, item.frozen.proposal, motion.terms.amount_yen, motion.terms.voting_share, case.today
    )
    reserved = reserved_for(case.book, item, motion.terms.amount_yen, command.reservation_id, case.today)
    return refusal or (closed, resolved, reserved, *meeting_ends)


def _resolution(case: Case, item: Item, motion: Motion) -> Resolved:
    assert item.frozen is not None
    rubric, proposal = case.book.rubric_of(item), item.frozen.proposal
    short = money_check(case.book, proposal, proposal.ask_yen)
    building = motion.resolution == "build_support"
    return Resolved(
        resolution=motion.resolution,
        terms=motion.terms,
        conditions=motion.conditions,
        defer_reason=motion.defer_reason,
        short_yen=short.asked_yen - short.room_yen if motion.defer_reason == "balance" else None,
        exception=motion.exception,
        again_by=case.today + timedelta(days=rubric.decision.build_support_days) if building else None,
        at=case.now,
        decision_number=f"{case.book.meetings[item.meeting_id].number}-{item.number}",
    )


def _defer_without_votes(command: c.DeferWithoutVotes, case: Case) -> Decision:
    """No motion was carried, or after recusals and absences too few are left to carry one."""
    item = frozen_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    sitting, chair = voters(case.book, item), chair_of(case.book, item)
    # When nobody is left to chair the item, the secretariat puts on record that it was deferred.
    if case.actor.person != chair.person if chair else not case.actor.has(Role.SECRETARIAT):
        return Refusal.of("not_the_chair", number=item.number)
    if item.open_motion() is not None:
        return Refusal.of("vote_under_way")
    too_few = len(sitting) < case.book.rubric_of(item).decision.voting.least_eligible
    if not too_few and not any(motion.tally is not None for motion in item.motions):
        return Refusal.of("no_motion_was_lost", number=item.number)
    if circulates(case.book, item):
        return ends_without_result(case.book, item, Ended(by="too_few"), case.now)
    return (deferred_for_votes(case.book, item, case.now),)


VOTE_DECISIONS: Decisions = {
    c.PutMotion: _put_motion,
    c.WithdrawMotion: _withdraw_motion,
    c.CastVote: _cast_vote,
    c.DeclareResult: _declare_result,
    c.DeferWithoutVotes: _defer_without_votes,
}
