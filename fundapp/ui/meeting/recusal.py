"""What the secretariat does about seats: recuse by rule, seat an alternate."""

import streamlit as st

from fundapp.committee.item import RollEntry
from fundapp.documents.said import said
from fundapp.record import commands as c
from fundapp.record.roll import eligible_alternates
from fundapp.text.catalogue import _
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain


def recuse(seen: Seen) -> Order | None:
    """Recuse a seat's person by a rule of the rubric."""
    item = seen.current
    sitting = {entry.seat_id: entry for entry in seen.voters}
    kinds = {kind.id: kind for kind in seen.rubric.decision.interests if kind.level == "recuse"}
    if not sitting:
        return None
    form = f"recuse/{item.id}"
    with (
        st.expander(_("Recuse a member by rule"), icon=":material/logout:", key=key(form, "open")),
        st.form(key(form, "form"), border=False),
    ):
        seat_id = st.radio(
            _("Member"),
            tuple(sitting),
            format_func=lambda one: seen.name(sitting[one].person),
            key=key(form, "seat"),
        )
        kind = st.selectbox(
            _("By which rule"),
            tuple(kinds),
            index=None,
            placeholder=_("Choose"),
            format_func=lambda one: said(kinds[one].name),
            key=key(form, "kind"),
        )
        st.markdown(_("The member leaves the room for this item and may object. The objection is put on record."))
        pressed = st.form_submit_button(_("Recuse this member"), key=key(form, "go"))
        slot = st.container()
    if not (pressed and seat_id):
        return None
    done = _("{name} is recused from item {number}.").format(
        name=seen.name(sitting[seat_id].person), number=item.number
    )
    return Order((c.RecuseByRule(item_id=item.id, seat_id=seat_id, kind=kind or ""),), form, slot, done)


def seat_alternate(seen: Seen) -> Order | None:
    """Fill each empty seat by an eligible alternate; who cannot come is put on record and asked no more."""
    empty = [entry for entry in seen.roll if entry not in seen.voters]
    orders = [_alternates(seen, entry) for entry in empty]
    return next((order for order in orders if order), None)


def _alternates(seen: Seen, entry: RollEntry) -> Order | None:
    item = seen.current
    seat = seen.book.seats[entry.seat_id]
    people = eligible_alternates(seen.book, item, seat)
    form = f"alternate/{item.id}/{seat.id}"
    with st.container(border=True):
        slot = st.container()
        empty = _("{seat} is empty for this item.").format(seat=seen.seat_name(seat.id))
        slot.markdown(f":material/event_seat: {plain(empty)}")
        if not people:
            st.markdown(_("No alternate is eligible, so the seat stays empty for this item."))
            return None
        person = st.radio(
            _("Who fills it"), people, format_func=lambda one: seen.name(one), horizontal=True, key=key(form, "person")
        )
        with st.container(horizontal=True):
            pressed = st.button(_("Seat this alternate"), type="primary", key=key(form, "go"))
            excused = st.button(_("Cannot come"), icon=":material/person_off:", key=key(form, "excuse"))
    if excused:
        noted = _("{name} cannot come for this item.").format(name=seen.name(person))
        return Order((c.ExcuseAlternate(item_id=item.id, person=person),), form, slot, noted)
    if not pressed:
        return None
    done = _("{name} sits on {seat} for this item.").format(name=seen.name(person), seat=seen.seat_name(seat.id))
    return Order((c.SeatAlternate(item_id=item.id, seat_id=seat.id, person=person),), form, slot, done)
