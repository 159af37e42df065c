"""A rubric is adopted by the chair after a resolution, from its day on, and what was judged before keeps its own."""

from datetime import timedelta

import pytest
from small_fund import ADMINISTRATOR, DAY, MANAGER, MEMBERS, RUBRIC, SECRETARIAT, Clock, SmallFund

from fundapp.committee.rubric import Rubric
from fundapp.committee.rubric_changes import changed
from fundapp.committee.rubric_text import RubricText, rubric_texts
from fundapp.desk import Desk
from fundapp.record import commands as c
from fundapp.record.rubric_trial import trials

CHAIR = MEMBERS["association"]
STRICTER = changed(RUBRIC, {"version": "2026.2", "thresholds/axis1_pass": "4.50"})
SEATS = tuple(MEMBERS)


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    """PR-1 is approved at level 4 throughout; the meeting is over."""
    clock = Clock()
    fund = SmallFund(Desk(tmp_path / "data", clock=clock), clock)
    fund.found()
    fund.proposal("PR-1")
    fund.proposal("PR-2")
    fund.meeting(1, "PR-1")
    fund.revealed("m1-PR-1")
    fund.approve("m1-PR-1")
    fund.do(c.CloseMeeting(meeting_id="m1"), SECRETARIAT)
    return fund


def adoption(**change) -> c.AdoptRubric:
    values = {"rubric": STRICTER, "in_force_from": DAY, "meeting_id": "m1", "agreed": SEATS, "reason": "too many pass"}
    return c.AdoptRubric(**values | change)


def test_it_holds_from_its_day_and_not_before(fund) -> None:
    fund.do(adoption(in_force_from=DAY + timedelta(days=10)), CHAIR)
    book = fund.desk.book(SECRETARIAT)
    assert book.rubric == RUBRIC
    waiting = book.waiting_rubric(DAY)
    assert waiting is not None
    assert (waiting.digest, waiting.in_force_from) == (STRICTER.digest(), DAY + timedelta(days=10))
    fund.meeting(2, "PR-2")
    fund.do(c.FreezeFacts(item_id="m2-PR-2"), SECRETARIAT)
    assert fund.desk.book(SECRETARIAT).items["m2-PR-2"].frozen.rubric_digest == RUBRIC.digest()
    fund.clock.wait(days=10)
    book = fund.desk.book(SECRETARIAT)
    assert (book.rubric, book.rubric_since) == (STRICTER, DAY + timedelta(days=10))
    assert book.waiting_rubric(DAY + timedelta(days=10)) is None
    fund.do(c.FreezeFacts(item_id="m2-PR-2"), SECRETARIAT)
    assert fund.desk.book(SECRETARIAT).items["m2-PR-2"].frozen.rubric_digest == STRICTER.digest()
    assert not hasattr(fund.desk.verify(), "code")


def test_a_later_word_for_the_same_day_counts_and_an_earlier_day_does_not_cancel_a_later_one(fund) -> None:
    later, other = DAY + timedelta(days=10), changed(RUBRIC, {"version": "2026.3"})
    fund.do(adoption(in_force_from=later), CHAIR)
    fund.do(adoption(rubric=other, in_force_from=DAY), CHAIR)
    assert fund.desk.book(SECRETARIAT).rubric == other
    fund.clock.wait(days=11)
    assert fund.desk.book(SECRETARIAT).rubric == STRICTER


def test_no_past_score_changes(fund) -> None:
    before = fund.desk.book(SECRETARIAT).items["m1-PR-1"]
    seq = fund.desk.book(SECRETARIAT).seq
    fund.do(adoption(), CHAIR)
    book = fund.desk.book(SECRETARIAT)
    assert (book.items["m1-PR-1"], book.rubric_of(before)) == (before, RUBRIC)
    assert fund.desk.book_as_of(SECRETARIAT, seq).rubric == RUBRIC


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"rubric": RUBRIC}, "rubric_unchanged"),
        ({"in_force_from": DAY - timedelta(days=1)}, "rubric_reaches_back"),
        ({"meeting_id": "m9"}, "rubric_without_meeting"),
        ({"agreed": SEATS[:2]}, "rubric_not_agreed"),
        ({"agreed": (*SEATS, "nobody")}, "rubric_not_agreed"),
        ({"reason": " "}, "rubric_without_reason"),
    ],
)
def test_what_an_adoption_needs(fund, change: dict[str, object], code: str) -> None:
    assert fund.refused(adoption(**change), CHAIR).code == code


@pytest.mark.parametrize("who", [MEMBERS["tlo"], MANAGER, ADMINISTRATOR], ids=["member", "manager", "administrator"])
def test_nobody_else_adopts_it(fund, who) -> None:
    assert fund.refused(adoption(), who).code in ("rubric_needs_resolution", "not_permitted")


def test_a_text_is_put_before_the_committee_and_taken_back(fund) -> None:
    axis1, axis2, decision = rubric_texts(STRICTER)
    text = RubricText(why="too many pass", axis1=axis1, axis2=axis2, decision=decision)
    assert fund.refused(c.ProposeRubric(text=text.model_copy(update={"why": ""})), MANAGER).code == (
        "rubric_without_reason"
    )
    same = RubricText(why="x", **dict(zip(("axis1", "axis2", "decision"), rubric_texts(RUBRIC), strict=True)))
    assert fund.refused(c.ProposeRubric(text=same), MANAGER).code == "rubric_unchanged"
    broken = fund.refused(c.ProposeRubric(text=text.model_copy(update={"axis1": "x ="})), MANAGER)
    assert (broken.code, [one.code for one in broken.problems]) == ("rubric_text_faulty", ["rubric_not_toml"])
    fund.do(c.ProposeRubric(text=text), SECRETARIAT)
    assert fund.desk.rubric_text(CHAIR) == text
    assert fund.desk.rubric_text(fund.lp) is None
    fund.do(c.TakeBackRubric(), MANAGER)
    assert fund.desk.rubric_text(CHAIR) is None


def test_what_a_stricter_mark_would_have_made_of_a_past_approval(fund) -> None:
    (trial,) = trials(fund.desk.book(SECRETARIAT), STRICTER)
    assert (trial.code, trial.resolution, trial.verdict) == ("PR-1", "approve", "no_longer")
    assert (trial.then.shut, trial.then.possible) == ((), True)
    assert trial.other is not None
    assert (trial.other.axis1, trial.other.shut, trial.other.possible) == (trial.then.axis1, ("G2",), False)


def test_the_rubric_of_then_gives_what_was_then(fund) -> None:
    book = fund.desk.book(SECRETARIAT)
    (trial,) = trials(book, RUBRIC)
    assert trial.verdict == "same"
    item = book.items["m1-PR-1"]
    assert trial.then.shut == tuple(gate.id for gate in item.gates.firm if not gate.passed())


def test_other_weights_move_it_and_a_new_criterion_cannot_be_told(fund) -> None:
    weights = changed(RUBRIC, {"axis1/B1/weight_pct": 10, "axis1/B7/weight_pct": 20, "axis1/B4/floor": 5})
    (moved,) = trials(fund.desk.book(SECRETARIAT), weights)
    assert (moved.verdict, moved.other.shut) == ("no_longer", ("G2",))
    first, second = RUBRIC.axes
    new = first.criteria[0].model_copy(update={"id": "B9"})
    more = Rubric(
        axes=(first.model_copy(update={"criteria": (*first.criteria, new)}), second), decision=RUBRIC.decision
    )
    (unknown,) = trials(fund.desk.book(SECRETARIAT), more)
    assert (unknown.verdict, unknown.unjudged, unknown.other) == ("not_comparable", ("B9",), None)


def test_a_recused_member_is_not_told_of_the_item(fund) -> None:
    fund.meeting(2, "PR-2")
    fund.do(c.FreezeFacts(item_id="m2-PR-2"), SECRETARIAT)
    fund.do(c.DeclareInterest(item_id="m2-PR-2", seat_id="tlo", kind="kin"), MEMBERS["tlo"])
    fund.scored("m2-PR-2", "association", "bank")
    fund.do(c.RevealScores(item_id="m2-PR-2"), CHAIR)
    fund.do(c.PutMotion(item_id="m2-PR-2", resolution="defer", defer_reason="evidence"), CHAIR)
    for seat in ("association", "bank"):
        fund.do(c.CastVote(item_id="m2-PR-2", number=1, seat_id=seat, vote="for"), MEMBERS[seat])
    fund.do(c.DeclareResult(item_id="m2-PR-2", number=1, reservation_id="r2"), CHAIR)
    assert [one.code for one in trials(fund.desk.book(CHAIR), STRICTER)] == ["PR-2", "PR-1"]
    assert [one.code for one in trials(fund.desk.book(MEMBERS["tlo"]), STRICTER)] == ["PR-1"]
