"""Partners without terms of their own: coordinators of sales routes, the licensing office, retired engineers."""

import streamlit as st

from fundapp.documents.said import said
from fundapp.network.member import MemberClass
from fundapp.text.catalogue import _
from fundapp.ui import components, ways
from fundapp.ui.directory.words import word
from fundapp.ui.partners.seen import Seen
from fundapp.ui.words import plain

KINDS: tuple[MemberClass, ...] = (
    "sales_coordinator",
    "tlo",
    "support_body",
    "retired_engineer",
    "municipality",
)


def show(seen: Seen) -> None:
    """By kind; the order of a sales route is said where its coordinators stand."""
    for kind in KINDS:
        found = seen.of(kind)
        if not found:
            continue
        components.section(f"{word('member_class', kind)} ({len(found)})")
        if kind == "sales_coordinator":
            st.markdown(plain(_("A coordinator asks the own network first, and a sales rep after that.")))
            ways.link("network/needs", _("Both steps stand with each proposal's sales routes"))
        st.markdown("\n".join(f"- {plain(one.code)} {plain(said(one.name))}" for one in found))
