"""The letter to the applicant as PDF/A-3a and PDF/UA-1, and as Markdown for a mail."""

from contextvars import copy_context
from datetime import datetime

from fundapp.basis.fact import Language
from fundapp.documents.letter import Sender, letter
from fundapp.documents.minutes_markdown import markdown
from fundapp.documents.typst_pdf import spoken, typst_pdf
from fundapp.record.book import Book, Item
from fundapp.text.catalogue import use


def letter_pdf(book: Book, item: Item, sender: Sender, *, language: Language, issued_at: datetime) -> bytes:
    """The letter to print and to send. `issued_at` needs a time zone. The caller's language stays as it was."""
    document = spoken(lambda: letter(book, item, sender), language)
    return typst_pdf("minutes.typ", document, standards=("a-3a", "ua-1"), issued_at=issued_at)


def letter_markdown(book: Book, item: Item, sender: Sender, *, language: Language) -> bytes:
    """The same letter as text in UTF-8. The caller's language stays as it was."""

    def speak() -> str:
        use(language)
        return markdown(letter(book, item, sender))

    return copy_context().run(speak).encode()
