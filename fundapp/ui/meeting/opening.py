"""Opening and closing a meeting."""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.minutes_life import state_of
from fundapp.committee.planning import LONGEST_PLACE, PlannedMeeting
from fundapp.record import commands as c
from fundapp.text.catalogue import _
from fundapp.ui import components, gate, refusal
from fundapp.ui.desks import PAGES
from fundapp.ui.meeting import planning, summoning
from fundapp.ui.meeting.orders import Order, key, nonce, show_receipt, typing
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.ways import base
from fundapp.web.summons_letters import invitation_letters

WITH_MEETINGS = (Role.VOTING, Role.MANAGER, Role.AUDITOR)


def no_meeting(actor: Actor) -> Order | None:
    """No meeting is under way: the secretariat opens one, everyone else waits for it."""
    components.page_title(_("No meeting is under way"))
    show_receipt("")
    if not actor.has(Role.SECRETARIAT):
        components.empty_state(
            _("The secretariat opens the meeting."), _("This page changes by itself as soon as it is open.")
        )
        _last_minutes(actor)
        if actor.has(*WITH_MEETINGS) and (planned := planning.next_meeting()):
            planning.show_next(planned, actor)
        return None
    _last_minutes(actor)
    planned = planning.next_meeting()
    if planned:
        planning.show_next(planned, actor)
    invited = [_invite(one, actor) for one in (planned, planning.called_off(actor)) if one]
    opened = _open_form(actor, planned)
    return next((one for one in invited if one), None) or planning.prepare(actor) or opened


def _invite(planned: PlannedMeeting, actor: Actor) -> Order | None:
    letters = invitation_letters(gate.desk(), actor, planned, base())
    return summoning.summon(planned.summons(), letters, planned=planned.id)


def _open_form(actor: Actor, planned: PlannedMeeting | None) -> Order | None:
    """The secretariat opens the meeting; what was planned stands in the fields, and its agenda is taken over."""
    book = gate.desk().book(actor)
    numbers = [meeting.number for meeting in book.meetings.values()]
    # A plan that was changed brings its new place and number into new fields.
    form = f"open-meeting/{planned.id}/{planned.revision}" if planned else "open-meeting"
    typing()
    with st.form(key(form, "form")):
        components.section(_("Open a meeting"))
        number = st.number_input(
            _("Number"),
            min_value=1,
            value=planned.number if planned else max(numbers, default=0) + 1,
            step=1,
            key=key(form, "number"),
        )
        held_on = st.date_input(_("Day"), value=day_of(gate.desk().now()), key=key(form, "day"))
        place = st.text_input(
            _("Place"), value=planned.place if planned else "", max_chars=LONGEST_PLACE, key=key(form, "place")
        )
        convener = st.text_input(_("Convened by"), value=gate.name_of(actor.person).ja, key=key(form, "convener"))
        both_ways = st.checkbox(
            _("Some attend by video, and sound and picture pass both ways"), key=key(form, "both-ways")
        )
        pressed = st.form_submit_button(_("Open the meeting"), type="primary", key=key(form, "go"))
        slot = st.container()
    if not pressed:
        return None
    if not (place or "").strip():
        with slot:
            refusal.show(Refusal.of("place_missing"))
        return None
    command = c.OpenMeeting(
        meeting_id=nonce(form),
        number=number,
        held_on=held_on,
        place=place or "",
        two_way_sound_and_picture=both_ways,
        convener=convener or "",
    )
    done = _("Meeting no. {number} is open.").format(number=number)
    return Order((command, *_agenda(actor, planned, number, command.meeting_id)), form, slot, done)


def _agenda(actor: Actor, planned: PlannedMeeting | None, number: int, meeting_id: str) -> tuple[c.OrderAgenda, ...]:
    """The planned agenda, when this is the planned meeting."""
    if planned is None or planned.number != number or not planned.proposal_ids:
        return ()
    codes = {one.id: one.code for one in gate.desk().proposals(actor)}
    places = tuple(
        c.AgendaPlace(item_id=gate.desk().new_id(), proposal_id=one, proposal_code=codes[one])
        for one in planned.proposal_ids
        if one in codes
    )
    return (c.OrderAgenda(meeting_id=meeting_id, places=places),)


def close_meeting(seen: Seen) -> Order | None:
    """Every item is decided: the secretariat closes the meeting."""
    form = f"close/{seen.meeting.id}"
    slot = st.container()
    with slot:
        st.markdown(_("After the closing the minutes are made from the record. Nothing more can be entered."))
        pressed = st.button(
            _("Close the meeting"), type="primary", key=key(form, "go"), icon=":material/event_available:"
        )
    if not pressed:
        return None
    done = _("Meeting no. {number} has been closed.").format(number=seen.meeting.number)
    return Order((c.CloseMeeting(meeting_id=seen.meeting.id),), form, slot, done)


def _last_minutes(actor: Actor) -> None:
    """The way to the minutes; to those of the last meeting, as the next step, while they are a draft."""
    page, closed = PAGES["committee/minutes"], gate.desk().book(actor).meetings.values()
    last = max((one for one in closed if one.closed_at), key=lambda one: one.number, default=None)
    if last is None or not page.file.is_file():
        return
    if actor.has(Role.SECRETARIAT) and state_of(last.versions) == "draft":
        with st.container(key="next-step"):
            label = _("To the minutes of meeting no. {number}").format(number=last.number)
            st.page_link(page.file, label=label, icon=":material/description:")
        return
    st.page_link(page.file, label=_("The minutes of earlier meetings"), icon=":material/description:")
