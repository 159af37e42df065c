"""Which proposals are there, and how far are they?"""

import streamlit as st

from fundapp.text.catalogue import _, ngettext
from fundapp.ui import components, gate
from fundapp.ui.proposal import importing, listing, mapping, registering, sending

actor = gate.enter("committee/proposals")
book = gate.desk().book(actor)
keeps = registering.may_register(actor)

if keeps and registering.is_open():
    registering.register(actor)
    st.stop()
if keeps and importing.is_open():
    importing.import_proposals(actor)
    st.stop()

rows = listing.listed(actor, book)
action = _("Register a proposal") if keeps else ""
if components.page_title(ngettext("{n} proposal", "{n} proposals", len(rows)), action=action, key="register"):
    registering.begin()
if keeps:
    importing.offer()
sending.show_receipt()
if not rows:
    components.empty_state(
        _("No proposal is registered yet."), _("The fund manager or the secretariat registers the first one.")
    )
elif listing.wants_map():
    mapping.decided_map(book)
else:
    with components.large():
        place = listing.places(actor, book)
        found = listing.find(rows, place)
        listing.show(found, place, book.rubric)
    listing.table(found, place, book.rubric)
