"""The fund's reports of a day for download: to a limited partner, the statements, the audit pack."""

from collections.abc import Callable, Mapping
from datetime import date

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.roles import Actor
from fundapp.desk import Desk
from fundapp.documents.audit_pack import audit_pack
from fundapp.documents.report_pdf import lp_report_pdf, statements_pdf
from fundapp.documents.statements_xlsx import statements_xlsx
from fundapp.record.reported import FundReport
from fundapp.web.document import Document, Maker

PDF, ZIP = "application/pdf", "application/zip"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DIGITS = 4
"""No fund has as many partners: a longer number in an address is none."""


def lp_report_copy(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
    """The quarterly report to the partner that the query names, as of its day."""
    found = _report(desk, actor, query)
    if isinstance(found, Refusal):
        return found
    asked = query.get("partner", "")
    number = int(asked) if asked.isdecimal() and asked.isascii() and len(asked) < _DIGITS else 0
    if not 1 <= number <= len(found.partners):
        return Refusal.of("document_unknown")
    content = lp_report_pdf(found, found.partners[number - 1], language=language)
    return Document(name=_name(f"lp-report-{number}", found, language, "pdf"), media_type=PDF, content=content)


def statements_copy(ending: str, media_type: str, render: Callable[[FundReport, Language], bytes]) -> Maker:
    """The statements as of the day that the query names."""

    def make(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
        found = _report(desk, actor, query)
        if isinstance(found, Refusal):
            return found
        name = _name("statements", found, language, ending)
        return Document(name=name, media_type=media_type, content=render(found, language))

    return make


STATEMENTS_PDF = statements_copy("pdf", PDF, lambda found, language: statements_pdf(found, language=language))
STATEMENTS_XLSX = statements_copy("xlsx", XLSX, lambda found, _language: statements_xlsx(found))


def audit_pack_copy(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
    """The audit pack as of the day that the query names, for the office and the auditor."""
    day = _day(query)
    found = Refusal.of("document_unknown") if day is None else desk.audit(actor, day)
    if isinstance(found, Refusal):
        return found
    content = audit_pack(
        found.report,
        entries=found.entries,
        evidence=found.evidence,
        journal=found.journal,
        ledger=found.ledger,
        fault=found.verified if isinstance(found.verified, Problem) else None,
        language=language,
    )
    return Document(name=_name("audit-pack", found.report, language, "zip"), media_type=ZIP, content=content)


def _report(desk: Desk, actor: Actor, query: Mapping[str, str]) -> FundReport | Refusal:
    day = _day(query)
    return Refusal.of("document_unknown") if day is None else desk.report(actor, day)


def _day(query: Mapping[str, str]) -> date | None:
    try:
        return date.fromisoformat(query.get("on", ""))
    except ValueError:
        return None


def _name(kind: str, report: FundReport, language: Language, ending: str) -> str:
    return f"{kind}-{report.basis.on.isoformat()}-{language}.{ending}"
