"""Score sheets as PDF/UA-1 through typst, to be printed and filled in by hand."""

from contextvars import copy_context
from datetime import datetime
from typing import Any

from fundapp.basis.fact import Language
from fundapp.committee.item import RollEntry
from fundapp.documents.score_sheet import score_sheets
from fundapp.documents.typst_pdf import printed, typst_pdf
from fundapp.record.book import Book, Item
from fundapp.text.catalogue import use


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

    def speak() -> dict[str, Any]:
        use(language)
        document: dict[str, Any]
        document, _lost = printed(score_sheets(book, item, seats, names).model_dump(mode="json"))
        return document

    return typst_pdf("score_sheet.typ", copy_context().run(speak), standards=("ua-1",), issued_at=issued_at)
