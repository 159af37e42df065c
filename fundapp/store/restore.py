"""Restoring: a backup becomes a data folder only after everything in it was checked."""

from collections.abc import Callable
from pathlib import Path

from fundapp.basis.refusal import Problem, Refusal
from fundapp.store import people
from fundapp.store.archive import unpack
from fundapp.store.checking import Verified
from fundapp.store.connection import StoreRefusal
from fundapp.store.database import Database
from fundapp.store.folders import building
from fundapp.store.migrations import LATEST


def restore(archive: Path, folder: Path, verify: Callable[[Path], Verified | Problem]) -> Verified:
    """Make a new data folder of a backup; it gets its name only after `verify` found the record in it unchanged.

    Everyone signs in again: a session that was ended after the backup must not come back to life. Raises StoreRefusal
    folder_not_empty (nothing is overwritten), restored_record_differs, and what `unpack` refuses.
    """
    with building(folder) as half:
        unpack(archive, half, known=LATEST)
        found = verify(half)
        if isinstance(found, Problem):
            raise StoreRefusal(Refusal.of("restored_record_differs", found))
        database = Database(half)
        with database.write() as connection:
            people.end_all_sessions(connection)
        database.close()
    return found
