"""The parts of the directory: its members, the companies that are watched, seminars, groups, fees and income."""

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.network.process import ProcessTree
from fundapp.text.catalogue import _
from fundapp.ui.directory import groups_part, listing, money_part, places, seminars_part, sending, watch_part


def show(actor: Actor, tree: ProcessTree) -> None:
    """One part at a time; each says in the title how it stands."""
    heading = st.container()
    sending.show_receipt()
    names = {
        "members": _("Members"),
        "watched": _("Watched"),
        "seminars": _("Seminars"),
        "groups": _("Groups"),
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
    match chosen:
        case "watched":
            watch_part.show(actor, heading)
        case "seminars":
            seminars_part.show(actor, heading)
        case "groups":
            groups_part.show(actor, heading)
        case "money":
            money_part.show(actor, heading)
        case _:
            listing.show(actor, tree, heading)
