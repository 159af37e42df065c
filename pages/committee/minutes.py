"""What was decided?"""

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.text.catalogue import _, language
from fundapp.ui import components, gate, refusal
from fundapp.ui.minutes import choosing, copies, resolved
from fundapp.web.minutes_copy import minutes_copy

actor = gate.enter("committee/minutes")
meetings = choosing.closed_meetings(gate.desk().book(actor))
if not meetings:
    components.page_title(_("No meeting is closed yet"))
    components.empty_state(
        _("There are no minutes yet."), _("They are made from the record when the secretariat closes a meeting.")
    )
    st.stop()

head = st.container()
meeting = choosing.choose(meetings)
content = minutes_copy(gate.desk(), actor, meeting.id, language())
if isinstance(content, Refusal):
    refusal.show(content)
    st.stop()
with head:
    components.page_title(resolved.title(content), resolved.when_and_where(content))
    resolved.show_status(content)
copies.offer(meeting)
resolved.show_items(content)
copies.show_proof(content, actor)
