"""The pages of the directory and of partners, as who keeps them and who reads them sees them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from small_fund import DAY, MEMBERS, SECRETARIAT, Clock, SmallFund, both
from spoken import what
from streamlit.testing.v1 import AppTest

from fundapp.access import sessions
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.committee.co_finance import CoFinance
from fundapp.network.capability import Capability
from fundapp.network.contact import Contact
from fundapp.network.growth import GrowthTarget
from fundapp.network.income import IncomeYear
from fundapp.network.member import Member
from fundapp.network.partner import AgencyTerms, BankTerms, RepTerms
from fundapp.network.service import Service
from fundapp.network.training import Training
from fundapp.network.visit import Issue, Visit
from fundapp.places import DATA_VARIABLE, ui_script
from fundapp.record import association_commands as a
from fundapp.record import commands as c
from fundapp.record import directory_commands as d
from fundapp.record.inquiry_commands import RecordContacts
from fundapp.text.catalogue import use
from fundapp.text.figures import day
from fundapp.ui import gate
from fundapp.ui.desks import PAGES
from fundapp.web import process
from tests.pages.screens import open_accounts, turbine


@pytest.fixture
def fund(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    desk = process.desk()
    open_accounts(desk, (SECRETARIAT, MEMBERS["bank"]))
    small = SmallFund(desk=desk, clock=Clock())
    small.found()
    kinds = ("company", "company", "university", "sales_rep", "overseas_agency", "bank", "tlo")
    members = tuple(
        Member(id=f"m{at}", code=f"M-{at}", name=both(f"{kind.title()} {at}"), member_class=kind)
        for at, kind in enumerate(kinds, 1)
    )
    small.do(d.TakeMembersIn(members=members), SECRETARIAT)
    today = desk.today()
    able = Capability(id="c", member_id="m1", process="bending", confirmed_on=today)
    small.do(c.RecordCapabilities(capabilities=(able,)), SECRETARIAT)
    visit = Visit(id="v", member_id="m1", visited_on=today, visitor=SECRETARIAT.person, note="toured the works")
    issue = Issue(id="i", member_id="m1", visit_id="v", tag="people", text="two retire", heard_on=today)
    small.do(d.RecordVisits(visits=(visit,), issues=(issue,)), SECRETARIAT)
    small.do(d.RecordRepTerms(terms=(RepTerms(member_id="m4", band_low="0.06", band_high="0.12"),)), SECRETARIAT)
    terms = AgencyTerms(member_id="m5", country="X", coordinator="Marta", languages="German")
    small.do(d.RecordAgencyTerms(terms=terms), SECRETARIAT)
    yield small
    desk.database.close()


@pytest.fixture
def visit_page(fund: SmallFund, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    def open_page(who: Actor, page: str = "network/directory", language: str = "en", **address: str) -> AppTest:
        with gate.desk().database.write() as connection:
            token = sessions.begin(connection, who.person, datetime.now(UTC))
        monkeypatch.setattr(gate, "session_token", lambda: token)
        use(language)
        at = AppTest.from_file(ui_script(), default_timeout=60)
        at.query_params["lang"] = language
        at.run()
        at.switch_page(str(PAGES[page].file))
        for name, value in address.items():
            at.query_params[name] = value
        return looked(at)

    return open_page


def looked(at: AppTest) -> AppTest:
    at.run()
    assert not at.exception
    return at


def text(at: AppTest) -> str:
    said = [one.value for kind in ("title", "header", "markdown", "success") for one in at.get(kind)]
    return "\n".join(said).replace("\\", "")


def labels(at: AppTest) -> set[str]:
    return {one.label for one in at.button}


def test_the_list_says_who_can_do_what(visit_page):
    at = visit_page(SECRETARIAT)
    assert "7 members in the directory" in text(at)
    assert "Bending" in text(at)
    assert {"Record a visit", "Add a member", "Take a list in", "Look for duplicates"} <= labels(at)


@pytest.mark.parametrize(
    ("page", "form"),
    [("network/directory", "member:"), ("network/directory", "nothing:"), ("network/partners", "rep:m4")],
)
def test_a_form_that_one_may_not_send_does_not_open(visit_page, page, form):
    at = visit_page(MEMBERS["bank"], page, form=form)
    assert at.title[0].value == visit_page(MEMBERS["bank"], page).title[0].value


def test_a_member_that_has_left_says_so_in_the_list(fund, visit_page):
    today = fund.desk.today()
    gone = fund.desk.member_file(SECRETARIAT, "m2").member.model_copy(update={"left_on": today})
    fund.do(d.RecordMember(member=gone), SECRETARIAT)
    assert f"M-2 · company · left on {day(today)}" in text(visit_page(SECRETARIAT))


def test_whoever_only_reads_is_offered_nothing_to_change(visit_page):
    assert "Record a visit" not in labels(visit_page(MEMBERS["bank"]))
    assert "Correct" not in labels(visit_page(MEMBERS["bank"], member="m1"))


def test_one_member_whole(visit_page):
    shown = text(visit_page(SECRETARIAT, member="m1"))
    for words in ("Company 1", "Bending", "1 open management issue", "two retire", "toured the works"):
        assert words in shown


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("visit:", "Record a visit"),
        ("member:", "Add a member"),
        ("import:", "Take a list of members in"),
        ("duplicates:", "look like one member"),
        ("fees:", "came in"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_form_opens(visit_page, form, words, language):
    at = visit_page(SECRETARIAT, form=form, language=language)
    assert at.title
    if language == "en":
        assert words in text(at)


def test_fees_and_income_say_what_would_be_missing_without_subsidies(fund, visit_page):
    assert "No year's income is entered yet." in text(visit_page(SECRETARIAT, part="money"))
    year = IncomeYear(
        year=2025, fees_yen=26_000_000, commissions_yen=29_000_000, subsidies_yen=29_000_000, costs_yen=84_000_000
    )
    fund.do(a.RecordIncome(years=(year,)), SECRETARIAT)
    today = fund.desk.today()
    target = GrowthTarget(since=today, until=today + timedelta(days=1826), wanted=500)
    fund.do(a.RecordGrowthTarget(target=target), SECRETARIAT)
    at = visit_page(SECRETARIAT, part="money")
    for words in ("Without subsidies JPY 29m of JPY 84m would be missing", "2 of 500 corporate members"):
        assert words in text(at)
    assert [one.value for one in at.metric][2] == "415 more"
    assert "2 companies have no day of joining" in text(at)
    assert {"Fees of the year", "Enter a year's income"}.isdisjoint(labels(visit_page(MEMBERS["bank"], part="money")))


def test_a_company_is_watched_from_its_card_up_to_its_proposal(fund, visit_page):
    press(visit_page(SECRETARIAT, member="m1"), "Watch this company")
    at = visit_page(SECRETARIAT, form="watch:", member="m1")
    next(one for one in at.radio if one.label == "Weak spot").set_value("people")
    fill(at, What_makes_it_promising="own products", Next_step="ask the college")
    press(at, "Save the watching")
    (one,) = fund.desk.watches(SECRETARIAT)
    assert (one.member_id, one.weak_spot) == ("m1", "people")
    shown = text(visit_page(MEMBERS["bank"], part="watched"))
    for words in ("1 company is watched", "Watched so far (1)", "people: 1 of 1 issues open", "ask the college"):
        assert words in shown
    fund.do(c.RegisterProposal(proposal=turbine("p", company="Company 1")), SECRETARIAT)
    ended = one.model_copy(update={"id": "x", "ended_on": fund.desk.today(), "ended_why": "invested"})
    fund.do(a.RecordWatches(watches=(ended,)), SECRETARIAT)
    shown = text(visit_page(SECRETARIAT, part="watched"))
    for words in ("Has become a proposal (1)", "Proposal: **PR-06**", "Watched no longer (1)", "invested"):
        assert words in shown


def test_a_seminar_follows_the_issues_and_tells_what_came_of_it(fund, visit_page):
    at = visit_page(SECRETARIAT, part="seminars")
    assert "Asked for most: people, by 1 company" in text(at)
    at = visit_page(SECRETARIAT, form="seminar:")
    next(one for one in at.radio if one.label == "Topic").set_value("people")
    fill(at, Title="Handing skills on", Day=fund.desk.today())
    assert "1 company has an open issue of this topic" in text(at)
    fill(at, Who_raised_a_hand=["m1", "m2"])
    fill(at, **{"Company 1 (M-1)": "a veteran comes one day a week"})
    press(at, "Save the seminar")
    shown = text(visit_page(MEMBERS["bank"], part="seminars"))
    for words in ("Hands raised: **2**", "1 of 2 companies", "Company 1 (M-1): a veteran comes one day a week"):
        assert words in shown
    assert "a veteran comes one day a week" in text(visit_page(SECRETARIAT, member="m1"))


def test_a_group_makes_introductions_by_itself(fund, visit_page):
    at = visit_page(SECRETARIAT, form="group:")
    fill(at, **{"Name (Japanese)": "Circle", "Its members": ["m1", "m2"]})
    fill(at, Led_by="m2")
    press(at, "Save the group")
    (group,) = fund.desk.group_rows(SECRETARIAT).groups
    assert (group.name.ja, group.lead_id) == ("Circle", "m2")
    at = visit_page(SECRETARIAT, form=f"introduction:{group.id}")
    fill(at, Which_member="m1", To_whom="a maker of instruments")
    press(at, "Save the introduction")
    (made,) = fund.desk.group_rows(SECRETARIAT).introductions
    fund.do(a.RecordGroupIntroductions(introductions=(made.model_copy(update={"result": "an order"}),)), SECRETARIAT)
    later = made.model_copy(update={"id": "later", "introduced_to": "a farm"})
    fund.do(a.RecordGroupIntroductions(introductions=(later,)), SECRETARIAT)
    at = visit_page(SECRETARIAT, part="groups")
    assert "1 group made 2 introductions" in text(at)
    assert "Company 1 to a maker of instruments (an order)" in text(at)
    assert "What came of the introduction to a farm" in labels(at)
    assert "Member of Circle" in text(visit_page(SECRETARIAT, member="m1"))


def test_a_member_s_day_of_joining_and_source_are_entered_in_its_form(fund, visit_page):
    at = visit_page(SECRETARIAT, form="member:", member="m2")
    next(one for one in at.selectbox if one.label == "Referred by").select("m3")
    joined = next(one for one in at.date_input if one.label == "Joined on")
    assert joined.min == date(1900, 1, 1)
    joined.set_value(date(2003, 5, 1))
    looked(at)
    next(one for one in at.button if one.label == "Save the member").click()
    looked(at)
    kept = fund.desk.member_file(SECRETARIAT, "m2").member
    assert (kept.joined_on, kept.referred_by) == (date(2003, 5, 1), "m3")
    assert "University 3" in text(visit_page(SECRETARIAT, member="m2"))
    assert "Came on its word (1): **Company 2**" in text(visit_page(SECRETARIAT, member="m3"))


@pytest.mark.parametrize(("form", "title"), [("income:", "年度の収入"), ("target:", "会員数の目標")])
def test_the_forms_of_income_and_target(visit_page, form, title):
    assert visit_page(SECRETARIAT, form=form, language="ja").title[0].value == title


def test_a_visit_is_saved_with_an_issue_and_a_word(fund, visit_page):
    at = visit_page(SECRETARIAT, form="visit:m2")
    next(one for one in at.text_area if one.label == "What else was said").set_value("new hall in May")
    looked(at)
    next(one for one in at.button if one.label == "Save the visit").click()
    looked(at)
    assert "is saved" in text(at)
    assert [one.note for one in fund.desk.member_file(SECRETARIAT, "m2").visits] == ["new hall in May"]


def test_an_issue_may_become_a_need_of_either_proposal_of_its_company(fund, visit_page):
    for code in ("PR-1", "PR-2"):
        made = turbine(code, company="Company 1").model_copy(update={"code": code})
        fund.do(c.RegisterProposal(proposal=made), SECRETARIAT)
    at = visit_page(SECRETARIAT, member="m1")
    assert {"A support need of PR-1", "A support need of PR-2", "A reason for PR-2"} <= labels(at)
    press(at, "A support need of PR-2")
    assert [one.name for one in fund.desk.support(SECRETARIAT, "PR-2").needs] == ["two retire"]


def test_a_member_without_a_name_is_not_saved_and_nothing_is_lost(fund, visit_page):
    at = visit_page(SECRETARIAT, form="member:")
    next(one for one in at.text_input if one.label == "Code").set_value("M-9")
    looked(at)
    next(one for one in at.button if one.label == "Save the member").click()
    looked(at)
    assert next(one for one in at.text_input if one.label == "Code").value == "M-9"
    assert len(fund.desk.members()) == 7


def test_a_member_that_is_a_person_is_erased_once_it_is_sure(fund, visit_page):
    at = visit_page(SECRETARIAT, form="member:", member="m4")
    erase = next(one for one in at.button if one.label == "Erase for good")
    assert erase.disabled
    next(one for one in at.checkbox if one.key == "erase-sure-m4").check()
    looked(at)
    next(one for one in at.button if one.label == "Erase for good").click()
    looked(at)
    assert "The person is erased." in text(at)
    assert "Anonymous provider M-4" in text(at)
    assert fund.desk.member_file(SECRETARIAT, "m4").member.name.en == "Anonymous provider M-4"


def test_an_organisation_offers_no_erasing(visit_page):
    assert "Erase for good" not in labels(visit_page(SECRETARIAT, form="member:", member="m1"))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("reps", "1 sales rep: 0 meetings"),
        ("liaisons", "No question waits for a university"),
        ("agencies", "Marta"),
        ("banks", "1 bank: ¥0 beside the fund's money"),
        ("rights", "No right is registered yet."),
        ("others", "technology-licensing office (1)"),
        ("bodies", "0 kinds of support are offered by several bodies, 21 by none of them"),
        ("evaluators", "Nobody is qualified to evaluate"),
    ],
)
def test_each_kind_of_partner(visit_page, kind, words):
    at = visit_page(SECRETARIAT, "network/partners")
    at.session_state["partner-kind"] = kind
    assert words in text(looked(at))


def test_the_map_of_bodies_and_who_is_qualified(fund, visit_page):
    for member_id, level in (("m3", "local"), ("m5", "wide_area")):
        service = Service(member_id=member_id, kind="M06", level=level, cost_yen=0)
        fund.do(a.RecordServices(member_id=member_id, services=(service,)), SECRETARIAT)
    chief = Contact(id="k", member_id="m3", name="Sugitani", seconded_by="m3")
    fund.do(RecordContacts(contacts=(chief,)), SECRETARIAT)
    today = fund.desk.today()
    trained = Training(
        id="t",
        member_id="m3",
        contact_id="k",
        course="Appraisal",
        began_on=today,
        ended_on=today,
        evaluator_until=today,
    )
    fund.do(a.RecordTrainings(trainings=(trained,)), SECRETARIAT)
    at = visit_page(SECRETARIAT, "network/partners")
    at.session_state["partner-kind"] = "bodies"
    shown = text(looked(at))
    for words in (
        "1 kind of support is offered by several bodies, 20 by none of them",
        "- M06 University yes/no enquiry  \n  local: **University 3**",
        "Has seconded: **Sugitani**",
    ):
        assert words in shown
    at.session_state["partner-kind"] = "evaluators"
    shown = text(looked(at))
    assert "1 person is qualified to evaluate" in shown
    assert "**Sugitani** University 3" in shown
    assert "Enter a training" not in labels(visit_page(MEMBERS["bank"], "network/partners"))
    card = text(visit_page(SECRETARIAT, member="m3"))
    assert "Seconded by: **University 3**" in card
    assert "Offers M06 University yes/no enquiry (local)" in card


@pytest.mark.parametrize(
    "form",
    [
        "rep:m4",
        "deal:m4",
        "referral:",
        "agency:m5",
        "exchange:m5",
        "bank:m6",
        "liaison:m3",
        "right:",
        "services:m3",
        "training:",
    ],
)
def test_every_form_of_a_partner_opens(visit_page, form):
    assert visit_page(SECRETARIAT, "network/partners", form=form).title


def partners(visit_page, kind: str, **address: str) -> AppTest:
    at = visit_page(SECRETARIAT, "network/partners", **address)
    if kind:
        at.session_state["partner-kind"] = kind
        looked(at)
    return at


def fill(at: AppTest, **told: object) -> None:
    """Fill fields in by their labels, with blanks for underscores."""
    widgets = [*at.text_input, *at.text_area, *at.selectbox, *at.number_input, *at.multiselect, *at.date_input]
    for label, value in told.items():
        next(one for one in widgets if one.label == label.replace("_", " ")).set_value(value)
    looked(at)


def press(at: AppTest, label: str) -> AppTest:
    next(one for one in at.button if one.label == label).click()
    return looked(at)


def test_a_bank_tells_its_branch_its_loans_and_the_money_that_it_gives(fund, visit_page):
    proposal = fund.proposal("PR-1")
    lent = CoFinance(
        id="l", kind="loan", source="Bank 6", amount_yen=5_000_000, begins=DAY, ends=DAY, state="promised"
    )  # fmt: skip
    fund.do(c.RecordCoFinance(proposal_id=proposal.id, rows=(lent,)), SECRETARIAT)
    at = partners(visit_page, "", form="bank:m6")
    at = press(at, "Save it")
    assert "are empty\\: Branch; Loans and guarantees" in "".join(str(one.value) for one in at.warning)
    fill(at, Branch="Station", Loans_and_guarantees=["bridge", "guaranteed"])
    press(at, "Save it")
    shown = text(partners(visit_page, "banks"))
    for told in (
        "1 bank: ¥5,000,000",
        "Station",
        "bridge finance, loans under a public guarantee",
        "PR-1",
        "bank loan of",
    ):
        assert told in shown, told
    assert fund.refused(d.RecordBankTerms(terms=BankTerms(member_id="m6", branch="")), SECRETARIAT) == Refusal.of(
        "bank_needs_branch_and_kinds"
    )


def test_a_liaison_takes_so_many_questions_at_a_time(fund, visit_page):
    at = partners(visit_page, "", form="liaison:m3")
    fill(at, Liaison="Prof. Ono", As_many_questions_at_a_time=1)
    press(at, "Save it")
    at = partners(visit_page, "", form="referral:")
    fill(
        at,
        University="m3",
        Matter="wear of the seal",
        What_is_known_and_was_tried="two alloys",
        What_is_hoped_for="advice",
    )
    press(at, "Save the question")
    shown = text(partners(visit_page, "liaisons"))
    assert "Questions waiting: **1 of 1**" in shown
    (asked,) = fund.desk.partner_rows(SECRETARIAT).referrals
    assert (asked.background, asked.path) == ("two alloys", "advice")
    again = d.AskUniversity(referral=asked.model_copy(update={"id": "more"}))
    assert fund.refused(again, SECRETARIAT) == Refusal.of("liaison_quota_full", most=1)
    answer = d.AnswerReferral(referral_id=asked.id, answer="no", on=asked.asked_on)
    fund.do(answer, SECRETARIAT)
    fund.do(again, SECRETARIAT)


def test_a_form_that_was_opened_and_left_undoes_nothing(fund, visit_page):
    visit_page(SECRETARIAT, member="m6", form="member:")
    (member,) = (one for one in fund.desk.members() if one.id == "m6")
    fund.do(d.TakeMembersIn(members=(member.model_copy(update={"name": both("The bank of the town")}),)), SECRETARIAT)
    at = visit_page(SECRETARIAT, member="m6", form="member:")
    fill(at, Employees=12)
    press(at, "Save the member")
    (member,) = (one for one in fund.desk.members() if one.id == "m6")
    assert (member.name.en, member.employees) == ("The bank of the town", 12)


def test_a_member_that_is_not_taken_out_stays_open_and_one_that_is_leads_back_to_the_list(fund, visit_page):
    at = visit_page(SECRETARIAT, member="m6", form="member:")
    at.session_state["take-out"] = True
    press(looked(at), "Take it out")
    assert what("correction_needs_reason") in at.warning[0].value.replace("\\", "")
    assert at.query_params["member"] in ("m6", ["m6"])
    fill(at, Reason_for_taking_it_out="entered twice")
    press(at, "Take it out")
    shown = text(at)
    for told in ("6 members in the directory", "is no longer in the directory."):
        assert told in shown, told
    assert {"member", "form"}.isdisjoint(at.query_params)


def test_a_right_says_who_holds_it_and_who_uses_it(fund, visit_page):
    at = partners(visit_page, "", form="right:")
    fill(at, Title="Thin film", Held_by="m7", State="joint_research", Used_by="Company 1")
    # A patent lasts twenty years, and longer than the ten that the framework would take.
    (last_day,) = (one for one in at.date_input if one.label == "Last day")
    assert last_day.max >= DAY.replace(year=DAY.year + 25)
    press(at, "Save the right")
    shown = text(partners(visit_page, "rights"))
    for told in ("1 right, 0 on offer", "Thin film", "joint research under way", "Tlo 7", "Company 1"):
        assert told in shown, told
    (right,) = fund.desk.partner_rows(SECRETARIAT).ip_rights
    early = right.model_copy(update={"filed_on": DAY, "ends_on": DAY - timedelta(days=1)})
    assert fund.refused(d.RecordIpRights(rights=(early,)), SECRETARIAT) == Refusal.of("right_ends_early")
    bare = right.model_copy(update={"title": " "})
    assert fund.refused(d.RecordIpRights(rights=(bare,)), SECRETARIAT) == Refusal.of("right_needs_title")


@pytest.mark.parametrize(
    ("kind", "table", "done"),
    [
        ("capability", "会員番号,加工,余力時間\nM-1,曲げ,40\nM-2,旋盤,\nM-3,念力,\n", "2 rows are recorded."),
        ("equipment", "会員番号,設備,型式,台数\nM-1,旋盤,'+81-X,2\nM-9,炉,,\n", "1 row is recorded."),
    ],
)
def test_what_members_can_do_and_their_machines_come_out_of_a_table(fund, visit_page, kind, table, done):
    at = visit_page(SECRETARIAT, form="import:")
    next(one for one in at.get("segmented_control") if one.key == "import-kind").set_value(kind)
    looked(at)
    at.file_uploader[0].upload("t.csv", table.encode())
    looked(at)
    assert "rejected, with the reason below" in text(at)
    assert fund.desk.equipment_of_members(SECRETARIAT) == ()
    press(at, next(one.label for one in at.button if one.label.startswith("Record")))
    assert done in text(at)
    if kind == "capability":
        found = fund.desk.capabilities_of_members(SECRETARIAT)
        assert [(one.id == "c", one.process, one.free_hours_per_month) for one in found] == [
            (True, "bending", 40),
            (False, "turning", None),
        ]
    else:
        (machine,) = fund.desk.equipment_of_members(SECRETARIAT)
        assert (machine.member_id, machine.model, machine.count) == ("m1", "+81-X", 2)
        assert [one.code for one in fund.desk.find_members(SECRETARIAT, "旋盤 81", fund.desk.process_tree).members] == [
            "M-1"
        ]


def test_a_list_of_members_is_taken_in(fund, visit_page):
    at = visit_page(SECRETARIAT, form="import:")
    at.file_uploader[0].upload("members.csv", "会員番号,会社名,種別\nM-8,稜精工,企業\nM-1,Company 1,\n".encode())
    looked(at)
    assert "1 are new, 1 correct a member that is known." in text(at)
    press(at, "Take 2 members in")
    assert "2 members are taken in." in text(at)
    assert [one.name.ja for one in fund.desk.members() if one.code == "M-8"] == ["稜精工"]
