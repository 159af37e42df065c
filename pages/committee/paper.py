"""Whose score comes on paper: print the sheets, enter those that came back."""

from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui.scoring import paper, receipts

actor = gate.enter("committee/paper")
book = gate.desk().book(actor)

with components.large():
    item = paper.choose(book)
    receipts.show()
    if item is None:
        components.empty_state(
            _("No item waits for scores."), _("Sheets are printed once the facts of an item are frozen in the meeting.")
        )
    else:
        paper.offer_sheets(book, item)
        paper.enter_sheet(actor, book, item)
    paper.back()
