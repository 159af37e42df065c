"""Business days in Japan: weekends, holidays and the days on which banks are closed at the turn of the year."""

from datetime import date, timedelta

import jpholiday

_SATURDAY = 5
_NEW_YEAR = frozenset({(12, 31), (1, 1), (1, 2), (1, 3)})
"""Banks are closed on these days besides the holidays (order for the enforcement of the Banking Act, article 5)."""


def is_business_day(day: date) -> bool:
    """True when banks in Japan are open."""
    return day.weekday() < _SATURDAY and (day.month, day.day) not in _NEW_YEAR and not jpholiday.is_holiday(day)


def business_days_after(day: date, count: int) -> date:
    """The day that lies `count` business days after `day`, which itself is not counted."""
    while count:
        day += timedelta(days=1)
        count -= is_business_day(day)
    return day
