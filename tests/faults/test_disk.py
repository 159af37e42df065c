"""A disk that is full and a folder that cannot be written, in processes of their own."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from fundapp.store import drafts
from fundapp.store.database import NAME, Database

NOBODY = 65534

FULL = """
import resource, sys
from pathlib import Path
from fundapp.store import drafts
from fundapp.store.database import Database, StoreRefusal
from fundapp.store.files import Files

def save(key, data):
    with database.write() as connection:
        drafts.save(connection, fund="F1", person="p", key=key, expected=0, nonce="n", data=data, at="t")

database = Database(Path(sys.argv[1]))
save("before", "{}")
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
for write in (lambda: save("too much", "x" * 2_000_000), lambda: Files(database.folder).put(b"x" * 2_000_000)):
    try:
        write()
    except StoreRefusal as stopped:
        print(stopped.refusal.code)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
save("after", "{}")
with database.read() as connection:
    print(drafts.keys(connection, fund="F1", person="p"))
print(sorted(path.name for path in database.folder.rglob("*.half")))
"""

READ_ONLY = """
import os, sys
from pathlib import Path
from fundapp.store.database import Database, StoreRefusal
# Rights do not bind root, who may also own the interpreter: become nobody once all is imported.
if os.geteuid() == 0:
    os.setuid(int(sys.argv[2]))
try:
    Database(Path(sys.argv[1]))
except StoreRefusal as stopped:
    print(stopped.refusal.code)
"""


def run(script, *arguments):
    done = subprocess.run([sys.executable, "-c", script, *map(str, arguments)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_a_full_disk_refuses_writes_keeps_the_data_and_recovers(tmp_path):
    # The limit on a file's size is met as an error of writing, which is how some full disks show themselves too.
    said = run(FULL, tmp_path / "data")
    assert said[0] in {"store_full", "store_disk_fault"}
    assert said[1:] == ["store_full", "('after', 'before')", "[]"]


@pytest.fixture
def open_folder():
    """A folder that another user can reach, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_folder_that_cannot_be_written_is_refused_in_plain_words(open_folder):
    database = Database(open_folder / "data")
    with database.write() as connection:
        drafts.save(connection, fund="F1", person="p", key="k", expected=0, nonce="n", data="{}", at="t")
    database.close()
    files = [*database.folder.iterdir()]
    for path in files:
        path.chmod(0o444)
    database.folder.chmod(0o555)
    before = (database.folder / NAME).read_bytes()
    try:
        assert run(READ_ONLY, database.folder, NOBODY) == ["store_read_only"]
    finally:
        database.folder.chmod(0o755)
    assert (database.folder / NAME).read_bytes() == before
    assert os.access(database.folder, os.W_OK)


def test_a_folder_that_cannot_be_made_is_refused_in_plain_words(open_folder):
    open_folder.chmod(0o555)
    assert run(READ_ONLY, open_folder / "data", NOBODY) == ["store_read_only"]
