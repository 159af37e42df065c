"""How far each member is, looked up every few seconds: days pass, but several often answer in the same hour."""

import streamlit as st

from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui.circulation import progress
from fundapp.ui.fragments import fragment
from fundapp.ui.meeting import orders
from fundapp.ui.meeting.live import LINE_PX, State, phase_of, state_of
from fundapp.ui.meeting.seen import Seen, seen_in

EVERY_S = 5


@fragment(every_seconds=EVERY_S)
def follow(meeting_id: str, drawn: State) -> None:
    """Each seat and how far it is, never what it scored. The page is drawn anew by itself for a new phase alone.

    A reveal, a motion, a result or an end makes what one was asked moot. Everything else waits until its reader asks
    for it: what is being written, and why a press was refused, stays.
    """
    now = _look(meeting_id)
    latest = state_of(now)
    if phase_of(latest) != phase_of(drawn) and not orders.is_refused():
        st.rerun(scope="app")
    if now is None or now.recused:
        return
    progress.show(now)
    # Always there and always as high, so that it moves nothing when it has something to say.
    with st.container(height=LINE_PX, border=False, key="circulation-line"):
        if latest == drawn:
            components.quiet_notice(_("This page follows by itself."))
        elif st.button(_("Something changed: show it"), key="show-latest", icon=":material/sync:"):
            st.rerun(scope="app")


def _look(meeting_id: str) -> Seen | None:
    """The written resolution as its reader sees it now; None once it has ended."""
    actor = gate.actor()
    book = gate.desk().book(actor)
    return next((seen_in(one, book, actor) for one in book.circulations() if one.id == meeting_id), None)
