import pytest
import sqlite_utils

from fundapp.store.chain import ChainFault, verify_chain
from fundapp.store.log import GENESIS, NewEvent, append

CHANGED = {
    "fund": "F2",
    "seq": 99,
    "stream": "meeting/9",
    "version": 99,
    "command_id": "c9",
    "n": 9,
    "kind": "Other",
    "schema": 2,
    "actor": "p9",
    "at": "2027-04-01T00:00:00.000000Z",
    "body": '{"command":9}',
    "prev": "1" * 64,
    "hash": "1" * 64,
}


def tamper(database, *statements):
    """Change the file as an administrator could: by another program, with the triggers dropped."""
    database.close()
    raw = sqlite_utils.Database(database.path)
    for trigger in raw.triggers:
        raw.execute(f"DROP TRIGGER {trigger.name}")
    for sql, *values in statements:
        assert raw.execute(sql, values).rowcount > 0
    raw.close()


def fault(database, fund="F1"):
    with database.read() as connection:
        return verify_chain(connection, fund)


def test_a_whole_record_has_no_fault(filled):
    assert fault(filled) is None
    assert fault(filled, "a fund without a record") is None


@pytest.mark.parametrize("seq", [1, 3, 5])
@pytest.mark.parametrize("column", CHANGED)
def test_a_change_of_any_column_names_the_event(filled, column, seq):
    tamper(filled, (f"UPDATE event SET {column} = ? WHERE fund = 'F1' AND seq = ?", CHANGED[column], seq))
    assert fault(filled).seq == seq


@pytest.mark.parametrize("seq", [1, 3, 5])
def test_a_deleted_event_is_missed(filled, seq):
    tamper(filled, ("DELETE FROM event WHERE seq = ?", seq))
    assert fault(filled) == ChainFault(seq=seq, what="missing")


def test_two_events_changing_places_are_found(filled):
    tamper(
        filled,
        ("UPDATE event SET seq = 99 WHERE seq = 2",),
        ("UPDATE event SET seq = 2 WHERE seq = 3",),
        ("UPDATE event SET seq = 3 WHERE seq = 99",),
    )
    assert fault(filled) == ChainFault(seq=2, what="prev")


def test_a_tip_that_is_not_the_last_events_hash_is_found(filled):
    tamper(filled, ("UPDATE head SET hash = ?", GENESIS))
    assert fault(filled) == ChainFault(seq=5, what="head")


def test_events_beyond_the_tip_are_found(filled):
    tamper(filled, ("UPDATE head SET seq = 4",))
    assert fault(filled) == ChainFault(seq=5, what="beyond_head")


def test_a_lost_tip_is_found(filled):
    tamper(filled, ("DELETE FROM head",))
    assert fault(filled) == ChainFault(seq=1, what="beyond_head")


def test_another_spelling_of_the_same_text_is_found(database):
    with database.write() as connection:
        append(
            connection,
            fund="F1",
            command_id="c",
            actor="が",
            at="t",
            events=[NewEvent(stream="s", kind="K", schema_number=1, body="{}")],
        )
    # The canonical form of the record is in NFC, so the hash alone would not tell the two spellings apart.
    tamper(database, ("UPDATE event SET actor = ?", "か\N{COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK}"))
    assert fault(database) == ChainFault(seq=1, what="text")
