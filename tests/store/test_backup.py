"""Backups and what is refused of them: whole or not at all, in both directions."""

import json
import os
import zipfile
from pathlib import Path

import pytest

from fundapp import demo_mark
from fundapp.access import secret
from fundapp.basis.refusal import Problem, Refusal
from fundapp.store import log
from fundapp.store.archive import BESIDE, FORMAT, MANIFEST, Tip
from fundapp.store.backup import back_up
from fundapp.store.chain import verify_chain
from fundapp.store.checking import Verified
from fundapp.store.connection import StoreRefusal
from fundapp.store.database import NAME, Database
from fundapp.store.files import Files
from fundapp.store.migrations import LATEST
from fundapp.store.restore import restore

AT = "2026-04-01T00:00:00.000000Z"
SECRET = b"s" * 32


@pytest.fixture
def folder(filled: Database) -> Path:
    """A data folder with a record, two files, the secret, and what belongs to no backup."""
    files = Files(filled.folder)
    files.put(b"one")
    files.put(b"two")
    (filled.folder / "secret").write_bytes(SECRET)
    (filled.folder / "before-version-9.db").write_bytes(b"old")
    (filled.folder / "files" / "aa").mkdir(exist_ok=True)
    (filled.folder / "files" / "aa" / "cut.half").write_bytes(b"ha")
    return filled.folder


@pytest.fixture
def backup(folder: Path, tmp_path: Path) -> Path:
    out = tmp_path / "backups" / "monday.zip"
    back_up(folder / NAME, out, made_at=AT)
    return out


def unchanged(folder: Path) -> Verified:
    database = Database(folder)
    with database.read() as connection:
        assert verify_chain(connection, "F1") is None
        tip = log.head(connection, "F1")
    database.close()
    return Verified(records=tip.seq, tip=tip.hash)


def code_of(error: pytest.ExceptionInfo[StoreRefusal]) -> str:
    return error.value.refusal.code


def rewritten(archive: Path, **changes: bytes | None) -> Path:
    """The archive with members replaced, added or (None) left out; `manifest` stands for the manifest."""
    wanted = {name.replace("manifest", MANIFEST): content for name, content in changes.items()}
    altered = archive.with_name("altered.zip")
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(altered, "w") as new:
        for name in old.namelist():
            if name not in wanted:
                new.writestr(name, old.read(name))
        for name, content in wanted.items():
            if content is not None:
                new.writestr(name, content)
    return altered


def manifest_of(archive: Path) -> dict:
    with zipfile.ZipFile(archive) as opened:
        return json.loads(opened.read(MANIFEST))


def test_what_lies_beside_the_database_is_named_by_those_who_put_it_there() -> None:
    assert BESIDE == (secret.NAME, demo_mark.NAME)


def test_a_backup_holds_the_record_the_files_and_the_secret_and_says_so(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "b.zip"
    manifest = back_up(folder / NAME, out, made_at=AT)
    places = sorted(entry.place for entry in manifest.entries)
    assert places == sorted(
        [NAME, "secret", *(path.relative_to(folder).as_posix() for _, path in Files(folder).kept())]
    )
    found = unchanged(folder)
    assert manifest.tips == (Tip(fund="F1", records=5, tip=found.tip),)
    assert (manifest.format, manifest.data_version, manifest.made_at) == (FORMAT, LATEST, AT)
    assert out.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir() if "half" in path.name] == []


def test_nothing_is_overwritten_by_a_backup(folder: Path, backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(StoreRefusal) as refused:
        back_up(folder / NAME, backup, made_at=AT)
    assert code_of(refused) == "backup_exists"
    assert backup.read_bytes() == before


def test_a_changed_record_is_not_backed_up(folder: Path, filled: Database, tmp_path: Path) -> None:
    with filled.write() as connection:
        connection.execute("DROP TRIGGER event_stays")
        connection.execute("UPDATE event SET actor = 'p2' WHERE seq = 2")
    with pytest.raises(StoreRefusal) as refused:
        back_up(folder / NAME, tmp_path / "b.zip", made_at=AT)
    assert code_of(refused) == "store_copy_damaged"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


def test_a_damaged_file_is_not_backed_up(folder: Path, tmp_path: Path) -> None:
    sha256, path = next(Files(folder).kept())
    path.write_bytes(b"rot")
    with pytest.raises(StoreRefusal) as refused:
        back_up(folder / NAME, tmp_path / "b.zip", made_at=AT)
    assert refused.value.refusal == Refusal.of("file_damaged", file=sha256[:12])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


@pytest.mark.parametrize("there", [True, False], ids=["empty folder", "no folder"])
def test_a_restored_folder_is_what_was_backed_up(folder: Path, backup: Path, tmp_path: Path, there: bool) -> None:
    again = tmp_path / "again"
    if there:
        again.mkdir()
    assert restore(backup, again, unchanged) == unchanged(folder)
    assert (again / "secret").read_bytes() == SECRET
    assert (again / "secret").stat().st_mode & 0o077 == 0
    assert [sha256 for sha256, _ in Files(again).kept()] == [sha256 for sha256, _ in Files(folder).kept()]
    assert Files(again).verify() == ()


def test_nothing_is_restored_over_something(backup: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "notes.txt").write_text("mine")
    for folder in (taken, taken / "notes.txt"):
        with pytest.raises(StoreRefusal) as refused:
            restore(backup, folder, unchanged)
        assert code_of(refused) == "folder_not_empty"
    assert (taken / "notes.txt").read_text() == "mine"


def refused_restore(archive: Path, folder: Path, verify=unchanged) -> Refusal:
    with pytest.raises(StoreRefusal) as refused:
        restore(archive, folder, verify)
    assert not folder.exists()
    assert [path.name for path in folder.parent.iterdir() if "half" in path.name] == []
    return refused.value.refusal


def test_a_record_that_does_not_verify_gets_no_folder(backup: Path, tmp_path: Path) -> None:
    problem = Problem.of("record_hash", "2", seq=2)
    refused = refused_restore(backup, tmp_path / "again", lambda _folder: problem)
    assert refused == Refusal.of("restored_record_differs", problem)


def test_an_archive_that_is_missing_or_none_is_refused(tmp_path: Path) -> None:
    assert refused_restore(tmp_path / "none.zip", tmp_path / "again").code == "backup_missing"
    (tmp_path / "text.zip").write_text("hello")
    assert refused_restore(tmp_path / "text.zip", tmp_path / "again").code == "backup_unreadable"
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("readme.txt", "hello")
    assert refused_restore(tmp_path / "other.zip", tmp_path / "again").code == "backup_unreadable"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_an_archive_that_is_cut_off_is_refused(backup: Path, tmp_path: Path, share: float) -> None:
    whole = backup.read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: int(len(whole) * share)])
    assert refused_restore(tmp_path / "cut.zip", tmp_path / "again").code == "backup_unreadable"


@pytest.mark.parametrize("place", [0.1, 0.3, 0.5])
def test_an_archive_with_a_flipped_byte_is_refused(backup: Path, tmp_path: Path, place: float) -> None:
    whole = bytearray(backup.read_bytes())
    whole[int(len(whole) * place)] ^= 0xFF
    (tmp_path / "flipped.zip").write_bytes(whole)
    refused = refused_restore(tmp_path / "flipped.zip", tmp_path / "again")
    assert refused.code in ("backup_unreadable", "backup_damaged")


def test_a_member_that_was_exchanged_is_refused(backup: Path, tmp_path: Path) -> None:
    refused = refused_restore(rewritten(backup, secret=b"x" * 32), tmp_path / "again")
    assert refused == Refusal.of("backup_damaged", file="secret")
    refused = refused_restore(rewritten(backup, secret=b"s" * 100_000_000), tmp_path / "again")
    assert refused == Refusal.of("backup_damaged", file="secret")


@pytest.mark.parametrize("name", ["../outside", "/tmp/outside", "files/../../outside", "turns", "fundapp.db-wal"])
def test_a_place_that_is_not_ours_is_refused(backup: Path, tmp_path: Path, name: str) -> None:
    told = manifest_of(backup)
    told["entries"].append({"place": name, "sha256": "0" * 64, "size_bytes": 1})
    altered = rewritten(backup, manifest=json.dumps(told).encode(), **{name: b"x"})
    assert refused_restore(altered, tmp_path / "again").code == "backup_unreadable"
    assert not (tmp_path / "outside").exists()


def test_a_member_that_the_manifest_does_not_name_is_refused(backup: Path, tmp_path: Path) -> None:
    altered = rewritten(backup, **{"demo.json": b"{}"})
    assert refused_restore(altered, tmp_path / "again").code == "backup_unreadable"


@pytest.mark.parametrize("manifest", [b"{}", b"[]", b"not json", b"\xff", b'{"format": "other/1"}'])
def test_a_manifest_that_is_not_ours_is_refused(backup: Path, tmp_path: Path, manifest: bytes) -> None:
    assert refused_restore(rewritten(backup, manifest=manifest), tmp_path / "again").code == "backup_unreadable"


def test_a_backup_of_a_newer_version_is_refused_by_the_versions(backup: Path, tmp_path: Path) -> None:
    told = {**manifest_of(backup), "data_version": LATEST + 1, "format": "fundapp/backup/9", "more": 1}
    refused = refused_restore(rewritten(backup, manifest=json.dumps(told).encode()), tmp_path / "again")
    assert refused == Refusal.of("store_newer", found=LATEST + 1, known=LATEST)


def test_a_full_disk_leaves_nothing_behind(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreRefusal) as refused:
        back_up(folder / NAME, tmp_path / "b.zip", made_at=AT)
    assert code_of(refused) == "store_full"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]
