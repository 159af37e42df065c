"""A question to a university on one page, for the office that hands it over."""

from collections.abc import Mapping
from datetime import UTC, datetime, time

from fundapp.basis.days import TOKYO
from fundapp.basis.fact import Bilingual, Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.desk import Desk
from fundapp.documents.referral_sheet import ReferralSource, referral_sheet_pdf
from fundapp.web.document import Document

OFFICE = (Role.MANAGER, Role.SECRETARIAT)


def referral_copy(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
    """The question that the query names, as it stands today: the same bytes all day."""
    rows = desk.partner_rows(actor) if actor.has(*OFFICE) else None
    asked = next((one for one in rows.referrals if one.id == query.get("referral")), None) if rows else None
    terms = desk.book(actor).terms
    # A fund without terms has no paper of its own yet.
    if rows is None or asked is None or terms is None:
        return Refusal.of("document_unknown")
    university, company = (desk.member_file(actor, one) for one in (asked.university_id, asked.member_id))
    liaison = next((one.person for one in rows.liaison_terms if one.member_id == asked.university_id), "")
    source = ReferralSource(
        referral=asked,
        university=university.member.name if university else Bilingual(ja="", en=""),
        liaison=liaison,
        company=company.member if company else None,
        site=next(iter(company.sites), None) if company else None,
        contact=next((one for one in company.contacts if one.main), None) if company else None,
        sender=terms.general_partner,
        on=desk.today(),
    )
    issued_at = datetime.combine(source.on, time(), TOKYO).astimezone(UTC)
    content = referral_sheet_pdf(source, language=language, issued_at=issued_at)
    name = f"question-{asked.asked_on.isoformat()}-{asked.id[:8]}-{language}.pdf"
    return Document(name=name, media_type="application/pdf", content=content)
