"""What companies tell of their cash, and indexes: what is refused, and who may know of it."""

from datetime import date, timedelta

import pytest
from record.test_decide_fund import signed

from fundapp.fund.company_cash import CompanyCash
from fundapp.fund.market_index import MarketIndex
from fundapp.fund.returns import IndexLevel
from fundapp.record import figure_commands as f

DAY = date(2026, 4, 1)
INDEX = MarketIndex(name="Shares", source="with dividends", levels=(IndexLevel(on=DAY, level="2500.5"),))


def told(cash_yen: int = 12_000_000, as_of: date = DAY, of: str = "id-PR-1", name: str = "c1") -> f.RecordCompanyCash:
    stated = CompanyCash(id=name, proposal_id=of, as_of=as_of, cash_yen=cash_yen, monthly_burn_yen=1_000_000)
    return f.RecordCompanyCash(stated=(stated,))


@pytest.fixture
def held(fund, item):
    signed(fund, item)
    return fund


def test_a_statement_of_cash_is_added_and_the_earlier_ones_stay(held):
    held.do(told(as_of=DAY - timedelta(days=30)), held.secretariat)
    held.do(told(9_000_000, name="c2"), held.manager)
    assert [one.cash_yen for one in held.desk.company_cash(held.auditor)] == [12_000_000, 9_000_000]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (told(as_of=DAY + timedelta(days=1)), "dated_ahead"),
        (told(-1), "company_cash_below_zero"),
        (told(of="id-PR-9"), "investment_unknown"),
        (f.ImportIndex(index=INDEX.model_copy(update={"source": " "})), "index_needs_name_and_source"),
        (f.ImportIndex(index=INDEX.model_copy(update={"levels": ()})), "flows_empty"),
        (f.ImportIndex(index=INDEX.model_copy(update={"levels": INDEX.levels * 2})), "index_day_twice"),
    ],
)
def test_what_cannot_be_is_refused(held, command, code):
    assert held.refused(command, held.secretariat).code == code


def test_readers_take_nothing_in(held):
    for reader in (held.association, held.lp, held.auditor, held.administrator):
        assert held.refused(told(), reader).code == "not_permitted"
        assert held.refused(f.ImportIndex(index=INDEX), reader).code == "not_permitted"


def test_a_company_s_cash_is_for_readers_of_its_file_alone(held, item):
    held.do(told(), held.secretariat)
    for reader in (held.lp, held.administrator):
        assert held.desk.company_cash(reader) == ()
    assert len(held.desk.company_cash(held.association)) == 1


def test_an_index_taken_in_again_takes_the_place_of_the_old_one(held):
    held.do(f.ImportIndex(index=INDEX), held.secretariat)
    again = INDEX.model_copy(update={"levels": (IndexLevel(on=DAY, level="99"),)})
    held.do(f.ImportIndex(index=again), held.manager)
    held.do(f.ImportIndex(index=again.model_copy(update={"name": "Bonds"})), held.manager)
    assert [(one.name, str(one.levels[0].level)) for one in held.desk.market_indexes()] == [
        ("Bonds", "99"),
        ("Shares", "99"),
    ]


def test_the_levels_of_an_index_are_made_once_and_anew_when_they_change(held):
    held.do(f.ImportIndex(index=INDEX), held.secretariat)
    (first,), (again,) = held.desk.market_indexes(), held.desk.market_indexes()
    assert again is first
    assert first == INDEX
    changed = INDEX.model_copy(update={"levels": (IndexLevel(on=DAY, level="99"),)})
    assert hash(changed) != hash(first) or changed != first
    held.do(f.ImportIndex(index=changed), held.manager)
    assert held.desk.market_indexes() == (changed,)
