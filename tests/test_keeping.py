"""The commands that keep data safe, as their reader meets them: what they say, and what they refuse."""

from pathlib import Path

import pytest
import sqlite_utils

from fundapp import cli
from fundapp.basis.refusal import Refusal
from fundapp.store.database import NAME
from fundapp.store.migrations import LATEST
from fundapp.text.refusal_text import refusal_text

COMMANDS = {
    "verify": [],
    "backup": ["--out", "{out}"],
    "export": ["--out", "{out}"],
    "erase": ["--name", "voting"],
}


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def run(command: str, folder: Path, out: Path) -> int:
    return cli.main([command, "--data", str(folder), *(word.format(out=out) for word in COMMANDS[command])])


@pytest.mark.parametrize("command", COMMANDS)
def test_where_there_is_no_record_none_is_made(command: str, tmp_path: Path, capsys) -> None:
    assert run(command, tmp_path / "data", tmp_path / "out") == 1
    assert capsys.readouterr().err == f"There is no record in {tmp_path / 'data'}.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_data_of_a_newer_version_is_refused_in_plain_words_and_left_alone(
    command: str, peopled: Path, tmp_path: Path, capsys
) -> None:
    newer = sqlite_utils.Database(peopled / NAME)
    newer.execute(f"PRAGMA user_version={LATEST + 1}")
    newer.close()
    before = (peopled / NAME).read_bytes()
    assert run(command, peopled, tmp_path / "out") == 1
    assert capsys.readouterr().err == (
        f"The data was written by a newer fundapp (data version {LATEST + 1}; this program knows {LATEST}).\n"
        "Install the newer fundapp and open the data again. Nothing was changed.\n"
    )
    assert (peopled / NAME).read_bytes() == before
    assert not (tmp_path / "out").exists()
    # So that the folder can be put away by the fixture.
    older = sqlite_utils.Database(peopled / NAME)
    older.execute(f"PRAGMA user_version={LATEST}")
    older.close()


@pytest.mark.parametrize(("kind", "code"), [("MoonBought", "record_newer"), ("MeetingClosed", "record_shape_unknown")])
def test_a_record_with_an_event_that_this_version_cannot_read_is_refused_by_its_number(
    kind: str, code: str, peopled: Path, tmp_path: Path, capsys
) -> None:
    from fundapp.desk import FUND
    from fundapp.store.database import Database
    from fundapp.store.log import NewEvent, append

    database = Database(peopled)
    with database.write() as connection:
        event = NewEvent(stream="s", kind=kind, schema_number=1, body="{}")
        append(connection, fund=FUND, command_id="c", actor="p", at="t", events=[event])
    database.close()
    for command in ("verify", "export"):
        assert run(command, peopled, tmp_path / "out") == 1
        told = refusal_text(Refusal.of(code, seq=1))
        assert capsys.readouterr().err == f"{told.what}\n{told.next_}\n"


def test_a_backup_says_what_it_holds_and_where_to_keep_it(peopled: Path, tmp_path: Path, capsys) -> None:
    assert run("backup", peopled, tmp_path / "b.zip") == 0
    told = capsys.readouterr().out
    assert "The backup is" in told
    assert "the installation's secret" in told
    assert run("backup", peopled, tmp_path / "b.zip") == 1
    assert "Nothing is overwritten." in capsys.readouterr().err


def test_a_restore_says_what_is_wrong_with_the_file(tmp_path: Path, capsys) -> None:
    (tmp_path / "b.zip").write_bytes(b"PK")
    for file, said in (("b.zip", "is not a whole backup of fundapp."), ("c.zip", "There is no file")):
        assert cli.main(["restore", str(tmp_path / file), "--data", str(tmp_path / "data")]) == 1
        assert said in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["b.zip"]


def test_a_person_is_erased_by_the_name_that_signs_in(peopled: Path, tmp_path: Path, capsys) -> None:
    assert run("erase", peopled, tmp_path) == 0
    assert capsys.readouterr().out == (
        "Erased: 0 texts, 0 fields.\n"
        "Backups made before still hold the person. Delete them when newer ones are there.\n"
    )
    assert b"the voting" not in (peopled / NAME).read_bytes()
    assert run("erase", peopled, tmp_path) == 1
    assert "There is no account of this person." in capsys.readouterr().err


def test_a_look_at_the_machine_makes_no_folder(tmp_path: Path, capsys) -> None:
    cli.main(["doctor", "--data", str(tmp_path / "data")])
    assert f"Data folder {tmp_path / 'data'}" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
