"""Balance sheet, profit and loss and schedule of investments of an investment limited partnership.

The parts and their order follow the accounting rules for such partnerships (rules of 1998, articles 5 to 16; since 2024
the enforcement rules of the LPS Act, articles 9 to 23): investments at fair value, surplus funds, the partners' capital
by what came in, what was earned and what was distributed; unrealised results in lines of their own.
"""

from datetime import date

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen
from fundapp.fund.journal import (
    BANK,
    DISTRIBUTED,
    FEES,
    INVESTMENT,
    PAID_IN_CAPITAL,
    REALISED_RESULT,
    RECEIVABLE,
    UNREALISED,
    WRITTEN_OFF,
)
from fundapp.fund.turnover import INCOME, Turnover

SOLD = ("exited", INCOME)


class Income(Fact):
    """Profit and loss of the days from `since` to `until`, both in it; without `since` from the beginning."""

    since: date | None
    until: date
    sold_for_yen: Yen
    """What exits brought that took cost with them."""
    income_yen: Yen
    """Dividends, and what came of holdings without a cost."""
    sold_cost_yen: Yen
    written_off_yen: Yen
    fees_yen: Yen
    """Fees and costs, less what came back of them."""
    opening_unrealised_yen: Yen
    closing_unrealised_yen: Yen

    @property
    def investment_result_yen(self) -> int:
        """Realised gains and income less realised losses."""
        return self.sold_for_yen + self.income_yen - self.sold_cost_yen - self.written_off_yen

    @property
    def before_unrealised_yen(self) -> int:
        """The profit before unrealised results."""
        return self.investment_result_yen - self.fees_yen

    @property
    def unrealised_yen(self) -> int:
        """What the fair value above or below cost has changed by."""
        return self.closing_unrealised_yen - self.opening_unrealised_yen

    @property
    def result_yen(self) -> int:
        """The profit of the period; below zero for a loss."""
        return self.before_unrealised_yen + self.unrealised_yen


class BalanceSheet(Fact):
    """What the fund has and whose it is. The journal knows no liabilities: costs are entered when they are paid."""

    on: date
    cost_yen: Yen
    unrealised_yen: Yen
    cash_yen: Yen
    paid_in_yen: Yen
    """Paid by the partners and not given back; what is called and not paid is no asset."""
    retained_yen: Yen
    """Profits and losses of the years before."""
    result_yen: Yen
    """Profit of the year so far."""
    distributed_yen: Yen
    receivable_yen: Yen
    """Called and not paid in yet, told beside the sheet."""

    @property
    def investments_yen(self) -> int:
        """Investments at fair value."""
        return self.cost_yen + self.unrealised_yen

    @property
    def assets_yen(self) -> int:
        """Everything that the fund has."""
        return self.investments_yen + self.cash_yen

    @property
    def net_assets_yen(self) -> int:
        """The partners' capital."""
        return self.paid_in_yen + self.retained_yen + self.result_yen - self.distributed_yen


class CashMoves(Fact):
    """What came into the bank account in a period and left it, by what it was for. What left is below zero."""

    opening_yen: Yen
    paid_in_yen: Yen
    given_back_yen: Yen
    invested_yen: Yen
    refunded_yen: Yen
    """Parts of payments that companies really paid back."""
    proceeds_yen: Yen
    fees_yen: Yen
    distributed_yen: Yen
    closing_yen: Yen


class DealMove(Fact):
    """One investment in the schedule: its cost at the beginning, what came and went, and what is held at the end."""

    deal_id: Text
    opening_yen: Yen
    bought_yen: Yen
    sold_yen: Yen
    refunded_yen: Yen
    written_off_yen: Yen
    closing_yen: Yen
    fair_value_yen: Yen
    proceeds_yen: Yen
    """What exits and income brought in the period."""

    @property
    def unrealised_yen(self) -> int:
        """What the fair value is above cost; below zero when it is below."""
        return self.fair_value_yen - self.closing_yen


def income(turnover: Turnover, until: date, *, after: date | None, since: date | None) -> Income:
    """Profit and loss after one cut up to and with another. `since` is the first day that the statement names."""
    sold_cost_yen = -turnover.moved(INVESTMENT, until, *SOLD, after=after)
    income_yen = -turnover.moved(REALISED_RESULT, until, INCOME, after=after)
    return Income(
        since=since,
        until=until,
        sold_for_yen=sold_cost_yen - turnover.moved(REALISED_RESULT, until, after=after) - income_yen,
        income_yen=income_yen,
        sold_cost_yen=sold_cost_yen,
        written_off_yen=turnover.moved(WRITTEN_OFF, until, after=after),
        fees_yen=turnover.moved(FEES, until, after=after),
        opening_unrealised_yen=turnover.moved(UNREALISED, after) if after else 0,
        closing_unrealised_yen=turnover.moved(UNREALISED, until),
    )


def balance_sheet(turnover: Turnover, on: date, *, year_began_after: date | None) -> BalanceSheet:
    """The balance sheet at the end of a day; what was earned up to `year_began_after` is retained."""
    year = income(turnover, on, after=year_began_after, since=None)
    before = income(turnover, year_began_after, after=None, since=None) if year_began_after else None
    receivable_yen = turnover.moved(RECEIVABLE, on)
    return BalanceSheet(
        on=on,
        cost_yen=turnover.moved(INVESTMENT, on),
        unrealised_yen=turnover.moved(UNREALISED, on),
        cash_yen=turnover.moved(BANK, on),
        paid_in_yen=-turnover.moved(PAID_IN_CAPITAL, on) - receivable_yen,
        retained_yen=before.result_yen if before else 0,
        result_yen=year.result_yen,
        distributed_yen=turnover.moved(DISTRIBUTED, on),
        receivable_yen=receivable_yen,
    )


def cash_moves(turnover: Turnover, until: date, *, after: date | None) -> CashMoves:
    """The bank account after one cut up to and with another. Every cause that touches it is in one of the lines."""

    def moved(*causes: str) -> int:
        return turnover.moved(BANK, until, *causes, after=after)

    return CashMoves(
        opening_yen=turnover.moved(BANK, after) if after else 0,
        paid_in_yen=moved("capital_paid"),
        given_back_yen=moved("capital_refunded"),
        invested_yen=moved("tranche_drawn"),
        refunded_yen=moved("tranche_refunded"),
        proceeds_yen=moved(*SOLD),
        fees_yen=moved("fee_paid", "fee_refunded"),
        distributed_yen=moved("distributed"),
        closing_yen=turnover.moved(BANK, until),
    )


def deal_moves(turnover: Turnover, until: date, *, after: date | None) -> tuple[DealMove, ...]:
    """Every investment that was held or moved in the period, by the id of its deal."""
    opening = turnover.by_key(INVESTMENT, after) if after else {}
    closing, adjusted = turnover.by_key(INVESTMENT, until), turnover.by_key(UNREALISED, until)
    gone = {
        name: turnover.by_key(INVESTMENT, until, *causes, after=after)
        for name, causes in (("sold", SOLD), ("refunded", ("tranche_refunded",)), ("written_off", ("written_off",)))
    }
    gains = turnover.by_key(REALISED_RESULT, until, after=after)
    found = []
    for deal in sorted(set[str]().union(opening, closing, gains, *gone.values())):
        left = {name: -amounts.get(deal, 0) for name, amounts in gone.items()}
        held_yen = closing.get(deal, 0)
        found.append(
            DealMove(
                deal_id=deal,
                opening_yen=opening.get(deal, 0),
                bought_yen=held_yen - opening.get(deal, 0) + sum(left.values()),
                sold_yen=left["sold"],
                refunded_yen=left["refunded"],
                written_off_yen=left["written_off"],
                closing_yen=held_yen,
                fair_value_yen=held_yen + adjusted.get(deal, 0),
                proceeds_yen=left["sold"] - gains.get(deal, 0),
            )
        )
    return tuple(found)
