"""A rubric's files: read exactly, or refused with every fault and its place at once."""

import copy
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from fundapp.basis.refusal import Problem
from fundapp.committee.rubric import Condition, LevelRule, Rubric
from fundapp.committee.rubric_file import LINE_KINDS, parse_rubric, toml_table
from fundapp.network.bill import LineKind
from fundapp.text.refusals.rubric import SENTENCES

RUBRICS = Path(__file__).parents[2] / "rubrics"
SHIPPED = {
    name: toml_table((RUBRICS / f"{name}.toml").read_text(encoding="utf-8"), name)
    for name in ("axis1", "axis2", "decision")
}
Tables = dict[str, Any]


def parsed(tables: Tables) -> Rubric | tuple[Problem, ...]:
    return parse_rubric(tables["axis1"], tables["axis2"], tables["decision"])


def of_id(entries: list[dict[str, Any]], entry_id: str) -> dict[str, Any]:
    return next(entry for entry in entries if entry["id"] == entry_id)


def criterion(tables: Tables, axis: str, criterion_id: str) -> dict[str, Any]:
    return of_id(tables[axis]["criteria"], criterion_id)


def level(tables: Tables, axis: str, criterion_id: str, number: int) -> dict[str, Any]:
    return criterion(tables, axis, criterion_id)["levels"][str(number)]


def fact(tables: Tables, fact_id: str) -> dict[str, Any]:
    return of_id(tables["axis2"]["facts"], fact_id)


def test_shipped_rubric_has_no_fault() -> None:
    assert isinstance(parsed(SHIPPED), Rubric)


def test_rules_come_from_the_highest_level_down_and_figures_are_exact() -> None:
    rubric = parsed(SHIPPED)
    assert isinstance(rubric, Rubric)
    n3 = rubric.axis("axis2").criterion("N3")
    assert [rule.level for rule in n3.rules] == [5, 4, 3, 2]
    assert n3.rules[2] == LevelRule(
        level=3,
        any_of=(
            (
                Condition(fact="cost_ratio", comparison="<=", than=Fraction(107, 100)),
                Condition(fact="cost_actions_dated", comparison="is", than=Fraction(1)),
            ),
        ),
    )
    assert rubric.decision.uncovered_cost_factor == Fraction(13, 10)


def test_same_files_give_the_same_digest() -> None:
    one, other = parsed(SHIPPED), parsed(copy.deepcopy(SHIPPED))
    assert isinstance(one, Rubric)
    assert isinstance(other, Rubric)
    assert one.digest() == other.digest()


def test_kinds_of_line_are_those_of_the_bill() -> None:
    assert tuple(kind.value for kind in LineKind) == LINE_KINDS


def set_key(path: Callable[[Tables], dict[str, Any]], key: str, value: object) -> Callable[[Tables], None]:
    def spoil(tables: Tables) -> None:
        path(tables)[key] = value

    return spoil


def drop_key(path: Callable[[Tables], dict[str, Any]], key: str) -> Callable[[Tables], None]:
    def spoil(tables: Tables) -> None:
        del path(tables)[key]

    return spoil


def rename_key(path: Callable[[Tables], dict[str, Any]], old: str, new: str) -> Callable[[Tables], None]:
    def spoil(tables: Tables) -> None:
        path(tables)[new] = path(tables).pop(old)

    return spoil


def drop_entry(axis: str, key: str, entry_id: str) -> Callable[[Tables], None]:
    def spoil(tables: Tables) -> None:
        tables[axis][key] = [entry for entry in tables[axis][key] if entry["id"] != entry_id]

    return spoil


def repeat_entry(axis: str, key: str, entry_id: str) -> Callable[[Tables], None]:
    def spoil(tables: Tables) -> None:
        tables[axis][key].append(copy.deepcopy(of_id(tables[axis][key], entry_id)))

    return spoil


def b3(tables: Tables) -> dict[str, Any]:
    return criterion(tables, "axis1", "B3")


def n2(tables: Tables) -> dict[str, Any]:
    return criterion(tables, "axis2", "N2")


def n2_level(number: int) -> Callable[[Tables], dict[str, Any]]:
    return lambda tables: level(tables, "axis2", "N2", number)


def cuts(tables: Tables) -> dict[str, Any]:
    return tables["decision"]["thresholds"]


P = Problem.of
FORM: list[tuple[Callable[[Tables], None], tuple[Problem, ...]]] = [
    # texts and languages
    (
        drop_key(lambda t: level(t, "axis1", "B3", 4), "en"),
        (P("rubric_language_missing", "axis1 B3 level 4 en"),),
    ),
    (set_key(lambda t: level(t, "axis1", "B3", 4), "ja", "  "), (P("rubric_text_empty", "axis1 B3 level 4 ja"),)),
    (set_key(b3, "name", "製品化"), (P("rubric_not_table", "axis1 B3 name"),)),
    (set_key(lambda t: b3(t)["name"], "ja", 5), (P("rubric_not_text", "axis1 B3 name ja"),)),
    (set_key(lambda t: b3(t)["name"], "ja", "製品\0化"), (P("rubric_text_control", "axis1 B3 name ja"),)),
    (drop_key(lambda t: b3(t)["evidence"][1], "en"), (P("rubric_language_missing", "axis1 B3 evidence 2 en"),)),
    (set_key(b3, "sources", ["MRL", ""]), (P("rubric_text_empty", "axis1 B3 sources 2"),)),
    (drop_key(lambda t: t["axis2"], "question"), (P("rubric_key_missing", "axis2 question", key="question"),)),
    # levels
    (drop_key(lambda t: b3(t)["levels"], "4"), (P("rubric_level_missing", "axis1 B3 level 4", level=4),)),
    (
        set_key(lambda t: b3(t)["levels"], "6", {"ja": "六", "en": "six"}),
        (P("rubric_key_unknown", "axis1 B3 level", key="6"),),
    ),
    (drop_key(b3, "levels"), (P("rubric_key_missing", "axis1 B3 levels", key="levels"),)),
    # names with a typing error
    (
        rename_key(b3, "floor", "flor"),
        (P("rubric_key_misspelt", "axis1 B3", key="flor", like="floor"),),
    ),
    (
        rename_key(b3, "weight_pct", "weigth_pct"),
        (
            P("rubric_key_missing", "axis1 B3 weight_pct", key="weight_pct"),
            P("rubric_key_misspelt", "axis1 B3", key="weigth_pct", like="weight_pct"),
        ),
    ),
    (set_key(b3, "colour", "red"), (P("rubric_key_unknown", "axis1 B3", key="colour"),)),
    # kinds and ranges of values
    (set_key(b3, "weight_pct", "15"), (P("rubric_not_whole", "axis1 B3 weight_pct"),)),
    (set_key(b3, "weight_pct", True), (P("rubric_not_whole", "axis1 B3 weight_pct"),)),
    (set_key(b3, "floor", 6), (P("rubric_out_of_range", "axis1 B3 floor", value="6", least=1, most=5),)),
    (set_key(n2, "needs_parts", "yes"), (P("rubric_not_yes_no", "axis2 N2 needs_parts"),)),
    (set_key(n2, "sources", "MRL"), (P("rubric_not_list", "axis2 N2 sources"),)),
    (
        set_key(lambda t: t["axis2"], "least_applicable", 8),
        (P("rubric_out_of_range", "axis2 least_applicable", value="8", least=1, most=7),),
    ),
    (
        set_key(cuts, "axis1_pass", Decimal("5.5")),
        (P("rubric_out_of_range", "decision thresholds axis1_pass", value="11/2", least=1, most=5),),
    ),
    (set_key(cuts, "axis2_pass", "3.5x"), (P("rubric_not_number", "decision thresholds axis2_pass"),)),
    (set_key(cuts, "axis2_pass", 3.5), (P("rubric_not_number", "decision thresholds axis2_pass"),)),
    (set_key(cuts, "axis2_pass", Decimal("NaN")), (P("rubric_not_number", "decision thresholds axis2_pass"),)),
    (
        drop_key(lambda t: t["decision"], "thresholds"),
        (P("rubric_key_missing", "decision thresholds", key="thresholds"),),
    ),
    (
        set_key(lambda t: t["decision"]["voting"], "rule", "two thirds"),
        (
            P(
                "rubric_not_one_of",
                "decision voting rule",
                value="two thirds",
                choices="unanimity, two_thirds, majority",
            ),
        ),
    ),
    (
        drop_key(lambda t: t["decision"]["imputed_lead_time_days"], "electronic"),
        (P("rubric_key_missing", "decision imputed_lead_time_days electronic", key="electronic"),),
    ),
    (
        set_key(lambda t: of_id(t["decision"]["interests"], "kin"), "level", "ban"),
        (P("rubric_not_one_of", "decision kin level", value="ban", choices="disclose, recuse"),),
    ),
    (
        set_key(lambda t: fact(t, "cov_value"), "kind", "percent"),
        (P("rubric_not_one_of", "axis2 cov_value kind", value="percent", choices="ratio, days, yes_no"),),
    ),
    (
        set_key(lambda t: t["axis1"], "id", "axis2"),
        (P("rubric_not_one_of", "axis1 id", value="axis2", choices="axis1"),),
    ),
    # ids
    (
        repeat_entry("decision", "interests", "kin"),
        (P("rubric_id_twice", "decision kin", id="kin"),),
    ),
    # conditions
    (
        set_key(n2_level(2), "when", ["cov_value => 0.50"]),
        (P("rubric_condition_unreadable", "axis2 N2 level 2 when", text="cov_value => 0.50"),),
    ),
    (
        set_key(n2_level(2), "when", ["cov_value >= 1/0"]),
        (P("rubric_condition_unreadable", "axis2 N2 level 2 when", text="cov_value >= 1/0"),),
    ),
    (
        set_key(n2_level(2), "when_any", [["cov_lines >= 0.50"]]),
        (P("rubric_two_rules", "axis2 N2 level 2"),),
    ),
    (
        set_key(lambda t: level(t, "axis2", "N7", 2), "when_any", ["sales_route_terms > 0"]),
        (
            P("rubric_not_list", "axis2 N7 level 2 when_any 1"),
            P("rubric_rule_missing", "axis2 N7 level 2", level=2),
        ),
    ),
    (
        drop_key(lambda t: criterion(t, "axis2", "N3")["cap"], "any_of"),
        (P("rubric_key_missing", "axis2 N3 cap any_of", key="any_of"),),
    ),
    (
        set_key(lambda t: criterion(t, "axis2", "N3")["cap"], "max_level", 5),
        (P("rubric_out_of_range", "axis2 N3 cap max_level", value="5", least=1, most=4),),
    ),
    (
        set_key(lambda t: criterion(t, "axis2", "N7")["left_out_below"], "ontime_rate", 0),
        (P("rubric_out_of_range", "axis2 N7 left_out_below ontime_rate", value="0", least=1, most=1000),),
    ),
]


@pytest.mark.parametrize(("spoil", "problems"), FORM, ids=[problems[0].place for _spoil, problems in FORM])
def test_fault_of_form_is_reported_with_its_place(
    spoil: Callable[[Tables], None], problems: tuple[Problem, ...]
) -> None:
    tables = copy.deepcopy(SHIPPED)
    spoil(tables)
    assert parsed(tables) == problems


def test_all_faults_of_all_files_are_reported_at_once() -> None:
    tables = copy.deepcopy(SHIPPED)
    del level(tables, "axis1", "B3", 4)["en"]
    criterion(tables, "axis2", "N1")["weight_pct"] = 14
    tables["decision"]["gates"].pop()
    assert parsed(tables) == (
        P("rubric_language_missing", "axis1 B3 level 4 en"),
        P("rubric_weights_not_100", "axis2", total=99),
        P("rubric_entry_missing", "decision gates", id="G6"),
    )


def test_empty_files_are_reported_not_raised() -> None:
    problems = parse_rubric({}, {}, {})
    assert isinstance(problems, tuple)
    assert {problem.place.split()[0] for problem in problems} == {"axis1", "axis2", "decision"}


def test_every_code_has_its_sentences_and_details() -> None:
    for problem in (one for _spoil, problems in FORM for one in problems):
        assert all(sentence.format_map(dict(problem.details)) for sentence in SENTENCES[problem.code])


@pytest.mark.parametrize(
    ("text", "line"),
    [('a = "x\nb = 1\n', 1), ("a = 1\na = 2\n", 2), ("a = [1,\n", 2)],
    ids=["open quotation mark", "a name twice", "open bracket"],
)
def test_text_that_is_not_toml_is_reported_by_line(text: str, line: int) -> None:
    problem = toml_table(text, "axis1")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.place) == ("rubric_not_toml", "axis1")
    assert dict(problem.details)["line"] in (str(line), line)


def test_numbers_are_read_as_exact_decimals() -> None:
    assert toml_table("a = 0.10", "x") == {"a": Decimal("0.10")}
