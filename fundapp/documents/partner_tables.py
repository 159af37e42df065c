"""Calls and distributions as tables: one row for each partner's part."""

from collections.abc import Sequence

from fundapp.documents.csv_table import CellValue, csv_table
from fundapp.documents.xlsx_table import XlsxColumn, xlsx_table
from fundapp.record.book import Book
from fundapp.text.catalogue import _


def columns() -> tuple[XlsxColumn, ...]:
    """The columns in reading order."""
    return (
        XlsxColumn(head=_("What")),
        XlsxColumn(head=_("No."), kind="count"),
        XlsxColumn(head=_("Date")),
        XlsxColumn(head=_("Due")),
        XlsxColumn(head=_("Partner")),
        XlsxColumn(head=_("Amount (yen)"), kind="yen"),
        XlsxColumn(head=_("Paid in (yen)"), kind="yen"),
        XlsxColumn(head=_("Given up (yen)"), kind="yen"),
        XlsxColumn(head=_("Given back (yen)"), kind="yen"),
    )


def rows(book: Book) -> list[tuple[CellValue, ...]]:
    """Calls by number with each partner's part, then distributions."""
    names = [one.name for one in book.terms.partners] if book.terms else []
    calls: list[tuple[CellValue, ...]] = [
        (
            *(_("Capital call"), call.number, call.called_on.isoformat(), call.due.isoformat()),
            *(names[one.partner - 1], one.amount_yen, one.paid_yen, one.short_yen, one.refunded_yen),
        )
        for call in sorted(book.calls.values(), key=lambda one: one.number)
        for one in call.parts
    ]
    paid: list[tuple[CellValue, ...]] = [
        (
            *(_("Distribution"), given.number, given.on.isoformat(), None),
            *(names[one.partner - 1], one.amount_yen, None, None, None),
        )
        for given in sorted(book.distributions.values(), key=lambda one: one.number)
        for one in given.parts
    ]
    return calls + paid


def partners_csv(book: Book) -> bytes:
    """For other programs."""
    return csv_table([column.head for column in columns()], rows(book))


def partners_xlsx(book: Book) -> bytes:
    """For a spreadsheet: amounts are numbers, nothing is a formula."""
    found: Sequence[Sequence[CellValue]] = rows(book)
    return xlsx_table(_("Calls and distributions"), columns(), found)
