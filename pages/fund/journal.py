"""Where did every yen go?"""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.record.ledger import ledger_days
from fundapp.text.catalogue import _, language
from fundapp.ui import components, gate
from fundapp.ui.desks import PAGES
from fundapp.ui.downloads import download_button
from fundapp.ui.fund import postings, taking_back
from fundapp.ui.meeting import orders
from fundapp.ui.ways import may_open

actor = gate.enter("fund/journal")
book = gate.desk().book(actor)
days = ledger_days(book)
if days is None:
    components.page_title(_("The journal is empty"))
    components.empty_state(
        _("Nothing is entered yet."), _("The first entries are made when the administrator establishes the fund.")
    )
    st.stop()

heading = st.container()
orders.show_receipt("journal")
wanted = postings.filters(days)
shown, sums = postings.picked(book, wanted)
finding = postings.title(sums)
with heading:
    components.page_title(finding, _("Every posting of the fund, with its event and its document."))
postings.show(shown, sums, finding)
with st.container(horizontal=True):
    download_button(_("These postings as CSV"), "journal-csv", language(), primary=False, **wanted)
    download_button(_("These postings as a spreadsheet"), "journal-xlsx", language(), primary=False, **wanted)
if may_open(actor, "fund/opening"):
    label = _("Take over a running fund, or take this one out as tables")
    st.page_link(PAGES["fund/opening"].file, label=label, icon=":material/move_to_inbox:")
orders.carry_out([taking_back.from_journal(book, actor, day_of(gate.desk().now()))], actor)
