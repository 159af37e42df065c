"""Where a proposal stands: nothing of the scores before the reveal, the committee's place after it."""

from fractions import Fraction

import pytest

from fundapp.record import commands as c
from fundapp.ui.proposal.place import Place, State, known_gates, last_frozen, place_of, state_of
from tests.pages import small_fund as sample
from tests.pages.small_fund import ACTORS, EARLIER, SmallFund, small_fund

ITEM = "item-14-PR-01"


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


def place(fund: SmallFund, number: int, person: str = "a") -> Place:
    book, id_ = fund.desk.book(ACTORS[person]), f"proposal-{number}"
    return place_of(book, last_frozen(book, id_), fund.desk.support_facts(ACTORS[person], id_))


def test_before_the_reveal_only_the_computed_axis_is_there(fund):
    computed = Place(axis2=Fraction(3), judged=False)
    assert place(fund, 1) == computed
    for person in "abc":
        fund.does(person, c.DeclareInterest(item_id=ITEM, seat_id=f"seat-{person}", kind="none"))
        fund.does(person, sample.scorecard(fund, ITEM, person, 4))
    # One's own score is in the Book that one sees; it must not show as the committee's either.
    assert [place(fund, 1, person) for person in ("a", "b", "manager", "auditor")] == [computed] * 4


def test_after_the_reveal_the_committee_s_place_and_its_shut_gates(fund):
    for person in "abc":
        fund.does(person, c.DeclareInterest(item_id=ITEM, seat_id=f"seat-{person}", kind="none"))
        fund.does(person, sample.scorecard(fund, ITEM, person, 4))
    fund.does("a", c.RevealScores(item_id=ITEM))
    assert place(fund, 1) == Place(axis1=Fraction(4), axis2=Fraction(3), judged=True, quadrant="Q2", shut=("G3", "G4"))


def test_a_company_that_needs_no_support_has_no_second_axis(fund):
    assert place(fund, 2) == Place(axis1=Fraction(4), judged=True, needs_support=False)


def test_without_an_item_today_s_facts_are_computed(fund):
    assert place(fund, 3) == Place(axis2=Fraction(1), judged=False)


def test_states(fund):
    book = fund.desk.book(ACTORS["a"])
    assert [state_of(book, f"proposal-{n}") for n in (1, 2, 3, 4)] == [
        State(kind="judging", meeting=14),
        State(kind="resolved", meeting=13, on=EARLIER, resolution="approve"),
        State(kind="registered"),
        State(kind="agenda", meeting=14),
    ]


def test_gates_that_need_no_score(fund):
    actor = ACTORS["manager"]
    proposal = fund.desk.proposal(actor, "proposal-3")
    support = fund.desk.support_facts(actor, "proposal-3")
    assert proposal is not None
    assert support is not None
    gates = known_gates(fund.desk.book(actor), proposal, support)
    assert [(gate.id, gate.outcome) for gate in gates] == [("G0", "fail"), ("G4", "fail"), ("G5", "pass")]
