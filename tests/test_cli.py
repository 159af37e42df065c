"""The commands, up to the door of the server."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from fundapp import cli
from fundapp.access import first_visit
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Problem
from fundapp.basis.roles import Role
from fundapp.demo_mark import DemoMark, DemoSignIn, read_mark, write_mark
from fundapp.desk import Desk
from fundapp.places import data_folder, launcher, pages_folder, rubrics_folder, set_up_token

ONE = DemoSignIn(
    label=Bilingual(ja="監査", en="auditor"),
    person=Bilingual(ja="監査法人", en="audit firm"),
    name="audit",
    password="a fictional password",
    roles=frozenset({Role.AUDITOR}),
)


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, date]]:
    """What was built, by a builder that writes one file."""
    made: list[tuple[str, date]] = []

    def build_demo(folder: Path, scenario: str, today: date) -> None:
        made.append((scenario, today))
        write_mark(folder, DemoMark(built_on=today, scenario=scenario, sign_ins=(ONE,)))

    module = ModuleType("fundapp.demo.build")
    module.build_demo = build_demo
    monkeypatch.setitem(sys.modules, "fundapp.demo.build", module)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return made


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


def build(folder: Path, *words: str) -> int:
    return cli.main(["demo", "--build-only", "--data", str(folder), *words])


def test_a_demo_is_built_marked_and_its_sign_ins_told(builds, tmp_path, capsys):
    assert build(tmp_path / "demo") == 0
    mark = read_mark(tmp_path / "demo")
    assert mark == DemoMark(built_on=builds[0][1], scenario="open", sign_ins=(ONE,))
    assert "a fictional password" in capsys.readouterr().out


def test_a_demo_of_today_is_kept_and_others_are_built_again(builds, tmp_path):
    folder = tmp_path / "demo"
    build(folder)
    build(folder)
    assert len(builds) == 1
    build(folder, "--fresh")
    build(folder, "--scenario", "finished")
    assert [scenario for scenario, _day in builds] == ["open", "open", "finished"]
    yesterday = read_mark(folder).model_copy(update={"built_on": builds[0][1] - timedelta(days=1)})
    write_mark(folder, yesterday)
    build(folder, "--scenario", "finished", "--keep")
    assert len(builds) == 3
    build(folder, "--scenario", "finished")
    assert len(builds) == 4
    assert [file.name for file in sorted(tmp_path.iterdir())] == ["demo"]


def test_a_folder_with_something_else_in_it_is_never_built_over(builds, tmp_path, capsys):
    (tmp_path / "fundapp.db").write_text("precious")
    assert build(tmp_path, "--fresh") == 1
    assert (tmp_path / "fundapp.db").read_text() == "precious"
    assert "not a demo" in capsys.readouterr().err
    assert builds == []


def test_a_port_in_use_is_said_before_anything_is_built(builds, tmp_path, taken_port, capsys):
    assert cli.main(["demo", "--data", str(tmp_path / "demo"), "--port", str(taken_port)]) == 1
    assert f"Port {taken_port} is in use." in capsys.readouterr().err
    assert builds == []


def test_verify_tells_the_count_and_the_fingerprint(peopled, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert cli.main(["verify", "--data", str(peopled)]) == 0
    assert capsys.readouterr().out == f"Unchanged: 0 entries, the last with fingerprint {'0' * 64}.\n"


def test_verify_names_the_first_bad_entry_and_fails(peopled, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setattr(Desk, "verify", lambda _desk: Problem.of("record_hash", "7", seq=7))
    assert cli.main(["verify", "--data", str(peopled)]) == 1
    assert "7" in capsys.readouterr().err


def test_verify_makes_no_record_where_there_is_none(tmp_path, capsys):
    assert cli.main(["verify", "--data", str(tmp_path)]) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("setting", "language"), [("ja_JP.UTF-8", "ja"), ("en_GB.UTF-8", "en"), ("de_DE.UTF-8", "en"), ("C", "en")]
)
def test_help_is_in_the_language_of_the_terminal(monkeypatch, capsys, setting, language):
    monkeypatch.setenv("LC_ALL", setting)
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    told = capsys.readouterr().out
    assert ("架空のファンドを作って開く" in told) == (language == "ja")


def test_places_of_a_checkout_are_beside_the_package(monkeypatch, tmp_path):
    root = Path(__file__).parent.parent
    assert (pages_folder(), rubrics_folder(), launcher()) == (
        root / "pages",
        root / "rubrics",
        root / "streamlit_app.py",
    )
    monkeypatch.setenv("FUNDAPP_DATA", str(tmp_path))
    assert data_folder() == tmp_path.resolve()


def test_serving_an_empty_folder_tells_the_set_up_link(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("fundapp.cli.serving.serve", lambda _folder, *, when_ready, **_: when_ready() or 0)
    first_visit.prepare(Desk(tmp_path).database)
    assert cli.main(["serve", "--data", str(tmp_path), "--port", "0"]) == 0
    assert f"/auth/set-up?token={set_up_token(tmp_path).read_text()}" in capsys.readouterr().out


def test_serving_a_folder_with_people_tells_no_link(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("fundapp.cli.serving.serve", lambda _folder, *, when_ready, **_: when_ready() or 0)
    assert cli.main(["serve", "--data", str(tmp_path), "--port", "0"]) == 0
    assert "token" not in capsys.readouterr().out


def test_every_command_is_found_in_the_module_that_is_loaded_for_it(capsys):
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    listed = capsys.readouterr().out
    for command in cli.KINDS:
        assert re.search(rf"\n +{command}\s", listed)
        with pytest.raises(SystemExit) as ended:
            cli.main([command, "--help"])
        assert ended.value.code == 0
        assert f"fundapp {command}" in capsys.readouterr().out
    with pytest.raises(SystemExit) as ended:
        cli.main(["plant"])
    assert ended.value.code == 2


def test_a_plan_does_not_load_what_other_commands_need():
    words = """import atexit, sys
from fundapp.cli import main
atexit.register(lambda: print(*sys.modules))
main(["plan", "--help"])"""
    loaded = subprocess.run([sys.executable, "-c", words], capture_output=True, check=True, text=True).stdout.split()
    assert "fundapp.cli.plan" in loaded
    assert not {"fundapp.cli.serving", "platformdirs", "babel", "sqlite3", "streamlit"} & set(loaded)
