"""A kill in the middle of a migration: the database is as before, and the next start finishes the work."""

import subprocess
import sys

import sqlite_utils

from fundapp.store import log
from fundapp.store.chain import verify_chain
from fundapp.store.database import Database
from fundapp.store.migrations import LATEST, SCRIPTS, migrate

SCRIPT = "CREATE TABLE later (fund TEXT NOT NULL PRIMARY KEY) STRICT;"

KILLED = """
import os, signal, sys
from pathlib import Path
import sqlite_utils
from fundapp.store.migrations import LATEST, SCRIPTS, migrate

whole = sqlite_utils.Database.executescript

def killed_halfway(self, sql):
    whole(self, sql)
    os.kill(os.getpid(), signal.SIGKILL)

sqlite_utils.Database.executescript = killed_halfway
migrate(Path(sys.argv[1]), LATEST + 1, busy_timeout_ms=100, scripts=(*SCRIPTS, sys.argv[2]))
"""


def state(path):
    opened = sqlite_utils.Database(path)
    try:
        return (
            opened.execute("PRAGMA user_version").fetchone()[0],
            opened["later"].exists(),
            verify_chain(opened, "F1"),
            log.head(opened, "F1").seq,
        )
    finally:
        opened.close()


def test_a_killed_migration_leaves_the_old_database_and_can_be_done_again(tmp_path):
    database = Database(tmp_path)
    with database.write() as connection:
        event = log.NewEvent(stream="s", kind="K", schema_number=1, body="{}")
        log.append(connection, fund="F1", command_id="c", actor="p", at="t", events=[event])
    database.close()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(database.path), SCRIPT], capture_output=True)
    assert (killed.returncode, killed.stderr) == (-9, b"")
    assert state(database.path) == (LATEST, False, None, 1)
    Database(tmp_path).close()
    migrate(database.path, LATEST + 1, busy_timeout_ms=100, scripts=(*SCRIPTS, SCRIPT))
    assert state(database.path) == (LATEST + 1, True, None, 1)
