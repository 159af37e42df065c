"""The record: appending against bare sqlite3, opening a long record, one more event, and a reader's Book."""

import sqlite3
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from figure import Figure, in_turn, timed_ms
from many import record_of
from small_fund import SECRETARIAT, Clock, SmallFund

from fundapp.desk import Desk
from fundapp.record import commands as c
from fundapp.record.book import Book
from fundapp.record.fold import fold as fold_events
from fundapp.store import log
from fundapp.store.database import Database
from fundapp.store.events import caught_up, to_recorded

BODY = '{"item_id":"x","note":{"gist":"0123456789012345678901234567890123456789012345678901234567890123"}}'
NOTES = 100


def _fund() -> tuple[SmallFund, str]:
    fund = SmallFund(Desk(Path(tempfile.mkdtemp())), Clock(datetime.now(UTC)))
    fund.found()
    fund.proposal("PR-1")
    fund.meeting(1, "PR-1")
    fund.revealed("m1-PR-1")
    return fund, "m1-PR-1"


def append() -> list[Figure]:
    """Appending to the record against bare sqlite3: the same tables, settings, transaction and rows; then a command."""
    ours, bare = (Database(Path(tempfile.mkdtemp())) for _ in range(2))
    raw = sqlite3.connect(bare.path, isolation_level=None)
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF", "journal_size_limit=67108864"):
        raw.execute(f"PRAGMA {pragma}")
    raw.execute("INSERT INTO head VALUES ('main', 0, ?)", ["0" * 64])
    fund, item = _fund()
    figure, whole = (
        Figure(f"{NOTES} appends", "bare sqlite3", at_most=2.0),
        Figure(f"{NOTES} commands, decided", "bare sqlite3"),
    )
    for round_ in range(9):
        before = _head(ours)

        def appends(round_: int = round_) -> None:
            for n in range(NOTES):
                new = log.NewEvent(stream="item/x", kind="DiscussionNoted", schema_number=1, body=BODY)
                with ours.write() as connection:
                    log.append(
                        connection, fund="main", command_id=f"{round_}-{n}", actor="x", at="2026-04-01", events=[new]
                    )

        took_ms = timed_ms(appends)
        with ours.read() as connection:
            rows = [tuple(one.model_dump().values()) for one in log.events_after(connection, "main", before)]

        def inserts(rows: list[tuple[object, ...]] = rows) -> None:
            for row in rows:
                raw.execute("BEGIN IMMEDIATE")
                raw.execute(f"INSERT INTO event VALUES ({', '.join('?' * len(row))})", row)
                raw.execute("UPDATE head SET seq = ?, hash = ? WHERE fund = 'main'", [row[1], row[-1]])
                raw.execute(
                    "INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, '')", [*row[:1], row[4], "x", "t", *[row[1]] * 2]
                )
                raw.execute("COMMIT")

        def commands(round_: int = round_) -> None:
            for n in range(NOTES):
                fund.do(c.NoteDiscussion(item_id=item, speaker="x", gist=f"note {round_}-{n}"), SECRETARIAT)

        floor_ms = timed_ms(inserts)
        if round_:
            figure.add(took_ms, floor_ms)
            whole.add(timed_ms(commands), floor_ms)
    return [figure, whole]


def _head(database: Database) -> int:
    with database.read() as connection:
        return log.head(connection, "main").seq


def fold() -> list[Figure]:
    """Opening a fund (its whole record read and replayed), and then taking one event in, as the record grows."""
    figures = []
    one_ms: list[float] = []
    for count in (100, 1_000, 10_000, 100_000):
        record = record_of(count)
        database = Database(Path(tempfile.mkdtemp()))
        with database.write() as connection:
            log._write(connection, record, log.Head(seq=0, hash=""))
        times = 1 if count > 10_000 else 5
        opened = Figure(f"opening a fund of {len(record)} events", "300 ms", at_most=1.0 if count <= 10_000 else None)
        for _ in range(times):
            with database.read() as connection:
                # Of the processor alone, since the limit is a time and not a ratio: others may be at work here too.
                began = time.process_time()
                caught_up(connection, "main", Book())
                opened.add((time.process_time() - began) * 1000, 300.0)
        with database.read() as connection:
            whole = caught_up(connection, "main", Book())
        last = next(one for one in reversed(record) if one.kind == "DiscussionNoted")
        new = [to_recorded(last.model_copy(update={"seq": len(record) + 1}))]
        took_ms = [timed_ms(lambda whole=whole, new=new: fold_events(whole, new)) for _ in range(200)]
        one_ms = one_ms or took_ms
        figures += [
            opened,
            Figure(f"one more event at {len(record)}", "at 100", took_ms, one_ms, 2.0 if count <= 10_000 else None),
        ]
    return figures


def book() -> list[Figure]:
    """What a page pays to read: the cached Book through sight, against opening a read transaction."""
    fund, _item = _fund()

    def ours() -> None:
        for _ in range(100):
            fund.desk.book(SECRETARIAT)

    def floor() -> None:
        for _ in range(100):
            with fund.desk.database.read() as connection:
                log.head(connection, "main")

    return [in_turn("100 Books for a reader", "100 read transactions", ours, floor)]
