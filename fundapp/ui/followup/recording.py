"""Recording what became of a collaboration, and a new collaboration; for whoever keeps the registers."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import streamlit as st

from fundapp.basis.fact import Bilingual
from fundapp.basis.roles import Actor
from fundapp.documents.said import said
from fundapp.followup.outcome import CAUSES, LADDER, STOPPED, VALLEY, Collaboration, Course, OutcomeState
from fundapp.record import commands as c
from fundapp.record.permissions import may
from fundapp.text.catalogue import _
from fundapp.text.terms import term
from fundapp.ui.fund.fields import closed
from fundapp.ui.meeting.orders import Order, key, nonce
from fundapp.ui.words import plain

STATE, COLLABORATION = "outcome", "collaboration"


def new_state(actor: Actor, found: Sequence[Course], today: date) -> Order | None:
    """A state that was reached on a day; in the valley of death with its causes."""
    if not found or not may(actor, c.RecordOutcomes):
        return None
    place = closed(STATE, _("Record what became of a collaboration"), "flag")
    if place is None:
        return None
    with place:
        one = st.selectbox(_("Collaboration"), found, format_func=_named, key=key(STATE, "which"))
        state = st.selectbox(
            _("State"),
            (*LADDER, *STOPPED),
            index=None,
            format_func=lambda found: f"{found} {term('state', found)}",
            placeholder=_("Choose"),
            key=key(STATE, "state"),
        )
        on = st.date_input(_("Since"), value=today, max_value=today, key=key(STATE, "on"))
        causes: list[str] = []
        if state in VALLEY:
            causes = st.multiselect(
                _("Causes"),
                CAUSES,
                format_func=lambda cause: term("cause", cause),
                placeholder=_("Choose"),
                key=key(STATE, "causes"),
            )
        note = st.text_input(_("What happened, in a sentence"), key=key(STATE, "note"))
        told = st.container()
        if state is None:
            st.markdown(plain(_("Choose the state; then it can be recorded.")))
        if not st.button(_("Record this state"), type="primary", key=key(STATE, "go"), disabled=state is None):
            return None
        reached = OutcomeState.model_validate(
            {
                "id": nonce(STATE),
                "collaboration_id": one.collaboration.id,
                "state": state,
                "reached_on": on,
                "causes": tuple(causes),
                "note": note.strip(),
            }
        )
        return Order((c.RecordOutcomes(states=(reached,)),), STATE, told, _("The state is recorded."))


def _named(one: Course) -> str:
    return f"{one.collaboration.code} {said(one.collaboration.name)}"


def new_collaboration(actor: Actor, found: Sequence[Course], today: date) -> Order | None:
    """A collaboration that was formed."""
    if not may(actor, c.RecordCollaborations):
        return None
    place = closed(COLLABORATION, _("Add a collaboration"), "add")
    if place is None:
        return None
    with place:
        code = st.text_input(_("No."), key=key(COLLABORATION, "code"))
        name_ja = st.text_input(_("Name (Japanese)"), key=key(COLLABORATION, "ja"))
        name_en = st.text_input(_("Name (English)"), key=key(COLLABORATION, "en"))
        began = st.date_input(_("Began on"), value=today, max_value=today, key=key(COLLABORATION, "began"))
        deep = st.checkbox(
            _("We are deeply involved, and the company agrees to be named"), key=key(COLLABORATION, "deep")
        )
        told = st.container()
        # One primary action a page: the first collaboration, or what became of those that stand there.
        weight: Literal["primary", "secondary"] = "secondary" if found else "primary"
        if not st.button(_("Add this collaboration"), type=weight, key=key(COLLABORATION, "go")):
            return None
        assert isinstance(began, date)
        made = Collaboration(
            id=nonce(COLLABORATION),
            code=code.strip(),
            name=Bilingual(ja=(name_ja or name_en).strip(), en=(name_en or name_ja).strip()),
            began_on=began,
            deep=deep,
        )
        command = c.RecordCollaborations(collaborations=(made,))
        return Order((command,), COLLABORATION, told, _("The collaboration is added."))
