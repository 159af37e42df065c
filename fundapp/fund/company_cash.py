"""How long a company's own cash lasts: what it held on a day, and what it uses up in a month."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from math import floor

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen

MONTH_DAYS = Fraction(36525, 1200)


class CompanyCash(Fact):
    """What a company told of its money on a day; a later statement takes the place of an earlier one."""

    id: Text
    proposal_id: Text
    as_of: date
    cash_yen: Yen
    monthly_burn_yen: Yen
    """What it uses up in a month, receipts deducted; zero or less when it lives on its own receipts."""
    source: Text = ""

    @property
    def ends_on(self) -> date | None:
        """The day on which its cash is used up if nothing changes; None when it uses up nothing."""
        return self.lasts_until(0)

    def lasts_until(self, more_yen: int) -> date | None:
        """The same with more cash besides."""
        if self.monthly_burn_yen <= 0:
            return None
        days = floor(Fraction(self.cash_yen + more_yen, self.monthly_burn_yen) * MONTH_DAYS)
        # Further than the calendar goes is never.
        return self.as_of + timedelta(days=days) if days <= (date.max - self.as_of).days else None


def months_between(first: date, last: date) -> Fraction:
    """Months from one day to another; none when the other is earlier."""
    return max(Fraction(0), (last - first).days / MONTH_DAYS)


def latest(stated: Iterable[CompanyCash], until: date) -> dict[str, CompanyCash]:
    """Proposal -> its latest statement up to a day, that day included."""
    return {one.proposal_id: one for one in sorted(stated, key=lambda one: (one.as_of, one.id)) if one.as_of <= until}
