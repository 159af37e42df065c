"""What would make it pass: the found set passes, and no smaller set of the same steps does, tried one by one."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fundapp.basis.fact import Bilingual
from fundapp.committee.proposal import Company, Intake, Proposal
from fundapp.committee.rubric import Rubric
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.need import Coordinator, MenuItem, SalesRoute, SupportNeed
from fundapp.network.offer import Offer
from fundapp.network.register import SupportRegister
from fundapp.places import rubrics_folder
from fundapp.record import crossing as room
from fundapp.record.crossing import Crossing, Step, crossing
from fundapp.store.rubric_files import load_rubric

DAY = date(2026, 5, 1)
PROPOSAL = Proposal(
    id="p",
    code="PR-1",
    name=Bilingual(ja="風車", en="Turbine"),
    company=Company(id="c", name=Bilingual(ja="工房", en="Works")),
    ask_yen=1_000_000,
    instrument="common_shares",
    sector="energy",
    stage="early",
    intake=Intake(
        proposal_received=True,
        plan_received=True,
        bill_revision="R1",
        anti_social_forces_checked_on=DAY,
        interests_asked_on=DAY,
    ),
)


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    found = load_rubric(rubrics_folder())
    assert isinstance(found, Rubric)
    return found


def register(covered: list[int], hands: list[int], rungs: list[int], *, agreed: bool, load: int) -> SupportRegister:
    """Three lines, the first critical; an offer or a hand on some; needs on these rungs; a route; a coordinator."""
    lines = tuple(
        Line(
            id=f"L{n}",
            row=n + 2,
            quantity=Fraction(1),
            kind=LineKind.BOUGHT_OUT,
            critical=n == 0,
            target_unit_cost_yen=1000 * (n + 1),
        )
        for n in range(3)
    )
    offers = tuple(
        Offer(
            id=f"{rung}-{n}",
            proposal_id="p",
            bill_revision="R1",
            line_id=f"L{n}",
            provider=f"maker {n}",
            person="one",
            rung=rung,
            dated=DAY - timedelta(days=5),
            unit_price_yen=1000 * (n + 1),
            lot=10,
            lead_time_days=30,
        )
        for rung, places in ((4, covered), (3, hands))
        for n in sorted(set(places))
    )
    needs = tuple(
        SupportNeed(id=f"N{n}", proposal_id="p", name="need", critical=n == 0, item=MenuItem(kind="M01", rung=rung))
        for n, rung in enumerate(rungs)
    )
    terms = dict.fromkeys(("commission_type", "rate", "collection", "region", "rep"), "x" if agreed else "")
    return SupportRegister(
        proposal_id="p",
        bill=Bill(proposal_id="p", revision="R1", lot=10, plan_days=84, lines=lines),
        offers=offers,
        needs=needs,
        needs_support=True,
        routes=(SalesRoute(id="route", proposal_id="p", name="east", **terms),),
        coordinators=(Coordinator(id="one", name="one", hours_promised=load, hours_available=10),),
        countermeasures=(),
        cases=(),
    )


REGISTERS = st.builds(
    register,
    covered=st.lists(st.integers(0, 2), max_size=3),
    hands=st.lists(st.integers(0, 2), max_size=2),
    rungs=st.lists(st.integers(0, 4), min_size=1, max_size=2),
    agreed=st.booleans(),
    load=st.sampled_from([5, 9, 20]),
)


@settings(deadline=None, max_examples=4)
@given(given_register=REGISTERS)
def test_the_set_passes_and_no_smaller_one_does(rubric: Rubric, given_register: SupportRegister) -> None:
    found = crossing(rubric, PROPOSAL, given_register, DAY)
    rows = room._rows(rubric, given_register, DAY)
    candidates = [one for row in rows for one in row]
    search = room._Search(rubric, given_register, DAY, rows)
    assert found.passes is search.with_steps(candidates)
    if found.passes:
        chosen = [next(one for one in candidates if one.step == step) for step in found.steps]
        assert search.with_steps(chosen)
        smaller = combinations(candidates, len(chosen) - 1) if chosen else ()
        assert found.proved
        assert not any(search.with_steps(some) for some in smaller)


def test_a_raised_hand_is_asked_in_writing_and_an_open_line_for_an_offer(rubric: Rubric) -> None:
    found = crossing(rubric, PROPOSAL, register([1, 2], [0], [0, 0], agreed=True, load=5), DAY)
    assert found.passes
    assert Step(kind="hand_in_writing", row="L0", provider="maker 0") in found.steps
    assert not any(step.kind == "offer" for step in found.steps)


def test_papers_that_are_missing_at_intake_are_named_besides(rubric: Rubric) -> None:
    bare = PROPOSAL.model_copy(update={"intake": Intake(proposal_received=True, bill_revision="R1")})
    found = crossing(rubric, bare, register([0, 1, 2], [], [4, 4], agreed=True, load=5), DAY)
    assert [step.row for step in found.steps if step.kind == "intake"] == [
        "plan_received",
        "anti_social_forces_checked",
        "interests_asked",
    ]


def test_nothing_is_asked_of_what_passes(rubric: Rubric) -> None:
    whole = register([0, 1, 2], [], [], agreed=True, load=5)
    item = MenuItem(
        kind="M01", provider="maker", person="one", deliverable="jig", due=DAY, cost_bearer="company", rung=4
    )
    needs = (SupportNeed(id="N", proposal_id="p", name="need", item=item),)
    found = crossing(rubric, PROPOSAL, whole.model_copy(update={"needs": needs}), DAY)
    assert found == Crossing(steps=(), passes=True, proved=True, trials=1)
