"""What became of the minutes after the meeting, as a copy shows it: corrections, signatures, versions, proof."""

from typing import Any

from pydantic import SerializerFunctionWrapHandler, model_serializer

from fundapp.basis.days import Instant
from fundapp.basis.fact import Fact, Text
from fundapp.committee.minutes_life import AttestationHeld, State


class CorrectionShown(Fact):
    """A correction that a member proposed, and what became of it. `accepted` None: not answered yet."""

    item_number: int
    """0 for the minutes as a whole."""
    proposer: Text
    proposed_at: Instant
    passage: Text
    wanted: Text
    accepted: bool | None = None
    answer: Text = ""
    answered_at: Instant | None = None


class Signature(Fact):
    """How a signatory answered: confirmed at a time, or excused with a reason; neither: not yet."""

    name: Text
    confirmed_at: Instant | None = None
    excused_because: Text = ""


class EarlierVersion(Fact):
    """A settled text that was taken up again."""

    number: int
    settled_at: Instant
    decision_number: Text = ""
    reopened_at: Instant
    reopened_because: Text


class Life(Fact):
    """What became of the text: a draft, settled and confirmed by these, locked under a number."""

    state: State = "draft"
    version: int = 0
    settled_at: Instant | None = None
    signed: tuple[Signature, ...] = ()
    decision_number: Text = ""
    locked_at: Instant | None = None
    earlier: tuple[EarlierVersion, ...] = ()
    attested: tuple[AttestationHeld, ...] = ()
    """Signatures and timestamps over the entry that locked the text."""

    @model_serializer(mode="wrap")
    def _told(self, tell: SerializerFunctionWrapHandler) -> dict[str, Any]:
        told: dict[str, Any] = tell(self)
        # Left out where there is none: copies and digests from before there were attestations keep their bytes.
        if not self.attested:
            del told["attested"]
        return told


class Link(Fact):
    """One entry of the record: its hash is SHA-256 of `prev` and `record`, so anybody can recompute it."""

    seq: int
    prev: Text
    record: Text
    """The canonical JSON of the entry, as it was hashed."""
    hash: Text
