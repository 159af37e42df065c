"""Before the meeting: who will probably be out, the calm order of the agenda, what is not ready, the calendar."""

from datetime import date, timedelta
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fundapp.committee.planning import PlannedMeeting
from fundapp.committee.proposal import Terms
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.offer import Offer
from fundapp.record import commands as c
from fundapp.record import planning_commands as n
from fundapp.record.events import TrancheTerms
from fundapp.record.preparing import calm_order, forecast, may_be_taken, unready

DAY = date(2026, 5, 1)


def planned(**more: object) -> PlannedMeeting:
    given = {"id": "plan", "number": 2, "day": DAY, "begins": "14:00", "duration_minutes": 90, "place": "room"}
    return PlannedMeeting.model_validate(given | more)


def walks(order, out) -> int:
    sets = [frozenset[str](), *(out.get(one, frozenset()) for one in order), frozenset[str]()]
    return sum(len(one ^ two) for one, two in pairwise(sets))


AGENDA = st.dictionaries(st.sampled_from("abcdef"), st.frozensets(st.sampled_from("123")), min_size=1, max_size=6)


@settings(max_examples=80, deadline=None)
@given(out=AGENDA)
def test_the_calm_order_has_the_fewest_walks_of_all_orders(out) -> None:
    order = tuple(out)
    calm = calm_order(order, out)
    assert sorted(calm) == sorted(order)
    assert walks(calm, out) == min(walks(one, out) for one in permutations(order))


def test_an_order_that_is_calm_already_is_kept() -> None:
    order = ("PR-08", "PR-06", "PR-09", "PR-10")
    assert calm_order(order, {}) == order
    assert calm_order(order, {"PR-09": frozenset({"tlo"})}) == order


def test_a_long_agenda_is_left_as_it_is() -> None:
    order = tuple(f"PR-{number}" for number in range(13))
    assert calm_order(order, {order[0]: frozenset("a"), order[2]: frozenset("a")}) == order


def test_what_the_fund_has_invested_on_is_not_taken_again(fund) -> None:
    known = (fund.proposal("PR-1"), fund.proposal("PR-2"))
    fund.meeting(1, "PR-1")
    fund.do(c.FreezeFacts(item_id="m1-PR-1"), fund.secretariat)
    fund.revealed("m1-PR-1")
    fund.approve("m1-PR-1")
    assert may_be_taken(fund.desk.book(fund.secretariat), known) == known
    terms = Terms(amount_yen=60_000_000, instrument="preferred_shares")
    fund.do(c.DecideAsGp(reservation_id="r-m1-PR-1", terms=terms, on=fund.desk.today()), fund.manager)
    tranche = TrancheTerms(number=1, amount_yen=60_000_000, due=DAY, milestone="m")
    agreement = c.SignAgreement(
        investment_id="iv", reservation_id="r-m1-PR-1", tranches=(tranche,), on=fund.desk.today()
    )
    fund.do(agreement, fund.manager)
    assert may_be_taken(fund.desk.book(fund.secretariat), known) == known[1:]


def recused_before(fund, item: str, kind: str) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind=kind), fund.tlo)


@pytest.mark.parametrize(
    ("kind", "alternates"),
    [
        ("inventor_or_patent_holder", ("tlo-alternate", "outside")),
        ("organisation_licence_income", ("outside",)),
    ],
)
def test_who_was_recused_before_is_likely_out_and_the_organisations_interest_bars_its_alternate(
    fund, item, kind: str, alternates: tuple[str, ...]
) -> None:
    recused_before(fund, item, kind)
    proposal = fund.desk.proposal(fund.secretariat, "id-PR-1")
    found = forecast(fund.desk.book(fund.secretariat), proposal, ())
    assert [(one.seat_id, one.because, one.alternates) for one in found.out] == [("tlo", "recused_before", alternates)]
    assert (found.eligible, found.least, found.needs_alternate()) == (2, 2, True)


def test_a_seat_whose_organisation_bids_is_likely_out(fund) -> None:
    proposal = fund.proposal("PR-9")
    found = forecast(fund.desk.book(fund.secretariat), proposal, {"bank", "somebody"})
    assert [(one.seat_id, one.because, one.organisation) for one in found.out] == [
        ("bank", "organisation_provides", True)
    ]


def test_another_proposal_of_the_same_company_is_remembered(fund, item) -> None:
    recused_before(fund, item, "shares_or_options")
    first = fund.desk.proposal(fund.secretariat, "id-PR-1")
    other = fund.proposal("PR-2").model_copy(update={"company": first.company})
    found = forecast(fund.desk.book(fund.secretariat), other, ())
    assert [(one.seat_id, one.because) for one in found.out] == [("tlo", "recused_for_company")]


def test_what_is_not_ready_is_counted(fund) -> None:
    bare = fund.proposal("PR-2").model_copy(update={"evidence": ()})
    fund.do(c.RegisterProposal(proposal=bare), fund.secretariat)
    register = fund.desk.support(fund.secretariat, "id-PR-2")
    book = fund.desk.book(fund.secretariat)
    found = {one.kind: one.count for one in unready(book.rubric, bare, register, DAY)}
    assert found["no_evidence"] == len(book.rubric.axis("axis1").criteria)


def offered(number: int, dated: date, expires: date | None = None) -> Offer:
    return Offer(
        id=f"offer-{number}",
        proposal_id="id-PR-2",
        bill_revision="A",
        line_id="L1",
        provider=f"works {number}",
        rung=4,
        dated=dated,
        expires=expires,
        unit_price_yen=900,
        lead_time_days=30,
    )


def test_facts_older_than_thirty_days_and_offers_that_run_out_in_thirty_are_on_the_list(fund) -> None:
    made = fund.proposal("PR-2").model_copy(update={"needs_support": True})
    fund.do(c.RegisterProposal(proposal=made), fund.secretariat)
    line = Line(id="L1", row=1, part_number="P", quantity=1, kind=LineKind.BOUGHT_OUT, target_unit_cost_yen=1000)
    fund.do(
        c.RecordBill(bill=Bill(proposal_id=made.id, revision="A", lot=1, plan_days=9, lines=(line,))), fund.secretariat
    )

    def found() -> dict[str, int]:
        register = fund.desk.support(fund.secretariat, made.id)
        rubric = fund.desk.book(fund.secretariat).rubric
        return {one.kind: one.count for one in unready(rubric, made, register, DAY) if one.kind != "intake"}

    assert found() == {"no_facts": 1}
    old, fresh = DAY - timedelta(days=31), DAY - timedelta(days=30)
    fund.do(c.RecordOffers(offers=(offered(1, old), offered(2, fresh, DAY + timedelta(days=30)))), fund.secretariat)
    assert found() == {"old_offers": 1}
    fund.do(
        c.RecordOffers(offers=(offered(3, fresh, DAY + timedelta(days=29)), offered(4, fresh, DAY))), fund.secretariat
    )
    assert found() == {"old_offers": 1, "expiring_offers": 2}


def test_the_calendar_keeps_the_last_plan_and_knows_each_proposal(fund) -> None:
    fund.proposal("PR-1")
    assert fund.refused(n.PlanMeeting(planned=planned(proposal_ids=("nobody",))), fund.secretariat).code == (
        "proposal_unknown"
    )
    assert fund.refused(n.PlanMeeting(planned=planned(place=" ")), fund.secretariat).code == "place_missing"
    assert fund.refused(n.PlanMeeting(planned=planned(place="室" * 201)), fund.secretariat).code == "place_too_long"
    twice = planned(proposal_ids=("id-PR-1", "id-PR-1"))
    assert fund.refused(n.PlanMeeting(planned=twice), fund.secretariat).code == "proposal_on_agenda_twice"
    fund.do(n.PlanMeeting(planned=planned(proposal_ids=("id-PR-1",))), fund.secretariat)
    later = planned(day=DAY + timedelta(days=7), revision=1)
    fund.do(n.PlanMeeting(planned=later), fund.secretariat)
    assert fund.desk.planned_meetings() == (later,)


def test_a_number_that_was_held_is_not_planned_again(fund, item) -> None:
    taken = n.PlanMeeting(planned=planned(number=1))
    assert fund.refused(taken, fund.secretariat).code == "meeting_number_taken"


def test_the_calendar_holds_several_meetings_each_under_its_own_number(fund, item) -> None:
    months = [planned(id=f"plan-{number}", number=number, day=DAY + timedelta(days=30 * number)) for number in (3, 2)]
    for one in months:
        fund.do(n.PlanMeeting(planned=one), fund.secretariat)
    assert fund.desk.meetings_to_come() == (months[1], months[0])
    twice = n.PlanMeeting(planned=planned(id="another", number=3))
    assert fund.refused(twice, fund.secretariat).code == "meeting_planned_already"
    fund.do(n.PlanMeeting(planned=months[0].model_copy(update={"cancelled": True, "revision": 1})), fund.secretariat)
    fund.do(twice, fund.secretariat)
    assert [one.id for one in fund.desk.meetings_to_come()] == ["another", "plan-2"]
    fund.clock.wait(days=60)
    assert [one.id for one in fund.desk.meetings_to_come()] == ["plan-2"]
