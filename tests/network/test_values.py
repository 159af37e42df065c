"""Cells as people write them."""

from datetime import date
from fractions import Fraction

import pytest

from fundapp.network.values import MONTHS, WEEKS, day, days, quantity, unit_of_time, yen, yes


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("", None),
        ("－", None),
        ("未定", None),
        ("0", 0),
        ("1200", 1200),
        ("¥1,200", 1200),
        ("￥1,200-", 1200),
        ("\\1,200", 1200),
        ("１，２００円", 1200),
        ("JPY 1,200.00", 1200),
        ("3千円", "price_in_thousands"),
        ("1.2万円", "price_in_thousands"),
        ("$12", "price_not_yen"),
        ("12 EUR", "price_not_yen"),
        ("0.8", "price_not_whole_yen"),
        ("-5", "price_out_of_range"),
        ("9" * 20, "price_out_of_range"),
        ("1,2", "price_unclear"),
        ("約500円", "price_unclear"),
        ("別途", "price_unclear"),
    ],
)
def test_yen(cell: str, read: int | str | None) -> None:
    assert yen(cell) == read


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("", None),
        ("4", (Fraction(4), "")),
        ("24x", (Fraction(24), "")),
        ("x24", (Fraction(24), "")),
        ("2 pcs", (Fraction(2), "pcs")),
        ("３個", (Fraction(3), "個")),
        ("1,000", (Fraction(1000), "")),
        ("0.5 m", (Fraction(1, 2), "m")),
        ("0", "quantity_not_positive"),
        ("-1", "quantity_not_positive"),
        ("適量", "quantity_unclear"),
        ("4~6", "quantity_unclear"),
        ("1,5", "quantity_unclear"),
        ("約10", "quantity_unclear"),
    ],
)
def test_quantity(cell: str, read: tuple[Fraction, str] | str | None) -> None:
    assert quantity(cell) == read


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("", None),
        ("14", 14),
        ("14 days", 14),
        ("１４日", 14),
        ("2週", 14),
        ("２週間", 14),
        ("3 weeks", 21),
        ("約3週間", 21),
        ("2-3週", 21),
        ("2週～3週", 21),
        ("1ヶ月", 31),
        ("1.5か月", 47),
        ("10営業日", 14),
        ("10 working days", 14),
        ("即納", 0),
        ("相談", "lead_time_unclear"),
        ("3回", "lead_time_unclear"),
    ],
)
def test_days_never_look_shorter_than_said(cell: str, read: int | str | None) -> None:
    assert days(cell) == read


def test_a_headers_unit_holds_where_the_cell_names_none() -> None:
    assert (unit_of_time("納期(週)"), unit_of_time("Lead time (months)"), unit_of_time("納期")) == (WEEKS, MONTHS, "")
    assert [days(cell, WEEKS) for cell in ("2", "2日")] == [14, 2]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("", None),
        ("2026-05-01", date(2026, 5, 1)),
        ("2026/5/1", date(2026, 5, 1)),
        ("2026年5月1日（金）", date(2026, 5, 1)),
        ("令和8年5月1日", date(2026, 5, 1)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("R8.5.1", date(2026, 5, 1)),
        ("5/1", "date_unclear"),
        ("26/5/1", "date_unclear"),
        ("2026/13/1", "date_unclear"),
        ("来月", "date_unclear"),
    ],
)
def test_day(cell: str, read: date | str | None) -> None:
    assert day(cell) == read


def test_yes_and_no_as_people_mark_them() -> None:
    assert [yes(cell) for cell in ("○", "〇", "Yes", "１", "済", "", "×", "無", "A", "?")] == [
        *[True] * 5,
        *[False] * 3,
        *[None] * 2,
    ]
