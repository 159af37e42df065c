"""Declaring interests: none in one tap, or a kind with what follows from it said before it is pressed."""

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.committee.item import LONGEST_WORDS
from fundapp.committee.rubric import InterestKind
from fundapp.documents.said import said
from fundapp.record import commands as c
from fundapp.text.catalogue import _
from fundapp.ui import refusal
from fundapp.ui.meeting.orders import Order, key, typing
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain

NO_INTEREST = "none"


def declare(seen: Seen) -> Order | None:
    """One tap when there is no interest; else the kind, its consequence, and a second press."""
    item, seat_id = seen.current, seen.own_seat
    form = f"interest/{item.id}"
    slot = st.container()
    with slot:
        st.markdown(_("Have you, your family or your organisation an interest in this company or its support?"))
        none = st.button(
            _("I have no interest"), type="primary", icon=":material/check:", key=key(form, "none"), width="stretch"
        )
    if none:
        command = c.DeclareInterest(item_id=item.id, seat_id=seat_id, kind=NO_INTEREST)
        return Order((command,), form, slot, _("You declared: no interest."))
    with st.expander(_("I have an interest"), key=key(form, "kinds")):
        return _kinds(seen, item.id, seat_id, form)


def _kinds(seen: Seen, item_id: str, seat_id: str, form: str) -> Order | None:
    kinds = {kind.id: kind for kind in seen.rubric.decision.interests}
    chosen = st.radio(
        _("Which interest"),
        tuple(kinds),
        index=None,
        format_func=lambda one: plain(said(kinds[one].name)),
        captions=[_in_short(kind) for kind in kinds.values()],
        key=key(form, "kind"),
    )
    remark = st.text_input(_("A remark, if you wish"), max_chars=LONGEST_WORDS, key=key(form, "remark"))
    slot = st.container()
    if chosen is None:
        return None
    kind = kinds[chosen]
    with slot:
        st.markdown(f":material/info: **{plain(consequence(kind))}**")
        label = _("Declare and leave the item") if kind.level == "recuse" else _("Declare and stay")
        if not st.button(label, key=key(form, "declare")):
            return None
    command = c.DeclareInterest(item_id=item_id, seat_id=seat_id, kind=chosen, remark=remark or "")
    done = _("You take no part in this item.") if kind.level == "recuse" else _("Your interest is on record.")
    return Order((command,), form, slot, done)


def enter_for(seen: Seen) -> Order | None:
    """The secretariat enters what a named member declared on paper or aloud; it is marked so."""
    item = seen.current
    given = {(one.seat_id, one.person) for one in item.interests}
    people = {one.seat_id: one.person for one in seen.voters if (one.seat_id, one.person) not in given}
    if not people or item.frozen is None or item.revealed_at:
        return None
    form = f"interest-for/{item.id}"
    kinds = {kind.id: said(kind.name) for kind in seen.rubric.decision.interests}
    with (
        st.expander(_("Enter an interest for a member"), icon=":material/edit_document:", key=key(form, "open")),
        st.form(key(form, "form"), border=False),
    ):
        seat_id = st.radio(
            _("For which member"), tuple(people), format_func=lambda one: seen.name(people[one]), key=key(form, "seat")
        )
        kind = st.selectbox(
            _("What the member declared"),
            (NO_INTEREST, *kinds),
            format_func=lambda one: kinds.get(one, _("no interest")),
            key=key(form, "kind"),
        )
        remark = st.text_input(_("A remark, if one was made"), max_chars=LONGEST_WORDS, key=key(form, "remark"))
        pressed = st.form_submit_button(_("Enter this declaration"), key=key(form, "go"))
        slot = st.container()
    if not (pressed and seat_id):
        return None
    command = c.DeclareInterest(item_id=item.id, seat_id=seat_id, kind=kind, remark=remark or "")
    return Order((command,), form, slot, _("Declaration of {name} entered.").format(name=seen.name(people[seat_id])))


def consequence(kind: InterestKind) -> str:
    """What follows from an interest, in a sentence."""
    if kind.level == "recuse":
        return _("You will leave the room for this item: no papers, no score, no vote.")
    return _("It is put on record. You stay, score and vote.")


def _in_short(kind: InterestKind) -> str:
    return _("You leave the room.") if kind.level == "recuse" else _("You stay; it is put on record.")


def step_out(seen: Seen) -> Order | None:
    """What a recused member is told, and the way to object."""
    st.markdown(_("You take no part in this item. Please wait outside; you are called back for the next item."))
    return objection(seen)


def objection(seen: Seen) -> Order | None:
    """The way to object for a member whom the secretariat recused."""
    item = seen.current
    # By its own declaration a member left; only a recusal by rule can be objected to.
    by_rule = next((one for one in item.recusals if one.by_rule), None)
    if by_rule is None or by_rule.objection:
        return None
    form = f"objection/{item.id}"
    with st.expander(_("The secretariat recused me and I do not agree"), key=key(form, "objection")):
        st.markdown(_("The recusal stands. Your objection is put on record and printed in the minutes."))
        with st.form(key(form, "form"), border=False):
            reason = st.text_area(_("Why you do not agree"), max_chars=LONGEST_WORDS, key=key(form, "reason"))
            pressed = st.form_submit_button(_("Put my objection on record"), key=key(form, "go"))
            slot = st.container()
    if not pressed:
        return None
    if not (reason or "").strip():
        typing()
        with slot:
            refusal.show(Refusal.of("objection_without_reason"))
        return None
    command = c.ObjectToRecusal(item_id=item.id, seat_id=by_rule.seat_id, reason=reason or "")
    return Order((command,), form, slot, _("Your objection is on record."))
