"""Figures for a reader: yen, shares, ratios, days and times in the language spoken now."""

from contextvars import ContextVar
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from babel.dates import format_date

from fundapp.basis.days import TOKYO, day_of
from fundapp.basis.numbers import half_up
from fundapp.text.catalogue import _, language
from fundapp.text.eras import era_of

YenStyle = Literal["plain", "bare", "man", "million"]
Amounts = Literal["page", "plain", "man", "million"]
Days = Literal["page", "iso", "era"]


class Shown(NamedTuple):
    """How a reader wants amounts and days written; "page": as each page and document does."""

    amounts: Amounts = "page"
    days: Days = "page"


AS_EACH_PAGE = Shown()
_shown: ContextVar[Shown] = ContextVar("shown", default=AS_EACH_PAGE)


def show_as(shown: Shown) -> None:
    """Write so in this context (one run of a page)."""
    _shown.set(shown)


def shown() -> Shown:
    """How amounts and days are written now."""
    return _shown.get()


MAN, OKU, MILLION = 10**4, 10**8, 10**6


def _minus() -> str:
    """The sign of a negative amount: a black triangle, as Japanese accounts print it."""
    return "▲" if language() == "ja" else "-"


def _man_yen(amount_yen: int) -> str:
    oku, rest = divmod(amount_yen, OKU)
    man, single = divmod(rest, MAN)
    parts = [f"{count:,}{unit}" for count, unit in ((oku, "億"), (man, "万"), (single, "")) if count]
    return "".join(parts or ["0"]) + "円"


def _million_yen(amount_yen: int) -> str:
    """Whole millions as they are, others with one decimal half up."""
    exact = Fraction(amount_yen, MILLION)
    count = f"{half_up(exact, 0 if exact.denominator == 1 else 1):,}"
    return f"{count}百万円" if language() == "ja" else f"JPY {count}m"


def yen(amount_yen: int, style: YenStyle = "plain") -> str:
    """An amount: plain ¥60,000,000; man 6,000万円; million 60百万円, in English JPY 60m. English knows no man.

    Bare is 60,000,000, for a table whose head names the unit. A reader's own choice goes before the page's.
    """
    style = _chosen(amount_yen, style)
    sign, size_yen = (_minus() if amount_yen < 0 else ""), abs(amount_yen)
    if style == "man" and language() == "ja":
        return sign + _man_yen(size_yen)
    if style == "million":
        return sign + _million_yen(size_yen)
    return f"{sign}{size_yen:,}" if style == "bare" else f"{sign}¥{size_yen:,}"


def _chosen(amount_yen: int, style: YenStyle) -> YenStyle:
    """The reader's choice, where it rounds nothing and the head of a table names no unit."""
    chosen = _shown.get().amounts
    if chosen == "page" or style == "bare" or (chosen == "million" and amount_yen % (MILLION // 10)):
        return style
    return chosen


def _signed(size: Decimal) -> str:
    return f"{_minus()}{-size:,}" if size < 0 else f"{size:,}"


def percent(share: Fraction) -> str:
    """A share in percent: whole when it is whole, else with one decimal half up."""
    points = share * 100
    return _signed(half_up(points, 0 if points.denominator == 1 else 1)) + "%"


def file_size(size_bytes: int) -> str:
    """How large a file is: kilobytes below a megabyte, rounded up so that nothing is 0 kB; else one decimal."""
    if size_bytes < 1_000_000:
        return f"{-(-size_bytes // 1000):,} kB"
    return f"{half_up(Fraction(size_bytes, 1_000_000), 1):,} MB"


def ratio(value: Fraction) -> str:
    """A ratio or a mean with two decimals, half up. Comparison is on the exact value, never on this text."""
    return _signed(half_up(value, 2))


def day(value: date) -> str:
    """2026年10月15日, or 15 October 2026; by the reader's choice 2026-10-15, or with the era."""
    match _shown.get().days:
        case "iso":
            return value.isoformat()
        case "era":
            return era_day(value)
    return _western(value)


def _western(value: date) -> str:
    return format_date(value, "y年M月d日", "ja_JP") if language() == "ja" else format_date(value, "d MMMM y", "en_GB")


def weekday(value: date) -> str:
    """木曜日, or Thursday."""
    return format_date(value, "EEEE", "ja_JP" if language() == "ja" else "en_GB")


def era_day(value: date) -> str:
    """令和8年10月15日, or 15 October 2026 (Reiwa 8). A day before Meiji is given without an era."""
    found = era_of(value)
    if found is None:
        return _western(value)
    era, year = found
    if language() == "ja":
        return f"{era.name.ja}{'元' if year == 1 else year}年{value.month}月{value.day}日"
    return f"{_western(value)} ({era.name.en} {year})"


def clock(value: datetime) -> str:
    """The time of day in Tokyo: 14:05."""
    return value.astimezone(TOKYO).strftime("%H:%M")


def moment(value: datetime) -> str:
    """An instant in Tokyo time: 2026年10月15日 14:05, or 15 October 2026, 14:05."""
    return f"{day(day_of(value))}{' ' if language() == 'ja' else ', '}{clock(value)}"


def lasted(minutes: int) -> str:
    """How long something has lasted, in whole minutes: 45分, 6時間05分, or 45 min, 6 h 05 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=f"{rest:02d}")
