"""The journal in the languages of two other programs, so that a stranger's arithmetic can prove ours.

hledger and Beancount read plain text. Amounts are bare integers: hledger would read "30,000 JPY" as 30. At the end each
file states what we say every account holds, and the program refuses the file when it counts anything else.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256

from fundapp.fund.journal import Balances, JournalEntry, balances

CURRENCY = "JPY"

_ROOTS = {
    "GL:PaidInCapital": "Equity",
    "GL:Distributed": "Equity",
    "GL:Fees": "Expenses",
    "GL:WrittenOff": "Expenses",
    "GL:UnrealisedResult": "Income",
    "GL:RealisedResult": "Income",
    "GL": "Assets",
}
"""The kind of each account of the legal books. Capital and limits are books beside them, under Equity."""

_NOT_ALLOWED = re.compile(r"[^A-Za-z0-9\-\u00c0-\uffff]")


def foreign_account(account: str) -> str:
    """An account's name as both programs take it: `GL:Investment:ab` is Assets:GL:Investment:Ab-fb8e20fc.

    A part that has to be changed carries the first digits of its digest, so that no two accounts become one.
    """
    book, kind, *rest = account.split(":")
    root = _ROOTS.get(f"{book}:{kind}") or _ROOTS.get(book, "Equity")
    if book == "LIM":
        # The kinds of limits are our own few words.
        rest = [rest[0].title().replace("_", ""), *map(_part, rest[1:])]
        return ":".join((root, book, kind, *rest))
    return ":".join((root, book, kind, *map(_part, rest)))


def _part(text: str) -> str:
    if not text:
        return "Unassigned"
    allowed = _NOT_ALLOWED.sub("-", text)
    allowed = allowed[0].upper() + allowed[1:]
    if allowed.startswith("-"):
        allowed = f"X{allowed}"
    return allowed if allowed == text else f"{allowed}-{sha256(text.encode()).hexdigest()[:8]}"


def hledger_journal(entries: Sequence[JournalEntry]) -> str:
    """The journal for hledger, strict: every account and the currency declared, every final balance asserted."""
    held = _held(entries)
    lines = ["decimal-mark .", f"commodity {CURRENCY}", ""]
    lines += [f"account {foreign_account(account)}" for account in held]
    for entry in _by_day(entries):
        lines += ["", f"{entry.effective} * {entry.cause}  ; seq:{entry.recorded_seq}, book:{entry.book}"]
        lines += [f"    {foreign_account(leg.account)}  {leg.amount_yen} {CURRENCY}" for leg in entry.postings]
    if held:
        lines += ["", f"{_last_day(entries)} * balances"]
        lines += [f"    {foreign_account(account)}  0 {CURRENCY} = {yen} {CURRENCY}" for account, yen in held.items()]
    return "\n".join(lines) + "\n"


def beancount_journal(entries: Sequence[JournalEntry]) -> str:
    """The journal for Beancount: every account opened on the first day, every balance told after the last."""
    held = _held(entries)
    lines = ['option "title" "fundapp"', f'option "operating_currency" "{CURRENCY}"', ""]
    if held:
        first = min(entry.effective for entry in entries)
        lines += [f"{first} open {foreign_account(account)} {CURRENCY}" for account in held]
    for entry in _by_day(entries):
        lines += ["", f'{entry.effective} * "{entry.cause}"', f"  seq: {entry.recorded_seq}"]
        lines += [f"  {foreign_account(leg.account)}  {leg.amount_yen} {CURRENCY}" for leg in entry.postings]
    if held:
        after = _last_day(entries) + timedelta(days=1)
        lines.append("")
        lines += [f"{after} balance {foreign_account(account)}  {yen} {CURRENCY}" for account, yen in held.items()]
    return "\n".join(lines) + "\n"


def foreign_files(entries: Sequence[JournalEntry]) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of both files."""
    writers: dict[str, Callable[[Sequence[JournalEntry]], str]] = {
        "journal.hledger": hledger_journal,
        "journal.beancount": beancount_journal,
    }
    for name, write in writers.items():
        yield name, write(entries).encode()


def _held(entries: Sequence[JournalEntry]) -> Balances:
    """What every account that was ever posted to holds, also nothing."""
    posted = sorted({leg.account for entry in entries for leg in entry.postings})
    totals = balances(entries)
    return {account: totals.get(account, 0) for account in posted}


def _by_day(entries: Iterable[JournalEntry]) -> list[JournalEntry]:
    return sorted(entries, key=lambda entry: (entry.effective, entry.recorded_seq))


def _last_day(entries: Sequence[JournalEntry]) -> date:
    return max(entry.effective for entry in entries)
