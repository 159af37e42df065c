"""The content of a meeting's minutes: every name resolved, every figure exact, both languages where both exist.

Whatever is printed, sent or attached is made of this fact alone, so a recused member's copy is made by `redact`
before anything is rendered.
"""

from collections.abc import Collection
from datetime import date
from typing import Literal

from fundapp.basis.days import Instant
from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.yen import AmountYen, Yen
from fundapp.committee.item import DeferReason, Entry, Mode, Saying, Tally
from fundapp.committee.minutes_after import CorrectionShown, Life, Link
from fundapp.committee.minutes_circulation import Circulated, ReadingShown
from fundapp.committee.minutes_judging import AxisScored, FrozenSupport, GateShown, QuadrantFound
from fundapp.committee.proposal import ConditionPrecedent, Instrument, Terms
from fundapp.committee.rubric import InterestLevel, ResolutionKind

Waiting = Literal["resubmission", "gp_decision", "signature", "conditions"]
VoteShown = Literal["for", "against", "abstain", "recused", "absent", "none"]


class Absent(Fact):
    """A time for which somebody was out of the room; `returned_at` None: not back before the close."""

    name: Text
    left_at: Instant
    returned_at: Instant | None = None


class SeatPresent(Fact):
    """A voting seat in this meeting and who filled it. `alternate_for` names the holder of an alternate's seat."""

    seat_id: Text
    seat: Bilingual
    organisation: Text
    name: Text
    mode: Mode
    alternate_for: Text = ""
    arrived_at: Instant | None = None
    """When the seat was filled, if that was after the opening."""
    absences: tuple[Absent, ...] = ()


class Observer(Fact):
    """Somebody present without a vote."""

    name: Text
    role: Bilingual


class Material(Fact):
    """A paper that lay before the committee, by the digest of its bytes."""

    title: Text
    file_sha256: Text


class InterestStated(Fact):
    """An interest of the person on a seat; with level "recuse" the person left, and an alternate may have sat."""

    seat: Bilingual
    name: Text
    kind: Bilingual
    level: InterestLevel
    by_rule: bool = False
    remark: Text = ""
    objection: Text = ""
    left_at: Instant | None = None
    returned_at: Instant | None = None
    entry: Entry = "self"
    alternate: Text = ""
    """Who filled the seat for this item."""


class ItemQuorum(Fact):
    """Who could vote on the item. `required` is the number of agreeing votes that carries a motion."""

    seats: int
    present: int
    recused: int
    eligible: int
    least_eligible: int
    required: int

    def met(self) -> bool:
        """True when enough eligible voters sat."""
        return self.eligible >= self.least_eligible


class Remark(Fact):
    """What one person said: a contribution to the discussion, a minority opinion, a dissent."""

    speaker: Text
    gist: Text
    at: Instant | None = None
    saying: Saying = "statement"
    about: Text = ""
    """The criterion that was spoken of, if one."""


class VoteGiven(Fact):
    """How one seat stood in a vote."""

    seat: Bilingual
    name: Text
    vote: VoteShown
    reason: Text = ""
    entry: Entry = "self"
    answered_at: Instant | None = None
    """Of a written resolution, whose answers come on different days."""


class MotionShown(Fact):
    """One resolution put to the vote."""

    number: int
    resolution: ResolutionKind
    name: Bilingual
    by: Text
    terms: Terms | None = None
    exception: bool = False
    withdrawn: bool = False
    votes: tuple[VoteGiven, ...] = ()
    tally: Tally | None = None


class ResolutionShown(Fact):
    """What the item ended in. The terms name the amount that was reserved until `reserved_until`."""

    resolution: ResolutionKind
    name: Bilingual
    at: Instant
    decision_number: Text = ""
    terms: Terms | None = None
    conditions: tuple[ConditionPrecedent, ...] = ()
    reserved_yen: AmountYen | None = None
    reserved_until: date | None = None
    defer_reason: DeferReason | None = None
    short_yen: Yen | None = None
    again_by: date | None = None
    exception: bool = False
    exception_reasons: tuple[Remark, ...] = ()
    dissent: tuple[Remark, ...] = ()


class Matter(Fact):
    """The papers and the course of an item: all that a recused member's copy leaves out."""

    proposal_code: Text
    proposal: Bilingual
    company: Bilingual
    city: Text = ""
    ask_yen: AmountYen
    instrument: Instrument
    pre_money_yen: Yen | None = None
    proposer: Bilingual | None = None
    """Who brings the proposal before the committee."""
    summary: Bilingual | None = None
    acting_chair: Text = ""
    """Who chaired the item, when the chair was recused or absent."""
    materials: tuple[Material, ...] = ()
    readings: tuple[ReadingShown, ...] = ()
    """Of a written resolution alone."""
    interests: tuple[InterestStated, ...] = ()
    excused: tuple[Text, ...] = ()
    """Alternates who were asked and could not come."""
    quorum: ItemQuorum
    support: FrozenSupport | None = None
    no_support_reason: Text = ""
    """Why the company needs no support; empty for one that does."""
    seats: tuple[tuple[Text, Text], ...] = ()
    """(seat id, name of the person) of everyone who could score, in the order of the columns."""
    axes: tuple[AxisScored, ...] = ()
    quadrant: QuadrantFound | None = None
    gates: tuple[GateShown, ...] = ()
    discussion: tuple[Remark, ...] = ()
    minority_opinions: tuple[Remark, ...] = ()
    motions: tuple[MotionShown, ...] = ()
    rubric_digest: Text = ""
    frozen_hash: Text = ""
    """Hash of the entry that froze the facts. A recused member's copy names the digest of the whole text, which was
    settled with it: with this in the text nobody can try guesses at that digest."""


class MinutesItem(Fact):
    """One item of the agenda. Without `matter` it is withheld from the reader of this copy."""

    number: int
    matter: Matter | None
    resolution: ResolutionShown | None


class FundAfter(Fact):
    """The fund's figures after the meeting. `committed_yen` = `drawn_yen` + `undrawn_yen`."""

    fund_size_yen: Yen
    cost_reserve_yen: Yen
    fees_spent_yen: Yen
    follow_on_reserve_yen: Yen
    reserved_yen: Yen
    committed_yen: Yen
    drawn_yen: Yen
    undrawn_yen: Yen
    investable_yen: Yen


class FollowedUp(Fact):
    """A resolution of an earlier meeting that was still open at this one, and what it waits for."""

    decision_number: Text
    proposal_code: Text
    proposal: Bilingual
    resolution: ResolutionKind
    waits_for: Waiting
    due: date | None = None
    conditions: tuple[ConditionPrecedent, ...] = ()
    """The conditions that were not met yet."""


class MinutesContent(Fact):
    """The minutes of one meeting, in whichever language they are rendered. `record_hash` is of the closing event."""

    document_number: Text
    meeting_number: int
    fund: Bilingual
    general_partner: Bilingual
    opened_at: Instant
    closed_at: Instant
    place: Text
    two_way_sound_and_picture: bool
    seats: tuple[SeatPresent, ...]
    observers: tuple[Observer, ...] = ()
    convener: Text
    chair: Text
    recorder: Text
    circulation: Circulated | None = None
    """Where the item went round in writing instead of being taken in a meeting."""
    items: tuple[MinutesItem, ...]
    followed_up: tuple[FollowedUp, ...] = ()
    fund_after: FundAfter
    signatories: tuple[Text, ...]
    corrections: tuple[CorrectionShown, ...] = ()
    record_hash: Text
    record_seq: int
    rubric_digest: Text
    life: Life = Life()
    proof: tuple[Link, ...] = ()
    """The entries of the record that vouch for this copy: the close, the settled text, the lock."""

    def text(self) -> "MinutesContent":
        """What the signatories confirm: the content without what became of it afterwards."""
        return self.model_copy(update={"life": Life(), "proof": ()})

    def present(self) -> tuple[SeatPresent, ...]:
        """The seats that somebody filled."""
        return tuple(seat for seat in self.seats if seat.mode != "absent")

    def withheld(self) -> tuple[int, ...]:
        """Numbers of the items whose papers this copy leaves out."""
        return tuple(item.number for item in self.items if item.matter is None)


def _outline(resolution: ResolutionShown) -> ResolutionShown:
    """What was resolved and when. Terms, conditions and reasons tell of the papers, so they go with them."""
    return ResolutionShown(
        resolution=resolution.resolution,
        name=resolution.name,
        at=resolution.at,
        decision_number=resolution.decision_number,
    )


def redact(content: MinutesContent, item_numbers: Collection[int]) -> MinutesContent:
    """The copy of a member who was recused from these items: of each the number and the resolution alone."""
    items = tuple(
        MinutesItem(number=item.number, matter=None, resolution=item.resolution and _outline(item.resolution))
        if item.number in item_numbers
        else item
        for item in content.items
    )
    bare = content.circulation
    if bare is not None and item_numbers:
        bare = Circulated(answer_by=bare.answer_by, ended_by=bare.ended_by)
    return content.model_copy(update={"items": items, "circulation": bare})
