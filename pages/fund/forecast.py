"""What may come back and when, and how long does the money last?"""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.record.company_runways import company_runways
from fundapp.record.forecast import asked_today, forecast, unsigned
from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui.fund import company_money, expecting, fees
from fundapp.ui.fund.fields import Money
from fundapp.ui.meeting import orders
from fundapp.ui.ways import AGENDA

actor = gate.enter("fund/forecast")
desk = gate.desk()
book, today = desk.book(actor), day_of(desk.now())
cases = expecting.cases()
asked = asked_today(book, desk.proposals(actor), today) if book.terms else ()
with_agenda = st.session_state.get(expecting.AGENDA_KEY, AGENDA in st.query_params)
also = (*unsigned(book), *(asked if with_agenda else ()))
found = forecast(book, today, cases, also)
if found is None:
    components.page_title(_("The fund is not set up yet"))
    components.empty_state(
        _("There is no fund yet."), _("The administrator establishes it with its size, reserves and limits.")
    )
    st.stop()

components.page_title(expecting.title(found), expecting.as_of(found))
expecting.choose_agenda(asked, with_agenda)
orders.show_receipt("forecast")
expecting.show_pacing(found)
expecting.show_assumptions(cases)
fees.show_runway(Money(book, actor, today), also)
runways = company_runways(book, desk.company_cash(actor), today) if expecting.knows_companies(actor) else ()
company_money.show_runways(runways, today)
orders.carry_out([company_money.record(actor, runways, today)], actor)
