"""What is installed from the wheel works without the repository beside it."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from urllib.request import urlopen

import pytest
from browser.look import Server

SHIPPED = (
    "text/ja.po",
    "web/static/theme.css",
    "store/schema/0001.sql",
    "documents/fonts/BIZUDPGothic-Regular.ttf",
    "web/static/plain.css",
    "web/static/fonts/BIZUDPGothic-Regular.woff2",
    "web/static/fonts/BIZUDPGothic-Bold.woff2",
    "_shipped/streamlit_app.py",
    "_shipped/.streamlit/config.toml",
    "_shipped/pages/office/record.py",
    "_shipped/docs/guide/ja/member.md",
    "_shipped/docs/guide/pictures/en/home.png",
    "_shipped/rubrics/axis1.toml",
    "_shipped/rubrics/axis2.toml",
    "_shipped/rubrics/decision.toml",
)


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with our wheel; other packages are those that the tests run with."""
    folder = tmp_path_factory.mktemp("wheel")
    environment = folder / "venv"
    _run("uv", "build", "--wheel", "--quiet", "--out-dir", str(folder), str(root), cwd=folder)
    (wheel,) = folder.glob("*.whl")
    _run("uv", "venv", "--quiet", "--python", sys.executable, str(environment), cwd=folder)
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    _run("uv", "pip", "install", "--quiet", "--no-deps", "--python", str(python), str(wheel), cwd=folder)
    places = _run(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    # Files named by a .pth are read, but not the .pth files in that place: the checkout stays out.
    Path(places.strip(), "others.pth").write_text(sysconfig.get_path("purelib"))
    return python


def _run(*command: str, cwd: Path) -> str:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_what_is_needed_at_run_time(installed: Path, tmp_path: Path):
    package = Path(_run(str(installed), "-c", "import fundapp; print(fundapp.__path__[0])", cwd=tmp_path).strip())
    assert package.is_relative_to(installed.parents[1])
    assert [name for name in SHIPPED if not (package / name).is_file()] == []


def test_the_command_answers(installed: Path, tmp_path: Path):
    command = str(installed.with_name("fundapp"))
    assert "doctor" in _run(command, "--help", cwd=tmp_path)
    assert "Pages, rubrics and fonts are there." in _run(command, "doctor", "--data", str(tmp_path / "d"), cwd=tmp_path)


def test_it_builds_a_demo_verifies_it_and_serves_it(installed: Path, tmp_path: Path):
    command, demo = str(installed.with_name("fundapp")), str(tmp_path / "demo")
    assert "demo-hachiryo-auditor" in _run(command, "demo", "--build-only", "--data", demo, cwd=tmp_path)
    assert "Unchanged" in _run(command, "verify", "--data", demo, cwd=tmp_path)
    running = Server(Path(demo), tmp_path / "log", str(installed))
    with urlopen(f"{running.url}/auth/sign-in?lang=en") as page:
        text = page.read().decode()
    assert running.end() == 0
    assert "Whose desk do you want to sit at?" in text
    assert "Traceback" not in running.log
