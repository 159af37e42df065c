"""All commands: orders to the desk. Those on the record become events; those on the registers change rows with history.

Free words stand in commands as text; `Remark` fields are sealed to digests on the way into events.
"""

from datetime import date

from fundapp.basis.fact import Fact, Text
from fundapp.committee.item import Attendance, DeferReason, Entry, OutsideAlternate, Saying, Seat, Vote
from fundapp.committee.proposal import Attachment, ConditionPrecedent, Intake, Proposal, Terms
from fundapp.committee.rubric import AxisId, ResolutionKind, Rubric
from fundapp.committee.rubric_text import RubricText
from fundapp.fund.terms import FundTerms
from fundapp.record.command import Command as Command
from fundapp.record.command import DatedCommand as DatedCommand
from fundapp.record.command import RegisterCommand as RegisterCommand
from fundapp.record.command import Remark as Remark
from fundapp.record.fund_commands import AcceptOpening as AcceptOpening
from fundapp.record.fund_commands import AddCommitment as AddCommitment
from fundapp.record.fund_commands import ApproveValuation as ApproveValuation
from fundapp.record.fund_commands import CallCapital as CallCapital
from fundapp.record.fund_commands import CancelTranche as CancelTranche
from fundapp.record.fund_commands import ClosePeriod as ClosePeriod
from fundapp.record.fund_commands import ConfirmSupport as ConfirmSupport
from fundapp.record.fund_commands import DecideAsGp as DecideAsGp
from fundapp.record.fund_commands import Distribute as Distribute
from fundapp.record.fund_commands import FreeFees as FreeFees
from fundapp.record.fund_commands import FreeFollowOn as FreeFollowOn
from fundapp.record.fund_commands import FreezeTranche as FreezeTranche
from fundapp.record.fund_commands import MeetCondition as MeetCondition
from fundapp.record.fund_commands import PayFee as PayFee
from fundapp.record.fund_commands import ProposeOpening as ProposeOpening
from fundapp.record.fund_commands import ProposeValuation as ProposeValuation
from fundapp.record.fund_commands import RecordExit as RecordExit
from fundapp.record.fund_commands import RecordPaidCapital as RecordPaidCapital
from fundapp.record.fund_commands import RecordShortfall as RecordShortfall
from fundapp.record.fund_commands import RecycleCapital as RecycleCapital
from fundapp.record.fund_commands import RefundCapital as RefundCapital
from fundapp.record.fund_commands import RefundFee as RefundFee
from fundapp.record.fund_commands import RefundTranche as RefundTranche
from fundapp.record.fund_commands import ReleaseTranche as ReleaseTranche
from fundapp.record.fund_commands import ReserveFollowOn as ReserveFollowOn
from fundapp.record.fund_commands import ResumeTranche as ResumeTranche
from fundapp.record.fund_commands import ReverseEntry as ReverseEntry
from fundapp.record.fund_commands import SetFeesAside as SetFeesAside
from fundapp.record.fund_commands import SetFeeSchedule as SetFeeSchedule
from fundapp.record.fund_commands import SignAgreement as SignAgreement
from fundapp.record.fund_commands import VoidReservation as VoidReservation
from fundapp.record.fund_commands import WriteOff as WriteOff
from fundapp.record.outcome_commands import RecordCollaborations as RecordCollaborations
from fundapp.record.outcome_commands import RecordContinuityChecks as RecordContinuityChecks
from fundapp.record.outcome_commands import RecordOutcomes as RecordOutcomes
from fundapp.record.support_commands import AdoptPlan as AdoptPlan
from fundapp.record.support_commands import DropPlan as DropPlan
from fundapp.record.support_commands import FinishTask as FinishTask
from fundapp.record.support_commands import MarkLine as MarkLine
from fundapp.record.support_commands import RecordBill as RecordBill
from fundapp.record.support_commands import RecordCapabilities as RecordCapabilities
from fundapp.record.support_commands import RecordCases as RecordCases
from fundapp.record.support_commands import RecordCoFinance as RecordCoFinance
from fundapp.record.support_commands import RecordCoordinators as RecordCoordinators
from fundapp.record.support_commands import RecordCountermeasures as RecordCountermeasures
from fundapp.record.support_commands import RecordNeeds as RecordNeeds
from fundapp.record.support_commands import RecordOffers as RecordOffers
from fundapp.record.support_commands import RecordRoutes as RecordRoutes
from fundapp.record.support_commands import RecordTasks as RecordTasks
from fundapp.record.support_commands import RegisterMembers as RegisterMembers
from fundapp.record.support_commands import RememberLayout as RememberLayout
from fundapp.record.support_commands import RemoveCapabilities as RemoveCapabilities
from fundapp.record.support_commands import RemoveCoFinance as RemoveCoFinance
from fundapp.record.support_commands import SetLineProcess as SetLineProcess
from fundapp.record.support_commands import WithdrawOffer as WithdrawOffer

# The fund and its committee


class EstablishFund(Command):
    terms: FundTerms
    on: date


class AssignSeat(Command):
    seat: Seat


class ListOutsideAlternate(Command):
    alternate: OutsideAlternate


class AdoptRubric(Command):
    """The first one when the fund is set up; later ones by the chair, after the committee has resolved on them."""

    rubric: Rubric
    in_force_from: date
    meeting_id: Text = ""
    """The meeting that resolved on it."""
    agreed: tuple[Text, ...] = ()
    """The seats that agreed."""
    reason: Remark = ""


# The meeting


class OpenMeeting(Command):
    meeting_id: Text
    number: int
    held_on: date
    place: Text
    two_way_sound_and_picture: bool = False
    convener: Text


class RecordAttendance(Command):
    meeting_id: Text
    attendance: Attendance


class RecordObservers(Command):
    """These persons are present in the meeting without a vote, and no others."""

    meeting_id: Text
    people: tuple[Text, ...]


class RecordLeaving(Command):
    """The person on a seat leaves the room during the meeting."""

    meeting_id: Text
    seat_id: Text


class RecordReturn(Command):
    """The person on a seat comes back."""

    meeting_id: Text
    seat_id: Text


class AgendaPlace(Fact):
    """A proposal's place on the agenda."""

    item_id: Text
    proposal_id: Text
    proposal_code: Text


class OrderAgenda(Command):
    meeting_id: Text
    places: tuple[AgendaPlace, ...]


class CloseMeeting(Command):
    meeting_id: Text


# One item


class ItemCommand(Command):
    """An order about one agenda item."""

    item_id: Text


class FreezeFacts(ItemCommand):
    """Fix the proposal and the facts as they are now."""


class DeclareInterest(ItemCommand):
    """`kind` is "none" or an interest kind of the rubric."""

    seat_id: Text
    kind: Text
    remark: Remark = ""


class RecuseByRule(ItemCommand):
    seat_id: Text
    kind: Text


class ObjectToRecusal(ItemCommand):
    seat_id: Text
    reason: Remark


class SeatAlternate(ItemCommand):
    seat_id: Text
    person: Text


class ExcuseAlternate(ItemCommand):
    """An eligible alternate cannot be had for this item."""

    person: Text


class Judgement(Fact):
    """One criterion judged; level None is X."""

    axis: AxisId
    criterion_id: Text
    level: int | None
    reason: Remark = ""
    next_level_would_raise: bool = False
    """True when the member says that the next level's text is what would raise the mark."""
    linked_sha256: Text = ""
    """Digest of the document, attached after the freeze, that lifts a computed level by one."""


class SubmitScorecard(ItemCommand):
    seat_id: Text
    judgements: tuple[Judgement, ...]
    entry: Entry = "self"
    scan_sha256: Text = ""
    """The scanned sheet, whose bytes are kept already; of a card entered from paper alone."""


class RevealScores(ItemCommand):
    """Show all scores at the same time."""


class NoteDiscussion(ItemCommand):
    speaker: Text
    gist: Remark
    saying: Saying = "statement"
    about: Text = ""
    """The criterion that is spoken of, if one."""


class PutMotion(ItemCommand):
    resolution: ResolutionKind
    terms: Terms | None = None
    conditions: tuple[ConditionPrecedent, ...] = ()
    defer_reason: DeferReason | None = None
    exception: bool = False


class WithdrawMotion(ItemCommand):
    number: int


class CastVote(ItemCommand):
    number: int
    seat_id: Text
    vote: Vote
    reason: Remark = ""
    entry: Entry = "self"


class DeclareResult(ItemCommand):
    """Close the vote; a carried motion resolves the item, an approval reserves the money in the same transaction."""

    number: int
    reservation_id: Text


class DeferWithoutVotes(ItemCommand):
    """No motion was carried, or too few are left to vote: the item is deferred for votes."""


# The registers


class RegisterProposal(RegisterCommand):
    """Register a proposal or correct it."""

    proposal: Proposal
    reason: Text = ""


class ProposeRubric(RegisterCommand):
    """Put a rubric's text before the committee, in the place of the one before."""

    text: RubricText


class TakeBackRubric(RegisterCommand):
    """Take the rubric's text back from the committee."""


class RegisterProposals(RegisterCommand):
    """Many new proposals at once, all or none of them."""

    proposals: tuple[Proposal, ...]


class CheckIntake(RegisterCommand):
    proposal_id: Text
    intake: Intake


class AttachEvidence(RegisterCommand):
    proposal_id: Text
    criterion_id: Text
    title: Text
    file_sha256: Text


class AttachFile(RegisterCommand):
    """A file that came with the proposal; its bytes are kept already."""

    proposal_id: Text
    attachment: Attachment


class RemoveAttachment(RegisterCommand):
    """An attachment is taken out of today's papers; what was frozen with it keeps it."""

    proposal_id: Text
    attachment_id: Text
    reason: Text
