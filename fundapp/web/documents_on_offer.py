"""Every kind of document there is for download, and who makes it. Each maker asks the desk, which has passed sight."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from fundapp.basis.days import day_of
from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.minutes import MinutesContent
from fundapp.desk import Desk
from fundapp.documents.calendar_file import calendar_file
from fundapp.documents.commitments_table import commitments_csv, commitments_xlsx
from fundapp.documents.journal_table import journal_csv, journal_xlsx
from fundapp.documents.member_details_table import (
    capabilities_csv,
    capabilities_xlsx,
    equipment_csv,
    equipment_xlsx,
)
from fundapp.documents.members_table import members_csv, members_xlsx
from fundapp.documents.minutes_closing import issued_at
from fundapp.documents.minutes_json import minutes_json
from fundapp.documents.minutes_markdown import minutes_markdown
from fundapp.documents.minutes_pdf import minutes_pdf
from fundapp.documents.notices import notice_pdf
from fundapp.documents.partner_tables import partners_csv, partners_xlsx
from fundapp.documents.portfolio_charts import portfolio_workbook
from fundapp.documents.portfolio_tables import portfolio_csv
from fundapp.network.capability import Capability
from fundapp.network.listed import Listed
from fundapp.network.member import Member
from fundapp.network.premises import Equipment
from fundapp.network.process import ProcessTree
from fundapp.record.book import Book
from fundapp.record.commitments import Commitments, commitments
from fundapp.record.ledger import LedgerRow, chosen, ledger
from fundapp.record.notices import CallNotice, DistributionNotice, call_notice, distribution_notice, entered_at
from fundapp.record.portfolio import Portfolio, portfolio
from fundapp.web.before_meeting import bundle_copy, circulated_copy, invitation_copy
from fundapp.web.document import Document, Maker
from fundapp.web.inquiry_letters import handed_in_sheet, inquiry_messages, inquiry_sheets
from fundapp.web.minutes_copy import minutes_copy
from fundapp.web.minutes_in_word import minutes_word_copy, template_copy
from fundapp.web.opening_copy import opening_file, opening_tables, opening_template
from fundapp.web.paper_copy import paper_copy
from fundapp.web.referral_copy import referral_copy
from fundapp.web.report_copies import STATEMENTS_PDF, STATEMENTS_XLSX, XLSX, audit_pack_copy, lp_report_copy
from fundapp.web.score_sheets_copy import score_sheets_copy
from fundapp.web.seat_card import seat_cards_copy
from fundapp.web.summons_letters import summons_messages
from fundapp.web.support_menu_copy import support_menu_copy

FUND_READERS = (Role.VOTING, Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR, Role.LP)
OFFICE = (Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR)
CSV = "text/csv; charset=utf-8"
_DIGITS = 5
"""Nothing that is counted here has as many: a longer number in an address is no version."""


Render = Callable[[Desk, Actor], bytes]


def _pdf(content: MinutesContent, language: Language) -> bytes:
    return minutes_pdf(content, language=language, issued_at=issued_at(content))


def _markdown(content: MinutesContent, language: Language) -> bytes:
    return minutes_markdown(content, language=language)


def _json(content: MinutesContent, _language: Language) -> bytes:
    return minutes_json(content)


def _minutes(ending: str, media_type: str, render: Callable[[MinutesContent, Language], bytes]) -> Maker:
    """The minutes of the meeting that the query names, for whoever asks."""

    def make(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
        asked = query.get("version", "")
        version = int(asked) if asked.isdecimal() and asked.isascii() and len(asked) < _DIGITS else None
        content = minutes_copy(desk, actor, query.get("meeting", ""), language, version)
        if isinstance(content, Refusal):
            return content
        of = f"-v{content.life.version}" if content.life.version > 1 or asked else ""
        name = f"{content.document_number}{of}-{language}.{ending}"
        return Document(name=name, media_type=media_type, content=render(content, language))

    return make


def _members(ending: str, media_type: str, render: Callable[[Iterable[Listed], ProcessTree], bytes]) -> Maker:
    """The directory as it stands today, for whoever keeps it or audits it: it holds persons and how to reach them."""

    def make(desk: Desk, actor: Actor, _query: Mapping[str, str], language: Language) -> Document | Refusal:
        if not actor.has(*OFFICE):
            return Refusal.of("document_unknown")
        content = render(desk.listed_members(actor), desk.process_tree)
        return Document(
            name=f"members-{desk.today().isoformat()}-{language}.{ending}", media_type=media_type, content=content
        )

    return make


def _of_directory(kind: str, ending: str, media_type: str, render: Render) -> Maker:
    """A part of the directory as it stands today, for whoever keeps it or audits it."""

    def make(desk: Desk, actor: Actor, _query: Mapping[str, str], language: Language) -> Document | Refusal:
        if not actor.has(*OFFICE):
            return Refusal.of("document_unknown")
        name = f"{kind}-{desk.today().isoformat()}-{language}.{ending}"
        return Document(name=name, media_type=media_type, content=render(desk, actor))

    return make


def _by_id(desk: Desk) -> dict[str, Member]:
    return {one.id: one for one in desk.members()}


def _able(render: Callable[[Iterable[Capability], Mapping[str, Member], ProcessTree], bytes]) -> Render:
    return lambda desk, actor: render(desk.capabilities_of_members(actor), _by_id(desk), desk.process_tree)


def _machines(render: Callable[[Iterable[Equipment], Mapping[str, Member]], bytes]) -> Render:
    return lambda desk, actor: render(desk.equipment_of_members(actor), _by_id(desk))


def _commitments(ending: str, media_type: str, render: Callable[[Commitments], bytes]) -> Maker:
    """The commitments as they stand today, for whoever asks."""

    def make(desk: Desk, actor: Actor, _query: Mapping[str, str], language: Language) -> Document | Refusal:
        if not actor.has(*FUND_READERS):
            return Refusal.of("document_unknown")
        money = commitments(desk.book(actor), day_of(desk.now()))
        if money is None:
            return Refusal.of("document_unknown")
        name = f"commitments-{money.as_of.isoformat()}-{language}.{ending}"
        return Document(name=name, media_type=media_type, content=render(money))

    return make


def _portfolio(ending: str, media_type: str, render: Callable[[Portfolio, Book], bytes]) -> Maker:
    """The portfolio as it stands today, for whoever asks."""

    def make(desk: Desk, actor: Actor, _query: Mapping[str, str], language: Language) -> Document | Refusal:
        book = desk.book(actor)
        found = portfolio(book, day_of(desk.now())) if actor.has(*FUND_READERS) else None
        if found is None:
            return Refusal.of("document_unknown")
        name = f"portfolio-{found.as_of.isoformat()}-{language}.{ending}"
        return Document(name=name, media_type=media_type, content=render(found, book))

    return make


def _of_fund(kind: str, ending: str, media_type: str, render: Callable[[Book], bytes]) -> Maker:
    """A document that is read off the fund's Book, for whoever may see its money."""

    def make(desk: Desk, actor: Actor, _query: Mapping[str, str], language: Language) -> Document | Refusal:
        book = desk.book(actor)
        if not actor.has(*FUND_READERS) or book.terms is None:
            return Refusal.of("document_unknown")
        name = f"{kind}-{day_of(desk.now()).isoformat()}-{language}.{ending}"
        return Document(name=name, media_type=media_type, content=render(book))

    return make


def _notice(kind: str, made: Callable[[Book, str, int], CallNotice | DistributionNotice | None]) -> Maker:
    """The notice to the partner that the query names, as the record stood when it was entered."""

    def make(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
        of, partner = query.get("of", ""), query.get("partner", "")
        seq = entered_at(desk.book(actor), of) if actor.has(*FUND_READERS) else None
        if seq is None or not (partner.isdecimal() and partner.isascii() and len(partner) < _DIGITS):
            return Refusal.of("document_unknown")
        book = desk.book_as_of(actor, seq)
        notice = made(book, of, int(partner))
        if notice is None or book.at is None:
            return Refusal.of("document_unknown")
        name = f"{kind}-{notice.number}-{partner}-{language}.pdf"
        content = notice_pdf(notice, language=language, issued_at=book.at)
        return Document(name=name, media_type="application/pdf", content=content)

    return make


def _journal(ending: str, media_type: str, render: Callable[[Sequence[LedgerRow]], bytes]) -> Maker:
    """The journal's postings that the query names, for the office."""

    def make(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
        try:
            since, until = (date.fromisoformat(query[one]) if query.get(one) else None for one in ("since", "until"))
        except ValueError:
            return Refusal.of("document_unknown")
        if not actor.has(*OFFICE):
            return Refusal.of("document_unknown")
        found = chosen(
            ledger(desk.book(actor)),
            book=query.get("book", ""),
            account=query.get("account", ""),
            since=since,
            until=until,
        )
        name = f"journal-{day_of(desk.now()).isoformat()}-{language}.{ending}"
        return Document(name=name, media_type=media_type, content=render(found))

    return make


MAKERS: dict[str, Maker] = {
    "minutes-pdf": _minutes("pdf", "application/pdf", _pdf),
    "minutes-md": _minutes("md", "text/markdown; charset=utf-8", _markdown),
    "minutes-json": _minutes("json", "application/json", _json),
    "minutes-docx": minutes_word_copy,
    "word-template": template_copy,
    "invitation-ics": invitation_copy,
    "papers-pdf": bundle_copy,
    "circulated-papers": circulated_copy,
    "seat-cards": seat_cards_copy,
    "summons-messages": summons_messages,
    "members-csv": _members("csv", CSV, members_csv),
    "members-xlsx": _members("xlsx", XLSX, members_xlsx),
    "processes-csv": _of_directory("processes", "csv", CSV, _able(capabilities_csv)),
    "processes-xlsx": _of_directory("processes", "xlsx", XLSX, _able(capabilities_xlsx)),
    "machines-csv": _of_directory("machines", "csv", CSV, _machines(equipment_csv)),
    "machines-xlsx": _of_directory("machines", "xlsx", XLSX, _machines(equipment_xlsx)),
    "commitments-csv": _commitments("csv", CSV, commitments_csv),
    "commitments-xlsx": _commitments("xlsx", XLSX, commitments_xlsx),
    "portfolio-csv": _portfolio("csv", CSV, lambda found, _book: portfolio_csv(found)),
    "portfolio-xlsx": _portfolio("xlsx", XLSX, portfolio_workbook),
    "paper": paper_copy,
    "score-sheets-pdf": score_sheets_copy,
    "partners-csv": _of_fund("partners", "csv", CSV, partners_csv),
    "partners-xlsx": _of_fund("partners", "xlsx", XLSX, partners_xlsx),
    "fund-days": _of_fund("fund-days", "ics", "text/calendar; charset=utf-8", calendar_file),
    "call-notice": _notice("call", call_notice),
    "distribution-notice": _notice("distribution", distribution_notice),
    "opening-template": opening_template,
    "opening-tables": opening_tables,
    "opening-file": opening_file,
    "lp-report": lp_report_copy,
    "statements-pdf": STATEMENTS_PDF,
    "statements-xlsx": STATEMENTS_XLSX,
    "audit-pack": audit_pack_copy,
    "journal-csv": _journal("csv", CSV, journal_csv),
    "journal-xlsx": _journal("xlsx", XLSX, journal_xlsx),
    "support-menu-committee": support_menu_copy("committee"),
    "support-menu-company": support_menu_copy("company"),
    "referral": referral_copy,
    "inquiry-messages": inquiry_messages,
    "inquiry-sheets": inquiry_sheets,
    "inquiry-sheet": handed_in_sheet,
}
"""Each kind of document by the last part of its address: /download/<kind>?…"""
