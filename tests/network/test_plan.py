"""The plan of a proposal: the question out of bill and offers, the answer in figures, and the plan in force."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from fundapp.network.bill import Assembly, Bill, Line, LineKind
from fundapp.network.lot_cost import lot_cost_yen
from fundapp.network.offer import Offer, PriceTier
from fundapp.network.plan import PlanAsked, plan_case
from fundapp.network.plan_problem import PlanLine, PlanOffer, PlanSupplier
from fundapp.network.plan_reading import DropOut, FrontierPoint, GapPrice, PathStep, drop_outs, frontier, summary
from fundapp.network.sourcing import SourcingRules, sourcing
from fundapp.planning.highs import Solver
from fundapp.planning.instance_file import instance_of, problem_of
from fundapp.planning.runs import Runs
from fundapp.planning.solve import solve

DAY = date(2026, 4, 1)
RULES = SourcingRules(
    uncovered_cost_factor=Fraction("1.3"),
    imputed_lateness_factor=Fraction("1.1"),
    imputed_lead_time_days=tuple((kind.value, 42) for kind in LineKind),
)
LINES = tuple(
    Line(
        id=name,
        row=n,
        description=name,
        quantity=Fraction(2),
        kind=LineKind.BOUGHT_OUT,
        assembly="hub",
        critical=name == "axle",
    )
    for n, name in enumerate(("axle", "bolt", "cover"), start=1)
)
BILL = Bill(
    proposal_id="p",
    revision="A",
    lot=10,
    plan_days=80,
    final_assembly_days=8,
    lines=LINES,
    assemblies=(Assembly(name="hub", days=6),),
)
ASKED = PlanAsked(lot=10, plan_days=80)


def offer(line, provider, price, lead=30, **said):
    usual = {"proposal_id": "p", "bill_revision": "A", "rung": 4, "dated": DAY, "lot": 10, "unit_price_yen": price}
    return Offer(id=f"{line}/{provider}", line_id=line, provider=provider, lead_time_days=lead, **{**usual, **said})


OFFERS = (
    offer("axle", "Aoki", 500),
    offer("axle", "Baba", 700, 20),
    offer("bolt", "Aoki", 10, 40),
    offer("cover", "Chiba", 90, 70),
)


def case(offers=OFFERS, asked=ASKED, hours=None, able=None):
    return plan_case(BILL, offers, DAY, RULES, asked, hours=hours or {}, able=able or {})


def best(problem):
    with Solver() as solver:
        return solve(problem, solver)


def test_the_question_holds_what_is_valid_with_its_lots_cost_and_its_need_date():
    problem = case(hours={"aoki": 30}, able={"cover": 4}).problem
    # 80 days less 6 and 8 of assembly, at 1.10 of the stated lead time.
    assert problem.lines == (
        PlanLine("axle", 60, 10),
        PlanLine("bolt", 60, 1),
        PlanLine("cover", 60, 1, None, 4),
    )
    assert problem.suppliers == (PlanSupplier("aoki", 80), PlanSupplier("baba"), PlanSupplier("chiba"))
    assert problem.offers == (
        PlanOffer(0, 0, 10_000, 0, 30),
        PlanOffer(0, 1, 14_000, 0, 20),
        PlanOffer(1, 0, 200, 0, 40),
        PlanOffer(2, 2, 1_800, 0, 70),
    )


@pytest.mark.parametrize(
    "said",
    [
        *({"rung": 3}, {"lot": None}, {"lot": 9}, {"expires": DAY - timedelta(days=1)}, {"withdrawn_on": DAY}),
        *({"bill_revision": "B"}, {"price": None}),
    ],
)
def test_what_is_no_valid_priced_offer_is_not_asked(said):
    assert case([offer("axle", "Aoki", 1)]).offers != ()
    assert case([offer("axle", "Aoki", **{"price": 1} | said)]).offers == ()


def test_a_provider_left_out_and_another_lot_and_time_are_what_ifs():
    found = case(asked=PlanAsked(lot=5, plan_days=40, without=("aoki",), opening_cost_yen=7))
    assert [one.provider for one in found.offers] == ["Baba", "Chiba"]
    assert (found.problem.lines[0].need_by_days, found.problem.offers[0].cost_yen) == (23, 7_000)
    assert {one.opening_cost_yen for one in found.problem.suppliers} == {7}


def test_tiers_least_order_and_tools_are_in_the_cost():
    tiers = (PriceTier(pieces=10, unit_price_yen=90), PriceTier(pieces=100, unit_price_yen=70))
    tiered = offer("axle", "Aoki", 100, tiers=tiers, set_up_yen=5_000, least_order=50)
    assert [lot_cost_yen(tiered, Fraction(pieces)) for pieces in (1, 50, 99, 100)] == [9_500, 9_500, 13_910, 12_000]
    assert lot_cost_yen(offer("axle", "Aoki", None), Fraction(3)) is None


def test_the_plan_in_figures():
    found = case()
    told = summary(found, best(found.problem), RULES)
    assert (told.cost_yen, told.covered, told.lines, told.critical_uncovered, told.providers) == (10_200, 2, 3, 0, 1)
    assert (told.top_provider, told.top_share, told.single_source_critical) == ("aoki", 1, 0)
    assert told.path == (
        PathStep(what="bolt", kind="line", days=Fraction(44)),
        PathStep(what="hub", kind="assembly", days=Fraction(6)),
        PathStep(what="", kind="final", days=Fraction(8)),
    )
    assert told.finish_days == 58
    assert told.gaps == (GapPrice(line_id="cover", reason="all_late", cost_yen=1_800, days_late=10),)


def test_the_loss_of_each_provider_is_a_new_plan_without_it():
    found = case()
    assert drop_outs(found, best(found.problem), best) == (
        DropOut(provider="aoki", lines=2, uncovered=1, critical_uncovered=0, more_yen=4_000),
    )


def test_more_time_never_covers_less_on_the_frontier():
    points = frontier(case(), RULES, best)
    assert [point.plan_days for point in points] == [56, 64, 72, 80, 92, 104]
    assert points[0] == FrontierPoint(plan_days=56, cost_yen=10_000, uncovered=2)
    assert points[-1] == FrontierPoint(plan_days=104, cost_yen=12_000, uncovered=0)
    assert [point.uncovered for point in points] == sorted((point.uncovered for point in points), reverse=True)


def test_the_plan_in_force_selects_and_a_lapsed_choice_falls_back_to_the_rule():
    chosen = {"axle": "axle/Baba", "bolt": "gone"}
    lines = sourcing(BILL, OFFERS, DAY, RULES, chosen)
    assert [one.selected.id for one in lines] == ["axle/Baba", "bolt/Aoki", "cover/Chiba"]
    expired = (*OFFERS[:1], offer("axle", "Baba", 700, 20, expires=DAY - timedelta(days=1)))
    assert sourcing(BILL, expired, DAY, RULES, chosen)[0].selected.id == "axle/Aoki"


def test_without_a_plan_the_cheapest_is_the_one_whose_whole_lot_is_cheapest():
    tools = offer("axle", "Aoki", 500, set_up_yen=5_000)
    plain = offer("axle", "Baba", 700)
    (axle, *_rest) = sourcing(BILL, (tools, plain), DAY, RULES)
    assert (axle.selected.id, axle.selected_yen) == ("axle/Baba", 14_000)


def test_a_plans_question_reads_back_from_its_file_and_has_the_same_answer():
    problem = case(hours={"aoki": 30}, able={"cover": 2}).problem
    again = problem_of(instance_of(problem), "plan.json")
    assert again == problem
    assert (again.digest(), best(again).chosen) == (problem.digest(), best(problem).chosen)


def test_a_run_goes_on_by_itself_and_a_second_one_stops_the_first():
    from threading import Event

    runs, go = Runs(), Event()
    first = runs.start("p", lambda run, _solver: go.wait(10) and run.stop.is_set())
    second = runs.start("p", lambda _run, _solver: "second")
    second.wait(10)
    assert (runs.get("p").result, first.is_over) == ("second", False)
    go.set()
    first.wait(10)
    assert first.result is True
    runs.forget("p")
    assert runs.get("p") is None
    assert second.stop.is_set()
