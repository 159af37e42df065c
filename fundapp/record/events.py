"""All events of the record: what happened, in the past tense. Each names its stream; `SCHEMA` numbers its shape.

A person is named only by an opaque id, free words only by their digest: both can be erased and the chain stands.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Literal

from fundapp.basis.days import Instant
from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import AmountYen
from fundapp.committee.gates import GateView
from fundapp.committee.item import (
    Attendance,
    Ballot,
    Interest,
    Motion,
    Note,
    OutsideAlternate,
    Resolved,
    Scorecard,
    Seat,
    Tally,
)
from fundapp.committee.proposal import Proposal, Terms
from fundapp.committee.rubric import Rubric
from fundapp.committee.standing import ComputedLevel
from fundapp.fund.terms import FundTerms
from fundapp.network.support_facts import SupportFacts


class Event(Fact):
    """Something that happened. `schema_number` counts the shapes of one kind; old ones are lifted by upcasters."""

    schema_number: ClassVar[int] = 1

    @property
    def stream(self) -> str:
        """The thing that this event is about, for optimistic concurrency."""
        return "fund"


class FundEstablished(Event):
    """The fund was closed with these terms."""

    terms: FundTerms
    on: date


class SeatAssigned(Event):
    """A voting seat has this holder and these alternates from now on."""

    seat: Seat


class OutsideAlternateListed(Event):
    """A person outside the seats' organisations may fill a seat."""

    alternate: OutsideAlternate


class RubricAdopted(Event):
    """These criteria and rules are in force from this day; what was frozen before keeps its own."""

    rubric: Rubric
    digest: Text
    in_force_from: date


class MeetingEvent(Event):
    """An event of one meeting."""

    meeting_id: Text

    @property
    def stream(self) -> str:
        return f"meeting/{self.meeting_id}"


class AgendaEntry(Fact):
    """One item of the agenda."""

    item_id: Text
    number: int
    proposal_id: Text
    proposal_code: Text


class MeetingOpened(MeetingEvent):
    """The secretariat opened a meeting."""

    number: int
    held_on: date
    place: Text
    two_way_sound_and_picture: bool
    convener: Text
    recorder: Text


class AttendanceRecorded(MeetingEvent):
    """Who fills a seat in this meeting, and how."""

    attendance: Attendance


class AgendaOrdered(MeetingEvent):
    """The order in which the items are taken."""

    entries: tuple[AgendaEntry, ...]


class MeetingClosed(MeetingEvent):
    """The meeting was closed. The hash of this event is printed in its minutes."""


class ItemEvent(Event):
    """An event of one agenda item."""

    item_id: Text

    @property
    def stream(self) -> str:
        return f"item/{self.item_id}"


class FactsFrozen(ItemEvent):
    """What the committee will judge on, fixed: proposal, facts of support, computed levels, rubric."""

    proposal: Proposal
    support: SupportFacts
    firm: tuple[ComputedLevel, ...]
    with_hands: tuple[ComputedLevel, ...]
    rubric_digest: Text
    as_of: date


class InterestDeclared(ItemEvent):
    """A seat declared an interest, or that it has none."""

    interest: Interest


class MemberRecused(ItemEvent):
    """A seat's person takes no part in this item: by declaration or by rule."""

    seat_id: Text
    person: Text
    kind: Text
    organisation: bool
    by_rule: bool
    left_at: Instant


class RecusalObjected(ItemEvent):
    """A member recused by rule objects; the recusal stands and the objection is on record."""

    seat_id: Text
    person: Text
    reason: Text


class AlternateSeated(ItemEvent):
    """An alternate fills a seat for this item."""

    seat_id: Text
    person: Text


class ScorecardSubmitted(ItemEvent):
    """A seat's judgement; the first is blind until the reveal."""

    card: Scorecard


class ScoresRevealed(ItemEvent):
    """All scores were shown at the same time."""


class DiscussionNoted(ItemEvent):
    """One contribution to the discussion."""

    note: Note


class MotionPut(ItemEvent):
    """A resolution was put to the vote; the roll is frozen."""

    motion: Motion


class MotionWithdrawn(ItemEvent):
    """The chair withdrew a motion before its vote was closed."""

    number: int


class BallotCast(ItemEvent):
    """A seat voted."""

    number: int
    ballot: Ballot


class VoteClosed(ItemEvent):
    """The vote on a motion was closed with this count."""

    number: int
    tally: Tally


class ItemResolved(ItemEvent):
    """What the item ended in, with the gates as they stood."""

    resolved: Resolved
    gates: GateView


class FundsReserved(Event):
    """The resolution reserved this amount; without an agreement it returns on the day after `expires_on`."""

    reservation_id: Text
    item_id: Text
    proposal_id: Text
    company_id: Text
    sector: Text
    early_stage: bool
    amount_yen: AmountYen
    expires_on: date
    on: date


class ReservationReleased(Event):
    """The reservation's money went back to the investable balance."""

    reservation_id: Text
    why: Literal["expired", "void"]
    on: date


class GpDecisionMade(Event):
    """The general partner decided to carry the resolution out on these terms."""

    reservation_id: Text
    terms: Terms
    on: date


class TrancheTerms(Fact):
    """One planned payment of an agreement."""

    number: int
    amount_yen: AmountYen
    due: date
    milestone: Text


class AgreementSigned(Event):
    """The investment agreement was signed; what it does not use of the reservation goes back."""

    investment_id: Text
    reservation_id: Text
    tranches: tuple[TrancheTerms, ...]
    on: date

    @property
    def stream(self) -> str:
        return f"investment/{self.investment_id}"


class CapitalCalled(Event):
    """The partners were called for this amount."""

    call_id: Text
    amount_yen: AmountYen
    due: date
    on: date


class CapitalPaid(Event):
    """This amount of a call was paid in."""

    call_id: Text
    amount_yen: AmountYen
    on: date


class InvestmentEvent(Event):
    """An event of one investment."""

    investment_id: Text

    @property
    def stream(self) -> str:
        return f"investment/{self.investment_id}"


class TrancheReleaseApproved(InvestmentEvent):
    """One of the two persons approved the payment of a tranche on this evidence."""

    number: int
    person: Text
    as_manager: bool
    evidence: Text


class TrancheDrawn(InvestmentEvent):
    """The tranche was paid to the company."""

    number: int
    amount_yen: AmountYen
    on: date


class TrancheFrozen(InvestmentEvent):
    """The payment of a tranche is stopped until further notice. A status: no money moves."""

    number: int
    reason: Text
    on: date


class FeePaid(Event):
    """A cost of the fund was paid out of the cost reserve."""

    fee_id: Text
    amount_yen: AmountYen
    what: Text
    on: date


EVENTS: dict[str, type[Event]] = {
    kind.__name__: kind
    for kind in (
        FundEstablished,
        SeatAssigned,
        OutsideAlternateListed,
        RubricAdopted,
        MeetingOpened,
        AttendanceRecorded,
        AgendaOrdered,
        MeetingClosed,
        FactsFrozen,
        InterestDeclared,
        MemberRecused,
        RecusalObjected,
        AlternateSeated,
        ScorecardSubmitted,
        ScoresRevealed,
        DiscussionNoted,
        MotionPut,
        MotionWithdrawn,
        BallotCast,
        VoteClosed,
        ItemResolved,
        FundsReserved,
        ReservationReleased,
        GpDecisionMade,
        AgreementSigned,
        CapitalCalled,
        CapitalPaid,
        TrancheReleaseApproved,
        TrancheDrawn,
        TrancheFrozen,
        FeePaid,
    )
}
"""Every kind of event by the name that the log stores."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as the log holds it: its place, its time, its actor and its hash."""

    seq: int
    at: datetime
    actor: str
    hash: str
    event: Event
