"""The fund's figures, the waterfall from its size to what is investable, and what must always hold."""

from collections.abc import Iterable
from typing import Literal

from fundapp.basis.fact import Fact
from fundapp.basis.yen import Yen
from fundapp.fund.journal import (
    BANK,
    COMMITTED,
    DEPLOYED,
    FEE_RESERVE,
    FEE_SPENT,
    FEES,
    FOLLOW_ON,
    INVESTABLE,
    INVESTMENT,
    LP_COMMITMENT,
    PAID_IN_CAPITAL,
    RECEIVABLE,
    RESERVED,
    Balances,
    LimitKind,
    below,
    total,
    used,
)
from fundapp.fund.limits import limit_yen
from fundapp.fund.terms import FundTerms


class FundFigures(Fact):
    """Where the fund's size has gone.

    `committed_yen` = `drawn_yen` + `undrawn_yen`: the investment commitments in force.
    """

    fund_size_yen: Yen
    cost_reserve_yen: Yen
    """Set aside for fees and costs and not yet spent."""
    fees_spent_yen: Yen
    follow_on_reserve_yen: Yen
    reserved_yen: Yen
    committed_yen: Yen
    drawn_yen: Yen
    undrawn_yen: Yen
    investable_yen: Yen
    paid_in_yen: Yen
    """Paid by the partners; a call that is not paid yet does not count."""
    cash_yen: Yen


def figures(terms: FundTerms, balances: Balances) -> FundFigures:
    """The figures of a fund that has closed."""
    drawn_yen, undrawn_yen = total(balances, DEPLOYED), total(balances, COMMITTED)
    return FundFigures(
        fund_size_yen=terms.size_yen,
        cost_reserve_yen=balances.get(FEE_RESERVE, 0),
        fees_spent_yen=balances.get(FEE_SPENT, 0),
        follow_on_reserve_yen=total(balances, FOLLOW_ON),
        reserved_yen=total(balances, RESERVED),
        committed_yen=drawn_yen + undrawn_yen,
        drawn_yen=drawn_yen,
        undrawn_yen=undrawn_yen,
        investable_yen=balances.get(INVESTABLE, 0),
        paid_in_yen=_paid_in_yen(balances),
        cash_yen=balances.get(BANK, 0),
    )


def _paid_in_yen(balances: Balances) -> int:
    return -balances.get(PAID_IN_CAPITAL, 0) - balances.get(RECEIVABLE, 0)


StepKind = Literal["size", "fees", "follow_on", "reserved", "undrawn", "drawn", "investable"]


class WaterfallStep(Fact):
    """One step: what it takes away (the first and the last: the whole), and what is left after it."""

    kind: StepKind
    amount_yen: Yen
    left_yen: Yen


def waterfall(figures: FundFigures) -> tuple[WaterfallStep, ...]:
    """From the fund's size to what is investable. ValueError when the figures do not add up to the yen."""
    taken: tuple[tuple[StepKind, int], ...] = (
        ("fees", figures.cost_reserve_yen + figures.fees_spent_yen),
        ("follow_on", figures.follow_on_reserve_yen),
        ("reserved", figures.reserved_yen),
        ("undrawn", figures.undrawn_yen),
        ("drawn", figures.drawn_yen),
    )
    left_yen = figures.fund_size_yen
    steps = [WaterfallStep(kind="size", amount_yen=left_yen, left_yen=left_yen)]
    for kind, amount_yen in taken:
        left_yen -= amount_yen
        steps.append(WaterfallStep(kind=kind, amount_yen=amount_yen, left_yen=left_yen))
    if left_yen != figures.investable_yen:
        raise ValueError("the fund's figures do not add up")
    return (*steps, WaterfallStep(kind="investable", amount_yen=left_yen, left_yen=left_yen))


def invariants(balances: Balances, terms: FundTerms) -> tuple[str, ...]:
    """Names of what must always hold and does not; empty when the books are sound."""
    deployed_yen, committed_yen, reserved_yen = (total(balances, parent) for parent in (DEPLOYED, COMMITTED, RESERVED))
    company_use = below(balances, "LIM:Used:company")
    sector_use = below(balances, "LIM:Used:sector")
    assets = (
        yen
        for account, yen in balances.items()
        if account not in (LP_COMMITMENT, PAID_IN_CAPITAL) and not account.startswith("LIM:Room:")
    )
    exposure_yen = deployed_yen + committed_yen + reserved_yen
    holds = {
        "books_balance": not any(total(balances, book) for book in ("CAP", "LIM", "GL")),
        "capital_is_fund_size": balances.get(LP_COMMITMENT, 0) == -terms.size_yen,
        "no_asset_below_zero": all(yen >= 0 for yen in assets),
        "within_company_limit": _within(company_use.values(), terms, "company"),
        "within_sector_limit": _within(sector_use.values(), terms, "sector"),
        "within_early_stage_limit": _within([balances.get(used("early_stage"), 0)], terms, "early_stage"),
        "limits_follow_capital": sum(company_use.values()) == sum(sector_use.values()) == exposure_yen,
        "investments_at_cost": total(balances, INVESTMENT) == deployed_yen,
        "fees_agree": balances.get(FEES, 0) == balances.get(FEE_SPENT, 0),
        "cash_is_paid_in_less_paid_out": balances.get(BANK, 0)
        == _paid_in_yen(balances) - balances.get(FEES, 0) - deployed_yen,
        "called_within_commitment": -balances.get(PAID_IN_CAPITAL, 0) <= terms.size_yen,
    }
    return tuple(name for name, held in holds.items() if not held)


def _within(used_yen: Iterable[int], terms: FundTerms, kind: LimitKind) -> bool:
    return all(yen <= limit_yen(terms, kind) for yen in used_yen)
