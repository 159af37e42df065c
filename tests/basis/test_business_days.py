"""Days on which Japanese banks are open, by the calendars of the Cabinet Office for 2026."""

from datetime import date

import pytest

from fundapp.basis.business_days import business_days_after, is_business_day


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2026, 11, 2), True),
        (date(2026, 11, 3), False),  # 文化の日
        (date(2026, 11, 21), False),  # Saturday
        (date(2026, 5, 6), False),  # 振替休日: 5月3日が日曜
        (date(2026, 9, 22), False),  # 国民の休日 between 敬老の日 and 秋分の日
        (date(2026, 12, 30), True),
        (date(2026, 12, 31), False),
        (date(2027, 1, 4), True),
    ],
)
def test_banks_are_open(day: date, is_open: bool) -> None:
    assert is_business_day(day) is is_open


def test_ten_business_days_leave_out_weekends_and_holidays() -> None:
    # From Thursday 22 October 2026 over 文化の日 (3 November).
    assert business_days_after(date(2026, 10, 22), 10) == date(2026, 11, 6)
    # Over the turn of the year: 31 December to 3 January and 成人の日 (11 January 2027).
    assert business_days_after(date(2026, 12, 24), 10) == date(2027, 1, 12)


def test_no_days_are_the_day_itself() -> None:
    assert business_days_after(date(2026, 10, 24), 0) == date(2026, 10, 24)
