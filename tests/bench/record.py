"""The record: a command against a bare insert, the fold against validation alone, a reader's Book against the fold."""

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from figure import Figure, in_turn
from small_fund import SECRETARIAT, Clock, SmallFund
from sqlite_utils.utils import sqlite3

from fundapp.desk import Desk
from fundapp.record import commands as c
from fundapp.record.book import Book
from fundapp.record.events import EVENTS
from fundapp.record.fold import fold as fold_events
from fundapp.store import log
from fundapp.store.events import to_recorded

NOTES = 100


def _fund() -> tuple[SmallFund, str]:
    fund = SmallFund(Desk(Path(tempfile.mkdtemp())), Clock(datetime.now(UTC)))
    fund.found()
    fund.proposal("PR-1")
    fund.meeting(1, "PR-1")
    fund.revealed("m1-PR-1")
    return fund, "m1-PR-1"


def append() -> list[Figure]:
    """A command through the desk (lock, fold, decide, seal, append, durable commit) against one durable insert."""
    fund, item = _fund()
    bare = sqlite3.connect(Path(tempfile.mkdtemp()) / "bare.db", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        bare.execute(f"PRAGMA {pragma}")
    bare.execute("CREATE TABLE event (seq INTEGER PRIMARY KEY, body TEXT)")

    def ours() -> None:
        for n in range(NOTES):
            fund.do(c.NoteDiscussion(item_id=item, speaker="x", gist=f"note {n}"), SECRETARIAT)

    def floor() -> None:
        for n in range(NOTES):
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT INTO event (body) VALUES (?)", [f"note {n}" * 30])
            bare.execute("COMMIT")

    return [in_turn(f"{NOTES} commands through the desk", f"{NOTES} durable inserts", ours, floor)]


def fold() -> list[Figure]:
    """Replay of a whole log against validating the same bodies with pydantic."""
    figures = []
    for count in (100, 1_000, 10_000):
        fund, _item = _fund()
        with fund.desk.database.read() as connection:
            stored = log.events_after(connection, "main", 0)
        extra = [one for one in stored if one.kind == "AttendanceRecorded"]
        wide = [*stored]
        while len(wide) < count:
            again = extra[len(wide) % len(extra)]
            wide.append(again.model_copy(update={"seq": wide[-1].seq + 1}))

        def ours(wide=wide) -> None:
            fold_events(Book(), map(to_recorded, wide))

        def floor(wide=wide) -> None:
            for one in wide:
                EVENTS[one.kind].model_validate(json.loads(one.body))

        figures.append(in_turn(f"fold of {len(wide)} events", "validation of the bodies", ours, floor, times=5))
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
