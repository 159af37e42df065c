"""With which parts, when, for how much: the bill of materials, the offers, and the facts that follow."""

import streamlit as st

from fundapp.ui import components, gate
from fundapp.ui.network import orders, seen, sourcing

member = gate.enter("network/sourcing")
found = seen.look(member)

if sourcing.is_form_open(found):
    order = sourcing.draw_form(found)
    if order is not None:
        orders.carry_out(order, found)
    st.stop()

components.page_title(sourcing.title(found))
seen.choose(found)
orders.show_done(found)
order = sourcing.draw_parts(found)
if order is not None:
    orders.carry_out(order, found)
