"""All events of the record: what happened, in the past tense. Each names its stream; `SCHEMA` numbers its shape.

A person is named only by an opaque id, free words only by their digest: both can be erased and the chain stands.
"""

from datetime import date

from fundapp.basis.days import Instant
from fundapp.basis.fact import Text
from fundapp.committee.circulation import Reading
from fundapp.committee.gates import GateView
from fundapp.committee.item import (
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
from fundapp.committee.proposal import Proposal
from fundapp.committee.rubric import Rubric
from fundapp.committee.standing import ComputedLevel
from fundapp.network.support_facts import SupportFacts
from fundapp.record.circulation_events import CirculationEnded as CirculationEnded
from fundapp.record.circulation_events import CirculationOpened as CirculationOpened
from fundapp.record.event import Event as Event
from fundapp.record.event import Recorded as Recorded
from fundapp.record.fund_events import AgreementSigned as AgreementSigned
from fundapp.record.fund_events import ConditionMet as ConditionMet
from fundapp.record.fund_events import EntryReversed as EntryReversed
from fundapp.record.fund_events import FundEstablished as FundEstablished
from fundapp.record.fund_events import FundsReserved as FundsReserved
from fundapp.record.fund_events import GpDecisionMade as GpDecisionMade
from fundapp.record.fund_events import InvestmentEvent as InvestmentEvent
from fundapp.record.fund_events import ReservationReleased as ReservationReleased
from fundapp.record.fund_events import SupportDue as SupportDue
from fundapp.record.fund_events import SupportGiven as SupportGiven
from fundapp.record.fund_events import TrancheCancelled as TrancheCancelled
from fundapp.record.fund_events import TrancheDrawn as TrancheDrawn
from fundapp.record.fund_events import TrancheFrozen as TrancheFrozen
from fundapp.record.fund_events import TrancheReleaseApproved as TrancheReleaseApproved
from fundapp.record.fund_events import TrancheResumed as TrancheResumed
from fundapp.record.fund_events import TrancheTerms as TrancheTerms
from fundapp.record.held_events import CostPart as CostPart
from fundapp.record.held_events import ExitKind as ExitKind
from fundapp.record.held_events import InvestmentExited as InvestmentExited
from fundapp.record.held_events import InvestmentWrittenOff as InvestmentWrittenOff
from fundapp.record.held_events import TrancheRefunded as TrancheRefunded
from fundapp.record.held_events import ValuationApproved as ValuationApproved
from fundapp.record.held_events import ValuationInput as ValuationInput
from fundapp.record.held_events import ValuationMethod as ValuationMethod
from fundapp.record.held_events import ValuationProposed as ValuationProposed
from fundapp.record.meeting_events import AgendaEntry as AgendaEntry
from fundapp.record.meeting_events import AgendaOrdered as AgendaOrdered
from fundapp.record.meeting_events import AttendanceRecorded as AttendanceRecorded
from fundapp.record.meeting_events import MeetingClosed as MeetingClosed
from fundapp.record.meeting_events import MeetingEvent as MeetingEvent
from fundapp.record.meeting_events import MeetingOpened as MeetingOpened
from fundapp.record.meeting_events import MemberLeft as MemberLeft
from fundapp.record.meeting_events import MemberReturned as MemberReturned
from fundapp.record.meeting_events import ObserversRecorded as ObserversRecorded
from fundapp.record.minutes_events import CorrectionAnswered as CorrectionAnswered
from fundapp.record.minutes_events import CorrectionProposed as CorrectionProposed
from fundapp.record.minutes_events import MinutesAttested as MinutesAttested
from fundapp.record.minutes_events import MinutesConfirmed as MinutesConfirmed
from fundapp.record.minutes_events import MinutesLocked as MinutesLocked
from fundapp.record.minutes_events import MinutesReopened as MinutesReopened
from fundapp.record.minutes_events import MinutesSettled as MinutesSettled
from fundapp.record.minutes_events import SignatoryExcused as SignatoryExcused
from fundapp.record.minutes_events import Signed as Signed
from fundapp.record.opening_events import InvestmentTakenOver as InvestmentTakenOver
from fundapp.record.opening_events import OpeningAccepted as OpeningAccepted
from fundapp.record.opening_events import OpeningProposed as OpeningProposed
from fundapp.record.opening_events import SourceRow as SourceRow
from fundapp.record.partner_events import CallFellShort as CallFellShort
from fundapp.record.partner_events import CapitalCalled as CapitalCalled
from fundapp.record.partner_events import CapitalPaid as CapitalPaid
from fundapp.record.partner_events import CapitalRecycled as CapitalRecycled
from fundapp.record.partner_events import CapitalRefunded as CapitalRefunded
from fundapp.record.partner_events import CommitmentAdded as CommitmentAdded
from fundapp.record.partner_events import Distributed as Distributed
from fundapp.record.partner_events import FeePaid as FeePaid
from fundapp.record.partner_events import FeeRefunded as FeeRefunded
from fundapp.record.partner_events import FeeScheduleSet as FeeScheduleSet
from fundapp.record.partner_events import FeesFreed as FeesFreed
from fundapp.record.partner_events import FeesSetAside as FeesSetAside
from fundapp.record.partner_events import FollowOnFreed as FollowOnFreed
from fundapp.record.partner_events import FollowOnReserved as FollowOnReserved
from fundapp.record.partner_events import PeriodClosed as PeriodClosed
from fundapp.record.partner_events import PlannedFee as PlannedFee


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
    meeting_id: Text = ""
    agreed: tuple[Text, ...] = ()
    """The seats that agreed; nobody for the first one."""
    reason: Text = ""


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


class AlternateExcused(ItemEvent):
    """An eligible alternate could not be had for this item, and is asked no more."""

    person: Text


class PapersRead(ItemEvent):
    """The person on a seat has read what was frozen: in a written resolution the proof in the place of attendance."""

    reading: Reading


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


EVENTS: dict[str, type[Event]] = {
    kind.__name__: kind
    for kind in (
        FundEstablished,
        SeatAssigned,
        OutsideAlternateListed,
        RubricAdopted,
        MeetingOpened,
        CirculationOpened,
        AttendanceRecorded,
        ObserversRecorded,
        MemberLeft,
        MemberReturned,
        AgendaOrdered,
        CirculationEnded,
        MeetingClosed,
        FactsFrozen,
        InterestDeclared,
        MemberRecused,
        RecusalObjected,
        AlternateSeated,
        AlternateExcused,
        PapersRead,
        ScorecardSubmitted,
        ScoresRevealed,
        DiscussionNoted,
        MotionPut,
        MotionWithdrawn,
        BallotCast,
        VoteClosed,
        ItemResolved,
        CorrectionProposed,
        CorrectionAnswered,
        MinutesSettled,
        MinutesConfirmed,
        SignatoryExcused,
        MinutesLocked,
        MinutesAttested,
        MinutesReopened,
        FundsReserved,
        ReservationReleased,
        GpDecisionMade,
        ConditionMet,
        AgreementSigned,
        CapitalCalled,
        CapitalPaid,
        TrancheReleaseApproved,
        TrancheDrawn,
        TrancheFrozen,
        TrancheResumed,
        TrancheCancelled,
        FeePaid,
        EntryReversed,
        CommitmentAdded,
        FeesSetAside,
        FeesFreed,
        FeeScheduleSet,
        FeeRefunded,
        FollowOnReserved,
        FollowOnFreed,
        CallFellShort,
        CapitalRefunded,
        Distributed,
        CapitalRecycled,
        PeriodClosed,
        ValuationProposed,
        ValuationApproved,
        InvestmentExited,
        InvestmentWrittenOff,
        TrancheRefunded,
        SupportGiven,
        OpeningProposed,
        OpeningAccepted,
        InvestmentTakenOver,
    )
}
"""Every kind of event by the name that the log stores."""
