"""Does a link live on when its support has ended: what is to be looked at, what was found, and the form."""

from collections.abc import Sequence
from datetime import date
from typing import get_args

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.documents.said import NOTHING, said
from fundapp.followup.continuity import CheckDue, ContinuityCheck, LinkState, due_now, living
from fundapp.record import commands as c
from fundapp.record.book import Book
from fundapp.record.permissions import may
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day
from fundapp.text.terms import term
from fundapp.ui import components
from fundapp.ui.meeting.orders import Order, key, nonce
from fundapp.ui.words import plain

FORM = "continuity"


def show(found: Sequence[CheckDue], today: date) -> None:
    """How many links live on, and each check by its day."""
    if not found:
        return
    alive, looked_at = living(found)
    due = due_now(found, today)
    components.section(
        ngettext("{n} link is to be looked at", "{n} links are to be looked at", len(due))
        if due
        else _("{alive} of {looked_at} links live on after their support").format(alive=alive, looked_at=looked_at)
    )
    components.table(
        [_row(one, today) for one in found],
        about=_("Whether links live on 6 and 12 months after their support"),
        key="continuity",
    )


def _row(one: CheckDue, today: date) -> dict[str, str]:
    waits = _("to be looked at") if one.due_on <= today else _("not yet")
    return {
        _("Look on"): one.due_on.isoformat(),
        _("State"): term("link", one.done.link) if one.done else waits,
        _("Company"): said(one.obligation.company),
        _("Support promised"): one.obligation.promise.name,
        _("Looked at on"): one.done.checked_on.isoformat() if one.done else NOTHING,
        _("What was found"): one.done.note if one.done else "",
    }


def look(actor: Actor, book: Book, found: Sequence[CheckDue], today: date) -> Order | None:
    """What was found at a link whose day has come; for whoever keeps the registers."""
    waiting = due_now(found, today)
    if not waiting or not may(actor, c.RecordContinuityChecks):
        return None
    with st.expander(_("Record whether a link lives on"), icon=":material/all_inclusive:"):
        one = st.selectbox(_("Support that was given"), waiting, format_func=_named, key=key(FORM, "which"))
        link = st.segmented_control(
            _("The link"),
            get_args(LinkState),
            format_func=lambda state: term("link", state),
            key=key(FORM, "link"),
        )
        note = st.text_input(_("What was found, in a sentence"), key=key(FORM, "note"))
        place = st.container()
        if link is None:
            st.markdown(plain(_("Choose whether the link lives on; then it can be recorded.")))
        if not st.button(_("Record it"), type="primary", key=key(FORM, "go"), disabled=link is None):
            return None
        made = ContinuityCheck.model_validate(
            {
                "id": nonce(FORM),
                "proposal_id": book.reservations[one.obligation.deal_id].proposal_id,
                "need_id": one.obligation.promise.need_id,
                "months": one.months,
                "checked_on": today,
                "link": link,
                "note": note.strip(),
            }
        )
        done = _("It is recorded what became of the link.")
        return Order((c.RecordContinuityChecks(checks=(made,)),), FORM, place, done)


def _named(one: CheckDue) -> str:
    return _("{company}: {support}, {months} months afterwards ({day})").format(
        company=said(one.obligation.company),
        support=one.obligation.promise.name,
        months=one.months,
        day=day(one.due_on),
    )
