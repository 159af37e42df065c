"""Cash flows by day, as the partners and as the investments see them. Pure reading of a seen Book."""

from collections.abc import Iterator
from datetime import date

from fundapp.fund.journal import (
    BANK,
    DISTRIBUTED,
    INVESTMENT,
    PAID_IN_CAPITAL,
    REALISED_RESULT,
    RECEIVABLE,
    JournalEntry,
)
from fundapp.fund.returns import Flow
from fundapp.record.book import Book

_PARTNERS = (RECEIVABLE, PAID_IN_CAPITAL, DISTRIBUTED)
_DEALS = (INVESTMENT, REALISED_RESULT)


def partner_flows(book: Book, until: date | None = None, partner: int | None = None) -> tuple[Flow, ...]:
    """What the partners, or one of them, paid in and received (net, after fees), by day."""
    return _summed(_flows(book, until, _PARTNERS, None if partner is None else str(partner)))


def deal_flows(book: Book, until: date | None = None, deal_id: str | None = None) -> tuple[Flow, ...]:
    """What the fund, or one deal of it, paid to companies and received from them (gross, before fees), by day."""
    return _summed(_flows(book, until, _DEALS, deal_id))


def _flows(book: Book, until: date | None, kinds: tuple[str, ...], key: str | None) -> Iterator[Flow]:
    """A cash entry with what of it belongs to the accounts asked for. A slip and its reversal are no flows.

    Up to a day before the reversal takes effect the slip still stands in the books, and so among the flows.
    """
    days = {entry.recorded_seq: entry.effective for entry in book.entries}
    done = ((of, by) for of, by in book.reversals.items() if until is None or days.get(by, until) <= until)
    slips = {seq for pair in done for seq in pair}
    for entry in book.entries:
        if entry.recorded_seq in slips or (until is not None and entry.effective > until):
            continue
        if any(leg.account == BANK for leg in entry.postings):
            amount_yen = _part(entry, kinds, key)
            if amount_yen:
                yield Flow(on=entry.effective, amount_yen=amount_yen)


def _part(entry: JournalEntry, kinds: tuple[str, ...], key: str | None) -> int:
    """Credit is the partners' payment or the deal's return; the sign is the investor's."""
    names = tuple(f"{kind}:" for kind in kinds) if key is None else tuple(f"{kind}:{key}" for kind in kinds)
    found = sum(
        leg.amount_yen
        for leg in entry.postings
        if (leg.account.startswith(names) if key is None else leg.account in names)
    )
    return found if kinds is _PARTNERS else -found


def _summed(flows: Iterator[Flow]) -> tuple[Flow, ...]:
    by_day: dict[date, int] = {}
    for one in flows:
        by_day[one.on] = by_day.get(one.on, 0) + one.amount_yen
    return tuple(Flow(on=on, amount_yen=amount_yen) for on, amount_yen in sorted(by_day.items()) if amount_yen)
