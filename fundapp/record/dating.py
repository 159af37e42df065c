"""On which day something may take effect: not before the fund, not in a closed period, not in the future."""

from datetime import date

from fundapp.basis.refusal import Refusal
from fundapp.record.deciding import Case


def check_day(case: Case, day: date) -> Refusal | None:
    """Why nothing can be dated on this day, or None."""
    book = case.book
    if book.established_on is None:
        return Refusal.of("fund_not_established")
    if day > case.today:
        return Refusal.of("dated_ahead", dated_on=day.isoformat())
    if day < book.established_on:
        return Refusal.of("dated_before_fund", dated_on=day.isoformat(), first_on=book.established_on.isoformat())
    if book.closed_until is not None and day <= book.closed_until:
        return Refusal.of("period_is_closed", dated_on=day.isoformat(), closed_on=book.closed_until.isoformat())
    return None
