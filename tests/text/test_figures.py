"""Figures in both languages."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundapp.basis.yen import MAX_YEN
from fundapp.text.catalogue import use
from fundapp.text.eras import ERAS, era_of
from fundapp.text.figures import (
    Shown,
    clock,
    day,
    era_day,
    lasted,
    moment,
    percent,
    ratio,
    show_as,
    weekday,
    yen,
)


@pytest.mark.parametrize(
    ("amount_yen", "style", "ja", "en"),
    [
        (60_000_000, "plain", "¥60,000,000", "¥60,000,000"),
        (60_000_000, "man", "6,000万円", "¥60,000,000"),
        (60_000_000, "million", "60百万円", "JPY 60m"),
        (60_500_000, "million", "60.5百万円", "JPY 60.5m"),
        (60_050_000, "million", "60.1百万円", "JPY 60.1m"),
        (1_234_000_000_000, "million", "1,234,000百万円", "JPY 1,234,000m"),
        (120_000_000, "man", "1億2,000万円", "¥120,000,000"),
        (100_000_001, "man", "1億1円", "¥100,000,001"),
        (9_999, "man", "9,999円", "¥9,999"),
        (0, "plain", "¥0", "¥0"),
        (0, "man", "0円", "¥0"),
        (0, "million", "0百万円", "JPY 0m"),
        (-1_500_000, "plain", "▲¥1,500,000", "-¥1,500,000"),
        (-1_500_000, "man", "▲150万円", "-¥1,500,000"),
        (-1_500_000, "million", "▲1.5百万円", "-JPY 1.5m"),
    ],
)
def test_yen(amount_yen, style, ja, en):
    assert yen(amount_yen, style) == ja
    use("en")
    assert yen(amount_yen, style) == en


@given(st.integers(min_value=-MAX_YEN, max_value=MAX_YEN))
def test_plain_yen_tells_every_yen(amount_yen):
    digits = yen(amount_yen).translate(str.maketrans("▲", "-", "¥,"))
    assert int(digits) == amount_yen


@given(st.integers(min_value=0, max_value=MAX_YEN))
def test_man_yen_tells_every_yen(amount_yen):
    text = yen(amount_yen, "man").removesuffix("円").replace(",", "")
    oku, _, rest = text.rpartition("億")
    man, _, single = rest.rpartition("万")
    assert int(oku or 0) * 10**8 + int(man or 0) * 10**4 + int(single or 0) == amount_yen


@pytest.mark.parametrize(
    ("share", "text"),
    [("24/25", "96%"), ("1/3", "33.3%"), ("0", "0%"), ("1", "100%"), ("1/2000", "0.1%"), ("-1/10", "▲10%")],
)
def test_percent(share, text):
    assert percent(Fraction(share)) == text


@pytest.mark.parametrize(
    ("value", "text"), [("73/20", "3.65"), ("3.345", "3.35"), ("3.3449", "3.34"), ("5", "5.00"), ("-1/3", "▲0.33")]
)
def test_ratio_is_half_up(value, text):
    assert ratio(Fraction(value)) == text
    use("en")
    assert ratio(Fraction(value)) == text.replace("▲", "-")


def test_days_and_moments():
    instant = datetime(2026, 10, 15, 15, 5, tzinfo=UTC)
    assert (day(date(2026, 10, 5)), weekday(date(2026, 10, 15))) == ("2026年10月5日", "木曜日")
    assert (moment(instant), clock(instant)) == ("2026年10月16日 00:05", "00:05")
    use("en")
    assert (day(date(2026, 10, 5)), weekday(date(2026, 10, 15))) == ("5 October 2026", "Thursday")
    assert moment(instant) == "16 October 2026, 00:05"


@pytest.mark.parametrize(
    ("value", "ja", "en"),
    [
        (date(2026, 10, 15), "令和8年10月15日", "15 October 2026 (Reiwa 8)"),
        (date(2019, 5, 1), "令和元年5月1日", "1 May 2019 (Reiwa 1)"),
        (date(2019, 4, 30), "平成31年4月30日", "30 April 2019 (Heisei 31)"),
        (date(1989, 1, 7), "昭和64年1月7日", "7 January 1989 (Showa 64)"),
        (date(1926, 12, 24), "大正15年12月24日", "24 December 1926 (Taisho 15)"),
        (date(1912, 7, 29), "明治45年7月29日", "29 July 1912 (Meiji 45)"),
        (date(1868, 10, 22), "1868年10月22日", "22 October 1868"),
    ],
)
def test_era_day(value, ja, en):
    assert era_day(value) == ja
    use("en")
    assert era_day(value) == en


def test_eras_begin_with_year_one():
    assert [era_of(era.first_day) for era in ERAS] == [(era, 1) for era in ERAS]


@pytest.mark.parametrize(
    ("minutes", "ja", "en"),
    [(0, "0分", "0 min"), (59, "59分", "59 min"), (60, "1時間00分", "1 h 00 min"), (394, "6時間34分", "6 h 34 min")],
)
def test_how_long_something_has_lasted(minutes, ja, en):
    assert lasted(minutes) == ja
    use("en")
    assert lasted(minutes) == en


@pytest.fixture
def written():
    """Sets how amounts and days are written, and sets it back."""
    yield lambda **choice: show_as(Shown(**choice))
    show_as(Shown())


@pytest.mark.parametrize(
    ("amounts", "amount_yen", "style", "ja", "en"),
    [
        ("plain", 60_000_000, "million", "¥60,000,000", "¥60,000,000"),
        ("man", 60_000_000, "million", "6,000万円", "¥60,000,000"),
        ("man", -60_000_000, "plain", "▲6,000万円", "-¥60,000,000"),
        ("million", 60_500_000, "plain", "60.5百万円", "JPY 60.5m"),
        # A choice rounds nothing, and a table whose head names the unit keeps its own.
        ("million", 60_050_000, "plain", "¥60,050,000", "¥60,050,000"),
        ("man", 60_000_000, "bare", "60,000,000", "60,000,000"),
    ],
)
def test_a_reader_s_own_way_of_writing_amounts_goes_before_the_page_s(written, amounts, amount_yen, style, ja, en):
    written(amounts=amounts)
    assert yen(amount_yen, style) == ja
    use("en")
    assert yen(amount_yen, style) == en


@pytest.mark.parametrize(
    ("days", "ja", "en"),
    [
        ("page", "2026年10月15日", "15 October 2026"),
        ("iso", "2026-10-15", "2026-10-15"),
        ("era", "令和8年10月15日", "15 October 2026 (Reiwa 8)"),
    ],
)
def test_a_reader_s_own_way_of_writing_days(written, days, ja, en):
    written(days=days)
    assert day(date(2026, 10, 15)) == ja
    use("en")
    assert day(date(2026, 10, 15)) == en
