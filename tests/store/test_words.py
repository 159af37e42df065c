import hashlib

import pytest

from fundapp.store import words
from fundapp.store.connection import StoreRefusal
from fundapp.store.words import WordFault

KEY, SALT, TEXT = b"k" * 32, "00" * 16, "慎重に見たい"
DIGEST = words.seal(SALT, TEXT)


@pytest.fixture
def connection(database):
    with database.write() as connection:
        words.put(connection, "F1", DIGEST, SALT, TEXT)
        yield connection


def erase(connection, digest=DIGEST):
    words.erase(connection, "F1", digest, at="2026-04-01T00:00:00.000000Z", by="p1", key=KEY)


def test_the_digest_is_of_salt_and_text():
    assert hashlib.sha256(bytes(16) + TEXT.encode()).hexdigest() == DIGEST
    assert words.seal(words.new_salt(), TEXT) != words.seal(words.new_salt(), TEXT)


def test_two_spellings_of_one_text_have_one_digest():
    assert words.seal(SALT, "か\N{COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK}") == words.seal(SALT, "が")


def test_texts_are_read_by_digest_in_their_fund_alone(connection):
    assert words.read(connection, "F1", [DIGEST, "0" * 64]) == {DIGEST: TEXT}
    assert words.read(connection, "F2", [DIGEST]) == {}
    assert words.check(connection, "F1", key=KEY) == ()


def test_an_erased_text_leaves_no_text_and_no_salt_and_still_verifies(connection):
    erase(connection)
    row = connection.execute("SELECT salt, text, erased_by FROM word").fetchone()
    assert row == (None, None, "p1")
    assert words.read(connection, "F1", [DIGEST]) == {}
    assert words.check(connection, "F1", key=KEY) == ()


def test_an_erased_text_does_not_come_back_by_a_command_sent_again(connection):
    erase(connection)
    words.put(connection, "F1", DIGEST, SALT, TEXT)
    assert words.read(connection, "F1", [DIGEST]) == {}


def test_a_changed_text_is_found(connection):
    connection.execute("UPDATE word SET text = 'other'")
    assert words.check(connection, "F1", key=KEY) == (WordFault(digest=DIGEST, what="text"),)


def test_a_tombstone_that_was_not_signed_here_is_found(connection):
    erase(connection)
    connection.execute("UPDATE word SET erased_by = 'p9'")
    assert words.check(connection, "F1", key=KEY) == (WordFault(digest=DIGEST, what="tombstone"),)


def test_nul_is_refused(connection):
    with pytest.raises(StoreRefusal, match="text_holds_nul"):
        words.put(connection, "F1", "0" * 64, SALT, "a\0b")
