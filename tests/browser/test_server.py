"""The server process itself."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
import sqlite_utils
from browser.look import Server

from fundapp.basis.refusal import Refusal
from fundapp.store.database import NAME, Database
from fundapp.store.migrations import LATEST
from fundapp.text.catalogue import use
from fundapp.text.refusal_text import refusal_text


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_tells_where_it_is_and_ends_cleanly(server, tmp_path, number):
    running = Server(copytree(server.folder, tmp_path / "data"), tmp_path / "log")
    assert running.end(number) == 0
    assert f"fundapp is open at {running.url}" in running.log
    assert "Traceback" not in running.log


def test_data_of_a_newer_version_is_refused_in_the_terminal_in_words(tmp_path: Path) -> None:
    Database(tmp_path).close()
    newer = sqlite_utils.Database(tmp_path / NAME)
    newer.execute(f"PRAGMA user_version={LATEST + 1}")
    newer.close()
    command = [sys.executable, "-m", "fundapp.cli", "serve", "--data", str(tmp_path), "--port", "0"]
    done = subprocess.run(
        command, env={**os.environ, "LC_ALL": "C.UTF-8"}, capture_output=True, text=True, timeout=60, check=False
    )
    use("en")
    told = refusal_text(Refusal.of("store_newer", found=LATEST + 1, known=LATEST))
    assert (done.returncode, done.stderr) == (1, f"{told.what}\n{told.next_}\n")
