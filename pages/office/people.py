"""Who may come in, and what may they do?"""

import streamlit as st

from fundapp.access.office import KEEPERS
from fundapp.text.catalogue import _, ngettext
from fundapp.ui import components, gate
from fundapp.ui.office import account, accounts, once, seats

actor = gate.enter("office/people")
book, known = gate.desk().book(actor), gate.desk().people()
found, place = accounts.in_order(known), accounts.opened()
keeps = actor.has(*KEEPERS)

if keeps and place == accounts.NEW:
    account.show_new(actor)
elif keeps and place in known:
    account.show(actor, known[place])
elif keeps and (seat := seats.opened(book, place)):
    seats.show(actor, book, seat, known)
elif keeps:
    title = ngettext("{n} person has an account", "{n} people have an account", len(found))
    if components.page_title(title, action=_("Add a person"), key="add-person"):
        accounts.open_(accounts.NEW)
    accounts.show_receipt()
    once.show()
    accounts.show_list(actor, found)
    seats.show_list(book, known)
else:
    components.page_title(
        ngettext("{n} person may come in", "{n} people may come in", len(accounts.members(found))),
        _("Someone typed a wrong password several times and must wait? Let the person in again from here."),
    )
    accounts.show_receipt()
    accounts.show_list(actor, accounts.members(found))
    st.markdown(_("Accounts, roles and passwords are kept by the administrator."))
