"""The fund's terms: size, partners, reserves, limits."""

from datetime import date

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
    document_language: Text = "ja"
