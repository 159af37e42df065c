"""What a rubric must mean: each fault of meaning is found, with its place, and nothing else is."""

import copy
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from fundapp.basis.refusal import Problem
from fundapp.committee.rubric_file import parse_rubric, toml_table
from fundapp.text.refusals.rubric import SENTENCES

RUBRICS = Path(__file__).parents[2] / "rubrics"
SHIPPED = {
    name: toml_table((RUBRICS / f"{name}.toml").read_text(encoding="utf-8"), name)
    for name in ("axis1", "axis2", "decision")
}
Tables = dict[str, Any]
P = Problem.of


def of_id(entries: list[dict[str, Any]], entry_id: str) -> dict[str, Any]:
    return next(entry for entry in entries if entry["id"] == entry_id)


def drop(entries: list[dict[str, Any]], entry_id: str) -> None:
    entries.remove(of_id(entries, entry_id))


def n(tables: Tables, number: int) -> dict[str, Any]:
    return of_id(tables["axis2"]["criteria"], f"N{number}")


def when(tables: Tables, number: int, level: int) -> list[str]:
    return n(tables, number)["levels"][str(level)]["when"]


def weights_99(t: Tables) -> None:
    n(t, 1)["weight_pct"] = 14


def unknown_fact_in_a_rule(t: Tables) -> None:
    when(t, 2, 2).append("cov_valeu >= 0.1")


def unknown_fact_in_the_list(t: Tables) -> None:
    n(t, 2)["facts"].append("cov_valeu")


def fact_listed_twice(t: Tables) -> None:
    n(t, 2)["facts"].append("cov_value")


def fact_not_listed(t: Tables) -> None:
    when(t, 2, 5).append("menu_complete >= 0.5")


def fact_defined_and_never_listed(t: Tables) -> None:
    n(t, 6)["facts"].remove("top_provider_share")


def fact_of_gate_4_undefined(t: Tables) -> None:
    drop(t["axis2"]["facts"], "every_critical_need_covered")
    n(t, 5)["facts"].remove("every_critical_need_covered")


def number_without_comparison(t: Tables) -> None:
    when(t, 2, 5).append("cov_lines")


def comparison_of_a_yes_no_fact(t: Tables) -> None:
    when(t, 2, 5)[3] = "critical_have_second_source >= 1"


def rule_that_wants_a_worse_fact(t: Tables) -> None:
    when(t, 2, 2)[0] = "cov_value <= 0.50"


def cap_that_wants_a_better_fact(t: Tables) -> None:
    n(t, 3)["cap"]["any_of"][1] = "cov_value > 0.75"


def level_without_rule(t: Tables) -> None:
    del n(t, 4)["levels"]["3"]["when"]


def level_1_with_rule(t: Tables) -> None:
    n(t, 4)["levels"]["1"]["when"] = ["lt_ratio <= 2"]


def higher_level_asks_less(t: Tables) -> None:
    when(t, 2, 4)[0] = "cov_value >= 0.70"


def higher_level_asks_less_than_one_two_below(t: Tables) -> None:
    when(t, 1, 5)[1] = "menu_complete >= 0.40"


def higher_level_asks_less_of_a_fact_where_lower_is_better(t: Tables) -> None:
    when(t, 4, 5)[0] = "lt_ratio <= 1.01"


def higher_level_accepts_the_bound_that_the_lower_excludes(t: Tables) -> None:
    when(t, 4, 4)[0] = "lt_ratio < 0.85"


def same_rule_twice(t: Tables) -> None:
    n(t, 4)["levels"]["5"]["when"] = list(when(t, 4, 4))


def left_out_fact_not_listed(t: Tables) -> None:
    n(t, 7)["left_out_below"]["cov_value"] = 3


def rule_of_left_out_facts_alone(t: Tables) -> None:
    n(t, 7)["levels"]["2"]["when_any"] = [["sales_route_terms > 0"], ["ontime_rate >= 0.5"]]


def gate_missing(t: Tables) -> None:
    drop(t["decision"]["gates"], "G5")


def gate_unknown(t: Tables) -> None:
    t["decision"]["gates"].append({"id": "G7", "text": {"ja": "余分", "en": "extra"}})


def quadrant_missing(t: Tables) -> None:
    drop(t["decision"]["quadrants"], "Q3")


def resolution_missing(t: Tables) -> None:
    drop(t["decision"]["resolutions"], "defer")


def interest_of_a_reserved_name(t: Tables) -> None:
    of_id(t["decision"]["interests"], "kin")["id"] = "none"


def build_above_pass(t: Tables) -> None:
    t["decision"]["thresholds"]["axis2_build"] = Decimal("3.5")


def versions_differ(t: Tables) -> None:
    t["axis2"]["version"] = "2026.2"


CASES: list[tuple[Callable[[Tables], None], tuple[Problem, ...]]] = [
    (weights_99, (P("rubric_weights_not_100", "axis2", total=99),)),
    (unknown_fact_in_a_rule, (P("rubric_fact_unknown", "axis2 N2 level 2", fact="cov_valeu"),)),
    (unknown_fact_in_the_list, (P("rubric_fact_unknown", "axis2 N2 facts", fact="cov_valeu"),)),
    (fact_listed_twice, (P("rubric_id_twice", "axis2 N2 facts", id="cov_value"),)),
    (fact_not_listed, (P("rubric_fact_not_listed", "axis2 N2 level 5", fact="menu_complete"),)),
    (
        fact_defined_and_never_listed,
        (P("rubric_fact_unused", "axis2 top_provider_share", fact="top_provider_share"),),
    ),
    (fact_of_gate_4_undefined, (P("rubric_entry_missing", "axis2 facts", id="every_critical_need_covered"),)),
    (number_without_comparison, (P("rubric_condition_needs_number", "axis2 N2 level 5", fact="cov_lines"),)),
    (
        comparison_of_a_yes_no_fact,
        (P("rubric_condition_takes_no_number", "axis2 N2 level 5", fact="critical_have_second_source"),),
    ),
    (rule_that_wants_a_worse_fact, (P("rubric_condition_wrong_way", "axis2 N2 level 2", fact="cov_value"),)),
    (cap_that_wants_a_better_fact, (P("rubric_condition_wrong_way", "axis2 N3 cap", fact="cov_value"),)),
    (level_without_rule, (P("rubric_rule_missing", "axis2 N4 level 3", level=3),)),
    (level_1_with_rule, (P("rubric_rule_at_level_1", "axis2 N4 level 1"),)),
    (higher_level_asks_less, (P("rubric_rule_looser", "axis2 N2 level 4", fact="cov_value"),)),
    (
        higher_level_asks_less_than_one_two_below,
        (P("rubric_rule_looser", "axis2 N1 level 5", fact="menu_complete"),),
    ),
    (
        higher_level_asks_less_of_a_fact_where_lower_is_better,
        (P("rubric_rule_looser", "axis2 N4 level 5", fact="lt_ratio"),),
    ),
    (
        higher_level_accepts_the_bound_that_the_lower_excludes,
        (P("rubric_rule_looser", "axis2 N4 level 5", fact="lt_ratio"),),
    ),
    (same_rule_twice, (P("rubric_rule_repeated", "axis2 N4 level 5", level=4),)),
    (left_out_fact_not_listed, (P("rubric_fact_not_listed", "axis2 N7 left_out_below", fact="cov_value"),)),
    (rule_of_left_out_facts_alone, (P("rubric_rule_left_out", "axis2 N7 level 2"),)),
    (gate_missing, (P("rubric_entry_missing", "decision gates", id="G5"),)),
    (
        gate_unknown,
        (P("rubric_not_one_of", "decision gates", value="G7", choices="G0, G1, G2, G3, G4, G5, G6"),),
    ),
    (quadrant_missing, (P("rubric_entry_missing", "decision quadrants", id="Q3"),)),
    (resolution_missing, (P("rubric_entry_missing", "decision resolutions", id="defer"),)),
    (interest_of_a_reserved_name, (P("rubric_id_reserved", "decision interests", id="none"),)),
    (build_above_pass, (P("rubric_build_not_below_pass", "decision thresholds axis2_build"),)),
    (versions_differ, (P("rubric_versions_differ", "version", versions="2026.1, 2026.2, 2026.1"),)),
]


@pytest.mark.parametrize(("spoil", "problems"), CASES, ids=[spoil.__name__ for spoil, _problems in CASES])
def test_fault_of_meaning(spoil: Callable[[Tables], None], problems: tuple[Problem, ...]) -> None:
    tables = copy.deepcopy(SHIPPED)
    spoil(tables)
    assert parse_rubric(tables["axis1"], tables["axis2"], tables["decision"]) == problems
    for problem in problems:
        assert all(sentence.format_map(dict(problem.details)) for sentence in SENTENCES[problem.code])
