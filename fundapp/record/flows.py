"""Cash flows by day, as the partners and as the investments see them. Pure reading of a seen Book."""

from collections.abc import Iterable, Iterator
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
from fundapp.record.once import once

_PARTNERS = tuple(f"{one}:" for one in (RECEIVABLE, PAID_IN_CAPITAL, DISTRIBUTED))
_DEALS = tuple(f"{one}:" for one in (INVESTMENT, REALISED_RESULT))


@once
def partner_flows(book: Book, until: date | None = None, partner: int | None = None) -> tuple[Flow, ...]:
    """What the partners, or one of them, paid in and received (net, after fees), by day."""
    asked = None if partner is None else str(partner)
    return _summed(flow for key, flow in _flows(book, until, _PARTNERS) if asked in (None, key))


@once
def deal_flows(book: Book, until: date | None = None) -> tuple[Flow, ...]:
    """What the fund paid to companies and received from them (gross, before fees), by day."""
    return _summed(flow for _deal, flow in _flows(book, until, _DEALS))


def flows_by_deal(book: Book, until: date | None = None) -> dict[str, tuple[Flow, ...]]:
    """The same for each deal that has any."""
    found: dict[str, list[Flow]] = {}
    for deal, flow in _flows(book, until, _DEALS):
        found.setdefault(deal, []).append(flow)
    return {deal: summed for deal, flows in found.items() if (summed := _summed(flows))}


def _flows(book: Book, until: date | None, kinds: tuple[str, ...]) -> Iterator[tuple[str, Flow]]:
    """What of a cash entry belongs to which partner or deal. A slip and its reversal are no flows.

    Up to a day before the reversal takes effect the slip still stands in the books, and so among the flows.
    """
    days = {entry.recorded_seq: entry.effective for entry in book.entries}
    done = ((of, by) for of, by in book.reversals.items() if until is None or days.get(by, until) <= until)
    slips = {seq for pair in done for seq in pair}
    for entry in book.entries:
        if entry.recorded_seq in slips or (until is not None and entry.effective > until):
            continue
        if any(leg.account == BANK for leg in entry.postings):
            yield from _parts(entry, kinds)


def _parts(entry: JournalEntry, kinds: tuple[str, ...]) -> Iterator[tuple[str, Flow]]:
    """Credit is the partners' payment or the deal's return; the sign is the investor's."""
    sign = 1 if kinds is _PARTNERS else -1
    for leg in entry.postings:
        if leg.account.startswith(kinds):
            key = leg.account.split(":", 2)[2]
            yield key, Flow(on=entry.effective, amount_yen=sign * leg.amount_yen)


def _summed(flows: Iterable[Flow]) -> tuple[Flow, ...]:
    by_day: dict[date, int] = {}
    for one in flows:
        by_day[one.on] = by_day.get(one.on, 0) + one.amount_yen
    return tuple(Flow(on=on, amount_yen=amount_yen) for on, amount_yen in sorted(by_day.items()) if amount_yen)
