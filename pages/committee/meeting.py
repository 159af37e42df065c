"""Where are we in the meeting, and what is mine to do now?"""

import streamlit as st

from fundapp.ui import components, gate
from fundapp.ui.meeting import live, opening, orders, steps
from fundapp.ui.meeting.seen import look

actor = gate.enter("committee/meeting")
seen = look(actor)
orders.begin()

with components.large():
    if seen is None:
        given = [opening.no_meeting(actor)]
        line = st.container()
    else:
        steps.title(seen)
        orders.show_receipt(live.phase_of(live.state_of(seen)))
        given = list(steps.mine(seen))
        line = st.container()
        steps.show(seen)
        given += steps.tools(seen)

orders.carry_out(given, actor)
with line:
    # After what was pressed is carried out: the line draws the page anew when others were faster, and a press would go.
    live.follow(live.state_of(seen))
