"""This one proposal whole: what is asked, where it stands, what would make it pass, who supplies what."""

import streamlit as st

from fundapp.documents.said import said
from fundapp.ui import components, gate
from fundapp.ui.proposal import (
    crossing,
    evidence,
    history,
    money,
    opening,
    others_money,
    passing,
    providing,
    request,
    sending,
    stand,
    work,
)
from fundapp.ui.proposal.paper import open_paper
from fundapp.ui.proposal.phrases import state_text
from fundapp.ui.ways import PROPOSAL

actor = gate.enter("committee/proposal")
code = st.query_params.get(PROPOSAL, "")
paper = open_paper(gate.desk(), actor, code)
if paper is None:
    opening.not_open(code)
    st.stop()

action = opening.action(paper)
name = f"{paper.proposal.code} {said(paper.proposal.name)}"
if components.page_title(name, state_text(paper.state), action=action.label if action else "") and action:
    action.take()
sending.show_receipt()
if paper.keeps_papers:
    work.do_work(paper)
history.show_change_since(paper)
with components.one_page():
    request.show_request(paper.asked, paper.proposal.company)
    stand.show_stand(paper)
    request.show_reasons(paper.asked)
    passing.show_change(paper)
    providing.show_supply(paper)
    money.show_money(paper)
    others_money.show_in_brief(paper)
with components.behind():
    passing.show_gates(paper)
    stand.show_criteria(paper)
    passing.show_lifts(paper)
    crossing.show_crossing(paper)
    providing.show_parts(paper)
    others_money.show_others_money(paper)
    history.show_history(paper)
    evidence.show_documents(paper)
