"""What the server does with nobody at the desk: orders that fell due, and their messages, where a mail server is named.

A message is marked before it is handed to the mail server and noted when that has taken it. What was marked and never
noted, because the server was killed in between, may have left: it is not sent again but told on the page.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from email.message import EmailMessage

from fundapp.basis.refusal import Refusal
from fundapp.clockwork_desk import CLOCKWORK
from fundapp.desk import Desk
from fundapp.documents.inquiry_message import email
from fundapp.documents.summons import email as message
from fundapp.inquiries_seen import InquirySeen
from fundapp.mailing import MailServer, send_all
from fundapp.network.inquiry import Notice
from fundapp.record import inquiry_commands as q
from fundapp.record.circulating import is_pressing
from fundapp.record.planning_commands import NoteSummons
from fundapp.web.inquiry_letters import letters
from fundapp.web.summons_letters import circulation_letters, reminder

TRY_AGAIN_AFTER = timedelta(hours=1)
"""What the mail server refused is offered to it again after this time, as long as members may answer."""


def turn(desk: Desk, server: MailServer | None, base: str) -> None:
    """Do what is due. Without a mail server, or an address (`base`) for the links, messages wait for a hand."""
    desk.act_by_clock()
    if server is None or not base:
        return
    _remind_in_writing(desk, server, base)
    for _code, seen in desk.inquiries_under_way(CLOCKWORK):
        for kind in ("ask", "extend", "remind"):
            waiting = [one for one in seen.notices if one.kind == kind and _is_to_be_tried(desk, one)]
            if waiting:
                _send(desk, server, base, seen, waiting)


def _remind_in_writing(desk: Desk, server: MailServer, base: str) -> None:
    """Remind once, in the last days of a written resolution, everyone from whom it still waits for something."""
    for meeting in desk.book(CLOCKWORK).circulations():
        if not is_pressing(meeting, desk.today()):
            continue
        reminded, tried = (desk.summoned(CLOCKWORK, about) for about in (reminder(meeting), f"{reminder(meeting)}/try"))
        due = {
            person: one
            for person, one in circulation_letters(desk, CLOCKWORK, meeting, base).items()
            if one.email and person not in reminded
            if person not in tried or desk.now() >= tried[person] + TRY_AGAIN_AFTER
        }
        if not due:
            continue
        desk.submit(NoteSummons(about=f"{reminder(meeting)}/try", people=tuple(due)), CLOCKWORK)
        mails = [(person, message(one, sender=server.sender, at=desk.now())) for person, one in due.items()]
        for person, failure in send_all(server, mails):
            if not failure:
                desk.submit(NoteSummons(about=reminder(meeting), people=(person,)), CLOCKWORK)


def _is_to_be_tried(desk: Desk, notice: Notice) -> bool:
    if notice.tried_at is None:
        return True
    return bool(notice.failure) and desk.now() >= notice.tried_at + TRY_AGAIN_AFTER


def _send(desk: Desk, server: MailServer, base: str, seen: InquirySeen, waiting: Sequence[Notice]) -> None:
    """Send the messages of one kind; those whom no e-mail reaches stay for a hand."""
    proposal = desk.proposal(CLOCKWORK, seen.inquiry.proposal_id)
    if proposal is None:
        return
    due = letters(desk, CLOCKWORK, proposal, seen, waiting[0].kind, base)

    def marked() -> Iterator[tuple[str, EmailMessage]]:
        for one in waiting:
            printed = due.get(one.member_id)
            if printed is None or not printed.letter.email:
                continue
            tried = desk.submit(q.TryNotices(inquiry_id=seen.inquiry.id, notice_ids=(one.id,)), CLOCKWORK)
            # Another process, or a hand, was quicker.
            if not isinstance(tried, Refusal):
                yield one.id, email(printed.letter, sender=server.sender, at=desk.now())

    for notice_id, failure in send_all(server, marked()):
        noted = q.NoteNotices(inquiry_id=seen.inquiry.id, notice_ids=(notice_id,), by="mail", failure=failure)
        desk.submit(noted, CLOCKWORK)
