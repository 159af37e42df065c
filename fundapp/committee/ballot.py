"""Counting a vote: the recused are in no denominator, an abstention is no agreement, nobody has a casting vote."""

from collections.abc import Sequence

from fundapp.committee.item import Ballot, RollEntry, Tally
from fundapp.committee.rubric import Voting


def required(voting: Voting, eligible: int, *, exception: bool = False) -> int:
    """How many votes for the motion are needed among `eligible` voters; with fewer than two it cannot be carried."""
    if exception:
        return max(eligible, voting.exception_seats)
    if eligible < voting.least_eligible:
        return voting.least_eligible
    match voting.rule:
        case "unanimity":
            return eligible
        case "two_thirds":
            return -(-2 * eligible // 3)
        case "majority":
            return eligible // 2 + 1


def eligible(roll: Sequence[RollEntry]) -> tuple[RollEntry, ...]:
    """The voters of the roll: seats that are filled and not recused."""
    return tuple(entry for entry in roll if not entry.recused and entry.mode != "absent")


def tally(voting: Voting, roll: Sequence[RollEntry], ballots: Sequence[Ballot], *, exception: bool = False) -> Tally:
    """The count of one motion. Ballots of seats that are not eligible on the roll never count."""
    voters = {entry.seat_id for entry in eligible(roll)}
    votes = {ballot.seat_id: ballot.vote for ballot in ballots if ballot.seat_id in voters}
    agreed = sum(vote == "for" for vote in votes.values())
    needed = required(voting, len(voters), exception=exception)
    return Tally(
        for_=agreed,
        against=sum(vote == "against" for vote in votes.values()),
        abstain=sum(vote == "abstain" for vote in votes.values()),
        recused=sum(entry.recused for entry in roll),
        eligible=len(voters),
        required=needed,
        carried=agreed >= needed and len(voters) >= voting.least_eligible,
        missing=max(0, needed - agreed),
    )
