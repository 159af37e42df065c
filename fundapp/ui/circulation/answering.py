"""The answer in writing: agree in one press, object with a reason, or ask for a meeting."""

from typing import get_args

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.committee.item import Vote
from fundapp.record import circulation_commands as w
from fundapp.record import commands as c
from fundapp.text.catalogue import _, pgettext
from fundapp.text.figures import day
from fundapp.ui import refusal
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain

OFFICE = (Role.SECRETARIAT, Role.MANAGER)
"""Who may stop a written resolution without a seat in it."""
ANSWERS: tuple[Vote, ...] = tuple(one for one in get_args(Vote) if one != "abstain")


def answer(seen: Seen) -> Order | None:
    """One press agrees. An objection needs its reason and ends the written resolution, which is said before."""
    motion, item, seat_id = seen.vote, seen.current, seen.own_seat
    form = f"answer/{item.id}/{motion.number}"
    if seen.ballot_of(seat_id) is not None:
        agreed = _("You agreed. Until the chair declares the result you may still object or ask for a meeting.")
        st.markdown(f":material/how_to_vote: {plain(agreed)}")
    else:
        slot = st.container()
        pressed = st.button(
            _("I agree"), type="primary", icon=":material/thumb_up:", width="stretch", key=key(form, "for")
        )
        if pressed:
            agree = c.CastVote(item_id=item.id, number=motion.number, seat_id=seat_id, vote="for")
            return Order((agree,), form, slot, _("You agreed in writing."))
    return _object(motion.number, item.id, seat_id)


def _object(number: int, item_id: str, seat_id: str) -> Order | None:
    form = f"object/{item_id}/{number}"
    with st.expander(_("I object"), icon=":material/thumb_down:", key=key(form, "open")):
        st.markdown(_("One objection ends the written resolution. The item then goes to a meeting."))
        with st.form(key(form, "form"), border=False):
            reason = st.text_area(_("Why you object"), max_chars=2000, key=key(form, "reason"))
            pressed = st.form_submit_button(_("Object and end it"), key=key(form, "go"))
            slot = st.container()
    if not pressed:
        return None
    command = c.CastVote(item_id=item_id, number=number, seat_id=seat_id, vote="against", reason=reason or "")
    return Order((command,), form, slot, _("Your objection is on record. The item goes to a meeting."))


def ask_for_meeting(seen: Seen) -> Order | None:
    """Whoever was asked, and the office, may have it talked about instead."""
    item = seen.current
    form = f"meeting-asked/{item.id}"
    with st.expander(_("Ask for a meeting instead"), icon=":material/groups:", key=key(form, "open")):
        st.markdown(_("The written resolution ends at once, and the item goes to a meeting."))
        with st.form(key(form, "form"), border=False):
            reason = st.text_area(_("Why it should be talked about"), max_chars=2000, key=key(form, "reason"))
            pressed = st.form_submit_button(_("Ask for a meeting and end it"), key=key(form, "go"))
            slot = st.container()
    if not pressed:
        return None
    done = _("A meeting is asked for. The written resolution has ended.")
    return Order((w.AskForMeeting(item_id=item.id, reason=reason or ""),), form, slot, done)


def enter_for(seen: Seen) -> Order | None:
    """The secretariat enters the answer that a named member gave on paper; it is marked so."""
    people = {entry.seat_id: entry.person for entry in seen.unvoted}
    if seen.motion is None or not people:
        return None
    item, motion = seen.current, seen.vote
    form = f"answer-for/{item.id}/{motion.number}"
    with (
        st.expander(_("Enter an answer from paper"), icon=":material/edit_document:", key=key(form, "open")),
        st.form(key(form, "form"), border=False),
    ):
        seat_id = st.radio(
            _("Whose answer"), tuple(people), format_func=lambda one: seen.name(people[one]), key=key(form, "seat")
        )
        choice = st.segmented_control(_("The answer"), ANSWERS, format_func=_answer_label, key=key(form, "vote"))
        reason = st.text_input(_("Reason; an objection needs one"), key=key(form, "reason"))
        pressed = st.form_submit_button(_("Enter this answer"), key=key(form, "go"))
        slot = st.container()
    if not (pressed and seat_id):
        return None
    if choice is None:
        with slot:
            refusal.show(Refusal.of("answer_not_chosen", name=seen.name(people[seat_id])))
        return None
    command = c.CastVote(
        item_id=item.id, number=motion.number, seat_id=seat_id, vote=choice, reason=reason or "", entry="paper"
    )
    done = _("Answer of {name} entered.").format(name=seen.name(people[seat_id]))
    return Order((command,), form, slot, done)


def _answer_label(choice: Vote) -> str:
    return pgettext("answer", "Agrees") if choice == "for" else pgettext("answer", "Objects")


def last_day(seen: Seen) -> str:
    """By when it is answered, in a sentence."""
    assert seen.meeting.circulation is not None, "a meeting in a room has no last day"
    return _("Answer by {day}").format(day=day(seen.meeting.circulation.answer_by))
