"""The facts that the rubric judges by are the facts that the network computes."""

from datetime import date
from fractions import Fraction
from pathlib import Path

from fundapp.committee.rubric import Axis, Rubric
from fundapp.committee.rubric_file import parse_rubric, toml_table
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.facts import SourcingRules, support_facts
from fundapp.network.register import SupportRegister

RUBRICS = Path(__file__).parents[2] / "rubrics"
DAY = date(2026, 4, 1)


def shipped() -> Rubric:
    tables = [
        toml_table((RUBRICS / f"{name}.toml").read_text(encoding="utf-8"), name)
        for name in ("axis1", "axis2", "decision")
    ]
    rubric = parse_rubric(*tables)
    assert isinstance(rubric, Rubric), rubric
    return rubric


RUBRIC = shipped()
AXIS2: Axis = RUBRIC.axis("axis2")
RULES = SourcingRules(
    uncovered_cost_factor=RUBRIC.decision.uncovered_cost_factor,
    imputed_lateness_factor=RUBRIC.decision.imputed_lateness_factor,
    imputed_lead_time_days=RUBRIC.decision.imputed_lead_time_days,
)


def computed(bill: Bill | None) -> set[str]:
    register = SupportRegister(
        proposal_id="P", bill=bill, offers=(), needs=(), needs_support=True, routes=(), coordinators=(),
        countermeasures=(), cases=(),
    )  # fmt: skip
    return set(support_facts(register, DAY, RULES).values("firm"))


def test_every_defined_fact_is_computed_and_every_computed_fact_is_defined() -> None:
    line = Line(id="L1", row=1, quantity=Fraction(1), kind=LineKind.BOUGHT_OUT, critical=True, target_unit_cost_yen=100)
    bill = Bill(proposal_id="P", revision="A", lot=1, plan_days=84, lines=(line,))
    assert computed(bill) == {fact.id for fact in AXIS2.facts}


def test_without_parts_the_other_criteria_still_have_their_facts() -> None:
    wanted = {fact for one in AXIS2.criteria if not one.needs_parts for fact in one.facts}
    assert wanted <= computed(None)
