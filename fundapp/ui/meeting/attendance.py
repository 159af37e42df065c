"""Who fills each seat in this meeting, and how."""

import streamlit as st

from fundapp.committee.item import Attendance, Mode, Seat
from fundapp.record import commands as c
from fundapp.record.decide_committee import IN_ROOM
from fundapp.text.catalogue import _
from fundapp.text.terms import term
from fundapp.ui import gate
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain

MODES: tuple[Mode, ...] = (*IN_ROOM, "absent")


def complete(seen: Seen) -> bool:
    """True when somebody is recorded for every seat, be it as absent."""
    return all(seen.meeting.attending(seat.id) for seat in seen.book.seats_by_rank())


def record_attendance(seen: Seen) -> Order | None:
    """Every seat in one form: who, and how. Only the seats that changed are recorded."""
    form = f"attendance/{seen.meeting.id}"
    with st.form(key(form, "form")):
        given = [_seat(seen, seat, form) for seat in seen.book.seats_by_rank()]
        pressed = st.form_submit_button(
            _("Correct the attendance") if complete(seen) else _("Record the attendance"),
            type="secondary" if complete(seen) else "primary",
            icon=":material/groups:",
            key=key(form, "go"),
        )
        slot = st.container()
    if not pressed:
        return None
    changed = [one for one in given if one != seen.meeting.attending(one.seat_id)]
    commands = tuple(c.RecordAttendance(meeting_id=seen.meeting.id, attendance=one) for one in changed)
    return Order(commands, form, slot, _("The attendance is recorded.")) if commands else None


def record_observers(seen: Seen) -> Order | None:
    """Who else is in the room: whoever has an account and sits on no seat."""
    form = f"observers/{seen.meeting.id}"
    seated = {one.person for one in seen.meeting.attendance if one.mode != "absent"} | {seen.meeting.recorder}
    people = {one.id: one for one in gate.desk().people().values() if one.id not in seated}
    here = [one for one in seen.meeting.observers if one in people]
    others = [one for one in people if one in here or not people[one].disabled]
    with st.form(key(form, "form")):
        chosen = st.multiselect(
            _("Present without a vote"),
            others,
            default=here,
            format_func=seen.name,
            placeholder=_("Choose"),
            key=key(form, "people"),
        )
        pressed = st.form_submit_button(_("Record who else is present"), key=key(form, "go"))
        slot = st.container()
    if not pressed or chosen == here:
        return None
    command = c.RecordObservers(meeting_id=seen.meeting.id, people=tuple(chosen))
    return Order((command,), form, slot, _("Recorded: it will be in the minutes."))


def _seat(seen: Seen, seat: Seat, form: str) -> Attendance:
    recorded = seen.meeting.attending(seat.id)
    people = (seat.holder, *seat.alternates, *seen.book.outside)
    st.markdown(f"**{plain(seen.seat_name(seat.id))}**")
    person = st.selectbox(
        _("Who sits on this seat"),
        people,
        index=people.index(recorded.person) if recorded else 0,
        format_func=lambda one: _label(seen, seat, one),
        key=key(form, f"person-{seat.id}"),
    )
    mode = st.segmented_control(
        _("How"),
        MODES,
        default=recorded.mode if recorded else "present",
        required=True,
        format_func=lambda one: term("mode", one),
        key=key(form, f"mode-{seat.id}"),
    )
    return Attendance(seat_id=seat.id, person=person, mode=mode or "absent")


def _label(seen: Seen, seat: Seat, person: str) -> str:
    name = seen.name(person)
    return name if person == seat.holder else _("{name} (alternate)").format(name=name)
