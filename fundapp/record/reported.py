"""The facts of a report: what one day tells of the fund, for whichever document it is told in."""

from datetime import date
from typing import Literal

from fundapp.basis.days import Instant
from fundapp.basis.fact import Bilingual, Fact, Ratio, Text
from fundapp.basis.yen import Yen
from fundapp.committee.proposal import Instrument
from fundapp.fund.equity import PartnerEquity
from fundapp.fund.figures import FundFigures
from fundapp.fund.returns import Returns
from fundapp.fund.statements import BalanceSheet, CashMoves, DealMove, Income
from fundapp.record.events import ValuationMethod
from fundapp.record.money import CapitalCall, Distribution, Fee

Became = Literal["nothing_paid", "held", "part_sold", "sold", "part_lost", "lost"]


class Basis(Fact):
    """The record that a report rests on."""

    on: date
    seq: int
    hash: Text
    at: Instant
    final: bool
    """The day is in a closed period: the report will always be the same."""


class ReportedCompany(Fact):
    """One signed investment with what became of it."""

    deal_id: Text
    company: Bilingual
    sector: Text
    early_stage: bool
    instrument: Instrument | None
    voting_share: Ratio | None
    signed_on: date
    first_paid_on: date | None
    paid_yen: Yen
    unpaid_yen: Yen
    """What the agreement still promises."""
    cost_yen: Yen
    fair_value_yen: Yen
    proceeds_yen: Yen
    lost_yen: Yen
    method: ValuationMethod | None
    valued_on: date | None
    gross: Returns
    became: Became
    support_promised: int
    support_given: int


class ReportedMove(Fact):
    """A line of the schedule of investments, named."""

    company: Bilingual
    instrument: Instrument | None
    shares: int | None
    """Held at the end; None where they are not counted."""
    move: DealMove


class ReportedPartner(Fact):
    """A partner's capital account of the quarter, of the year and from the beginning, and what it returned."""

    name: Text
    general: bool
    share: Ratio
    quarter: PartnerEquity
    year: PartnerEquity
    from_start: PartnerEquity
    net: Returns


class TrendYear(Fact):
    """One year of the fund; the last one may not be over."""

    number: int
    over: bool
    sheet: BalanceSheet
    income: Income
    cash: CashMoves
    net: Returns
    """Of all partners, from the beginning to its end."""
    held: int
    """Companies held at its end."""


class FundReport(Fact):
    """The whole report of one day, for whichever document it is told in."""

    basis: Basis
    fund: Bilingual
    general_partner: Bilingual
    first_day: date
    years: int
    year: int
    """Of the fund, in which the day lies."""
    figures: FundFigures
    sheet: BalanceSheet
    sheet_before: BalanceSheet | None
    """At the end of the year before."""
    quarter: Income
    this_year: Income
    year_before: Income | None
    from_start: Income
    cash_quarter: CashMoves
    cash_year: CashMoves
    cash_from_start: CashMoves
    moves: tuple[ReportedMove, ...]
    """Of the year."""
    partners: tuple[ReportedPartner, ...]
    companies: tuple[ReportedCompany, ...]
    calls: tuple[CapitalCall, ...]
    distributions: tuple[Distribution, ...]
    fees: tuple[Fee, ...]
    trend: tuple[TrendYear, ...]
    net: Returns
    gross: Returns

    @property
    def year_began(self) -> date:
        """The first day of the year of the fund."""
        return self.this_year.since or self.first_day
