"""The fund's money as the Book holds it: reservations, investments, calls, distributions, fees."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.shares import SharesCount
from fundapp.basis.yen import AmountYen, Yen
from fundapp.committee.proposal import Terms
from fundapp.followup.obligation import SupportDone
from fundapp.fund.opening import Opening, OpeningSource
from fundapp.fund.partners import PartnerPart
from fundapp.record.events import ExitKind, SourceRow, SupportDue, ValuationInput, ValuationMethod


class ConditionDone(Fact):
    """A condition of the approval that is met; `number` counts from 1, `evidence` is the digest of the words."""

    number: int
    evidence: Text
    on: date


class Reservation(Fact):
    """Money held for a resolution until the agreement is signed."""

    id: Text
    item_id: Text
    proposal_id: Text
    company_id: Text
    company: Bilingual
    sector: Text
    early_stage: bool
    year: int
    """Of the fund, in which it was reserved: the year's limit counts it there."""
    amount_yen: AmountYen
    follow_on_yen: Yen = 0
    """What of it came out of the company's follow-on reserve."""
    expires_on: date
    reserved_on: date
    state: Literal["held", "decided", "signed", "expired", "void"] = "held"
    decided: Terms | None = None
    met: tuple[ConditionDone, ...] = ()


class ReleaseApproval(Fact):
    """One of the two approvals of a payment; `evidence` is the digest of the words it rests on."""

    person: Text
    as_manager: bool
    evidence: Text


class Tranche(Fact):
    """One payment of an investment."""

    number: int
    amount_yen: AmountYen
    due: date
    milestone: Text
    support: tuple[SupportDue, ...] = ()
    """Menu items that must be given before it is paid."""
    shares: SharesCount | None = None
    """That the payment buys, where they are counted."""
    approvals: tuple[ReleaseApproval, ...] = ()
    drawn_on: date | None = None
    frozen_on: date | None = None
    cancelled_on: date | None = None
    refunded_yen: Yen = 0
    sold_yen: Yen = 0
    lost_yen: Yen = 0

    @property
    def held_yen(self) -> int:
        """What of the payment the fund still holds, at cost."""
        return self.amount_yen - self.refunded_yen - self.sold_yen - self.lost_yen if self.drawn_on else 0


class Valuation(Fact):
    """A fair value of an investment on one day: proposed by one person, and in force once another approved it."""

    id: Text
    as_of: date
    fair_value_yen: Yen
    method: ValuationMethod
    inputs: tuple[ValuationInput, ...]
    reasoning: Text
    """Digest of the words."""
    proposed_by: Text
    approved_by: Text = ""


class Exit(Fact):
    """What was sold of an investment, for how much."""

    id: Text
    kind: ExitKind
    on: date
    cost_yen: Yen
    proceeds_yen: Yen
    shares: SharesCount | None = None
    """That left, where they are counted."""


class Investment(Fact):
    """A signed investment."""

    id: Text
    reservation_id: Text
    proposal_id: Text
    company_id: Text
    company: Bilingual
    sector: Text
    early_stage: bool
    year: int
    signed_on: date
    tranches: tuple[Tranche, ...]
    support_given: tuple[SupportDone, ...] = ()
    """The support needs whose menu item was given."""
    valuations: tuple[Valuation, ...] = ()
    """Those in force, the latest last."""
    proposed: Valuation | None = None
    exits: tuple[Exit, ...] = ()

    def gave(self, need_id: str) -> bool:
        """True when the menu item of this need was given."""
        return any(one.need_id == need_id for one in self.support_given)

    def tranche(self, number: int) -> Tranche | None:
        """One tranche by its number."""
        return next((one for one in self.tranches if one.number == number), None)

    def committed_yen(self) -> int:
        """The commitment in force: what the fund holds at cost and what it has still to pay."""
        return self.held_yen() + sum(
            one.amount_yen for one in self.tranches if one.drawn_on is None and one.cancelled_on is None
        )

    def drawn_yen(self) -> int:
        """What was paid to the company so far, whatever became of it."""
        return sum(tranche.amount_yen for tranche in self.tranches if tranche.drawn_on)

    def held_yen(self) -> int:
        """What the fund still holds, at cost."""
        return sum(tranche.held_yen for tranche in self.tranches)

    def lost_yen(self) -> int:
        """What was written off, at cost."""
        return sum(tranche.lost_yen for tranche in self.tranches)

    def shares(self) -> int | None:
        """Shares or units held; None where a payment or an exit does not count them, or part was paid back."""
        bought = [one.shares for one in self.tranches if one.drawn_on]
        left = [one.shares for one in self.exits if one.cost_yen]
        counted = [one for one in (*bought, *left) if one is not None]
        if not bought or len(counted) < len(bought) + len(left) or any(one.refunded_yen for one in self.tranches):
            return None
        return sum(counted[: len(bought)]) - sum(counted[len(bought) :])

    def proceeds_yen(self) -> int:
        """What exits and dividends brought."""
        return sum(one.proceeds_yen for one in self.exits)


class CallPart(Fact):
    """What one partner owes on a call, and what became of it."""

    partner: int
    amount_yen: AmountYen
    paid_yen: Yen = 0
    short_yen: Yen = 0
    """Given up on this call; it can be called again."""
    refunded_yen: Yen = 0

    @property
    def open_yen(self) -> int:
        """What has still to come."""
        return self.amount_yen - self.paid_yen - self.short_yen


class CapitalCall(Fact):
    """A call on the partners and what came in."""

    id: Text
    number: int
    amount_yen: AmountYen
    for_fees_yen: Yen
    parts: tuple[CallPart, ...]
    due: date
    called_on: date
    pay_to: Text = ""

    def part(self, partner: int) -> CallPart | None:
        """What falls to one partner."""
        return next((one for one in self.parts if one.partner == partner), None)

    @property
    def paid_yen(self) -> int:
        """What came in."""
        return sum(one.paid_yen for one in self.parts)

    @property
    def open_yen(self) -> int:
        """What has still to come."""
        return sum(one.open_yen for one in self.parts)


class Distribution(Fact):
    """What the partners received on one day."""

    id: Text
    number: int
    on: date
    amount_yen: AmountYen
    of_capital_yen: Yen
    parts: tuple[PartnerPart, ...]
    what: Text


class Fee(Fact):
    """A fee or cost that was paid."""

    id: Text
    what: Text
    on: date
    amount_yen: AmountYen
    refunded_yen: Yen = 0


class WaitingOpening(Fact):
    """A running fund's tables that wait for another person."""

    id: Text
    opening: Opening
    proposed_by: Text
    proposed_on: date


class TakenOver(Fact):
    """A running fund's tables that were accepted, at their place in the record."""

    seq: int
    opening: Opening
    rows: tuple[SourceRow, ...]
    """The row behind each of the events that follow on `seq`."""
    proposed_by: Text
    accepted_by: Text
    accepted_on: date

    @property
    def last_seq(self) -> int:
        """The place of the last event that enters the tables."""
        return self.seq + len(self.rows)

    def origin(self, seq: int) -> tuple[OpeningSource, int] | None:
        """The table and the row that an event was entered from; None for another event."""
        if not self.seq < seq <= self.last_seq:
            return None
        row = self.rows[seq - self.seq - 1]
        return self.opening.source(row.part), row.row

    def origins(self) -> Iterator[tuple[int, OpeningSource, int]]:
        """Each event with its table and its row."""
        for seq, row in enumerate(self.rows, self.seq + 1):
            yield seq, self.opening.source(row.part), row.row
