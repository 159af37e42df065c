"""What inquiries ask of the office, at each step of one."""

from pathlib import Path

import pytest
from asked import can
from asked_fund import asking_fund
from small_fund import AUDITOR, MANAGER, SECRETARIAT

from fundapp.record import inquiry_commands as q
from fundapp.ui.home.inquiry_tasks import inquiry_tasks


@pytest.fixture
def world(tmp_path: Path):
    return asking_fund(tmp_path / "data")


def kinds(fund, who=SECRETARIAT) -> list[str]:
    found = inquiry_tasks(fund.desk.inquiries_under_way(who), fund.clock.now)
    assert all((one.page, one.proposal) == ("network/sourcing", "PR-1") for one in found)
    return [one.kind for one in found]


def test_each_step_of_an_inquiry_asks_for_the_next_one(world):
    fund, asked = world
    assert kinds(fund) == []
    asked.composed()
    president = asked.asks_the_president()
    assert kinds(fund) == [], "the president is waited for"
    asked.agrees(president)
    assert kinds(fund) == ["inquiry_send"]
    tokens = asked.sends("m1")
    assert kinds(fund) == kinds(fund, MANAGER) == ["inquiry_messages"]
    assert kinds(fund, AUDITOR) == []
    asked.do(q.NoteLeft(inquiry_id=asked.id, member_ids=("m1",), by="hand"))
    assert kinds(fund) == []
    fund.clock.wait(hours=72)
    assert kinds(fund) == ["inquiry_widen"]
    asked.answers(tokens["m1"], can("L1"), can("L2"), can("L3"))
    assert kinds(fund) == []
    fund.clock.wait(days=14)
    assert kinds(fund) == ["inquiry_tell"]
    asked.do(q.TellOutcomes(inquiry_id=asked.id, chosen_offer_ids=()))
    assert kinds(fund) == []
