"""How the facts of a past item differ from today's."""

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.record.book import Book, Item
from fundapp.text.catalogue import _, ngettext
from fundapp.ui import components, gate
from fundapp.ui.proposal.comparing import moved
from fundapp.ui.proposal.history import facts_table, frozen_of


def show_difference(viewer: Actor, book: Book, item: Item) -> None:
    """The facts that were judged on beside those of today; today's file may be closed to this reader."""
    today = gate.desk().support_facts(viewer, item.proposal_id)
    if today is None:
        return
    then = frozen_of(item).support
    changed = moved(book.rubric_of(item).axis("axis2"), then, today)
    if not changed:
        components.section(_("The facts are the same today"))
        return
    components.section(ngettext("{n} fact differs today", "{n} facts differ today", len(changed)))
    st.markdown(_("The decision stands on the facts of then. Those of today change nothing of it."))
    facts_table(changed, then, today)
