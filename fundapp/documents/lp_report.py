"""The quarterly report to one limited partner: the fund, the partner's own account, the companies, what it cost."""

from collections.abc import Iterable

from fundapp.documents.blocks import Block, Document, Heading, Pairs, Paragraph, Tiles
from fundapp.documents.figure_table import FigureTable, on_paper
from fundapp.documents.fund_statements import framed, notes
from fundapp.documents.lp_tables import (
    became_table,
    calls_table,
    companies_table,
    fees_table,
    payouts_table,
    returns_table,
    use_bars,
    value_bars,
)
from fundapp.documents.report_words import multiple_text, rate_text, reasons, span
from fundapp.documents.said import said
from fundapp.documents.statement_tables import (
    account_table,
    balance_sheet_table,
    income_table,
    trend_table,
    year_multiples_table,
)
from fundapp.record.reported import FundReport, ReportedPartner
from fundapp.text.catalogue import _, ngettext, pgettext
from fundapp.text.figures import day, era_day, percent, yen


def lp_report_document(report: FundReport, partner: ReportedPartner) -> Document:
    """The report to a partner in the language spoken now."""
    return framed(report, _("Quarterly report to a limited partner"), _blocks(report, partner))


def _blocks(report: FundReport, partner: ReportedPartner) -> Iterable[Block]:
    quarter = report.quarter
    yield Paragraph(text=_("To {partner}").format(partner=partner.name), tone="strong")
    yield Paragraph(
        text=_("We report on the quarter {days}.").format(days=span(quarter.since, quarter.until)), leads=True
    )
    yield _tiles(partner)
    yield Heading(level=1, text=_("The fund"))
    yield Pairs(rows=tuple(_overview(report)))
    yield Heading(
        level=1, text=_("Where the fund's size of {size} stands").format(size=yen(report.figures.fund_size_yen))
    )
    yield use_bars(report)
    yield from _account(report, partner)
    yield from _returns(report, partner)
    number = partner.year.partner
    yield from _listed(
        _("Capital calls"), calls_table(report, number), bool(report.calls), _("Nothing was called yet.")
    )
    payouts = payouts_table(report, number)
    yield from _listed(_("Distributions"), payouts, bool(report.distributions), _("Nothing was distributed yet."))
    yield from _portfolio(report)
    yield Heading(level=1, text=_("Fees and costs"))
    yield on_paper(fees_table(report))
    for head, table in (
        (_("Balance sheet"), balance_sheet_table(report)),
        (_("Profit and loss"), income_table(report)),
        (_("Three years"), trend_table(report)),
    ):
        yield Heading(level=1, text=head)
        yield on_paper(table)
    yield on_paper(year_multiples_table(report))
    yield from notes(report)


def _tiles(partner: ReportedPartner) -> Tiles:
    own = partner.from_start
    change_yen = partner.quarter.closing_yen - partner.quarter.opening_yen
    return Tiles(
        tiles=(
            (
                _("Your equity"),
                yen(own.closing_yen, "million"),
                _("in the quarter {change}").format(change=_changed(change_yen)),
            ),
            (
                _("Paid in by you"),
                yen(own.paid_in_total_yen, "million"),
                _("of {commitment}").format(commitment=yen(own.commitment_yen, "million")),
            ),
            (
                _("Distributed to you"),
                yen(own.distributed_total_yen, "million"),
                _("DPI {dpi}").format(dpi=multiple_text(partner.net.dpi)),
            ),
            (
                _("TVPI, net of fees"),
                multiple_text(partner.net.tvpi),
                _("annual rate {rate}").format(rate=rate_text(partner.net.rate)),
            ),
        )
    )


def _changed(amount_yen: int) -> str:
    """A change with its sign; a plus is not left to the reader."""
    told = yen(amount_yen, "million")
    return f"+{told}" if amount_yen > 0 else told


def _overview(report: FundReport) -> Iterable[tuple[str, str]]:
    held = sum(one.cost_yen > 0 for one in report.companies)
    signed = len(report.companies)
    yield _("Fund"), said(report.fund)
    yield _("General partner"), said(report.general_partner)
    yield _("Fund size"), yen(report.figures.fund_size_yen)
    yield _("Begun on"), era_day(report.first_day)
    yield _("Term"), ngettext("{n} year", "{n} years", report.years).format(n=report.years)
    yield _("Year of the fund"), _("Year {n}").format(n=report.year)
    told = ngettext("{n} agreement signed", "{n} agreements signed", signed).format(n=signed)
    yield _("Investments"), _("{signed}, {held} held").format(signed=told, held=held)
    yield _("Net assets of the fund"), yen(report.sheet.net_assets_yen)


def _account(report: FundReport, partner: ReportedPartner) -> Iterable[Block]:
    own = partner.from_start
    yield Heading(level=1, text=_("Your capital account"))
    yield Pairs(
        rows=(
            (pgettext("partner", "Commitment"), yen(own.commitment_yen)),
            (_("Share of the fund"), percent(partner.share)),
            (_("Called and not given back"), yen(own.called_yen)),
            (_("Can still be called"), yen(own.unfunded_yen)),
        )
    )
    yield on_paper(account_table(report, partner))


def _returns(report: FundReport, partner: ReportedPartner) -> Iterable[Block]:
    yield Heading(level=1, text=_("Returns up to {day}").format(day=day(report.basis.on)))
    yield on_paper(returns_table(report, partner))
    named = ((_("You"), partner.net), (_("Fund"), report.net), (_("Investments"), report.gross))
    if told := reasons(named):
        yield Paragraph(text="\n".join(told), tone="muted")


def _portfolio(report: FundReport) -> Iterable[Block]:
    table = companies_table(report)
    yield from _listed(_("Portfolio"), table, bool(report.companies), _("No agreement is signed yet."))
    if told := reasons((said(one.company), one.gross) for one in report.companies if one.paid_yen):
        yield Paragraph(text="\n".join(told), tone="muted")
    bars = value_bars(report)
    if bars:
        yield Heading(level=2, text=_("Cost and fair value"))
        yield bars
    if report.companies:
        yield Heading(level=2, text=_("What became of each company"))
        yield on_paper(became_table(report))


def _listed(head: str, table: FigureTable, is_any: bool, none: str) -> Iterable[Block]:
    """A list under its head, or that there is nothing to list."""
    yield Heading(level=1, text=head)
    yield on_paper(table) if is_any else Paragraph(text=none)
