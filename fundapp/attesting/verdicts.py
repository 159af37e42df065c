"""What the signatures and timestamps of a copy are worth to a reader who names a key or certificates, or none."""

import base64
import binascii
from collections.abc import Sequence

from asn1crypto import x509

from fundapp.attesting.keys import is_by
from fundapp.attesting.timestamps import judge
from fundapp.basis.refusal import Problem
from fundapp.committee.minutes_life import Attestation


def signature_fault(given: Attestation, statement: bytes, key: str | None) -> Problem | None:
    """Why a signature is not what it says, or not by the key (hex) that the reader named."""
    if not is_by(given, statement):
        return Problem.of("minutes_signature_wrong")
    return Problem.of("minutes_signed_by_another_key", key=given.by) if key not in (None, given.by) else None


def timestamp_fault(given: Attestation, statement: bytes, roots: Sequence[x509.Certificate]) -> Problem | None:
    """Why a timestamp is not what it says, or does not go back to a certificate that the reader named."""
    try:
        token = base64.b64decode(given.value, validate=True)
    except binascii.Error:
        return Problem.of("timestamp_unreadable")
    found = judge(token, statement, roots)
    if isinstance(found, Problem):
        return found
    if (found.authority, found.stated_at) != (given.by, given.stated_at):
        return Problem.of("timestamp_told_otherwise")
    return Problem.of("timestamp_of_a_stranger") if roots and not found.trusted else None
