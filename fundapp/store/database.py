"""The data folder and its database: one writer at a time in the order of arrival, any number of readers."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, Full, LifoQueue

from fundapp.store.connection import Connection, DatabaseError, StoreRefusal, open_connection, refuse, refusing
from fundapp.store.migrations import LATEST, is_current, migrate
from fundapp.store.turns import turns_of

__all__ = ["Connection", "Database", "StoreRefusal"]

NAME = "fundapp.db"
IDLE_READERS = 32
"""Connections kept open for the next reader; more may be open at once and are closed after use."""


class Database:
    """The database of one data folder, created or brought up to date when opened.

    Raises StoreRefusal when a newer fundapp wrote it, when it is not ours, or when the folder cannot be written.
    """

    def __init__(self, folder: Path, *, busy_timeout_ms: int = 10_000) -> None:
        self.folder = folder
        self.path = folder / NAME
        self._busy_timeout_ms = busy_timeout_ms
        self._idle: LifoQueue[Connection] = LifoQueue(IDLE_READERS)
        self._writer: Connection | None = None
        with refusing():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._turns = turns_of(folder)
            # Looking first lets an up-to-date database be opened while someone else writes.
            if not (self.path.exists() and is_current(self.path)):
                with self._turn():
                    migrate(self.path, LATEST, busy_timeout_ms=busy_timeout_ms)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one snapshot for as long as it is lent, and cannot write."""
        with refusing():
            connection = self._reader()
            try:
                connection.execute("BEGIN")
                yield connection
                connection.execute("COMMIT")
                self._idle.put_nowait(connection)
            except Full:
                connection.close()
            except BaseException:
                # Not lent again: the state after an error is not worth reasoning about.
                connection.close()
                raise

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection in a transaction that is durable once the block ends, or gone without a trace if it raises.

        The write lock is taken before the first read, so that what was read still holds when it is written.
        """
        with refusing(), self._turn():
            if self._writer is None:
                self._writer = self._open()
            connection = self._writer
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            except BaseException as error:
                # Whatever ends the block, an interrupt too: nothing of it may stay in the transaction.
                self._undo(connection, broken=isinstance(error, DatabaseError))
                raise

    def sweep(self) -> bool:
        """Overwrite what was deleted: rebuild the file, empty its log, and drop the copies made before migrations.

        False when somebody read for so long that the old pages still stand in the log; they go once nobody has it open.
        """
        with refusing(), self._turn():
            for copy in self.folder.glob("before-version-*.db"):
                copy.unlink()
            connection = self._open()
            try:
                connection.execute("VACUUM")
                busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            finally:
                connection.close()
        return not busy

    def close(self) -> None:
        """Close the connections that nobody uses. The database can be opened again by a new `Database`."""
        with suppress(Empty):
            while True:
                self._idle.get_nowait().close()
        with self._turn():
            if self._writer is not None:
                self._writer.close()
                self._writer = None

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._turns.acquire(self._busy_timeout_ms / 1000):
            refuse("store_busy")
        try:
            yield
        finally:
            self._turns.release()

    def _open(self) -> Connection:
        return open_connection(self.path, busy_timeout_ms=self._busy_timeout_ms)

    def _reader(self) -> Connection:
        try:
            return self._idle.get_nowait()
        except Empty:
            connection = self._open()
            connection.execute("PRAGMA query_only=ON")
            return connection

    def _undo(self, connection: Connection, *, broken: bool) -> None:
        try:
            connection.rollback()
        except DatabaseError:
            broken = True
        if broken:
            connection.close()
            self._writer = None
