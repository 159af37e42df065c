"""Was the promised support given?"""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.followup.continuity import all_checks
from fundapp.followup.obligation import most_pressing_first
from fundapp.record.obligations import obligations
from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui.followup import continuing, promises
from fundapp.ui.fund import taking_back
from fundapp.ui.meeting import orders

actor = gate.enter("followup/obligations")
book, today = gate.desk().book(actor), day_of(gate.desk().now())
found = most_pressing_first(obligations(book), today)
if not found:
    components.page_title(_("Nothing is promised yet"))
    components.empty_state(
        _("No approved proposal has a complete menu item."),
        _("Once a proposal is approved, every support with a provider, a deliverable and a day stands here."),
    )
    st.stop()

components.page_title(promises.title(found, today), promises.subtitle(found, today))
orders.show_receipt("obligations")
order = promises.give(actor, found, today)
checks = all_checks(found, gate.desk().continuity_checks(actor))
looked_at = continuing.look(actor, book, checks, today)
promises.show_figures(found, today)
promises.show_companies(found, today)
promises.show_list(book, found, today)
continuing.show(checks, today)
taken_back = taking_back.from_promises(book, actor, today)
orders.carry_out([order, looked_at, taken_back], actor)
