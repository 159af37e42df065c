"""Orders about the minutes of a closed meeting."""

from fundapp.basis.fact import Text
from fundapp.committee.minutes_life import Attestation
from fundapp.record.commands import Command, Remark


class MinutesCommand(Command):
    """An order about the minutes of one meeting."""

    meeting_id: Text


class ProposeCorrection(MinutesCommand):
    """A member who took part wants a passage corrected; `item_number` 0 means the minutes as a whole."""

    correction_id: Text
    item_number: int
    passage: Remark
    wanted: Remark


class AnswerCorrection(MinutesCommand):
    """Take a correction into the minutes, or not, and say why."""

    correction_id: Text
    accepted: bool
    answer: Remark = ""


class SettleMinutes(MinutesCommand):
    """Fix the text, so that the signatories confirm one and the same."""


class ConfirmMinutes(MinutesCommand):
    """Confirm the settled text; the last signatory's answer locks it."""

    version: int


class ExcuseSignatory(MinutesCommand):
    """A signatory cannot confirm any more."""

    person: Text
    reason: Remark


class AttestMinutes(MinutesCommand):
    """Take in a signature or a timestamp over the entry that locked the minutes; whoever orders it has checked it."""

    version: int
    locked_hash: Text
    attestation: Attestation


class ReopenMinutes(MinutesCommand):
    """Take a settled or locked text up again, with the reason."""

    reason: Remark
