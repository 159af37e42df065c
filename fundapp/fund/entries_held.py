"""What valuation, exit, write-off and refund of an investment enter in the journal (amounts in yen)."""

from fundapp.fund.entries import Transfer, entered, limits_returned
from fundapp.fund.journal import (
    BANK,
    INVESTABLE,
    RETURNED,
    JournalEntry,
    Recorded,
    deployed,
    investment,
    lost,
    realised_result,
    unrealised,
    unrealised_result,
    written_off,
)

CostPart = tuple[int, int]
"""Number of a tranche, and what of its cost leaves the fund in yen."""


def released_yen(unrealised_yen: int, cost_yen: int, of_cost_yen: int) -> int:
    """What of an unrealised result leaves with `cost_yen` of the cost: its share, cut toward zero; all with the whole.

    With less than the whole the fair value that stays is never below zero.
    """
    if cost_yen == of_cost_yen:
        return unrealised_yen
    share = abs(unrealised_yen) * cost_yen // of_cost_yen
    return share if unrealised_yen > 0 else -share


def _unrealised_moves(deal_id: str, change_yen: int) -> Transfer:
    """The fair value moves by `change_yen` against its own line of the result."""
    asset, result = unrealised(deal_id), unrealised_result(deal_id)
    return (asset, result, change_yen) if change_yen > 0 else (result, asset, -change_yen)


def valued(*, at: Recorded, deal_id: str, change_yen: int) -> tuple[JournalEntry, ...]:
    """The fair value of a deal is another one: only the unrealised lines move."""
    return entered("GL", "valued", at, _unrealised_moves(deal_id, change_yen))


def exited(
    *,
    at: Recorded,
    deal_id: str,
    company_id: str,
    sector: str,
    early_stage: bool,
    parts: tuple[CostPart, ...],
    proceeds_yen: int,
    released_yen: int,
) -> tuple[JournalEntry, ...]:
    """Part of an investment, or all, is sold: its cost comes back, the difference to the proceeds is realised.

    The room in the limits comes back, but not the year's: what was promised in it stays promised.
    """
    cause = "exited"
    cost_yen = sum(amount_yen for _number, amount_yen in parts)
    capital = tuple((RETURNED, deployed(deal_id, number), amount_yen) for number, amount_yen in parts)
    covered_yen = min(cost_yen, proceeds_yen)
    return (
        *entered("CAP", cause, at, *capital),
        *entered("LIM", cause, at, *limits_returned(company_id, sector, early_stage, None, cost_yen)),
        *entered(
            "GL",
            cause,
            at,
            (BANK, investment(deal_id), covered_yen),
            (BANK, realised_result(deal_id), proceeds_yen - covered_yen),
            (realised_result(deal_id), investment(deal_id), cost_yen - covered_yen),
            _unrealised_moves(deal_id, -released_yen),
        ),
    )


def write_off(
    *, at: Recorded, deal_id: str, parts: tuple[CostPart, ...], released_yen: int
) -> tuple[JournalEntry, ...]:
    """Part of an investment, or all, is lost. The limits stay used: a loss makes no room for more of the same."""
    cause = "written_off"
    cost_yen = sum(amount_yen for _number, amount_yen in parts)
    capital = tuple((lost(deal_id), deployed(deal_id, number), amount_yen) for number, amount_yen in parts)
    return (
        *entered("CAP", cause, at, *capital),
        *entered(
            "GL",
            cause,
            at,
            (written_off(deal_id), investment(deal_id), cost_yen),
            _unrealised_moves(deal_id, -released_yen),
        ),
    )


def tranche_refunded(
    *,
    at: Recorded,
    deal_id: str,
    tranche: int,
    company_id: str,
    sector: str,
    early_stage: bool,
    year: int,
    amount_yen: int,
    released_yen: int,
) -> tuple[JournalEntry, ...]:
    """A company really paid part of a tranche back: the capital is investable again, as if it had not been paid."""
    cause = "tranche_refunded"
    return (
        *entered("CAP", cause, at, (INVESTABLE, deployed(deal_id, tranche), amount_yen)),
        *entered("LIM", cause, at, *limits_returned(company_id, sector, early_stage, year, amount_yen)),
        *entered("GL", cause, at, (BANK, investment(deal_id), amount_yen), _unrealised_moves(deal_id, -released_yen)),
    )
