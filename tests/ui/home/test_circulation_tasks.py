"""What a written resolution asks of whom on the first page, and until when."""

from datetime import timedelta

import pytest
from small_fund import MEMBERS, SEATS, Clock, SmallFund

from fundapp.basis.days import day_of
from fundapp.committee.proposal import Terms
from fundapp.desk import Desk
from fundapp.record import commands as c
from fundapp.ui.home.circulation_tasks import circulation_tasks

ITEM = "m1-PR-1"
LAST_DAY = "2026-04-08"


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    clock = Clock()
    made = SmallFund(Desk(tmp_path, clock=clock), clock)
    made.found()
    made.proposal("PR-1")
    made.circulation(1, "PR-1")
    return made


def of(fund: SmallFund, who: str) -> list[tuple[str, int]]:
    """(kind, what is missing) of everything that waits; each names the proposal, its last day and its page."""
    actor = getattr(fund, who)
    found = circulation_tasks(fund.desk.book(actor), actor, day_of(fund.clock.now))
    for one in found:
        assert (one.page, one.meeting) == ("committee/circulation", "1")
        assert dict(one.details).items() >= {"code": "PR-1", "answer_by": LAST_DAY}.items()
    return [(one.kind, int(dict(one.details)["n"])) for one in found]


def test_from_reading_to_the_result_each_is_asked_what_is_next(fund):
    everyone = ("association", "tlo", "bank")
    assert [of(fund, one) for one in everyone] == [[("circulation_read", 0)]] * 3
    assert of(fund, "secretariat") == [("circulation_waits", 3)]
    fund.read(ITEM)
    assert of(fund, "tlo") == [("circulation_score", 0)]
    for seat in SEATS:
        card = c.SubmitScorecard(item_id=ITEM, seat_id=seat, judgements=fund.judgements())
        fund.do(card, MEMBERS[seat])
    assert [of(fund, one) for one in everyone] == [[("circulation_reveal", 0)], [], []]
    fund.do(c.RevealScores(item_id=ITEM), fund.association)
    assert [of(fund, one) for one in everyone] == [[("circulation_motion", 0)], [], []]
    terms = Terms(amount_yen=60_000_000, instrument="common_shares")
    fund.do(c.PutMotion(item_id=ITEM, resolution="approve", terms=terms), fund.association)
    assert [of(fund, one) for one in everyone] == [[("circulation_answer", 0)]] * 3
    assert of(fund, "secretariat") == [("circulation_waits", 3)]
    fund.voted(ITEM)
    assert [of(fund, one) for one in everyone] == [[("circulation_declare", 0)], [], []]
    fund.do(c.DeclareResult(item_id=ITEM, number=1, reservation_id="r"), fund.association)
    assert [of(fund, one) for one in (*everyone, "secretariat")] == [[]] * 4


def test_who_is_recused_is_asked_nothing_and_the_secretariat_to_fill_the_seat(fund):
    fund.do(c.DeclareInterest(item_id=ITEM, seat_id="tlo", kind="inventor_or_patent_holder"), fund.tlo)
    assert (of(fund, "tlo"), of(fund, "secretariat")) == ([], [("circulation_alternate", 1)])
    fund.do(c.SeatAlternate(item_id=ITEM, seat_id="tlo", person=fund.outside.person), fund.secretariat)
    assert of(fund, "outside") == [("circulation_read", 0)]


def test_nobody_else_hears_of_it_and_after_the_last_day_no_member_is_asked(fund):
    assert [of(fund, who) for who in ("lp", "administrator", "auditor")] == [[], [], []]
    fund.clock.now += timedelta(days=8)
    assert of(fund, "bank") == []
