"""Refusals of orders about the association's own life: what must be true before a row is written."""

from datetime import date

import pytest
from small_fund import NOW, SECRETARIAT, both

from fundapp.basis.refusal import Problem, Refusal
from fundapp.network.group import Group, GroupIntroduction, GroupMember
from fundapp.network.growth import GrowthTarget
from fundapp.network.member import Member
from fundapp.network.seminar import Seminar, SeminarHand
from fundapp.network.service import Service
from fundapp.network.training import Training
from fundapp.network.watch import Watch
from fundapp.record import association_commands as a
from fundapp.record import directory_commands as d
from fundapp.record.book import Book
from fundapp.record.brought import Brought
from fundapp.record.command import RegisterCommand
from fundapp.record.decide import decide

DAY, BEFORE, LATER = date(2026, 3, 2), date(2026, 3, 1), date(2026, 4, 2)
"""A day, the day before it, and the day after today."""
LATE = Refusal.of("day_not_come_yet", day_on="2026-04-02")
LEFT = Member(id="m", code="M-1", name=both("works"), member_class="company", joined_on=DAY, left_on=BEFORE)
OWN = Member(id="m", code="M-1", name=both("works"), member_class="company", referred_by="m")

SERVICE = Service(member_id="m", kind="M08", level="wide_area")
TRAINING = Training(id="t", member_id="m", contact_id="c", course="appraisal", began_on=DAY, ended_on=DAY)


def services(*told: Service) -> a.RecordServices:
    return a.RecordServices(member_id="m", services=told)


def training(**changes: object) -> a.RecordTrainings:
    return a.RecordTrainings(trainings=(TRAINING.model_copy(update=changes),))


HAND = SeminarHand(seminar_id="s", member_id="m", raised_on=DAY)
TOLD = HAND.model_copy(update={"came_of_it": "an order"})
INTRODUCED = GroupIntroduction(id="i", group_id="g", member_id="m", introduced_to="x", introduced_on=DAY)
WATCH = Watch(id="w", member_id="m", since=DAY, why="own products", weak_spot="sales")


def seminar(*hands: SeminarHand, **changes: object) -> a.RecordSeminar:
    told = Seminar(id="s", topic="sales", title="fairs", held_on=DAY)
    return a.RecordSeminar(seminar=told.model_copy(update=changes), hands=hands)


def group(**changes: object) -> a.RecordGroup:
    told = Group(id="g", name=both("circle"), lead_id="m")
    members = (GroupMember(group_id="g", member_id="m", since=DAY),)
    return a.RecordGroup(group=told.model_copy(update=changes), members=members)


def introduced(**changes: object) -> a.RecordGroupIntroductions:
    return a.RecordGroupIntroductions(introductions=(INTRODUCED.model_copy(update=changes),))


def watch(**changes: object) -> a.RecordWatches:
    return a.RecordWatches(watches=(WATCH.model_copy(update=changes),))


CASES: tuple[tuple[RegisterCommand, Refusal], ...] = (
    (d.RecordMember(member=LEFT), Refusal.of("left_before_joined", member="M-1")),
    (d.RecordMember(member=OWN), Refusal.of("referred_by_itself", member="M-1")),
    (
        d.TakeMembersIn(members=(LEFT,)),
        Refusal.of("members_not_taken_in", Problem.of("left_before_joined", "M-1", member="M-1"), count=1),
    ),
    (
        a.RecordGrowthTarget(target=GrowthTarget(since=DAY, until=DAY, wanted=500)),
        Refusal.of("target_ends_before_it_begins"),
    ),
    (services(SERVICE.model_copy(update={"member_id": "x"})), Refusal.of("member_unknown")),
    (services(SERVICE.model_copy(update={"kind": ""})), Refusal.of("service_needs_kind")),
    (services(SERVICE, SERVICE), Refusal.of("service_told_twice")),
    (training(course=" "), Refusal.of("training_needs_course")),
    (training(ended_on=BEFORE), Refusal.of("ended_before_begun")),
    (training(evaluator_until=BEFORE), Refusal.of("qualified_before_the_end")),
    (training(began_on=LATER, ended_on=LATER), LATE),
    (seminar(title=" "), Refusal.of("seminar_needs_title")),
    (seminar(HAND.model_copy(update={"seminar_id": "x"})), Refusal.of("row_missing")),
    (seminar(HAND, held_on=BEFORE), Refusal.of("hand_after_seminar")),
    (seminar(TOLD, held_on=LATER), Refusal.of("seminar_not_held_yet")),
    (seminar(HAND.model_copy(update={"raised_on": LATER}), held_on=LATER), LATE),
    (group(name=both(" ")), Refusal.of("group_needs_name")),
    (group(id="x"), Refusal.of("row_missing")),
    (group(lead_id="x"), Refusal.of("lead_not_in_group")),
    (introduced(introduced_to=" "), Refusal.of("introduced_to_nobody")),
    (introduced(introduced_on=LATER), LATE),
    (watch(why=" "), Refusal.of("watch_needs_reason")),
    (watch(ended_on=DAY), Refusal.of("watch_end_needs_reason")),
    (watch(ended_on=BEFORE, ended_why="sold"), Refusal.of("ended_before_begun")),
    (watch(since=LATER), LATE),
)


@pytest.mark.parametrize(("command", "refusal"), CASES, ids=[f"{one.code}-{at}" for at, (_, one) in enumerate(CASES)])
def test_what_is_not_true_of_the_association_is_refused(command: RegisterCommand, refusal: Refusal) -> None:
    assert decide(Book(), command, SECRETARIAT, NOW, Brought(seal=str)) == refusal
