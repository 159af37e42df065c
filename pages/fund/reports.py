"""How did the fund stand on a day, and which papers tell it?"""

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.documents.report_words import state_text
from fundapp.text.catalogue import _
from fundapp.ui import components, gate, refusal
from fundapp.ui.fund import reporting

actor = gate.enter("fund/reports")
desk = gate.desk()
book = desk.book(actor)
if book.established_on is None:
    components.page_title(_("The fund is not set up yet"))
    components.empty_state(
        _("There is no fund yet."), _("The administrator establishes it with its size, reserves and limits.")
    )
    st.stop()

heading = st.container()
report = desk.report(actor, reporting.choose_day(book, desk.today()))
if isinstance(report, Refusal):
    refusal.show(report)
    st.stop()

with heading:
    components.page_title(reporting.title(report), state_text(report))
reporting.show_figures(report)
reporting.show_papers(report, actor)
reporting.show_statements(report)
