"""The journal for a reader: every posting with its event, its document and the company it is about. Pure reading."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from fundapp.basis.fact import Bilingual, Fact, Text, lean
from fundapp.basis.yen import Yen
from fundapp.fund.journal import Book as BookName
from fundapp.fund.journal import JournalEntry
from fundapp.record.book import Book
from fundapp.record.once import once


@lean
class LedgerRow:
    """One posting. `account` is its code; `about` names the company, sector or partner, `tranche` the payment."""

    seq: int
    """Place in the record of the event that entered it."""
    effective: date
    book: BookName
    cause: Text
    account: Text
    about: Bilingual | None
    tranche: int | None
    year: int | None
    """Of the fund, whose limit it is."""
    amount_yen: Yen
    """Debit positive."""
    document: Text
    """The paper behind it: number of the decision, or what was paid for; empty when the event itself is all."""
    document_on: date | None
    reversed_by: int | None
    reverses: int | None


@once
def ledger(book: Book) -> tuple[LedgerRow, ...]:
    """Every posting in the order of the record."""
    return ledger_rows(book, book.entries)


def ledger_rows(book: Book, entries: Iterable[JournalEntry]) -> tuple[LedgerRow, ...]:
    """The postings of these entries of a Book."""
    companies = {one.company_id: one.company for one in book.reservations.values()}
    companies |= {one.company_id: one.company for one in book.investments.values()}
    deals = {one.id: one.company for one in book.reservations.values()}
    deals |= {one.reservation_id: one.company for one in book.investments.values()}
    partners = [one.name for one in book.terms.partners] if book.terms else []
    reverses = {by: of for of, by in book.reversals.items()}
    return tuple(
        LedgerRow(
            seq=entry.recorded_seq,
            effective=entry.effective,
            book=entry.book,
            cause=entry.cause,
            account=":".join(leg.account.split(":")[:2]),
            about=_about(leg.account, companies, deals, partners),
            tranche=_tranche(leg.account),
            year=_year(leg.account),
            amount_yen=leg.amount_yen,
            document=document,
            document_on=on,
            reversed_by=book.reversals.get(entry.recorded_seq),
            reverses=reverses.get(entry.recorded_seq),
        )
        for entry in entries
        for document, on in (_document(book, entry),)
        for leg in entry.postings
    )


@once
def ledger_days(book: Book) -> tuple[date, date] | None:
    """The first and the last day on which something takes effect; None while nothing is entered."""
    days = [entry.effective for entry in book.entries]
    return (min(days), max(days)) if days else None


class LedgerSums(Fact):
    """What a number of postings come to."""

    count: int
    debit_yen: Yen
    credit_yen: Yen
    accounts: tuple[tuple[Text, Yen], ...]
    """The sum of each kind of account that is posted to."""


@once
def ledger_sums(book: Book) -> LedgerSums:
    """Of the whole journal."""
    return summed(ledger(book))


def summed(rows: Sequence[LedgerRow]) -> LedgerSums:
    """Of these postings."""
    accounts = Counter[str]()
    for row in rows:
        accounts[row.account] += row.amount_yen
    debit_yen = sum(row.amount_yen for row in rows if row.amount_yen > 0)
    credit_yen = debit_yen - sum(accounts.values())
    return LedgerSums(count=len(rows), debit_yen=debit_yen, credit_yen=credit_yen, accounts=tuple(accounts.items()))


def chosen(
    rows: Iterable[LedgerRow],
    *,
    book: str = "",
    account: str = "",
    since: date | None = None,
    until: date | None = None,
) -> tuple[LedgerRow, ...]:
    """The rows of one book, of one kind of account, and of a period with both days in it; an empty filter takes all."""
    return tuple(
        row
        for row in rows
        if book in ("", row.book)
        and account in ("", row.account)
        and (since is None or row.effective >= since)
        and (until is None or row.effective <= until)
    )


def _about(
    account: str, companies: dict[str, Bilingual], deals: dict[str, Bilingual], partners: list[str]
) -> Bilingual | None:
    kind, *rest = account.split(":")[1:]
    name = ":".join(rest)
    if kind in ("Used", "Room"):
        limit, name = rest[0], ":".join(rest[1:])
        return companies.get(name) if limit == "company" else _plain(name if limit == "sector" else "")
    if kind in ("Receivable", "PaidInCapital", "Distributed"):
        return _plain(partners[int(name) - 1])
    if kind == "FollowOn":
        return companies.get(name)
    return deals.get(rest[0]) if rest else None


def _plain(name: str) -> Bilingual | None:
    """A name that is the same in both languages; None for none."""
    return Bilingual(ja=name, en=name) if name else None


def _tranche(account: str) -> int | None:
    parts = account.split(":")
    return int(parts[3]) if parts[1] in ("Committed", "Deployed") else None


def _year(account: str) -> int | None:
    parts = account.split(":")
    return int(parts[3]) if parts[0] == "LIM" and parts[2] == "year" else None


def _document(book: Book, entry: JournalEntry) -> tuple[str, date | None]:
    """Number of the decision, day of the agreement or of the call, or what a fee or a distribution was for.

    Of what was taken over: the file, the sheet and the row.
    """
    if origin := _origin(book, entry.recorded_seq):
        return origin, None
    reference = entry.memo_ref
    if item := book.items.get(reference):
        return (item.resolved.decision_number or item.proposal_code) if item.resolved else item.proposal_code, None
    if investment := book.investments.get(reference):
        return "", investment.signed_on
    if call := book.calls.get(reference):
        return "", call.due
    if distribution := book.distributions.get(reference):
        return distribution.what, distribution.on
    fee = book.fees.get(reference)
    return (fee.what if fee else ""), None


def _origin(book: Book, seq: int) -> str:
    """The row that an entry was taken over from; empty for one that was made here."""
    for taken in book.openings.values():
        if found := taken.origin(seq):
            source, row = found
            return f"{source.file_name}, {source.sheet} {row}"
    return ""
