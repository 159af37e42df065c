"""How much is left, and for whom?"""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.basis.roles import Role
from fundapp.record.commitments import commitments
from fundapp.record.opening import ledger_is_empty
from fundapp.text.catalogue import _, language
from fundapp.ui import components, gate
from fundapp.ui.desks import PAGES
from fundapp.ui.downloads import download_button
from fundapp.ui.fund import balance, decided_map, promised, waiting
from fundapp.ui.ways import go

actor = gate.enter("fund/commitments")
book = gate.desk().book(actor)
money = commitments(book, day_of(gate.desk().now()))
if money is None:
    components.page_title(_("The fund is not set up yet"))
    components.empty_state(
        _("There is no fund yet."), _("The administrator establishes it with its size, reserves and limits.")
    )
    st.stop()

first = waiting.first(book, actor)
if components.page_title(balance.title(money), balance.as_of(money), action=waiting.press(first)) and first:
    go("fund/investment", deal=first.deal)
seen_investments = [one for one in book.investments.values() if one.reservation_id in book.reservations]
if actor.has(Role.MANAGER) and ledger_is_empty(book):
    label = _("The fund runs already? Take it over from its spreadsheets")
    st.page_link(PAGES["fund/opening"].file, label=label, icon=":material/move_to_inbox:")
balance.show_figures(money)
balance.show_waterfall(money)
balance.show_limits(money)
balance.show_votes(money)
promised.show_reserved(money, actor)
promised.show_tranches(money, actor, {one.id: one.reservation_id for one in seen_investments})
with st.container(horizontal=True):
    download_button(_("These commitments as CSV"), "commitments-csv", language())
    download_button(_("These commitments as a spreadsheet"), "commitments-xlsx", language())
decided_map.show_map(book)
