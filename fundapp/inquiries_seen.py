"""What may be seen of an inquiry: by the office, by a member through its link, by the president through the link.

Every view is made here from all rows, so that a page cannot show what its reader may not see: an answer before the
deadline, another member's answer ever, a drawing before the NDA.
"""

from datetime import datetime
from typing import Literal

from fundapp.basis.fact import Bilingual, Fact
from fundapp.committee.proposal import Proposal
from fundapp.network.answering import open_lines, standing_answers
from fundapp.network.bill import Bill, Line
from fundapp.network.contact import Contact
from fundapp.network.funnel import Funnel, funnel
from fundapp.network.inquiry import (
    Agreement,
    Extension,
    Inquiry,
    InquiryFile,
    Notice,
    Outcome,
    Recipient,
    asked_lines,
    need_digest,
    text_digest,
)
from fundapp.network.member import Member
from fundapp.network.need import SupportNeed
from fundapp.network.offer import Offer
from fundapp.store.inquiries import InquiryRows


class InquirySeen(Fact):
    """An inquiry for the office. While it is sealed there are counts, and who has answered, and nothing more."""

    inquiry: Inquiry
    lines: tuple[Line, ...]
    recipients: tuple[Recipient, ...]
    agreement: Agreement | None
    agreed: bool
    """The president agreed to the inquiry exactly as it stands."""
    pending: bool
    """The president was asked about the inquiry exactly as it stands, and has not answered."""
    drawings: tuple[InquiryFile, ...]
    sealed: bool
    answered: frozenset[str]
    open_line_ids: tuple[str, ...]
    funnel: Funnel
    offers: tuple[Offer, ...] = ()
    sheets: tuple[InquiryFile, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    extensions: tuple[Extension, ...] = ()
    notices: tuple[Notice, ...] = ()
    """Messages that the desk made and that wait to leave."""

    def noticed(self, kind: str) -> frozenset[str]:
        """The members for whom a message of this kind waits."""
        return frozenset(one.member_id for one in self.notices if one.kind == kind)

    def waiting(self) -> tuple[Recipient, ...]:
        """Who was asked and has not answered."""
        return tuple(one for one in self.recipients if one.member_id not in self.answered)


def office_view(rows: InquiryRows, bill: Bill, selected: frozenset[str], now: datetime) -> InquirySeen:
    """The inquiry as the office sees it now. `selected` are the ids of the offers that the figures rest on."""
    inquiry, sealed = rows.inquiry, rows.inquiry.is_sealed(now)
    lines, drawings = asked_lines(inquiry, bill), rows.drawings()
    said = text_digest(inquiry, tuple(one.file_sha256 for one in drawings))
    asked_so = rows.agreement.answer if rows.agreement and rows.agreement.agreed_digest == said else None
    return InquirySeen(
        inquiry=inquiry,
        lines=lines,
        recipients=rows.recipients,
        agreement=rows.agreement,
        agreed=asked_so == "agreed",
        pending=asked_so == "",
        drawings=drawings,
        sealed=sealed,
        answered=rows.answered(),
        open_line_ids=tuple(line.id for line in open_lines(lines, rows.offers)),
        funnel=funnel(rows.recipients, rows.offers, frozenset() if sealed else selected),
        offers=() if sealed else rows.offers,
        sheets=() if sealed else tuple(one for one in rows.files if one.member_id),
        outcomes=rows.outcomes,
        extensions=rows.extensions,
        notices=_waiting_notices(rows) if inquiry.is_open(now) else (),
    )


def _waiting_notices(rows: InquiryRows) -> tuple[Notice, ...]:
    """Nobody is reminded who has answered meanwhile."""
    answered = rows.answered()
    return tuple(
        one for one in rows.notices if not one.left_by and (one.kind != "remind" or one.member_id not in answered)
    )


Standing = Literal["open", "over", "old_revision"]


class AnswerSheet(Fact):
    """What one member sees through its link: what is asked, and its own answers. Nothing of any other member."""

    inquiry: Inquiry
    proposal: Bilingual
    company: Bilingual
    member: Member
    contact: Contact | None
    standing: Standing
    first: tuple[Line, ...]
    """The lines that this member is asked before others."""
    others: tuple[Line, ...]
    answers: tuple[Offer, ...]
    """This member's standing answers."""
    nda_at: datetime | None
    drawings_wait: int
    """Drawings that open with the NDA."""
    drawings: tuple[InquiryFile, ...]
    sheets: tuple[InquiryFile, ...]
    outcomes: tuple[Outcome, ...]
    put_off_from: datetime | None = None
    """The deadline that was first named, where it was put off."""

    def lines(self) -> tuple[Line, ...]:
        """All lines, its own first."""
        return (*self.first, *self.others)


def member_view(
    rows: InquiryRows,
    bill: Bill,
    current_revision: str,
    proposal: Proposal,
    member: Member,
    contact: Contact | None,
    now: datetime,
) -> AnswerSheet | None:
    """The inquiry as this member sees it; None when it was not asked."""
    recipient = rows.recipient(member.id)
    if recipient is None:
        return None
    inquiry, lines = rows.inquiry, asked_lines(rows.inquiry, bill)
    mine = frozenset(recipient.line_ids) or frozenset(line.id for line in lines)
    standing: Standing = "open"
    if not inquiry.is_open(now):
        standing = "over"
    elif current_revision != inquiry.bill_revision:
        standing = "old_revision"
    drawings = rows.drawings()
    return AnswerSheet(
        inquiry=inquiry,
        proposal=proposal.name,
        company=proposal.company.name,
        member=member,
        contact=contact,
        standing=standing,
        first=tuple(line for line in lines if line.id in mine),
        others=tuple(line for line in lines if line.id not in mine),
        answers=tuple(standing_answers(rows.answers_of(member.id)).values()),
        nda_at=recipient.nda_at,
        drawings_wait=len(drawings) if recipient.nda_at is None else 0,
        drawings=drawings if recipient.nda_at else (),
        sheets=tuple(one for one in rows.files if one.member_id == member.id),
        outcomes=tuple(one for one in rows.outcomes if one.member_id == member.id),
        put_off_from=rows.extensions[0].put_off_from if rows.extensions else None,
    )


class AgreementSheet(Fact):
    """What a company's president sees through the link: the texts and menu items to agree to."""

    proposal_id: str
    proposal: Bilingual
    company: Bilingual
    president: str
    inquiry: Inquiry | None
    lines: tuple[Line, ...]
    drawings: tuple[InquiryFile, ...]
    needs: tuple[SupportNeed, ...]
    asked: tuple[Agreement, ...]
    """What this link asks, answered or not."""
    changed: frozenset[str]
    """The ids of those whose text was changed since: they are asked anew by another link."""

    def waiting(self) -> tuple[Agreement, ...]:
        """What is still to be answered."""
        return tuple(one for one in self.asked if not one.answer and one.id not in self.changed)


def asked_now(asked: tuple[Agreement, ...]) -> tuple[Agreement, ...]:
    """What the president's link asks: what was asked last, and what was asked before and is not answered yet."""
    latest = max((one.asked_at for one in asked), default=None)
    last_of = {one.subject_id: one for one in asked}
    return tuple(one for one in last_of.values() if one.asked_at == latest or not one.answer)


def president_view(
    proposal: Proposal,
    asked: tuple[Agreement, ...],
    rows: InquiryRows | None,
    bill: Bill | None,
    needs: tuple[SupportNeed, ...],
) -> AgreementSheet:
    """What the link asks, with the texts as they stand."""
    now_asked = asked_now(asked)
    named = {one.subject_id for one in now_asked if one.subject == "need"}
    shown = tuple(need for need in needs if need.id in named)
    digests = {need.id: need_digest(need) for need in shown}
    if rows is not None:
        digests[rows.inquiry.id] = text_digest(rows.inquiry, tuple(one.file_sha256 for one in rows.drawings()))
    return AgreementSheet(
        proposal_id=proposal.id,
        proposal=proposal.name,
        company=proposal.company.name,
        president=proposal.company.president,
        inquiry=rows.inquiry if rows else None,
        lines=asked_lines(rows.inquiry, bill) if rows and bill else (),
        drawings=rows.drawings() if rows else (),
        needs=shown,
        asked=now_asked,
        changed=frozenset(
            one.id for one in now_asked if not one.answer and digests.get(one.subject_id) != one.agreed_digest
        ),
    )
