"""The shipped rubrics: what they hold, pinned by counts and digests, and their texts against their figures."""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from fundapp.basis.canonical import digest
from fundapp.basis.fact import Bilingual, Fact
from fundapp.committee.menu_file import parse_readiness, parse_support_menu
from fundapp.committee.rubric import Rubric
from fundapp.committee.rubric_file import parse_rubric, toml_table
from fundapp.committee.support_menu import ReadinessScales, SupportMenu

RUBRICS = Path(__file__).parents[2] / "rubrics"
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def table(name: str) -> dict[str, Any]:
    found = toml_table((RUBRICS / f"{name}.toml").read_text(encoding="utf-8"), name)
    assert isinstance(found, dict), found
    return found


def shipped() -> tuple[Rubric, SupportMenu, ReadinessScales]:
    rubric = parse_rubric(table("axis1"), table("axis2"), table("decision"))
    menu, scales = parse_support_menu(table("support_menu")), parse_readiness(table("readiness"))
    assert isinstance(rubric, Rubric), rubric
    assert isinstance(menu, SupportMenu), menu
    assert isinstance(scales, ReadinessScales), scales
    return rubric, menu, scales


RUBRIC, MENU, SCALES = shipped()
AXIS1, AXIS2 = RUBRIC.axes

# A changed text, weight or rule is a new version. When a change is meant: raise `version` in the files, then pin here.
PINNED = {
    "axis1": "cd10ab58b33633fe17869cd1edf1aaa5351362a55a794a9c7ec8ae02ae1a4d54",
    "axis2": "4bb388ba6391e937acd988062631748c66620d03f381af7d834bbf6a3a2a8cad",
    "decision": "82d839ca1a7084685c184d62ad651902b7bc5f762b8327da47ea5f5160d28672",
    "support_menu": "54f3822111a856991d9350406f3dc3b7df275cc64cb9c5a78c57a097a85d3475",
    "readiness": "84f936d587fbdf826a9c65d625c867bd31b5f8d9473ad8c50922e8a34fce2fe6",
}


def test_content_of_version_2026_1_is_as_it_was_adopted() -> None:
    now = {"axis1": AXIS1, "axis2": AXIS2, "decision": RUBRIC.decision, "support_menu": MENU, "readiness": SCALES}
    assert {one.version for one in now.values()} == {"2026.1"}
    assert {name: digest(one) for name, one in now.items()} == PINNED


def test_criteria_weights_and_floors() -> None:
    assert [(one.id, one.weight_pct, one.floor) for one in AXIS1.criteria] == [
        ("B1", 20, None), ("B2", 15, None), ("B3", 15, 2), ("B4", 20, 2), ("B5", 10, None), ("B6", 10, None),
        ("B7", 10, None),
    ]  # fmt: skip
    assert [(one.id, one.weight_pct, one.floor, one.needs_parts) for one in AXIS2.criteria] == [
        ("N1", 15, None, False), ("N2", 20, 3, True), ("N3", 15, None, True), ("N4", 15, None, True),
        ("N5", 15, 3, False), ("N6", 10, None, True), ("N7", 10, None, False),
    ]  # fmt: skip


def test_a_proposal_without_parts_is_assessable() -> None:
    assert sum(not one.needs_parts for one in AXIS2.criteria) == AXIS2.least_applicable == 3


@pytest.mark.parametrize(
    ("axis1", "axis2", "points1", "points2"),
    [
        ([4, 4, 3, 4, 3, 3, 4], [4, 4, 3, 3, 4, 3, 4], "3.65", "3.6"),
        ([5, 5, 4, 4, 5, 4, 4], [2, 1, 2, 1, 1, 1, 3], "4.45", "1.5"),
        ([2, 2, 3, 3, 1, 3, 2], [5, 5, 4, 4, 5, 4, 4], "2.35", "4.5"),
        ([2, 3, 2, 2, 2, 2, 2], [2, 3, 2, 3, 2, 2, 2], "2.15", "2.35"),
    ],
    ids=["wind turbine", "film gauge", "belt washer", "empty house"],
)
def test_weights_give_the_points_of_the_demo(axis1: list[int], axis2: list[int], points1: str, points2: str) -> None:
    means = [
        sum(one.weight_pct * Fraction(level) for one, level in zip(axis.criteria, levels, strict=True)) / 100
        for axis, levels in ((AXIS1, axis1), (AXIS2, axis2))
    ]
    assert means == [Fraction(points1), Fraction(points2)]


def test_facts_by_kind_and_better_direction() -> None:
    lower = {"cost_ratio", "quote_age_days", "lt_ratio", "ss_critical", "top_provider_dependence", "top_provider_share",
             "support_load"}  # fmt: skip
    assert {fact.id for fact in AXIS2.facts if fact.better == "lower"} == lower
    assert [fact.id for fact in AXIS2.facts if fact.kind == "days"] == ["quote_age_days"]
    assert sum(fact.kind == "ratio" for fact in AXIS2.facts) == 13
    assert [fact.id for fact in AXIS2.facts if fact.kind == "yes_no"] == [
        "needs_listed", "critical_needs_complete", "rest_have_decision_date", "every_item_funded",
        "holes_have_alternative_and_owner", "critical_have_second_source", "cost_actions_dated",
        "lead_time_countermeasure", "every_critical_need_covered", "rest_have_raised_hand",
        "critical_needs_in_writing", "critical_needs_contracted", "concentration_mitigated",
        "provider_hazards_checked", "overseas_contact_named",
    ]  # fmt: skip


def test_largest_share_of_selected_quotes_is_shown_and_decides_nothing() -> None:
    """It can fall when an offer is removed, so a level could rise by losing one."""
    asked = {item.fact for one in AXIS2.criteria for rule in one.rules for whole in rule.any_of for item in whole}
    assert "top_provider_share" not in asked
    assert "top_provider_share" in AXIS2.criterion("N6").facts


def test_interests_and_what_follows_from_them() -> None:
    assert [(kind.id, kind.level, kind.organisation) for kind in RUBRIC.decision.interests] == [
        ("kin", "recuse", False),
        ("same_company_or_laboratory", "recuse", False),
        ("joint_researcher", "recuse", False),
        ("inventor_or_patent_holder", "recuse", False),
        ("direct_competitor", "recuse", False),
        ("shares_or_options", "recuse", False),
        ("officer_or_adviser", "recuse", False),
        ("bidder_or_paid_provider", "recuse", False),
        ("organisation_bidder_or_paid_provider", "recuse", True),
        ("organisation_licence_income", "recuse", True),
        ("organisation_paid_commission", "recuse", True),
        ("organisation_loan", "disclose", True),
        ("organisation_standing_menu", "disclose", True),
    ]


def test_texts_of_gates_and_quadrants_name_the_figures_that_are_compared() -> None:
    decision = RUBRIC.decision
    cut = decision.thresholds
    floors = {one.id: one.floor for axis in RUBRIC.axes for one in axis.criteria if one.floor}
    assert floors == {"B3": 2, "B4": 2, "N2": 3, "N5": 3}
    figures = {gate.id: figures_of(gate.text) for gate in decision.gates}
    assert figures["G1"] == {Fraction(cut.x_weight_max_pct)}
    assert figures["G2"] == {cut.axis1_pass, Fraction(2)}
    assert figures["G3"] == {cut.axis2_pass, Fraction(3)}
    assert figures["G4"] == {cut.critical_coverage_min * 100}
    assert figures["G6"] == {Fraction(decision.voting.least_eligible)}
    build = next(quadrant.default for quadrant in decision.quadrants if quadrant.id == "Q2")
    assert {cut.axis2_build, Fraction(decision.build_support_days)} <= figures_of(build)
    assert decision.build_support_extensions == 1, "the text of Q2 says one extension"


def figures_of(text: Bilingual) -> set[Fraction]:
    """The figures that both languages name; those of criteria and axes (N2, 軸1) are no figures."""

    def plain(words: str) -> set[Fraction]:
        words = re.sub(r"[A-Z]\d|軸\d|[Aa]xis \d", "", words)
        return {Fraction(number) for number in re.findall(r"\d+(?:\.\d+)?", words)}

    return plain(text.ja) & plain(text.en)


def bilinguals(value: object) -> list[Bilingual]:
    if isinstance(value, Bilingual):
        return [value]
    if isinstance(value, Fact):
        return [text for name in type(value).model_fields for text in bilinguals(getattr(value, name))]
    return [text for one in value for text in bilinguals(one)] if isinstance(value, tuple) else []


def test_every_text_is_in_its_own_language() -> None:
    texts = [text for one in (*RUBRIC.axes, RUBRIC.decision, MENU, SCALES) for text in bilinguals(one)]
    assert len(texts) == 339
    assert [text.en for text in texts if JAPANESE.search(text.en)] == []
    assert [text.ja for text in texts if not JAPANESE.search(text.ja) and text.ja not in ("TLO",)] == []


def test_no_two_levels_of_a_criterion_have_the_same_text() -> None:
    for one in (*AXIS1.criteria, *AXIS2.criteria):
        assert len({level.text for level in one.levels}) == 5, one.id
