"""How is the fund's money placed, and what is paid when?"""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.record.portfolio import portfolio
from fundapp.text.catalogue import _, language
from fundapp.ui import components, gate
from fundapp.ui.downloads import download_button
from fundapp.ui.fund import holding, performing

actor = gate.enter("fund/portfolio")
book, today = gate.desk().book(actor), day_of(gate.desk().now())
found = portfolio(book, today)
if found is None or not found.holdings:
    components.page_title(_("No agreement is signed yet"))
    components.empty_state(
        _("There is no investment yet."), _("Once an agreement is signed, its company and its tranches stand here.")
    )
    st.stop()

components.page_title(holding.title(found), holding.as_of(found))
holding.show_timeline(found)
performing.show_values(found)
holding.show_companies(found)
performing.show_rings(found)
holding.show_sectors(found)
holding.show_stages(found)
with st.container(horizontal=True):
    download_button(_("This portfolio as CSV"), "portfolio-csv", language())
    download_button(_("This portfolio as a spreadsheet with charts"), "portfolio-xlsx", language())
