"""What waits for whom, from the first meeting to the agreement."""

from datetime import timedelta

import pytest

from fundapp.committee.item import Attendance, OutsideAlternate
from fundapp.committee.proposal import Terms
from fundapp.desk import Desk
from fundapp.record import commands as c
from fundapp.record.book import Book
from fundapp.record.events import PlannedFee, TrancheTerms
from fundapp.ui.desks import PAGES
from fundapp.ui.home.tasks import ToDo, tasks
from tests.pages import small_fund as sample
from tests.pages.small_fund import ACTORS, TODAY, SmallFund, opened, proposal, scorecard, small_fund

ITEM = "item-14-PR-01"
SEATS = {person: f"seat-{person}" for person in "abc"}


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


def of(fund: SmallFund, person: str) -> list[tuple[str, dict[str, str | int]]]:
    actor = ACTORS[person]
    found = tasks(fund.desk.book(actor), actor, fund.desk.proposals(actor), TODAY)
    return [(one.kind, dict(one.details)) for one in found]


def kinds(fund: SmallFund, person: str) -> list[str]:
    return [kind for kind, _details in of(fund, person)]


PLACE = {"number": 1, "code": "PR-01"}
IN_MEETING = {**PLACE, "meeting": 14}


def declare(fund, *people):
    for person in people:
        fund.does(person, c.DeclareInterest(item_id=ITEM, seat_id=SEATS[person], kind="none"))


def score(fund, *people):
    for person in people:
        fund.does(person, scorecard(fund, ITEM, person, 4))


def test_interests_come_before_scores(fund):
    assert of(fund, "b") == [("declare", PLACE)]
    assert of(fund, "secretariat")[0] == ("meeting_interests", IN_MEETING | {"n": 3})
    declare(fund, "b")
    assert of(fund, "b") == [("score", PLACE)]
    assert of(fund, "secretariat")[0] == ("meeting_interests", IN_MEETING | {"n": 2})


def test_a_seat_that_a_recusal_left_empty_is_filled_first(fund):
    outside = OutsideAlternate(person="somebody", organisation="nowhere")
    fund.does("administrator", c.ListOutsideAlternate(alternate=outside))
    fund.does("c", c.DeclareInterest(item_id=ITEM, seat_id=SEATS["c"], kind="kin"))
    assert of(fund, "secretariat")[0] == ("meeting_alternate", IN_MEETING | {"n": 1})


def test_a_score_is_waited_for_until_it_is_in(fund):
    declare(fund, *SEATS)
    score(fund, "b")
    assert of(fund, "b") == []
    assert of(fund, "secretariat")[0] == ("meeting_scores", IN_MEETING | {"n": 2})


def test_the_chair_reveals_when_all_scores_are_in(fund):
    declare(fund, *SEATS)
    score(fund, "b", "c")
    assert of(fund, "a") == [("score", PLACE)]
    score(fund, "a")
    assert of(fund, "a") == [("reveal", PLACE)]
    assert of(fund, "b") == []


def revealed(fund):
    declare(fund, *SEATS)
    score(fund, *SEATS)
    fund.does("a", c.RevealScores(item_id=ITEM))


def test_after_the_reveal_the_chair_puts_a_motion_and_others_may_score_again(fund):
    revealed(fund)
    assert of(fund, "a") == [("put_motion", PLACE), ("score_again", PLACE)]
    assert of(fund, "b") == [("score_again", PLACE)]
    assert of(fund, "secretariat")[0] == ("meeting_talk", IN_MEETING)


def test_an_open_vote_waits_for_each_vote_then_for_the_chair(fund):
    revealed(fund)
    fund.does("secretariat", c.NoteDiscussion(item_id=ITEM, speaker="a", gist="N2"))
    fund.does("a", c.PutMotion(item_id=ITEM, resolution="decline"))
    assert of(fund, "b") == [("vote", PLACE)]
    assert of(fund, "secretariat")[0] == ("meeting_vote", IN_MEETING | {"n": 3})
    for person in SEATS:
        fund.does(person, c.CastVote(item_id=ITEM, number=1, seat_id=SEATS[person], vote="for"))
    assert of(fund, "a") == [("declare_result", PLACE)]
    assert of(fund, "b") == []


def test_a_recused_member_knows_the_item_by_its_number_alone(fund):
    fund.does("c", c.DeclareInterest(item_id=ITEM, seat_id="seat-c", kind="kin"))
    assert of(fund, "c") == [("recused", {"number": 1})]


def test_the_secretariat_opens_closes_and_freezes(fund):
    revealed(fund)
    sample.resolved(fund, ITEM, c.PutMotion(item_id=ITEM, resolution="decline"))
    assert of(fund, "secretariat")[0] == ("meeting_freeze", {"number": 2, "code": "PR-04", "meeting": 14})
    assert kinds(fund, "b") == []
    sample.judged(fund, "item-14-PR-04", 3)
    sample.resolved(fund, "item-14-PR-04", c.PutMotion(item_id="item-14-PR-04", resolution="decline"))
    assert of(fund, "secretariat")[0] == ("meeting_close", {"meeting": 14})


def test_a_meeting_without_an_agenda_waits_for_one(fund):
    revealed(fund)
    sample.resolved(fund, ITEM, c.PutMotion(item_id=ITEM, resolution="decline"))
    sample.judged(fund, "item-14-PR-04", 3)
    sample.resolved(fund, "item-14-PR-04", c.PutMotion(item_id="item-14-PR-04", resolution="decline"))
    fund.does("secretariat", c.CloseMeeting(meeting_id="meeting-14"))
    opened(fund, 15)
    assert of(fund, "secretariat")[0] == ("meeting_agenda", {"meeting": 15})


def test_an_open_intake_waits_for_the_keepers_of_the_papers(fund):
    found = tasks(
        fund.desk.book(ACTORS["secretariat"]),
        ACTORS["secretariat"],
        fund.desk.proposals(ACTORS["secretariat"]),
        TODAY,
    )
    assert found[-1] == ToDo(
        kind="intake", page="committee/proposal", proposal="PR-03", details=(("codes", "PR-03"), ("n", 1))
    )
    assert "intake" not in kinds(fund, "a")


def test_the_manager_decides_signs_and_hears_of_what_expires(fund):
    held = {"n": 1, "codes": "PR-02", "amount_yen": 40_000_000}
    soon = {"n": 1, "codes": "PR-02", "days": 30}
    assert of(fund, "manager")[:2] == [("gp_decision", held), ("expiring", soon)]
    fund.does(
        "manager",
        c.DecideAsGp(
            reservation_id="reservation-item-13-PR-02",
            terms=Terms(amount_yen=40_000_000, instrument="preferred_shares", pre_money_yen=340_000_000),
            on=TODAY,
        ),
    )
    assert of(fund, "manager")[:2] == [("sign", held), ("expiring", soon)]


def test_nothing_expires_soon_a_day_earlier(fund):
    manager = ACTORS["manager"]
    found = tasks(fund.desk.book(manager), manager, (), TODAY - timedelta(days=1))
    assert [one.kind for one in found] == ["gp_decision"]


def test_a_payment_waits_for_a_second_person_of_the_other_kind(fund):
    terms = Terms(amount_yen=40_000_000, instrument="preferred_shares", pre_money_yen=340_000_000)
    fund.does("manager", c.DecideAsGp(reservation_id="reservation-item-13-PR-02", terms=terms, on=TODAY))
    tranche = TrancheTerms(number=1, amount_yen=40_000_000, due=TODAY, milestone="first lot")
    fund.does(
        "manager",
        c.SignAgreement(
            investment_id="investment-2", reservation_id="reservation-item-13-PR-02", tranches=(tranche,), on=TODAY
        ),
    )
    fund.does("manager", c.CallCapital(call_id="call", amount_yen=50_000_000, due=TODAY, on=TODAY))
    fund.does("manager", c.RecordPaidCapital(call_id="call", amount_yen=50_000_000, on=TODAY))
    fund.does("manager", c.ReleaseTranche(investment_id="investment-2", number=1, evidence="the test report", on=TODAY))
    waiting = ("second_approval", {"n": 1, "amount_yen": 40_000_000})
    told = [person for person in ("manager", "secretariat", "a", "b", "auditor") if waiting in of(fund, person)]
    assert told == ["secretariat", "a"]


def test_the_manager_is_told_of_a_late_call_and_of_fees_that_are_due(fund):
    fund.does("manager", c.CallCapital(call_id="call", amount_yen=50_000_000, due=TODAY, on=TODAY))
    fee = PlannedFee(fee_id="f", due=TODAY + timedelta(days=15), amount_yen=6_000_000, what="audit")
    fund.does("manager", c.SetFeeSchedule(fees=(fee,), on=TODAY))
    manager = ACTORS["manager"]
    book = fund.desk.book(manager)
    assert {one.kind for one in tasks(book, manager, (), TODAY)} & {"call_late", "fee_due"} == set()
    tomorrow = tasks(book, manager, (), TODAY + timedelta(days=1))
    told = {one.kind: (one.page, dict(one.details)) for one in tomorrow}
    assert told["call_late"] == ("fund/calls", {"n": 1, "amount_yen": 50_000_000})
    assert {one.page for one in tomorrow} <= PAGES.keys()
    assert told["fee_due"] == ("fund/fees", {"n": 1, "amount_yen": 6_000_000})
    fund.does("manager", c.RecordPaidCapital(call_id="call", amount_yen=50_000_000, on=TODAY))
    later = tasks(fund.desk.book(manager), manager, (), TODAY + timedelta(days=1))
    assert "call_late" not in {one.kind for one in later}


@pytest.mark.parametrize("reader", ["lp", "auditor"])
def test_who_only_reads_has_nothing_to_do(fund, reader):
    assert of(fund, reader) == []


def test_the_administrator_sets_an_empty_fund_up(fund, tmp_path):
    assert tasks(Book(), ACTORS["administrator"], (), TODAY) == (ToDo(kind="set_up", page="office/setup"),)
    assert tasks(Desk(tmp_path / "new").book(ACTORS["a"]), ACTORS["a"], (), TODAY) == ()
    assert kinds(fund, "administrator") == []


def test_a_member_who_does_not_attend_has_nothing_to_do(fund):
    absent = Attendance(seat_id="seat-c", person="c", mode="absent")
    fund.does("secretariat", c.RecordAttendance(meeting_id="meeting-14", attendance=absent))
    assert of(fund, "c") == []


def test_a_proposal_without_parts_needs_no_bill(fund):
    complete = proposal(
        fund, 3, sample.both("粉体計量器", "Powder gauge"), intake=sample.complete_intake(no_parts=True)
    )
    fund.does("secretariat", c.RegisterProposal(proposal=complete))
    assert "intake" not in kinds(fund, "secretariat")
