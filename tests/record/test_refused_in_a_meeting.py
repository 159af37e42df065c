"""What is refused on the way of one item: the code, nothing written, and sentences in both languages."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from small_fund import ADMINISTRATOR, DAY, MEMBERS, RUBRIC, SECRETARIAT, TERMS, SmallFund, actor, both

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.item import Attendance, Seat
from fundapp.committee.proposal import Terms
from fundapp.record import commands as c
from fundapp.text.catalogue import use
from fundapp.text.refusal_text import problem_text, refusal_text

ITEM = "m1-PR-1"
TLO, CHAIR = MEMBERS["tlo"], MEMBERS["association"]


def score(*changed: tuple[int, c.Judgement | None], by: str = "tlo") -> Callable[[SmallFund], c.Command]:
    """A scorecard with some judgements replaced, or left out."""

    def made(fund: SmallFund) -> c.Command:
        cards = dict(enumerate(fund.judgements())) | dict(changed)
        return c.SubmitScorecard(item_id=ITEM, seat_id=by, judgements=tuple(filter(None, cards.values())))

    return made


def judged(criterion: str, level: int) -> c.Judgement:
    return c.Judgement(axis="axis1", criterion_id=criterion, level=level)


def declared(fund: SmallFund, kind: str = "none") -> None:
    fund.do(c.DeclareInterest(item_id=ITEM, seat_id="tlo", kind=kind), TLO)


def at_empty(_fund: SmallFund) -> None:
    """Nothing is set up."""


def at_opening(fund: SmallFund) -> None:
    fund.found()
    fund.proposal("PR-1")
    fund.meeting(1, "PR-1")


def at_scoring(fund: SmallFund) -> None:
    at_opening(fund)
    fund.do(c.FreezeFacts(item_id=ITEM), SECRETARIAT)


def at_declared(fund: SmallFund) -> None:
    at_scoring(fund)
    declared(fund)


def at_scored(fund: SmallFund) -> None:
    at_declared(fund)
    fund.do(score()(fund), TLO)


def at_recused(fund: SmallFund) -> None:
    at_scoring(fund)
    declared(fund, kind="inventor_or_patent_holder")


def at_revealed(fund: SmallFund) -> None:
    at_opening(fund)
    fund.revealed(ITEM)


def at_vote(fund: SmallFund) -> None:
    at_revealed(fund)
    terms = Terms(amount_yen=60_000_000, instrument="common_shares")
    fund.do(c.PutMotion(item_id=ITEM, resolution="approve", terms=terms), CHAIR)


def at_voted(fund: SmallFund) -> None:
    at_vote(fund)
    fund.voted(ITEM)


def at_resolved(fund: SmallFund) -> None:
    at_voted(fund)
    fund.do(c.DeclareResult(item_id=ITEM, number=1, reservation_id="r1"), CHAIR)


def again(fund: SmallFund) -> c.Command:
    proposal = fund.desk.proposals(SECRETARIAT)[0]
    return c.RegisterProposal(proposal=proposal.model_copy(update={"id": "another"}))


SEAT = Seat(id="new", name=both("new"), organisation="x", holder="y", alternates=(), rank=1)
VOTE = c.CastVote(item_id=ITEM, number=1, seat_id="tlo", vote="for")
Given = c.Command | Callable[[SmallFund], c.Command]
CASES: tuple[tuple[str, Callable[[SmallFund], None], Given, Actor], ...] = (
    (
        "fund_not_set_up",
        at_empty,
        c.OpenMeeting(meeting_id="m", number=1, held_on=DAY, place="", convener=""),
        SECRETARIAT,
    ),
    ("fund_established_already", at_opening, c.EstablishFund(terms=TERMS, on=DAY), ADMINISTRATOR),
    ("seat_rank_taken", at_opening, c.AssignSeat(seat=SEAT), ADMINISTRATOR),
    ("not_permitted", at_opening, c.AssignSeat(seat=SEAT), TLO),
    ("proposal_code_taken", at_opening, again, SECRETARIAT),
    (
        "meeting_under_way",
        at_opening,
        c.OpenMeeting(meeting_id="m2", number=2, held_on=DAY, place="", convener=""),
        SECRETARIAT,
    ),
    ("meeting_unknown", at_opening, c.CloseMeeting(meeting_id="m9"), SECRETARIAT),
    ("items_still_open", at_opening, c.CloseMeeting(meeting_id="m1"), SECRETARIAT),
    ("item_unknown", at_opening, c.FreezeFacts(item_id="m9-PR-1"), SECRETARIAT),
    ("facts_not_frozen", at_opening, score(), TLO),
    (
        "seat_unknown",
        at_opening,
        c.RecordAttendance(meeting_id="m1", attendance=Attendance(seat_id="zoo", person="y", mode="present")),
        SECRETARIAT,
    ),
    (
        "not_on_the_seat",
        at_opening,
        c.RecordAttendance(meeting_id="m1", attendance=Attendance(seat_id="tlo", person="y", mode="present")),
        SECRETARIAT,
    ),
    ("interest_not_declared", at_scoring, score(), TLO),
    ("not_your_seat", at_declared, score(), CHAIR),
    ("already_scored", at_scored, score(), TLO),
    ("facts_already_judged", at_scored, c.FreezeFacts(item_id=ITEM), SECRETARIAT),
    ("scores_still_missing", at_scored, c.RevealScores(item_id=ITEM), CHAIR),
    ("not_the_chair", at_scored, c.RevealScores(item_id=ITEM), TLO),
    ("recused_from_item", at_recused, score(), TLO),
    ("recused_from_item", at_recused, VOTE, TLO),
    ("revealed_already", at_revealed, c.RevealScores(item_id=ITEM), CHAIR),
    ("note_is_empty", at_revealed, c.NoteDiscussion(item_id=ITEM, speaker="x", gist=" "), SECRETARIAT),
    ("vote_not_open", at_revealed, VOTE, TLO),
    ("approval_names_terms", at_revealed, c.PutMotion(item_id=ITEM, resolution="approve"), CHAIR),
    ("deferral_names_reason", at_revealed, c.PutMotion(item_id=ITEM, resolution="defer"), CHAIR),
    ("scoring_is_over", at_vote, score(), TLO),
    ("vote_under_way", at_vote, c.PutMotion(item_id=ITEM, resolution="decline"), CHAIR),
    ("votes_still_missing", at_vote, c.DeclareResult(item_id=ITEM, number=1, reservation_id="r1"), CHAIR),
    ("not_your_seat", at_vote, VOTE.model_copy(update={"seat_id": "bank"}), TLO),
    ("item_resolved", at_resolved, VOTE, TLO),
    ("item_resolved", at_resolved, score(), TLO),
    ("not_permitted", at_resolved, VOTE, actor("somebody", Role.LP)),
)


@pytest.mark.parametrize(("code", "at", "given", "who"), CASES, ids=[f"{one[0]}-{one[1].__name__}" for one in CASES])
def test_it_is_refused_with_a_sentence_and_nothing_is_written(
    empty: SmallFund, code: str, at: Callable[[SmallFund], None], given: Given, who: Actor
) -> None:
    at(empty)
    refusal = empty.refused(given(empty) if callable(given) else given, who)
    assert refusal.code == code
    spoken = []
    for language in ("ja", "en"):
        use(language)
        spoken.append(refusal_text(refusal))
        assert all((spoken[-1].what, spoken[-1].safe, spoken[-1].next_))
        assert "{" not in spoken[-1].what + spoken[-1].next_
    assert spoken[0] != spoken[1]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ((0, judged("B1", 6)), "level_off_the_scale"),
        ((0, judged("B1", 0)), "level_off_the_scale"),
        ((0, judged("B1", -1)), "level_off_the_scale"),
        ((0, judged("Z9", 3)), "criterion_not_asked"),
        ((0, None), "criterion_missing"),
        ((1, judged("B1", 3)), "criterion_twice"),
    ],
)
def test_a_scorecard_of_another_rubric_or_off_the_scale_names_every_fault(
    empty: SmallFund, changed: tuple[int, c.Judgement | None], problem: str
) -> None:
    at_declared(empty)
    refusal = empty.refused(score(changed)(empty), TLO)
    assert refusal.code == "scorecard_incomplete"
    assert problem in {one.code for one in refusal.problems}
    for language in ("ja", "en"):
        use(language)
        assert all(map(problem_text, refusal.problems))
    assert empty.desk.book(TLO).items[ITEM].scorecards == ()


def test_an_approval_above_the_balance_is_refused_with_what_is_missing(empty: SmallFund) -> None:
    at_revealed(empty)
    left_yen = empty.desk.book(SECRETARIAT).balances
    terms = Terms(amount_yen=450_000_000, instrument="common_shares")
    refusal = empty.refused(c.PutMotion(item_id=ITEM, resolution="approve", terms=terms), CHAIR)
    use("en")
    assert "¥" in refusal_text(refusal).what
    assert empty.desk.book(SECRETARIAT).balances == left_yen


def test_a_rubric_with_a_fault_is_refused_and_the_one_in_force_stays(empty: SmallFund) -> None:
    empty.found()
    in_force = empty.desk.book(SECRETARIAT).rubric_digest
    decision = RUBRIC.decision.model_copy(update={"resolutions": ()})
    faulty = RUBRIC.model_copy(update={"decision": decision})
    refusal = empty.refused(c.AdoptRubric(rubric=faulty, in_force_from=DAY), ADMINISTRATOR)
    assert isinstance(refusal, Refusal)
    assert empty.desk.book(SECRETARIAT).rubric_digest == in_force
    assert replace(empty.desk.book(SECRETARIAT)).rubric == RUBRIC
