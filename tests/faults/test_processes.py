import subprocess
import sys
from pathlib import Path

import pytest

from fundapp.store import log
from fundapp.store.chain import verify_chain
from fundapp.store.database import Database

HERE = Path(__file__).parent


def run(script, *arguments):
    return subprocess.run([sys.executable, HERE / script, *map(str, arguments)], capture_output=True, text=True)


def test_twenty_processes_at_once_lose_nothing_write_nothing_twice_and_leave_no_gap(tmp_path):
    done = run("crowd.py", tmp_path / "data", 20, 10)
    assert (done.returncode, done.stderr) == (0, "")
    database = Database(tmp_path / "data")
    with database.read() as connection:
        events = log.events_after(connection, "F1", 0)
        assert verify_chain(connection, "F1") is None
    database.close()
    assert [event.seq for event in events] == [event.version for event in events] == list(range(1, 401))
    expected = {(f"{process}-{number}", n) for process in range(20) for number in range(10) for n in range(2)}
    assert {(event.command_id, event.n) for event in events} == expected


@pytest.mark.parametrize(("writers", "cycles"), [(1, 12), (20, 5)])
def test_after_kill_9_everything_acknowledged_is_there_and_the_record_is_whole(tmp_path, writers, cycles):
    done = run("kill.py", tmp_path / "data", "--cycles", cycles, "--writers", writers)
    assert (done.returncode, done.stderr) == (0, "")
    assert "none lost" in done.stdout
