"""Two cases of their own, from the freeze to the minutes: a company that needs no support, a proposal without parts."""

import pytest
from small_fund import DAY, MEMBERS, SECRETARIAT, Clock, SmallFund

from fundapp.committee.proposal import Terms
from fundapp.desk import Desk
from fundapp.documents.minutes_markdown import minutes_markdown
from fundapp.network.need import Coordinator, MenuItem, SalesRoute, SupportNeed
from fundapp.record import commands as c
from fundapp.web.minutes_copy import minutes_copy

PARTS = {"N2", "N3", "N4", "N6"}
ALONE, APP = "m1-PR-1", "m1-PR-2"
REASON = "makes and sells by itself"


@pytest.fixture(scope="module")
def fund(tmp_path_factory) -> SmallFund:
    """PR-1 needs no support; PR-2 is software with its support written down. Both are approved, the minutes are out."""
    clock = Clock()
    fund = SmallFund(Desk(tmp_path_factory.mktemp("own") / "data", clock=clock), clock)
    fund.found()
    fund.proposal("PR-1", ask_yen=40_000_000)
    app = fund.proposal("PR-2", ask_yen=30_000_000, sector="software")
    fund.do(c.RegisterProposal(proposal=app.model_copy(update={"needs_support": True})), SECRETARIAT)
    supported(fund, app.id)
    fund.meeting(1, "PR-1", "PR-2")
    for item_id, amount_yen in ((ALONE, 40_000_000), (APP, 30_000_000)):
        decided(fund, item_id, amount_yen)
    fund.do(c.CloseMeeting(meeting_id="m1"), SECRETARIAT)
    return fund


def supported(fund: SmallFund, proposal_id: str) -> None:
    """Two needs in writing with all that belongs to them, an agreed route, and hours that are there."""
    item = MenuItem(
        kind="M01",
        provider="works",
        person="Sato",
        deliverable="trial",
        due=DAY,
        decision_due=DAY,
        cost_yen=0,
        cost_bearer="association",
        funded=True,
        owner_consent=True,
        rung=5,
    )
    needs = tuple(
        SupportNeed(id=f"need-{n}", proposal_id=proposal_id, name=f"need {n}", critical=n == 1, item=item)
        for n in (1, 2)
    )
    route = SalesRoute(
        id="route",
        proposal_id=proposal_id,
        name="dealers",
        commission_type="fixed",
        rate="1/20",
        collection="bank",
        region="north",
        coordinator="desk",
        plan_read_on=DAY,
        not_reached="no buyer known",
        rep="Ito",
        contact="Ito",
    )
    fund.do(c.RecordNeeds(needs=needs), SECRETARIAT)
    fund.do(c.RecordRoutes(routes=(route,)), SECRETARIAT)
    hours = Coordinator(id="k", name="Kato", hours_promised=10, hours_available=40)
    fund.do(c.RecordCoordinators(coordinators=(hours,)), SECRETARIAT)


def decided(fund: SmallFund, item_id: str, amount_yen: int) -> None:
    fund.do(c.FreezeFacts(item_id=item_id), SECRETARIAT)
    frozen = fund.desk.book(SECRETARIAT).items[item_id].frozen
    agreed = tuple(
        c.Judgement(axis="axis2", criterion_id=one.criterion_id, level=one.level)
        for one in frozen.firm
        if one.level is not None
    )
    for seat, who in MEMBERS.items():
        fund.do(c.DeclareInterest(item_id=item_id, seat_id=seat, kind="none"), who)
        card = c.SubmitScorecard(item_id=item_id, seat_id=seat, judgements=(*fund.judgements(), *agreed))
        fund.do(card, who)
    fund.do(c.RevealScores(item_id=item_id), MEMBERS["association"])
    terms = Terms(amount_yen=amount_yen, instrument="common_shares")
    fund.do(c.PutMotion(item_id=item_id, resolution="approve", terms=terms), MEMBERS["association"])
    fund.voted(item_id)
    declare = c.DeclareResult(item_id=item_id, number=1, reservation_id=f"r-{item_id}")
    fund.do(declare, MEMBERS["association"])


def outcomes(fund: SmallFund, item_id: str) -> dict[str, str]:
    return {gate.id: gate.outcome for gate in fund.desk.book(SECRETARIAT).items[item_id].gates.firm}


def told(fund: SmallFund, language) -> list[str]:
    """The minutes, item by item."""
    content = minutes_copy(fund.desk, SECRETARIAT, "m1", language)
    text = minutes_markdown(content, language=language).decode()
    return text.split("\n### ")[1:]


def test_no_criterion_of_axis_2_applies_to_a_company_that_needs_no_support(fund) -> None:
    item = fund.desk.book(SECRETARIAT).items[ALONE]
    assert {one.level for one in item.frozen.firm} == {None}
    assert item.resolved.resolution == "approve"
    passed = {gate: outcome for gate, outcome in outcomes(fund, ALONE).items() if gate not in ("G3", "G4")}
    assert set(passed.values()) == {"pass"}
    assert (outcomes(fund, ALONE)["G3"], outcomes(fund, ALONE)["G4"]) == ("not_applicable", "not_applicable")


@pytest.mark.parametrize(
    ("language", "sentence", "place"),
    [
        ("en", "Not applicable: the company needs no support. Reason", "on one axis alone: no support is needed"),
        ("ja", "対象外：支援を必要としない会社です。理由", "将来性のみで判断（支援を必要としない会社）"),
    ],
)
def test_its_minutes_say_so_with_the_reason_and_call_nothing_unassessable(fund, language, sentence, place) -> None:
    minutes = told(fund, language)[0].replace("\\", "")
    assert sentence in minutes
    assert REASON in minutes
    assert place in minutes
    assert not {"not assessable", "判定不能"} & {word for word in ("not assessable", "判定不能") if word in minutes}


def test_without_the_reason_the_intake_gate_stands_in_the_way(tmp_path) -> None:
    clock = Clock()
    fund = SmallFund(Desk(tmp_path / "data", clock=clock), clock)
    fund.found()
    made = fund.proposal("PR-1")
    untold = made.intake.model_copy(update={"no_support_reason": ""})
    fund.do(c.CheckIntake(proposal_id=made.id, intake=untold), SECRETARIAT)
    fund.meeting(1, "PR-1")
    fund.revealed(ALONE)
    motion = c.PutMotion(
        item_id=ALONE, resolution="approve", terms=Terms(amount_yen=1_000_000, instrument="common_shares")
    )
    refused = fund.refused(motion, MEMBERS["association"])
    assert (refused.code, [one.place for one in refused.problems]) == ("resolution_not_admissible", ["G0"])


def test_a_proposal_without_parts_is_judged_by_the_criteria_that_apply(fund) -> None:
    item = fund.desk.book(SECRETARIAT).items[APP]
    applied = {one.criterion_id: one.level is not None for one in item.frozen.firm}
    assert {one for one, applies in applied.items() if not applies} == PARTS
    assert item.resolved.resolution == "approve"
    assert (outcomes(fund, APP)["G3"], outcomes(fund, APP)["G4"]) == ("pass", "pass")


def test_its_axis_2_is_the_mean_of_the_criteria_that_apply(fund) -> None:
    book = fund.desk.book(SECRETARIAT)
    item = book.items[APP]
    weights = {one.id: one.weight_pct for one in book.rubric_of(item).axis("axis2").criteria}
    levels = {one.criterion_id: one.level for one in item.frozen.firm if one.level is not None}
    points = sum(weights[one] * level for one, level in levels.items()) / sum(weights[one] for one in levels)
    assert float(item.gates.axis2_points) == pytest.approx(points)


def test_its_minutes_name_what_does_not_apply(fund) -> None:
    minutes = told(fund, "en")[1]
    assert minutes.count("(not applicable)") == len(PARTS)
    assert "needs no support" not in minutes
