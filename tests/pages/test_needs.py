"""Can we support it: the list of needs, their forms, and what a change does to the facts."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from small_fund import both
from streamlit.testing.v1 import AppTest

from fundapp.basis.roles import Role
from fundapp.committee.proposal import Company, Proposal
from fundapp.committee.rubric import Rubric
from fundapp.desk import Done
from fundapp.network.contact import Contact
from fundapp.network.member import Member
from fundapp.network.need import MenuItem, SupportNeed
from fundapp.network.service import Service
from fundapp.network.training import Training
from fundapp.places import rubrics_folder
from fundapp.record import association_commands as a
from fundapp.record import commands as c
from fundapp.record import inquiry_commands as q
from fundapp.store.rubric_files import load_rubric
from fundapp.text.catalogue import use
from fundapp.ui import gate
from fundapp.ui.desks import PAGES
from tests.pages.screens import opened

PAGE = str(PAGES["network/needs"].file)


@pytest.fixture
def order(peopled: Path, actors) -> Callable[[c.Command, Role], None]:
    """Give a command at the desk of this test; a rubric and a proposal are there."""

    def give(command: c.Command, role: Role = Role.SECRETARIAT) -> None:
        done = gate.desk().submit(command, actors[role])
        assert isinstance(done, Done), done

    rubric = load_rubric(rubrics_folder())
    assert isinstance(rubric, Rubric)
    give(c.AdoptRubric(rubric=rubric, in_force_from=date(2026, 4, 1)), Role.ADMINISTRATOR)
    member = Member(id="m", code="M-0001", name=both("Ryohoku Seiki"), member_class="company")
    give(c.RegisterMembers(members=(member,)))
    company = Company(id="c", name=both("Furai Kobo"))
    for code in ("PR-06", "PR-07"):
        proposal = Proposal(
            id=f"id of {code}",
            code=code,
            name=both("Turbine"),
            company=company,
            ask_yen=60_000_000,
            instrument="common_shares",
            sector="energy",
            stage="early",
        )
        give(c.RegisterProposal(proposal=proposal))
    return give


@pytest.fixture
def visit(order, actors, monkeypatch) -> Iterator[Callable[..., AppTest]]:
    """Open the page as a role."""

    def open_page(role: Role, language: str = "en", **address: str) -> AppTest:
        return opened(PAGE, actors, monkeypatch, role, language, **address)

    yield open_page
    use("ja")


def words(screen: AppTest) -> str:
    """All that the page says, without the marks of Markdown."""
    told = [*screen.title, *screen.header, *screen.markdown, *screen.success, *screen.warning]
    return "\n".join(str(one.value) for one in told).replace("\\", "")


def captions(screen: AppTest) -> str:
    return "\n".join(str(one.value) for one in screen.caption).replace("\\", "")


def field(screen: AppTest, label: str):
    """The one widget with this label."""
    widgets = [*screen.text_input, *screen.selectbox, *screen.radio, *screen.checkbox, *screen.date_input]
    return next(one for one in [*widgets, *screen.number_input] if one.label == label)


def shown_list(screen: AppTest):
    return next(one for one in screen.get("segmented_control") if one.key == "support-list")


def press(screen: AppTest, label: str) -> AppTest:
    """Press a button by its label; the page must not fail."""
    next(one for one in screen.button if one.label == label).click().run()
    assert not screen.exception, screen.exception
    return screen


def needs(order, *, critical: bool = False) -> None:
    item = MenuItem(kind="M01", provider="Ryohoku Seiki", person="Sato", deliverable="rotors", rung=3)
    order(
        c.RecordNeeds(
            needs=(SupportNeed(id="n", proposal_id="id of PR-06", name="Magnets", critical=critical, item=item),)
        )
    )


def test_without_needs_the_page_says_what_to_do_first(visit):
    screen = visit(Role.SECRETARIAT)
    assert "0 support needs, 0 with a complete menu item" in words(screen)
    assert "No support need is listed yet." in words(screen)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["Missing: due date, who bears the cost", "M01 Broadcast RFQ", "3 hand raised", "Critical need"]),
        ("ja", ["足りないもの：期日、費用負担", "M01 部品・工程の一斉照会", "3 挙手", "重要課題"]),
    ],
)
def test_a_need_tells_its_item_and_what_is_missing(visit, order, language, told):
    needs(order, critical=True)
    text = words(visit(Role.SECRETARIAT, language))
    assert [one for one in told if one not in text] == []


@pytest.mark.parametrize("role", [Role.VOTING, Role.AUDITOR])
def test_who_may_not_change_needs_only_reads(visit, order, role):
    needs(order)
    screen = visit(role, form="need:n")
    assert "Magnets" in words(screen)
    assert not screen.text_input
    assert [one.label for one in screen.button] == []


@pytest.mark.parametrize(
    ("role", "copies"), [(Role.SECRETARIAT, ["committee", "company"]), (Role.AUDITOR, ["committee"])]
)
def test_the_menu_is_printed_for_whoever_may_hand_it_on(visit, role, copies):
    screen = visit(role)
    assert [one.url for one in screen.get("link_button")] == [
        f"/download/support-menu-{copy}?proposal=PR-06&lang=en" for copy in copies
    ]


def test_a_need_is_added_with_what_it_does_to_the_facts(visit):
    screen = press(visit(Role.MANAGER), "Add a need")
    for label, value in (
        ("What the company cannot do alone", "Magnets"),
        ("Kind of support", "M01"),
        ("Person in charge", "Sato"),
        ("Deliverable: what will be handed over", "rotors"),
        ("Due", date.today() + timedelta(days=30)),
        ("Cost in yen, 0 when it is free of charge", 0),
        ("Who bears the cost", "association"),
        ("How firm it is", 4),
    ):
        field(screen, label).set_value(value).run()
        assert not screen.exception, screen.exception
    field(screen, "Provider: a member, or type another name").set_value("Ryohoku Seiki").run()
    foreseen = "N1 Hands-on menu completeness: level 1 → level 5"
    assert foreseen in words(screen)
    screen = press(screen, "Save the need")
    assert "The need “Magnets” is saved." in words(screen)
    assert foreseen in words(screen), words(screen)
    assert "1 support need, 1 with a complete menu item" in words(screen)


def test_a_half_filled_form_is_there_again_after_a_reload(visit):
    screen = press(visit(Role.MANAGER), "Add a need")
    field(screen, "What the company cannot do alone").set_value("Magnets").run()
    again = visit(Role.MANAGER, form="need:")
    assert field(again, "What the company cannot do alone").value == "Magnets"


def test_a_form_that_is_given_up_is_forgotten(visit):
    screen = press(visit(Role.MANAGER), "Add a need")
    field(screen, "What the company cannot do alone").set_value("Magnets").run()
    screen = press(screen, "Discard and go back")
    assert "No support need is listed yet." in words(screen)
    assert field(press(screen, "Add a need"), "What the company cannot do alone").value == ""


def test_a_written_acceptance_needs_a_named_person(visit):
    screen = press(visit(Role.MANAGER), "Add a need")
    field(screen, "What the company cannot do alone").set_value("Magnets").run()
    field(screen, "Kind of support").set_value("M01").run()
    field(screen, "How firm it is").set_value(4).run()
    screen = press(screen, "Save the need")
    assert "“Person in charge” is empty." in words(screen)


@pytest.mark.parametrize(
    ("part", "add", "fields", "save", "told"),
    [
        (
            "route",
            "Add a sales route",
            {"Channel or market": "Mountain huts", "Region": "Chubu"},
            "Save the sales route",
            "Open terms: Type of commission, Rate, Collection of payment, Sales rep's name",
        ),
        (
            "coordinator",
            "Add a coordinator",
            {
                "Coordinator's name": "Ono",
                "Hours promised a month, all proposals together": 90,
                "Hours available a month": 80,
            },
            "Save the hours",
            "More hours promised than available",
        ),
        (
            "case",
            "Add a promised support",
            {"Due": date(2026, 1, 10), "Delivered": date(2026, 1, 9)},
            "Save the promised support",
            "Came in time",
        ),
    ],
)
def test_the_other_lists_take_rows_and_show_them(visit, part, add, fields, save, told):
    screen = visit(Role.SECRETARIAT)
    shown_list(screen).set_value(part).run()
    screen = press(screen, add)
    for label, value in fields.items():
        field(screen, label).set_value(value).run()
    screen = press(screen, save)
    assert told in words(screen)


def test_money_of_others_stands_with_its_period_and_what_it_bent(visit, order, actors):
    screen = visit(Role.SECRETARIAT)
    shown_list(screen).set_value("money").run()
    assert "No money of others is entered yet." in words(screen)
    screen = press(screen, "Add a source")
    for label, value in (
        ("Kind of money", "grant"),
        ("From whom: a member, or type another name", "Ryohoku Seiki"),
        ("Amount, yen", 8_000_000),
        ("Begins on", date(2026, 4, 1)),
        ("Ends on", date(2026, 3, 31)),
        ("What of the plan was changed to fit the scheme (empty: nothing)", "a smaller turbine"),
    ):
        field(screen, label).set_value(value).run()
        assert not screen.exception, screen.exception
    screen = press(screen, "Save the source")
    assert "its period ends before it begins" in words(screen)
    field(screen, "Ends on").set_value(date(2027, 3, 31)).run()
    told = words(press(screen, "Save the source"))
    assert "Money beside the fund's: ¥8,000,000" in told
    assert "The plan was changed to fit the scheme: a smaller turbine" in told
    (row,) = gate.desk().proposal(actors[Role.SECRETARIAT], "id of PR-06").co_finance
    assert (row.source, row.kind, row.state) == ("Ryohoku Seiki", "grant", "planned")
    outside = "This name is not in the directory."
    screen = press(screen, "Correct")
    assert outside not in captions(screen)
    press(screen, "Take it out")
    assert gate.desk().proposal(actors[Role.SECRETARIAT], "id of PR-06").co_finance == ()
    stranger = row.model_copy(update={"id": "other", "source": "Taro Yamada"})
    order(c.RecordCoFinance(proposal_id="id of PR-06", rows=(stranger,)))
    assert outside in captions(visit(Role.SECRETARIAT, form="money:other"))


def test_a_support_says_when_it_ends_and_who_goes_on(visit, order):
    item = MenuItem(kind="M01", provider="Ryohoku Seiki", ends_when="ten rotors hold", handed_to="Ryohoku Seiki")
    order(c.RecordNeeds(needs=(SupportNeed(id="n", proposal_id="id of PR-06", name="Magnets", item=item),)))
    told = words(visit(Role.SECRETARIAT))
    assert "Ends when: **ten rotors hold**" in told
    assert "Afterwards goes on: **Ryohoku Seiki**" in told


def test_a_sales_rep_waits_for_the_coordinators_own_network(visit, order, actors):
    desk = Member(id="d", code="M-0002", name=both("Route Desk"), member_class="sales_coordinator")
    rep = Member(id="r", code="M-0003", name=both("Ito Office"), member_class="sales_rep")
    order(c.RegisterMembers(members=(desk, rep)))
    screen = visit(Role.SECRETARIAT)
    shown_list(screen).set_value("route").run()
    screen = press(screen, "Add a sales route")
    field(screen, "Channel or market").set_value("Mountain huts").run()
    field(screen, "Sales rep's name").set_value("Ito Office").run()
    screen = press(screen, "Save the sales route")
    refused = "The route “Mountain huts” names a sales rep before the coordinator's own network has an answer."
    assert refused in words(screen)
    assert gate.desk().support(actors[Role.SECRETARIAT], "id of PR-06").routes == ()
    for label, value in (
        ("Sales-route coordinator", "Route Desk"),
        ("Sales plan looked into on", date(2026, 11, 2)),
        ("Buyer 1", "Hut Union"),
        ("Buyer 1: introduced on", date(2026, 11, 9)),
        ("Buyer 1: what came of it", "took one on trial"),
        ("What the own network does not reach, and why", "nobody known on the coast"),
    ):
        field(screen, label).set_value(value).run()
        assert not screen.exception, screen.exception
    assert field(screen, "Buyer 2").value == ""
    told = words(press(screen, "Save the sales route"))
    for step in (
        "Step 1: the coordinator's own network reaches a part of it",
        "Sales-route coordinator: **Route Desk**",
        "**Hut Union** took one on trial",
        "Not reached, and why: **nobody known on the coast**",
        "Step 2: handed to the sales rep",
        "Sales rep's name: **Ito Office**",
    ):
        assert step in told, told


def test_a_countermeasure_names_what_is_open(visit):
    screen = visit(Role.SECRETARIAT)
    shown_list(screen).set_value("countermeasure").run()
    screen = press(screen, "Add a countermeasure")
    field(screen, "Against what").set_value("cost").run()
    screen.text_area[0].set_value("Fewer screws").run()
    screen = press(screen, "Save the countermeasure")
    assert "Fewer screws" in words(screen)
    assert "Open: owner, due date" in words(screen)


def test_the_chosen_proposal_is_in_the_address(visit, order):
    needs(order)
    screen = visit(Role.SECRETARIAT, proposal="PR-07")
    assert "0 support needs" in words(screen)
    field(screen, "Proposal").set_value("PR-06").run()
    assert "1 support need," in words(screen)
    assert screen.query_params["proposal"] == "PR-06"


@pytest.fixture
def tlo(order) -> None:
    """The TLO's filing of patents is free for member companies; a chamber does it locally too."""
    tlo = Member(id="tlo", code="M-2", name=both("Hachiryo TLO"), member_class="tlo")
    order(
        c.RegisterMembers(members=(tlo, Member(id="ch", code="M-3", name=both("Chamber"), member_class="support_body")))
    )
    free = Service(member_id="tlo", kind="M08", level="wide_area", cost_yen=300_000, free_for_members=True)
    order(a.RecordServices(member_id="tlo", services=(free,)))
    order(a.RecordServices(member_id="ch", services=(Service(member_id="ch", kind="M08", level="local"),)))


def filing(screen: AppTest) -> AppTest:
    """A need answered by the TLO, with the cost left empty."""
    field(screen, "What the company cannot do alone").input("Patent")
    field(screen, "Kind of support").select("M08")
    field(screen, "Provider: a member, or type another name").select("Hachiryo TLO")
    return screen.run()


@pytest.mark.parametrize(
    ("is_member", "told", "cost_yen", "why"),
    [
        (False, "wide-area; ¥300,000 when the cost is left empty", 300_000, "standard cost: the company is no member"),
        (True, "wide-area; ¥0 when the cost is left empty", 0, "free: the company is a member"),
    ],
)
def test_a_member_company_gets_the_tlo_for_nothing(visit, order, tlo, is_member, told, cost_yen, why):
    if is_member:
        order(
            c.RegisterMembers(members=(Member(id="own", code="M-4", name=both("Furai Kobo"), member_class="company"),))
        )
    screen = filing(visit(Role.SECRETARIAT, form="need:"))
    assert f"{told} ({why})" in words(screen)
    assert "Done locally too, by Chamber" in words(screen)
    screen = press(screen, "Save the need")
    assert f"Cost: **¥{cost_yen:,}**" in words(screen)
    assert f"Reason: {why}" in words(screen)
    assert "Hachiryo TLO (wide-area)" in words(screen)


def test_a_cost_that_the_body_does_not_ask_is_marked(visit, order, tlo):
    item = MenuItem(kind="M08", provider="Hachiryo TLO", cost_yen=5)
    order(c.RecordNeeds(needs=(SupportNeed(id="n", proposal_id="id of PR-06", name="Patent", item=item),)))
    assert "The body asks ¥300,000 of this company" in words(visit(Role.SECRETARIAT))


def test_an_evaluation_names_who_is_qualified(visit, order):
    screen = visit(Role.SECRETARIAT, form="need:")
    field(screen, "Kind of support").select("M17").run()
    assert "Nobody is qualified to evaluate today" in words(screen)
    bank = Member(id="b", code="M-5", name=both("Bank"), member_class="bank")
    order(c.RegisterMembers(members=(bank,)))
    order(q.RecordContacts(contacts=(Contact(id="k", member_id="b", name="Sugitani"),)))
    today = gate.desk().today()
    trained = Training(
        id="t", member_id="b", contact_id="k", course="x", began_on=today, ended_on=today, evaluator_until=today
    )
    order(a.RecordTrainings(trainings=(trained,)))
    assert "Qualified to evaluate: Sugitani (Bank)" in words(screen.run())
