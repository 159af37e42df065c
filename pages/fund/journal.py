"""Where did every yen go?"""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.record.ledger import ledger
from fundapp.text.catalogue import _, language
from fundapp.ui import components, gate
from fundapp.ui.downloads import download_button
from fundapp.ui.fund import postings
from fundapp.ui.meeting import orders

actor = gate.enter("fund/journal")
book = gate.desk().book(actor)
found = ledger(book)
if not found:
    components.page_title(_("The journal is empty"))
    components.empty_state(
        _("Nothing is entered yet."), _("The first entries are made when the administrator establishes the fund.")
    )
    st.stop()

heading = st.container()
orders.show_receipt("journal")
wanted = postings.filters(found)
shown = postings.picked(found, wanted)
finding = postings.title(shown)
with heading:
    components.page_title(finding, _("Every posting of the fund, with its event and its document."))
postings.show(shown, finding)
with st.container(horizontal=True):
    download_button(_("These postings as CSV"), "journal-csv", language(), primary=False, **wanted)
    download_button(_("These postings as a spreadsheet"), "journal-xlsx", language(), primary=False, **wanted)
orders.carry_out([postings.reverse(book, actor, day_of(gate.desk().now()))], actor)
