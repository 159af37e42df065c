"""The events of what the fund holds: valuation, exit, write-off and refund of an investment."""

from datetime import date
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.basis.shares import SharesCount
from fundapp.basis.yen import AmountYen, Yen
from fundapp.record.fund_events import InvestmentEvent

ValuationMethod = Literal[
    "recent_price", "multiples", "benchmark", "market_price", "discounted_cash_flow", "net_assets", "scenario"
]
"""The techniques of the IPEV Valuation Guidelines (December 2022), section 3."""
ExitKind = Literal["sale", "buyback", "merger", "listing", "liquidation", "dividend"]


class ValuationInput(Fact):
    """One figure that the fair value rests on, with its unit and source in words."""

    name: Text
    value: Text


class ValuationProposed(InvestmentEvent):
    """The manager proposed a fair value; it counts once another person approves it."""

    valuation_id: Text
    as_of: date
    fair_value_yen: Yen
    method: ValuationMethod
    inputs: tuple[ValuationInput, ...]
    reasoning: Text
    """Digest of the words."""
    person: Text
    on: date


class ValuationApproved(InvestmentEvent):
    """Another person approved the proposed fair value, and it counts from its day."""

    valuation_id: Text
    as_of: date
    change_yen: Yen
    """What the fair value is above what the books held on that day; below zero for less."""
    person: Text
    on: date


class CostPart(Fact):
    """What of a tranche's cost leaves the fund."""

    number: int
    cost_yen: AmountYen


class InvestmentExited(InvestmentEvent):
    """Part of an investment or all of it was sold; a dividend has proceeds and no cost."""

    exit_id: Text
    kind: ExitKind
    parts: tuple[CostPart, ...]
    proceeds_yen: Yen
    released_yen: Yen
    """What of the unrealised result left with it."""
    shares: SharesCount | None = None
    """Shares or units that left; None where they are not counted."""
    remark: Text = ""
    """Digest of the words."""
    on: date


class InvestmentWrittenOff(InvestmentEvent):
    """Part of an investment or all of it is lost."""

    parts: tuple[CostPart, ...]
    released_yen: Yen
    reason: Text
    """Digest of the words."""
    on: date


class TrancheRefunded(InvestmentEvent):
    """The company really paid part of a tranche back; its capital is investable again."""

    number: int
    amount_yen: AmountYen
    released_yen: Yen
    reason: Text
    """Digest of the words."""
    on: date
