"""Offers that hold no more are told on the first page, and to nobody who may not see them."""

from datetime import timedelta

import pytest

from fundapp.committee.proposal import ConditionPrecedent
from fundapp.network.bill import Bill
from fundapp.network.offer import Offer
from fundapp.record import commands as c
from fundapp.ui.home.offer_tasks import offer_tasks
from tests.pages.small_fund import ACTORS, TODAY, SmallFund, lines, open_as, small_fund, texts


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


def of(fund: SmallFund, person: str = "secretariat") -> list[tuple[str, dict[str, str | int]]]:
    actor = ACTORS[person]
    found = offer_tasks(fund.desk.book(actor), fund.desk.offers_lost(actor))
    assert {(one.page, one.proposal) for one in found} <= {("network/sourcing", "PR-01"), ("network/sourcing", "PR-04")}
    return [(one.kind, dict(one.details)) for one in found]


def quote(number: int, proposal: str = "proposal-1", **given: object) -> Offer:
    """A newer quote of provider 1 for one line."""
    usual = {
        "id": f"newer-{proposal}-{number}",
        "proposal_id": proposal,
        "bill_revision": "A",
        "line_id": f"L{number}",
        "provider": "提供者1",
        "person": "田中",
        "rung": 4,
        "dated": TODAY - timedelta(days=1),
        "expires": TODAY + timedelta(days=20),
        "lot": 20,
        "nda_signed": True,
    }
    return Offer.model_validate(usual | given)


def test_an_offer_that_runs_out_is_told_the_day_after_its_last(fund):
    fund.does("secretariat", c.RecordOffers(offers=(quote(9), quote(10))))
    assert of(fund) == []
    last = TODAY + timedelta(days=20)
    fund.moves_to(last)
    assert of(fund) == []
    fund.moves_to(last + timedelta(days=1))
    told = {"code": "PR-01", "n": 2, "since_on": last.isoformat()}
    assert of(fund) == of(fund, "manager") == [("offers_expired", told)]
    fund.does("secretariat", c.RecordOffers(offers=(quote(9, id="again", dated=last, expires=None),)))
    assert of(fund) == [("offers_expired", told | {"n": 1})]


def test_a_withdrawal_and_a_new_revision_are_told_at_once(fund):
    withdrawn = f"offer-{TODAY - timedelta(days=5)}-1-1"
    fund.does("secretariat", c.WithdrawOffer(offer_id=withdrawn, on=TODAY))
    told = {"code": "PR-01", "n": 1, "since_on": TODAY.isoformat()}
    assert of(fund) == [("offers_withdrawn", told)]
    fund.does(
        "secretariat",
        c.RecordBill(bill=Bill(proposal_id="proposal-1", revision="B", lot=20, plan_days=84, lines=lines())),
    )
    assert of(fund) == [("bill_revised", {"code": "PR-01", "n": 15, "revision": "B"})]


def test_only_those_who_look_after_the_sourcing_are_told(fund):
    fund.does("secretariat", c.RecordOffers(offers=(quote(9, expires=TODAY - timedelta(days=1)),)))
    assert {person: len(of(fund, person)) for person in ACTORS if of(fund, person)} == {"secretariat": 1, "manager": 1}


@pytest.mark.parametrize(("row", "kinds"), [("L9", ["condition_lost", "offers_expired"]), ("L1", ["offers_expired"])])
def test_an_open_condition_that_rests_on_it_comes_first(fund, row, kinds):
    bill = Bill(proposal_id="proposal-2", revision="A", lot=20, plan_days=84, lines=lines())
    ended = quote(9, "proposal-2", rung=3, expires=TODAY - timedelta(days=1))
    fund.does("secretariat", c.RecordBill(bill=bill))
    fund.does("secretariat", c.RecordOffers(offers=(ended,)))
    actor = ACTORS["secretariat"]
    book = fund.desk.book(actor)
    item = next(one for one in book.items.values() if one.proposal_code == "PR-02")
    assert item.resolved is not None
    condition = ConditionPrecedent(row=row, text="A quote in writing", owner="secretariat", due=TODAY)
    resolved = item.resolved.model_copy(update={"conditions": (condition,)})
    book.items[item.id] = item.model_copy(update={"resolved": resolved})
    assert [one.kind for one in offer_tasks(book, fund.desk.offers_lost(actor))] == kinds


def test_a_declined_proposal_is_left_alone(fund):
    fund.does("secretariat", c.RecordOffers(offers=(quote(9, expires=TODAY - timedelta(days=1)),)))
    actor = ACTORS["secretariat"]
    book, lost = fund.desk.book(actor), fund.desk.offers_lost(actor)
    del book.items["item-14-PR-01"]
    assert offer_tasks(book, lost) == ()


def test_two_proposals_with_the_same_news_stand_side_by_side(fund, monkeypatch):
    bill = Bill(proposal_id="proposal-4", revision="A", lot=20, plan_days=84, lines=lines())
    fund.does("secretariat", c.RecordBill(bill=bill))
    ended = TODAY - timedelta(days=1)
    fund.does("secretariat", c.RecordOffers(offers=(quote(9, expires=ended),)))
    fund.does("secretariat", c.RecordOffers(offers=(quote(9, "proposal-4", expires=ended),)))
    screen = open_as(fund, "secretariat", "today/home", monkeypatch)
    assert not screen.exception
    told = texts(screen)
    assert "PR-01: offers have run out since 14 October 2026: 1" in told
    assert "PR-04: offers have run out since 14 October 2026: 1" in told
