import threading

import pytest

from fundapp.access.secret import NAME, key_for, server_secret
from fundapp.store.connection import StoreRefusal


def test_the_secret_is_made_once_and_is_its_owners_alone(tmp_path):
    secret = server_secret(tmp_path)
    assert (len(secret), server_secret(tmp_path)) == (32, secret)
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_all_who_start_at_once_get_the_same_secret(tmp_path):
    start, found = threading.Barrier(8), []

    def begin():
        start.wait()
        found.append(server_secret(tmp_path))

    threads = [threading.Thread(target=begin) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(found), len(set(found))) == (8, 1)


def test_a_damaged_secret_is_refused(tmp_path):
    (tmp_path / NAME).write_bytes(b"short")
    with pytest.raises(StoreRefusal, match="secret_damaged"):
        server_secret(tmp_path)


def test_each_purpose_has_its_own_key():
    assert key_for(b"s", "links") == key_for(b"s", "links")
    assert len({key_for(b"s", "links"), key_for(b"s", "words"), key_for(b"t", "links")}) == 3
