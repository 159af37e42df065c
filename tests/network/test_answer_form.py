"""A member's answer as it is typed into a form, and as it stands in a filled-in table."""

import pytest
from asked_fund import LINES
from hypothesis import given
from hypothesis import strategies as st

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.answer_form import FIELDS, read_line, typed_of
from fundapp.network.answer_table import AnswerTable, read_answers
from fundapp.network.inquiry import LineAnswer
from fundapp.network.offer import PriceTier

FULL = LineAnswer(
    line_id="L1",
    verdict="on_conditions",
    condition="from May",
    unit_price_yen=12_800,
    tiers=(PriceTier(pieces=100, unit_price_yen=11_000), PriceTier(pieces=500, unit_price_yen=9_900)),
    least_order=20,
    set_up_yen=0,
    lead_time_days=21,
    hours=0,
    expires="2026-09-30",
)


def test_what_stands_is_typed_and_read_back_as_it_is():
    assert read_line("L1", typed_of(FULL)) == FULL


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, None),
        ({"verdict": "nonsense"}, None),
        ({"verdict": "can"}, LineAnswer(line_id="L1", verdict="can")),
        ({"price": "900"}, LineAnswer(line_id="L1", verdict="can", unit_price_yen=900)),
        ({"verdict": "cannot", "price": "900"}, LineAnswer(line_id="L1", verdict="cannot")),
        ({"verdict": "can", "condition": "x"}, LineAnswer(line_id="L1", verdict="can")),
        ({"verdict": "can", "lead_time": "3週間"}, LineAnswer(line_id="L1", verdict="can", lead_time_days=21)),
        ({"verdict": "can", "lead_time": "即納"}, LineAnswer(line_id="L1", verdict="can", lead_time_days=0)),
        (
            {"verdict": "can", "expires": "令和8年9月30日"},
            LineAnswer(line_id="L1", verdict="can", expires="2026-09-30"),
        ),
    ],
)
def test_lines_are_read_as_people_type_them(typed, said):
    assert read_line("L1", typed) == said


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("price", "0", "answer_price_unclear"),
        ("price", "1.2万", "answer_price_unclear"),
        ("price", "$9", "answer_price_unclear"),
        ("set_up", "free", "answer_price_unclear"),
        ("least_order", "0", "answer_number_unclear"),
        ("least_order", "1.5", "answer_number_unclear"),
        ("least_order", "9" * 12, "answer_number_unclear"),
        ("lead_time", "4000", "answer_number_unclear"),
        ("hours", "many", "answer_number_unclear"),
        ("expires", "5/1", "answer_day_unclear"),
        ("tier_pieces_1", "100", "answer_tier_half"),
        ("tier_price_2", "900", "answer_tier_half"),
    ],
)
def test_a_fault_names_the_line_and_what_was_typed(field, text, code):
    (problem,) = read_line("L1", {"verdict": "can", field: text})
    assert (problem.code, problem.place) == (code, "L1")


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=40)))
def test_whatever_is_typed_is_read_refused_or_nothing(typed):
    read = read_line("L1", typed)
    assert read is None or isinstance(read, LineAnswer) or all(isinstance(one, Problem) for one in read)


def grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(rows=rows, row_numbers=tuple(range(1, len(rows) + 1)))


HEAD = ("項番", "品番", "品名", "回答", "条件", "単価（円）", "納期（週）")


def test_every_row_of_a_table_is_taken_or_has_its_reason():
    read = read_answers(
        grid(
            HEAD,
            ("L1", "P-1", "bearing", "○", "", "900", "3"),
            ("", "P-2", "shaft", "△", "素材支給", "", ""),
            ("L3", "P-3", "board", "", "", "", ""),
            ("L9", "P-9", "unknown", "○", "", "", ""),
            ("L1", "P-1", "bearing", "○", "", "800", ""),
            ("L3", "P-3", "board", "たぶん", "", "", ""),
            ("L3", "P-1", "contradicts", "○", "", "", ""),
        ),
        LINES,
    )
    assert isinstance(read, AnswerTable)
    assert read.by_line() == {
        "L1": {"verdict": "can", "price": "900", "lead_time": "21"},
        "L2": {"verdict": "on_conditions", "condition": "素材支給"},
    }
    assert [(row, problem.code) for row, problem in read.rejected] == [
        (5, "answer_row_unknown"),
        (6, "answer_row_twice"),
        (7, "answer_unclear"),
        (8, "answer_row_twice"),
    ]


def test_a_table_that_names_no_part_is_refused():
    assert read_answers(grid(("a", "b"), ("1", "2")), LINES) == Problem.of("column_missing_line")
