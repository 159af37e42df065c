"""The statements and the portfolio as a workbook: every statement a sheet, with native charts."""

from collections.abc import Sequence

from fundapp.charts.sheet import Rows
from fundapp.documents.business_report import course_lines, open_lines
from fundapp.documents.charted_workbook import ChartedSheet, charted_workbook
from fundapp.documents.figure_table import FigureTable, in_sheet
from fundapp.documents.lp_tables import became_table, companies_table, fees_table, use_rows
from fundapp.documents.report_words import basis_lines, state_text
from fundapp.documents.said import said
from fundapp.documents.statement_tables import (
    account_table,
    balance_sheet_table,
    cash_table,
    equity_table,
    income_table,
    schedule_table,
    trend_table,
    year_multiples_table,
)
from fundapp.record.reported import FundReport
from fundapp.text.catalogue import _, pgettext
from fundapp.text.figures import yen


def statements_xlsx(report: FundReport, more: Sequence[ChartedSheet] = ()) -> bytes:
    """The workbook in the language spoken now; the same report gives the same bytes."""
    accounts = (
        _plain(account_table(report, partner), name=_("Account {n}").format(n=n), finding=partner.name)
        for n, partner in enumerate(report.partners, 1)
    )
    return charted_workbook(
        (
            _cover(report),
            _plain(balance_sheet_table(report)),
            _plain(income_table(report)),
            _plain(cash_table(report)),
            _plain(schedule_table(report)),
            _values(report),
            _plain(equity_table(report)),
            *accounts,
            _business(report),
            _plain(trend_table(report)),
            _plain(year_multiples_table(report)),
            _years(report),
            _use(report),
            _plain(companies_table(report)),
            _plain(became_table(report)),
            _plain(fees_table(report)),
            *more,
        )
    )


def _plain(table: FigureTable, *, name: str = "", finding: str = "") -> ChartedSheet:
    return ChartedSheet(name or table.name, finding, in_sheet(table))


def _cover(report: FundReport) -> ChartedSheet:
    lines = [(said(report.fund),), (state_text(report),), *((line,) for line in basis_lines(report))]
    rows: Rows = ((_("What this workbook rests on"),), *lines, (report.basis.hash,))
    return ChartedSheet(_("About this workbook"), "", rows)


def _business(report: FundReport) -> ChartedSheet:
    """The business report in words; the three years have a sheet of their own."""
    lines = [(one,) for one in (*course_lines(report), *open_lines(report))]
    return ChartedSheet(_("Business report"), "", ((_("Course and results of the year"),), *lines))


def _values(report: FundReport) -> ChartedSheet:
    """What each company that is held cost and is worth."""
    held = [one for one in report.companies if one.cost_yen]
    finding = _("Investments of {cost} at cost are worth {fair}").format(
        cost=yen(report.sheet.cost_yen, "million"), fair=yen(report.sheet.investments_yen, "million")
    )
    rows: Rows = (
        (_("Company"), pgettext("holding", "Cost (yen)"), _("Fair value (yen)")),
        *((said(one.company), one.cost_yen, one.fair_value_yen) for one in held),
    )
    return ChartedSheet(_("Cost and fair value"), finding, rows, (2, 1), stacked=False)


def _years(report: FundReport) -> ChartedSheet:
    """Net assets beside what was paid in and distributed, year by year."""
    finding = _("Net assets of {amount} on {day}").format(
        amount=yen(report.sheet.net_assets_yen, "million"), day=report.basis.on.isoformat()
    )
    rows: Rows = (
        (_("End of the year"), _("Paid in (yen)"), _("Net assets (yen)"), _("Distributed so far (yen)")),
        *(
            (one.sheet.on.isoformat(), one.sheet.paid_in_yen, one.sheet.net_assets_yen, one.sheet.distributed_yen)
            for one in report.trend
        ),
    )
    return ChartedSheet(_("Net assets"), finding, rows, (2, 1, 3), kind="column", stacked=False)


def _use(report: FundReport) -> ChartedSheet:
    """Where the fund's size stands."""
    finding = _("{amount} of {size} can still be invested").format(
        amount=yen(report.figures.investable_yen, "million"), size=yen(report.figures.fund_size_yen, "million")
    )
    rows: Rows = ((_("Used for"), _("Amount (yen)")), *use_rows(report))
    return ChartedSheet(_("Use of the fund"), finding, rows, (1,), stacked=False)
