import hashlib
import json
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fundapp.basis.canonical import canonical_json
from fundapp.store import log
from fundapp.store.chain import verify_chain
from fundapp.store.database import Database
from fundapp.store.log import CommandDone, Head, NewEvent

DECOMPOSED = "か\N{COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK}"
AT = "2026-04-01T00:00:00.000000Z"


def noted(stream="s", body="{}", kind="Noted"):
    return NewEvent(stream=stream, kind=kind, schema_number=1, body=body)


def append(database, *events, fund="F1", command_id="c", actor="p1", answer=""):
    with database.write() as connection:
        return log.append(
            connection, fund=fund, command_id=command_id, actor=actor, at=AT, events=events, answer=answer
        )


def test_events_get_sequence_version_and_chain(database):
    first = append(database, noted("a"), noted("b"), command_id="c1")
    second = append(database, noted("a"), command_id="c2")
    assert [(event.seq, event.stream, event.version, event.command_id, event.n) for event in first + second] == [
        (1, "a", 1, "c1", 0),
        (2, "b", 1, "c1", 1),
        (3, "a", 2, "c2", 0),
    ]
    assert [event.prev for event in first + second] == [log.GENESIS, first[0].hash, first[1].hash]
    with database.read() as connection:
        assert log.events_after(connection, "F1", 0) == first + second
        assert log.events_after(connection, "F1", 1, limit=1) == first[1:]
        assert log.head(connection, "F1") == Head(seq=3, hash=second[0].hash)
        assert log.funds(connection) == ("F1",)


def test_the_hash_can_be_computed_again_without_our_code(database):
    (event,) = append(database, noted(body='{"名":"塔"}'))
    columns = event.model_dump(exclude={"prev", "hash"})
    text = json.dumps(columns, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert event.hash == hashlib.sha256(("0" * 64 + text).encode()).hexdigest()


def test_a_command_sent_again_gets_its_first_events_and_adds_none(database):
    first = append(database, noted("a"), noted("b"), answer="1")
    again = append(database, noted("c"), answer="2")
    assert again == first
    with database.read() as connection:
        assert log.head(connection, "F1").seq == 2
        assert log.command_done(connection, "F1", "c") == CommandDone(
            command_id="c", actor="p1", at=AT, first_seq=1, last_seq=2, answer="1"
        )


def test_a_command_without_events_is_remembered(database):
    assert append(database, answer="{}") == ()
    assert append(database, noted()) == ()
    with database.read() as connection:
        assert log.command_done(connection, "F1", "c").first_seq is None
        assert log.command_done(connection, "F1", "other") is None
        assert log.head(connection, "F1") == Head(seq=0, hash=log.GENESIS)


def test_funds_have_records_of_their_own(database):
    append(database, noted(), fund="F1")
    append(database, noted(), fund="F2")
    with database.read() as connection:
        assert [log.head(connection, fund).seq for fund in log.funds(connection)] == [1, 1]


@pytest.mark.parametrize("body", ['{"b":1,"a":2}', '{ "a": 1 }', '{"a":1.5}', f'{{"a":"{DECOMPOSED}"}}', "nonsense"])
def test_a_body_that_is_not_canonical_never_enters(database, body):
    with pytest.raises(AssertionError):
        append(database, noted(body=body))


def test_text_that_is_not_in_nfc_never_enters(database):
    with pytest.raises(AssertionError):
        append(database, noted(), actor=DECOMPOSED)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET actor = 'p2' WHERE seq = 1",
        "DELETE FROM event WHERE seq = 1",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 1",
        "REPLACE INTO event SELECT fund, 99, stream, version, 'x', n, kind, schema, actor, at, body, prev, hash"
        " FROM event WHERE seq = 1",
        "REPLACE INTO event SELECT fund, 99, 'x', 1, command_id, n, kind, schema, actor, at, body, prev, hash"
        " FROM event WHERE seq = 1",
        "UPDATE head SET seq = 1",
        "DELETE FROM head",
        "REPLACE INTO head SELECT * FROM head",
        "UPDATE command SET actor = 'p2'",
        "DELETE FROM command",
        "REPLACE INTO command SELECT * FROM command",
    ],
)
@pytest.mark.parametrize("recursive_triggers", ["ON", "OFF"])
def test_the_record_cannot_be_changed_by_a_statement(filled, statement, recursive_triggers):
    def everything():
        with filled.read() as connection:
            return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in ("event", "head", "command")]

    def change():
        with filled.write() as connection:
            connection.execute(f"PRAGMA recursive_triggers={recursive_triggers}")
            connection.execute(statement)

    before = everything()
    with pytest.raises(Exception, match=r"never changed|goes forward|carried out once"):
        change()
    assert everything() == before


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    database = Database(tmp_path_factory.mktemp("shared") / "data")
    yield database
    database.close()


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("aあ𠮷é", max_size=3), inner, max_size=3),
    max_leaves=8,
)
commands = st.lists(
    st.tuples(st.integers(0, 5), st.lists(st.tuples(st.sampled_from("abc"), values), max_size=4)), max_size=8
)


@given(commands)
@settings(max_examples=40, deadline=None)
def test_whatever_is_appended_is_read_back_whole_gap_free_and_once(shared, sent):
    fund, first_of = str(uuid4()), {}
    for command, events in sent:
        stored = append(
            shared,
            *(noted(stream, canonical_json(value).decode()) for stream, value in events),
            fund=fund,
            command_id=str(command),
        )
        assert first_of.setdefault(command, stored) == stored
    expected = tuple(event for stored in first_of.values() for event in stored)
    with shared.read() as connection:
        assert verify_chain(connection, fund) is None
        assert log.events_after(connection, fund, 0) == expected
        assert [log.of_command(connection, fund, str(command)) for command in first_of] == list(first_of.values())
    assert [event.seq for event in expected] == list(range(1, len(expected) + 1))
    for stream in "abc":
        versions = [event.version for event in expected if event.stream == stream]
        assert versions == list(range(1, len(versions) + 1))
