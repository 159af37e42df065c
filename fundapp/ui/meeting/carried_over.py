"""What earlier meetings left open, on every agenda until it is closed."""

import streamlit as st

from fundapp.documents.carried_text import carried_lines
from fundapp.record.carried import carried
from fundapp.text.catalogue import ngettext
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain


def show_carried(seen: Seen) -> None:
    """Each earlier resolution that waits for something, with its day; nothing when none does."""
    found = carried(seen.book, seen.meeting)
    if not found:
        return
    title = ngettext(
        "{n} earlier resolution is still open", "{n} earlier resolutions are still open", len(found)
    ).format(n=len(found))
    with st.expander(title, icon=":material/history:"):
        for one in found:
            head, *rest = carried_lines(one)
            st.markdown("  \n".join((f"**{plain(head)}**", *map(plain, rest))))
