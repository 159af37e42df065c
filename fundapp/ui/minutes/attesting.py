"""Signatures and timestamps over locked minutes: what there is, and how the secretariat adds one. Never needed."""

import streamlit as st

from fundapp.attesting import extra
from fundapp.attesting.means import means
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.minutes import MinutesContent
from fundapp.committee.minutes_life import AttestationHeld, state_of
from fundapp.record.book import Meeting
from fundapp.record.minutes_commands import AttestMinutes
from fundapp.text.catalogue import _
from fundapp.text.figures import moment
from fundapp.text.refusal_text import refusal_text
from fundapp.ui import gate, refusal
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.words import plain
from fundapp.web.minutes_attested import signed_order, stamped_order, taken_order

SHORT = 16
"""Digits of a key that a person can compare at a glance."""


def show_attested(content: MinutesContent) -> None:
    """Who outside of the record vouches for the minutes, if anybody does."""
    lines = [f":material/verified: {plain(_line(one))}" for one in content.life.attested]
    if lines:
        st.markdown("  \n".join(lines))


def _line(one: AttestationHeld) -> str:
    if one.kind == "signature":
        return _("Signed by the fund's key {key}…, {time}").format(key=one.by[:SHORT], time=moment(one.entered_at))
    assert one.stated_at is not None, "a timestamp states a time"
    return _("Timestamp {time}, by {authority}").format(time=moment(one.stated_at), authority=one.by)


def attest(meeting: Meeting, actor: Actor) -> Order | None:
    """The secretariat signs locked minutes, has them stamped, or takes in a signature that was made elsewhere."""
    if not actor.has(Role.SECRETARIAT) or state_of(meeting.versions) != "confirmed":
        return None
    form = f"attest/{meeting.id}/{len(meeting.versions)}/{len(meeting.versions[-1].attested)}"
    with st.expander(_("Signature and timestamp"), icon=":material/verified:", key=key(form, "open")):
        st.markdown(
            _(
                "The minutes stand without them. A timestamp, or a signature made on another machine, lets an outsider "
                "check the minutes without trusting this server."
            )
        )
        if missing := extra.missing():
            text = refusal_text(missing)
            st.markdown(f":material/info: {plain(text.what)} {plain(text.next_)}")
            return None
        return _offered(meeting, form)


def _offered(meeting: Meeting, form: str) -> Order | None:
    named, desk = means(), gate.desk()
    signed = any(one.kind == "signature" for one in meeting.versions[-1].attested)
    if not named.any():
        st.markdown(_("This server names no key and no timestamping authority: FUNDAPP_SIGNING_KEY, FUNDAPP_TSA."))
    made: AttestMinutes | Refusal | None = None
    with st.container(horizontal=True):
        if (
            named.key
            and not signed
            and st.button(_("Sign with the fund's key"), icon=":material/draw:", key=key(form, "sign"))
        ):
            made = signed_order(desk, meeting, named.key)
        if named.authority and st.button(_("Have a timestamp set"), icon=":material/schedule:", key=key(form, "stamp")):
            with st.spinner(_("Asking the authority…")):
                made = stamped_order(desk, meeting, named.authority, named.certificate)
    given = st.file_uploader(
        _("A signature that was made on another machine (.json)"), type="json", key=key(form, "file")
    )
    if st.button(_("Check and take in this signature"), disabled=given is None, key=key(form, "take")) and given:
        made = taken_order(desk, meeting, given.getvalue())
    slot = st.container()
    if isinstance(made, Refusal):
        with slot:
            refusal.show(made)
        return None
    return Order((made,), form, slot, _("The minutes carry it from now on.")) if made else None
