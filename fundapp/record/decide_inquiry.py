"""Decisions on what goes out: contacts, inquiries, agreements asked for, stages, reminders, outcomes, links."""

from datetime import datetime, timedelta

from fundapp.basis.refusal import Problem, Refusal
from fundapp.network.answering import open_lines, standing_answers
from fundapp.network.inquiry import LONGEST_TEXT, Inquiry, IssuedLink, asked_lines, text_digest
from fundapp.record import inquiry_commands as q
from fundapp.record.decide_answer import KEPT, MOST_FILES, belongs, live_inquiry
from fundapp.record.deciding import Case, Decision, Decisions

REMIND_AGAIN_AFTER = timedelta(hours=20)


def _compose(command: q.ComposeInquiry, case: Case) -> Decision:
    inquiry, papers = command.inquiry, case.brought.inquiry
    standing, bill = papers.inquiry, papers.bill
    if inquiry.id != command.inquiry_id or inquiry.is_sent() or inquiry.closed_at or inquiry.told_at:
        return Refusal.of("inquiry_unknown")
    if standing is not None and (standing.is_sent() or standing.proposal_id != inquiry.proposal_id):
        return Refusal.of("inquiry_sent_already", number=standing.number)
    if inquiry.number != (standing.number if standing else papers.next_number):
        return Refusal.of("inquiry_number_taken", number=inquiry.number)
    if bill is None or bill.revision != inquiry.bill_revision:
        return Refusal.of("inquiry_of_old_revision", revision=inquiry.bill_revision)
    if not inquiry.line_ids:
        return Refusal.of("inquiry_needs_lines")
    external = {line.id for line in bill.sourcing_lines()}
    if strangers := [Problem.of("inquiry_line_unknown", one) for one in inquiry.line_ids if one not in external]:
        return Refusal.of("inquiry_lines_unknown", *strangers)
    if not inquiry.text.ja.strip() or len(inquiry.text.ja) > LONGEST_TEXT or len(inquiry.text.en) > LONGEST_TEXT:
        return Refusal.of("inquiry_needs_text", longest=LONGEST_TEXT)
    if inquiry.answer_by <= case.now:
        return Refusal.of("inquiry_deadline_past")
    return KEPT


def _attach(command: q.AttachDrawing, case: Case) -> Decision:
    papers = case.brought.inquiry
    if papers.inquiry is None or not belongs(papers.inquiry, command.file.inquiry_id, command.file.proposal_id):
        return Refusal.of("inquiry_unknown")
    if papers.inquiry.is_sent():
        return Refusal.of("inquiry_sent_already", number=papers.inquiry.number)
    if command.file.member_id or sum(not one.member_id for one in papers.files) >= MOST_FILES:
        return Refusal.of("files_too_many", limit=MOST_FILES)
    return KEPT


def _ask(command: q.AskAgreement, case: Case) -> Decision:
    papers, link = case.brought.inquiry, command.link
    if link.purpose != "agreement" or link.revoked_at is not None or link.expires <= case.now:
        return Refusal.of("link_expired")
    if not any(id_ == link.proposal_id for _code, id_ in case.brought.proposal_codes):
        return Refusal.of("proposal_unknown", proposal=link.proposal_id)
    if len(command.inquiry_ids) > 1 or not (command.inquiry_ids or command.need_ids):
        return Refusal.of("agreement_of_nothing")
    inquiry = papers.inquiry
    if command.inquiry_ids and (inquiry is None or inquiry.proposal_id != link.proposal_id):
        return Refusal.of("inquiry_unknown")
    if inquiry is not None and inquiry.is_sent():
        return Refusal.of("inquiry_sent_already", number=inquiry.number)
    with_item = {need.id for need in papers.needs if need.item is not None}
    return KEPT if set(command.need_ids) <= with_item else Refusal.of("agreement_of_nothing")


def agreed(case: Case) -> bool:
    """True when the president has agreed to the inquiry exactly as it stands."""
    papers = case.brought.inquiry
    if papers.inquiry is None or papers.agreement is None or papers.agreement.answer != "agreed":
        return False
    drawings = tuple(one.file_sha256 for one in papers.files if not one.member_id)
    return papers.agreement.agreed_digest == text_digest(papers.inquiry, drawings)


def _send(command: q.SendInquiry, case: Case) -> Decision:
    papers = case.brought.inquiry
    inquiry = papers.inquiry
    if inquiry is None:
        return Refusal.of("inquiry_unknown")
    if not agreed(case):
        return Refusal.of("inquiry_not_agreed", number=inquiry.number)
    if inquiry.closed_at is not None or inquiry.answer_by <= case.now:
        return Refusal.of("inquiry_deadline_past")
    if papers.bill is None or papers.bill.revision != inquiry.bill_revision:
        return Refusal.of("inquiry_of_old_revision", revision=inquiry.bill_revision)
    # The clock does what was ordered, once: whatever a person sent meanwhile stands in its place.
    if command.by_clock and not (inquiry.widens_itself and command.stage == "all" and inquiry.all_sent_at is None):
        return Refusal.of("inquiry_sent_already", number=inquiry.number)
    if command.stage == "all":
        if (refused := _may_widen(case, inquiry)) is not None:
            return refused
    elif inquiry.all_sent_at is not None:
        return Refusal.of("inquiry_sent_already", number=inquiry.number)
    known = {one.member_id for one in papers.recipients}
    added = [one for one in command.members if one.member_id not in known]
    if not added:
        return Refusal.of("inquiry_to_nobody")
    if any(one.member_id not in papers.member_ids for one in added):
        return Refusal.of("member_unknown")
    right = all(_is_link_for(one.link, inquiry, one.member_id, case.now) for one in added)
    return KEPT if right and len({one.link.id for one in added}) == len(added) else Refusal.of("link_not_valid")


def _may_widen(case: Case, inquiry: Inquiry) -> Refusal | None:
    """Why the inquiry may not go to all members now, or None."""
    papers = case.brought.inquiry
    widens_at = inquiry.widens_at()
    if widens_at is not None and case.now < widens_at:
        return Refusal.of("inquiry_too_early_for_all", number=inquiry.number, from_at=widens_at.isoformat())
    bill = papers.bill
    if widens_at is not None and bill and not open_lines(asked_lines(inquiry, bill), papers.offers):
        return Refusal.of("inquiry_no_line_open", number=inquiry.number)
    return None


def _is_link_for(link: IssuedLink, inquiry: Inquiry, member_id: str, now: datetime) -> bool:
    return (
        link.purpose == "offer"
        and (link.proposal_id, link.inquiry_id, link.member_id) == (inquiry.proposal_id, inquiry.id, member_id)
        and link.revoked_at is None
        and link.expires > now
    )


def _known_recipients(command: q.NoteLeft, case: Case) -> Decision:
    papers = case.brought.inquiry
    if papers.inquiry is None:
        return Refusal.of("inquiry_unknown")
    if not command.failure and command.by not in ("mail", "hand"):
        return Refusal.of("member_unknown")
    return KEPT if all(map(papers.recipient, command.member_ids)) else Refusal.of("member_unknown")


def _remind(command: q.RemindMembers, case: Case) -> Decision:
    inquiry = live_inquiry(case)
    if isinstance(inquiry, Refusal):
        return inquiry
    papers = case.brought.inquiry
    answered = papers.answered()
    for member_id in command.member_ids:
        one = papers.recipient(member_id)
        if one is None:
            return Refusal.of("member_unknown")
        if member_id in answered:
            return Refusal.of("member_answered_already")
        if one.reminded_at is not None and case.now < one.reminded_at + REMIND_AGAIN_AFTER:
            return Refusal.of("member_reminded_already")
    return KEPT if command.member_ids else Refusal.of("inquiry_to_nobody")


def _close(_command: q.CloseInquiry, case: Case) -> Decision:
    inquiry = live_inquiry(case)
    if isinstance(inquiry, Refusal):
        return inquiry
    papers = case.brought.inquiry
    answered = papers.answered()
    waiting = sum(one.member_id not in answered for one in papers.recipients)
    return Refusal.of("members_have_time_left", count=waiting) if waiting else KEPT


def _tell(command: q.TellOutcomes, case: Case) -> Decision:
    papers = case.brought.inquiry
    inquiry = papers.inquiry
    if inquiry is None or not inquiry.is_sent():
        return Refusal.of("inquiry_unknown")
    if inquiry.is_sealed(case.now):
        return Refusal.of("inquiry_still_sealed", number=inquiry.number)
    if inquiry.told_at is not None:
        return Refusal.of("outcomes_told_already", number=inquiry.number)
    known = {offer.id: offer for offer in papers.offers}
    chosen = [known[one] for one in command.chosen_offer_ids if one in known]
    lines = [offer.line_id for offer in chosen]
    standing = {
        offer.id
        for member in {one.member_id for one in chosen}
        for offer in standing_answers(one for one in papers.offers if one.member_id == member).values()
    }
    if len(set(lines)) < len(lines) or any(offer.id not in standing for offer in chosen):
        return Refusal.of("outcomes_contradict")
    return KEPT


def _contacts(command: q.RecordContacts, case: Case) -> Decision:
    if any(one.member_id not in case.brought.inquiry.member_ids for one in command.contacts):
        return Refusal.of("member_unknown")
    if not all(one.name.strip() for one in command.contacts):
        return Refusal.of("contact_needs_name")
    for one in command.contacts:
        # One line, so that an address can never become a header of a message.
        if any(ord(letter) < 32 for letter in one.name + one.email + one.telephone + one.fax):
            return Refusal.of("contact_unclear", name=one.name)
        if one.email and not _is_address(one.email):
            return Refusal.of("contact_email_unclear", email=one.email)
    return KEPT


def _is_address(text: str) -> bool:
    local, at, domain = text.rpartition("@")
    return bool(at and local and "." in domain.strip(".")) and text.isascii() and not set(text) & set(' ,;<>"()')


def _revoke(command: q.RevokeLink, case: Case) -> Decision:
    link, instead = case.brought.inquiry.link, command.instead
    if link is None or link.revoked_at is not None:
        return Refusal.of("link_not_valid")
    if instead is None:
        return KEPT
    same = (link.purpose, link.proposal_id, link.inquiry_id, link.member_id)
    right = (instead.purpose, instead.proposal_id, instead.inquiry_id, instead.member_id) == same
    return KEPT if right and instead.expires > case.now and instead.id != link.id else Refusal.of("link_not_valid")


INQUIRY_DECISIONS: Decisions = {
    q.RecordContacts: _contacts,
    q.ComposeInquiry: _compose,
    q.AttachDrawing: _attach,
    q.AskAgreement: _ask,
    q.SendInquiry: _send,
    q.NoteLeft: _known_recipients,
    q.RemindMembers: _remind,
    q.CloseInquiry: _close,
    q.TellOutcomes: _tell,
    q.RevokeLink: _revoke,
}
