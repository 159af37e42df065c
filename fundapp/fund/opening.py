"""A running fund as its spreadsheets tell it: positions, tranches, movements, partners and balances on one day.

Each row keeps its number in its table, so that whatever does not agree can be found.
"""

from datetime import date
from typing import Literal, get_args

from fundapp.basis.fact import Bilingual, Fact, Ratio, Text
from fundapp.basis.shares import SharesCount
from fundapp.basis.yen import AmountYen, Yen

Part = Literal["positions", "tranches", "flows", "partners", "balances"]
PARTS: tuple[Part, ...] = get_args(Part)
ExitWay = Literal["sale", "buyback", "merger", "listing", "liquidation", "dividend"]
FlowKind = Literal[
    "capital_call", "paid_in", "shortfall", "capital_refund", "distribution",
    "fee", "fee_refund", "draw", "tranche_refund", "write_off", "valuation", "recycling",
    "sale", "buyback", "merger", "listing", "liquidation", "dividend",
]  # fmt: skip
EXITS: frozenset[str] = frozenset(get_args(ExitWay))
OF_PARTNERS = frozenset({"capital_call", "paid_in", "shortfall", "capital_refund", "distribution"})
OF_DEALS = frozenset({"draw", "tranche_refund", "write_off", "valuation"}) | EXITS
OF_TRANCHES = frozenset({"draw", "tranche_refund"})


class OpeningRow(Fact):
    """A row of a table; `row` is the number that the spreadsheet shows."""

    row: int


class OpeningPosition(OpeningRow):
    """One agreement with a company. `deal` is its number, by which the other tables name it."""

    deal: Text
    company_id: Text
    company: Bilingual
    sector: Text
    early_stage: bool
    instrument: Text
    resolved_on: date
    """Day of the resolution: the year's limit counts the agreement there."""
    signed_on: date
    cost_yen: Yen
    """Still held, at cost."""
    fair_value_yen: Yen
    valued_on: date | None = None
    """Day of the fair value; None when the movements tell it, or it is the cost."""
    method: Text = ""
    ownership: Ratio | None = None
    voting_share: Ratio | None = None


class OpeningTranche(OpeningRow):
    """One planned payment: wholly paid or not paid yet."""

    deal: Text
    number: int
    committed_yen: AmountYen
    drawn_yen: Yen
    undrawn_yen: Yen
    due: date
    milestone: Text = ""
    stopped_on: date | None = None
    shares: SharesCount | None = None
    """That the payment buys, where they are counted."""


class OpeningFlow(OpeningRow):
    """One movement of money, or of a fair value (`amount_yen` is then the fair value)."""

    on: date
    kind: FlowKind
    amount_yen: Yen
    deal: Text = ""
    tranche: int = 0
    partner: int | None = None
    """Counted from 1 in the terms; None for all partners by their shares."""
    ref: Text = ""
    """Number of the call, the distribution or the fee."""
    part_yen: Yen = 0
    """What of it is cost that left (exit), invested capital (distribution), or for fees (call)."""
    due: date | None = None
    what: Text = ""
    method: Text = ""
    shares: SharesCount | None = None
    """That left with an exit, where they are counted."""


class OpeningPartner(OpeningRow):
    """A partner's capital account on the day. `called_yen` None when the table does not tell it."""

    partner: int
    committed_yen: Yen
    called_yen: Yen | None = None
    paid_in_yen: Yen
    distributed_yen: Yen


class FollowOnLeft(OpeningRow):
    """What is set aside for later rounds of a company; an empty company is none yet."""

    company_id: Text = ""
    amount_yen: Yen


class OpeningBalances(Fact):
    """What the fund's books say on the day, with the row of each figure."""

    as_of: date
    fund_size_yen: Yen
    fund_size_row: int
    cash_yen: Yen
    cash_row: int
    cost_reserve_yen: Yen
    cost_reserve_row: int
    follow_on: tuple[FollowOnLeft, ...] = ()


class OpeningSource(Fact):
    """Where a table was read: the file by its digest, and its sheet (of a text file its name)."""

    part: Part
    file_name: Text
    file_sha256: Text
    sheet: Text


class Opening(Fact):
    """The whole of it."""

    sources: tuple[OpeningSource, ...]
    positions: tuple[OpeningPosition, ...]
    tranches: tuple[OpeningTranche, ...]
    flows: tuple[OpeningFlow, ...]
    partners: tuple[OpeningPartner, ...]
    balances: OpeningBalances

    def source(self, part: Part) -> OpeningSource:
        """Where a table was read."""
        return next(one for one in self.sources if one.part == part)

    def sheet(self, part: Part) -> str:
        """The name of the sheet that a table was read from."""
        return next((one.sheet for one in self.sources if one.part == part), "")

    def place(self, part: Part, row: int) -> str:
        """A row as a reader finds it: the sheet and the number beside the row."""
        return f"{self.sheet(part)} {row}"

    @property
    def in_order(self) -> tuple[OpeningFlow, ...]:
        """The movements by day; on one day what comes in before what goes out."""
        return tuple(sorted(self.flows, key=lambda one: (one.on, _WITHIN_A_DAY.get(one.kind, 1), one.row)))

    def flows_of(self, deal: str) -> tuple[OpeningFlow, ...]:
        """The movements of one agreement, by day."""
        return tuple(one for one in self.in_order if one.deal == deal)


_WITHIN_A_DAY = {
    "capital_call": -2,
    "paid_in": -1,
    **dict.fromkeys(("fee", "distribution", "capital_refund", "recycling"), 2),
    "fee_refund": 3,
}
"""A call stands before its payment, and what comes in before what goes out. What concerns one agreement keeps the order
of its rows."""
