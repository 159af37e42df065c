"""Money of others beside the fund's: by period, with its gaps."""

from datetime import date

from fundapp.committee.co_finance import CoFinance, Period, bent, money_yen, periods


def source(name: str, begins: date, ends: date, **told: object) -> CoFinance:
    return CoFinance.model_validate(
        {"id": name, "kind": "loan", "source": name, "amount_yen": 10, "begins": begins, "ends": ends} | told
    )


BANK = source("bank", date(2026, 4, 1), date(2026, 9, 30))
GRANT = source("grant", date(2026, 7, 1), date(2026, 7, 31), kind="grant", changed_plan="a smaller turbine")
LATER = source("later", date(2027, 1, 1), date(2027, 3, 31), kind="fund")
BACKED = source("backed", date(2026, 4, 1), date(2026, 9, 30), kind="guarantee")
REFUSED = source("refused", date(2025, 1, 1), date(2028, 1, 1), state="declined", changed_plan="all of it")


def test_periods_are_cut_where_a_source_begins_or_ends_and_a_gap_has_none():
    assert periods((LATER, BANK, GRANT, REFUSED)) == (
        Period(begins=date(2026, 4, 1), ends=date(2026, 6, 30), running=(BANK,)),
        Period(begins=date(2026, 7, 1), ends=date(2026, 7, 31), running=(BANK, GRANT)),
        Period(begins=date(2026, 8, 1), ends=date(2026, 9, 30), running=(BANK,)),
        Period(begins=date(2026, 10, 1), ends=date(2026, 12, 31), running=()),
        Period(begins=date(2027, 1, 1), ends=date(2027, 3, 31), running=(LATER,)),
    )
    assert periods((REFUSED,)) == ()


def test_a_guarantee_brings_no_money_and_what_was_declined_counts_nowhere():
    assert money_yen((BANK, GRANT, BACKED, REFUSED)) == 20
    assert bent((BANK, GRANT, REFUSED)) == (GRANT,)
