"""The life of a meeting's minutes: draft, corrections, a settled text, confirmations, locked; reopened, a new version.

The record itself is never rewritten: a correction is noted beside it, with its day, and is part of the text that the
signatories confirm.
"""

from typing import Literal

from fundapp.basis.days import Instant
from fundapp.basis.fact import Fact, Language, Text

State = Literal["draft", "settled", "confirmed"]
AttestationKind = Literal["signature", "timestamp"]


class CopyDigest(Fact):
    """SHA-256 of the text of one copy: readers who took no part in an item have another copy than the others."""

    language: Language
    sha256: Text


class Correction(Fact):
    """What a member wants corrected. `passage`, `wanted` and `answer` are digests of the words."""

    id: Text
    person: Text
    item_number: int
    """The item that it is about; 0 for the minutes as a whole."""
    passage: Text
    wanted: Text
    proposed_at: Instant
    accepted: bool | None = None
    answer: Text = ""
    answered_at: Instant | None = None


class Confirmation(Fact):
    """A signatory confirmed the settled text."""

    person: Text
    at: Instant


class Excuse(Fact):
    """A signatory who cannot confirm any more, with the reason (digest of the words)."""

    person: Text
    reason: Text
    at: Instant


class Attestation(Fact):
    """What somebody outside the record vouches for: that the entry which locked the minutes was there, as it is.

    A signature is by a key of the fund: `by` is the public key in hex, `value` the Ed25519 signature in base64.
    A timestamp (RFC 3161) is by the authority that `by` names: `value` is its token in base64, `stated_at` its time.
    """

    kind: AttestationKind
    by: Text
    value: Text
    stated_at: Instant | None = None


class AttestationHeld(Attestation):
    """An attestation, and when it was taken into the record."""

    entered_at: Instant


class Version(Fact):
    """One settled text of the minutes and what became of it."""

    number: int
    copies: tuple[CopyDigest, ...]
    settled_at: Instant
    settled_seq: int
    settled_hash: Text
    confirmed: tuple[Confirmation, ...] = ()
    excused: tuple[Excuse, ...] = ()
    decision_number: Text = ""
    locked_at: Instant | None = None
    locked_seq: int = 0
    locked_hash: Text = ""
    attested: tuple[AttestationHeld, ...] = ()
    reopened_at: Instant | None = None
    reopened_because: Text = ""

    def answered(self) -> frozenset[str]:
        """The signatories who confirmed or are excused."""
        return frozenset(one.person for one in self.confirmed) | frozenset(one.person for one in self.excused)


def state_of(versions: tuple[Version, ...]) -> State:
    """Where the minutes are: a draft that is corrected, a settled text that is confirmed, or locked."""
    if not versions or versions[-1].reopened_at is not None:
        return "draft"
    return "settled" if versions[-1].locked_at is None else "confirmed"
