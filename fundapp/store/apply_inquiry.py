"""Carrying an order about inquiries out: the rows it changes, in the caller's transaction."""

from datetime import datetime

from fundapp.basis.days import day_of
from fundapp.network.answering import new_offers, outcomes_of, standing_answers, under_nda
from fundapp.network.bill import Bill
from fundapp.network.inquiry import Agreement, Inquiry, LineAnswer, Recipient, need_digest, text_digest
from fundapp.network.member import Member
from fundapp.network.offer_standing import offer_standings
from fundapp.record import inquiry_commands as q
from fundapp.store import inquiries, registers
from fundapp.store.apply_inquiry_time import TIME_ORDERS, apply_inquiry_time, make_notices, settle_notices
from fundapp.store.connection import Connection, refuse
from fundapp.store.history import Stamp
from fundapp.store.inquiries import InquiryRows
from fundapp.store.tables import MEMBERS, NEEDS

CARRIED_OUT = (
    q.RecordContacts,
    q.InquiryCommand,
    q.AskAgreement,
    q.RevokeLink,
    q.AnswerAgreement,
)


def apply_inquiry(connection: Connection, stamp: Stamp, command: object, batch: str) -> None:
    """Write what the order says. `batch` is an id of which the new rows' ids are made."""
    match command:
        case q.RecordContacts(contacts=contacts):
            inquiries.put_contact(connection, stamp, *contacts)
        case q.ComposeInquiry(inquiry=composed):
            inquiries.put_inquiry(connection, stamp, composed)
        case q.AttachDrawing(file=file) | q.HandInSheet(file=file):
            inquiries.put_file(connection, stamp, file)
        case q.AskAgreement():
            _ask(connection, stamp, command, batch)
        case q.AnswerAgreement():
            _agreed(connection, stamp, command)
        case q.SendInquiry():
            _send(connection, stamp, command)
        case q.NoteLeft() | q.RemindMembers():
            _note(connection, stamp, command)
        case q.AnswerInquiry(answers=answers, person=person):
            _answer(connection, stamp, command, answers, person, "link", batch)
        case q.EnterAnswer(answers=answers, person=person, received_by=received_by):
            _answer(connection, stamp, command, answers, person, received_by, batch)
        case q.AcceptNda() | q.EnterNda():
            _accept_nda(connection, stamp, command, batch)
        case q.CloseInquiry(inquiry_id=inquiry_id):
            inquiries.change_inquiry(connection, stamp, inquiry_id, closed_at=stamp.at)
        case q.TellOutcomes():
            _tell(connection, stamp, command)
        case q.RevokeLink(link_id=link_id, instead=instead):
            inquiries.revoke_links(connection, stamp, id=link_id)
            inquiries.put_links(connection, stamp, [instead] if instead else [])
        case q.InquiryCommand(inquiry_id=inquiry_id) if isinstance(command, TIME_ORDERS):
            apply_inquiry_time(connection, stamp, command, _rows(connection, stamp, inquiry_id), batch)
        case _:
            raise TypeError(f"no register takes {type(command).__name__}")


def _rows(connection: Connection, stamp: Stamp, inquiry_id: str) -> InquiryRows:
    found = inquiries.inquiry_rows(connection, stamp.fund, inquiry_id)
    if found is None:
        refuse("row_missing")
    return found


def _member(connection: Connection, stamp: Stamp, member_id: str) -> Member:
    found = MEMBERS.facts(connection, stamp.fund, id=member_id)
    if not found:
        refuse("row_missing")
    return found[0]


def _bill(connection: Connection, stamp: Stamp, inquiry: Inquiry) -> Bill:
    return next(
        bill
        for bill in registers.bills(connection, stamp.fund, inquiry.proposal_id)
        if bill.revision == inquiry.bill_revision
    )


def _ask(connection: Connection, stamp: Stamp, command: q.AskAgreement, batch: str) -> None:
    """One link for all that is asked now; an earlier link of the same proposal is taken back."""
    proposal_id, asked_at = command.link.proposal_id, datetime.fromisoformat(stamp.at)
    inquiries.revoke_links(connection, stamp, purpose="agreement", proposal_id=proposal_id)
    inquiries.put_links(connection, stamp, [command.link])
    asked = []
    for inquiry_id in command.inquiry_ids:
        found = _rows(connection, stamp, inquiry_id)
        said = text_digest(found.inquiry, tuple(one.file_sha256 for one in found.drawings()))
        asked.append(("inquiry", inquiry_id, said))
    needs = {need.id: need for need in registers.needs(connection, stamp.fund, proposal_id)}
    asked += [("need", need_id, need_digest(needs[need_id])) for need_id in command.need_ids]
    rows = [
        Agreement.model_validate(
            {
                "id": f"{batch}-{number}",
                "proposal_id": proposal_id,
                "subject": subject,
                "subject_id": subject_id,
                "agreed_digest": said,
                "asked_at": asked_at,
            }
        )
        for number, (subject, subject_id, said) in enumerate(asked)
    ]
    inquiries.put_agreements(connection, stamp, rows)


def _agreed(connection: Connection, stamp: Stamp, command: q.AnswerAgreement) -> None:
    asked = {one.id: one for one in inquiries.agreements(connection, stamp.fund, command.proposal_id)}
    at = datetime.fromisoformat(stamp.at)
    answered = [
        asked[consent.agreement_id].model_copy(
            update={
                "answer": "agreed" if consent.agreed else "declined",
                "answered_at": at,
                "person": command.person.strip(),
                "remark": consent.remark.strip(),
            }
        )
        for consent in command.consents
    ]
    inquiries.put_agreements(connection, stamp, answered)
    for one in answered:
        if one.subject == "need":
            row = NEEDS.rows(connection, stamp.fund, id=one.subject_id)[0]
            NEEDS.update(connection, stamp, row, item_owner_consent=int(one.answer == "agreed"))


def _send(connection: Connection, stamp: Stamp, command: q.SendInquiry) -> None:
    found = _rows(connection, stamp, command.inquiry_id)
    at = datetime.fromisoformat(stamp.at)
    known = {one.member_id for one in found.recipients}
    added = [one for one in command.members if one.member_id not in known]
    asked = [
        Recipient(
            proposal_id=found.inquiry.proposal_id,
            inquiry_id=found.inquiry.id,
            member_id=one.member_id,
            stage=command.stage,
            matched=one.matched,
            line_ids=one.line_ids,
            notified_at=at,
        )
        for one in added
    ]
    inquiries.put_recipients(connection, stamp, asked)
    inquiries.put_links(connection, stamp, [one.link for one in added])
    if command.by_clock:
        make_notices(connection, stamp, found, "ask", asked, command.stage)
    stage = "first_sent_at" if command.stage == "first" else "all_sent_at"
    # Members who are added to a stage later do not put off the next one.
    if getattr(found.inquiry, stage) is None:
        inquiries.change_inquiry(connection, stamp, command.inquiry_id, **{stage: stamp.at})


def _note(connection: Connection, stamp: Stamp, command: q.NoteLeft | q.RemindMembers) -> None:
    at, wanted = datetime.fromisoformat(stamp.at), frozenset(command.member_ids)
    found = _rows(connection, stamp, command.inquiry_id)
    changed = []
    for one in found.recipients:
        if one.member_id not in wanted:
            continue
        if isinstance(command, q.RemindMembers):
            change: dict[str, object] = {"reminded_at": at, "reminders": one.reminders + 1}
        elif command.failure:
            change = {"failure": command.failure}
        else:
            change = {"left_by": command.by, "left_at": at, "failure": ""}
        changed.append(one.model_copy(update=change))
    inquiries.put_recipients(connection, stamp, changed)
    if isinstance(command, q.RemindMembers):
        settle_notices(connection, stamp, found, "remind", wanted, "hand")
    elif not command.failure:
        settle_notices(connection, stamp, found, "ask", wanted, command.by)


def _asked(found: InquiryRows, member_id: str) -> Recipient:
    recipient = found.recipient(member_id)
    if recipient is None:
        refuse("row_missing")
    return recipient


def _answer(
    connection: Connection,
    stamp: Stamp,
    command: q.AnswerInquiry | q.EnterAnswer,
    answers: tuple[LineAnswer, ...],
    person: str,
    received_by: str,
    batch: str,
) -> None:
    found = _rows(connection, stamp, command.inquiry_id)
    made = new_offers(
        found.inquiry,
        _member(connection, stamp, command.member_id),
        _asked(found, command.member_id),
        answers,
        before=standing_answers(found.answers_of(command.member_id)),
        person=person,
        received_by=received_by,
        at=datetime.fromisoformat(stamp.at),
        batch=batch,
    )
    registers.put_offer(connection, stamp, *made)


def _accept_nda(connection: Connection, stamp: Stamp, command: q.AcceptNda | q.EnterNda, batch: str) -> None:
    found, at = _rows(connection, stamp, command.inquiry_id), datetime.fromisoformat(stamp.at)
    recipient = _asked(found, command.member_id)
    if recipient.nda_at is not None:
        return
    inquiries.put_recipients(
        connection, stamp, [recipient.model_copy(update={"nda_at": at, "nda_person": command.person.strip()})]
    )
    bill = _bill(connection, stamp, found.inquiry)
    before = standing_answers(found.answers_of(command.member_id))
    registers.put_offer(connection, stamp, *under_nda(bill, before, at=at, batch=batch))


def _tell(connection: Connection, stamp: Stamp, command: q.TellOutcomes) -> None:
    found = _rows(connection, stamp, command.inquiry_id)
    proposal_id = found.inquiry.proposal_id
    bill = registers.current_bill(connection, stamp.fund, proposal_id)
    every = registers.offers(connection, stamp.fund, proposal_id)
    assert bill is not None, "an inquiry has a bill"
    at = datetime.fromisoformat(stamp.at)
    wanted = frozenset(command.chosen_offer_ids)
    chosen = {offer.line_id: offer for offer in every if offer.id in wanted}
    standings = offer_standings(bill, every, day_of(at))
    inquiries.put_outcomes(connection, stamp, outcomes_of(found.inquiry, every, standings, chosen))
    inquiries.change_inquiry(connection, stamp, command.inquiry_id, told_at=stamp.at)
