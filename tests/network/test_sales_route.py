"""A sales route's two steps: the coordinator's own network first, then a rep for what it does not reach."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundapp.network.need import Introduction, SalesRoute

DAY = date(2026, 11, 2)
BUYER = Introduction(buyer="mountain huts", introduced_on=DAY, result="took one on trial")
ASKED = {"coordinator": "desk", "plan_read_on": DAY}


def route(**told: object) -> SalesRoute:
    return SalesRoute.model_validate({"id": "r", "proposal_id": "p", "name": "dealers", **told})


@pytest.mark.parametrize(
    ("told", "own", "rep"),
    [
        ({}, "open", "waits"),
        ({"coordinator": "desk", "not_reached": "abroad"}, "open", "waits"),
        ({"plan_read_on": DAY, "introductions": (BUYER,)}, "open", "waits"),
        (ASKED, "open", "waits"),
        ({**ASKED, "introductions": (BUYER,)}, "all", "not_needed"),
        ({**ASKED, "introductions": (BUYER,), "not_reached": "abroad"}, "part", "to_hand"),
        ({**ASKED, "not_reached": "abroad"}, "none", "to_hand"),
        ({**ASKED, "not_reached": "abroad", "rep": "Ito"}, "none", "handed"),
        ({"rep": "Ito"}, "open", "handed"),
    ],
)
def test_the_second_step_follows_from_the_first(told: dict[str, object], own: str, rep: str) -> None:
    assert (route(**told).own_network(), route(**told).rep_step()) == (own, rep)


TERMS = {name: st.sampled_from(["", "x"]) for name in ("commission_type", "rate", "collection", "region", "rep")}
STEP_ONE = {
    "coordinator": st.sampled_from(["", "desk"]),
    "plan_read_on": st.sampled_from([None, DAY]),
    "introductions": st.sampled_from([(), (BUYER,)]),
    "not_reached": st.sampled_from(["", "abroad"]),
}


@given(st.fixed_dictionaries(TERMS | STEP_ONE))
def test_terms_are_agreed_without_a_rep_only_where_the_own_network_reaches_all(told: dict[str, object]) -> None:
    made = route(**told)
    others = all(told[name] for name in ("commission_type", "rate", "collection", "region"))
    assert made.agreed() is (others and (bool(told["rep"]) or made.own_network() == "all"))


def test_a_route_written_before_the_steps_is_read_with_its_first_step_open() -> None:
    old = {"id": "r", "proposal_id": "p", "name": "dealers", "overseas": False, "rep": "Ito"}
    assert (SalesRoute.model_validate(old).own_network(), SalesRoute.model_validate(old).rep) == ("open", "Ito")
