"""What the desk does about an inquiry by itself: reminders before the deadline, and going to all members."""

from datetime import datetime

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


def choices(inquiry: Inquiry, *, fresh: bool) -> q.OrderByClock:
    """The choices of what happens by itself, as they stand, or as is usual for one that is about to go out."""
    days = USUAL_REMINDER_DAYS if fresh else inquiry.remind_days_before
    given = st.number_input(
        _("Remind by itself, days before the deadline (empty: never)"),
        min_value=1,
        max_value=LONGEST_REMINDER_DAYS,
        value=days,
        step=1,
        key=f"remind-days/{inquiry.id}",
    )
    widens = st.checkbox(
        ngettext(
            "Go to all members by itself after {n} hour, if parts stay open",
            "Go to all members by itself after {n} hours, if parts stay open",
            inquiry.widen_after_hours,
        ),
        value=inquiry.widens_itself,
        key=f"widens-itself/{inquiry.id}",
    )
    told = (
        _("These messages leave by e-mail at their time, with nobody at the desk.")
        if leaves_by_itself()
        else _("These messages are made ready at their time, and the first page says so. Nothing is sent unseen.")
    )
    st.markdown(plain(told))
    return q.OrderByClock(inquiry_id=inquiry.id, remind_days_before=given, widens_itself=widens)


def change(asked: InquirySeen) -> Order | None:
    """What happens by itself while members may answer, to be changed."""
    inquiry = asked.inquiry
    with st.expander(_("What happens by itself"), icon=":material/alarm:"):
        for line in _told(inquiry):
            st.markdown(plain(line))
        wanted = choices(inquiry, fresh=False)
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
    if when is not None:
        found.append(_("Reminders: {time}").format(time=moment(when)))
    elif inquiry.reminded_for == inquiry.answer_by:
        found.append(_("Reminders for this deadline were made."))
    when = inquiry.widens_at()
    if inquiry.widens_itself and inquiry.all_sent_at is None and when is not None:
        found.append(_("To all members, if parts stay open: {time}").format(time=moment(when)))
    return found
