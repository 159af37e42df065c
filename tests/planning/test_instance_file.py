"""A plan's problem out of a file: what is understood, and what is refused without a traceback."""

from decimal import Decimal

import pytest

from fundapp.basis.refusal import Problem, Refusal
from fundapp.network.plan_problem import PlanLine, PlanOffer, PlanProblem, PlanSupplier
from fundapp.planning.instance_file import problem_of, read_instance


def refused(text):
    found = problem_of(text.encode() if isinstance(text, str) else text, "x.json")
    assert isinstance(found, Refusal)
    return found


def test_figures_are_read_exactly_as_they_are_written():
    text = """{"lines": [{"id": "A", "need_by_days": 30, "target_cost_yen": 9.5, "weight": 0.1}, {"id": 7}],
      "suppliers": [{"id": "S", "capacity_hours": 0.3, "opening_cost_yen": 1e3}, {"id": "T", "capacity_hours": null}],
      "offers": [{"line": "A", "supplier": "S", "cost_yen": 0.1, "hours": 0.2, "lead_time_days": 5},
                 {"line": 7, "supplier": "T", "cost_yen": 4}]}"""
    assert problem_of(b"\xef\xbb\xbf" + text.encode(), "x.json") == PlanProblem(
        lines=(PlanLine("A", 30, Decimal("0.1")), PlanLine(7)),
        suppliers=(PlanSupplier("S", Decimal("0.3"), Decimal("1e3")), PlanSupplier("T")),
        offers=(PlanOffer(0, 0, Decimal("0.1"), Decimal("0.2"), 5), PlanOffer(1, 1, 4)),
    )


def test_without_a_list_of_suppliers_those_who_offer_have_no_bounds():
    found = problem_of(b'{"lines": [{"id": 1}], "offers": [{"line": 1, "supplier": "S", "cost_yen": 1}]}', "x")
    assert isinstance(found, PlanProblem)
    assert found.suppliers == (PlanSupplier("S"),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{",
        b"\xff\xfe{",
        "[" * 100_000,
        '{"lines": NaN}',
        '{"lines": ' + "9" * 5000 + "}",
        '{"lines": Infinity}',
    ],
)
def test_what_is_not_a_json_object_is_refused(text):
    assert refused(text).code == "plan_not_json"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("7", Problem.of("plan_row_unfit", "offers[0]")),
        ('{"line": "A", "supplier": "S"}', Problem.of("plan_figure_missing", "offers[0].cost_yen")),
        ('{"line": "A", "supplier": "S", "cost_yen": -1}', Problem.of("plan_figure_unfit", "offers[0].cost_yen")),
        ('{"line": "A", "supplier": "S", "cost_yen": "1"}', Problem.of("plan_figure_unfit", "offers[0].cost_yen")),
        ('{"line": "A", "supplier": "S", "cost_yen": true}', Problem.of("plan_figure_unfit", "offers[0].cost_yen")),
        ('{"line": "A", "supplier": "S", "cost_yen": 1e400}', Problem.of("plan_figure_unfit", "offers[0].cost_yen")),
        (
            '{"line": "A", "supplier": "S", "cost_yen": 1e-999999999}',
            Problem.of("plan_figure_unfit", "offers[0].cost_yen"),
        ),
        (
            '{"line": "A", "supplier": "S", "cost_yen": 1, "hours": []}',
            Problem.of("plan_figure_unfit", "offers[0].hours"),
        ),
        ('{"line": "B", "supplier": "S", "cost_yen": 1}', Problem.of("plan_name_unknown", "offers[0].line", id="B")),
        (
            '{"line": "A", "supplier": "T", "cost_yen": 1}',
            Problem.of("plan_name_unknown", "offers[0].supplier", id="T"),
        ),
        ('{"line": ["A"], "supplier": "S", "cost_yen": 1}', Problem.of("plan_name_missing", "offers[0].line")),
        ('{"supplier": "S", "cost_yen": 1}', Problem.of("plan_name_missing", "offers[0].line")),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_place(row, fault):
    found = refused('{"lines": [{"id": "A"}], "suppliers": [{"id": "S"}], "offers": [' + row + "]}")
    assert (found.code, found.problems) == ("plan_unfit", (fault,))


def test_an_id_that_stands_twice_and_a_missing_list_are_named():
    found = refused('{"lines": [{"id": "A"}, {"id": "A"}], "suppliers": {}}')
    assert [(one.code, one.place) for one in found.problems] == [
        ("plan_part_missing", "suppliers"),
        ("plan_id_twice", "lines[1].id"),
        ("plan_part_missing", "offers"),
    ]


def test_a_file_that_is_wrong_throughout_names_the_first_faults_and_counts_all():
    found = refused('{"lines": [' + ", ".join(["{}"] * 50) + '], "offers": []}')
    assert (len(found.problems), dict(found.details)["count"]) == (10, 50)


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(tmp_path):
    for path in (tmp_path, tmp_path / "none.json"):
        found = read_instance(path)
        assert isinstance(found, Refusal)
        assert found.code == "plan_no_file"
