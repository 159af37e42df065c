"""What do the partners owe, and what have they received?"""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.record.commitments import commitments
from fundapp.text.catalogue import _, language
from fundapp.ui import components, gate
from fundapp.ui.downloads import download_button
from fundapp.ui.fund import balance, calls, payouts
from fundapp.ui.fund.fields import Money
from fundapp.ui.meeting import orders

actor = gate.enter("fund/calls")
book = gate.desk().book(actor)
money = Money(book, actor, day_of(gate.desk().now()))
told = commitments(book, money.today)
if told is None:
    components.page_title(_("The fund is not set up yet"))
    components.empty_state(
        _("There is no fund yet."), _("The administrator establishes it with its size, reserves and limits.")
    )
    st.stop()

components.page_title(calls.title(money), balance.as_of(told))
orders.show_receipt("partners")
balance.show_partner_figures(told)
given = [*calls.show_open_calls(money), calls.show_next_call(money)]
calls.show_all_calls(money)
given.append(payouts.show_distributions(money))
given += payouts.other_steps(money)
with st.container(horizontal=True):
    download_button(_("Calls and distributions as CSV"), "partners-csv", language())
    download_button(_("Calls and distributions as a spreadsheet"), "partners-xlsx", language())
orders.carry_out(given, actor)
