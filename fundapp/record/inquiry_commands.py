"""Orders about inquiries: those of the office, and those that only the addressee of a link can give."""

from pydantic import Field

from fundapp.basis.days import Instant
from fundapp.basis.fact import Fact, Text
from fundapp.network.contact import Contact
from fundapp.network.inquiry import LONGEST_REMINDER_DAYS, Inquiry, InquiryFile, IssuedLink, LineAnswer, Stage
from fundapp.record.commands import RegisterCommand, Remark


class RecordContacts(RegisterCommand):
    contacts: tuple[Contact, ...]


class InquiryCommand(RegisterCommand):
    """An order about one inquiry."""

    inquiry_id: Text


class ComposeInquiry(InquiryCommand):
    """Write an inquiry, or correct one that has not gone out."""

    inquiry: Inquiry


class AttachDrawing(InquiryCommand):
    """A drawing that members may see once they have accepted the NDA."""

    file: InquiryFile


class AskAgreement(RegisterCommand):
    """Hand the company's president a link: to the text of an inquiry, and to menu items."""

    link: IssuedLink
    inquiry_ids: tuple[Text, ...] = ()
    need_ids: tuple[Text, ...] = ()


class Addressed(Fact):
    """A member to be asked: its link, and the lines that it is asked first."""

    member_id: Text
    link: IssuedLink
    matched: bool = False
    line_ids: tuple[Text, ...] = ()


class SendInquiry(InquiryCommand):
    """Let the inquiry go out to these members, at one of the two stages."""

    stage: Stage
    members: tuple[Addressed, ...]
    by_clock: bool = False
    """It goes out without a press, as was ordered when it went to the first members."""


class NoteLeft(InquiryCommand):
    """How the messages to these members left the house."""

    member_ids: tuple[Text, ...]
    by: Text
    failure: Text = ""


class RemindMembers(InquiryCommand):
    member_ids: tuple[Text, ...]


class OrderByClock(InquiryCommand):
    """What the desk does about an inquiry without a press."""

    remind_days_before: int | None = Field(default=None, ge=1, le=LONGEST_REMINDER_DAYS)
    widens_itself: bool = False


class ExtendDeadline(InquiryCommand):
    """Put the deadline off before it comes; everyone who was asked is told."""

    answer_by: Instant
    reason: Text


class MakeReminders(InquiryCommand):
    """Make a reminder for everyone who has not answered, once before each deadline."""


class TryNotices(InquiryCommand):
    """These messages are handed to the mail server now. What was handed over and not noted is not sent again."""

    notice_ids: tuple[Text, ...]


class NoteNotices(InquiryCommand):
    """How these messages left the house."""

    notice_ids: tuple[Text, ...]
    by: Text
    failure: Text = ""


class EnterAnswer(InquiryCommand):
    """A member's answer by telephone, fax or on paper, entered by the office and marked so."""

    member_id: Text
    answers: tuple[LineAnswer, ...]
    person: Text = ""
    received_by: Text


class EnterNda(InquiryCommand):
    """A member signed the NDA on paper."""

    member_id: Text
    person: Text


class CloseInquiry(InquiryCommand):
    """Open the answers before the deadline, when everyone who was asked has answered."""


class TellOutcomes(InquiryCommand):
    """Fix which offers were chosen, and why the others were not, for their members to read."""

    chosen_offer_ids: tuple[Text, ...]


class RevokeLink(RegisterCommand):
    """Take a link back; with another in its place, or without."""

    link_id: Text
    instead: IssuedLink | None = None


class AnswerInquiry(InquiryCommand):
    """A member answers through its link."""

    member_id: Text
    answers: tuple[LineAnswer, ...]
    person: Text = ""


class AcceptNda(InquiryCommand):
    """A member accepts the NDA through its link."""

    member_id: Text
    person: Text


class HandInSheet(InquiryCommand):
    """A member hands in its own sheet, photographed or as PDF, through its link."""

    member_id: Text
    file: InquiryFile


class Consent(Fact):
    """The president's answer to one thing that was asked."""

    agreement_id: Text
    agreed: bool
    remark: Remark = ""


class AnswerAgreement(RegisterCommand):
    """The president agrees, or does not, through a link."""

    proposal_id: Text
    consents: tuple[Consent, ...]
    person: Text


BY_LINK: frozenset[type[RegisterCommand]] = frozenset({AnswerInquiry, AcceptNda, HandInSheet, AnswerAgreement})
"""What nobody but the addressee of a link may order."""
