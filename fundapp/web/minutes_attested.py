"""Orders that add a signature or a timestamp to locked minutes. Each is checked here, before the record takes it in."""

import json
from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError

from fundapp.attesting import extra
from fundapp.attesting.statement import statement
from fundapp.basis.refusal import Refusal
from fundapp.committee.minutes_life import Attestation, state_of
from fundapp.desk import Desk
from fundapp.record.book import Meeting
from fundapp.record.minutes_commands import AttestMinutes

MOST_BYTES = 100_000
"""More than a signature's file ever has."""


def signed_order(desk: Desk, meeting: Meeting, key: Path) -> AttestMinutes | Refusal:
    """Have the minutes signed with the private key of this file."""

    def make(said: bytes) -> Attestation | Refusal:
        from fundapp.attesting.keys import signature

        return signature(said, key)

    return _order(desk, meeting, make)


def stamped_order(desk: Desk, meeting: Meeting, authority: str, trust: Path | None) -> AttestMinutes | Refusal:
    """Have the minutes stamped by this authority; with `trust` it must go back to a certificate of that file."""

    def make(said: bytes) -> Attestation | Refusal:
        from fundapp.attesting.timestamps import certificates, timestamp

        roots = certificates(trust) if trust else ()
        return roots if isinstance(roots, Refusal) else timestamp(said, authority, roots)

    return _order(desk, meeting, make)


def taken_order(desk: Desk, meeting: Meeting, file: bytes) -> AttestMinutes | Refusal:
    """Take in a signature that was made on another machine, from the file that `fundapp keys sign` writes."""

    def make(said: bytes) -> Attestation | Refusal:
        from fundapp.attesting.keys import is_by

        try:
            given = Attestation.model_validate(json.loads(file[:MOST_BYTES]))
        except (ValueError, ValidationError, RecursionError):
            return Refusal.of("signature_file_unfit", number=meeting.number)
        fits = given.kind == "signature" and is_by(given, said)
        return given if fits else Refusal.of("signature_file_unfit", number=meeting.number)

    return _order(desk, meeting, make)


def _order(desk: Desk, meeting: Meeting, make: Callable[[bytes], Attestation | Refusal]) -> AttestMinutes | Refusal:
    if refused := extra.missing():
        return refused
    if state_of(meeting.versions) != "confirmed":
        return Refusal.of("minutes_not_locked", number=meeting.number)
    version = meeting.versions[-1]
    (lock,) = desk.links([version.locked_seq])
    made = make(statement(lock))
    if isinstance(made, Refusal):
        return made
    return AttestMinutes(
        meeting_id=meeting.id, version=version.number, locked_hash=version.locked_hash, attestation=made
    )
