"""The page of the reports: their day, the figures of that day, the statements, and the papers to take away."""

from datetime import date

import streamlit as st

from fundapp.basis.roles import Actor, Role
from fundapp.documents.business_report import course_lines, open_lines
from fundapp.documents.figure_table import FigureTable, Value
from fundapp.documents.lp_tables import companies_table
from fundapp.documents.report_words import multiple_text, rate_text, reasons
from fundapp.documents.statement_tables import (
    INDENT,
    balance_sheet_table,
    cash_table,
    equity_table,
    income_table,
    schedule_table,
    trend_table,
    year_multiples_table,
)
from fundapp.record.as_of import closing_of
from fundapp.record.book import Book
from fundapp.record.fund_report import quarter_before, quarter_end_before
from fundapp.record.reported import FundReport
from fundapp.reports_desk import AUDIT_READERS
from fundapp.text.catalogue import _
from fundapp.text.figures import day, yen
from fundapp.ui import components
from fundapp.ui.downloads import copy_language, download_button
from fundapp.ui.words import plain

MOST_QUARTERS = 12
_UNBROKEN_INDENT = "\N{NO-BREAK SPACE}" * 3


def title(report: FundReport) -> str:
    """The state of the fund on the day, in a line."""
    return _("Net assets of {amount} on {day}").format(
        amount=yen(report.sheet.net_assets_yen, "million"), day=day(report.basis.on)
    )


def choose_day(book: Book, today: date) -> date:
    """The day of the report: the end of a quarter or of a closed period, or any other."""
    days = report_days(book, today)
    chosen = st.selectbox(
        _("As of"), [*days, None], format_func=lambda one: _day_text(book, one), key="report-day", width=420
    )
    if chosen is not None:
        return chosen
    first = book.established_on or today
    other = st.date_input(_("Another day"), value=today, min_value=first, max_value=today, key="report-other-day")
    return other if isinstance(other, date) else today


def report_days(book: Book, today: date) -> tuple[date, ...]:
    """The last days of quarters and of closed periods since the fund was established, the latest first."""
    first = book.established_on or today
    end = quarter_end_before(today)
    found = {until for _seq, until in book.closed}
    while end >= first and len(found) < MOST_QUARTERS:
        found.add(end)
        end = quarter_before(end)
    return tuple(sorted(found, reverse=True))


def _day_text(book: Book, one: date | None) -> str:
    if one is None:
        return _("Another day")
    told = _("{day}: closed, final") if closing_of(book, one) is not None else _("{day}: not closed, provisional")
    return told.format(day=day(one))


def show_figures(report: FundReport) -> None:
    """Four figures, each with the one that it is measured by."""
    sheet, net = report.sheet, report.net
    with st.grid(4, min_column_width=250):
        components.figure(
            _("Net assets"),
            yen(sheet.net_assets_yen, "million"),
            _("of {paid} paid in").format(paid=yen(sheet.paid_in_yen, "million")),
        )
        components.figure(
            _("Investments at fair value"),
            yen(sheet.investments_yen, "million"),
            _("cost {cost}").format(cost=yen(sheet.cost_yen, "million")),
        )
        components.figure(
            _("TVPI, net of fees"), multiple_text(net.tvpi), _("DPI {dpi}").format(dpi=multiple_text(net.dpi))
        )
        components.figure(
            _("Annual rate, net of fees"),
            rate_text(net.rate),
            _("gross {rate}").format(rate=rate_text(report.gross.rate)),
        )
    for line in reasons(((_("Fund"), net), (_("Investments"), report.gross))):
        st.markdown(plain(line))


def show_papers(report: FundReport, actor: Actor) -> None:
    """The papers of the day in the language that the reader picks."""
    components.section(_("Papers of this day"))
    limited = {one.year.partner: one.name for one in report.partners if not one.general}
    numbers = tuple(limited)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        spoken = copy_language("report")
        partner = (
            st.selectbox(_("Report to"), numbers, format_func=lambda n: limited[n], key="report-partner", width=420)
            if len(numbers) > 1
            else next(iter(numbers), None)
        )
    on, audits = report.basis.on.isoformat(), actor.has(Role.AUDITOR)
    with st.container(horizontal=True):
        if partner is not None:
            told = _("Report to {partner}").format(partner=limited[partner])
            download_button(told, "lp-report", spoken, primary=not audits, on=on, partner=str(partner))
        download_button(_("Statements as PDF"), "statements-pdf", spoken, on=on)
        download_button(_("Statements as a spreadsheet with charts"), "statements-xlsx", spoken, on=on)
        if actor.has(*AUDIT_READERS):
            download_button(_("Audit pack"), "audit-pack", spoken, primary=audits, on=on)


def show_statements(report: FundReport) -> None:
    """The statements one below the other, the balance sheet open."""
    components.section(_("Balance sheet"))
    _table(balance_sheet_table(report))
    for table in (
        income_table(report),
        companies_table(report),
        schedule_table(report),
        equity_table(report),
        cash_table(report),
        trend_table(report),
        year_multiples_table(report),
    ):
        with st.expander(table.name):
            _table(table)
    with st.expander(_("Business report")):
        st.markdown("\n".join(f"- {plain(one)}" for one in (*course_lines(report), *open_lines(report))))


def _table(table: FigureTable) -> None:
    """All rows, as a statement is read from top to bottom and printed."""
    head = [column.head.replace("\n", " ") or table.name for column in table.columns]
    rows = [dict(zip(head, map(_shown, row), strict=True)) for row in table.rows]
    components.figures_table(rows, about=table.name)


def _shown(cell: Value) -> Value:
    """A cell of the page: nothing where nothing is told, and an indent after which no line is broken."""
    if not isinstance(cell, str):
        return cell
    words = cell.lstrip(INDENT)
    return _UNBROKEN_INDENT * (len(cell) - len(words)) + words or None
