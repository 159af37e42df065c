"""The sourcing plan: made outside of the page, watched while it is made, compared, and put in force."""

import streamlit as st

from fundapp.network.plan import PlanAsked, SourcingPlan
from fundapp.network.sourcing import provider_key
from fundapp.planning.outcome import Outcome
from fundapp.planning.runs import At
from fundapp.record.commands import AdoptPlan, DropPlan
from fundapp.text.catalogue import _
from fundapp.text.figures import day, yen
from fundapp.ui import components, gate
from fundapp.ui.fragments import fragment
from fundapp.ui.network import plan_result
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

MOST_YEN, MOST_DAYS, MOST_LOT = 100_000_000, 3650, 1_000_000


def show_plan(seen: Seen) -> Order | None:
    """What is in force, and the way to another plan."""
    bill = seen.register.bill
    if bill is None or not bill.sourcing_lines():
        components.empty_state(
            _("A plan chooses among offers on lines, and there is no line to source yet."),
            _("Import the parts list first, under “Bill of materials”."),
        )
        return None
    run = gate.desk().plan_run(seen.actor, seen.proposal.id)
    if run is not None and not run.is_over:
        _watch(seen.proposal.id)
        return None
    if run is not None and run.result is not None:
        return _compare(seen, run.result)
    if run is not None:
        st.warning(_("The plan was not finished. Nothing was changed. Begin again when you like."))
    order = _in_force(seen)
    if seen.may(AdoptPlan):
        _ask(seen, primary=True)
    return order


def _in_force(seen: Seen) -> Order | None:
    plan, kept = seen.register.plan_in_force(), seen.register.plan
    if plan is None:
        components.section(_("No plan is in force"))
        st.markdown(
            plain(
                _("The plan of {day} is for another revision, lot or time.").format(day=day(kept.made_on))
                if kept and kept.dropped_on is None
                else _("Until there is one, each line counts with its cheapest valid offer in time.")
            )
        )
        return None
    components.section(_("The plan of {day} is in force").format(day=day(plan.made_on)))
    st.markdown(plain(_figures(seen, plan)))
    lapsed = _lapsed(seen, plan)
    if lapsed:
        told = _("Chosen offers that no longer count: {count}. Make the plan again.").format(count=len(lapsed))
        st.warning(plain(told))
    if not seen.may(DropPlan):
        return None
    if not st.button(_("Take the plan out of force"), key="plan-drop"):
        return None
    command = DropPlan(proposal_id=seen.proposal.id, plan_id=plan.id, on=seen.today)
    return Order(((f"plan-drop/{plan.id}", command),), _("The plan is no longer in force."))


def _figures(seen: Seen, plan: SourcingPlan) -> str:
    chosen = {offer.id: provider_key(offer.provider) for offer in seen.register.offers}
    companies = {chosen[one.offer_id] for one in plan.choices if one.offer_id in chosen}
    return _("{cost} for the lot of {lot}; lines: {lines}, companies: {companies}, lines without one: {gaps}.").format(
        cost=yen(plan.cost_yen), lot=plan.lot, lines=len(plan.choices), companies=len(companies), gaps=len(plan.gaps)
    )


def _lapsed(seen: Seen, plan: SourcingPlan) -> list[str]:
    standing = {row.id: row.offer_id for row in seen.facts.lines}
    return [one.line_id for one in plan.choices if standing.get(one.line_id) != one.offer_id]


def _ask(seen: Seen, *, primary: bool) -> None:
    """The question: as the bill says, or what if."""
    bill = seen.register.bill
    assert bill is not None, "asked for only where there is a bill"
    desk, proposal_id = gate.desk(), seen.proposal.id
    if primary and st.button(_("Make a plan"), type="primary", icon=":material/route:", key="plan-make"):
        desk.start_plan(seen.actor, proposal_id, PlanAsked(lot=bill.lot, plan_days=bill.plan_days))
        st.rerun()
    with st.expander(_("What if…"), icon=":material/alt_route:"), st.form("plan-what-if", border=False):
        providers = {provider_key(offer.provider): offer.provider for offer in seen.register.offers}
        without = st.multiselect(
            _("Without these companies"),
            list(providers),
            format_func=lambda key: seen.providers.shown(providers.get(key) or key),
            placeholder=_("Type a company"),
        )
        left, middle, right = st.columns(3, gap="large")
        days = left.number_input(_("Days to the first lot"), 1, MOST_DAYS, bill.plan_days)
        lot = middle.number_input(_("First lot, in products"), 1, MOST_LOT, bill.lot)
        opening = right.number_input(
            _("Cost of each company more, in yen"),
            0,
            MOST_YEN,
            0,
            step=10_000,
            help=_("Visits, contracts and tests of beginning with a company. The higher, the fewer companies."),
        )
        if st.form_submit_button(_("Make this plan")):
            asked = PlanAsked(lot=lot, plan_days=days, without=tuple(without), opening_cost_yen=opening)
            desk.start_plan(seen.actor, proposal_id, asked)
            st.rerun()


@fragment(every_seconds=1)
def _watch(proposal_id: str) -> None:
    """How far the plan is. It goes on whatever happens to this page."""
    run = gate.desk().plan_run(gate.actor(), proposal_id)
    if run is None or run.is_over:
        st.rerun(scope="app")
    components.section(_("The plan is being made"))
    st.progress(_share(run.at), text=_told(run.at))
    st.caption(_("You may leave this page: the plan goes on and waits for you here."))
    if st.button(_("Stop"), icon=":material/stop_circle:", key="plan-stop"):
        run.stop.set()


def _share(at: At) -> float:
    if at.step == "aside" and at.of:
        return 0.4 + 0.5 * at.done / at.of
    return {"frontier": 0.95}.get(at.step, 0.2)


def _told(at: At) -> str:
    if at.step == "aside":
        return _("What if a company drops out: {done} of {of}").format(done=at.done, of=at.of)
    if at.step == "frontier":
        return _("Cost against delivery")
    if at.best is not None and at.best.stage == "saving":
        return _("Best plan so far: {cost}").format(cost=yen(int(at.best.best)))
    return _("Choosing among the offers")


def _compare(seen: Seen, found: Outcome) -> Order | None:
    """The new plan beside what counts now, and the press that puts it in force."""
    bill = seen.register.bill
    assert bill is not None, "a plan is made of a bill"
    asked = found.case.asked
    as_the_bill = (asked.lot, asked.plan_days) == (bill.lot, bill.plan_days)
    adopt = False
    components.section(plan_result.headline(found))
    if seen.may(AdoptPlan):
        with st.container(horizontal=True):
            adopt = as_the_bill and st.button(_("Put this plan in force"), type="primary", key="plan-adopt")
            if st.button(_("Leave it as it is"), key="plan-leave"):
                gate.desk().forget_plan(seen.actor, seen.proposal.id)
                st.rerun()
        if not as_the_bill:
            told = _("A plan for another time or lot is a trial. To put one in force, correct the bill first.")
            st.markdown(f":material/info: {plain(told)}")
    plan_result.show(seen, found)
    if seen.may(AdoptPlan):
        _ask(seen, primary=False)
    if not adopt:
        return None
    plan = gate.desk().to_adopt(found)
    gate.desk().forget_plan(seen.actor, seen.proposal.id)
    return Order(((f"plan/{plan.id}", AdoptPlan(plan=plan)),), _("The plan is in force."))
