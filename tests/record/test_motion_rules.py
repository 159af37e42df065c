"""What a motion needs: the floor alert, conditions whole, exceptions in writing."""

from datetime import timedelta

import pytest

from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.proposal import ConditionPrecedent, Terms
from fundapp.record import commands as c

TERMS = Terms(amount_yen=60_000_000, instrument="common_shares")
FLOOR_CRITERION = "B4"


def scored_with_one_low_mark(fund, item: str) -> None:
    """The bank gives 1 on a criterion whose floor is 2; the median stays at 4."""
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.scored(item, "association", "tlo")
    fund.do(c.DeclareInterest(item_id=item, seat_id="bank", kind="none"), fund.bank)
    low = tuple(
        one.model_copy(update={"level": 1}) if one.criterion_id == FLOOR_CRITERION else one for one in fund.judgements()
    )
    fund.do(c.SubmitScorecard(item_id=item, seat_id="bank", judgements=low), fund.bank)
    fund.do(c.RevealScores(item_id=item), fund.association)


def note(fund, item: str, **more: str) -> c.NoteDiscussion:
    return c.NoteDiscussion(item_id=item, speaker=fund.bank.person, gist="who leads production?", **more)


def test_one_mark_below_a_floor_forces_a_discussion_before_any_motion(fund, item) -> None:
    scored_with_one_low_mark(fund, item)
    for motion in (
        c.PutMotion(item_id=item, resolution="approve", terms=TERMS),
        c.PutMotion(item_id=item, resolution="decline"),
    ):
        refused = fund.refused(motion, fund.association)
        low = Problem.of("mark_below_floor", FLOOR_CRITERION, level=1, floor=2)
        assert refused == Refusal.of("floor_mark_not_discussed", low, number=1)
    fund.do(note(fund, item, about=FLOOR_CRITERION, saying="question"), fund.secretariat)
    fund.do(c.PutMotion(item_id=item, resolution="approve", terms=TERMS), fund.association)


def test_second_score_does_not_make_the_low_mark_undiscussed(fund, item) -> None:
    scored_with_one_low_mark(fund, item)
    raised = tuple(one.model_copy(update={"reason": "a lead is named"}) for one in fund.judgements())
    fund.do(c.SubmitScorecard(item_id=item, seat_id="bank", judgements=raised), fund.bank)
    assert fund.refused(c.PutMotion(item_id=item, resolution="decline"), fund.association).code == (
        "floor_mark_not_discussed"
    )


def test_note_names_a_criterion_of_the_rubric_or_none(fund, item) -> None:
    fund.revealed(item)
    assert fund.refused(note(fund, item, about="Z9"), fund.secretariat).code == "note_about_nothing"
    fund.do(note(fund, item, about="B1", saying="question"), fund.secretariat)
    kept = fund.desk.book(fund.bank).items[item].notes[0]
    assert (kept.saying, kept.about) == ("question", "B1")


@pytest.mark.parametrize(
    ("change", "code", "problem"),
    [
        ({"owner": "  "}, "conditions_unfinished", Problem.of("condition_unfinished", text="tower")),
        ({"text": ""}, "conditions_unfinished", Problem.of("condition_unfinished", text="")),
        (
            {"due": timedelta(days=-1)},
            "conditions_due_passed",
            Problem.of("condition_due_passed", text="tower", due_by="2026-03-31"),
        ),
    ],
)
def test_condition_has_a_text_an_owner_and_a_day_that_is_still_to_come(
    fund, item, change: dict, code: str, problem: Problem
) -> None:
    fund.revealed(item)
    today = fund.clock.now.date()
    whole = ConditionPrecedent(text="tower", owner="maker", due=today)
    broken = whole.model_copy(update={key: today + v if key == "due" else v for key, v in change.items()})
    motion = c.PutMotion(item_id=item, resolution="approve_with_conditions", terms=TERMS, conditions=(broken,))
    assert fund.refused(motion, fund.association) == Refusal.of(code, problem, count=1)
    fund.do(motion.model_copy(update={"conditions": (whole,)}), fund.association)


def test_spoken_vote_does_not_carry_an_exception_and_one_from_paper_does(fund, item) -> None:
    fund.revealed(item, level=2)
    fund.do(c.PutMotion(item_id=item, resolution="approve", terms=TERMS, exception=True), fund.association)
    spoken = c.CastVote(item_id=item, number=1, seat_id="tlo", vote="for", reason="strategic", entry="voice")
    assert fund.refused(spoken, fund.secretariat).code == "exception_in_writing"
    fund.do(spoken.model_copy(update={"entry": "paper"}), fund.secretariat)


def test_one_abstention_loses_an_exception(fund, item) -> None:
    fund.revealed(item, level=2)
    fund.do(c.PutMotion(item_id=item, resolution="approve", terms=TERMS, exception=True), fund.association)
    for seat, vote in (("association", "for"), ("tlo", "for"), ("bank", "abstain")):
        ballot = c.CastVote(item_id=item, number=1, seat_id=seat, vote=vote, reason="in writing")
        fund.do(ballot, getattr(fund, seat))
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)
    tally = fund.desk.book(fund.auditor).items[item].motions[0].tally
    assert (tally.carried, tally.required, tally.missing) == (False, 3, 1)
