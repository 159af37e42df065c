"""Inquiries: what the network is asked, whom it went to, what the president agreed to, and what became of it."""

from datetime import date, datetime, timedelta
from typing import Literal

from pydantic import Field

from fundapp.basis.canonical import digest
from fundapp.basis.days import Instant
from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.yen import AmountYen
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.need import SupportNeed
from fundapp.network.offer import PriceTier

Stage = Literal["first", "all"]
"""Members who match first; all members when lines stay open."""

LONGEST_TEXT = 4000
LONGEST_WAIT_HOURS = 24 * 60
LONGEST_REMINDER_DAYS = 30


class Inquiry(Fact):
    """A question to the members about lines of one revision of a bill, for one lot, with a deadline.

    Offers made on it stay sealed until the deadline, or until it is closed because everyone has answered.
    """

    id: Text
    proposal_id: Text
    number: int = Field(gt=0)
    """Inquiries of a fund are counted from 1."""
    bill_revision: Text
    lot: int = Field(gt=0)
    line_ids: tuple[Text, ...]
    text: Bilingual
    answer_by: Instant
    widen_after_hours: int = Field(ge=0, le=LONGEST_WAIT_HOURS)
    remind_days_before: int | None = Field(default=None, ge=1, le=LONGEST_REMINDER_DAYS)
    """So many days before the deadline who has not answered is reminded without a press; None: only by a press."""
    widens_itself: bool = False
    """It goes to all members without a press, once its hours are over and parts are still open."""
    reminded_for: Instant | None = None
    """The deadline before which reminders were made without a press."""
    first_sent_at: Instant | None = None
    all_sent_at: Instant | None = None
    closed_at: Instant | None = None
    told_at: Instant | None = None

    def is_sent(self) -> bool:
        """True once it went out to anyone."""
        return self.first_sent_at is not None or self.all_sent_at is not None

    def is_open(self, now: datetime) -> bool:
        """True while members may answer: it went out, and neither the deadline nor the close has come."""
        return self.is_sent() and now < self.opens_at()

    def is_sealed(self, now: datetime) -> bool:
        """True while what was answered is nobody's to read."""
        return now < self.opens_at()

    def opens_at(self) -> datetime:
        """When the answers are opened."""
        return self.answer_by if self.closed_at is None else min(self.answer_by, self.closed_at)

    def reminds_at(self) -> datetime | None:
        """From when reminders are made without a press; None when they are not, or are made for this deadline."""
        if self.remind_days_before is None or self.reminded_for == self.answer_by:
            return None
        return self.answer_by - timedelta(days=self.remind_days_before)

    def widens_at(self) -> datetime | None:
        """From when it may go to all members if lines stay open; None before the first stage."""
        return None if self.first_sent_at is None else self.first_sent_at + timedelta(hours=self.widen_after_hours)


def text_digest(inquiry: Inquiry, drawings: tuple[Text, ...]) -> str:
    """What the president agrees to: text, lines, revision, lot, and the drawings that may be shown under an NDA.

    `drawings` are the digests of their files. Another word, line or drawing needs another agreement.
    """
    return digest(
        {
            "text": inquiry.text.model_dump(mode="json"),
            "lines": sorted(inquiry.line_ids),
            "revision": inquiry.bill_revision,
            "lot": inquiry.lot,
            "drawings": sorted(drawings),
        }
    )


def need_digest(need: SupportNeed) -> str:
    """What the president agrees to in a menu item: everything but the consent itself and how firm it has become."""
    item = need.item.model_dump(mode="json", exclude={"owner_consent", "rung", "funded"}) if need.item else None
    return digest({"need": need.id, "name": need.name, "item": item})


class Agreement(Fact):
    """What a company's president was asked to agree to through a link, and the answer."""

    id: Text
    proposal_id: Text
    subject: Literal["inquiry", "need"]
    subject_id: Text
    agreed_digest: Text
    asked_at: Instant
    answer: Literal["", "agreed", "declined"] = ""
    answered_at: Instant | None = None
    person: Text = ""
    remark: Text = ""


class Recipient(Fact):
    """A member to whom an inquiry went: at which stage, how the message left, and whether drawings are open."""

    proposal_id: Text
    inquiry_id: Text
    member_id: Text
    stage: Stage
    matched: bool
    """True when the member's capabilities match some line: it counts as capable."""
    line_ids: tuple[Text, ...] = ()
    """The lines that the member is asked first; none stands for all."""
    notified_at: Instant
    left_by: Literal["", "mail", "hand"] = ""
    """How the message left the house; empty while it waits."""
    left_at: Instant | None = None
    failure: Text = ""
    """What the mail server said when it did not take the message."""
    reminded_at: Instant | None = None
    reminders: int = Field(default=0, ge=0)
    nda_at: Instant | None = None
    nda_person: Text = ""

    def left_before(self, moment: datetime) -> bool:
        """True when the message left the house before: who was written to after the reminder's hour is not reminded."""
        return self.left_at is not None and self.left_at < moment


class Extension(Fact):
    """A deadline that was put off before it came: from when to when, why, and when this was said."""

    id: Text
    proposal_id: Text
    inquiry_id: Text
    put_off_from: Instant
    answer_by: Instant
    reason: Text
    at: Instant


class Notice(Fact):
    """A message to a member after the first one, or the first one where the clock sent it; made once, leaves once."""

    id: Text
    proposal_id: Text
    inquiry_id: Text
    member_id: Text
    kind: Literal["ask", "remind", "extend"]
    made_at: Instant
    tried_at: Instant | None = None
    """When it was last handed to the mail server."""
    left_by: Literal["", "mail", "hand"] = ""
    left_at: Instant | None = None
    failure: Text = ""
    """What the mail server said when it did not take the message."""

    def is_in_doubt(self) -> bool:
        """True when it was handed to the mail server and no answer was noted: it may have left."""
        return self.tried_at is not None and not self.left_by and not self.failure


class IssuedLink(Fact):
    """A link that was handed out. The token names it; taken back here, the token opens nothing."""

    id: Text
    purpose: Literal["offer", "agreement"]
    proposal_id: Text
    inquiry_id: Text = ""
    member_id: Text = ""
    expires: Instant
    revoked_at: Instant | None = None


class InquiryFile(Fact):
    """A drawing of the company, or a member's own sheet (`member_id`); its bytes are among the files, by digest."""

    id: Text
    proposal_id: Text
    inquiry_id: Text
    member_id: Text = ""
    file_name: Text
    media_type: Text
    size_bytes: int = Field(ge=0)
    file_sha256: Text
    at: Instant


Verdict = Literal["can", "on_conditions", "cannot"]

Reason = Literal[
    "chosen",
    "price",
    "lead_time",
    "on_conditions",
    "no_price",
    "no_nda",
    "lot",
    "expired",
    "revision",
    "cannot",
    "withdrawn",
    "other_plan",
]
"""Why an answer was chosen, or why it was not. None of them says who was, or at what price."""


class Outcome(Fact):
    """What became of a member's answer to one line."""

    proposal_id: Text
    inquiry_id: Text
    member_id: Text
    line_id: Text
    reason: Reason


class LineAnswer(Fact):
    """What a member says to one line. Price alone suffices for a quote; a quote without a named person is a hand."""

    line_id: Text
    verdict: Verdict
    condition: Text = ""
    unit_price_yen: AmountYen | None = None
    tiers: tuple[PriceTier, ...] = ()
    least_order: int | None = Field(default=None, gt=0)
    set_up_yen: int | None = Field(default=None, ge=0)
    lead_time_days: int | None = Field(default=None, ge=0)
    hours: int | None = Field(default=None, ge=0)
    expires: date | None = None


def asked_lines(inquiry: Inquiry, bill: Bill) -> tuple[Line, ...]:
    """The lines that an inquiry asks about, in the order of the bill."""
    asked = frozenset(inquiry.line_ids)
    return tuple(line for line in bill.lines if line.id in asked)


def needs_drawing(line: Line) -> bool:
    """False for a catalogue part, which is bought by its number: neither NDA nor drawing."""
    return line.kind is not LineKind.BOUGHT_OUT
