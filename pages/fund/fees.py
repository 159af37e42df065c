"""How far do the fees and reserves go?"""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.text.catalogue import _, language
from fundapp.ui import components, gate
from fundapp.ui.downloads import download_button
from fundapp.ui.fund import fee_steps, fees
from fundapp.ui.fund.fields import Money
from fundapp.ui.meeting import orders

actor = gate.enter("fund/fees")
book = gate.desk().book(actor)
if book.terms is None:
    components.page_title(_("The fund is not set up yet"))
    components.empty_state(
        _("There is no fund yet."), _("The administrator establishes it with its size, reserves and limits.")
    )
    st.stop()

money = Money(book, actor, day_of(gate.desk().now()))
components.page_title(fees.title(money), _("What is paid, planned and set aside, and how long the cash lasts."))
orders.show_receipt("fees")
fees.show_fees(money)
given = fee_steps.steps(money)
given.append(fee_steps.show_follow_on(money))
fees.show_runway(money)
download_button(_("The fund's days as a calendar file"), "fund-days", language())
orders.carry_out(given, actor)
