"""A copy of the database that is known to be good before it gets its name."""

import os
from pathlib import Path

from fundapp.store.chain import verify_chain
from fundapp.store.connection import Connection, open_connection, refuse
from fundapp.store.files import sync_folder
from fundapp.store.log import funds


def copy_database(connection: Connection, target: Path) -> None:
    """Write a verified copy to `target`: whole, sound, its chains unbroken, on the disk. Not inside a transaction.

    Raises StoreRefusal store_copy_damaged; then nothing stands at `target`.
    """
    # VACUUM INTO reads one snapshot; the page-wise backup interface never finishes while others write.
    half = target.with_name(f"{target.name}.{os.getpid()}.half")
    half.unlink(missing_ok=True)
    try:
        connection.execute("VACUUM INTO ?", [str(half)])
        copy = open_connection(half, busy_timeout_ms=0)
        try:
            sound = [tuple(row) for row in copy.execute("PRAGMA quick_check")] == [("ok",)]
            if not sound or any(verify_chain(copy, fund) for fund in funds(copy)):
                refuse("store_copy_damaged")
        finally:
            copy.close()
        with half.open("rb+") as written:
            os.fsync(written.fileno())
        half.replace(target)
        sync_folder(target.parent)
    finally:
        half.unlink(missing_ok=True)
