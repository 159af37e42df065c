"""What each event of the fund enters in the journal (the table of events; amounts in yen, never negative)."""

from fundapp.fund.journal import (
    BANK,
    FEE_RESERVE,
    FEE_SPENT,
    FEES,
    INVESTABLE,
    LP_COMMITMENT,
    PAID_IN_CAPITAL,
    RECEIVABLE,
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


def _entry(book: Book, cause: str, at: Recorded, *transfers: Transfer) -> tuple[JournalEntry, ...]:
    if any(amount_yen < 0 for _debit, _credit, amount_yen in transfers):
        raise ValueError("an event's amount is never negative; a correction is a reversal")
    postings = tuple(
        posting
        for debit, credit, amount_yen in transfers
        if amount_yen
        for posting in (Posting(account=debit, amount_yen=amount_yen), Posting(account=credit, amount_yen=-amount_yen))
    )
    return (JournalEntry(book=book, cause=cause, postings=postings, **dict(at)),) if postings else ()


def _limits_used(company_id: str, sector: str, early_stage: bool, amount_yen: int) -> tuple[Transfer, ...]:
    keys: tuple[tuple[LimitKind, str], ...] = (("company", company_id), ("sector", sector))
    if early_stage:
        keys = (*keys, ("early_stage", ""))
    return tuple((used(kind, key), room(kind, key), amount_yen) for kind, key in keys)


def _limits_returned(company_id: str, sector: str, early_stage: bool, amount_yen: int) -> tuple[Transfer, ...]:
    taken = _limits_used(company_id, sector, early_stage, amount_yen)
    return tuple((credit, debit, amount_yen) for debit, credit, amount_yen in taken)


def fund_closed(*, at: Recorded, size_yen: int) -> tuple[JournalEntry, ...]:
    """The partners have committed the fund's whole size."""
    return _entry("CAP", "fund_closed", at, (INVESTABLE, LP_COMMITMENT, size_yen))


def fee_budget(*, at: Recorded, amount_yen: int) -> tuple[JournalEntry, ...]:
    """Capital set aside for the fund's fees and costs."""
    return _entry("CAP", "fee_budget", at, (FEE_RESERVE, INVESTABLE, amount_yen))


def follow_on_reserved(*, at: Recorded, amount_yen: int, company_id: str = "") -> tuple[JournalEntry, ...]:
    """Capital set aside for later rounds, of one company or not yet meant for one."""
    return _entry("CAP", "follow_on_reserved", at, (follow_on(company_id), INVESTABLE, amount_yen))


def resolution_reserves(
    *, at: Recorded, deal_id: str, company_id: str, sector: str, early_stage: bool, amount_yen: int
) -> tuple[JournalEntry, ...]:
    """An approval reserves its amount, and room in each limit that it touches."""
    cause = "resolution_reserves"
    return (
        *_entry("CAP", cause, at, (reserved(deal_id), INVESTABLE, amount_yen)),
        *_entry("LIM", cause, at, *_limits_used(company_id, sector, early_stage, amount_yen)),
    )


def reservation_released(
    *, at: Recorded, deal_id: str, company_id: str, sector: str, early_stage: bool, amount_yen: int
) -> tuple[JournalEntry, ...]:
    """A reservation is void or has expired: the whole amount and the limits' room come back."""
    cause = "reservation_released"
    return (
        *_entry("CAP", cause, at, (INVESTABLE, reserved(deal_id), amount_yen)),
        *_entry("LIM", cause, at, *_limits_returned(company_id, sector, early_stage, amount_yen)),
    )


def agreement_signed(
    *,
    at: Recorded,
    deal_id: str,
    company_id: str,
    sector: str,
    early_stage: bool,
    reserved_yen: int,
    tranche_amounts_yen: tuple[int, ...],
) -> tuple[JournalEntry, ...]:
    """The reservation becomes a commitment in tranches, numbered from 1; what was not signed for comes back.

    ValueError when the tranches exceed the reservation.
    """
    cause = "agreement_signed"
    source = reserved(deal_id)
    tranches = tuple(
        (committed(deal_id, number), source, amount_yen) for number, amount_yen in enumerate(tranche_amounts_yen, 1)
    )
    rest_yen = reserved_yen - sum(tranche_amounts_yen)
    return (
        *_entry("CAP", cause, at, *tranches, (INVESTABLE, source, rest_yen)),
        *_entry("LIM", cause, at, *_limits_returned(company_id, sector, early_stage, rest_yen)),
    )


def tranche_drawn(*, at: Recorded, deal_id: str, tranche: int, amount_yen: int) -> tuple[JournalEntry, ...]:
    """A tranche is paid to the company from the bank account, and carried at cost."""
    cause = "tranche_drawn"
    return (
        *_entry("CAP", cause, at, (deployed(deal_id, tranche), committed(deal_id, tranche), amount_yen)),
        *_entry("GL", cause, at, (investment(deal_id), BANK, amount_yen)),
    )


def tranche_cancelled(
    *, at: Recorded, deal_id: str, tranche: int, company_id: str, sector: str, early_stage: bool, amount_yen: int
) -> tuple[JournalEntry, ...]:
    """A tranche will not be paid: its capital and the limits' room come back. Freezing one enters nothing."""
    cause = "tranche_cancelled"
    return (
        *_entry("CAP", cause, at, (INVESTABLE, committed(deal_id, tranche), amount_yen)),
        *_entry("LIM", cause, at, *_limits_returned(company_id, sector, early_stage, amount_yen)),
    )


def capital_called(*, at: Recorded, amount_yen: int) -> tuple[JournalEntry, ...]:
    """The partners are asked to pay in."""
    return _entry("GL", "capital_called", at, (RECEIVABLE, PAID_IN_CAPITAL, amount_yen))


def capital_paid(*, at: Recorded, amount_yen: int) -> tuple[JournalEntry, ...]:
    """The partners have paid what was called."""
    return _entry("GL", "capital_paid", at, (BANK, RECEIVABLE, amount_yen))


def fee_paid(*, at: Recorded, amount_yen: int) -> tuple[JournalEntry, ...]:
    """A fee or cost of the fund is paid out of its reserve."""
    return (
        *_entry("CAP", "fee_paid", at, (FEE_SPENT, FEE_RESERVE, amount_yen)),
        *_entry("GL", "fee_paid", at, (FEES, BANK, amount_yen)),
    )
