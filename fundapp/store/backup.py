"""Backups, known to be good before they get their name: of the database alone, and of the whole folder in one file."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from fundapp.store.archive import BESIDE, Manifest, Tip, check_archive, write_archive
from fundapp.store.chain import verify_chain
from fundapp.store.connection import Connection, open_connection, refuse, refusing
from fundapp.store.files import Files, sync_folder
from fundapp.store.log import funds, head

_BUSY_MS = 10_000


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


def back_up(database: Path, out: Path, *, made_at: str) -> Manifest:
    """Put the whole data folder of `database` into the archive `out`, while others go on writing.

    Raises StoreRefusal: backup_exists (nothing is overwritten), file_damaged, store_copy_damaged, and what the disk
    cannot do; then nothing stands at `out`.
    """
    with refusing():
        if out.exists():
            refuse("backup_exists", file=str(out))
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f"{out.name}.", suffix=".half", dir=out.parent) as making:
            copy, half = Path(making) / database.name, Path(making) / "archive"
            connection = open_connection(database, busy_timeout_ms=_BUSY_MS)
            try:
                copy_database(connection, copy)
            finally:
                connection.close()
            data_version, tips = _told_by(copy)
            # The files are looked up after the database: every file that the copy names is on the disk by then.
            write_archive(half, _sources(database, copy), data_version=data_version, made_at=made_at, tips=tips)
            manifest = check_archive(half, known=data_version)
            _refuse_damaged(manifest)
            half.replace(out)
        sync_folder(out.parent)
    return manifest


def _told_by(copy: Path) -> tuple[int, tuple[Tip, ...]]:
    connection = open_connection(copy, busy_timeout_ms=0)
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        tips = ((fund, head(connection, fund)) for fund in funds(connection))
        return version, tuple(Tip(fund=fund, records=tip.seq, tip=tip.hash) for fund, tip in tips)
    finally:
        connection.close()


def _sources(database: Path, copy: Path) -> Iterator[tuple[str, Path]]:
    folder = database.parent
    yield database.name, copy
    for name in BESIDE:
        if (folder / name).is_file():
            yield name, folder / name
    for _sha256, path in Files(folder).kept():
        yield path.relative_to(folder).as_posix(), path


def _refuse_damaged(manifest: Manifest) -> None:
    """A backup that carried a damaged file on would push out the one in which it is still whole."""
    for entry in manifest.entries:
        under, _, rest = entry.place.partition("/")
        if under == "files" and rest.replace("/", "") != entry.sha256:
            refuse("file_damaged", file=rest.replace("/", "")[:12])
