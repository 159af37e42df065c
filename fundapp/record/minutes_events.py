"""Events of the life of a meeting's minutes, from the first correction to the lock, and of their reopening."""

from fundapp.basis.days import Instant
from fundapp.basis.fact import Fact, Text
from fundapp.committee.minutes_life import Attestation, CopyDigest
from fundapp.record.meeting_events import MeetingEvent


class CorrectionProposed(MeetingEvent):
    """A member wants a passage of the minutes corrected; `item_number` 0 means the minutes as a whole."""

    correction_id: Text
    person: Text
    item_number: int
    passage: Text
    wanted: Text


class CorrectionAnswered(MeetingEvent):
    """The secretariat took a correction into the minutes, or did not, and said why."""

    correction_id: Text
    accepted: bool
    answer: Text


class MinutesSettled(MeetingEvent):
    """The text is fixed: whoever holds a copy can prove by these digests that it is unchanged."""

    version: int
    copies: tuple[CopyDigest, ...]


class MinutesConfirmed(MeetingEvent):
    """A signatory confirmed the settled text."""

    version: int
    person: Text


class SignatoryExcused(MeetingEvent):
    """A signatory cannot confirm any more; the minutes say so."""

    version: int
    person: Text
    reason: Text


class Signed(Fact):
    """A signatory's answer: confirmed at this time; None: excused."""

    person: Text
    at: Instant | None


class MinutesLocked(MeetingEvent):
    """Every signatory has answered: the minutes stand under this number. `signed` is in the signatories' order."""

    version: int
    decision_number: Text
    settled_hash: Text
    signed: tuple[Signed, ...]


class MinutesAttested(MeetingEvent):
    """A signature or a timestamp over the entry that locked the minutes was taken in; `locked_hash` is that entry's."""

    version: int
    locked_hash: Text
    attestation: Attestation


class MinutesReopened(MeetingEvent):
    """The settled or locked text was taken up again; the earlier version stays."""

    version: int
    reason: Text
