"""The drill: back a working fund up while others write, restore it elsewhere, and go on working there."""

import threading
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fundapp import cli
from fundapp.access import accounts, sessions
from fundapp.access.accounts import SignedIn
from fundapp.demo.build import build_demo
from fundapp.demo_mark import read_mark
from fundapp.desk import Desk
from fundapp.store.archive import check_archive
from fundapp.store.checking import Verified
from fundapp.store.migrations import LATEST

TODAY = date(2026, 7, 1)
NOON = datetime(2026, 7, 1, 3, tzinfo=UTC)


def writes_until(desk: Desk, person: str, stop: threading.Event, wrote: list[str]) -> None:
    """Sign in and put a file away, over and over, as a busy day does."""
    while not stop.is_set():
        with desk.database.write() as connection:
            sessions.begin(connection, person, desk.now())
        wrote.append(desk.files.put(f"file {len(wrote)}".encode()))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drill") / "data"
    folder.mkdir()
    build_demo(folder, "open", TODAY)
    return folder


def test_a_fund_is_restored_elsewhere_and_goes_on(demo: Path, tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    before = Desk(demo, clock=lambda: NOON)
    whole = before.verify()
    assert isinstance(whole, Verified)
    mark = read_mark(demo)
    assert mark is not None
    one = mark.sign_ins[0]
    came = accounts.sign_in(before.database, one.name, one.password, NOON, "here")
    assert isinstance(came, SignedIn)

    stop, wrote = threading.Event(), list[str]()
    writer = threading.Thread(target=writes_until, args=(before, came.person.id, stop, wrote))
    writer.start()
    try:
        archive, folder = tmp_path / "friday.zip", tmp_path / "other" / "data"
        assert cli.main(["backup", "--data", str(demo), "--out", str(archive)]) == 0
        count = len(wrote)
    finally:
        stop.set()
        writer.join()
    assert count > 1, "others wrote while the backup was made"
    assert whole.tip in capsys.readouterr().out
    assert check_archive(archive, known=LATEST).tips[0].records == whole.records

    assert cli.main(["restore", str(archive), "--data", str(folder)]) == 0
    assert whole.tip in capsys.readouterr().out
    after = Desk(folder, clock=lambda: NOON)
    assert after.verify() == whole
    assert read_mark(folder) == mark
    assert sessions.actor_of(after.database, came.token, NOON) is None
    again = accounts.sign_in(after.database, one.name, one.password, NOON, "there")
    assert isinstance(again, SignedIn)
    assert again.person == came.person

    # The two are strangers from here on: what happens in one does not show in the other.
    after.files.put(b"only here")
    assert not before.files.holds(after.files.put(b"only here"))
    assert cli.main(["restore", str(archive), "--data", str(folder)]) == 1
    assert "is not empty. Nothing is overwritten." in capsys.readouterr().err
    assert after.verify() == whole
    before.database.close()
    after.database.close()


def test_everything_in_a_data_folder_is_in_the_backup_or_known_to_be_left_out(demo: Path, tmp_path: Path) -> None:
    archive = tmp_path / "b.zip"
    desk = Desk(demo)
    desk.back_up(archive)
    desk.database.close()
    backed_up = {entry.place for entry in check_archive(archive, known=LATEST).entries}
    there = {path.relative_to(demo).as_posix() for path in demo.rglob("*") if path.is_file()}
    assert there - backed_up <= {"turns", "fundapp.db-wal", "fundapp.db-shm"}
