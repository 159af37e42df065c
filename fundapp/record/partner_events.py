"""The events between the fund and its partners, and of its fees and reserves."""

from datetime import date
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import AmountYen, Yen
from fundapp.fund.partners import PartnerPart
from fundapp.record.event import Event


class CommitmentAdded(Event):
    """A partner committed more, or a new limited partner joined; the fund is so much larger."""

    partner: Text
    """Its name in the agreement."""
    amount_yen: AmountYen
    on: date


class FeesSetAside(Event):
    """More of the investable balance was set aside for fees and costs."""

    amount_yen: AmountYen
    on: date


class FeesFreed(Event):
    """What was set aside for fees and is not needed became investable again."""

    amount_yen: AmountYen
    on: date


class PlannedFee(Fact):
    """One fee or cost that the fund expects; it is paid under the same id."""

    fee_id: Text
    due: date
    amount_yen: AmountYen
    what: Text


class FeeScheduleSet(Event):
    """The fees and costs to come, in the place of the schedule before. No money moves."""

    fees: tuple[PlannedFee, ...]
    on: date


class FeePaid(Event):
    """A cost of the fund was paid out of the cost reserve."""

    fee_id: Text
    amount_yen: AmountYen
    what: Text
    on: date


class FeeRefunded(Event):
    """Part of a fee really came back."""

    fee_id: Text
    amount_yen: AmountYen
    reason: Text
    """Digest of the words."""
    on: date


class FollowOnReserved(Event):
    """Capital was set aside for later rounds of a company that the fund holds, or of none yet."""

    company_id: Text
    """Empty for none yet."""
    amount_yen: AmountYen
    source: Literal["investable", "unassigned"]
    on: date


class FollowOnFreed(Event):
    """A follow-on reserve that is not needed became investable again."""

    company_id: Text
    amount_yen: AmountYen
    on: date


class CapitalCalled(Event):
    """The partners were called for this amount, each for its part."""

    call_id: Text
    number: int
    """Counted from 1; the notice is numbered by it."""
    amount_yen: AmountYen
    for_fees_yen: Yen = 0
    """What of it pays fees and costs; the rest pays investments."""
    parts: tuple[PartnerPart, ...]
    due: date
    pay_to: Text = ""
    """The fund's bank account as the notice names it."""
    on: date
    """Day of the notice."""


class CapitalPaid(Event):
    """A partner paid this amount of a call."""

    call_id: Text
    partner: int
    amount_yen: AmountYen
    on: date


class CallFellShort(Event):
    """A partner does not pay the rest of its part of a call; it can be called for it again."""

    call_id: Text
    partner: int
    amount_yen: AmountYen
    reason: Text
    """Digest of the words."""
    on: date


class CapitalRefunded(Event):
    """Capital of a call that was not needed went back to the partners, and can be called again."""

    call_id: Text
    amount_yen: AmountYen
    parts: tuple[PartnerPart, ...]
    reason: Text
    """Digest of the words."""
    on: date


class Distributed(Event):
    """The partners received their parts of what came back."""

    distribution_id: Text
    number: int
    """Counted from 1; the notice is numbered by it."""
    amount_yen: AmountYen
    of_capital_yen: Yen
    """What of it is invested capital that came back; the rest is gain."""
    parts: tuple[PartnerPart, ...]
    what: Text
    on: date


class CapitalRecycled(Event):
    """Invested capital that came back is investable again."""

    amount_yen: AmountYen
    on: date


class PeriodClosed(Event):
    """The books are closed up to and with this day: nothing is dated on it or before it afterwards."""

    until: date
    on: date
