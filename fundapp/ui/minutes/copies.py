"""Copies of the minutes to take away, and how to prove that one is of this record."""

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.committee.minutes import MinutesContent
from fundapp.record.book import Meeting
from fundapp.text.catalogue import _
from fundapp.ui import components
from fundapp.ui.desks import PAGES
from fundapp.ui.downloads import copy_language, download_button
from fundapp.ui.words import plain


def offer(meeting: Meeting, *, primary: bool) -> None:
    """The minutes in the four formats, in the language that the reader picks for them.

    `primary` unless something else is the reader's next step.
    """
    copy = copy_language("copy-language")
    with st.container(horizontal=True, key="copies"):
        download_button(_("Minutes as PDF"), "minutes-pdf", copy, primary=primary, meeting=meeting.id)
        download_button(_("As Word file"), "minutes-docx", copy, meeting=meeting.id)
        download_button(_("As Markdown text"), "minutes-md", copy, meeting=meeting.id)
        download_button(_("As data (JSON)"), "minutes-json", copy, meeting=meeting.id)


def show_proof(content: MinutesContent, actor: Actor) -> None:
    """The hash of the record that closed the meeting, and what to compare it with."""
    components.section(_("Is a copy genuine?"))
    text = _(
        "Entry {seq} of the record closed this meeting. Its fingerprint stands below, and at the end of every copy. "
        "Compare the two: if all characters agree, the copy was made from this record."
    )
    st.markdown(plain(text.format(seq=content.record_seq)))
    st.code(content.record_hash, language=None, wrap_lines=True)
    page = PAGES["office/record"]
    if actor.has(*page.roles):
        st.page_link(page.file, label=_("Check that the record itself is unchanged"), icon=":material/verified_user:")
