"""An index taken in from a table: its columns recognised, its span said, and recorded under a name with its source."""

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.fund.flows_table import read_index
from fundapp.fund.market_index import MarketIndex
from fundapp.fund.returns import IndexLevel
from fundapp.record.figure_commands import ImportIndex
from fundapp.record.permissions import may
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day
from fundapp.ui import refusal
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.network.uploads import uploaded
from fundapp.ui.words import plain

FORM, _KEPT = "index", "upload/index"


def take_in(actor: Actor) -> Order | None:
    """From the table to the index. Nothing is written before the last press."""
    if not may(actor, ImportIndex):
        return None
    with st.expander(_("Take an index in"), icon=":material/upload_file:", key="take-index"):
        upload = uploaded(_KEPT, _("A table with a day and a level in each row, as CSV or Excel (.xlsx)"))
        if upload is None:
            return None
        levels = read_index(upload.grid)
        if isinstance(levels, Refusal):
            refusal.show(levels)
            return None
        st.markdown(plain(_span(levels)))
        name = st.text_input(_("Name of the index"), key=key(FORM, "name"))
        source = st.text_input(_("Where it is from, and whether dividends are in it"), key=key(FORM, "source"))
        place = st.container()
        if not st.button(_("Take this index in"), type="primary", key=key(FORM, "go")):
            return None
        st.session_state.pop(_KEPT, None)
        index = MarketIndex(name=name.strip(), source=source.strip(), levels=levels)
        return Order((ImportIndex(index=index),), FORM, place, _("The index is taken in."))


def _span(levels: tuple[IndexLevel, ...]) -> str:
    days = sorted(one.on for one in levels)
    return ngettext(
        "{n} level was read, from {first} to {last}.",
        "{n} levels were read, from {first} to {last}.",
        len(days),
        first=day(days[0]),
        last=day(days[-1]),
    )
