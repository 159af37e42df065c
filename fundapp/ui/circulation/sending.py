"""Sending a proposal round: what is urgent, until when, and why it cannot wait for a meeting."""

from datetime import timedelta

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.documents.said import said
from fundapp.record import circulation_commands as w
from fundapp.record.preparing import may_be_taken
from fundapp.text.catalogue import _
from fundapp.text.figures import day, yen
from fundapp.ui import components, gate, refusal
from fundapp.ui.meeting import planning
from fundapp.ui.meeting.orders import Order, key, nonce, show_receipt
from fundapp.ui.ways import link
from fundapp.ui.words import plain

USUAL_DAYS = 7
_FORM = "circulate"


def none_under_way(actor: Actor) -> Order | None:
    """Nothing goes round: the secretariat may send a proposal, everyone else is told when something comes."""
    components.page_title(_("No written resolution is under way"))
    show_receipt("")
    if not actor.has(Role.SECRETARIAT):
        components.empty_state(
            _("There is nothing to read and answer now."),
            _("When the secretariat sends a proposal round, it stands on your first page with its last day."),
        )
        link("committee/minutes", _("The records of earlier ones are among the minutes"))
        return None
    return send(actor)


def send(actor: Actor) -> Order | None:
    """The form of the secretariat: one proposal, the last day, the reason."""
    book, now = gate.desk().book(actor), gate.desk().now()
    busy = {item.proposal_id for item in book.items.values() if item.resolved is None}
    free = {one.id: one for one in may_be_taken(book, gate.desk().proposals(actor)) if one.id not in busy}
    st.markdown(
        _(
            "Only for what cannot wait for a meeting. Every voting member reads all papers, scores and answers in "
            "writing; all must agree. One objection, or one request for a meeting, and the item goes to a meeting."
        )
    )
    if planned := planning.next_meeting():
        text = _("The next meeting is planned for {day}.").format(day=day(planned.day))
        st.markdown(f":material/event: {plain(text)}")
    if not free:
        st.markdown(_("Every open proposal is under way already."))
        return None
    numbers = [meeting.number for meeting in book.meetings.values()]
    with st.form(key(_FORM, "form")):
        components.section(_("Send a proposal round"))
        chosen = st.selectbox(
            _("Proposal"),
            tuple(free),
            index=None,
            placeholder=_("Choose"),
            format_func=lambda one: f"{free[one].code} {said(free[one].name)} ({yen(free[one].ask_yen, 'man')})",
            key=key(_FORM, "proposal"),
        )
        answer_by = st.date_input(
            _("Answers until (this day counts)"),
            value=day_of(now) + timedelta(days=USUAL_DAYS),
            min_value=day_of(now),
            key=key(_FORM, "answer-by"),
        )
        because = st.text_area(_("Why it cannot wait for a meeting"), max_chars=2000, key=key(_FORM, "because"))
        number = st.number_input(
            _("Number"), min_value=1, value=max(numbers, default=0) + 1, step=1, key=key(_FORM, "number")
        )
        convener = st.text_input(_("Convened by"), value=gate.name_of(actor.person).ja, key=key(_FORM, "convener"))
        pressed = st.form_submit_button(
            _("Freeze the facts and send it round"), type="primary", icon=":material/outbox:", key=key(_FORM, "go")
        )
        slot = st.container()
    if not pressed:
        return None
    if chosen is None:
        with slot:
            refusal.show(Refusal.of("proposal_not_chosen"))
        return None
    command = w.OpenCirculation(
        meeting_id=nonce(_FORM),
        number=number,
        item_id=gate.desk().new_id(),
        proposal_id=chosen,
        proposal_code=free[chosen].code,
        answer_by=answer_by,
        convener=convener or "",
        urgent_because=because or "",
    )
    done = _("Written resolution no. {number} goes round until {day}.").format(number=number, day=day(answer_by))
    return Order((command,), _FORM, slot, done)
