"""Refusals of the orders about inquiries and of what comes back through a link, decided alone."""

from datetime import date, timedelta

import pytest
from small_fund import NOW, SECRETARIAT, both

from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.roles import Actor
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.inquiry import Agreement, Inquiry, InquiryFile, IssuedLink, LineAnswer, Recipient
from fundapp.record import inquiry_commands as q
from fundapp.record.book import Book
from fundapp.record.brought import Brought, InquiryPapers
from fundapp.record.decide import decide

SOON = NOW + timedelta(days=9)
BILL = Bill(
    proposal_id="p",
    revision="A",
    lot=10,
    plan_days=90,
    lines=(Line(id="L1", row=1, part_number="P-1", quantity=1, kind=LineKind.BOUGHT_OUT),),
)
DRAFT = Inquiry(
    id="i",
    proposal_id="p",
    number=1,
    bill_revision="A",
    lot=10,
    line_ids=("L1",),
    text=both("text"),
    answer_by=SOON,
    widen_after_hours=72,
)
SENT = DRAFT.model_copy(update={"first_sent_at": NOW - timedelta(hours=1)})
FILE = InquiryFile(
    id="f",
    proposal_id="p",
    inquiry_id="i",
    file_name="a.pdf",
    media_type="application/pdf",
    size_bytes=1,
    file_sha256="0" * 64,
    at=NOW,
)
SHEET = FILE.model_copy(update={"member_id": "m"})
ASKED = Agreement(id="a", proposal_id="p", subject="inquiry", subject_id="i", agreed_digest="0" * 64, asked_at=NOW)
TO_MEMBER = IssuedLink(id="l", purpose="offer", proposal_id="p", inquiry_id="i", member_id="m", expires=SOON)
TO_PRESIDENT = IssuedLink(id="l", purpose="agreement", proposal_id="p", expires=SOON)
RECIPIENT = Recipient(proposal_id="p", inquiry_id="i", member_id="m", stage="first", matched=True, notified_at=NOW)
ADDRESSEE = Actor(person="link", roles=frozenset(), link_id="l")
CAN = LineAnswer(line_id="L1", verdict="can")
LONG = "あ" * 2001


def knows(inquiry: Inquiry | None = SENT, **more: object) -> InquiryPapers:
    """What the registers know: an inquiry about a bill in force, and whatever else is named."""
    return InquiryPapers(inquiry=inquiry, bill=BILL, **more)  # type: ignore[arg-type]


def agrees(*ids: str, person: str = "president", remark: str = "") -> q.AnswerAgreement:
    consents = tuple(q.Consent(agreement_id=one, agreed=True, remark=remark) for one in ids)
    return q.AnswerAgreement(proposal_id="p", consents=consents, person=person)


def answers(answer: LineAnswer) -> q.AnswerInquiry:
    return q.AnswerInquiry(inquiry_id="i", member_id="m", answers=(answer,))


UNKNOWN = Refusal.of("inquiry_unknown")
UNSENT = Refusal.of("inquiry_not_sent", number=1)
BY_OFFICE: tuple[tuple[q.RegisterCommand, InquiryPapers, Refusal], ...] = (
    (q.ComposeInquiry(inquiry_id="i", inquiry=SENT), knows(None), UNKNOWN),
    (
        q.ComposeInquiry(inquiry_id="i", inquiry=DRAFT.model_copy(update={"line_ids": ("L1", "L9")})),
        knows(None),
        Refusal.of("inquiry_lines_unknown", Problem.of("inquiry_line_unknown", "L9")),
    ),
    (q.AttachDrawing(inquiry_id="i", file=FILE), knows(None), UNKNOWN),
    (
        q.AttachDrawing(inquiry_id="i", file=FILE),
        knows(DRAFT, files=(FILE,) * 20),
        Refusal.of("files_too_many", limit=20),
    ),
    (q.SendInquiry(inquiry_id="i", stage="first", members=()), knows(None), UNKNOWN),
    (q.NoteLeft(inquiry_id="i", member_ids=("m",), by="mail"), knows(None), UNKNOWN),
    (q.RemindMembers(inquiry_id="i", member_ids=("m",)), knows(None), UNKNOWN),
    (q.RemindMembers(inquiry_id="i", member_ids=("m",)), knows(DRAFT), UNSENT),
    (q.CloseInquiry(inquiry_id="i"), knows(DRAFT), UNSENT),
    (q.TellOutcomes(inquiry_id="i", chosen_offer_ids=()), knows(DRAFT), UNKNOWN),
    (q.EnterAnswer(inquiry_id="i", member_id="m", answers=(CAN,), received_by="fax"), knows(DRAFT), UNKNOWN),
    (
        q.EnterNda(inquiry_id="i", member_id="m", person=" "),
        knows(recipients=(RECIPIENT,)),
        Refusal.of("nda_needs_name"),
    ),
)
BY_ADDRESSEE: tuple[tuple[q.RegisterCommand, InquiryPapers, Refusal], ...] = (
    (agrees("a", person=" "), knows(link=TO_PRESIDENT), Refusal.of("agreement_needs_name")),
    (agrees(), knows(link=TO_PRESIDENT, agreements=(ASKED,)), Refusal.of("agreement_of_nothing")),
    (agrees("b"), knows(link=TO_PRESIDENT, agreements=(ASKED,)), Refusal.of("agreement_of_nothing")),
    (
        agrees("a", remark=LONG),
        knows(link=TO_PRESIDENT, agreements=(ASKED,)),
        Refusal.of("answer_too_long", limit=2000),
    ),
    (answers(CAN), knows(DRAFT, link=TO_MEMBER), UNSENT),
    (
        answers(CAN.model_copy(update={"condition": LONG})),
        knows(link=TO_MEMBER),
        Refusal.of("answer_too_long", limit=2000),
    ),
    (
        answers(CAN.model_copy(update={"expires": date(2020, 1, 1)})),
        knows(link=TO_MEMBER),
        Refusal.of("answer_run_out", ended_on="2020-01-01"),
    ),
    (
        q.AcceptNda(inquiry_id="i", member_id="m", person=""),
        knows(link=TO_MEMBER, recipients=(RECIPIENT,)),
        Refusal.of("nda_needs_name"),
    ),
    (
        q.HandInSheet(inquiry_id="i", member_id="m", file=SHEET),
        knows(link=TO_MEMBER, files=(SHEET,) * 20),
        Refusal.of("files_too_many", limit=20),
    ),
)
CASES = [(*one, SECRETARIAT) for one in BY_OFFICE] + [(*one, ADDRESSEE) for one in BY_ADDRESSEE]


@pytest.mark.parametrize(
    ("command", "papers", "refusal", "who"),
    CASES,
    ids=[f"{type(command).__name__}-{refusal.code}" for command, _papers, refusal, _who in CASES],
)
def test_what_does_not_fit_an_inquiry_is_refused(
    command: q.RegisterCommand, papers: InquiryPapers, refusal: Refusal, who: Actor
) -> None:
    assert decide(Book(), command, who, NOW, Brought(seal=str, inquiry=papers)) == refusal


@pytest.mark.parametrize(
    ("inquiry_ids", "need_ids", "refusal"),
    [
        ((), (), Refusal.of("agreement_of_nothing")),
        (("i", "j"), (), Refusal.of("agreement_of_nothing")),
        ((), ("need",), Refusal.of("agreement_of_nothing")),
        (("i",), (), UNKNOWN),
    ],
    ids=["nothing", "two-inquiries", "a-need-without-item", "another-inquiry"],
)
def test_the_president_is_asked_about_one_inquiry_or_items_that_exist(
    inquiry_ids: tuple[str, ...], need_ids: tuple[str, ...], refusal: Refusal
) -> None:
    command = q.AskAgreement(link=TO_PRESIDENT, inquiry_ids=inquiry_ids, need_ids=need_ids)
    brought = Brought(seal=str, proposal_codes=frozenset({("PR-1", "p")}), inquiry=knows(None))
    assert decide(Book(), command, SECRETARIAT, NOW, brought) == refusal
