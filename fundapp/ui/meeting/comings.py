"""Who leaves the room in the middle and who comes back: one press each, with the time on record."""

import streamlit as st

from fundapp.record import commands as c
from fundapp.record.roll import person_on
from fundapp.text.catalogue import _
from fundapp.text.figures import clock
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain


def record_coming_and_going(seen: Seen) -> Order | None:
    """One row a seat that is attended: who is there leaves, who is out returns."""
    orders = [_row(seen, seat_id, person) for seat_id, person in _attended(seen)]
    return next((order for order in orders if order), None)


def _attended(seen: Seen) -> list[tuple[str, str]]:
    """(seat, person) of every seat that somebody fills in this meeting, whoever is out at the moment too."""
    item = seen.item
    found = []
    for seat in seen.book.seats_by_rank():
        attendance = seen.meeting.attending(seat.id)
        person = person_on(seen.book, item, seat) if item else attendance.person if attendance else seat.holder
        seated = item is not None and seat.id in dict(item.alternates)
        if seated or (attendance is not None and attendance.mode != "absent"):
            found.append((seat.id, person))
    return found


def _row(seen: Seen, seat_id: str, person: str) -> Order | None:
    form = f"coming/{seen.meeting.id}/{seat_id}"
    absence = seen.meeting.last_absence(seat_id, person)
    out = absence is not None and absence.returned_at is None
    with st.container(border=True):
        slot = st.container()
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{plain(seen.name(person))}**  \n{plain(_where(seen, seat_id, person))}", width="stretch")
            label = _("Is back") if out else _("Leaves the room")
            icon = ":material/login:" if out else ":material/logout:"
            pressed = st.button(label, icon=icon, key=key(form, "go"))
    if not pressed:
        return None
    if out:
        done = _("{name} is back.").format(name=seen.name(person))
        return Order((c.RecordReturn(meeting_id=seen.meeting.id, seat_id=seat_id),), form, slot, done)
    done = _("{name} left the room.").format(name=seen.name(person))
    return Order((c.RecordLeaving(meeting_id=seen.meeting.id, seat_id=seat_id),), form, slot, done)


def _where(seen: Seen, seat_id: str, person: str) -> str:
    absence = seen.meeting.last_absence(seat_id, person)
    if absence is None:
        return _("here")
    if absence.returned_at is None:
        return _("out of the room since {time}").format(time=clock(absence.left_at))
    return _("was out from {left} to {back}").format(left=clock(absence.left_at), back=clock(absence.returned_at))
