"""The server process itself."""

import signal
from shutil import copytree

import pytest
from browser.look import Server


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_tells_where_it_is_and_ends_cleanly(server, tmp_path, number):
    running = Server(copytree(server.folder, tmp_path / "data"), tmp_path / "log")
    assert running.end(number) == 0
    assert f"fundapp is open at {running.url}" in running.log
    assert "Traceback" not in running.log
