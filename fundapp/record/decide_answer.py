"""Decisions on what comes back: answers, agreements, sheets; by link, or entered by the office."""

from fundapp.basis.refusal import Refusal
from fundapp.network.inquiry import Inquiry, LineAnswer, need_digest
from fundapp.record import inquiry_commands as q
from fundapp.record.deciding import Case, Decision, Decisions

KEPT: Decision = ()
MOST_FILES = 20
"""Sheets of one member, and drawings of one inquiry."""
LONGEST_WORDS = 2000
BY_HAND = frozenset({"phone", "fax", "paper"})


def live_inquiry(case: Case) -> Inquiry | Refusal:
    """The inquiry while members may answer."""
    inquiry = case.brought.inquiry.inquiry
    if inquiry is None:
        return Refusal.of("inquiry_unknown")
    if not inquiry.is_sent():
        return Refusal.of("inquiry_not_sent", number=inquiry.number)
    if not inquiry.is_open(case.now):
        return Refusal.of("inquiry_over", number=inquiry.number, ended_at=inquiry.opens_at().isoformat())
    return inquiry


def _of_link(case: Case, purpose: str, inquiry_id: str = "", member_id: str = "", proposal_id: str = "") -> bool:
    """True when the actor's link is for exactly this, and is neither taken back nor over."""
    link = case.brought.inquiry.link
    return (
        link is not None
        and link.id == case.actor.link_id
        and link.revoked_at is None
        and case.now < link.expires
        and link.purpose == purpose
        and (link.inquiry_id, link.member_id) == (inquiry_id, member_id)
        and proposal_id in ("", link.proposal_id)
    )


def belongs(inquiry: Inquiry, inquiry_id: str, proposal_id: str) -> bool:
    """True when a file says of itself that it is this inquiry's."""
    return (inquiry.id, inquiry.proposal_id) == (inquiry_id, proposal_id)


def _answer_agreement(command: q.AnswerAgreement, case: Case) -> Decision:
    if not _of_link(case, "agreement", proposal_id=command.proposal_id):
        return Refusal.of("link_not_valid")
    if not command.person.strip():
        return Refusal.of("agreement_needs_name")
    asked = {one.id: one for one in case.brought.inquiry.agreements}
    if not command.consents or any(one.agreement_id not in asked for one in command.consents):
        return Refusal.of("agreement_of_nothing")
    needs = {need.id: need for need in case.brought.inquiry.needs}
    for consent in command.consents:
        one = asked[consent.agreement_id]
        if one.answer:
            return Refusal.of("agreement_answered")
        if one.subject == "need":
            need = needs.get(one.subject_id)
            if need is None or need_digest(need) != one.agreed_digest:
                return Refusal.of("agreement_changed")
        if len(consent.remark) > LONGEST_WORDS:
            return Refusal.of("answer_too_long", limit=LONGEST_WORDS)
    return KEPT


def _answers_fit(inquiry: Inquiry, answers: tuple[LineAnswer, ...], case: Case) -> Decision:
    papers = case.brought.inquiry
    if papers.bill is None or papers.bill.revision != inquiry.bill_revision:
        return Refusal.of("inquiry_of_old_revision", revision=inquiry.bill_revision)
    if not answers:
        return Refusal.of("answer_empty")
    if len({one.line_id for one in answers}) < len(answers) or any(
        one.line_id not in inquiry.line_ids for one in answers
    ):
        return Refusal.of("answer_line_unknown")
    if any(len(one.condition) > LONGEST_WORDS for one in answers):
        return Refusal.of("answer_too_long", limit=LONGEST_WORDS)
    # A sheet that came in time may be read in after its price has run out; before the deadline the day is a slip.
    past = [one.expires for one in answers if one.expires is not None and one.expires < case.today]
    if past and inquiry.is_open(case.now):
        return Refusal.of("answer_run_out", ended_on=min(past).isoformat())
    return KEPT


def _answer(command: q.AnswerInquiry, case: Case) -> Decision:
    if not _of_link(case, "offer", command.inquiry_id, command.member_id):
        return Refusal.of("link_not_valid")
    inquiry = live_inquiry(case)
    return inquiry if isinstance(inquiry, Refusal) else _answers_fit(inquiry, command.answers, case)


def _enter_answer(command: q.EnterAnswer, case: Case) -> Decision:
    """Until the deadline; afterwards only what a sheet says that the member handed in before it."""
    papers = case.brought.inquiry
    inquiry = papers.inquiry
    if inquiry is None or not inquiry.is_sent():
        return Refusal.of("inquiry_unknown")
    if papers.recipient(command.member_id) is None:
        return Refusal.of("member_unknown")
    if command.received_by not in BY_HAND:
        return Refusal.of("answer_came_how")
    handed_in = any(one.member_id == command.member_id for one in papers.files)
    if not inquiry.is_open(case.now) and not (handed_in and command.received_by == "paper" and not inquiry.told_at):
        return Refusal.of("inquiry_over", number=inquiry.number, ended_at=inquiry.opens_at().isoformat())
    return _answers_fit(inquiry, command.answers, case)


def _accept_nda(command: q.AcceptNda | q.EnterNda, case: Case) -> Decision:
    if isinstance(command, q.AcceptNda) and not _of_link(case, "offer", command.inquiry_id, command.member_id):
        return Refusal.of("link_not_valid")
    inquiry = live_inquiry(case)
    if isinstance(inquiry, Refusal):
        return inquiry
    if case.brought.inquiry.recipient(command.member_id) is None:
        return Refusal.of("member_unknown")
    return KEPT if command.person.strip() else Refusal.of("nda_needs_name")


def _hand_in(command: q.HandInSheet, case: Case) -> Decision:
    file = command.file
    if not _of_link(case, "offer", command.inquiry_id, command.member_id) or file.member_id != command.member_id:
        return Refusal.of("link_not_valid")
    inquiry = live_inquiry(case)
    if isinstance(inquiry, Refusal):
        return inquiry
    if not belongs(inquiry, file.inquiry_id, file.proposal_id):
        return Refusal.of("link_not_valid")
    if sum(one.member_id == command.member_id for one in case.brought.inquiry.files) >= MOST_FILES:
        return Refusal.of("files_too_many", limit=MOST_FILES)
    return KEPT


ANSWER_DECISIONS: Decisions = {
    q.AnswerAgreement: _answer_agreement,
    q.AnswerInquiry: _answer,
    q.EnterAnswer: _enter_answer,
    q.AcceptNda: _accept_nda,
    q.EnterNda: _accept_nda,
    q.HandInSheet: _hand_in,
}
