"""What the fund's tests share: the terms of the demo fund, its books when it closed and in its fourth year."""

from datetime import date
from fractions import Fraction

import pytest

from fundapp.basis.fact import Bilingual
from fundapp.fund import entries, entries_partners
from fundapp.fund.journal import JournalEntry, Recorded
from fundapp.fund.partners import split
from fundapp.fund.terms import FundTerms, Limits, Partner

M = 1_000_000
AT = Recorded(effective=date(2026, 4, 1), recorded_seq=7, memo_ref="M-0001")

TERMS = FundTerms(
    name=Bilingual(ja="八稜ものづくり成長投資事業有限責任組合", en="Hachiryo Monozukuri Growth LPS"),
    general_partner=Bilingual(ja="稜北しんきん成長投資株式会社", en="Ryohoku Shinkin Growth Capital"),
    partners=(
        Partner(name="稜北信用金庫", share=Fraction("0.99")),
        Partner(name="稜北しんきん成長投資株式会社", share=Fraction("0.01"), general=True),
    ),
    size_yen=500 * M,
    cost_reserve_yen=40 * M,
    follow_on_reserve_yen=60 * M,
    limits=Limits(
        company_share=Fraction("0.20"),
        sector_share=Fraction("0.40"),
        early_stage_share=Fraction("0.80"),
        voting_share=Fraction("0.34"),
    ),
    first_day=date(2022, 4, 1),
    years=10,
)

CALLED = split(TERMS, 240 * M, (0, 0))
PORTFOLIO = (
    # deal, sector, early stage, tranches, how many of them are drawn
    ("IV-1", "計測・検査", True, (20, 20, 10), 2),
    ("IV-2", "ロボット", True, (30, 25, 15), 2),
    ("IV-3", "環境・防災", True, (25, 20, 15), 2),
    ("IV-4", "半導体製造", False, (30, 20, 15), 2),
    ("IV-5", "医療・介護", True, (20, 20, 15), 1),
)


@pytest.fixture(scope="session")
def at() -> Recorded:
    """Where the tests' entries stand."""
    return AT


@pytest.fixture(scope="session")
def terms() -> FundTerms:
    """The demo fund's terms: 500 million yen."""
    return TERMS


@pytest.fixture(scope="session")
def founded() -> tuple[JournalEntry, ...]:
    """The demo fund closes, and sets aside its cost and follow-on reserves."""
    return (
        *entries_partners.fund_closed(at=AT, size_yen=TERMS.size_yen),
        *entries.fee_budget(at=AT, amount_yen=TERMS.cost_reserve_yen),
        *entries.follow_on_reserved(at=AT, amount_yen=TERMS.follow_on_reserve_yen),
    )


@pytest.fixture(scope="session")
def fourth_year(founded: tuple[JournalEntry, ...]) -> tuple[JournalEntry, ...]:
    """The demo fund in its fourth year: five investments, part drawn."""
    found = [
        *founded,
        *entries_partners.capital_called(at=AT, parts=CALLED),
        *(
            entry
            for one in CALLED
            for entry in entries_partners.capital_paid(at=AT, partner=one.partner, amount_yen=one.amount_yen)
        ),
        *entries.fee_paid(at=AT, amount_yen=18 * M),
    ]
    for deal, sector, early_stage, tranches, drawn in PORTFOLIO:
        touched = {"company_id": deal, "sector": sector, "early_stage": early_stage, "year": 4}
        amounts_yen = tuple(million * M for million in tranches)
        found += entries.resolution_reserves(at=AT, deal_id=deal, amount_yen=sum(amounts_yen), **touched)
        found += entries.agreement_signed(
            at=AT, deal_id=deal, reserved_yen=sum(amounts_yen), tranche_amounts_yen=amounts_yen, **touched
        )
        for number, amount_yen in enumerate(amounts_yen[:drawn], 1):
            found += entries.tranche_drawn(at=AT, deal_id=deal, tranche=number, amount_yen=amount_yen)
    return tuple(found)


@pytest.fixture(scope="session")
def terms_of_any() -> FundTerms:
    """Terms to be changed by a property test, which may not ask for a new fixture at each example."""
    return TERMS
