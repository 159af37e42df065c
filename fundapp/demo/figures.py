"""Figures from outside: what the companies told of their cash, and an index that there is not."""

from datetime import timedelta
from fractions import Fraction
from math import sin

from fundapp.demo.clerk import Act, Clerk, id_of
from fundapp.demo.content import CashTold, InvestmentTold, toml
from fundapp.fund.company_cash import CompanyCash
from fundapp.fund.market_index import MarketIndex
from fundapp.fund.returns import IndexLevel
from fundapp.record.figure_commands import ImportIndex, RecordCompanyCash

INDEX_DAYS_AGO = 1
WEEK = timedelta(days=7)
WEEKLY_GROWTH, SWING, SWING_WEEKS = 1.0008, 0.05, 18


def enter(clerk: Clerk) -> None:
    """Enter the statements of cash and the index in the clerk's diary."""
    for one in map(InvestmentTold.model_validate, toml("investments")["investments"]):
        if one.cash:
            clerk.on(one.cash.days_ago, 17, _cash(clerk, one.proposal, one.cash))
    clerk.on(INDEX_DAYS_AGO, 17, lambda: _index(clerk))


def _cash(clerk: Clerk, code: str, told: CashTold) -> Act:
    stated = CompanyCash(
        id=id_of("company-cash", code),
        proposal_id=id_of("proposal", code),
        as_of=clerk.day(told.days_ago),
        cash_yen=told.cash_yen,
        monthly_burn_yen=told.monthly_burn_yen,
        source=told.source,
    )
    return lambda: clerk.do("secretariat", RecordCompanyCash(stated=(stated,)))


def _index(clerk: Clerk) -> None:
    """Weekly levels that rise by about four percent a year and swing around it, until it is taken in."""
    terms, last = clerk.book().terms, clerk.day(INDEX_DAYS_AGO)
    assert terms is not None, "the fund was established before"
    weeks = (last - terms.first_day) // WEEK
    levels = tuple(
        IndexLevel(
            on=last - (weeks - n) * WEEK,
            level=Fraction(round(100_000 * WEEKLY_GROWTH**n * (1 + SWING * sin(n / SWING_WEEKS))), 100),
        )
        for n in range(-1, weeks + 1)
    )
    index = MarketIndex(name="八稜株価指数", source="架空の指数、配当込み、週次", levels=levels)
    clerk.do("manager", ImportIndex(index=index))
