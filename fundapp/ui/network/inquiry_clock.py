"""What the desk does about an inquiry by itself: reminders before the deadline, and going to all members."""

from datetime import datetime, timedelta

import streamlit as st

from fundapp.inquiries_seen import InquirySeen
from fundapp.mailing import mail_server, public_address
from fundapp.network.inquiry import LONGEST_REMINDER_DAYS, Inquiry
from fundapp.record import inquiry_commands as q
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import moment
from fundapp.ui import gate
from fundapp.ui.network.orders import Order
from fundapp.ui.words import plain

USUAL_REMINDER_DAYS = 3


def leaves_by_itself() -> bool:
    """True when messages leave with nobody at the desk: a mail server is named, and the address for the links."""
    return mail_server() is not None and bool(public_address(""))


def choices(asked: InquirySeen, *, fresh: bool) -> q.OrderByClock:
    """The choices of what happens by itself, as they stand, or as is usual for one that is about to go out."""
    inquiry = asked.inquiry
    told = (
        _("These messages leave by e-mail at their time, with nobody at the desk.")
        if leaves_by_itself()
        else _("These messages are made ready at their time, and the first page says so. Nothing is sent unseen.")
    )
    st.markdown(plain(told))
    days = inquiry.remind_days_before
    if fresh and _reminder(inquiry, USUAL_REMINDER_DAYS) > gate.desk().now():
        days = USUAL_REMINDER_DAYS
    given = st.number_input(
        _("Remind those who have not answered: days before the deadline (empty: never)"),
        min_value=1,
        max_value=LONGEST_REMINDER_DAYS,
        value=days,
        step=1,
        key=f"remind-days/{inquiry.id}",
    )
    if given is not None and (late := _late(asked, _reminder(inquiry, given))):
        st.markdown(f":material/info: {plain(late)}")
    widens = st.checkbox(
        ngettext(
            "Ask all members {n} hour after sending, if a part has no hand by then",
            "Ask all members {n} hours after sending, if a part has no hand by then",
            inquiry.widen_after_hours,
        ),
        value=inquiry.widens_itself,
        key=f"widens-itself/{inquiry.id}",
    )
    return q.OrderByClock(inquiry_id=inquiry.id, remind_days_before=given, widens_itself=widens)


def _reminder(inquiry: Inquiry, days: int) -> datetime:
    return inquiry.answer_by - timedelta(days=days)


def _late(asked: InquirySeen, reminder: datetime) -> str:
    """What comes of a reminder whose moment has passed already; empty for one to come, and where it was made."""
    if reminder > gate.desk().now() or asked.inquiry.reminded_for == asked.inquiry.answer_by:
        return ""
    if any(one.left_before(reminder) for one in asked.waiting()):
        return _("That moment has passed already: the reminders are made at once.")
    return _("That moment has passed already: nobody will be reminded.")


def change(asked: InquirySeen) -> Order | None:
    """What happens by itself while members may answer, to be changed."""
    inquiry = asked.inquiry
    with st.expander(_("What happens by itself"), icon=":material/alarm:"):
        for line in _told(inquiry):
            st.markdown(plain(line))
        wanted = choices(asked, fresh=False)
        standing = q.OrderByClock(
            inquiry_id=inquiry.id,
            remind_days_before=inquiry.remind_days_before,
            widens_itself=inquiry.widens_itself,
        )
        pressed = st.button(_("Keep it so"), disabled=wanted == standing, key=f"by-clock/{inquiry.id}")
    if not pressed:
        return None
    return Order(((gate.desk().new_id(), wanted),), _("Kept: what happens by itself."))


def _told(inquiry: Inquiry) -> list[str]:
    found: list[str] = []
    when: datetime | None = inquiry.reminds_at()
    if when is not None and when > gate.desk().now():
        found.append(_("Reminders: {time}").format(time=moment(when)))
    elif inquiry.reminded_for == inquiry.answer_by:
        found.append(_("Reminders for this deadline were made."))
    when = inquiry.widens_at()
    if inquiry.widens_itself and inquiry.all_sent_at is None and when is not None:
        found.append(_("To all members, if parts stay open: {time}").format(time=moment(when)))
    return found
