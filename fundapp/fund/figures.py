"""The fund's figures, the waterfall from its size to what is investable, and what must always hold."""

from collections.abc import Iterable
from typing import Literal

from fundapp.basis.fact import Fact
from fundapp.basis.yen import Yen
from fundapp.fund.journal import (
    BANK,
    COMMITTED,
    DEPLOYED,
    DISTRIBUTED,
    FEE_RESERVE,
    FEE_SPENT,
    FEES,
    FOLLOW_ON,
    INVESTABLE,
    INVESTMENT,
    LOST,
    LP_COMMITMENT,
    PAID_IN_CAPITAL,
    PAID_OUT,
    REALISED_RESULT,
    RECEIVABLE,
    RESERVED,
    RETURNED,
    UNREALISED,
    UNREALISED_RESULT,
    WRITTEN_OFF,
    Balances,
    LimitKind,
    below,
    total,
    used,
)
from fundapp.fund.limits import limit_yen, uncalled_yen
from fundapp.fund.terms import FundTerms


class FundFigures(Fact):
    """Where the fund's size has gone.

    `committed_yen` = `drawn_yen` + `undrawn_yen`: the investment commitments in force; what was sold, paid back or
    written off is no longer in them.
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
    returned_yen: Yen
    """Cost of what was sold and not invested again, whether it was distributed or not."""
    lost_yen: Yen
    """Cost of what was written off."""
    paid_in_yen: Yen
    """Paid by the partners and not given back; a call that is not paid yet does not count."""
    receivable_yen: Yen
    """Called from the partners and not paid in yet."""
    uncalled_yen: Yen
    """Committed by the partners and not called yet."""
    distributed_yen: Yen
    realised_yen: Yen
    """Gains less losses of what was sold or written off."""
    fair_value_yen: Yen
    """Of what the fund still holds: at cost until it is valued."""
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
        returned_yen=balances.get(RETURNED, 0) + balances.get(PAID_OUT, 0),
        lost_yen=total(balances, LOST),
        paid_in_yen=_paid_in_yen(balances),
        receivable_yen=total(balances, RECEIVABLE),
        uncalled_yen=uncalled_yen(balances),
        distributed_yen=total(balances, DISTRIBUTED),
        realised_yen=-total(balances, REALISED_RESULT) - total(balances, WRITTEN_OFF),
        fair_value_yen=total(balances, INVESTMENT) + total(balances, UNREALISED),
        cash_yen=balances.get(BANK, 0),
    )


def _paid_in_yen(balances: Balances) -> int:
    return -total(balances, PAID_IN_CAPITAL) - total(balances, RECEIVABLE)


StepKind = Literal["size", "fees", "follow_on", "reserved", "undrawn", "drawn", "returned", "lost", "investable"]


class WaterfallStep(Fact):
    """One step: what it takes away (the first and the last: the whole), and what is left after it."""

    kind: StepKind
    amount_yen: Yen
    left_yen: Yen


def waterfall(figures: FundFigures) -> tuple[WaterfallStep, ...]:
    """From the fund's size to what is investable. ValueError when the figures do not add up to the yen.

    What came back and what was lost are steps once there is any.
    """
    taken: tuple[tuple[StepKind, int], ...] = (
        ("fees", figures.cost_reserve_yen + figures.fees_spent_yen),
        ("follow_on", figures.follow_on_reserve_yen),
        ("reserved", figures.reserved_yen),
        ("undrawn", figures.undrawn_yen),
        ("drawn", figures.drawn_yen),
        *((kind, gone_yen) for kind, gone_yen in _gone(figures) if gone_yen),
    )
    left_yen = figures.fund_size_yen
    steps = [WaterfallStep(kind="size", amount_yen=left_yen, left_yen=left_yen)]
    for kind, amount_yen in taken:
        left_yen -= amount_yen
        steps.append(WaterfallStep(kind=kind, amount_yen=amount_yen, left_yen=left_yen))
    if left_yen != figures.investable_yen:
        raise ValueError("the fund's figures do not add up")
    return (*steps, WaterfallStep(kind="investable", amount_yen=left_yen, left_yen=left_yen))


def _gone(figures: FundFigures) -> tuple[tuple[StepKind, int], ...]:
    return (("returned", figures.returned_yen), ("lost", figures.lost_yen))


_SIGNED = (LP_COMMITMENT, PAID_IN_CAPITAL, UNREALISED, UNREALISED_RESULT, REALISED_RESULT, "LIM:Room")
"""Accounts that may stand below zero: capital, results, and the counterpart of the limits."""


def invariants(balances: Balances, terms: FundTerms) -> tuple[str, ...]:
    """Names of what must always hold and does not; empty when the books are sound."""
    deployed_yen, committed_yen, reserved_yen, lost_yen = (
        total(balances, parent) for parent in (DEPLOYED, COMMITTED, RESERVED, LOST)
    )
    company_use = below(balances, "LIM:Used:company")
    sector_use = below(balances, "LIM:Used:sector")
    exposure_yen = deployed_yen + committed_yen + reserved_yen + lost_yen
    cost, adjusted, result = (below(balances, one) for one in (INVESTMENT, UNREALISED, UNREALISED_RESULT))
    holds = {
        "books_balance": not any(total(balances, book) for book in ("CAP", "LIM", "GL")),
        "capital_is_fund_size": balances.get(LP_COMMITMENT, 0) == -terms.size_yen,
        "no_asset_below_zero": all(yen >= 0 for account, yen in balances.items() if not _may_be_negative(account)),
        "within_company_limit": _within(company_use.values(), terms, "company"),
        "within_sector_limit": _within(sector_use.values(), terms, "sector"),
        "within_early_stage_limit": _within([balances.get(used("early_stage"), 0)], terms, "early_stage"),
        "within_yearly_limit": _within(below(balances, "LIM:Used:year").values(), terms, "year"),
        "within_recycling_limit": _within([balances.get(used("recycling"), 0)], terms, "recycling"),
        "limits_follow_capital": sum(company_use.values()) == sum(sector_use.values()) == exposure_yen,
        "investments_at_cost": total(balances, INVESTMENT) == deployed_yen,
        "fees_agree": balances.get(FEES, 0) == balances.get(FEE_SPENT, 0),
        "losses_agree": below(balances, WRITTEN_OFF) == below(balances, LOST),
        "unrealised_in_its_own_lines": adjusted == {deal: -yen for deal, yen in result.items()},
        "no_fair_value_below_zero": all(cost.get(deal, 0) + yen >= 0 for deal, yen in adjusted.items()),
        "nothing_unrealised_without_cost": adjusted.keys() <= cost.keys(),
        "cash_is_paid_in_less_paid_out": balances.get(BANK, 0)
        == _paid_in_yen(balances)
        - balances.get(FEES, 0)
        - _ever_drawn_yen(balances)
        + _proceeds_yen(balances)
        - total(balances, DISTRIBUTED),
        "called_within_commitment": -total(balances, PAID_IN_CAPITAL) <= terms.size_yen,
    }
    return tuple(name for name, held in holds.items() if not held)


def _may_be_negative(account: str) -> bool:
    return any(account == one or account.startswith(f"{one}:") for one in _SIGNED)


def _came_back_yen(balances: Balances) -> int:
    """Cost of everything that was ever sold, also what was invested again."""
    return balances.get(RETURNED, 0) + balances.get(PAID_OUT, 0) + balances.get(used("recycling"), 0)


def _ever_drawn_yen(balances: Balances) -> int:
    return total(balances, DEPLOYED) + total(balances, LOST) + _came_back_yen(balances)


def _proceeds_yen(balances: Balances) -> int:
    return _came_back_yen(balances) - total(balances, REALISED_RESULT)


def _within(used_yen: Iterable[int], terms: FundTerms, kind: LimitKind) -> bool:
    return all(yen <= limit_yen(terms, kind) for yen in used_yen)
