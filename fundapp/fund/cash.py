"""The fund's cash at the end of each day, by effective dates: what is entered late is paid out of that day's cash."""

from collections.abc import Iterable
from datetime import date
from itertools import accumulate

from fundapp.basis.refusal import Refusal
from fundapp.fund.journal import BANK, JournalEntry


def cash_by_day(entries: Iterable[JournalEntry]) -> tuple[tuple[date, int], ...]:
    """Each day on which cash moved and the cash at its end in yen, the earliest first."""
    moved: dict[date, int] = {}
    for entry in entries:
        for leg in entry.postings:
            if leg.account == BANK:
                moved[entry.effective] = moved.get(entry.effective, 0) + leg.amount_yen
    days = sorted(moved)
    return tuple(zip(days, accumulate(moved[day] for day in days), strict=True))


def check_cash_from(entries: Iterable[JournalEntry], *, on: date, amount_yen: int) -> Refusal | None:
    """Refuse a payment dated on a day from which on the cash would fall below zero; the first such day gives the code.

    What the bank account holds today may have come in after the day of the payment.
    """
    before_yen, days = 0, []
    for day, cash_yen in cash_by_day(entries):
        if day <= on:
            before_yen = cash_yen
        else:
            days.append((day, cash_yen))
    for day, cash_yen in ((on, before_yen), *days):
        if amount_yen > cash_yen:
            return Refusal.of(
                "above_cash_then",
                amount_yen=amount_yen,
                paid_on=on.isoformat(),
                short_on=day.isoformat(),
                available_yen=cash_yen,
                short_yen=amount_yen - cash_yen,
            )
    return None
