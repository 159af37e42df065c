"""What a proposal has lost of its offers: told while it is missed, and no longer."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.offer import Offer
from fundapp.network.offers_lost import NEWS, OffersLost, offers_lost

DAY = date(2026, 10, 15)
YESTERDAY, LONG_AGO = DAY - timedelta(days=1), DAY - timedelta(days=60)
BILL = Bill(
    proposal_id="p",
    revision="B",
    lot=20,
    plan_days=84,
    lines=tuple(
        Line(id=one, row=row, description=one, quantity=Fraction(1), kind=LineKind.BOUGHT_OUT)
        for row, one in enumerate(("shaft", "bearing"), start=2)
    ),
)


def offer(offer_id: str, **given: object) -> Offer:
    usual = {
        "proposal_id": "p",
        "bill_revision": "B",
        "line_id": "shaft",
        "provider": "Ryohoku Seiki",
        "person": "Sato",
        "rung": 4,
        "dated": DAY - timedelta(days=90),
        "lot": 20,
        "unit_price_yen": 900,
    }
    return Offer(id=offer_id, **{**usual, **given})


def lost(*offers: Offer, chosen: tuple[str, ...] = ()) -> OffersLost:
    return offers_lost(BILL, offers, DAY, chosen)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, OffersLost(revision="B")),
        ({"expires": DAY}, OffersLost(revision="B")),
        (
            {"expires": YESTERDAY},
            OffersLost(revision="B", expired=1, expired_since=YESTERDAY, line_ids=("shaft",)),
        ),
        (
            {"withdrawn_on": LONG_AGO},
            OffersLost(revision="B", withdrawn=1, withdrawn_since=LONG_AGO, line_ids=("shaft",)),
        ),
        ({"expires": YESTERDAY, "rung": 2}, OffersLost(revision="B")),
        (
            {"expires": YESTERDAY, "rung": 3},
            OffersLost(revision="B", expired=1, expired_since=YESTERDAY, line_ids=("shaft",)),
        ),
        ({"bill_revision": "A"}, OffersLost(revision="B", outdated=1)),
        ({"bill_revision": "A", "expires": YESTERDAY}, OffersLost(revision="B")),
        ({"bill_revision": "A", "withdrawn_on": YESTERDAY}, OffersLost(revision="B")),
    ],
)
def test_one_offer(given, told):
    assert lost(offer("a", **given)) == told
    assert told.anything() == bool(told.expired or told.withdrawn or told.outdated)


def test_another_source_quietens_an_old_end_but_not_the_news_of_one():
    other = offer("b", provider="Hachiryo")
    assert not lost(offer("a", expires=LONG_AGO), other).anything()
    assert lost(offer("a", expires=DAY - NEWS), other).expired == 1
    assert not lost(offer("a", expires=DAY - NEWS - timedelta(days=1)), other).anything()


def test_a_plan_that_rests_on_it_keeps_telling():
    ended, other = offer("a", expires=LONG_AGO), offer("b", provider="Hachiryo")
    assert lost(ended, other, chosen=("a",)).line_ids == ("shaft",)
    assert not lost(ended, other, chosen=("b",)).anything()


def test_a_hand_does_not_make_up_for_a_written_offer_nor_a_hand_for_nothing():
    hand = offer("b", provider="Hachiryo", rung=3)
    assert lost(offer("a", expires=LONG_AGO), hand).expired == 1
    assert not lost(offer("a", rung=3, expires=LONG_AGO), hand).anything()


def test_the_same_provider_anew_ends_it_at_once():
    renewed = offer("b", dated=YESTERDAY)
    assert not lost(offer("a", expires=YESTERDAY), renewed).anything()
    assert not lost(offer("a", withdrawn_on=YESTERDAY), renewed).anything()


def test_two_prices_of_one_provider_for_one_line_end_as_one_offer():
    assert lost(offer("a", expires=YESTERDAY), offer("b", lot=50, expires=YESTERDAY)).expired == 1
    both = lost(offer("a", expires=YESTERDAY), offer("b", line_id="bearing", expires=LONG_AGO))
    assert (both.expired, both.expired_since, both.line_ids) == (2, LONG_AGO, ("shaft", "bearing"))


def test_offers_for_an_earlier_revision_are_told_until_every_line_is_covered_or_they_have_spoken():
    old = offer("a", bill_revision="A"), offer("b", bill_revision="A", line_id="bearing", provider="Hachiryo")
    assert lost(*old).outdated == 2
    assert lost(*old, offer("c")).outdated == 1
    assert lost(*old, offer("c"), offer("d", line_id="bearing")).outdated == 0
