"""The desk's part about reports of an earlier day: which record they rest on, and who may have them."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from threading import Lock

from fundapp.basis.days import TOKYO, day_of
from fundapp.basis.fact import Fact
from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.fund.journal import JournalEntry
from fundapp.receipt import FUND
from fundapp.record.as_of import closing_of, on_day
from fundapp.record.audit import AuditEntry, Evidence, Withheld, evidence, withheld
from fundapp.record.book import Book
from fundapp.record.events import Recorded
from fundapp.record.fund_report import fund_report
from fundapp.record.ledger import LedgerRow, ledger
from fundapp.record.reported import Basis, FundReport
from fundapp.record.sight import sight
from fundapp.store import log, words
from fundapp.store.checking import Verified
from fundapp.store.connection import Connection
from fundapp.store.database import Database
from fundapp.store.events import PAGE, to_recorded
from fundapp.store.files import Files
from fundapp.store.past_books import PastBooks

MOST_KEPT = 24
AUDIT_READERS = (Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR)
REPORT_READERS = (Role.VOTING, Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR, Role.LP)
PARTNER = Actor(person="", roles=frozenset({Role.LP}))
"""Whose eyes every report is made with: what a limited partner may not see is in no report, whoever asks for it."""


class Audit(Fact):
    """What an auditor takes away."""

    report: FundReport
    entries: tuple[AuditEntry, ...]
    evidence: tuple[Evidence, ...]
    journal: tuple[JournalEntry, ...]
    ledger: tuple[LedgerRow, ...]
    verified: Verified | Problem


class KeptReports:
    """The reports that were made last: a page is drawn many times for one. Safe to share between threads."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[str, date], FundReport] = OrderedDict()
        self._lock = Lock()

    def of(self, entry_hash: str, day: date, make: Callable[[], FundReport]) -> FundReport:
        """The report of a day on the record up to an entry, made once."""
        with self._lock:
            known = self._made.get((entry_hash, day))
        if known is not None:
            return known
        made = make()
        with self._lock:
            self._made[entry_hash, day] = made
            while len(self._made) > MOST_KEPT:
                self._made.popitem(last=False)
        return made


class ReportsDesk:
    """Reports. `Desk` has these methods; it brings the database, the clock and the Book."""

    database: Database
    files: Files
    _clock: Callable[[], datetime]
    _past: PastBooks
    _reports: KeptReports

    def _caught_up(self, connection: Connection) -> Book:
        raise NotImplementedError

    def verify(self) -> Verified | Problem:
        raise NotImplementedError

    def report(self, actor: Actor, day: date) -> FundReport | Refusal:
        """The fund as it stood at the end of `day`; the same for every reader, and for ever once the day is closed."""
        if not actor.has(*REPORT_READERS):
            return Refusal.of("not_permitted")
        with self.database.read() as connection:
            whole = self._caught_up(connection)
            refused = self._outside(whole, day)
            return refused or self._reports.of(
                _rests_on(connection, whole, day), day, self._made(connection, whole, day)
            )

    def audit(self, actor: Actor, day: date) -> Audit | Refusal:
        """The report of a day with the record behind it, as this reader may see it, and whether it is unchanged."""
        if not actor.has(*AUDIT_READERS):
            return Refusal.of("not_permitted")
        with self.database.read() as connection:
            whole = self._caught_up(connection)
            refused = self._outside(whole, day)
            if refused is not None:
                return refused
            book, basis = self._stood(connection, whole, day)
            entries, found_in_them = self._entries(connection, actor, basis.seq)
        return Audit(
            report=fund_report(sight(book, PARTNER), basis),
            entries=entries,
            evidence=found_in_them,
            journal=tuple(book.entries),
            ledger=ledger(sight(book, actor)),
            verified=self.verify(),
        )

    def _made(self, connection: Connection, whole: Book, day: date) -> Callable[[], FundReport]:
        def make() -> FundReport:
            book, basis = self._stood(connection, whole, day)
            return fund_report(sight(book, PARTNER), basis)

        return make

    def _entries(
        self, connection: Connection, actor: Actor, until_seq: int
    ) -> tuple[tuple[AuditEntry, ...], tuple[Evidence, ...]]:
        """The record up to a place as the reader could see it then, and the evidence that it names."""
        then = self._past.at(connection, until_seq).of_its_day()
        seen, entries, found = sight(then, actor), list[AuditEntry](), list[Evidence]()
        while len(entries) < until_seq:
            for stored in log.events_after(connection, FUND, len(entries), min(PAGE, until_seq - len(entries))):
                one = to_recorded(stored)
                why = withheld(seen, then, one, stored.body)
                entries.append(_entry(stored, why))
                if not why:
                    found += self._named(connection, one)
        return tuple(entries), tuple(found)

    def _named(self, connection: Connection, one: Recorded) -> Iterable[Evidence]:
        for kind, digest, title in evidence(one):
            text = words.read(connection, FUND, [digest]).get(digest) if kind == "words" else None
            yield Evidence(
                seq=one.seq,
                event=type(one.event).__name__,
                kind=kind,
                digest=digest,
                text=title if text is None else text,
                kept=kind == "minutes" or (text is not None if kind == "words" else self.files.holds(digest)),
            )

    def _outside(self, whole: Book, day: date) -> Refusal | None:
        """Why there is no report of a day: before the fund, or not come yet."""
        if whole.established_on is None:
            return Refusal.of("fund_not_established")
        if day < whole.established_on:
            first_on = whole.established_on.isoformat()
            return Refusal.of("dated_before_fund", dated_on=day.isoformat(), first_on=first_on)
        return Refusal.of("dated_ahead", dated_on=day.isoformat()) if day > day_of(self._clock()) else None

    def _stood(self, connection: Connection, whole: Book, day: date) -> tuple[Book, Basis]:
        """The whole Book as its money stood on a day, and the record that this rests on."""
        closing = closing_of(whole, day)
        book = on_day(whole if closing is None else self._past.at(connection, closing).of_its_day(), day)
        seq = closing or _last_told(connection, book, day)
        entry = next(iter(log.events_after(connection, FUND, seq - 1, 1)))
        at = datetime.fromisoformat(entry.at)
        return book, Basis(on=day, seq=seq, hash=entry.hash, at=at, final=closing is not None)


def _rests_on(connection: Connection, whole: Book, day: date) -> str:
    """The hash of the entry that a report can change with: the closing's for a closed day, else the last one's."""
    link = log.link_at(connection, FUND, closing_of(whole, day) or whole.seq)
    return link.hash if link else ""


def _entry(stored: log.StoredEvent, why: Withheld) -> AuditEntry:
    """An entry as it was hashed; of one that is withheld for recusal not even what it was about."""
    recused = why == "recused"
    return AuditEntry(
        seq=stored.seq,
        at=datetime.fromisoformat(stored.at),
        actor=stored.actor,
        kind="" if recused else stored.kind,
        stream="" if recused else stored.stream,
        prev=stored.prev,
        hash=stored.hash,
        record="" if why else log.hashed(stored).decode(),
        withheld=why,
    )


def _last_told(connection: Connection, book: Book, day: date) -> int:
    """While a day is open: the last entry of that day, or what was entered for it later."""
    end = datetime(day.year, day.month, day.day, 23, 59, 59, 999999, tzinfo=TOKYO)
    entered = (entry.recorded_seq for entry in book.entries)
    return max(log.last_until(connection, FUND, end), *entered, 1)
