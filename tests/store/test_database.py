import json
import threading
from pathlib import Path

import pytest
import sqlite_utils
from sqlite_utils.utils import sqlite3

from fundapp.basis.refusal import Refusal
from fundapp.store import drafts
from fundapp.store.database import NAME, Database, StoreRefusal
from fundapp.store.migrations import LATEST


def save(connection, key="k", data="{}"):
    drafts.save(connection, fund="F1", person="p", key=key, expected=0, nonce="n", data=data, at="t")


def keys(database):
    with database.read() as connection:
        return drafts.keys(connection, fund="F1", person="p")


def test_what_was_written_is_read_by_a_later_opening(database):
    with database.write() as connection:
        save(connection)
    database.close()
    assert keys(Database(database.folder)) == ("k",)


def test_an_exception_leaves_no_trace_and_the_next_write_works(database):
    def fail():
        with database.write() as connection:
            save(connection, "lost")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with database.write() as connection:
        save(connection, "kept")
    assert keys(database) == ("kept",)


def test_a_read_sees_one_snapshot_while_others_write(database):
    with database.write() as connection:
        save(connection, "first")
    with database.read() as reader:
        before = drafts.keys(reader, fund="F1", person="p")
        with database.write() as connection:
            save(connection, "second")
        assert drafts.keys(reader, fund="F1", person="p") == before == ("first",)
    assert keys(database) == ("first", "second")


def test_a_reader_cannot_write(database):
    with pytest.raises(StoreRefusal) as refused, database.read() as connection:
        save(connection)
    assert refused.value.refusal == Refusal.of("store_read_only")


def test_two_readers_never_share_a_connection_and_a_returned_one_is_lent_again(database):
    with database.read() as one, database.read() as other:
        assert one is not other
    with database.read() as again:
        assert again in (one, other)


def test_a_connection_that_met_an_error_is_not_lent_again(database):
    with pytest.raises(ZeroDivisionError), database.read() as broken:
        1 / 0  # noqa: B018
    with database.read() as fresh:
        assert fresh is not broken


def test_more_readers_than_are_kept_are_closed_after_use(database, monkeypatch):
    database._idle.maxsize = 1
    with database.read(), database.read() as second, database.read():
        pass
    with database.read() as kept:
        assert kept is not second
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        second.execute("SELECT 1")


def test_a_write_inside_a_write_is_a_fault_of_the_program(database):
    with database.write(), pytest.raises(AssertionError), database.write():
        pass
    with database.write() as connection:
        save(connection)
    assert keys(database) == ("k",)


def test_commits_are_durable_and_keys_are_enforced(database):
    with database.write() as connection:
        values = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "user_version")
        }
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 200,
        "user_version": LATEST,
    }


def test_a_newer_database_is_refused_and_left_alone(database):
    with database.write() as connection:
        connection.execute(f"PRAGMA user_version={LATEST + 1}")
    database.close()
    before = database.path.read_bytes()
    with pytest.raises(StoreRefusal) as refused:
        Database(database.folder)
    assert refused.value.refusal == Refusal.of("store_newer", found=LATEST + 1, known=LATEST)
    assert database.path.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path):
    other = sqlite_utils.Database(tmp_path / NAME)
    other["theirs"].insert({"a": 1})
    other.close()
    with pytest.raises(StoreRefusal) as refused:
        Database(tmp_path)
    assert refused.value.refusal == Refusal.of("store_foreign")


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / NAME).write_bytes(b"no database at all, only text" * 100)
    with pytest.raises(StoreRefusal) as refused:
        Database(tmp_path)
    assert refused.value.refusal == Refusal.of("store_damaged")


def test_a_full_disk_refuses_the_write_and_keeps_what_was_there(database):
    with database.write() as connection:
        save(connection, "before")
        pages = connection.execute("PRAGMA page_count").fetchone()[0]

    def overfill():
        with database.write() as connection:
            connection.execute(f"PRAGMA max_page_count={pages + 2}")
            save(connection, "too much", json.dumps("x" * 100_000))

    with pytest.raises(StoreRefusal) as refused:
        overfill()
    assert refused.value.refusal == Refusal.of("store_full")
    with database.write() as connection:
        save(connection, "after")
    assert keys(database) == ("after", "before")


def test_a_database_locked_by_another_program_refuses_in_plain_words(database):
    other = sqlite_utils.Database(database.path)
    other.conn.isolation_level = None
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreRefusal) as refused, database.write():
        pass
    assert refused.value.refusal == Refusal.of("store_busy")
    other.close()
    with database.write() as connection:
        save(connection)
    assert keys(database) == ("k",)


def test_a_writer_that_does_not_come_to_its_turn_is_refused(database):
    second = Database(database.folder, busy_timeout_ms=20)
    refusals = []

    def try_to_write():
        try:
            with second.write():
                pass
        except StoreRefusal as stopped:
            refusals.append(stopped.refusal)

    with database.write():
        waiting = threading.Thread(target=try_to_write)
        waiting.start()
        waiting.join()
    second.close()
    assert refusals == [Refusal.of("store_busy")]


def test_a_fault_in_our_own_sql_is_not_dressed_up_as_a_refusal(database):
    with pytest.raises(Exception, match="no such table") as raised, database.write() as connection:
        connection.execute("SELECT * FROM nowhere")
    assert not isinstance(raised.value, StoreRefusal)


def test_forty_threads_add_one_each_time_and_lose_nothing(database):
    waiting_longer = Database(database.folder)
    with database.write() as connection:
        drafts.save(connection, fund="F1", person="p", key="n", expected=0, nonce="n", data="0", at="t")

    def add():
        for _ in range(5):
            with waiting_longer.write() as connection:
                now = drafts.read(connection, fund="F1", person="p", key="n")
                drafts.save(
                    connection,
                    fund="F1",
                    person="p",
                    key="n",
                    expected=now.version,
                    nonce="n",
                    data=str(int(now.data) + 1),
                    at="t",
                )

    threads = [threading.Thread(target=add) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with waiting_longer.read() as connection:
        assert drafts.read(connection, fund="F1", person="p", key="n").data == "200"
    waiting_longer.close()


def test_the_folder_is_its_owners_alone(database: Database):
    assert Path(database.folder).stat().st_mode & 0o077 == 0
