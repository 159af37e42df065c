import pytest
import sqlite_utils

from fundapp.basis.refusal import Refusal
from fundapp.store import log, people
from fundapp.store.database import NAME, Database, StoreRefusal
from fundapp.store.migrations import LATEST, SCRIPTS, migrate

NEXT = "CREATE TABLE later (fund TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (fund, id)) STRICT;"
OF_THE_SEARCH = ("member_words", "member_group")
"""Not kept but made of the members' registers: the words, and SQLite's index over them."""
OF_THE_INSTALLATION = {"account", "session", "sign_in_try", "visit"}


def tables(path):
    database = sqlite_utils.Database(path)
    try:
        return {name: database[name] for name in database.table_names() if not name.startswith("sqlite_")}
    finally:
        database.close()


def upgrade(database, script):
    database.close()
    migrate(database.path, LATEST + 1, busy_timeout_ms=100, scripts=(*SCRIPTS, script))


def test_every_table_is_strict_and_keyed_by_the_fund_but_for_people(database):
    with database.read() as connection:
        found = {
            name: (connection.table(name).strict, connection.table(name).pks[0])
            for name in connection.table_names()
            if not name.startswith(OF_THE_SEARCH)
        }
    assert {name for name, (strict, _) in found.items() if not strict} == set()
    assert {name for name, (_, key) in found.items() if key != "fund"} == OF_THE_INSTALLATION


def test_a_migration_keeps_the_record_and_leaves_a_checked_copy_of_before(filled):
    with filled.read() as connection:
        tip = log.head(connection, "F1")
    upgrade(filled, NEXT)
    assert "later" in tables(filled.path)
    copy = filled.path.with_name(f"before-version-{LATEST + 1}.db")
    assert "later" not in tables(copy)
    for path in (filled.path, copy):
        opened = sqlite_utils.Database(path)
        assert log.head(opened, "F1") == tip
        opened.close()
    with pytest.raises(StoreRefusal):
        Database(filled.folder)


def test_people_of_version_1_keep_their_own_passwords(tmp_path):
    path = tmp_path / NAME
    path.parent.mkdir(exist_ok=True)
    migrate(path, 1, busy_timeout_ms=100)
    opened = sqlite_utils.Database(path)
    with opened.conn:
        opened.execute("INSERT INTO account VALUES ('p1', 'anna', '杏奈', 'Anna', 'TLO', '[\"voting\"]', 'hash', 0)")
    opened.close()
    database = Database(tmp_path)
    with database.read() as connection:
        assert [(one.id, one.must_change_password) for one in people.people(connection)] == [("p1", False)]
    database.close()


def test_a_migration_that_fails_leaves_no_trace(filled):
    before = set(tables(filled.path))
    with pytest.raises(Exception, match="syntax error"):
        upgrade(filled, NEXT + "CREATE NONSENSE;")
    assert set(tables(filled.path)) == before
    Database(filled.folder).close()


def test_a_database_whose_record_was_changed_is_not_migrated(filled):
    with filled.write() as connection:
        connection.execute("DROP TRIGGER event_stays")
        connection.execute("UPDATE event SET actor = 'p2' WHERE seq = 2")
    with pytest.raises(StoreRefusal) as refused:
        upgrade(filled, NEXT)
    assert refused.value.refusal == Refusal.of("store_copy_damaged")
    assert "later" not in tables(filled.path)
    assert sorted(path.suffix for path in filled.folder.iterdir() if "before" in path.name) == []


def test_a_copy_put_back_is_opened_in_wal_mode(filled):
    upgrade(filled, NEXT)
    copy = filled.path.with_name(f"before-version-{LATEST + 1}.db")
    restored = filled.folder / "restored"
    restored.mkdir()
    copy.replace(restored / NAME)
    database = Database(restored)
    with database.read() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    database.close()
