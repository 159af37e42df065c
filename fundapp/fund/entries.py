"""What the events up to a payment enter in the journal (the table of events; amounts in yen, never negative)."""

from fundapp.basis.fact import known
from fundapp.fund.journal import (
    BANK,
    FEE_RESERVE,
    FEE_SPENT,
    FEES,
    INVESTABLE,
    Book,
    JournalEntry,
    LimitKind,
    Posting,
    Recorded,
    committed,
    deployed,
    follow_on,
    investment,
    reserved,
    room,
    used,
)

Transfer = tuple[str, str, int]
"""Debited account, credited account, yen."""


def entered(book: Book, cause: str, at: Recorded, *transfers: Transfer) -> tuple[JournalEntry, ...]:
    """One entry of one book out of its transfers; none when nothing moves. ValueError for a negative amount."""
    if any(amount_yen < 0 for _debit, _credit, amount_yen in transfers):
        raise ValueError("an event's amount is never negative; a correction is a reversal")
    # Each transfer is both of its legs, so they sum to zero.
    postings = tuple(
        known(Posting, {"account": account, "amount_yen": signed_yen})
        for debit, credit, amount_yen in transfers
        if amount_yen
        for account, signed_yen in ((debit, amount_yen), (credit, -amount_yen))
    )
    assert all(leg.account.startswith(book) for leg in postings), "the legs of an entry are of one book"
    return (
        (known(JournalEntry, {"book": book, "cause": cause, **at.__dict__, "postings": postings}),) if postings else ()
    )


def limits_used(company_id: str, sector: str, early_stage: bool, year: int | None, amount_yen: int) -> list[Transfer]:
    """Room taken in each limit that a deal touches; without a year the year's limit is left alone."""
    keys: list[tuple[LimitKind, str]] = [("company", company_id), ("sector", sector)]
    if early_stage:
        keys.append(("early_stage", ""))
    if year is not None:
        keys.append(("year", str(year)))
    return [(used(kind, key), room(kind, key), amount_yen) for kind, key in keys]


def limits_returned(
    company_id: str, sector: str, early_stage: bool, year: int | None, amount_yen: int
) -> list[Transfer]:
    """Room given back to each limit that a deal touches."""
    taken = limits_used(company_id, sector, early_stage, year, amount_yen)
    return [(credit, debit, amount_yen) for debit, credit, amount_yen in taken]


def fee_budget(*, at: Recorded, amount_yen: int) -> tuple[JournalEntry, ...]:
    """Capital set aside for the fund's fees and costs."""
    return entered("CAP", "fee_budget", at, (FEE_RESERVE, INVESTABLE, amount_yen))


def fee_budget_released(*, at: Recorded, amount_yen: int) -> tuple[JournalEntry, ...]:
    """Capital set aside for fees and not needed is investable again."""
    return entered("CAP", "fee_budget_released", at, (INVESTABLE, FEE_RESERVE, amount_yen))


def follow_on_reserved(
    *, at: Recorded, amount_yen: int, company_id: str = "", unassigned: bool = False
) -> tuple[JournalEntry, ...]:
    """Capital set aside for later rounds, of one company or not yet meant for one.

    `unassigned`: it is meant for the company out of what was set aside for nobody yet.
    """
    source = follow_on() if unassigned else INVESTABLE
    return entered("CAP", "follow_on_reserved", at, (follow_on(company_id), source, amount_yen))


def follow_on_released(*, at: Recorded, amount_yen: int, company_id: str = "") -> tuple[JournalEntry, ...]:
    """A follow-on reserve that is not needed is investable again."""
    return entered("CAP", "follow_on_released", at, (INVESTABLE, follow_on(company_id), amount_yen))


def resolution_reserves(
    *,
    at: Recorded,
    deal_id: str,
    company_id: str,
    sector: str,
    early_stage: bool,
    year: int,
    amount_yen: int,
    follow_on_yen: int = 0,
) -> tuple[JournalEntry, ...]:
    """An approval reserves its amount, and room in each limit that it touches.

    `follow_on_yen` of it comes out of the company's follow-on reserve, the rest out of the investable balance.
    """
    cause = "resolution_reserves"
    return (
        *entered(
            "CAP",
            cause,
            at,
            (reserved(deal_id), INVESTABLE, amount_yen - follow_on_yen),
            (reserved(deal_id), follow_on(company_id), follow_on_yen),
        ),
        *entered("LIM", cause, at, *limits_used(company_id, sector, early_stage, year, amount_yen)),
    )


def reservation_released(
    *,
    at: Recorded,
    deal_id: str,
    company_id: str,
    sector: str,
    early_stage: bool,
    year: int,
    amount_yen: int,
    follow_on_yen: int = 0,
) -> tuple[JournalEntry, ...]:
    """A reservation is void or has expired: the whole amount goes where it came from, with the limits' room."""
    cause = "reservation_released"
    return (
        *entered(
            "CAP",
            cause,
            at,
            (INVESTABLE, reserved(deal_id), amount_yen - follow_on_yen),
            (follow_on(company_id), reserved(deal_id), follow_on_yen),
        ),
        *entered("LIM", cause, at, *limits_returned(company_id, sector, early_stage, year, amount_yen)),
    )


def agreement_signed(
    *,
    at: Recorded,
    deal_id: str,
    company_id: str,
    sector: str,
    early_stage: bool,
    year: int,
    reserved_yen: int,
    tranche_amounts_yen: tuple[int, ...],
    follow_on_yen: int = 0,
) -> tuple[JournalEntry, ...]:
    """The reservation becomes a commitment in tranches, numbered from 1; what was not signed for comes back.

    What came out of the investable balance comes back first. ValueError when the tranches exceed the reservation.
    """
    cause = "agreement_signed"
    source = reserved(deal_id)
    tranches = tuple(
        (committed(deal_id, number), source, amount_yen) for number, amount_yen in enumerate(tranche_amounts_yen, 1)
    )
    rest_yen = reserved_yen - sum(tranche_amounts_yen)
    investable_yen = min(rest_yen, reserved_yen - follow_on_yen)
    return (
        *entered(
            "CAP",
            cause,
            at,
            *tranches,
            (INVESTABLE, source, investable_yen),
            (follow_on(company_id), source, rest_yen - investable_yen),
        ),
        *entered("LIM", cause, at, *limits_returned(company_id, sector, early_stage, year, rest_yen)),
    )


def taken_over(
    *,
    at: Recorded,
    deal_id: str,
    company_id: str,
    sector: str,
    early_stage: bool,
    year: int,
    tranches: tuple[tuple[int, int], ...],
) -> tuple[JournalEntry, ...]:
    """An agreement of before: its tranches (number, yen) are committed out of the investable balance at once."""
    cause = "taken_over"
    moves = ((committed(deal_id, number), INVESTABLE, amount_yen) for number, amount_yen in tranches)
    whole_yen = sum(amount_yen for _number, amount_yen in tranches)
    return (
        *entered("CAP", cause, at, *moves),
        *entered("LIM", cause, at, *limits_used(company_id, sector, early_stage, year, whole_yen)),
    )


def tranche_drawn(*, at: Recorded, deal_id: str, tranche: int, amount_yen: int) -> tuple[JournalEntry, ...]:
    """A tranche is paid to the company from the bank account, and carried at cost."""
    cause = "tranche_drawn"
    return (
        *entered("CAP", cause, at, (deployed(deal_id, tranche), committed(deal_id, tranche), amount_yen)),
        *entered("GL", cause, at, (investment(deal_id), BANK, amount_yen)),
    )


def tranche_cancelled(
    *,
    at: Recorded,
    deal_id: str,
    tranche: int,
    company_id: str,
    sector: str,
    early_stage: bool,
    year: int,
    amount_yen: int,
) -> tuple[JournalEntry, ...]:
    """A tranche will not be paid: its capital and the limits' room come back. Freezing one enters nothing."""
    cause = "tranche_cancelled"
    return (
        *entered("CAP", cause, at, (INVESTABLE, committed(deal_id, tranche), amount_yen)),
        *entered("LIM", cause, at, *limits_returned(company_id, sector, early_stage, year, amount_yen)),
    )


def fee_paid(*, at: Recorded, amount_yen: int) -> tuple[JournalEntry, ...]:
    """A fee or cost of the fund is paid out of its reserve."""
    return (
        *entered("CAP", "fee_paid", at, (FEE_SPENT, FEE_RESERVE, amount_yen)),
        *entered("GL", "fee_paid", at, (FEES, BANK, amount_yen)),
    )


def fee_refunded(*, at: Recorded, amount_yen: int) -> tuple[JournalEntry, ...]:
    """Part of a fee really came back to the bank account; it is set aside for fees again."""
    return (
        *entered("CAP", "fee_refunded", at, (FEE_RESERVE, FEE_SPENT, amount_yen)),
        *entered("GL", "fee_refunded", at, (BANK, FEES, amount_yen)),
    )
