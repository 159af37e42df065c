import hashlib

import pytest

from fundapp.store.connection import StoreRefusal
from fundapp.store.files import Files

CONTENT = "図面".encode()
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def files(tmp_path):
    return Files(tmp_path)


def test_a_file_is_kept_once_under_its_digest(files, tmp_path):
    assert files.put(CONTENT) == files.put(CONTENT) == SHA256
    assert files.read(SHA256) == CONTENT
    assert (files.holds(SHA256), files.holds("0" * 64)) == (True, False)
    kept = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert kept == [f"files/{SHA256[:2]}/{SHA256[2:]}"]
    assert files.verify() == ()


def test_a_changed_file_is_found_refused_and_repaired_by_putting_it_again(files, tmp_path):
    files.put(CONTENT)
    (tmp_path / "files" / SHA256[:2] / SHA256[2:]).write_bytes(b"other")
    assert files.verify() == (SHA256,)
    with pytest.raises(StoreRefusal, match="file_damaged"):
        files.read(SHA256)
    files.put(CONTENT)
    assert files.verify() == ()


@pytest.mark.parametrize(
    "name", ["0" * 64, "../../etc/passwd", "/etc/passwd", "", SHA256.upper(), f"{SHA256}\n", "..", "a" * 63]
)
def test_no_name_leads_anywhere_but_to_a_kept_file(files, name):
    files.put(CONTENT)
    with pytest.raises(StoreRefusal, match="file_missing"):
        files.read(name)


def test_an_empty_folder_verifies(files):
    assert files.verify() == ()
