"""The association's income by kind, and what is left when the subsidies stop."""

from fractions import Fraction

from fundapp.network.income import IncomeMix, IncomeYear, income_mixes, members_to_close

SEED = IncomeMix(
    year=2003, fees_yen=26_180_000, commissions_yen=29_000_000, subsidies_yen=29_000_000, costs_yen=84_180_000
)
"""A third each, as the source tells it."""


def test_each_kind_is_about_a_third() -> None:
    assert [round(float(SEED.share(kind)), 2) for kind in ("fees", "commissions", "subsidies")] == [0.31, 0.34, 0.34]
    assert SEED.total_yen() == 84_180_000


def test_without_subsidies_the_rest_does_not_bear_the_costs() -> None:
    assert (SEED.own_yen(), SEED.missing_yen()) == (55_180_000, 29_000_000)
    # 414 members at 70,000 yen bring 28,980,000 yen, which is not enough.
    assert members_to_close(SEED.missing_yen(), 70_000) == 415
    assert members_to_close(0, 70_000) == 0


def test_an_association_that_stands_by_itself_lacks_nothing() -> None:
    assert SEED.model_copy(update={"costs_yen": 50_000_000}).missing_yen() == 0


def test_a_year_without_income_has_no_shares() -> None:
    assert IncomeMix(year=1, fees_yen=0, commissions_yen=0, subsidies_yen=0, costs_yen=5).share("fees") is None


def test_fees_are_the_payments_unless_they_were_entered() -> None:
    entered = IncomeYear(year=2026, commissions_yen=1, subsidies_yen=2, costs_yen=3)
    told = IncomeYear(year=2025, fees_yen=70, commissions_yen=1, subsidies_yen=2, costs_yen=3)
    found = income_mixes((entered, told), {2026: 490_000, 2025: 9})
    assert [(one.year, one.fees_yen) for one in found] == [(2025, 70), (2026, 490_000)]
    assert income_mixes((entered,), {})[0].share("fees") == Fraction(0)
