"""Taking the life of the minutes into the Book."""

from typing import Any

from fundapp.committee.minutes_life import AttestationHeld, Confirmation, Correction, Excuse, Version
from fundapp.record import events as e
from fundapp.record.book import Book
from fundapp.record.handling import Handler, changed


def _correction_proposed(book: Book, event: e.CorrectionProposed, at: e.Recorded) -> None:
    meeting = book.meetings[event.meeting_id]
    correction = Correction(
        id=event.correction_id,
        person=event.person,
        item_number=event.item_number,
        passage=event.passage,
        wanted=event.wanted,
        proposed_at=at.at,
    )
    book.meetings[event.meeting_id] = changed(meeting, corrections=(*meeting.corrections, correction))


def _correction_answered(book: Book, event: e.CorrectionAnswered, at: e.Recorded) -> None:
    meeting = book.meetings[event.meeting_id]
    answer = {"accepted": event.accepted, "answer": event.answer, "answered_at": at.at}
    corrections = tuple(changed(one, **answer) if one.id == event.correction_id else one for one in meeting.corrections)
    book.meetings[event.meeting_id] = changed(meeting, corrections=corrections)


def _minutes_settled(book: Book, event: e.MinutesSettled, at: e.Recorded) -> None:
    meeting = book.meetings[event.meeting_id]
    version = Version(
        number=event.version, copies=event.copies, settled_at=at.at, settled_seq=at.seq, settled_hash=at.hash
    )
    book.meetings[event.meeting_id] = changed(meeting, versions=(*meeting.versions, version))


def _version(book: Book, event: e.MeetingEvent, number: int, **change: Any) -> None:
    meeting = book.meetings[event.meeting_id]
    versions = tuple(changed(one, **change) if one.number == number else one for one in meeting.versions)
    book.meetings[event.meeting_id] = changed(meeting, versions=versions)


def _minutes_confirmed(book: Book, event: e.MinutesConfirmed, at: e.Recorded) -> None:
    before = book.meetings[event.meeting_id].versions[event.version - 1].confirmed
    confirmation = Confirmation(person=event.person, at=at.at)
    _version(book, event, event.version, confirmed=(*before, confirmation))


def _signatory_excused(book: Book, event: e.SignatoryExcused, at: e.Recorded) -> None:
    before = book.meetings[event.meeting_id].versions[event.version - 1].excused
    excuse = Excuse(person=event.person, reason=event.reason, at=at.at)
    _version(book, event, event.version, excused=(*before, excuse))


def _minutes_locked(book: Book, event: e.MinutesLocked, at: e.Recorded) -> None:
    lock = {"decision_number": event.decision_number, "locked_at": at.at, "locked_seq": at.seq, "locked_hash": at.hash}
    _version(book, event, event.version, **lock)


def _minutes_attested(book: Book, event: e.MinutesAttested, at: e.Recorded) -> None:
    before = book.meetings[event.meeting_id].versions[event.version - 1].attested
    held = AttestationHeld(**event.attestation.model_dump(), entered_at=at.at)
    _version(book, event, event.version, attested=(*before, held))


def _minutes_reopened(book: Book, event: e.MinutesReopened, at: e.Recorded) -> None:
    _version(book, event, event.version, reopened_at=at.at, reopened_because=event.reason)


MINUTES_HANDLERS: dict[type[e.Event], Handler] = {
    e.CorrectionProposed: _correction_proposed,
    e.CorrectionAnswered: _correction_answered,
    e.MinutesSettled: _minutes_settled,
    e.MinutesConfirmed: _minutes_confirmed,
    e.SignatoryExcused: _signatory_excused,
    e.MinutesLocked: _minutes_locked,
    e.MinutesAttested: _minutes_attested,
    e.MinutesReopened: _minutes_reopened,
}
