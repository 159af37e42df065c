"""What comes next for the money of one resolution?"""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.record.commitments import commitments
from fundapp.record.deals import deal
from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui.fund import (
    before_signing,
    company_money,
    deal_seen,
    held_seen,
    held_steps,
    paying,
    promised,
    taking_back,
)
from fundapp.ui.meeting import orders
from fundapp.ui.ways import DEAL, go

actor = gate.enter("fund/investment")
book = gate.desk().book(actor)
today = day_of(gate.desk().now())
chosen = deal(book, st.query_params.get(DEAL, ""))
if chosen is None:
    components.page_title(_("Choose an investment"))
    if components.empty_state(
        _("No investment is chosen, or this one is not open to you."),
        _("Open it from the commitments."),
        action=_("See the commitments"),
    ):
        go("fund/commitments")
    st.stop()

seen = deal_seen.SeenDeal(book, actor, chosen, today)
components.page_title(deal_seen.title(seen), deal_seen.subtitle(seen))
orders.show_receipt(chosen.reservation.id)
given: list[orders.Order | None] = []
match seen.step:
    case "gp_decision" if seen.manages:
        given.append(before_signing.decide(seen))
    case "sign" if seen.manages:
        given.append(before_signing.sign(seen))
    case "conditions" if seen.may_meet_conditions:
        given.append(paying.meet_condition(seen))
    case "release" | "second_approval" if seen.releases:
        given.append(paying.release(seen))
    case "waits":
        paying.waits(seen)
    case _:
        pass
company_money.show_one(gate.desk().company_cash(actor), chosen.reservation.proposal_id, today)
deal_seen.show_conditions(seen)
money = commitments(book, today)
if money is not None and chosen.investment is not None:
    promised.show_investment([one for one in money.tranches if one.investment_id == chosen.investment.id])
given += held_seen.confirm_support(seen) + held_steps.approve(seen)
held_seen.show_value(seen)
deal_seen.show_terms(seen)
given += (
    paying.early_conditions(seen)
    + before_signing.closed_steps(seen)
    + paying.other_steps(seen)
    + held_steps.steps(seen)
    + taking_back.from_deal(seen)
)
if st.button(_("All commitments"), icon=":material/arrow_back:"):
    go("fund/commitments")
orders.carry_out(given, actor)
