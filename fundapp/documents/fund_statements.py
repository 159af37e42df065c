"""The statements of the fund as one document: what an auditor reads, and what every partner may ask for."""

from collections.abc import Iterable

from fundapp.documents.blocks import Block, Document, Heading, Pairs, Paragraph
from fundapp.documents.business_report import course_lines, open_lines
from fundapp.documents.figure_table import on_paper
from fundapp.documents.report_words import basis_lines, span, state_text
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
from fundapp.text.catalogue import _, language, pgettext
from fundapp.text.figures import day, percent, yen


def statements_document(report: FundReport) -> Document:
    """The statements in the language spoken now."""
    title = _("Statements of year {n} of the fund").format(n=report.year)
    return framed(report, title, _blocks(report))


def framed(report: FundReport, title: str, blocks: Iterable[Block]) -> Document:
    """A report of the fund under its head, with the record that it rests on in its foot."""
    return Document(
        language=language(),
        title=title,
        subtitle=(said(report.fund), _("General partner: {name}").format(name=said(report.general_partner))),
        status=state_text(report),
        author=said(report.general_partner),
        keywords=(title, said(report.fund)),
        running_head=(said(report.fund), f"{title}, {report.basis.on.isoformat()}"),
        running_foot=(_("Confidential"), _("Record no. {seq}").format(seq=report.basis.seq)),
        attachment=_("The figures of this report as JSON"),
        blocks=tuple(blocks),
    )


def _blocks(report: FundReport) -> Iterable[Block]:
    year = report.this_year
    yield Paragraph(
        text=_("Year {n} of the fund: {days}. Amounts in yen.").format(
            n=report.year, days=span(year.since, year.until)
        ),
        tone="muted",
    )
    for head, table in (
        (_("Balance sheet"), balance_sheet_table(report)),
        (_("Profit and loss"), income_table(report)),
        (_("Cash movements"), cash_table(report)),
        (_("Schedule of investments"), schedule_table(report)),
        (_("Schedule of partners' equity"), equity_table(report)),
    ):
        yield Heading(level=1, text=head)
        yield on_paper(table)
    yield Heading(level=1, text=_("Capital account of each partner"))
    for partner in report.partners:
        account = partner.from_start
        yield Heading(level=2, text=partner.name)
        yield Pairs(
            rows=(
                (pgettext("partner", "Commitment"), yen(account.commitment_yen)),
                (_("Share of the fund"), percent(partner.share)),
                (_("Called and not given back"), yen(account.called_yen)),
                (_("Can still be called"), yen(account.unfunded_yen)),
            )
        )
        yield on_paper(account_table(report, partner))
    yield from _business(report)
    yield from notes(report)


def _business(report: FundReport) -> Iterable[Block]:
    """The business report: the year in words, three years in figures, and what is still open."""
    yield Heading(level=1, text=_("Business report"))
    yield Heading(level=2, text=_("Course and results of the year"))
    yield Paragraph(text=_numbered(course_lines(report)))
    yield Heading(level=2, text=_("Three years"))
    yield on_paper(trend_table(report))
    yield on_paper(year_multiples_table(report))
    yield Heading(level=2, text=_("Other matters"))
    yield Paragraph(text=_numbered(open_lines(report)))


def _numbered(lines: Iterable[str]) -> str:
    return "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))


def notes(report: FundReport) -> Iterable[Block]:
    """What the figures rest on, and what stands beside the balance sheet."""
    yield Heading(level=1, text=_("Notes"))
    lines = [*basis_lines(report)]
    if report.sheet.receivable_yen:
        told = _("On {day} {amount} was called and not paid in yet; it is not among the assets.")
        lines.insert(1, told.format(day=day(report.basis.on), amount=yen(report.sheet.receivable_yen)))
    yield Paragraph(text=_numbered(lines), tone="muted")
    yield Pairs(
        rows=(
            (_("Record"), _("entry {seq}").format(seq=report.basis.seq)),
            (_("Fingerprint"), report.basis.hash),
        )
    )
