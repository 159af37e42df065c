"""The schema, forward only: each file of schema/ is one version and is never edited after a release."""

from importlib.resources import files
from pathlib import Path

from fundapp.store.backup import copy_database
from fundapp.store.connection import Connection, open_connection, refuse

SCRIPTS = tuple(
    script.read_text(encoding="utf-8")
    for script in sorted(files("fundapp.store").joinpath("schema").iterdir(), key=lambda entry: entry.name)
    if script.name.endswith(".sql")
)
LATEST = len(SCRIPTS)
APPLICATION_ID = int.from_bytes(b"fund")


def _number(connection: Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def version_of(connection: Connection) -> int:
    """The schema's version; 0 when there is none yet. Raises StoreRefusal for a database of another program."""
    version = _number(connection, "user_version")
    if _number(connection, "application_id") != APPLICATION_ID and (version or connection.table_names()):
        refuse("store_foreign")
    return version


def _look(connection: Connection, latest: int) -> int:
    found = version_of(connection)
    if found > latest:
        refuse("store_newer", found=found, known=latest)
    return found


def is_current(path: Path) -> bool:
    """True when the database at `path` has the latest schema, in WAL mode (a restored copy has it not yet).

    Raises StoreRefusal for a newer or a foreign one.
    """
    connection = open_connection(path, busy_timeout_ms=1000)
    try:
        return _look(connection, LATEST) == LATEST and connection.journal_mode == "wal"
    finally:
        connection.close()


def migrate(path: Path, latest: int, *, busy_timeout_ms: int, scripts: tuple[str, ...] = SCRIPTS) -> None:
    """Bring the database at `path` to version `latest` in one transaction; what cannot be finished leaves no trace.

    A database with content is copied beside itself first, and the copy is checked. The caller holds the write turn.
    """
    connection = open_connection(path, busy_timeout_ms=busy_timeout_ms)
    try:
        found = _look(connection, latest)
        if 0 < found < latest:
            copy_database(connection, path.with_name(f"before-version-{found + 1}.db"))
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("BEGIN IMMEDIATE")
        if version_of(connection) != found:
            refuse("store_busy")
        for script in scripts[found:latest]:
            connection.executescript(script)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={latest}")
        connection.execute("COMMIT")
    finally:
        # Closing an open transaction rolls it back.
        connection.close()
