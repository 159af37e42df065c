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
    RETURNED,
    Balances,
    LimitKind,
    below,
    follow_on,
    total,
    used,
)
from fundapp.fund.terms import FundTerms


class Headroom(Fact):
    """How far one limit is used. For kind "investable" the limit is the fund's size and the room what is investable."""

    kind: Literal["investable", "company", "sector", "early_stage", "year", "recycling"]
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
        "year": terms.limits.yearly_share,
        "recycling": terms.recycling_share,
    }
    return floor(shares[kind] * terms.size_yen)


def headroom(terms: FundTerms, balances: Balances, kind: LimitKind, key: str = "") -> Headroom:
    """The room in one limit; a company, sector or year that is not in the books has all of it."""
    limit, in_use = limit_yen(terms, kind), balances.get(used(kind, key), 0)
    return Headroom(kind=kind, key=key, limit_yen=limit, used_yen=in_use, room_yen=limit - in_use)


def investable_headroom(terms: FundTerms, balances: Balances, company_id: str = "") -> Headroom:
    """What is still investable of the fund's size; for a company with a follow-on reserve, that reserve besides."""
    free_yen = balances.get(INVESTABLE, 0) + (balances.get(follow_on(company_id), 0) if company_id else 0)
    return Headroom(kind="investable", limit_yen=terms.size_yen, used_yen=terms.size_yen - free_yen, room_yen=free_yen)


def follow_on_part_yen(balances: Balances, company_id: str, amount_yen: int) -> int:
    """What of an amount for a company comes out of its follow-on reserve: as much as there is."""
    return min(amount_yen, balances.get(follow_on(company_id), 0))


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


def touched_headrooms(
    terms: FundTerms, balances: Balances, *, company_id: str, sector: str, early_stage: bool, year: int
) -> tuple[Headroom, ...]:
    """The balance and every limit that an investment in this company would use, the balance first.

    A year may promise the whole fund unless the agreement says less; then it is no limit.
    """
    early = (headroom(terms, balances, "early_stage"),) if early_stage else ()
    yearly = (headroom(terms, balances, "year", str(year)),) if terms.limits.yearly_share < 1 else ()
    return (
        investable_headroom(terms, balances, company_id),
        headroom(terms, balances, "company", company_id),
        headroom(terms, balances, "sector", sector),
        *early,
        *yearly,
    )


def check_reservation(
    terms: FundTerms,
    balances: Balances,
    *,
    company_id: str,
    sector: str,
    early_stage: bool,
    year: int,
    amount_yen: int,
    voting_share: Fraction | None,
) -> Refusal | None:
    """Refuse a reservation that the balance or a limit forbids. The first fault gives the code, the others follow.

    `voting_share` is the share of the company's votes that the fund holds after the investment; None for none. A
    company that the fund holds already may get more after the investment period, a new one not.
    """
    balance, *limits = touched_headrooms(
        terms, balances, company_id=company_id, sector=sector, early_stage=early_stage, year=year
    )
    faults: list[Problem] = []
    if amount_yen > balance.room_yen:
        faults.append(
            Problem.of(
                "above_investable",
                amount_yen=amount_yen,
                investable_yen=balance.room_yen,
                short_yen=amount_yen - balance.room_yen,
            )
        )
    faults += [
        Problem.of(
            f"above_{one.kind}_limit",
            amount_yen=amount_yen,
            limit_yen=one.limit_yen,
            used_yen=one.used_yen,
            room_yen=one.room_yen,
            short_yen=amount_yen - one.room_yen,
        )
        for one in limits
        if amount_yen > one.room_yen
    ]
    refusal = check_votes(terms, voting_share)
    if refusal is not None:
        faults.append(Problem(code=refusal.code, details=refusal.details))
    late = terms.investment_years is not None and year > terms.investment_years
    if late and not balances.get(used("company", company_id), 0):
        faults.append(Problem.of("after_investment_period", years=terms.investment_years or 0))
    if not faults:
        return None
    first, *others = faults
    return Refusal(code=first.code, details=first.details, problems=tuple(others))


def check_votes(terms: FundTerms, voting_share: Fraction | None) -> Refusal | None:
    """Refuse a share of a company's votes above the agreed one; None asks for nothing."""
    limit_share = terms.limits.voting_share
    if voting_share is None or voting_share <= limit_share:
        return None
    return Refusal.of("above_voting_limit", voting_share=str(voting_share), limit_share=str(limit_share))


def check_set_aside(balances: Balances, *, amount_yen: int) -> Refusal | None:
    """Refuse to set more aside than is investable."""
    return _covered("above_free", amount_yen, balances.get(INVESTABLE, 0))


def check_payment(balances: Balances, *, amount_yen: int) -> Refusal | None:
    """Refuse a payment that the bank account does not cover."""
    return _covered("above_cash", amount_yen, balances.get(BANK, 0))


def check_fee_reserve(balances: Balances, *, amount_yen: int) -> Refusal | None:
    """Refuse what goes beyond the capital that is set aside for fees and costs."""
    return _covered("above_cost_reserve", amount_yen, balances.get(FEE_RESERVE, 0))


def check_follow_on(balances: Balances, *, company_id: str, amount_yen: int) -> Refusal | None:
    """Refuse what goes beyond the follow-on reserve of a company, or beyond what is meant for nobody yet."""
    return _covered("above_follow_on", amount_yen, balances.get(follow_on(company_id), 0))


def uncalled_yen(balances: Balances) -> int:
    """What the partners have committed and may still be called for."""
    return total(balances, PAID_IN_CAPITAL) - balances.get(LP_COMMITMENT, 0)


def check_call(balances: Balances, *, amount_yen: int) -> Refusal | None:
    """Refuse a capital call beyond what the partners have committed and not yet been called for."""
    return _covered("above_uncalled", amount_yen, uncalled_yen(balances))


def check_returned(balances: Balances, *, amount_yen: int) -> Refusal | None:
    """Refuse to pay out or recycle more of the invested capital than came back."""
    return _covered("above_returned", amount_yen, balances.get(RETURNED, 0))


def check_recycling(terms: FundTerms, balances: Balances, *, amount_yen: int) -> Refusal | None:
    """Refuse recycling that the agreement does not allow, or of more than came back."""
    if not terms.recycling_share:
        return Refusal.of("recycling_not_agreed")
    found = headroom(terms, balances, "recycling")
    if amount_yen > found.room_yen:
        return Refusal.of(
            "above_recycling_limit", amount_yen=amount_yen, limit_yen=found.limit_yen, room_yen=found.room_yen
        )
    return check_returned(balances, amount_yen=amount_yen)


def _covered(code: str, amount_yen: int, available_yen: int) -> Refusal | None:
    if amount_yen <= available_yen:
        return None
    return Refusal.of(code, amount_yen=amount_yen, available_yen=available_yen, short_yen=amount_yen - available_yen)
