"""What each viewer sees (tables.md), and that nothing hidden can be told from what is shown."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fundapp.committee.item import LevelGiven, Scorecard
from fundapp.record import commands as c
from fundapp.record.book import Book
from fundapp.record.sight import may_see_papers, sight
from fundapp.store.events import caught_up


def whole(fund) -> Book:
    with fund.desk.database.read() as connection:
        return caught_up(connection, "main", Book())


def waiting(fund, item: str) -> None:
    """Two of three have scored."""
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.scored(item, "association", "tlo")


@pytest.mark.parametrize("viewer", ["association", "tlo", "bank", "manager", "secretariat", "auditor"])
def test_before_the_reveal_everyone_sees_who_has_scored_and_the_own_card_alone(fund, item, viewer: str) -> None:
    waiting(fund, item)
    who = getattr(fund, viewer)
    seen = fund.desk.book(who).items[item]
    assert seen.scored == ("association", "tlo")
    assert {card.person for card in seen.scorecards} <= {who.person}
    assert seen.frozen is not None


@pytest.mark.parametrize("viewer", ["association", "bank", "manager", "secretariat", "auditor"])
def test_after_the_reveal_committee_and_office_see_all_cards(fund, item, viewer: str) -> None:
    fund.revealed(item)
    assert len(fund.desk.book(getattr(fund, viewer)).items[item].scorecards) == 3


@pytest.mark.parametrize("viewer", ["lp", "administrator"])
def test_lp_and_administrator_see_no_item_at_any_time(fund, item, viewer: str) -> None:
    fund.revealed(item)
    fund.approve(item)
    book = fund.desk.book(getattr(fund, viewer))
    seen = book.items[item]
    assert (seen.hidden, seen.proposal_code, seen.frozen, seen.scorecards, seen.resolved) == (True, "", None, (), None)
    assert book.meetings["m1"].agenda[0].proposal_code == ""
    assert fund.desk.proposals(getattr(fund, viewer)) == ()


def test_recused_member_sees_the_number_alone_and_later_the_resolution(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="inventor_or_patent_holder"), fund.tlo)
    seen = fund.desk.book(fund.tlo).items[item]
    assert (seen.number, seen.hidden, seen.proposal_code, seen.frozen) == (1, True, "", None)
    assert fund.desk.proposal(fund.tlo, "id-PR-1") is None
    assert fund.desk.support(fund.tlo, "id-PR-1") is None
    assert not may_see_papers(whole(fund), fund.tlo, "id-PR-1")
    fund.scored(item, "association", "bank")
    fund.do(c.RevealScores(item_id=item), fund.association)
    fund.do(c.PutMotion(item_id=item, resolution="decline"), fund.association)
    for seat, who in (("association", fund.association), ("bank", fund.bank)):
        fund.do(c.CastVote(item_id=item, number=1, seat_id=seat, vote="for"), who)
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)
    after = fund.desk.book(fund.tlo).items[item]
    assert (after.resolved.resolution, after.frozen, after.motions) == ("decline", None, ())


CARD = st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=7, max_size=7)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(levels=CARD, viewer=st.sampled_from(["bank", "manager", "secretariat", "auditor", "lp", "administrator"]))
def test_nothing_of_a_hidden_score_can_be_told_from_the_seen_book(fund, levels, viewer: str) -> None:
    """Blindness: two records that differ in unrevealed scores alone look the same to everyone but their owner."""
    if "id-PR-1" not in {one.id for one in fund.desk.proposals(fund.secretariat)}:
        fund.proposal("PR-1")
        fund.meeting(1, "PR-1")
        waiting(fund, "m1-PR-1")
    book = whole(fund)
    item = book.items["m1-PR-1"]
    other_cards = tuple(
        Scorecard(
            seat_id=card.seat_id,
            person=card.person,
            round=1,
            rubric_digest=card.rubric_digest,
            levels=tuple(
                LevelGiven(axis=given.axis, criterion_id=given.criterion_id, level=level)
                for given, level in zip(card.levels, levels, strict=True)
            ),
        )
        for card in item.scorecards
    )
    other = replace(book, items={**book.items, item.id: item.model_copy(update={"scorecards": other_cards})})
    who = getattr(fund, viewer)
    assert sight(other, who) == sight(book, who)


def test_recused_member_keeps_the_own_recusal_and_sees_nobody_elses(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="inventor_or_patent_holder"), fund.tlo)
    fund.do(c.RecuseByRule(item_id=item, seat_id="bank", kind="kin"), fund.secretariat)
    assert [one.person for one in fund.desk.book(fund.tlo).items[item].recusals] == [fund.tlo.person]
