"""The support menu to print: for the committee, and for the company."""

import streamlit as st

from fundapp.text.catalogue import _
from fundapp.ui.downloads import copy_language, download_button
from fundapp.ui.network.seen import Seen
from fundapp.web.support_menu_copy import OFFICE


def offer_paper(seen: Seen) -> None:
    """Both copies in the language that the reader picks; the company's is handed over by the office."""
    with st.expander(_("The support menu to print"), icon=":material/print:"):
        spoken = copy_language("support-menu-language")
        with st.container(horizontal=True):
            download_button(_("For the committee (PDF)"), "support-menu-committee", spoken, proposal=seen.proposal.code)
            if seen.actor.has(*OFFICE):
                download_button(_("For the company (PDF)"), "support-menu-company", spoken, proposal=seen.proposal.code)
