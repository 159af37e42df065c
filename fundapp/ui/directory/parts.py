"""The parts of the directory: its members, and what the association lives from."""

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.network.process import ProcessTree
from fundapp.text.catalogue import _
from fundapp.ui.directory import listing, money_part, places, sending


def show(actor: Actor, tree: ProcessTree) -> None:
    """One part at a time; each says in the title how it stands."""
    heading = st.container()
    sending.show_receipt()
    names = {
        "members": _("Members"),
        "money": _("Fees and income"),
    }
    open_ = places.part_open()
    chosen = st.segmented_control(
        _("What to look at"),
        tuple(names),
        default=open_ if open_ in names else "members",
        required=True,
        format_func=lambda one: names[one],
        key="directory-part",
        label_visibility="collapsed",
    )
    places.turn_to(chosen or "members")
    if chosen == "money":
        money_part.show(actor, heading)
    else:
        listing.show(actor, tree, heading)
