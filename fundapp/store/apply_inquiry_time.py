"""Carrying an order about an inquiry's time out: deadline put off, reminders made, messages on their way."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from fundapp.basis.days import instant_text
from fundapp.network.inquiry import Extension, Notice, Recipient
from fundapp.record import inquiry_commands as q
from fundapp.record.decide_inquiry import REMIND_AGAIN_AFTER
from fundapp.store import inquiries
from fundapp.store.connection import Connection
from fundapp.store.history import Stamp
from fundapp.store.inquiries import InquiryRows
from fundapp.store.tables import LINKS, NOTICES

TIME_ORDERS = (q.OrderByClock, q.ExtendDeadline, q.MakeReminders, q.TryNotices, q.NoteNotices)


def apply_inquiry_time(connection: Connection, stamp: Stamp, command: object, found: InquiryRows, batch: str) -> None:
    """Write what the order says of the inquiry that is `found`."""
    match command:
        case q.OrderByClock(inquiry_id=inquiry_id, remind_days_before=days, widens_itself=widens):
            inquiries.change_inquiry(connection, stamp, inquiry_id, remind_days_before=days, widens_itself=int(widens))
        case q.ExtendDeadline():
            _extend(connection, stamp, command, found, batch)
        case q.MakeReminders(inquiry_id=inquiry_id):
            until = instant_text(found.inquiry.answer_by)
            make_notices(connection, stamp, found, "remind", _to_remind(connection, stamp, found), until)
            inquiries.change_inquiry(connection, stamp, inquiry_id, reminded_for=until)
        case q.TryNotices(notice_ids=notice_ids):
            tried = {"tried_at": datetime.fromisoformat(stamp.at), "failure": ""}
            inquiries.put_notices(connection, stamp, _changed(found, notice_ids, tried))
        case q.NoteNotices():
            _note(connection, stamp, command, found)
        case _:
            raise TypeError(f"no register takes {type(command).__name__}")


def make_notices(
    connection: Connection,
    stamp: Stamp,
    found: InquiryRows,
    kind: Literal["ask", "remind", "extend"],
    recipients: Iterable[Recipient],
    occasion: str,
) -> None:
    """A message for each of these members. The same message for the same occasion is made once, whoever asks again."""
    inquiry, made_at = found.inquiry, datetime.fromisoformat(stamp.at)
    notices = [
        Notice(
            id=f"{inquiry.id}/{kind}/{occasion}/{one.member_id}",
            proposal_id=inquiry.proposal_id,
            inquiry_id=inquiry.id,
            member_id=one.member_id,
            kind=kind,
            made_at=made_at,
        )
        for one in recipients
    ]
    known = {one.id for one in found.notices}
    inquiries.put_notices(connection, stamp, [one for one in notices if one.id not in known])


def settle_notices(
    connection: Connection, stamp: Stamp, found: InquiryRows, kind: str, member_ids: Iterable[str], by: str
) -> None:
    """The messages of this kind to these members have left another way: they do not wait any longer."""
    wanted = frozenset(member_ids)
    waiting = [one for one in found.notices if one.kind == kind and one.member_id in wanted and not one.left_by]
    left = {"left_by": by, "left_at": datetime.fromisoformat(stamp.at), "failure": ""}
    inquiries.put_notices(connection, stamp, [one.model_copy(update=left) for one in waiting])


def _extend(connection: Connection, stamp: Stamp, command: q.ExtendDeadline, found: InquiryRows, batch: str) -> None:
    inquiry = found.inquiry
    inquiries.put_extension(
        connection,
        stamp,
        Extension(
            id=batch,
            proposal_id=inquiry.proposal_id,
            inquiry_id=inquiry.id,
            put_off_from=inquiry.answer_by,
            answer_by=command.answer_by,
            reason=command.reason.strip(),
            at=datetime.fromisoformat(stamp.at),
        ),
    )
    inquiries.change_inquiry(connection, stamp, inquiry.id, answer_by=instant_text(command.answer_by))
    _lengthen_links(connection, stamp, inquiry.id, command.answer_by - inquiry.answer_by)
    # What waits speaks of a day that is no longer the deadline; the new message says all of it.
    stale = [one.id for one in found.notices if one.kind != "ask" and not one.left_by and one.tried_at is None]
    for notice_id in stale:
        NOTICES.remove(connection, stamp, NOTICES.rows(connection, stamp.fund, id=notice_id))
    told = [one for one in _reached(connection, stamp, found) if one.left_by]
    make_notices(connection, stamp, found, "extend", told, instant_text(command.answer_by))


def _lengthen_links(connection: Connection, stamp: Stamp, inquiry_id: str, by: timedelta) -> None:
    """The members' links live as long after the new deadline as they would have after the old one."""
    for link in inquiries.links(connection, stamp.fund, inquiry_id=inquiry_id):
        if link.revoked_at is None:
            row = next(iter(LINKS.rows(connection, stamp.fund, id=link.id)))
            LINKS.update(connection, stamp, row, expires=instant_text(link.expires + by))


def _reached(connection: Connection, stamp: Stamp, found: InquiryRows) -> list[Recipient]:
    """Those who were asked and whose link stands."""
    links = inquiries.links(connection, stamp.fund, inquiry_id=found.inquiry.id)
    standing = {one.member_id for one in links if one.revoked_at is None}
    return [one for one in found.recipients if one.member_id in standing]


def _to_remind(connection: Connection, stamp: Stamp, found: InquiryRows) -> list[Recipient]:
    at, due = datetime.fromisoformat(stamp.at), found.inquiry.reminds_at()
    assert due is not None, "reminders are made once they are due"
    answered = found.answered()
    return [
        one
        for one in _reached(connection, stamp, found)
        if one.left_before(due)
        and one.member_id not in answered
        and (one.reminded_at is None or at >= one.reminded_at + REMIND_AGAIN_AFTER)
    ]


def _changed(found: InquiryRows, notice_ids: Iterable[str], changes: dict[str, object]) -> list[Notice]:
    wanted = frozenset(notice_ids)
    return [one.model_copy(update=changes) for one in found.notices if one.id in wanted]


def _note(connection: Connection, stamp: Stamp, command: q.NoteNotices, found: InquiryRows) -> None:
    at = datetime.fromisoformat(stamp.at)
    left: dict[str, object] = {"left_by": command.by, "left_at": at, "failure": ""}
    changed = _changed(found, command.notice_ids, {"failure": command.failure} if command.failure else left)
    inquiries.put_notices(connection, stamp, changed)
    if command.failure:
        return
    kinds = {(one.member_id, one.kind) for one in changed}
    recipients = []
    for one in found.recipients:
        if (one.member_id, "remind") in kinds:
            recipients.append(one.model_copy(update={"reminded_at": at, "reminders": one.reminders + 1}))
        if (one.member_id, "ask") in kinds:
            recipients.append(one.model_copy(update={"left_by": command.by, "left_at": at, "failure": ""}))
    inquiries.put_recipients(connection, stamp, recipients)
