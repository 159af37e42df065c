"""How each offer counts, in agreement with the sources that the facts rest on."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.offer import Offer
from fundapp.network.offer_standing import AS_HANDS, SOURCE, offer_standings
from fundapp.network.sourcing import SourcingRules, provider_key, sourcing

DAY = date(2026, 10, 15)
RULES = SourcingRules(
    uncovered_cost_factor=Fraction(13, 10),
    imputed_lateness_factor=Fraction(11, 10),
    imputed_lead_time_days=tuple((kind, 60) for kind in LineKind),
)
BILL = Bill(
    proposal_id="p",
    revision="R2",
    lot=20,
    plan_days=84,
    lines=(
        Line(id="bought", row=2, description="bearing", quantity=Fraction(2), kind=LineKind.BOUGHT_OUT),
        Line(id="drawn", row=3, description="shaft", quantity=Fraction(1), kind=LineKind.MADE_TO_DRAWING),
        Line(id="inside", row=4, description="frame", quantity=Fraction(1), kind=LineKind.BOUGHT_OUT, external=False),
    ),
)


def offer(offer_id: str = "o", **given: object) -> Offer:
    usual = {
        "proposal_id": "p",
        "bill_revision": "R2",
        "line_id": "bought",
        "provider": "Ryohoku Seiki",
        "person": "Sato",
        "rung": 4,
        "dated": DAY - timedelta(days=10),
        "lot": 20,
        "unit_price_yen": 900,
    }
    return Offer(id=offer_id, **{**usual, **given})


@pytest.mark.parametrize(
    ("given", "standing"),
    [
        ({}, "source"),
        ({"rung": 3, "lot": None, "unit_price_yen": None}, "hand"),
        ({"lot": None}, "no_lot"),
        ({"line_id": "drawn"}, "no_nda"),
        ({"line_id": "drawn", "nda_signed": True}, "source"),
        ({"withdrawn_on": DAY}, "withdrawn"),
        ({"withdrawn_on": DAY + timedelta(days=1)}, "source"),
        ({"expires": DAY - timedelta(days=1)}, "expired"),
        ({"expires": DAY}, "source"),
        ({"lot": 19}, "lot_too_small"),
        ({"rung": 2}, "low_rung"),
        ({"dated": DAY + timedelta(days=1)}, "not_yet"),
        ({"bill_revision": "R1"}, "other_revision"),
        ({"line_id": "inside"}, "line_gone"),
    ],
)
def test_an_offer_says_how_it_counts(given, standing):
    assert offer_standings(BILL, (offer(**given),), DAY) == {"o": standing}


def test_a_newer_offer_of_the_same_company_replaces_the_older_one():
    older, newer = offer("old"), offer("new", dated=DAY, provider="Ryohoku  Seiki")
    assert offer_standings(BILL, (older, newer), DAY) == {"old": "replaced", "new": "source"}


offers = st.lists(
    st.builds(
        offer,
        st.uuids().map(str),
        line_id=st.sampled_from(["bought", "drawn", "inside", "gone"]),
        provider=st.sampled_from(["A", "B", ""]),
        rung=st.integers(0, 5),
        dated=st.integers(-3, 3).map(lambda days: DAY + timedelta(days=days)),
        expires=st.sampled_from([None, DAY - timedelta(days=1), DAY]),
        withdrawn_on=st.sampled_from([None, DAY, DAY + timedelta(days=1)]),
        lot=st.sampled_from([None, 19, 20]),
        nda_signed=st.booleans(),
        bill_revision=st.sampled_from(["R1", "R2"]),
    ),
    max_size=12,
)


@given(offers)
def test_the_offers_that_count_are_the_sources_and_hands_of_the_facts(made):
    standings = offer_standings(BILL, made, DAY)
    for line in sourcing(BILL, made, DAY, RULES):
        on_line = [one for one in made if one.line_id == line.line.id]
        sources = {provider_key(one.provider) for one in on_line if standings[one.id] == SOURCE}
        hands = {provider_key(one.provider) for one in on_line if standings[one.id] in AS_HANDS}
        assert (sources, hands - sources) == (line.sources, line.hands)
