"""Corrections: what members want corrected, and the secretariat's answer to each."""

import streamlit as st

from fundapp.basis.roles import Actor, Role
from fundapp.committee.item import LONGEST_WORDS
from fundapp.committee.minutes import MinutesContent
from fundapp.committee.minutes_life import Correction, state_of
from fundapp.documents.minutes_closing import answer_text
from fundapp.record import minutes_commands as k
from fundapp.record.book import Book, Meeting
from fundapp.record.signing import took_part
from fundapp.text.catalogue import _, ngettext
from fundapp.ui import components
from fundapp.ui.meeting.orders import Order, key, nonce
from fundapp.ui.words import plain


def show(content: MinutesContent) -> None:
    """Each correction of this version with what became of it."""
    if not content.corrections:
        return
    components.section(_("Corrections"))
    for one in content.corrections:
        head = _("{where}: {name}").format(where=_about(one.item_number), name=one.proposer)
        lines = (
            f"**{plain(head)}**",
            plain(_("Passage: {text}").format(text=one.passage)),
            plain(_("Should read: {text}").format(text=one.wanted)),
            *(f"_{plain(line)}_" for line in answer_text(one).splitlines()),
        )
        st.markdown("  \n".join(lines))


def propose(book: Book, meeting: Meeting, actor: Actor, content: MinutesContent) -> Order | None:
    """A member who took part says which passage is wrong and how it should read."""
    if not actor.has(Role.VOTING) or state_of(meeting.versions) == "confirmed":
        return None
    if actor.person not in took_part(book, meeting):
        return None
    form = f"correction/{meeting.id}"
    # What is about no one item is read by all, also by whoever took no part in one: it is not what stands there first.
    numbers = [*(item.number for item in content.items if item.matter is not None), 0]
    with (
        st.expander(_("Propose a correction"), icon=":material/edit:", key=key(form, "open")),
        st.form(key(form, "form"), border=False),
    ):
        if state_of(meeting.versions) == "settled":
            st.markdown(_("The text is being confirmed. Your proposal takes it up again for everyone."))
        number = st.selectbox(_("What it is about"), numbers, format_func=_about, key=key(form, "item"))
        st.markdown(_("Whoever took no part in an item does not see the corrections to it."))
        passage = st.text_area(_("Which passage is wrong"), max_chars=LONGEST_WORDS, key=key(form, "passage"))
        wanted = st.text_area(_("How it should read"), max_chars=LONGEST_WORDS, key=key(form, "wanted"))
        pressed = st.form_submit_button(_("Send the correction"), key=key(form, "go"))
        slot = st.container()
    if not pressed:
        return None
    command = k.ProposeCorrection(
        meeting_id=meeting.id,
        correction_id=nonce(form),
        item_number=number,
        passage=passage or "",
        wanted=wanted or "",
    )
    return Order((command,), form, slot, _("Your correction is on record."))


def _about(number: int) -> str:
    return _("Item {number}").format(number=number) if number else _("The minutes as a whole")


def answer(book: Book, meeting: Meeting, actor: Actor) -> Order | None:
    """The secretariat takes each open correction in, or says why not."""
    open_ = [one for one in meeting.corrections if one.accepted is None]
    if not open_ or not actor.has(Role.SECRETARIAT):
        return None
    components.section(ngettext("{n} correction waits for an answer", "{n} corrections wait for an answer", len(open_)))
    orders = [_answer(book, meeting, one) for one in open_]
    return next((order for order in orders if order), None)


def _answer(book: Book, meeting: Meeting, one: Correction) -> Order | None:
    form = f"answer/{one.id}"
    with st.form(key(form, "form")):
        lines = (
            f"**{plain(_about(one.item_number))}**",
            plain(_("Passage: {text}").format(text=book.words_of(one.passage))),
            plain(_("Should read: {text}").format(text=book.words_of(one.wanted))),
        )
        st.markdown("  \n".join(lines))
        words = st.text_input(
            _("Your answer; needed when it is not taken in"), max_chars=LONGEST_WORDS, key=key(form, "words")
        )
        with st.container(horizontal=True):
            accepted = st.form_submit_button(_("Take it in"), icon=":material/check:", key=key(form, "yes"))
            declined = st.form_submit_button(_("Do not take it in"), icon=":material/close:", key=key(form, "no"))
        slot = st.container()
    if not (accepted or declined):
        return None
    command = k.AnswerCorrection(meeting_id=meeting.id, correction_id=one.id, accepted=accepted, answer=words or "")
    return Order((command,), form, slot, _("The correction is answered."))
