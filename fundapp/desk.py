"""The desk: the one door to the record and the registers. Every page, route and command goes through it."""

import secrets
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from fundapp.access.secret import key_for, server_secret
from fundapp.association_desk import AssociationDesk
from fundapp.basis.days import day_of, instant_text
from fundapp.basis.ids import uuid7
from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.clockwork_desk import ClockworkDesk
from fundapp.committee.minutes import MinutesContent
from fundapp.committee.minutes_after import Link
from fundapp.directory_desk import DirectoryDesk
from fundapp.documents.minutes_json import text_digest
from fundapp.drafts_desk import DraftsDesk
from fundapp.inquiry_desk import InquiryDesk
from fundapp.planning.runs import Runs
from fundapp.receipt import CLOCK, FUND, Done
from fundapp.record.book import Book
from fundapp.record.commands import Command, RegisterCommand
from fundapp.record.decide import decide
from fundapp.record.events import Event, Recorded
from fundapp.record.leaving import in_the_way
from fundapp.record.opening import opening_sources
from fundapp.record.out_table import OutTable
from fundapp.record.outgoing import outgoing
from fundapp.record.replay import alone, may_replay
from fundapp.record.seeing import Seeing
from fundapp.record.sight import may_see_papers, papers_seen, reads_papers, sight
from fundapp.record.timing import due
from fundapp.registers_desk import KeptReadings, RegistersDesk
from fundapp.reports_desk import KeptReports, ReportsDesk
from fundapp.sourcing_desk import SourcingDesk
from fundapp.store import log, people, registers, words
from fundapp.store.apply import apply
from fundapp.store.archive import Manifest
from fundapp.store.backup import back_up
from fundapp.store.checking import Verified, verify
from fundapp.store.connection import Connection, StoreRefusal
from fundapp.store.database import Database
from fundapp.store.erasure import Erased, erase
from fundapp.store.events import caught_up, to_new, to_recorded
from fundapp.store.files import Files
from fundapp.store.history import Stamp
from fundapp.store.minutes_copies import copy_digests
from fundapp.store.papers import bring
from fundapp.store.past_books import PastBooks
from fundapp.store.register_tables import register_tables

__all__ = ["CLOCK", "FUND", "Desk", "Done"]


class Desk(
    RegistersDesk, InquiryDesk, SourcingDesk, DirectoryDesk, AssociationDesk, ReportsDesk, DraftsDesk, ClockworkDesk
):
    """One data folder's desk. Safe to share between threads; several processes may have one each."""

    def __init__(self, folder: Path, *, clock: Callable[[], datetime] | None = None) -> None:
        self.database = Database(folder)
        self.files = Files(folder)
        self._clock = clock or (lambda: datetime.now(UTC))
        self._lock = threading.Lock()
        self._book = Book()
        self._runs = Runs()
        self._seeing = Seeing(self._words_of)
        self._past = PastBooks(FUND)
        self._reports = KeptReports()
        self._readings = KeptReadings()

    # The record

    def open_record(self) -> None:
        """Replay the record, so that the first reader does not wait for it."""
        with self.database.read() as connection:
            self._caught_up(connection)

    def book(self, actor: Actor) -> Book:
        """The Book as this actor may see it, up to date."""
        with self.database.read() as connection:
            whole = self._caught_up(connection)
        return self._seeing.of(whole, actor)

    def book_as_of(self, actor: Actor, seq: int) -> Book:
        """The Book as it stood after record `seq`, as this actor may see it: for documents that never change."""
        with self.database.read() as connection:
            whole = self._past.at(connection, seq).of_its_day()
        return replace(sight(whole, actor), words_of=self._words_of)

    def item_events(self, viewer: Actor, item_id: str) -> tuple[Recorded, ...]:
        """What happened on a resolved item, in order; nothing while it is open, and nothing to whoever took no part."""
        with self.database.read() as connection:
            if not may_replay(self._caught_up(connection), viewer, item_id):
                return ()
            return tuple(map(to_recorded, log.of_stream(connection, FUND, f"item/{item_id}")))

    def seen_then(self, viewer: Actor, participant: Actor, item_id: str, seq: int) -> Book | None:
        """This item alone as a participant saw it after record `seq`; None where `item_events` shows nothing."""
        with self.database.read() as connection:
            if not may_replay(self._caught_up(connection), viewer, item_id):
                return None
            whole = self._past.at(connection, seq).of_its_day()
        return replace(alone(sight(whole, participant), item_id), words_of=self._words_of)

    def links(self, seqs: Iterable[int]) -> tuple[Link, ...]:
        """The entries of the record at these places, as they were hashed."""
        with self.database.read() as connection:
            found = (log.link_at(connection, FUND, seq) for seq in seqs)
            return tuple(one for one in found if one)

    def is_draft_of_today(self, content: MinutesContent) -> bool:
        """True when the record gives some reader exactly this text for the minutes of a closed meeting."""
        with self.database.read() as connection:
            meetings = self._caught_up(connection).meetings.values()
            found = [one for one in meetings if one.closed_at and one.closing_seq == content.record_seq]
            digests = {copy.sha256 for one in found for copy in copy_digests(connection, FUND, one)}
        return text_digest(content) in digests

    def submit(self, command: Command, actor: Actor, command_id: str | None = None) -> Done | Refusal:
        """Carry a command out in one transaction, or refuse it with nothing written.

        The same `command_id` sent again gets its first receipt and changes nothing.
        """
        try:
            with self.database.write() as connection:
                return self._decided(connection, command, actor, command_id or self.new_id())
        except StoreRefusal as refused:
            return refused.refusal

    def verify(self) -> Verified | Problem:
        """Whether chain, invariants, frozen facts, words and files are what was written; else the first fault."""
        return verify(self.database, self.files, FUND, self._word_key())

    def new_id(self) -> str:
        """A fresh opaque id."""
        return uuid7(int(self._clock().timestamp() * 1000), secrets.token_bytes(10))

    def now(self) -> datetime:
        """The time at this desk."""
        return self._clock()

    def today(self) -> date:
        """The Tokyo day at this desk."""
        return day_of(self._clock())

    def _caught_up(self, connection: Connection) -> Book:
        last = self._book
        head = log.head(connection, FUND)
        book = last if head.seq == last.seq else self._replayed(connection, last if last.seq < head.seq else Book())
        # A rubric that was adopted for this day comes into force with it.
        book = book.on(day_of(self._clock()))
        with self._lock:
            # A slower reader must not put an older Book in the place of a newer one.
            if book is not last and book.seq >= self._book.seq:
                self._book = book
        return book

    def _replayed(self, connection: Connection, book: Book) -> Book:
        return caught_up(connection, FUND, book, passed=self._past.keep)

    def _decided(self, connection: Connection, command: Command, actor: Actor, command_id: str) -> Done | Refusal:
        done = log.command_done(connection, FUND, command_id)
        if done is not None:
            events = tuple(to_recorded(one).event for one in log.of_command(connection, FUND, command_id))
            return self._receipt(connection, command_id, done.at, events)
        now = self._clock()
        at = instant_text(now)
        book = self._with_what_is_due(connection, now)
        sealed: dict[str, tuple[str, str]] = {}
        brought = bring(connection, FUND, book, command, actor, now, lambda text: words.sealed_in(sealed, text))
        decision = decide(book, command, actor, now, brought)
        if isinstance(decision, Refusal):
            return decision
        for digest, (salt, text) in sealed.items():
            words.put(connection, FUND, digest, salt, text)
        if isinstance(command, RegisterCommand):
            apply(connection, Stamp(fund=FUND, actor=actor.person, at=at), command, command_id)
        self._append(connection, decision, actor.person, command_id, at)
        return self._receipt(connection, command_id, at, decision)

    def _with_what_is_due(self, connection: Connection, now: datetime) -> Book:
        """The Book with what time has done by now, written under the lock that the caller holds."""
        book = self._caught_up(connection)
        if past := due(book, now):
            self._append(connection, past, CLOCK, f"{CLOCK}-{book.seq}", instant_text(now))
            book = caught_up(connection, FUND, book).on(day_of(now))
        return book

    def act_by_clock(self) -> tuple[str, ...]:
        """What time has done is written though nobody orders anything; then what is due on inquiries."""
        now = self._clock()
        with self.database.read() as connection:
            waits = bool(due(self._caught_up(connection), now))
        if waits:
            with self.database.write() as connection:
                self._with_what_is_due(connection, now)
        return super().act_by_clock()

    def _append(self, connection: Connection, events: tuple[Event, ...], actor: str, command_id: str, at: str) -> None:
        new = tuple(to_new(event) for event in events)
        log.append(connection, fund=FUND, command_id=command_id, actor=actor, at=at, events=new)

    def _receipt(self, connection: Connection, command_id: str, at: str, events: tuple[Event, ...]) -> Done:
        head = log.head(connection, FUND)
        return Done(command_id=command_id, seq=head.seq, hash=head.hash, at=at, events=events)

    def _words_of(self, digest: str) -> str:
        if not digest:
            return ""
        with self.database.read() as connection:
            return _words(connection, digest)

    # Taking out, putting away, erasing

    def export(self, actor: Actor) -> tuple[OutTable, ...] | Refusal:
        """Everything that this actor may see, at one moment, without a single score that is not revealed."""
        if not reads_papers(actor):
            return Refusal.of("not_permitted")
        with self.database.read() as connection:
            whole = self._caught_up(connection)
            seen = replace(sight(whole, actor), words_of=lambda digest: _words(connection, digest))
            found = registers.proposals(connection, FUND)
            shown = tuple(one for one in found if may_see_papers(whole, actor, one.id))
            rows = register_tables(connection, FUND, frozenset(one.id for one in shown), self._clock())
            return (*outgoing(seen, shown), *rows, people.people_table(connection))

    def exported_papers(self, actor: Actor) -> Iterator[tuple[str, bytes]]:
        """(digest, bytes) of every paper that this actor may open: the tables of the export name them by digest."""
        seen, digests = self.book(actor), dict[str, None]()
        for one in self.proposals(actor):
            digests |= {sha256: None for _title, sha256 in papers_seen(seen, one)}
        digests |= {source.file_sha256: None for source in opening_sources(seen)}
        return ((sha256, self.files.read(sha256)) for sha256 in digests)

    def back_up(self, out: Path) -> Manifest | Refusal:
        """Put the whole data folder into one verified file, while others go on writing. Nothing is overwritten."""
        try:
            return back_up(self.database.path, out, made_at=instant_text(self._clock()))
        except StoreRefusal as refused:
            return refused.refusal

    def erase_person(self, person: str, by: Actor) -> Erased | Refusal:
        """Erase a person's account, name, drafts and words. The record stays as it is and still verifies.

        An administrator does it, to somebody who has left the seats and is not in the meeting under way.
        """
        if not by.has(Role.ADMINISTRATOR):
            return Refusal.of("not_permitted")
        try:
            with self.database.write() as connection:
                refused = in_the_way(self._caught_up(connection), person, by.person)
                if refused is not None:
                    return refused
                stamp = Stamp(fund=FUND, actor=by.person, at=self._at())
                erased = erase(connection, stamp, person, key=self._word_key())
        except StoreRefusal as stopped:
            return stopped.refusal
        return erased.model_copy(update={"swept": self._swept()})

    def _at(self) -> str:
        return instant_text(self._clock())

    def _swept(self) -> bool:
        try:
            return self.database.sweep()
        except StoreRefusal:
            # The person is erased all the same; what the disk could not do now is told by the answer.
            return False

    def _word_key(self) -> bytes:
        return key_for(server_secret(self.database.folder), "words")


def _words(connection: Connection, digest: str) -> str:
    return words.read(connection, FUND, [digest]).get(digest, "")
