"""Is the record unchanged?"""

import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.text.catalogue import _, ngettext
from fundapp.ui import components, gate, refusal

gate.enter("office/record")
check = components.page_title(
    _("Is the record unchanged?"),
    _("Every entry holds the fingerprint of the one before it, so a change anywhere shows from there on."),
    action=_("Check the whole record"),
)
if not check:
    components.empty_state(
        _("Not checked in this visit."),
        _("The check reads every entry since the fund began, and every file that an entry names. It changes nothing."),
    )
    st.stop()

with st.spinner(_("Reading every entry…")):
    found = gate.desk().verify()
if isinstance(found, Problem):
    refusal.show_problems((found,))
else:
    components.receipt(_("Unchanged from the first entry to the last."))
    st.metric(_("Entries"), ngettext("{n} entry", "{n} entries", found.records), border=True, width="content")
    st.markdown(_("The fingerprint of the last entry. It is printed in the minutes; compare the two:"))
    st.code(found.tip, language=None, wrap_lines=True)
