"""From the draft to the locked minutes: settling the text, confirming it, excusing a signatory, reopening."""

import streamlit as st

from fundapp.basis.roles import Actor, Role
from fundapp.committee.minutes import MinutesContent
from fundapp.committee.minutes_life import state_of
from fundapp.documents.minutes_closing import signature_text
from fundapp.documents.said import said
from fundapp.record import minutes_commands as k
from fundapp.record.book import Book, Meeting
from fundapp.record.decide_minutes import open_corrections
from fundapp.record.signing import waiting_for
from fundapp.text.catalogue import _, language
from fundapp.text.figures import moment
from fundapp.ui import components, gate
from fundapp.ui.downloads import download_button
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.words import plain


def waits_for_me(book: Book, meeting: Meeting, actor: Actor) -> bool:
    """True when this person's confirmation is missing."""
    return actor.has(Role.VOTING) and actor.person in waiting_for(book, meeting)


def confirm(book: Book, meeting: Meeting, actor: Actor) -> Order | None:
    """The signatory reads the text below and confirms it in one press."""
    if not waits_for_me(book, meeting, actor):
        return None
    form = f"confirm/{meeting.id}/{len(meeting.versions)}"
    slot = st.container()
    with slot:
        st.markdown(_("Please read the minutes below. If a passage is wrong, propose a correction instead."))
        pressed = st.button(
            _("I confirm these minutes"), type="primary", icon=":material/draw:", width="stretch", key=key(form, "go")
        )
    if not pressed:
        return None
    command = k.ConfirmMinutes(meeting_id=meeting.id, version=len(meeting.versions))
    return Order((command,), form, slot, _("You confirmed the minutes of meeting {n}.").format(n=meeting.number))


def may_settle(meeting: Meeting, actor: Actor) -> bool:
    """True for the secretariat once every correction of a draft has its answer."""
    return actor.has(Role.SECRETARIAT) and state_of(meeting.versions) == "draft" and not open_corrections(meeting)


def settle(meeting: Meeting, actor: Actor) -> Order | None:
    """The secretariat fixes the text."""
    if not may_settle(meeting, actor):
        return None
    form = f"settle/{meeting.id}/{len(meeting.versions)}"
    slot = st.container()
    with slot:
        st.markdown(
            _("Members may still propose corrections. Once the text is settled the signatories confirm it as it is.")
        )
        pressed = st.button(
            _("Settle the text for confirmation"), type="primary", icon=":material/lock_clock:", key=key(form, "go")
        )
    if not pressed:
        return None
    return Order((k.SettleMinutes(meeting_id=meeting.id),), form, slot, _("The text is settled."))


def show_signed(content: MinutesContent) -> None:
    """Who has confirmed, and who has not."""
    if not content.life.signed:
        return
    components.section(_("Confirmations"))
    for one in content.life.signed:
        done = one.confirmed_at is not None or one.excused_because
        mark = ":material/check_circle:" if done else ":material/radio_button_unchecked:"
        st.markdown(f"{mark} **{plain(one.name)}**: {plain(signature_text(one))}")


def excuse(book: Book, meeting: Meeting, actor: Actor) -> Order | None:
    """A signatory who cannot confirm any more is excused, so that the others' minutes can stand."""
    missing = waiting_for(book, meeting)
    if not (missing and actor.has(Role.SECRETARIAT) and meeting.versions[-1].confirmed):
        return None
    form = f"excuse/{meeting.id}"
    with (
        st.expander(_("A signatory cannot confirm"), icon=":material/person_off:", key=key(form, "open")),
        st.form(key(form, "form"), border=False),
    ):
        person = st.radio(
            _("Who"), missing, format_func=lambda one: plain(said(gate.name_of(one))), key=key(form, "who")
        )
        reason = st.text_input(_("Why; it is printed in the minutes"), key=key(form, "reason"))
        pressed = st.form_submit_button(_("Excuse this signatory"), key=key(form, "go"))
        slot = st.container()
    if not pressed:
        return None
    command = k.ExcuseSignatory(meeting_id=meeting.id, person=person or "", reason=reason or "")
    return Order((command,), form, slot, _("The signatory is excused."))


def reopen(meeting: Meeting, actor: Actor) -> Order | None:
    """A settled or locked text is taken up again with a reason; the earlier version stays."""
    if not actor.has(Role.SECRETARIAT) or state_of(meeting.versions) == "draft":
        return None
    form = f"reopen/{meeting.id}/{len(meeting.versions)}"
    with (
        st.expander(_("Reopen the minutes"), icon=":material/lock_open:", key=key(form, "open")),
        st.form(key(form, "form"), border=False),
    ):
        st.markdown(_("This version stays as it is. A new one is settled and confirmed by all signatories."))
        reason = st.text_input(_("Why; it is printed in the next version"), key=key(form, "reason"))
        pressed = st.form_submit_button(_("Reopen the minutes with this reason"), key=key(form, "go"))
        slot = st.container()
    if not pressed:
        return None
    command = k.ReopenMinutes(meeting_id=meeting.id, reason=reason or "")
    return Order((command,), form, slot, _("The minutes are reopened."))


def show_earlier(content: MinutesContent, meeting: Meeting) -> None:
    """The versions that were taken up again, each as it was."""
    if not content.life.earlier:
        return
    with st.expander(_("Earlier versions"), icon=":material/history:"):
        for one in content.life.earlier:
            text = _("Version {number}, settled {settled}, reopened {reopened}: {why}").format(
                number=f"{one.number} {one.decision_number}".strip(),
                settled=moment(one.settled_at),
                reopened=moment(one.reopened_at),
                why=one.reopened_because,
            )
            st.markdown(plain(text))
            download_button(
                _("Version {n} as PDF").format(n=one.number),
                "minutes-pdf",
                language(),
                meeting=meeting.id,
                version=str(one.number),
            )
