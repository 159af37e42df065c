"""The registers of the association's own life at the desk: who came on whose word, income, the aim of members."""

from datetime import date

import pytest
from small_fund import DAY, LP, MANAGER, SECRETARIAT, Clock, SmallFund, both

from fundapp.basis.refusal import Refusal
from fundapp.desk import Desk
from fundapp.network.contact import Contact
from fundapp.network.group import Group, GroupIntroduction, GroupMember
from fundapp.network.growth import GrowthTarget
from fundapp.network.income import IncomeYear
from fundapp.network.member import Member
from fundapp.network.membership import FeePayment
from fundapp.network.seminar import Seminar, SeminarHand
from fundapp.network.service import Service
from fundapp.network.training import Training
from fundapp.network.visit import Issue, Visit
from fundapp.network.watch import Watch
from fundapp.record import association_commands as a
from fundapp.record import directory_commands as d
from fundapp.record.inquiry_commands import RecordContacts
from fundapp.store.association import GroupRows, SeminarRows
from fundapp.store.history import history


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    clock = Clock()
    made = SmallFund(Desk(tmp_path, clock=clock), clock)
    made.found()
    return made


def member(code: str, **kwargs) -> Member:
    return Member(id=f"id-{code}", code=code, name=both(code), **{"member_class": "company"} | kwargs)


def test_a_municipality_s_card_names_who_came_on_its_word(fund) -> None:
    town = member("T-1", member_class="municipality")
    came = member("M-1", joined_on=DAY, referred_by=town.id)
    fund.do(d.TakeMembersIn(members=(town, came, member("M-2"))), SECRETARIAT)
    assert fund.desk.member_file(SECRETARIAT, town.id).referred == (came,)


def test_a_merged_and_a_removed_source_are_mentioned_no_longer(fund) -> None:
    towns = tuple(member(f"T-{at}", member_class="municipality") for at in (1, 2))
    came = member("M-1", referred_by="id-T-2")
    fund.do(d.TakeMembersIn(members=(*towns, came)), SECRETARIAT)
    fund.do(d.MergeMembers(into_id="id-T-1", from_id="id-T-2", reason="twice"), SECRETARIAT)
    assert fund.desk.member_file(SECRETARIAT, "id-T-1").referred == (came.model_copy(update={"referred_by": "id-T-1"}),)
    fund.do(d.RemoveMember(member_id="id-T-1", reason="closed"), SECRETARIAT)
    assert fund.desk.member_file(SECRETARIAT, "id-M-1").member.referred_by == ""
    assert len(fund.desk.member_file(SECRETARIAT, "id-M-1").changes) == 3


def test_what_came_on_its_own_merged_entry_s_word_came_by_itself(fund) -> None:
    fund.do(d.TakeMembersIn(members=(member("M-1", referred_by="id-M-2"), member("M-2"))), SECRETARIAT)
    fund.do(d.MergeMembers(into_id="id-M-1", from_id="id-M-2", reason="twice"), SECRETARIAT)
    assert fund.desk.member_file(SECRETARIAT, "id-M-1").member.referred_by == ""


def test_income_counts_the_fees_that_came_in_and_a_correction_leaves_history(fund) -> None:
    fund.do(d.TakeMembersIn(members=(member("M-1"),)), SECRETARIAT)
    paid = FeePayment(member_id="id-M-1", year=2025, paid_on=DAY, amount_yen=70_000)
    fund.do(d.RecordFeePayments(payments=(paid,)), SECRETARIAT)
    year = IncomeYear(year=2025, commissions_yen=50_000, subsidies_yen=60_000, costs_yen=200_000)
    for costs_yen in (200_000, 150_000):
        told = year.model_copy(update={"costs_yen": costs_yen})
        fund.do(a.RecordIncome(years=(told,)), SECRETARIAT)
    (mix,) = fund.desk.income_mixes(SECRETARIAT)
    assert (mix.fees_yen, mix.own_yen(), mix.missing_yen()) == (70_000, 120_000, 30_000)
    with fund.desk.database.read() as connection:
        first, second = history(connection, "main", "income_year", 2025)
    assert (first.old, second.old == first.new) == (None, True)


def test_the_target_in_force_is_set_against_the_dated_directory(fund) -> None:
    assert fund.desk.growth(MANAGER) is None
    fund.do(d.TakeMembersIn(members=(member("M-1"), member("M-2", joined_on=DAY))), SECRETARIAT)
    target = GrowthTarget(since=date(2026, 1, 1), until=date(2031, 1, 1), wanted=500)
    fund.do(a.RecordGrowthTarget(target=target), SECRETARIAT)
    found = fund.desk.growth(MANAGER)
    assert (found.target, found.at_first, found.now(), found.undated) == (target, 1, 2, 1)


def test_what_a_body_offers_no_longer_goes_with_history(fund) -> None:
    fund.do(d.TakeMembersIn(members=(member("B-1", member_class="tlo"),)), SECRETARIAT)
    first, second = (Service(member_id="id-B-1", kind=kind, level="wide_area") for kind in ("M07", "M08"))
    for services in ((first, second), (second,)):
        fund.do(a.RecordServices(member_id="id-B-1", services=services), SECRETARIAT)
    assert fund.desk.services(MANAGER) == (second,)
    with fund.desk.database.read() as connection:
        assert [one.new is None for one in history(connection, "main", "service", "id-B-1", "M07")] == [False, True]


@pytest.fixture
def trained(fund) -> Training:
    """A chief of the bank, sent to the association, with a training."""
    members = (member("B-1", member_class="bank"), member("B-2", member_class="bank"))
    fund.do(d.TakeMembersIn(members=(*members, member("A-1", member_class="support_body"))), SECRETARIAT)
    chief = Contact(id="chief", member_id="id-B-1", name="杉谷 隼人", seconded_by="id-B-2")
    fund.do(RecordContacts(contacts=(chief,)), SECRETARIAT)
    one = Training(
        id="t", member_id="id-B-1", contact_id="chief", course="appraisal", began_on=DAY, ended_on=DAY, full_time=True,
        evaluator_until=DAY,
    )  # fmt: skip
    fund.do(a.RecordTrainings(trainings=(one,)), SECRETARIAT)
    return one


def test_a_training_is_of_a_member_s_own_person(fund, trained) -> None:
    other = trained.model_copy(update={"member_id": "id-B-2"})
    assert fund.desk.submit(a.RecordTrainings(trainings=(other,)), SECRETARIAT) == Refusal.of("training_of_another")


def test_the_name_of_who_was_trained_goes_with_the_contact_and_the_training_stays(fund, trained) -> None:
    assert not isinstance(fund.desk.erase_contact("chief", SECRETARIAT), Refusal)
    assert fund.desk.trainings(SECRETARIAT) == (trained,)
    assert [one.name for one in fund.desk.contacts(SECRETARIAT)] == [""]


def test_merged_members_share_trainings_and_whom_they_sent(fund, trained) -> None:
    fund.do(d.MergeMembers(into_id="id-A-1", from_id="id-B-2", reason="one"), SECRETARIAT)
    assert [one.seconded_by for one in fund.desk.contacts(SECRETARIAT)] == ["id-A-1"]
    fund.do(d.MergeMembers(into_id="id-A-1", from_id="id-B-1", reason="one"), SECRETARIAT)
    assert [one.member_id for one in fund.desk.trainings(SECRETARIAT)] == ["id-A-1"]


@pytest.fixture
def together(fund) -> SmallFund:
    """Two companies in a group with a seminar and an introduction, the second one watched; one is a person."""
    people = (member("M-1", member_class="individual"), member("M-2"))
    fund.do(d.TakeMembersIn(members=people), SECRETARIAT)
    since = tuple(GroupMember(group_id="g", member_id=one.id, since=DAY) for one in people)
    fund.do(a.RecordGroup(group=Group(id="g", name=both("circle"), lead_id="id-M-1"), members=since), SECRETARIAT)
    made = GroupIntroduction(id="i", group_id="g", member_id="id-M-1", introduced_to="岡 花子", introduced_on=DAY)
    fund.do(a.RecordGroupIntroductions(introductions=(made,)), SECRETARIAT)
    seminar = Seminar(id="s", topic="sales", title="fairs", held_on=DAY, group_id="g")
    hands = tuple(SeminarHand(seminar_id="s", member_id=one.id, raised_on=DAY) for one in people)
    told = (hands[0].model_copy(update={"came_of_it": "a first order"}), hands[1])
    fund.do(a.RecordSeminar(seminar=seminar, hands=told), SECRETARIAT)
    watched = Watch(id="w", member_id="id-M-1", since=DAY, why="own products", weak_spot="sales")
    fund.do(a.RecordWatches(watches=(watched,)), SECRETARIAT)
    return fund


def test_a_member_s_card_knows_its_part(together) -> None:
    life = together.desk.member_file(SECRETARIAT, "id-M-1").life
    assert ([one.id for one in life.seminars], [one.id for one in life.groups]) == (["s"], ["g"])
    assert ([one.came_of_it for one in life.hands], [one.why for one in life.watches]) == (
        ["a first order"],
        ["own products"],
    )


def test_a_hand_that_is_taken_down_goes_with_history(together) -> None:
    rows = together.desk.seminar_rows(SECRETARIAT)
    (kept,) = (one for one in rows.hands if one.came_of_it)
    together.do(a.RecordSeminar(seminar=rows.seminars[0], hands=(kept,)), SECRETARIAT)
    assert together.desk.seminar_rows(SECRETARIAT).hands == (kept,)
    with together.desk.database.read() as connection:
        assert len(history(connection, "main", "seminar_hand", "s", "id-M-2")) == 2


def test_merged_members_raise_one_hand_and_lead_the_group(together) -> None:
    together.do(d.MergeMembers(into_id="id-M-2", from_id="id-M-1", reason="one"), SECRETARIAT)
    groups = together.desk.group_rows(SECRETARIAT)
    assert [one.member_id for one in together.desk.seminar_rows(SECRETARIAT).hands] == ["id-M-2"]
    assert ([one.lead_id for one in groups.groups], [one.member_id for one in groups.members]) == (
        ["id-M-2"],
        ["id-M-2"],
    )
    assert [one.member_id for one in together.desk.watches(SECRETARIAT)] == ["id-M-2"]


def test_an_erased_person_was_in_no_group_and_raised_no_hand(together) -> None:
    assert not isinstance(together.desk.erase_member("id-M-1", SECRETARIAT), Refusal)
    desk = together.desk
    groups, seminars = desk.group_rows(SECRETARIAT), desk.seminar_rows(SECRETARIAT)
    assert [one.member_id for one in (*groups.members, *seminars.hands)] == ["id-M-2", "id-M-2"]
    assert (groups.introductions, desk.watches(SECRETARIAT)) == ((), ())
    files = [one.read_bytes() for one in desk.database.folder.rglob("*") if one.is_file()]
    assert not any(text.encode() in content for content in files for text in ("a first order", "own products"))


def test_the_issues_of_every_visit_are_read_together(together) -> None:
    visit = Visit(id="v", member_id="id-M-2", visited_on=DAY, visitor=SECRETARIAT.person)
    heard = Issue(id="i", member_id="id-M-2", visit_id="v", tag="sales", text="fairs", heard_on=DAY)
    together.do(d.RecordVisits(visits=(visit,), issues=(heard,)), SECRETARIAT)
    assert together.desk.issues(MANAGER) == (heard,)


def test_who_reads_no_papers_is_told_nothing_of_the_association(together) -> None:
    desk = together.desk
    assert (desk.income_years(LP), desk.income_mixes(LP), desk.growth(LP)) == ((), (), None)
    assert (desk.services(LP), desk.trainings(LP), desk.watches(LP), desk.issues(LP)) == ((),) * 4
    assert desk.seminar_rows(LP) == SeminarRows(seminars=(), hands=())
    assert desk.group_rows(LP) == GroupRows(groups=(), members=(), introductions=())
