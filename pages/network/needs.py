"""Can we support it: what the company cannot do alone, who does it, by when, at whose cost."""

import streamlit as st

from fundapp.text.catalogue import _, ngettext
from fundapp.ui import components, gate
from fundapp.ui.network import consent, effect, menu_paper, orders, seen, support

member = gate.enter("network/needs")
found = seen.look(member)

if support.is_form_open(found):
    order = support.draw_form(found)
    if order is not None:
        orders.carry_out(order, found)
    st.stop()

rows = found.facts.needs
components.page_title(
    _("{needs}, {complete} with a complete menu item").format(
        needs=ngettext("{n} support need", "{n} support needs", len(rows)), complete=sum(row.complete for row in rows)
    )
)
seen.choose(found)
orders.show_done(found)
components.section(_("What the facts say today"))
if found.proposal.needs_support:
    effect.show_levels(found.rubric, found.facts, needing_parts=False)
else:
    st.markdown(_("This company is registered as needing no support, so axis 2 does not apply."))
order = consent.ask_for_consent(found)
if order is not None:
    orders.carry_out(order, found)
menu_paper.offer_paper(found)
support.draw_lists(found)
