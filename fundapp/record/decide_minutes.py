"""Decisions on the minutes of a closed meeting: corrections, the settled text, confirmations, the lock, reopening."""

from fundapp.basis.refusal import Refusal
from fundapp.committee.item import LONGEST_WORDS
from fundapp.committee.minutes_life import Correction, Version, state_of
from fundapp.record import events as e
from fundapp.record import minutes_commands as k
from fundapp.record.book import Meeting
from fundapp.record.deciding import Case, Decision, Decisions
from fundapp.record.roll import is_recused
from fundapp.record.signing import signatories, took_part


def _closed(case: Case, meeting_id: str) -> Meeting | Refusal:
    meeting = case.book.meetings.get(meeting_id)
    if meeting is None or meeting.closed_at is None:
        return Refusal.of("minutes_unknown")
    return meeting


def _settled(case: Case, meeting_id: str) -> tuple[Meeting, Version] | Refusal:
    """The meeting and the text that is being confirmed."""
    meeting = _closed(case, meeting_id)
    if isinstance(meeting, Refusal):
        return meeting
    match state_of(meeting.versions):
        case "draft":
            return Refusal.of("minutes_not_settled", number=meeting.number)
        case "confirmed":
            return Refusal.of("minutes_locked", number=meeting.number)
        case "settled":
            return meeting, meeting.versions[-1]


def _propose_correction(command: k.ProposeCorrection, case: Case) -> Decision:
    meeting = _closed(case, command.meeting_id)
    if isinstance(meeting, Refusal):
        return meeting
    state = state_of(meeting.versions)
    if state == "confirmed":
        return Refusal.of("minutes_locked", number=meeting.number)
    person = case.actor.person
    if person not in took_part(case.book, meeting):
        return Refusal.of("took_no_part", number=meeting.number)
    items = {item.number: item for item in case.book.items_of(meeting.id)}
    if command.item_number and command.item_number not in items:
        return Refusal.of("item_unknown")
    if command.item_number and is_recused(case.book, items[command.item_number], person):
        return Refusal.of("recused_from_item", number=command.item_number)
    if not (command.passage.strip() and command.wanted.strip()):
        return Refusal.of("correction_unfinished")
    if max(len(command.passage), len(command.wanted)) > LONGEST_WORDS:
        return Refusal.of("words_too_long", limit=LONGEST_WORDS)
    if any(one.id == command.correction_id for one in meeting.corrections):
        return Refusal.of("correction_known_already")
    seal = case.brought.seal
    proposed = e.CorrectionProposed(
        meeting_id=meeting.id,
        correction_id=command.correction_id,
        person=person,
        item_number=command.item_number,
        passage=seal(command.passage),
        wanted=seal(command.wanted),
    )
    if state == "draft":
        return (proposed,)
    # Who finds a fault while the others confirm takes the text up again: nobody confirms what is being corrected.
    again = e.MinutesReopened(meeting_id=meeting.id, version=meeting.versions[-1].number, reason=proposed.wanted)
    return (again, proposed)


def _answer_correction(command: k.AnswerCorrection, case: Case) -> Decision:
    meeting = _closed(case, command.meeting_id)
    if isinstance(meeting, Refusal):
        return meeting
    correction = next((one for one in meeting.corrections if one.id == command.correction_id), None)
    if correction is None or correction.accepted is not None:
        return Refusal.of("correction_not_open")
    if not command.accepted and not command.answer.strip():
        return Refusal.of("correction_declined_without_reason")
    if len(command.answer) > LONGEST_WORDS:
        return Refusal.of("words_too_long", limit=LONGEST_WORDS)
    answered = e.CorrectionAnswered(
        meeting_id=meeting.id,
        correction_id=correction.id,
        accepted=command.accepted,
        answer=case.brought.seal(command.answer),
    )
    return (answered,)


def open_corrections(meeting: Meeting) -> tuple[Correction, ...]:
    """The corrections that nobody has answered yet."""
    return tuple(one for one in meeting.corrections if one.accepted is None)


def _settle_minutes(command: k.SettleMinutes, case: Case) -> Decision:
    meeting = _closed(case, command.meeting_id)
    if isinstance(meeting, Refusal):
        return meeting
    if state_of(meeting.versions) != "draft":
        return Refusal.of("minutes_settled_already", number=meeting.number)
    if waiting := open_corrections(meeting):
        return Refusal.of("corrections_still_open", count=len(waiting))
    version = len(meeting.versions) + 1
    return (e.MinutesSettled(meeting_id=meeting.id, version=version, copies=case.brought.copies),)


def _confirm_minutes(command: k.ConfirmMinutes, case: Case) -> Decision:
    found = _settled(case, command.meeting_id)
    if isinstance(found, Refusal):
        return found
    meeting, version = found
    if command.version != version.number:
        return Refusal.of("minutes_of_another_version", number=meeting.number)
    person = case.actor.person
    if person not in signatories(case.book, meeting):
        return Refusal.of("not_a_signatory", number=meeting.number)
    if person in version.answered():
        return Refusal.of("confirmed_already", number=meeting.number)
    confirmed = e.MinutesConfirmed(meeting_id=meeting.id, version=version.number, person=person)
    signed = {one.person: e.Signed(person=one.person, at=one.at) for one in version.confirmed}
    signed[person] = e.Signed(person=person, at=case.now)
    return (confirmed, *_lock(case, meeting, version, signed))


def _excuse_signatory(command: k.ExcuseSignatory, case: Case) -> Decision:
    found = _settled(case, command.meeting_id)
    if isinstance(found, Refusal):
        return found
    meeting, version = found
    if command.person not in signatories(case.book, meeting):
        return Refusal.of("not_a_signatory", number=meeting.number)
    if command.person in version.answered():
        return Refusal.of("confirmed_already", number=meeting.number)
    if not command.reason.strip():
        return Refusal.of("excuse_without_reason")
    if not version.confirmed:
        # Minutes that nobody has confirmed do not lock themselves.
        return Refusal.of("nobody_confirmed_yet", number=meeting.number)
    excused = e.SignatoryExcused(
        meeting_id=meeting.id,
        version=version.number,
        person=command.person,
        reason=case.brought.seal(command.reason),
    )
    signed = {one.person: e.Signed(person=one.person, at=one.at) for one in version.confirmed}
    signed[command.person] = e.Signed(person=command.person, at=None)
    return (excused, *_lock(case, meeting, version, signed))


def _lock(case: Case, meeting: Meeting, version: Version, signed: dict[str, e.Signed]) -> tuple[e.MinutesLocked, ...]:
    """The lock, once every signatory has answered."""
    everyone = signatories(case.book, meeting)
    if version.answered() | signed.keys() != set(everyone):
        return ()
    number = 1 + sum(bool(one.decision_number) for held in case.book.meetings.values() for one in held.versions)
    locked = e.MinutesLocked(
        meeting_id=meeting.id,
        version=version.number,
        decision_number=f"M-{number:04}",
        settled_hash=version.settled_hash,
        signed=tuple(signed.get(person, e.Signed(person=person, at=None)) for person in everyone),
    )
    return (locked,)


def _attest_minutes(command: k.AttestMinutes, case: Case) -> Decision:
    meeting = _closed(case, command.meeting_id)
    if isinstance(meeting, Refusal):
        return meeting
    if state_of(meeting.versions) != "confirmed":
        return Refusal.of("minutes_not_locked", number=meeting.number)
    version = meeting.versions[-1]
    if (command.version, command.locked_hash) != (version.number, version.locked_hash):
        return Refusal.of("attests_another_entry", number=meeting.number)
    given = command.attestation
    known = {(one.kind, one.by if one.kind == "signature" else one.value) for one in version.attested}
    if (given.kind, given.by if given.kind == "signature" else given.value) in known:
        return Refusal.of("attested_already", number=meeting.number)
    attested = e.MinutesAttested(
        meeting_id=meeting.id, version=version.number, locked_hash=version.locked_hash, attestation=given
    )
    return (attested,)


def _reopen_minutes(command: k.ReopenMinutes, case: Case) -> Decision:
    meeting = _closed(case, command.meeting_id)
    if isinstance(meeting, Refusal):
        return meeting
    if state_of(meeting.versions) == "draft":
        return Refusal.of("minutes_not_settled", number=meeting.number)
    if not command.reason.strip():
        return Refusal.of("reopening_without_reason")
    reason = case.brought.seal(command.reason)
    return (e.MinutesReopened(meeting_id=meeting.id, version=meeting.versions[-1].number, reason=reason),)


MINUTES_DECISIONS: Decisions = {
    k.ProposeCorrection: _propose_correction,
    k.AnswerCorrection: _answer_correction,
    k.SettleMinutes: _settle_minutes,
    k.ConfirmMinutes: _confirm_minutes,
    k.ExcuseSignatory: _excuse_signatory,
    k.AttestMinutes: _attest_minutes,
    k.ReopenMinutes: _reopen_minutes,
}
