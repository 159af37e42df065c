"""An item judged on facts of support: how far a mark may leave them, and what an approval makes of what is not firm."""

from pathlib import Path

import pytest
from asked_fund import asking_fund
from small_fund import DAY, SEATS, SmallFund

from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.proposal import ConditionPrecedent, Terms
from fundapp.record import commands as c

ITEM = "m1-PR-1"


@pytest.fixture
def fund(tmp_path: Path) -> SmallFund:
    """Facts are frozen, and everybody has declared to have no interest."""
    made, _asked = asking_fund(tmp_path)
    made.meeting(1, "PR-1")
    made.do(c.FreezeFacts(item_id=ITEM), made.secretariat)
    for seat in SEATS:
        made.do(c.DeclareInterest(item_id=ITEM, seat_id=seat, kind="none"), getattr(made, seat))
    return made


def card(fund: SmallFund, seat: str, **levels: int) -> c.SubmitScorecard:
    """Four throughout on axis 1, and on axis 2 what the facts give, but for the named levels."""
    frozen = fund.desk.book(fund.secretariat).items[ITEM].frozen
    assert frozen is not None
    on_facts = tuple(
        c.Judgement(axis="axis2", criterion_id=one.criterion_id, level=levels.get(one.criterion_id, one.level))
        for one in frozen.firm
        if one.level is not None
    )
    return c.SubmitScorecard(item_id=ITEM, seat_id=seat, judgements=(*fund.judgements(), *on_facts))


def test_a_mark_leaves_the_facts_by_one_level_down_with_a_reason_and_up_with_a_new_fact(fund: SmallFund) -> None:
    computed = {"N1": 1, "N2": 1, "N3": 1, "N4": 4, "N5": 1, "N6": 1, "N7": 1}
    frozen = fund.desk.book(fund.secretariat).items[ITEM].frozen
    assert frozen is not None
    assert {one.criterion_id: one.level for one in frozen.firm} == computed
    assert fund.refused(card(fund, "tlo", N1=3, N4=3, N5=2), fund.tlo) == Refusal.of(
        "scorecard_incomplete",
        Problem.of("level_too_far_from_facts", "N1", level=1),
        Problem.of("lower_needs_reason", "N4"),
        Problem.of("higher_needs_new_fact", "N5"),
        number=1,
    )


def test_every_point_that_is_not_firm_becomes_a_condition(fund: SmallFund) -> None:
    for seat in SEATS:
        fund.do(card(fund, seat), getattr(fund, seat))
    fund.do(c.RevealScores(item_id=ITEM), fund.association)
    agreed = ConditionPrecedent(text="jigs", owner="Works m1", due=DAY, row="need-1")
    motion = c.PutMotion(
        item_id=ITEM,
        resolution="approve_with_conditions",
        terms=Terms(amount_yen=60_000_000, instrument="loan"),
        conditions=(agreed,),
        exception=True,
    )
    for low in fund.refused(motion, fund.association).problems:
        note = c.NoteDiscussion(item_id=ITEM, speaker=fund.tlo.person, gist="who makes it?", about=low.place)
        fund.do(note, fund.secretariat)
    missing = Problem.of("condition_missing", name="P-1 bearing")
    assert fund.refused(motion, fund.association) == Refusal.of("conditions_incomplete", missing, count=1)
    bearing = agreed.model_copy(update={"text": "bearing", "row": "L1"})
    fund.do(motion.model_copy(update={"conditions": (agreed, bearing)}), fund.association)
