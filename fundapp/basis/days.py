"""Instants are stored in UTC; a day is a day in Tokyo."""

from calendar import monthrange
from datetime import UTC, date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, PlainSerializer

TOKYO = ZoneInfo("Asia/Tokyo")


def _utc(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return value.astimezone(UTC)


def instant_text(value: datetime) -> str:
    """RFC 3339 in UTC with microseconds: one spelling per instant, so that hashes agree and text sorts by time."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


Instant = Annotated[datetime, AfterValidator(_utc), PlainSerializer(instant_text, return_type=str)]


def day_of(instant: datetime) -> date:
    """The Tokyo day on which `instant` falls."""
    return instant.astimezone(TOKYO).date()


def months_on(first: date, months: int) -> date:
    """The same day of a later month, or its last day where there is no such day."""
    years, month = divmod(first.month - 1 + months, 12)
    year = first.year + years
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))
