"""How does a running fund come in from its spreadsheets?"""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.record.opening import ledger_is_empty
from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui.fund import opening, opening_files
from fundapp.ui.fund.fields import Money
from fundapp.ui.meeting import orders

actor = gate.enter("fund/opening")
book = gate.desk().book(actor)
money = Money(book, actor, day_of(gate.desk().now()))
if book.terms is None:
    components.page_title(_("The fund is not set up yet"))
    components.empty_state(
        _("There is no fund yet."), _("The administrator establishes it with its size, reserves and limits.")
    )
    st.stop()

components.page_title(opening.title(money), opening.subtitle(money))
orders.show_receipt("opening")
given: list[orders.Order | None] = []
if ledger_is_empty(book):
    given.append(opening.waiting(money))
    if money.manages:
        given.append(opening_files.bring(money))
else:
    opening.running(money)
orders.carry_out(given, actor)
