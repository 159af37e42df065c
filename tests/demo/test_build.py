"""The building of the demo: its scenarios, its people, its clock, and that the record holds."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from fundapp.access.accounts import SignedIn, sign_in
from fundapp.basis.days import day_of
from fundapp.basis.roles import Role
from fundapp.committee.standing import committee_value
from fundapp.demo.clerk import Clerk
from fundapp.demo.content import cast
from fundapp.demo.network_rows import NOBODY, ONE_MEMBER, tree
from fundapp.demo_mark import read_mark
from fundapp.documents.minutes_json import minutes_json
from fundapp.documents.minutes_outline import minutes_outline
from fundapp.documents.minutes_proof import Proved, prove
from fundapp.network.member import MemberClass
from fundapp.network.process import SUPPLY
from fundapp.record.commands import CloseMeeting
from fundapp.store.checking import Verified
from fundapp.text.catalogue import use
from fundapp.web.minutes_copy import minutes_copy


@pytest.mark.parametrize("scenario", ["under_way", "finished"])
def test_record_verifies(request, scenario):
    assert isinstance(request.getfixturevalue(scenario).desk.verify(), Verified)


@pytest.mark.parametrize("scenario", ["under_way", "finished"])
def test_folder_is_marked_with_the_day_and_the_sign_ins(request, scenario):
    demo = request.getfixturevalue(scenario)
    mark = read_mark(demo.desk.database.folder)
    assert (mark.built_on, mark.scenario, mark.sign_ins) == (
        demo.built.built_on,
        demo.built.scenario,
        demo.built.sign_ins,
    )


def test_everyone_can_be_played(under_way):
    for card in under_way.built.sign_ins:
        answer = sign_in(under_way.desk.database, card.name, card.password, under_way.desk.now(), "test")
        assert isinstance(answer, SignedIn), card.name
        assert answer.person.roles == card.roles


def test_cast_has_every_role_three_seats_and_two_outside_alternates(under_way, spec):
    assert {role for one in cast().values() for role in one.roles} == set(Role)
    book = under_way.book()
    named = [seat.name.ja for seat in book.seats_by_rank()]
    assert named == [one["seat"] for one in spec["committee"] if one["alternate"]]
    assert all(seat.alternates for seat in book.seats.values())
    assert len(book.outside) == 2


@pytest.mark.parametrize("scenario", ["under_way", "finished"])
def test_agenda_of_the_day(request, spec, scenario):
    book = request.getfixturevalue(scenario).book()
    today = max(book.meetings.values(), key=lambda meeting: meeting.number)
    assert (today.number, [entry.proposal_code for entry in today.agenda]) == (14, spec["agenda_order"])


def test_open_meeting_waits_for_the_visitors_score_of_pr_06(under_way):
    book = under_way.book()
    meeting = book.open_meeting()
    item = book.current_item(meeting.id)
    assert (item.proposal_code, item.scored, item.revealed_at) == ("PR-06", ("association", "tlo"), None)
    assert {one.seat_id for one in item.interests} == set(book.seats)
    assert [one.resolved is not None for one in book.items_of(meeting.id)] == [True, False, False, False]
    assert [one.frozen is not None for one in book.items_of(meeting.id)] == [True, True, False, False]
    assert under_way.last_item("PR-08").resolved.resolution == "decline"


def test_visitors_card_can_change_the_outcome_of_a_criterion_of_pr_06(under_way):
    cards = [under_way.book(seat).items[under_way.last_item("PR-06").id].scorecards for seat in ("association", "tlo")]
    marks = zip(*([given.level for given in one[0].levels if given.axis == "axis1"] for one in cards), strict=True)
    outcomes = [{committee_value([*pair, visitor]) for visitor in range(1, 6)} for pair in marks]
    assert any(len(possible) > 1 for possible in outcomes)


def test_items_that_are_not_frozen_yet_have_the_facts_of_the_specification(under_way, finished):
    """The levels of the finished meeting come from the same rows."""
    for code in ("PR-09", "PR-10"):
        waiting, judged = under_way.last_item(code), finished.last_item(code)
        facts = under_way.desk.support_facts(under_way.actor("secretariat"), waiting.proposal_id)
        assert facts.firm == judged.frozen.support.firm


def test_finished_meeting_is_closed(finished):
    assert finished.book().open_meeting() is None


def test_minutes_of_every_closed_meeting_are_confirmed_and_prove_themselves(finished):
    reader = finished.actor("auditor")
    for meeting in finished.book().meetings.values():
        content = minutes_copy(finished.desk, reader, meeting.id, "ja")
        proved = prove(minutes_json(content))
        assert isinstance(proved, Proved), proved
        assert proved.state == "confirmed"
    today = max(finished.book().meetings.values(), key=lambda one: one.number)
    assert today.versions[-1].decision_number == "M-0006"


def test_one_earlier_item_was_decided_in_writing_after_all_had_read_it(finished):
    (written,) = [one for one in finished.book().meetings.values() if one.circulation]
    item = finished.last_item("IV-4")
    assert (written.number, item.meeting_id, item.resolved.resolution) == (11, written.id, "approve")
    assert [one.seat_id for one in item.readings] == ["association", "tlo", "vc"]
    days = {day_of(at) for at in (written.opened_at, item.readings[-1].at, item.resolved.at)}
    assert len(days) == 3
    content = minutes_copy(finished.desk, finished.actor("auditor"), written.id, "ja")
    use("ja")
    assert "書面" in minutes_outline(content).title


def test_members_are_those_of_the_specification(finished, spec):
    members, told = finished.desk.members(), spec["members"]
    classes = Counter(member.member_class for member in members)
    other = told["other"]
    assert set(classes) == set(get_args(MemberClass))
    assert [classes["university"], classes["municipality"], classes["support_body"], classes["individual"]] == [
        other[name] for name in ("universities", "municipalities", "chambers_support_orgs", "individuals")
    ]
    large = [one for one in members if one.member_class == "company" and (one.capital_yen or 0) >= 10**10]
    assert (len(large), classes["company"] - len(large)) == tuple(told["corporate"].values())
    assert len({one.name.ja for one in members}) == len(members)


def test_capabilities_are_as_many_and_have_the_gaps_of_the_specification(finished, spec):
    able = finished.desk.capabilities(finished.actor("secretariat"))
    makers = {name: {one.member_id for one in able if one.process == name} for name in (*NOBODY, *ONE_MEMBER)}
    assert [len(makers[name]) for name in (*NOBODY, *ONE_MEMBER)] == [0, 0, 1, 1]
    assert len([one for one in tree().processes if one.family != SUPPLY]) == 62
    assert 750 < len(able) < 810
    stale = [one for one in able if one.is_stale(finished.built.built_on)]
    assert 0.13 < len(stale) / len(able) < 0.23


def test_record_lies_in_order_of_time(finished):
    book = finished.book()
    opened = [meeting.opened_at for meeting in sorted(book.meetings.values(), key=lambda meeting: meeting.number)]
    assert opened == sorted(opened)
    assert day_of(opened[-1]) == finished.built.built_on


def test_meeting_of_a_real_today_lies_in_the_past(tmp_path):
    clerk, found = Clerk(tmp_path, day_of(datetime.now(UTC))), []
    clerk.now_on(lambda: found.append(clerk.desk.now()), needs=timedelta(minutes=40))
    clerk.live_through()
    assert found[0] <= datetime.now(UTC)
    assert day_of(found[0]) == clerk.today


def test_story_that_does_not_hold_together_is_a_fault(tmp_path, under_way):
    clerk = Clerk(tmp_path, under_way.built.built_on)
    with pytest.raises(RuntimeError, match="CloseMeeting by secretariat was refused"):
        clerk.do("secretariat", CloseMeeting(meeting_id="none"))
