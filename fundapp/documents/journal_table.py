"""The journal as a table: one row a posting, with its event and its document."""

from collections.abc import Sequence

from fundapp.documents.account_names import BOOKS, account_name, cause_name
from fundapp.documents.csv_table import CellValue, csv_table
from fundapp.documents.portfolio_tables import stage_name
from fundapp.documents.said import said
from fundapp.documents.xlsx_table import XlsxColumn, xlsx_table
from fundapp.record.ledger import LedgerRow
from fundapp.text.catalogue import _
from fundapp.text.figures import day


def columns() -> tuple[XlsxColumn, ...]:
    """The columns in reading order."""
    return (
        XlsxColumn(head=_("No."), kind="count"),
        XlsxColumn(head=_("Date")),
        XlsxColumn(head=_("Book")),
        XlsxColumn(head=_("Event")),
        XlsxColumn(head=_("Account")),
        XlsxColumn(head=_("Debit (yen)"), kind="yen"),
        XlsxColumn(head=_("Credit (yen)"), kind="yen"),
        XlsxColumn(head=_("Document")),
        XlsxColumn(head=_("Reversal")),
    )


def rows(found: Sequence[LedgerRow]) -> list[tuple[CellValue, ...]]:
    """The postings as they stand in the record."""
    return [
        (
            one.seq,
            one.effective.isoformat(),
            _(BOOKS[one.book]),
            cause_name(one.cause),
            account_text(one),
            one.amount_yen if one.amount_yen > 0 else None,
            -one.amount_yen if one.amount_yen < 0 else None,
            document_text(one),
            reversal_text(one),
        )
        for one in found
    ]


def account_text(row: LedgerRow) -> str:
    """The account with the company or sector that it is kept for, and the payment."""
    name = account_name(row.account)
    if row.about is None:
        if row.book != "LIM":
            return name
        if row.year is not None:
            return _("{account}: year {n} of the fund").format(account=name, n=row.year)
        # A limit without a company, a sector or a year is the early stage's, or that of recycling.
        of = _("recycling") if row.cause == "capital_recycled" else stage_name(early=True)
        return _("{account}: {name}").format(account=name, name=of)
    if row.tranche is None:
        return _("{account}: {name}").format(account=name, name=said(row.about))
    return _("{account}: {name}, tranche {number}").format(account=name, name=said(row.about), number=row.tranche)


def document_text(row: LedgerRow) -> str:
    """The paper behind the entry; empty when the entry in the record is all there is."""
    if row.document_on is None:
        return row.document
    if row.document:
        return row.document
    if row.cause in ("capital_called", "capital_paid", "capital_refunded", "call_short"):
        return _("Capital call due on {day}").format(day=day(row.document_on))
    return _("Agreement of {day}").format(day=day(row.document_on))


def reversal_text(row: LedgerRow) -> str:
    """That the entry was reversed, or which one it reverses."""
    if row.reversed_by is not None:
        return _("reversed by no. {seq}").format(seq=row.reversed_by)
    return _("reverses no. {seq}").format(seq=row.reverses) if row.reverses is not None else ""


def journal_csv(found: Sequence[LedgerRow]) -> bytes:
    """For other programs."""
    return csv_table([column.head for column in columns()], rows(found))


def journal_xlsx(found: Sequence[LedgerRow]) -> bytes:
    """For a spreadsheet: amounts are numbers, nothing is a formula."""
    return xlsx_table(_("Journal"), columns(), rows(found))
