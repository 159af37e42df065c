"""The words that an event carries by digest, and whose they are: to erase a person's, and to find a missing one."""

from fundapp.basis.fact import Fact, Text
from fundapp.record import events as e

NAME = ""
"""The author of a sealed name: nobody wrote it, it is the name itself."""


class WordsIn(Fact):
    """The digest of one text and the person who wrote or spoke it; `NAME` when it is a person's name."""

    author: Text
    digest: Text


def words_in(one: e.Recorded) -> tuple[WordsIn, ...]:
    """All digests of words in one event; empty words have none."""
    return tuple(WordsIn(author=author, digest=digest) for author, digest in _found(one) if digest)


def _found(one: e.Recorded) -> tuple[tuple[str, str], ...]:
    match one.event:
        case e.FactsFrozen(support=support):
            return tuple((NAME, need.person) for need in support.needs)
        case e.InterestDeclared(interest=interest):
            return ((interest.person, interest.remark),)
        case e.RecusalObjected(person=person, reason=reason):
            return ((person, reason),)
        case e.ScorecardSubmitted(card=card):
            return tuple((card.person, given.reason) for given in card.levels)
        case e.DiscussionNoted(note=note):
            return ((note.speaker, note.gist),)
        case e.CorrectionProposed(person=person, passage=passage, wanted=wanted):
            return ((person, passage), (person, wanted))
        case e.CorrectionAnswered(answer=answer):
            return ((one.actor, answer),)
        case e.SignatoryExcused(reason=reason) | e.MinutesReopened(reason=reason):
            return ((one.actor, reason),)
        case e.CirculationOpened(urgent_because=words):
            return ((one.actor, words),)
        case e.CirculationEnded(ended=ended):
            return ((ended.person, ended.reason),)
        case e.RubricAdopted(reason=reason):
            return ((one.actor, reason),)
        case e.BallotCast(ballot=ballot):
            return ((ballot.person, ballot.reason),)
        case e.TrancheReleaseApproved(person=person, evidence=evidence):
            return ((person, evidence),)
        case e.ConditionMet(evidence=words) | e.SupportGiven(evidence=words) | e.InvestmentExited(remark=words):
            return ((one.actor, words),)
        case e.ValuationProposed(person=person, reasoning=reasoning):
            return ((person, reasoning),)
        case (
            e.ReservationReleased(reason=reason)
            | e.TrancheFrozen(reason=reason)
            | e.TrancheResumed(reason=reason)
            | e.TrancheCancelled(reason=reason)
            | e.EntryReversed(reason=reason)
            | e.FeeRefunded(reason=reason)
            | e.CallFellShort(reason=reason)
            | e.CapitalRefunded(reason=reason)
            | e.InvestmentWrittenOff(reason=reason)
            | e.TrancheRefunded(reason=reason)
        ):
            return ((one.actor, reason),)
        case _:
            return ()
