"""What would another rubric change, and does the committee adopt it?"""

import streamlit as st

from fundapp.committee.rubric import Rubric
from fundapp.committee.rubric_text import read_texts
from fundapp.text.catalogue import _
from fundapp.ui import components, drafting, gate
from fundapp.ui.rubrics import in_force
from fundapp.ui.workshop import adopting, editing, effects
from fundapp.ui.workshop.draft import Draft

actor = gate.enter("office/workshop")
book = gate.desk().book(actor)
if not book.rubrics:
    components.page_title(_("No rubric is in force yet"))
    in_force.to_rubrics()
    st.stop()

components.page_title(_("Rubric workshop"), in_force.since(book))
adopting.show_receipt()
in_force.show_waiting(book)
text = gate.desk().rubric_text(actor)
proposed = read_texts(text.axis1, text.axis2, text.decision) if text else None
if text and isinstance(proposed, Rubric) and proposed.digest() != book.rubric_digest:
    adopting.show_proposed(actor, text)
    effects.show_effects(book, proposed)
    adopting.adopt(actor, book, text)
elif not adopting.may_edit(actor):
    components.empty_state(
        _("No change of the rubric is before the committee."),
        _("The fund manager or the secretariat edits the rubric here and puts it before the committee."),
    )
if adopting.may_edit(actor) and (typing := drafting.begin(actor, "rubric/workshop")):
    components.section(_("Edit the rubric"))
    draft = Draft(dict(typing.values), proposed if isinstance(proposed, Rubric) else book.rubric)
    editing.edit(draft, typing)
    safe = drafting.keep(typing, draft.values)
    found = draft.rubric
    # What is before the committee stands above with its effects.
    known = (one.digest() for one in (book.rubric, proposed) if isinstance(one, Rubric))
    if isinstance(found, Rubric) and found.digest() not in known:
        effects.show_effects(book, found)
        if safe:
            adopting.propose(actor, draft, typing)
in_force.to_rubrics()
