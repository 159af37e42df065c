"""How do we judge?"""

import streamlit as st

from fundapp.places import rubrics_folder
from fundapp.store.rubric_files import load_rubric
from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui.rubrics import criteria, in_force, rules

actor = gate.enter("office/rubrics")
book = gate.desk().book(actor)
if not book.rubrics:
    components.page_title(_("No rubric is in force yet"))
    components.empty_state(
        _("There is nothing to judge by yet."), _("The administrator adopts the first rubric when the fund is set up.")
    )
    st.stop()

rubric = book.rubric
components.page_title(_("How we judge: two axes, never added up"), in_force.since(book))
in_force.show_waiting(book)
in_force.to_workshop(actor)
in_force.show_files(rubric, load_rubric(rubrics_folder()))
with st.container(horizontal=True, vertical_alignment="bottom"):
    query = st.text_input(_("Search the rubric"), key="rubric-search", icon=":material/search:", width=420)
    unfolded = st.toggle(_("Unfold everything, for reading through or printing"), key="rubric-unfolded")
found = [
    *(criteria.show_axis(axis, query, unfolded=unfolded) for axis in rubric.axes),
    criteria.show_facts(rubric.axis("axis2"), query, unfolded=unfolded),
    rules.show_rules(rubric.decision, query, unfolded=unfolded),
]
if not any(found):
    components.empty_state(_("Nothing in the rubric holds these words."), _("Try a shorter word, or clear the search."))
in_force.show_digest(rubric)
