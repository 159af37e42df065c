"""The sourcing plan and the members who are able, on the page: made beside it, watched, put in force, corrected."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from small_fund import both
from streamlit.testing.v1 import AppTest

from fundapp.basis.roles import Role
from fundapp.committee.rubric import Rubric
from fundapp.desk import Done
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.capability import Capability
from fundapp.network.member import Member
from fundapp.network.offer import Offer
from fundapp.network.plan import PlanAsked
from fundapp.places import rubrics_folder
from fundapp.planning.instance_file import problem_of
from fundapp.record import commands as c
from fundapp.store.rubric_files import load_rubric
from fundapp.text.catalogue import use
from fundapp.ui import gate
from fundapp.ui.desks import PAGES
from tests.pages.screens import opened, turbine

PAGE = str(PAGES["network/sourcing"].file)
TODAY = datetime.now(UTC).date()
PROPOSAL = "id of PR-06"
ASKED = PlanAsked(lot=10, plan_days=84)


def line(name: str, description: str, **said: object) -> Line:
    return Line(id=name, row=1, description=description, quantity=Fraction(1), kind=LineKind.MADE_TO_DRAWING, **said)


BILL = Bill(
    proposal_id=PROPOSAL,
    revision="R1",
    lot=10,
    plan_days=84,
    lines=(
        line("axle", "axle shaft", material="SCM440", critical=True, target_unit_cost_yen=1000),
        line("spring", "centrifugal spirals", target_unit_cost_yen=500),
        line("cover", "cover", material="SPCC"),
    ),
)


def offer(line_id: str, provider: str, price: int, lead: int) -> Offer:
    return Offer(
        id=f"{line_id}/{provider}",
        proposal_id=PROPOSAL,
        bill_revision="R1",
        line_id=line_id,
        provider=provider,
        person="Sato",
        rung=4,
        dated=TODAY - timedelta(days=3),
        lot=10,
        unit_price_yen=price,
        lead_time_days=lead,
        nda_signed=True,
    )


@pytest.fixture
def order(peopled, actors) -> Callable[..., None]:
    """A desk with a bill, three offers and two members who are able."""

    def give(command: c.Command, role: Role = Role.SECRETARIAT) -> None:
        done = gate.desk().submit(command, actors[role])
        assert isinstance(done, Done), done

    rubric = load_rubric(rubrics_folder())
    assert isinstance(rubric, Rubric)
    give(c.AdoptRubric(rubric=rubric, in_force_from=date(2026, 4, 1)), Role.ADMINISTRATOR)
    names = ("Aoki", "Baba")
    members = tuple(Member(id=one, code=f"M-{one}", name=both(one), member_class="company") for one in names)
    give(c.RegisterMembers(members=members))
    able = tuple(Capability(id=f"{one}/turning", member_id=one, process="turning", confirmed_on=TODAY) for one in names)
    give(c.RecordCapabilities(capabilities=able))
    give(c.RegisterProposal(proposal=turbine(PROPOSAL)))
    give(c.RecordBill(bill=BILL))
    give(c.RecordOffers(offers=(offer("axle", "Aoki", 900, 30), offer("axle", "Baba", 950, 30))))
    give(c.RecordOffers(offers=(offer("spring", "Baba", 400, 30),)))
    return give


@pytest.fixture
def visit(order, actors, monkeypatch):
    """Open one part of the page as a role."""

    def open_part(part: str, role: Role = Role.SECRETARIAT) -> AppTest:
        screen = opened(PAGE, actors, monkeypatch, role)
        screen.get("segmented_control")[0].set_value(part).run()
        assert not screen.exception, screen.exception
        return screen

    yield open_part
    use("ja")


def words(screen: AppTest) -> str:
    told = [*screen.title, *screen.header, *screen.subheader, *screen.markdown, *screen.success, *screen.warning]
    return "\n".join(str(one.value) for one in told).replace("\\", "")


def press(screen: AppTest, label: str) -> AppTest:
    next(one for one in screen.button if one.label == label).click().run()
    assert not screen.exception, screen.exception
    return screen


def made(actors, asked: PlanAsked = ASKED):
    """A plan made at the desk, waited for."""
    desk, who = gate.desk(), actors[Role.SECRETARIAT]
    assert desk.start_plan(who, PROPOSAL, asked)
    run = desk.plan_run(who, PROPOSAL)
    run.wait(60)
    assert run.is_over
    return run


def facts(actors):
    return gate.desk().support_facts(actors[Role.SECRETARIAT], PROPOSAL)


def test_a_plan_is_made_beside_the_page_compared_and_put_in_force(visit, actors):
    screen = visit("plan")
    assert "Until there is one, each line counts with its cheapest valid offer in time." in words(screen)
    press(screen, "Make a plan")
    gate.desk().plan_run(actors[Role.SECRETARIAT], PROPOSAL).wait(60)
    screen.run()
    assert "2 of 3 lines have a supplier: ¥13,000" in words(screen)
    assert "It is proved that no plan covers more" in words(screen)
    press(screen, "Put this plan in force")
    assert "The plan is in force." in words(screen)
    (plan,) = gate.desk().plans(actors[Role.SECRETARIAT], PROPOSAL)
    assert (plan.chosen(), plan.status) == ({"axle": "axle/Aoki", "spring": "spring/Baba"}, "optimal")
    assert [(one.line_id, one.reason) for one in plan.gaps] == [("cover", "no_capability")]
    content = gate.desk().files.read(plan.file_sha256)
    assert problem_of(content, "plan.json").digest() == plan.input_sha256


def test_the_plan_in_force_counts_in_the_facts_until_it_is_taken_back(visit, order, actors):
    fewer = made(actors, ASKED.model_copy(update={"opening_cost_yen": 5_000})).result
    assert fewer.summary.providers == 1
    order(c.AdoptPlan(plan=gate.desk().to_adopt(fewer)))
    assert [row.provider for row in facts(actors).lines] == ["Baba", "Baba", ""]
    gate.desk().forget_plan(actors[Role.SECRETARIAT], PROPOSAL)
    screen = visit("plan")
    assert "is in force" in words(screen)
    press(screen, "Take the plan out of force")
    assert [row.provider for row in facts(actors).lines] == ["Aoki", "Baba", ""]


def test_a_chosen_offer_that_lapses_is_told_and_the_rule_takes_its_place(visit, order, actors):
    order(c.AdoptPlan(plan=gate.desk().to_adopt(made(actors).result)))
    gate.desk().forget_plan(actors[Role.SECRETARIAT], PROPOSAL)
    order(c.WithdrawOffer(offer_id="axle/Aoki", on=TODAY))
    assert [row.provider for row in facts(actors).lines] == ["Baba", "Baba", ""]
    assert "Chosen offers that no longer count: 1." in words(visit("plan"))


def test_another_revision_takes_the_plan_out_of_force(visit, order, actors):
    order(c.AdoptPlan(plan=gate.desk().to_adopt(made(actors).result)))
    gate.desk().forget_plan(actors[Role.SECRETARIAT], PROPOSAL)
    order(c.RecordBill(bill=BILL.model_copy(update={"revision": "R2"})))
    assert "is for another revision, lot or time." in words(visit("plan"))


def test_a_what_if_is_shown_and_cannot_be_put_in_force(visit, actors):
    made(actors, PlanAsked(lot=10, plan_days=30, without=("aoki",)))
    screen = visit("plan")
    assert "Lot 10, 30 days." in words(screen)
    assert "Put this plan in force" not in [one.label for one in screen.button]
    press(screen, "Leave it as it is")
    assert "No plan is in force" in words(screen)


def test_a_solver_that_is_killed_is_a_plain_sentence_and_the_plan_is_still_there(visit, actors, monkeypatch):
    from dataclasses import replace

    from fundapp.planning import outcome as outcomes

    solve = outcomes.solve
    monkeypatch.setattr(
        outcomes, "solve", lambda *given, **said: replace(solve(*given, **said), ended="solver_lost", status="feasible")
    )
    made(actors)
    assert "The solver was ended from outside. This is the best plan found until then." in words(visit("plan"))


def test_a_plan_that_broke_off_says_that_nothing_was_changed(visit, actors, monkeypatch):
    gate.desk()._runs.start(PROPOSAL, lambda _run, _solver: None).wait(60)
    assert "The plan was not finished. Nothing was changed." in words(visit("plan"))


def test_who_may_not_put_plans_in_force_reads_them_and_starts_none(visit, actors):
    assert not gate.desk().start_plan(actors[Role.AUDITOR], PROPOSAL, ASKED)
    assert gate.desk().plan_run(actors[Role.LP], PROPOSAL) is None
    screen = visit("plan", Role.AUDITOR)
    assert "Make a plan" not in [one.label for one in screen.button]


def test_members_able_are_told_and_a_line_without_words_waits_for_a_person(visit, actors):
    screen = visit("able")
    assert "For 1 of 3 lines a member is able: 2 members in all" in words(screen)
    assert "1 line waits for you" in words(screen)
    assert "For 1 line nobody is able" in words(screen)
    process = next(one for one in screen.selectbox if one.label == "What it needs")
    process.set_value("turning")
    press(screen, "Record what it needs")
    assert "For 2 of 3 lines a member is able" in words(screen)
    assert "waits for you" not in words(screen)
    matched = gate.desk().matched(actors[Role.SECRETARIAT], PROPOSAL)
    assert [one.need.how for one in matched.lines] == ["part", "person", "material"]
    assert matched.unmatched() == (matched.lines[2],)
    (lacking,) = [box for box in screen.selectbox if box.label == "Which line"]
    assert lacking.options == ["cover"]


def test_the_members_of_one_line_stand_there_with_the_reasons(visit):
    screen = visit("able")
    look = next(one for one in screen.selectbox if one.label == "Look at one line")
    look.set_value("axle").run()
    table = screen.dataframe[-1].value
    assert list(table["Member"]) == ["Aoki", "Baba"]
    assert set(table["Why"]) == {"does this process · confirmed within two years"}


def test_capabilities_are_for_who_reads_papers(order, actors):
    assert len(gate.desk().capabilities(actors[Role.AUDITOR])) == 2
    assert gate.desk().capabilities(actors[Role.LP]) == ()
    assert gate.desk().matched(actors[Role.LP], PROPOSAL) is None
