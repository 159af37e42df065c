"""Score sheets as PDF/UA-1 through typst, to be printed and filled in by hand."""

from datetime import datetime

from fundapp.basis.fact import Language
from fundapp.committee.item import RollEntry
from fundapp.documents.score_sheet import score_sheets
from fundapp.documents.typst_pdf import spoken, typst_pdf
from fundapp.record.book import Book, Item


def score_sheets_pdf(
    book: Book,
    item: Item,
    seats: tuple[RollEntry, ...],
    names: dict[str, str],
    *,
    language: Language,
    issued_at: datetime,
) -> bytes:
    """The sheets of these seats. `issued_at` needs a time zone. The caller's language stays as it was."""
    document = spoken(lambda: score_sheets(book, item, seats, names), language)
    return typst_pdf("score_sheet.typ", document, standards=("ua-1",), issued_at=issued_at)
