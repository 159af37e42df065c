"""After an inquiry has gone out: a later deadline, and the messages that the desk made and that wait to leave."""

from datetime import datetime, timedelta

import streamlit as st

from fundapp.basis.days import TOKYO
from fundapp.documents.inquiry_message import Kind
from fundapp.inquiries_seen import InquirySeen
from fundapp.network.inquiry import Notice
from fundapp.record import inquiry_commands as q
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import moment
from fundapp.ui import components, drafting
from fundapp.ui.network import inquiry_sending
from fundapp.ui.network.fields import Fields, ends, filled
from fundapp.ui.network.inquiry_clock import leaves_by_itself
from fundapp.ui.network.inquiry_compose import ENDS_AT
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

KIND = "inquiry-extend"
USUAL_LONGER = timedelta(days=7)


def extend(seen: Seen, asked: InquirySeen) -> Order | None:
    """The form that puts the deadline off while the answers are sealed."""
    inquiry = asked.inquiry
    components.page_title(_("Put the deadline off"), seen.name())
    told = _("Members may answer until {time}. Everyone who was asked is told of the later day; answers stay sealed.")
    st.markdown(plain(told.format(time=moment(inquiry.answer_by))))
    typing = drafting.begin(seen.actor, f"{KIND}/{inquiry.id}/{len(asked.extensions)}")
    if typing is None:
        return None
    later = inquiry.answer_by.astimezone(TOKYO).date() + USUAL_LONGER
    fields = Fields(typing, {"answer_by": later.isoformat()})
    labels = _("Answers until 17:00 of this day"), _("Why it is put off (kept on file, not told to the members)")
    day = fields.day("answer_by", labels[0])
    reason = fields.text("reason", labels[1])
    if not ends(fields, _("Put the deadline off and tell everyone")):
        return None
    if not filled(answer_by=(labels[0], day), reason=(labels[1], reason)) or day is None:
        return None
    command = q.ExtendDeadline(inquiry_id=inquiry.id, answer_by=datetime.combine(day, ENDS_AT, TOKYO), reason=reason)
    done = _("Members may answer until {time}.").format(time=moment(command.answer_by))
    return Order(((typing.command_id, command),), done, typing)


def notices(asked: InquirySeen) -> Order | None:
    """The messages that the desk made: how many wait, and the ways for them to leave."""
    order = None
    for kind in ("extend", "remind"):
        waiting = [one for one in asked.notices if one.kind == kind]
        if waiting:
            order = _waiting(asked, kind, waiting) or order
    return order


def _waiting(asked: InquirySeen, kind: Kind, waiting: list[Notice]) -> Order | None:
    count = len(waiting)
    text = (
        ngettext("{n} reminder is ready to send", "{n} reminders are ready to send", count)
        if kind == "remind"
        else ngettext("{n} member is to be told of the later day", "{n} members are to be told of the later day", count)
    )
    doubtful = sum(one.is_in_doubt() for one in waiting)
    with st.container(border=True, key=f"notices-{kind}-{asked.inquiry.id}"):
        st.markdown(f":material/outgoing_mail: **{plain(text)}**")
        for one in [one for one in waiting if one.failure][:3]:
            told = _("The mail server did not take one: {why}").format(why=one.failure)
            st.markdown(f":material/error: {plain(told)}")
        if doubtful:
            told = ngettext(
                "{n} message was on its way when the server stopped. It may have arrived: ask before you send again.",
                "{n} messages were on their way when the server stopped. They may have arrived: ask before you send "
                "again.",
                doubtful,
            )
            st.markdown(f":material/help: {plain(told)}")
        if leaves_by_itself() and any(one.tried_at is None for one in waiting):
            st.markdown(plain(_("Those with an e-mail address leave by themselves within a minute or two.")))
        with st.container(horizontal=True):
            inquiry_sending.downloads(asked, kind)
            handed = st.button(_("They are handed over"), icon=":material/task_alt:", key=f"handed-over-{kind}")
    if not handed:
        return None
    ids = tuple(one.id for one in waiting)
    command = q.NoteNotices(inquiry_id=asked.inquiry.id, notice_ids=ids, by="hand")
    done = _("Noted: the messages have left.")
    return Order(((f"left/{kind}/{ids[0]}/{count}", command),), done)


def put_off_told(asked: InquirySeen) -> str:
    """Since when and why the deadline is another; empty where it is the first one."""
    if not asked.extensions:
        return ""
    last = asked.extensions[-1]
    return _("Put off on {time} from {before}: {reason}").format(
        time=moment(last.at), before=moment(last.put_off_from), reason=last.reason
    )
