"""Where does the fund stand, on one page for the meeting room?"""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.record.commitments import commitments
from fundapp.record.portfolio import portfolio
from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui.fund import balance, performing

actor = gate.enter("fund/board")
book = gate.desk().book(actor)
today = day_of(gate.desk().now())
money, found = commitments(book, today), portfolio(book, today)
if money is None or found is None:
    components.page_title(_("The fund is not set up yet"))
    components.empty_state(
        _("There is no fund yet."), _("The administrator establishes it with its size, reserves and limits.")
    )
    st.stop()

components.page_title(balance.title(money), balance.as_of(money))
balance.show_figures(money)
with st.grid(3, min_column_width=330):
    for show in performing.board(book, money, found):
        with st.container():
            show()
