"""A member that is one person is erased: the offers stay as an anonymous provider's, the record verifies."""

from pathlib import Path

import pytest
from asked import can
from asked_fund import PROPOSAL, asking_fund
from small_fund import DAY, MANAGER, MEMBERS, SECRETARIAT, both

from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Refusal
from fundapp.documents.providers import Providers
from fundapp.network.capability import Capability
from fundapp.network.inquiry import InquiryFile
from fundapp.network.member import Member
from fundapp.network.membership import FeePayment
from fundapp.network.need import MenuItem, SalesRoute, SupportNeed
from fundapp.network.offer import Offer
from fundapp.network.plan import PlanAsked
from fundapp.network.plan_problem import PlanProblem
from fundapp.network.premises import Equipment, Site
from fundapp.network.process import ProcessTree
from fundapp.network.sourcing import provider_key
from fundapp.network.support_facts import SupportFacts
from fundapp.network.visit import Issue, Visit
from fundapp.places import rubrics_folder
from fundapp.planning.highs import Solver
from fundapp.planning.instance_file import problem_of
from fundapp.planning.solve import solve
from fundapp.record import commands as c
from fundapp.record import directory_commands as d
from fundapp.record import inquiry_commands as q
from fundapp.store.checking import Verified
from fundapp.store.history import history
from fundapp.store.member_erasure import WHOLLY_OF_THE_MEMBER, ErasedMember
from fundapp.store.process_files import load_process_tree
from fundapp.text.catalogue import use

NAME = Bilingual(ja="野々村 孝", en="Takashi Nonomura")
ANONYMOUS = "匿名の提供者 M1"
TRACES = ("野々村", "Nonomura", "nonomura", "桐生市", "five-axis mill", "two retire", "toured", "own sheet", "m1@works")


@pytest.fixture
def asked(tmp_path: Path):
    """One engineer of three members, known in every register, with an offer by link, one on paper and a sheet."""
    fund, asked = asking_fund(tmp_path / "data")
    person = Member(id="m1", code="M1", name=NAME, member_class="retired_engineer", employees=1)
    fund.do(
        d.RecordMember(
            member=person,
            sites=(Site(id="s", member_id="m1", name="", address="桐生市 1-2"),),
            equipment=(Equipment(id="e", member_id="m1", name="five-axis mill"),),
        ),
        SECRETARIAT,
    )
    able = Capability(id="able", member_id="m1", process="turning", confirmed_on=DAY)
    fund.do(c.RecordCapabilities(capabilities=(able,)), SECRETARIAT)
    visit = Visit(id="v", member_id="m1", visited_on=DAY, visitor=SECRETARIAT.person, note="toured")
    heard = Issue(id="i", member_id="m1", visit_id="v", tag="people", text="two retire", heard_on=DAY)
    fund.do(d.RecordVisits(visits=(visit,), issues=(heard,)), SECRETARIAT)
    paid = FeePayment(member_id="m1", year=2026, paid_on=DAY, amount_yen=1)
    fund.do(d.RecordFeePayments(payments=(paid,)), SECRETARIAT)
    item = MenuItem(kind="M01", provider="野々村孝", person="野々村 孝", deliverable="jig", cost_bearer="company")
    fund.do(c.RecordNeeds(needs=(SupportNeed(id="n", proposal_id=PROPOSAL, name="jigs", item=item),)), SECRETARIAT)
    route = SalesRoute(
        id="r", proposal_id=PROPOSAL, name="huts", coordinator="野々村 孝", plan_read_on=DAY, not_reached="abroad"
    )
    fund.do(c.RecordRoutes(routes=(route,)), SECRETARIAT)
    fund.tokens = asked.goes_out("m1", "m2")
    asked.answers(fund.tokens["m1"], can("L1", 700), person="野々村 孝")
    asked.answers(fund.tokens["m2"], can("L1", 900), person="P")
    sheet = InquiryFile(
        id="f", proposal_id=PROPOSAL, inquiry_id=asked.id, member_id="m1", file_name="own sheet.pdf",
        media_type="application/pdf", size_bytes=9, file_sha256=fund.desk.files.put(b"own sheet"), at=fund.clock.now,
    )  # fmt: skip
    hand_in = q.HandInSheet(inquiry_id=asked.id, member_id="m1", file=sheet)
    fund.desk.submit_by_link(fund.tokens["m1"], "offer", fund.desk.form_nonce(fund.tokens["m1"]), hand_in)
    on_paper = Offer(
        id="paper", proposal_id=PROPOSAL, bill_revision="A", line_id="L2", provider="野々村 孝", person="T. Nonomura",
        rung=4, dated=DAY, unit_price_yen=100,
    )  # fmt: skip
    fund.do(c.RecordOffers(offers=(on_paper,)), SECRETARIAT)
    fund.clock.wait(days=15)
    fund.desk.start_plan(SECRETARIAT, PROPOSAL, PlanAsked(lot=10, plan_days=90, without=("worksm2",)))
    run = fund.desk.plan_run(SECRETARIAT, PROPOSAL)
    run.wait(60)
    fund.do(c.AdoptPlan(plan=fund.desk.to_adopt(run.result)), SECRETARIAT)
    fund.meeting(1, "PR-1")
    fund.do(c.FreezeFacts(item_id="m1-PR-1"), SECRETARIAT)
    return fund


def traces(fund) -> set[str]:
    """What of the person still stands in a file of the data folder."""
    files = [one.read_bytes() for one in fund.desk.database.folder.rglob("*") if one.is_file()]
    return {text for text in TRACES if any(text.encode() in content for content in files)}


def test_the_person_goes_and_the_offers_stand_as_an_anonymous_provider_s(asked) -> None:
    fund, before = asked, asked.desk.support_facts(SECRETARIAT, PROPOSAL)
    record = fund.desk.verify()
    assert traces(fund) == set(TRACES)
    erased = fund.desk.erase_member("m1", SECRETARIAT)
    assert isinstance(erased, ErasedMember)
    # Its own sheet, and the question of the plan as it was.
    assert (erased.left, erased.swept, len(erased.files)) == ((), True, 2)
    assert traces(fund) == set()
    offers = fund.desk.support(SECRETARIAT, PROPOSAL).offers
    assert sorted((one.provider, one.person, one.unit_price_yen) for one in offers) == [
        ("Works m2", "P", 900),
        (ANONYMOUS, "", 100),
        (ANONYMOUS, "", 700),
    ]
    assert [one.coordinator for one in fund.desk.support(SECRETARIAT, PROPOSAL).routes] == [ANONYMOUS]
    after = fund.desk.support_facts(SECRETARIAT, PROPOSAL)
    assert [(one.id, one.value) for one in after.firm] == [(one.id, one.value) for one in before.firm]
    assert isinstance(record, Verified)
    assert fund.desk.verify() == record


def test_a_plan_and_its_question_name_the_anonymous_provider_and_are_solved_again_alike(asked) -> None:
    (before,) = asked.desk.plans(SECRETARIAT, PROPOSAL)
    asked.desk.erase_member("m1", SECRETARIAT)
    (after,) = asked.desk.plans(SECRETARIAT, PROPOSAL)
    assert after == before.model_copy(update={"input_sha256": after.input_sha256, "file_sha256": after.file_sha256})
    problem = problem_of(asked.desk.files.read(after.file_sha256), "plan")
    assert isinstance(problem, PlanProblem)
    assert [one.id for one in problem.suppliers] == [provider_key(ANONYMOUS)]
    with Solver() as solver:
        plan = solve(problem, solver)
    assert (plan.input_sha256, plan.cost_yen, plan.status) == (after.input_sha256, after.cost_yen, after.status)


def test_frozen_facts_name_who_may_be_one_person_by_a_code(asked) -> None:
    def frozen() -> SupportFacts:
        return asked.desk.book(SECRETARIAT).items["m1-PR-1"].frozen.support

    before = frozen()
    assert {line.provider for line in before.lines} == {"", "M1"}
    assert {need.provider for need in before.needs} >= {"M1"}
    asked.desk.erase_member("m1", SECRETARIAT)
    assert frozen() == before
    use("ja")
    assert Providers(asked.desk.members()).shown("M1") == ANONYMOUS


def test_what_is_left_of_the_member_is_its_code_and_the_network_s_own_figures(asked) -> None:
    asked.desk.erase_member("m1", MANAGER)
    file = asked.desk.member_file(SECRETARIAT, "m1")
    assert file.member == Member(
        id="m1", code="M1", name=Bilingual(ja=ANONYMOUS, en="Anonymous provider M1"), member_class="retired_engineer"
    )
    assert (file.contacts, file.sites, file.equipment, file.capabilities, file.visits, file.issues) == ((),) * 6
    assert [one.amount_yen for one in file.payments] == [1]
    assert file.changes[-1].old == file.changes[-1].new
    assert file.changes[-1].actor == MANAGER.person


def test_the_history_of_what_went_keeps_who_and_when(asked) -> None:
    asked.desk.erase_member("m1", SECRETARIAT)
    with asked.desk.database.read() as connection:
        (visit,) = history(connection, "main", "member_visit", "v")
    assert (visit.actor, visit.old, visit.new) == (SECRETARIAT.person, None, '{"id":"v"}')


@pytest.mark.parametrize("typed", ["野々村", "nonomura", "桐生市", "five-axis", "m1@works"])
def test_the_search_forgets_the_person(asked, typed: str) -> None:
    tree = load_process_tree(rubrics_folder())
    assert isinstance(tree, ProcessTree)
    assert asked.desk.find_members(SECRETARIAT, typed, tree).count == 1
    asked.desk.erase_member("m1", SECRETARIAT)
    assert asked.desk.find_members(SECRETARIAT, typed, tree).count == 0


def test_the_links_open_nothing_and_another_member_s_still_does(asked) -> None:
    asked.desk.erase_member("m1", SECRETARIAT)
    assert asked.desk.answer_sheet(asked.tokens["m1"]) == Refusal.of("link_revoked")
    assert not isinstance(asked.desk.answer_sheet(asked.tokens["m2"]), Refusal)


def test_two_erased_providers_are_two_sources(asked) -> None:
    other = Member(id="m2", code="M2", name=both("Works m2"), member_class="individual")
    asked.do(d.RecordMember(member=other), SECRETARIAT)
    for one in ("m1", "m2"):
        asked.desk.erase_member(one, SECRETARIAT)
    offers = asked.desk.support(SECRETARIAT, PROPOSAL).offers
    assert {one.provider for one in offers} == {ANONYMOUS, "匿名の提供者 M2"}


def test_the_entries_that_were_merged_into_the_member_go_with_it(asked) -> None:
    old = Member(
        id="m9", code="M9", name=Bilingual(ja="野々村技術士事務所", en="Nonomura Office"), member_class="individual"
    )
    asked.do(d.RecordMember(member=old), SECRETARIAT)
    asked.do(d.MergeMembers(into_id="m1", from_id="m9", reason="one person"), SECRETARIAT)
    asked.desk.erase_member("m1", SECRETARIAT)
    assert traces(asked) == set()


def test_a_member_is_erased_once(asked) -> None:
    asked.desk.erase_member("m1", SECRETARIAT)
    assert asked.desk.is_erased(asked.desk.member_file(SECRETARIAT, "m1").member)
    assert asked.desk.erase_member("m1", SECRETARIAT) == Refusal.of("member_erased_already", member="M1")


def test_a_sheet_that_another_register_names_stays(asked) -> None:
    (sheet,) = asked.desk.inquiries(SECRETARIAT, PROPOSAL)[0].sheets
    again = sheet.model_copy(update={"id": "g", "member_id": "m2"})
    hand_in = q.HandInSheet(inquiry_id=again.inquiry_id, member_id="m2", file=again)
    asked.clock.now = sheet.at
    nonce = asked.desk.form_nonce(asked.tokens["m2"])
    assert not isinstance(asked.desk.submit_by_link(asked.tokens["m2"], "offer", nonce, hand_in), Refusal)
    assert sheet.file_sha256 not in asked.desk.erase_member("m1", SECRETARIAT).files
    assert asked.desk.files.holds(sheet.file_sha256)


def test_an_organisation_is_not_erased_nor_by_whom_it_is_no_business(asked) -> None:
    assert asked.desk.erase_member("m3", SECRETARIAT) == Refusal.of("member_is_no_person", member="M3")
    assert asked.desk.erase_member("m1", MEMBERS["bank"]) == Refusal.of("not_permitted")
    assert asked.desk.erase_member("nobody", SECRETARIAT) == Refusal.of("row_missing")
    assert traces(asked) == set(TRACES)


def test_every_register_of_a_member_alone_names_it_by_the_same_column() -> None:
    assert all("member_id" in table.names for table in WHOLLY_OF_THE_MEMBER)
