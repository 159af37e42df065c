"""A past item through each participant's eyes: never more than they saw, never more than the viewer may see today."""

import pytest
from every_kind import UNREVEALED, live
from small_fund import ADMINISTRATOR, AUDITOR, LP, MEMBERS, OUTSIDE, SECRETARIAT, Clock, SmallFund

from fundapp.basis.roles import Actor
from fundapp.desk import Desk
from fundapp.record.replay import moments, participants

RECUSED, JUDGED = "m1-PR-1", "m1-PR-2"
VIEWERS = {
    **MEMBERS,
    "outside": OUTSIDE,
    "secretariat": SECRETARIAT,
    "auditor": AUDITOR,
    "lp": LP,
    "administrator": ADMINISTRATOR,
}


@pytest.fixture(scope="module")
def fund(tmp_path_factory) -> SmallFund:
    clock = Clock()
    lived = SmallFund(Desk(tmp_path_factory.mktemp("replay") / "data", clock=clock), clock)
    live(lived)
    return lived


def recused_member(fund: SmallFund) -> str:
    return fund.desk.book(SECRETARIAT).items[RECUSED].recusals[0].person


def moments_of(fund: SmallFund, item_id: str):
    return moments(fund.desk.item_events(SECRETARIAT, item_id))


def item_then(fund: SmallFund, who: Actor, kind: str, item_id: str = JUDGED):
    seq = next(one.seq for one in moments_of(fund, item_id) if one.kind == kind)
    return fund.desk.seen_then(SECRETARIAT, who, item_id, seq).items[item_id]


def test_the_moments_stand_in_the_order_of_the_meeting(fund) -> None:
    for item_id in (RECUSED, JUDGED):
        found = moments_of(fund, item_id)
        assert [one.seq for one in found] == sorted(one.seq for one in found)
        kinds = [one.kind for one in found if one.kind != "discussed"]
        assert kinds[:3] == ["frozen", "scored", "revealed"]
        assert kinds[-1] == "resolved"
        assert set(kinds[3:-1]) == {"voted"}


@pytest.mark.parametrize("seat", MEMBERS)
def test_before_the_reveal_each_one_saw_the_own_card_alone(fund, seat: str) -> None:
    item = item_then(fund, MEMBERS[seat], "scored")
    assert [card.person for card in item.scorecards] == [MEMBERS[seat].person]
    assert item_then(fund, SECRETARIAT, "scored").scorecards == ()
    assert set(item.scored) == set(MEMBERS)


def test_after_the_reveal_all_saw_all_and_no_ballot_yet(fund) -> None:
    item = item_then(fund, MEMBERS["tlo"], "revealed")
    assert {card.person for card in item.scorecards} == {who.person for who in MEMBERS.values()}
    assert (item.motions, item.resolved) == ((), None)


def test_the_recused_saw_the_number_and_later_how_it_ended(fund) -> None:
    who = Actor(person=recused_member(fund), roles=MEMBERS["tlo"].roles)
    before = item_then(fund, who, "scored", RECUSED)
    assert (before.hidden, before.proposal_code, before.scorecards, before.resolved) == (True, "", (), None)
    after = item_then(fund, who, "resolved", RECUSED)
    assert (after.hidden, after.resolved is not None) == (True, True)


@pytest.mark.parametrize("name", VIEWERS)
@pytest.mark.parametrize("item_id", [RECUSED, JUDGED, UNREVEALED])
def test_nobody_sees_more_through_others_eyes_than_today_by_the_own(fund, name: str, item_id: str) -> None:
    viewer = VIEWERS[name]
    own = fund.desk.book(viewer).items.get(item_id)
    events = fund.desk.item_events(viewer, item_id)
    if own is None or own.hidden or own.resolved is None:
        assert events == ()
        assert fund.desk.seen_then(viewer, viewer, item_id, fund.desk.book(SECRETARIAT).seq) is None
        return
    for moment in moments(events):
        for person in participants(fund.desk.book(viewer), own):
            eyes = Actor(person=person, roles=MEMBERS["tlo"].roles | SECRETARIAT.roles)
            seen = fund.desk.seen_then(viewer, eyes, item_id, moment.seq)
            assert seen.items.keys() == {item_id}
            assert all(one.agenda == () for one in seen.meetings.values())
            then = seen.items[item_id]
            assert set(then.scorecards) <= set(own.scorecards)
            assert {one.number for one in then.motions} <= {one.number for one in own.motions}


def test_an_open_item_has_no_past(fund) -> None:
    assert fund.desk.item_events(SECRETARIAT, UNREVEALED) == ()
