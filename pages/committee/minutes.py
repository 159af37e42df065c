"""What was decided, and is it confirmed?"""

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.text.catalogue import _, language
from fundapp.ui import components, gate, refusal
from fundapp.ui.meeting import orders
from fundapp.ui.minutes import attesting, choosing, confirming, copies, corrections, resolved, template
from fundapp.web.minutes_copy import minutes_copy

actor = gate.enter("committee/minutes")
book = gate.desk().book(actor)
meetings = choosing.closed_meetings(book)
if not meetings:
    components.page_title(_("No meeting is closed yet"))
    components.empty_state(
        _("There are no minutes yet."), _("They are made from the record when the secretariat closes a meeting.")
    )
    st.stop()

orders.begin()
head = st.container()
meeting = choosing.choose(meetings)
content = minutes_copy(gate.desk(), actor, meeting.id, language())
if isinstance(content, Refusal):
    refusal.show(content)
    st.stop()
with head:
    mine = confirming.waits_for_me(book, meeting, actor)
    components.page_title(resolved.title(content, mine=mine), resolved.when_and_where(content))
    resolved.show_status(content)
    orders.show_receipt(f"minutes/{meeting.id}")
given = [
    confirming.confirm(book, meeting, actor),
    corrections.answer(book, meeting, actor),
    confirming.settle(meeting, actor),
    corrections.propose(book, meeting, actor, content),
]
copies.offer(meeting, primary=not (mine or confirming.may_settle(meeting, actor)))
resolved.show_items(content)
corrections.show(content)
confirming.show_signed(content)
attesting.show_attested(content)
confirming.show_earlier(content, meeting)
given += [confirming.excuse(book, meeting, actor), attesting.attest(meeting, actor)]
given += [confirming.reopen(meeting, actor), template.word_template(actor)]
copies.show_proof(content, actor)
orders.carry_out(given, actor)
