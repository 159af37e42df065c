"""What the partners' commitments, calls and distributions enter in the journal (amounts in yen, never negative)."""

from fundapp.fund.entries import entered
from fundapp.fund.journal import (
    BANK,
    INVESTABLE,
    LP_COMMITMENT,
    PAID_OUT,
    RETURNED,
    JournalEntry,
    Recorded,
    distributed,
    paid_in,
    receivable,
    room,
    used,
)
from fundapp.fund.partners import PartnerPart


def fund_closed(*, at: Recorded, size_yen: int) -> tuple[JournalEntry, ...]:
    """The partners have committed the fund's whole size."""
    return entered("CAP", "fund_closed", at, (INVESTABLE, LP_COMMITMENT, size_yen))


def commitment_added(*, at: Recorded, amount_yen: int) -> tuple[JournalEntry, ...]:
    """A partner commits more, or a new one joins: the fund is so much larger."""
    return entered("CAP", "commitment_added", at, (INVESTABLE, LP_COMMITMENT, amount_yen))


def capital_called(*, at: Recorded, parts: tuple[PartnerPart, ...]) -> tuple[JournalEntry, ...]:
    """The partners are asked to pay in, each its part."""
    moves = ((receivable(one.partner), paid_in(one.partner), one.amount_yen) for one in parts)
    return entered("GL", "capital_called", at, *moves)


def capital_paid(*, at: Recorded, partner: int, amount_yen: int) -> tuple[JournalEntry, ...]:
    """A partner has paid what was called, or part of it."""
    return entered("GL", "capital_paid", at, (BANK, receivable(partner), amount_yen))


def call_short(*, at: Recorded, partner: int, amount_yen: int) -> tuple[JournalEntry, ...]:
    """A partner does not pay this call: nothing is owed on it any more, and it can be called again."""
    return entered("GL", "call_short", at, (paid_in(partner), receivable(partner), amount_yen))


def capital_refunded(*, at: Recorded, parts: tuple[PartnerPart, ...]) -> tuple[JournalEntry, ...]:
    """Capital that was not needed really went back to the partners; it can be called again."""
    return entered("GL", "capital_refunded", at, *((paid_in(one.partner), BANK, one.amount_yen) for one in parts))


def distribution(*, at: Recorded, parts: tuple[PartnerPart, ...], of_capital_yen: int) -> tuple[JournalEntry, ...]:
    """The partners receive their parts; `of_capital_yen` of it is invested capital that came back."""
    cause = "distributed"
    return (
        *entered("CAP", cause, at, (PAID_OUT, RETURNED, of_capital_yen)),
        *entered("GL", cause, at, *((distributed(one.partner), BANK, one.amount_yen) for one in parts)),
    )


def capital_recycled(*, at: Recorded, amount_yen: int) -> tuple[JournalEntry, ...]:
    """Capital that came back is investable again, as far as the agreement allows."""
    return (
        *entered("CAP", "capital_recycled", at, (INVESTABLE, RETURNED, amount_yen)),
        *entered("LIM", "capital_recycled", at, (used("recycling"), room("recycling"), amount_yen)),
    )
