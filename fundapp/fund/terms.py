"""The fund's terms: size, partners, reserves, limits."""

from datetime import date, timedelta
from fractions import Fraction

from fundapp.basis.fact import Bilingual, Fact, Ratio, Text
from fundapp.basis.yen import AmountYen, Yen


class Partner(Fact):
    """One limited or general partner and its share of the commitment."""

    name: Text
    share: Ratio
    general: bool = False


class Limits(Fact):
    """Shares of the fund's size that may not be exceeded; voting_share is of the company's votes."""

    company_share: Ratio
    sector_share: Ratio
    early_stage_share: Ratio
    voting_share: Ratio
    yearly_share: Ratio = Fraction(1)
    """What may be newly promised in one year of the fund."""


class FundTerms(Fact):
    """What the partnership agreement fixes."""

    name: Bilingual
    general_partner: Bilingual
    partners: tuple[Partner, ...]
    size_yen: AmountYen
    cost_reserve_yen: Yen
    follow_on_reserve_yen: Yen
    limits: Limits
    first_day: date
    years: int
    reservation_days: int = 90
    investment_years: int | None = None
    """After so many years only companies of the portfolio get more; None for the fund's whole life."""
    recycling_share: Ratio = Fraction(0)
    """How much of the fund's size may be invested again out of what came back; zero where the agreement allows none."""
    call_notice_days: int = 10
    """Business days between the notice of a capital call and its due day."""
    document_language: Text = "ja"

    def year_of(self, day: date) -> int:
        """The year of the fund in which a day falls, counted from 1; days before the first belong to year 1."""
        anniversary_passed = (day.month, day.day) >= (self.first_day.month, self.first_day.day)
        return max(1, day.year - self.first_day.year + anniversary_passed)

    def last_day_of(self, year: int) -> date:
        """The last day of a year of the fund, counted from 1."""
        first = self.first_day
        # A fund of 29 February begins its other years on 1 March.
        leap_day = (first.month, first.day) == (2, 29)
        next_first = date(first.year + year, 3, 1) if leap_day else first.replace(year=first.year + year)
        return next_first - timedelta(days=1)
