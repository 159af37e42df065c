"""Orders about the fund's money: deals, what the fund holds, and the partners. `on` is the day it takes effect."""

from datetime import date
from typing import Literal

from fundapp.basis.fact import Text
from fundapp.basis.shares import SharesCount
from fundapp.basis.yen import AmountYen, Yen
from fundapp.committee.proposal import Terms
from fundapp.fund.opening import Opening
from fundapp.record.command import DatedCommand, Remark
from fundapp.record.events import ExitKind, PlannedFee, TrancheTerms, ValuationInput, ValuationMethod

# Deals


class DecideAsGp(DatedCommand):
    reservation_id: Text
    terms: Terms


class VoidReservation(DatedCommand):
    """Give up a resolution that will not be signed: its money goes back."""

    reservation_id: Text
    reason: Remark


class MeetCondition(DatedCommand):
    """A condition of the approval is met, on this evidence; `number` counts the conditions from 1."""

    reservation_id: Text
    number: int
    evidence: Remark


class SignAgreement(DatedCommand):
    investment_id: Text
    reservation_id: Text
    tranches: tuple[TrancheTerms, ...]


class ReleaseTranche(DatedCommand):
    """The first of two persons approves on evidence; the second approval pays."""

    investment_id: Text
    number: int
    evidence: Remark


class ConfirmSupport(DatedCommand):
    """The menu item that payments of this investment wait for was given, on this evidence."""

    investment_id: Text
    need_id: Text
    evidence: Remark


class FreezeTranche(DatedCommand):
    investment_id: Text
    number: int
    reason: Remark


class ResumeTranche(DatedCommand):
    """Lift the stop of a tranche."""

    investment_id: Text
    number: int
    reason: Remark


class CancelTranche(DatedCommand):
    """Give up a tranche that will not be paid: its money goes back."""

    investment_id: Text
    number: int
    reason: Remark


class ReverseEntry(DatedCommand):
    """Take back what the record entered by mistake at `seq`, then enter anew. A real refund is an event of its own."""

    seq: int
    reason: Remark


# What the fund holds


class ProposeValuation(DatedCommand):
    """A fair value for the approval of another person, by a technique of the IPEV guidelines."""

    investment_id: Text
    valuation_id: Text
    as_of: date
    fair_value_yen: Yen
    method: ValuationMethod
    inputs: tuple[ValuationInput, ...]
    reasoning: Remark


class ApproveValuation(DatedCommand):
    """Another person agrees: the fair value counts from its day."""

    investment_id: Text
    valuation_id: Text


class RecordExit(DatedCommand):
    """Part or all of an investment is sold and paid for. `cost_yen` leaves the oldest tranches first.

    `shares` that leave, where they are counted.
    """

    investment_id: Text
    exit_id: Text
    kind: ExitKind
    cost_yen: Yen
    proceeds_yen: Yen
    shares: SharesCount | None = None
    remark: Remark = ""


class WriteOff(DatedCommand):
    """Part or all of an investment is lost. `cost_yen` leaves the oldest tranches first."""

    investment_id: Text
    cost_yen: AmountYen
    reason: Remark


class RefundTranche(DatedCommand):
    """The company really pays part of a tranche back."""

    investment_id: Text
    number: int
    amount_yen: AmountYen
    reason: Remark


# Partners, fees, reserves


class AddCommitment(DatedCommand):
    """A partner commits more, or a new limited partner joins under this name."""

    partner: Text
    joins: bool = False
    amount_yen: AmountYen


class SetFeesAside(DatedCommand):
    amount_yen: AmountYen


class FreeFees(DatedCommand):
    """What is set aside for fees and not needed becomes investable."""

    amount_yen: AmountYen


class SetFeeSchedule(DatedCommand):
    """The fees to come, in the place of the schedule before."""

    fees: tuple[PlannedFee, ...]


class PayFee(DatedCommand):
    """A fee of the schedule is paid under its id there."""

    fee_id: Text
    amount_yen: AmountYen
    what: Text


class RefundFee(DatedCommand):
    """Part of a fee really came back."""

    fee_id: Text
    amount_yen: AmountYen
    reason: Remark


class ReserveFollowOn(DatedCommand):
    """Set aside for later rounds of a company that the fund holds; an empty company is none yet."""

    company_id: Text
    amount_yen: AmountYen
    source: Literal["investable", "unassigned"]


class FreeFollowOn(DatedCommand):
    company_id: Text
    amount_yen: AmountYen


class CallCapital(DatedCommand):
    """Call the partners; `on` is the day of the notice, `for_fees_yen` the part that pays fees and costs."""

    call_id: Text
    amount_yen: AmountYen
    for_fees_yen: Yen = 0
    due: date
    pay_to: Text = ""


class RecordPaidCapital(DatedCommand):
    """What came in on a call, from one partner; without a partner what all of them owe, in proportion."""

    call_id: Text
    amount_yen: AmountYen
    partner: int | None = None


class RecordShortfall(DatedCommand):
    """A partner does not pay the rest of its part of a call."""

    call_id: Text
    partner: int
    reason: Remark


class RefundCapital(DatedCommand):
    """Capital of a call that is not needed goes back to the partners, in proportion to what each paid."""

    call_id: Text
    amount_yen: AmountYen
    reason: Remark


class Distribute(DatedCommand):
    """Pay the partners; `of_capital_yen` of it is invested capital that came back, the rest gain."""

    distribution_id: Text
    amount_yen: AmountYen
    of_capital_yen: Yen
    what: Text


class RecycleCapital(DatedCommand):
    """Invested capital that came back becomes investable again, as far as the agreement allows."""

    amount_yen: AmountYen


class ClosePeriod(DatedCommand):
    """Close the books up to and with `until`; nothing is dated on it or before it afterwards."""

    until: date


# Taking over a running fund


class ProposeOpening(DatedCommand):
    """Put a running fund's tables before another person. Their files' bytes are kept already."""

    opening_id: Text
    opening: Opening


class AcceptOpening(DatedCommand):
    """Another person agrees: the tables are entered."""

    opening_id: Text
