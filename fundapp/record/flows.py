"""Cash flows by day, as the partners and as the investments see them. Pure reading of a seen Book.

What is paid and what comes back on one day stay two flows: together they would tell too little of both.
"""

from collections import Counter
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
    amounts_yen = Counter[str]()
    for leg in entry.postings:
        if leg.account.startswith(kinds):
            amounts_yen[leg.account.split(":", 2)[2]] += sign * leg.amount_yen
    for key, amount_yen in amounts_yen.items():
        given_back = entry.cause == "capital_refunded"
        yield key, Flow(on=entry.effective, amount_yen=amount_yen, given_back=given_back)


def _summed(flows: Iterable[Flow]) -> tuple[Flow, ...]:
    amounts_yen = Counter[tuple[date, bool, bool]]()
    for one in flows:
        amounts_yen[one.on, one.amount_yen > 0, one.given_back] += one.amount_yen
    return tuple(
        Flow(on=on, amount_yen=amount_yen, given_back=given_back)
        for (on, _comes, given_back), amount_yen in sorted(amounts_yen.items())
        if amount_yen
    )
