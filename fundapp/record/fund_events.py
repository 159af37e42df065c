"""The events of the fund's money from its closing over the resolution's reservation to the last yen of a tranche."""

from datetime import date
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.basis.shares import SharesCount
from fundapp.basis.yen import AmountYen, Yen
from fundapp.committee.proposal import Terms
from fundapp.fund.terms import FundTerms
from fundapp.record.event import Event


class FundEstablished(Event):
    """The fund was closed with these terms."""

    terms: FundTerms
    on: date


class FundsReserved(Event):
    """The resolution reserved this amount; without an agreement it returns on the day after `expires_on`."""

    reservation_id: Text
    item_id: Text
    proposal_id: Text
    company_id: Text
    sector: Text
    early_stage: bool
    amount_yen: AmountYen
    follow_on_yen: Yen = 0
    """What of it came out of the company's follow-on reserve."""
    expires_on: date
    on: date


class ReservationReleased(Event):
    """The reservation's money went back to the investable balance."""

    reservation_id: Text
    why: Literal["expired", "void"]
    reason: Text = ""
    """Digest of the words; a reservation that expires has none."""
    on: date


class GpDecisionMade(Event):
    """The general partner decided to carry the resolution out on these terms."""

    reservation_id: Text
    terms: Terms
    on: date


class SupportDue(Fact):
    """A support need of the proposal whose menu item a payment waits for."""

    need_id: Text
    name: Text


class TrancheTerms(Fact):
    """One planned payment of an agreement."""

    number: int
    amount_yen: AmountYen
    due: date
    milestone: Text
    support: tuple[SupportDue, ...] = ()
    """Menu items that must be given before the payment. The first payment waits for the resolution's conditions."""
    shares: SharesCount | None = None
    """Shares or units that the payment buys; None where they are not counted, as with a loan."""


class ConditionMet(Event):
    """A condition of a conditional approval is met; `number` counts the resolution's conditions from 1."""

    reservation_id: Text
    number: int
    evidence: Text
    """Digest of the words."""
    on: date


class AgreementSigned(Event):
    """The investment agreement was signed; what it does not use of the reservation goes back."""

    investment_id: Text
    reservation_id: Text
    tranches: tuple[TrancheTerms, ...]
    on: date

    @property
    def stream(self) -> str:
        return f"investment/{self.investment_id}"


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


class SupportGiven(InvestmentEvent):
    """The menu item that payments wait for was given, on this evidence."""

    need_id: Text
    evidence: Text
    """Digest of the words."""
    on: date


class TrancheFrozen(InvestmentEvent):
    """The payment of a tranche is stopped until further notice. A status: no money moves."""

    number: int
    reason: Text
    on: date


class TrancheResumed(InvestmentEvent):
    """The stop of a tranche was lifted. Who had approved its payment before the stop approves anew."""

    number: int
    reason: Text
    on: date


class TrancheCancelled(InvestmentEvent):
    """The tranche will not be paid; its capital and the room in the limits came back."""

    number: int
    amount_yen: AmountYen
    reason: Text
    on: date


class EntryReversed(Event):
    """What the record entered at `seq` was entered by mistake: its exact negation, once."""

    seq: int
    reason: Text
    """Digest of the words."""
    on: date
