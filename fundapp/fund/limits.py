"""The limits of the partnership agreement, what room they leave, and what they refuse."""

from collections.abc import Collection
from fractions import Fraction
from math import floor
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.yen import Yen
from fundapp.fund.journal import (
    BANK,
    FEE_RESERVE,
    INVESTABLE,
    LP_COMMITMENT,
    PAID_IN_CAPITAL,
    Balances,
    LimitKind,
    below,
    used,
)
from fundapp.fund.terms import FundTerms


class Headroom(Fact):
    """How far one limit is used. For kind "investable" the limit is the fund's size and the room what is investable."""

    kind: Literal["investable", "company", "sector", "early_stage"]
    key: Text = ""
    limit_yen: Yen
    used_yen: Yen
    room_yen: Yen


def limit_yen(terms: FundTerms, kind: LimitKind) -> int:
    """The limit in whole yen: the agreed share of the fund's size, rounded down."""
    shares = {
        "company": terms.limits.company_share,
        "sector": terms.limits.sector_share,
        "early_stage": terms.limits.early_stage_share,
    }
    return floor(shares[kind] * terms.size_yen)


def headroom(terms: FundTerms, balances: Balances, kind: LimitKind, key: str = "") -> Headroom:
    """The room in one limit; a company or sector that is not in the books has all of it."""
    limit, in_use = limit_yen(terms, kind), balances.get(used(kind, key), 0)
    return Headroom(kind=kind, key=key, limit_yen=limit, used_yen=in_use, room_yen=limit - in_use)


def investable_headroom(terms: FundTerms, balances: Balances) -> Headroom:
    """What is still investable of the fund's size."""
    free_yen = balances.get(INVESTABLE, 0)
    return Headroom(kind="investable", limit_yen=terms.size_yen, used_yen=terms.size_yen - free_yen, room_yen=free_yen)


def headrooms(
    terms: FundTerms, balances: Balances, *, company_ids: Collection[str] = (), sectors: Collection[str] = ()
) -> tuple[Headroom, ...]:
    """Investable, early stage, then every sector and company in use or asked for, by key."""
    in_use = {kind: below(balances, f"LIM:Used:{kind}").keys() for kind in ("company", "sector")}
    return (
        investable_headroom(terms, balances),
        headroom(terms, balances, "early_stage"),
        *(headroom(terms, balances, "sector", key) for key in sorted(in_use["sector"] | set(sectors))),
        *(headroom(terms, balances, "company", key) for key in sorted(in_use["company"] | set(company_ids))),
    )


def check_reservation(
    terms: FundTerms,
    balances: Balances,
    *,
    company_id: str,
    sector: str,
    early_stage: bool,
    amount_yen: int,
    voting_share: Fraction | None,
) -> Refusal | None:
    """Refuse a reservation that the balance or a limit forbids. The first fault gives the code, the others follow.

    `voting_share` is the share of the company's votes that the fund holds after the investment; None for none.
    """
    faults: list[Problem] = []
    investable_yen = balances.get(INVESTABLE, 0)
    if amount_yen > investable_yen:
        faults.append(
            Problem.of(
                "above_investable",
                amount_yen=amount_yen,
                investable_yen=investable_yen,
                short_yen=amount_yen - investable_yen,
            )
        )
    touched: list[tuple[LimitKind, str]] = [("company", company_id), ("sector", sector)]
    if early_stage:
        touched.append(("early_stage", ""))
    for kind, key in touched:
        found = headroom(terms, balances, kind, key)
        if amount_yen > found.room_yen:
            faults.append(
                Problem.of(
                    f"above_{kind}_limit",
                    amount_yen=amount_yen,
                    limit_yen=found.limit_yen,
                    used_yen=found.used_yen,
                    room_yen=found.room_yen,
                    short_yen=amount_yen - found.room_yen,
                )
            )
    limit_share = terms.limits.voting_share
    if voting_share is not None and voting_share > limit_share:
        faults.append(Problem.of("above_voting_limit", voting_share=str(voting_share), limit_share=str(limit_share)))
    if not faults:
        return None
    first, *others = faults
    return Refusal(code=first.code, details=first.details, problems=tuple(others))


def check_payment(balances: Balances, *, amount_yen: int) -> Refusal | None:
    """Refuse a payment that the bank account does not cover."""
    return _covered("above_cash", amount_yen, balances.get(BANK, 0))


def check_fee(balances: Balances, *, amount_yen: int) -> Refusal | None:
    """Refuse a fee that the cost reserve or the bank account does not cover."""
    return _covered("above_cost_reserve", amount_yen, balances.get(FEE_RESERVE, 0)) or check_payment(
        balances, amount_yen=amount_yen
    )


def check_call(balances: Balances, *, amount_yen: int) -> Refusal | None:
    """Refuse a capital call beyond what the partners have committed and not yet been called for."""
    uncalled_yen = balances.get(PAID_IN_CAPITAL, 0) - balances.get(LP_COMMITMENT, 0)
    return _covered("above_uncalled", amount_yen, uncalled_yen)


def _covered(code: str, amount_yen: int, available_yen: int) -> Refusal | None:
    if amount_yen <= available_yen:
        return None
    return Refusal.of(code, amount_yen=amount_yen, available_yen=available_yen, short_yen=amount_yen - available_yen)
