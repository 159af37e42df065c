"""The tables by which a running fund is taken over: empty ones, those of this fund, and the files that were brought."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from fundapp.basis.days import day_of
from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.desk import Desk
from fundapp.documents.opening_book import opening_book
from fundapp.record.opening import opening_sources
from fundapp.record.opening_export import balances_day, opening_of
from fundapp.web.document import Document

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
READERS = (Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR, Role.VOTING)


def opening_template(desk: Desk, actor: Actor, _query: Mapping[str, str], language: Language) -> Document | Refusal:
    """Empty tables with this fund's partners."""
    terms = desk.book(actor).terms
    if terms is None or not actor.has(*READERS):
        return Refusal.of("document_unknown")
    return Document(name=f"opening-{language}.xlsx", media_type=XLSX, content=opening_book(terms))


def opening_tables(desk: Desk, actor: Actor, _query: Mapping[str, str], language: Language) -> Document | Refusal:
    """This fund as tables, for an empty folder elsewhere. The office's alone: every movement stands in them."""
    book = desk.book(actor)
    if book.terms is None or not actor.has(*READERS[:3]):
        return Refusal.of("document_unknown")
    today = day_of(desk.now())
    content = opening_book(book.terms, opening_of(book, balances_day(book, today)))
    return Document(name=f"fund-{today.isoformat()}-{language}.xlsx", media_type=XLSX, content=content)


def opening_file(desk: Desk, actor: Actor, query: Mapping[str, str], _language: Language) -> Document | Refusal:
    """A file that was brought, as it came: never opened in the browser."""
    sources = opening_sources(desk.book(actor)) if actor.has(*READERS) else ()
    found = next((one for one in sources if one.file_sha256 == query.get("sha256")), None)
    if found is None or not desk.files.holds(found.file_sha256):
        return Refusal.of("document_unknown")
    name = PurePosixPath(found.file_name.replace("\\", "/")).name or "opening"
    return Document(name=name, media_type="application/octet-stream", content=desk.files.read(found.file_sha256))
