"""Cells as people write them: yen, quantities, days, dates, yes and no; each answers a value or its fault's code."""

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from fundapp.basis.yen import MAX_YEN
from fundapp.network.bill_words import NUMERALS
from fundapp.network.columns import plain
from fundapp.network.words import IN_STOCK, NO, NOTHING, YES

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_MONEY = re.compile(rf"(?:¥|\\|jpy|円)?\s*(-?{_NUMBER})\s*(?:円|yen|jpy)?\s*(?:\.?-)?")
_THOUSANDS = re.compile(rf".*{_NUMBER}\s*(?:千|万|百万|k|m)\s*(?:円|yen)?")
FOREIGN = re.compile(
    r"[$€£₩]|usd|eur|gbp|cny|rmb|元|ドル|ユーロ|\b(?:us|aud|cad|chf|sek|krw|twd|hkd|mxn|brl|inr|nzd|sgd|thb|vnd|pln|czk)\b"
)
"""Signs and names of currencies that are not yen."""
YEN = re.compile(r"[¥\\円]|\bjpy\b|\byen\b")
_FRACTION = r"(?:\d+\s+)?\d+\s*[/⁄]\s*[1-9]\d*"
_COUNT = re.compile(
    rf"(?:[x×✕*]\s*)?(?P<number>-?{_NUMBER}|{_FRACTION})\s*(?:[x×✕*]|(?P<unit>[^\W\d_][^\W_]{{0,11}}\.?)?)"
)
_NUMERAL = re.compile(r"([一二三四五六七八九十])\s*([^\W\d_]{1,4})")
_GROUPED = re.compile(r"(?<=\d)['’ \u00a0](?=\d{3}(?!\d))")
_COMMA = re.compile(r"\D*\d{1,3}(?:\.\d{3})*,(?:\d{1,2}|\d{4,})\D*|\D*\d{1,3}(?:\.\d{3})+,\d+\D*")
_POINT = re.compile(r"\D*\d{1,3}(?:,\d{3})*\.(?:\d{1,2}|\d{4,})\D*|\D*\d{1,3}(?:,\d{3})+\.\d+\D*")
_DAYS = re.compile(rf"(?:(?P<low>{_NUMBER})\s*[^\d~]{{0,4}}~\s*)?(?P<high>{_NUMBER})\s*(?P<unit>\D*)")
_DATE = re.compile(
    r"(?P<era>令和|r)?\s*(?P<year>\d{1,4}|元)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?.*"
)
_REIWA = 2018

DAYS, WORKING_DAYS, WEEKS, MONTHS = "days", "working_days", "weeks", "months"
_UNITS = (
    (WORKING_DAYS, ("営業日", "稼働日", "実働", "workday", "workingday", "businessday")),
    (WEEKS, ("週", "week", "wk", "w")),
    (MONTHS, ("月", "month", "mo")),
    (DAYS, ("日", "day", "d")),
)


_SAYS_NOTHING = frozenset(("", *NOTHING))


def nothing(text: str) -> bool:
    """True for an empty cell, a dash, 未定 and the like."""
    return plain(text) in _SAYS_NOTHING


def stated(cell: str) -> str:
    """What a cell says, without the blanks around it; nothing for a dash, 未定 and the like."""
    text = cell.strip()
    return "" if nothing(text) else text


def number(text: str) -> Fraction:
    """The exact number in digits with or without thousands separators."""
    return Fraction(text.replace(",", ""))


def comma_is_decimal(cells: Iterable[str], *, in_doubt: bool) -> bool:
    """True when a table writes 1.234,5 for 1234.5; `in_doubt` decides when no cell tells, as with 1,000."""
    commas = points = 0
    for cell in cells:
        commas += _COMMA.fullmatch(cell) is not None
        points += _POINT.fullmatch(cell) is not None
    return commas > points if commas or points else in_doubt


def with_point(text: str) -> str:
    """A number with a decimal comma as one with a decimal point, without marks between thousands."""
    return re.sub(r"(?<=\d),(?=\d)", ".", re.sub(r"(?<=\d)\.(?=\d{3}(?!\d))", "", text))


def yen(text: str) -> int | str | None:
    """Whole yen; None for an empty or open price; a problem's code otherwise. Nothing is rounded or scaled."""
    cell = plain(text)
    if nothing(cell):
        return None
    if FOREIGN.search(cell):
        return "price_not_yen"
    match = _MONEY.fullmatch(cell)
    if not match:
        return "price_in_thousands" if _THOUSANDS.fullmatch(cell) else "price_unclear"
    amount = number(match[1])
    if amount < 0 or amount > MAX_YEN:
        return "price_out_of_range"
    return int(amount) if amount.denominator == 1 else "price_not_whole_yen"


def quantity(text: str) -> tuple[Fraction, str] | str | None:
    """A quantity above zero with the unit written beside it (24x, 2 pcs, 1/2 m, 一式); None when empty, else a code."""
    cell = _GROUPED.sub("", plain(text))
    if not cell:
        return None
    if numeral := _NUMERAL.fullmatch(cell):
        return Fraction(NUMERALS[numeral[1]]), numeral[2]
    match = _COUNT.fullmatch(cell)
    if not match:
        return "quantity_unclear"
    amount = sum(
        map(_part, match["number"].replace("⁄", "/").replace(" /", "/").replace("/ ", "/").split()), Fraction(0)
    )
    unit = "" if match["unit"] in (None, "x") else match["unit"]
    return (amount, unit) if amount > 0 else "quantity_not_positive"


def _part(text: str) -> Fraction:
    """A number in digits, or a fraction."""
    return Fraction(text) if "/" in text else number(text)


def unit_of_time(text: str) -> str:
    """The unit that a text names, or nothing. 10営業日 are working days, 3週 are weeks."""
    word = (
        re.sub(r"[\s.()か間ヶケカヵ箇個]", "", plain(text)).removesuffix("程度").removesuffix("以内").removesuffix("s")
    )
    for unit, words in _UNITS:
        if any(word == known or ((len(known) > 1 or not known.isascii()) and known in word) for known in words):
            return unit
    return ""


def days(text: str, unit: str = DAYS) -> int | str | None:
    """Calendar days of a lead time, the longer end of a span; `unit` holds where the cell names none.

    A month counts 31 days and five working days a week, so that no rounding makes a lead time look shorter.
    """
    cell = plain(text)
    if nothing(cell):
        return None
    if cell.replace(" ", "") in IN_STOCK:
        return 0
    cell = (
        re.sub(r"[約凡]|程度|以内|前後|\babout\b|^ca\.?|^~", "", cell).replace("〜", "~").replace(" to ", "~").strip()
    )
    cell = re.sub(r"(\d)\s*[-–]\s*(\d)", r"\1~\2", cell)
    match = _DAYS.fullmatch(cell)
    if not match:
        return "lead_time_unclear"
    named = unit_of_time(match["unit"])
    if match["unit"].strip() and not named:
        return "lead_time_unclear"
    amount = number(match["high"])
    scale = {DAYS: Fraction(1), WORKING_DAYS: Fraction(7, 5), WEEKS: Fraction(7), MONTHS: Fraction(31)}[named or unit]
    return -((-amount * scale) // 1)


def day(text: str) -> date | str | None:
    """A date with its year (2026-05-01, 2026/5/1, 2026年5月1日, 令和8年5月1日, R8.5.1), or a problem's code."""
    cell = plain(text)
    if nothing(cell):
        return None
    match = _DATE.fullmatch(cell)
    if not match:
        return "date_unclear"
    year = 1 if match["year"] == "元" else int(match["year"])
    if match["era"]:
        year += _REIWA
    elif year < 1000:
        return "date_unclear"
    try:
        return date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return "date_unclear"


def yes(text: str) -> bool | None:
    """True or False as people mark it; an empty cell is False; None when it is unclear."""
    cell = plain(text)
    if not cell or cell in NO:
        return False
    return True if cell in YES else None
