"""What moved on the legal accounts between chosen days, by account and cause: sums of the journal's postings alone."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from fundapp.fund.journal import INVESTMENT, JournalEntry

INCOME = "income"
"""Stands for the cause of an exit that took no cost with it: a dividend, or something that had been written off."""


class Turnover:
    """The postings of the book GL, summed between the days at which it was cut. Debit is positive.

    A reversal counts under the cause of what it reverses, so that a slip and its reversal are nothing together.
    `reverses`: place of a reversal in the record -> place of what it reverses.
    """

    def __init__(self, entries: Iterable[JournalEntry], reverses: Mapping[int, int], cuts: Iterable[date]) -> None:
        self._cuts = sorted(set(cuts))
        self._sums: list[Counter[tuple[str, str]]] = [Counter() for _cut in self._cuts]
        causes: dict[int, str] = {}
        for entry in entries:
            if entry.book != "GL":
                continue
            cause = causes.setdefault(entry.recorded_seq, _cause(entry))
            if entry.recorded_seq in reverses:
                cause = causes.get(reverses[entry.recorded_seq], cause)
            at = bisect_left(self._cuts, entry.effective)
            if at < len(self._cuts):
                for leg in entry.postings:
                    self._sums[at][cause, leg.account] += leg.amount_yen

    def by_key(self, parent: str, until: date, *causes: str, after: date | None = None) -> dict[str, int]:
        """Yen moved on each account under `parent` by the rest of its name, after one cut up to and with another.

        Without `after` from the beginning, without causes by all of them. KeyError for a day that is no cut.
        """
        first = 0 if after is None else self._place(after) + 1
        found: Counter[str] = Counter()
        prefix = f"{parent}:"
        for sums in self._sums[first : self._place(until) + 1]:
            for (cause, account), amount_yen in sums.items():
                if (account == parent or account.startswith(prefix)) and (not causes or cause in causes):
                    found[account[len(prefix) :]] += amount_yen
        return {key: amount_yen for key, amount_yen in found.items() if amount_yen}

    def moved(self, parent: str, until: date, *causes: str, after: date | None = None) -> int:
        """Yen moved on an account and all under it, as `by_key`."""
        return sum(self.by_key(parent, until, *causes, after=after).values())

    def _place(self, cut: date) -> int:
        at = bisect_left(self._cuts, cut)
        if at == len(self._cuts) or self._cuts[at] != cut:
            raise KeyError(cut)
        return at


def _cause(entry: JournalEntry) -> str:
    if entry.cause == "exited" and not any(leg.account.startswith(f"{INVESTMENT}:") for leg in entry.postings):
        return INCOME
    return entry.cause
