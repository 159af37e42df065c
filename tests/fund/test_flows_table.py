"""Tables of flows and of an index as people write them."""

from datetime import date
from fractions import Fraction

import pytest

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem, Refusal
from fundapp.fund.flows_table import number, read_flows, read_index
from fundapp.fund.returns import Flow, IndexLevel


def grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(rows=rows, row_numbers=tuple(range(1, len(rows) + 1)))


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("-12,345,678", -12_345_678),
        ("▲1,000", -1_000),
        ("△５００円", -500),
        ("(250)", -250),
        ("¥3,000", 3_000),
        ("1e3", 1_000),
        ("12.5", Fraction(25, 2)),
        ("1,23", None),
        ("twelve", None),
        ("", None),
        ("nan", None),
        ("1e999", None),
    ],
)
def test_figures_as_people_write_them(cell, value):
    assert number(cell) == value


def test_flows_are_read_whatever_the_order_of_columns_and_the_rows_above():
    found = read_flows(
        grid(
            ("出資金の入出金", "", ""),
            ("金額", "摘要", "日付"),
            ("▲100", "払込", "2026年4月1日"),
            ("40", "分配", "2027/3/31"),
        )
    )
    assert found == (Flow(on=date(2026, 4, 1), amount_yen=-100), Flow(on=date(2027, 3, 31), amount_yen=40))


def test_every_unclear_row_is_named():
    found = read_flows(grid(("date", "amount_yen"), ("2026-13-01", "1"), ("2026-01-01", "1.5"), ("2026-01-02", "1")))
    assert found == Refusal.of(
        "flows_unclear",
        Problem.of("flow_day_unclear", "2", cell="2026-13-01"),
        Problem.of("flow_amount_unclear", "3", cell="1.5"),
    )


def test_an_empty_cell_is_called_empty():
    assert read_flows(grid(("date", "amount_yen"), ("", "5"), ("2026-01-01", " "))) == Refusal.of(
        "flows_unclear",
        Problem.of("flow_cell_empty", "2", column="date"),
        Problem.of("flow_cell_empty", "3", column="amount_yen"),
    )


def test_two_columns_need_no_head_and_others_are_asked_for():
    assert read_flows(grid(("2026-01-01", "-5"))) == (Flow(on=date(2026, 1, 1), amount_yen=-5),)
    assert read_flows(grid(("a", "b"))) == Refusal.of("flows_without_columns", columns="date, amount_yen")
    assert read_flows(grid(("date", "amount_yen"))) == Refusal.of("flows_empty")


def test_an_index_is_above_zero():
    assert read_index(grid(("Date", "Close"), ("2026-01-05", "38,100.25"))) == (
        IndexLevel(on=date(2026, 1, 5), level=Fraction("38100.25")),
    )
    assert read_index(grid(("date", "level"), ("2026-01-05", "0"))) == Refusal.of(
        "flows_unclear", Problem.of("index_level_unclear", "2", cell="0")
    )
