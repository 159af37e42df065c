import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundapp.committee.ballot import required, tally
from fundapp.committee.item import Ballot, RollEntry, Tally
from fundapp.committee.rubric import Voting


def voting(rule: str = "unanimity") -> Voting:
    return Voting(rule=rule, least_eligible=2, exception_seats=3)


def roll(*recused: bool) -> tuple[RollEntry, ...]:
    return tuple(
        RollEntry(seat_id=str(n), person=f"p{n}", mode="present", recused=out) for n, out in enumerate(recused)
    )


def votes(*given_votes: str) -> tuple[Ballot, ...]:
    return tuple(Ballot(seat_id=str(n), person=f"p{n}", vote=vote) for n, vote in enumerate(given_votes))


@pytest.mark.parametrize(
    ("rule", "eligible", "needed"),
    [
        ("unanimity", 3, 3),
        ("unanimity", 2, 2),
        ("two_thirds", 3, 2),
        ("two_thirds", 2, 2),
        ("majority", 3, 2),
        ("majority", 2, 2),
        ("unanimity", 1, 2),
    ],
)
def test_votes_needed_by_rule_and_voters(rule: str, eligible: int, needed: int) -> None:
    assert required(voting(rule), eligible) == needed


def test_one_abstention_loses_a_motion_under_unanimity() -> None:
    count = tally(voting(), roll(False, False, False), votes("for", "for", "abstain"))
    assert count == Tally(for_=2, against=0, abstain=1, recused=0, eligible=3, required=3, carried=False, missing=1)


def test_recused_member_is_in_no_denominator_and_a_vote_of_theirs_never_counts() -> None:
    count = tally(voting(), roll(False, False, True), votes("for", "for", "against"))
    assert count == Tally(for_=2, against=0, abstain=0, recused=1, eligible=2, required=2, carried=True, missing=0)


def test_one_voter_alone_carries_nothing() -> None:
    assert not tally(voting("majority"), roll(False, True, True), votes("for")).carried


def test_exception_needs_three_seats_in_agreement() -> None:
    assert not tally(voting("majority"), roll(False, False, True), votes("for", "for"), exception=True).carried
    assert tally(voting("majority"), roll(False, False, False), votes("for", "for", "for"), exception=True).carried


@given(
    st.sampled_from(["unanimity", "two_thirds", "majority"]),
    st.lists(st.tuples(st.booleans(), st.sampled_from(["for", "against", "abstain"])), min_size=1, max_size=9),
)
def test_one_more_agreement_never_loses_a_motion(rule: str, seats: list[tuple[bool, str]]) -> None:
    entries = roll(*(recused for recused, _ in seats))
    before = tally(voting(rule), entries, votes(*(vote for _, vote in seats)))
    for index in range(len(seats)):
        agreed = [vote if n != index else "for" for n, (_, vote) in enumerate(seats)]
        after = tally(voting(rule), entries, votes(*agreed))
        assert after.carried >= before.carried
    assert before.for_ + before.against + before.abstain == before.eligible
    assert before.missing == max(0, before.required - before.for_)
