"""What is decided in writing now, and what is mine to read and answer?"""

import streamlit as st

from fundapp.ui import components, gate
from fundapp.ui.circulation import choosing, following, sending, steps
from fundapp.ui.meeting import orders
from fundapp.ui.meeting.live import state_of
from fundapp.ui.meeting.seen import seen_in

actor = gate.enter("committee/circulation")
book = gate.desk().book(actor)
orders.begin()

with components.large():
    chosen = choosing.choose(book)
    seen = None if chosen is None else seen_in(chosen, book, actor)
    if seen is None:
        given = [sending.none_under_way(actor)]
        line = st.container()
    else:
        steps.title(seen)
        orders.show_receipt(seen.current.id)
        given = [*steps.mine(seen)]
        line = st.container()
        steps.show(seen)
        given += steps.tools(seen)

orders.carry_out(given, actor)
if seen is not None:
    with line:
        # After what was pressed is carried out: the line draws the page anew when others were faster, and it would go.
        following.follow(seen.meeting.id, state_of(seen))
