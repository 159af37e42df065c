"""Opening SQLite as the house wants it, and what a failing engine means to a reader."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import sqlite_utils
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # the one that sqlite-utils itself uses

from fundapp.basis.refusal import Refusal

if TYPE_CHECKING:
    from sqlite3 import DatabaseError, IntegrityError
else:
    DatabaseError, IntegrityError = sqlite3.DatabaseError, sqlite3.IntegrityError

__all__ = [
    "SQLITE_VERSION",
    "Connection",
    "DatabaseError",
    "IntegrityError",
    "StoreRefusal",
    "open_connection",
    "refuse",
    "refusing",
]

SQLITE_VERSION: str = sqlite3.sqlite_version
"""The SQLite that this process writes with."""

Connection = sqlite_utils.Database
"""One open connection inside one transaction. It is lent by `Database.read` or `Database.write`, never kept."""

_PRIMARY_CODE = 0xFF
_CODES = {
    sqlite3.SQLITE_FULL: "store_full",
    sqlite3.SQLITE_IOERR: "store_disk_fault",
    sqlite3.SQLITE_READONLY: "store_read_only",
    sqlite3.SQLITE_CANTOPEN: "store_read_only",
    sqlite3.SQLITE_PERM: "store_read_only",
    sqlite3.SQLITE_BUSY: "store_busy",
    sqlite3.SQLITE_LOCKED: "store_busy",
    sqlite3.SQLITE_CORRUPT: "store_damaged",
    sqlite3.SQLITE_NOTADB: "store_damaged",
}
_SYSTEM_CODES = {
    errno.ENOSPC: "store_full",
    errno.EDQUOT: "store_full",
    errno.EFBIG: "store_full",
    errno.EIO: "store_disk_fault",
    errno.EACCES: "store_read_only",
    errno.EPERM: "store_read_only",
    errno.EROFS: "store_read_only",
}


class StoreRefusal(Exception):
    """The store did not do what was asked, and nothing of it was written. `refusal` says why and what to do."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code, *refusal.details)
        self.refusal = refusal


def refuse(code: str, **details: str | int) -> NoReturn:
    """Raise the StoreRefusal of `code`; the transaction around it is rolled back."""
    raise StoreRefusal(Refusal.of(code, **details))


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what the engine or the disk cannot do into StoreRefusal. A fault of our own SQL stays an error."""
    try:
        yield
    except DatabaseError as error:
        code = _CODES.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE)
        if code is None:
            raise
        raise StoreRefusal(Refusal.of(code)) from error
    except OSError as error:
        system_code = _SYSTEM_CODES.get(error.errno or 0)
        if system_code is None:
            raise
        raise StoreRefusal(Refusal.of(system_code)) from error


def open_connection(path: Path, *, busy_timeout_ms: int) -> Connection:
    """A connection with durable commits and enforced foreign keys, in autocommit until a BEGIN.

    The caller sees to it that one thread at a time uses it.
    """
    raw = sqlite3.connect(path, timeout=busy_timeout_ms / 1000, isolation_level=None, check_same_thread=False)
    # FULL: a commit that was acknowledged survives a power cut; NORMAL in WAL mode loses it.
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF", "journal_size_limit=67108864"):
        raw.execute(f"PRAGMA {pragma}")
    return sqlite_utils.Database(raw, execute_plugins=False)
