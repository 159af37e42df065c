"""What did the money return, to the partners and of the companies?"""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.record.fund_returns import fund_returns
from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui.fund import index_import, performing, returned
from fundapp.ui.meeting import orders

actor = gate.enter("fund/returns")
desk = gate.desk()
book, today = desk.book(actor), day_of(desk.now())
if book.terms is None:
    components.page_title(_("The fund is not set up yet"))
    components.empty_state(
        _("There is no fund yet."), _("The administrator establishes it with its size, reserves and limits.")
    )
    st.stop()

heading = st.container()
orders.show_receipt("returns")
with st.container(horizontal=True):
    day = returned.choose_day(book.terms, today)
    index = returned.choose_index(desk.market_indexes())
found = fund_returns(book, day, index)
assert found is not None, "a fund that is established has figures"
with heading:
    components.page_title(returned.title(found), returned.as_of(found))
returned.show_net(found.net)
returned.show_comparison(found.net, index)
returned.show_gross(found.gross)
returned.show_deals(found)
performing.show_multiples(book, day)
orders.carry_out([index_import.take_in(actor)], actor)
