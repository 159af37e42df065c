"""A meeting item from its freeze to its resolution: what the record holds of it."""

from datetime import date
from typing import Literal

from pydantic import Field

from fundapp.basis.days import Instant
from fundapp.basis.fact import Bilingual, Fact, Text, lean
from fundapp.committee.proposal import ConditionPrecedent, Proposal, Terms
from fundapp.committee.rubric import AxisId, InterestLevel, ResolutionKind

Mode = Literal["present", "remote", "represented", "written", "absent"]
Vote = Literal["for", "against", "abstain"]
DeferReason = Literal["evidence", "votes", "balance"]
Entry = Literal["self", "paper", "voice"]
Saying = Literal["statement", "question", "answer"]

LONGEST_WORDS = 10_000
"""Characters of a note, reason, remark or objection of a meeting. Minutes print the longest of them whole."""

APPLICANT = "applicant"
"""Speaks on an item for the company that proposes it: whoever it is, no person of the house."""


class Seat(Fact):
    """A voting seat of the committee. The senior seat has the lowest `rank`, and chairs."""

    id: Text
    name: Bilingual
    organisation: Text
    holder: Text
    """Opaque id of the person."""
    alternates: tuple[Text, ...] = ()
    rank: int


class OutsideAlternate(Fact):
    """A person on the list of outside alternates, for any seat."""

    person: Text
    organisation: Text


class Attendance(Fact):
    """Who fills a seat in a meeting, and how."""

    seat_id: Text
    person: Text
    mode: Mode


class Absence(Fact):
    """A time during a meeting for which the person on a seat was out; still out while `returned_at` is None."""

    seat_id: Text
    person: Text
    left_at: Instant
    returned_at: Instant | None = None


class Interest(Fact):
    """One seat's declaration on one item; kind "none" declares that there is none."""

    seat_id: Text
    person: Text
    kind: Text
    level: InterestLevel | None
    remark: Text = ""
    """Digest of the words."""
    by_rule: bool = False
    entry: Entry = "self"


@lean
class LevelGiven:
    """One criterion judged. `level` None is X: no evidence. `reason` is the digest of the words."""

    axis: AxisId
    criterion_id: Text
    level: int | None = Field(default=None, ge=1, le=5)
    reason: Text = ""
    next_level_would_raise: bool = False
    linked_sha256: Text = ""


class Scorecard(Fact):
    """One seat's judgement of one item in one round."""

    seat_id: Text
    person: Text
    round: Literal[1, 2]
    levels: tuple[LevelGiven, ...]
    rubric_digest: Text
    entry: Entry = "self"
    scan_sha256: Text = ""
    """Digest of the scanned sheet, where the card was entered from paper."""


class Note(Fact):
    """One contribution to the discussion, by speaker and gist (digest of the words). `about` names a criterion."""

    speaker: Text
    gist: Text
    at: Instant
    saying: Saying = "statement"
    about: Text = ""


class Ballot(Fact):
    """One vote on one motion."""

    seat_id: Text
    person: Text
    vote: Vote
    reason: Text = ""
    entry: Entry = "self"
    at: Instant | None = None


class RollEntry(Fact):
    """How one seat stood when the vote was opened."""

    seat_id: Text
    person: Text
    mode: Mode
    recused: bool
    left_at: Instant | None = None
    returned_at: Instant | None = None
    """When the person last left the room, and came back."""


class Tally(Fact):
    """The count of a closed vote. What was missing is a structure, never a sentence."""

    for_: int
    against: int
    abstain: int
    recused: int
    eligible: int
    required: int
    carried: bool
    missing: int


class Motion(Fact):
    """One resolution put to the vote."""

    number: int
    resolution: ResolutionKind
    terms: Terms | None = None
    conditions: tuple[ConditionPrecedent, ...] = ()
    defer_reason: DeferReason | None = None
    exception: bool = False
    by: Text = ""
    roll: tuple[RollEntry, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    tally: Tally | None = None
    withdrawn: bool = False


class Resolved(Fact):
    """What the item ended in."""

    resolution: ResolutionKind
    terms: Terms | None = None
    conditions: tuple[ConditionPrecedent, ...] = ()
    defer_reason: DeferReason | None = None
    short_yen: int | None = None
    exception: bool = False
    again_by: date | None = None
    at: Instant
    decision_number: Text = ""


class FrozenProposal(Fact):
    """The proposal as it was judged, without what is not needed to judge."""

    proposal: Proposal
    as_of: date
    rubric_digest: Text
