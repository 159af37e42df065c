"""The facts behind each level of axis 2, as they count: the frozen ones once there are any, each open to its rows."""

import streamlit as st

from fundapp.committee.rubric import Axis, Criterion
from fundapp.documents.said import said
from fundapp.text.catalogue import _
from fundapp.text.figures import day
from fundapp.ui.network.fact_rows import Drill, frozen_names, show_fact
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.words import plain


def show_facts(paper: Paper) -> None:
    """Every criterion with the text of its level and its facts; drawn when it is opened."""
    drawer = st.expander(
        _("The facts behind each level"), icon=":material/fact_check:", on_change="rerun", key="facts-behind"
    )
    if not drawer.open:
        return
    axis = paper.rubric.axis("axis2")
    drill = Drill(paper.support, frozen_names(paper.support), paper.providers.shown, "paper")
    with drawer:
        st.markdown(plain(_("Facts as of {day}").format(day=day(paper.support.as_of))))
        for criterion in axis.criteria:
            _criterion(paper, axis, criterion, drill)


def _criterion(paper: Paper, axis: Axis, criterion: Criterion, drill: Drill) -> None:
    level = next((one for one in paper.firm if one.criterion_id == criterion.id), None)
    known = paper.support.values("firm")
    definitions = [one for one in axis.facts if one.id in criterion.facts and one.id in known]
    if level is None or level.level is None or not definitions:
        return
    name = f"{criterion.id} {said(criterion.name)}"
    st.markdown(f"**{plain(name)}**  \n{plain(said(criterion.text_of(level.level)))}")
    for one in definitions:
        show_fact(drill, one, criterion.id, left_out=one.id in level.left_out)
