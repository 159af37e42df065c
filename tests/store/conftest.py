from collections.abc import Iterator
from pathlib import Path

import pytest

from fundapp.store.database import Database
from fundapp.store.history import Stamp
from fundapp.store.log import NewEvent, append

AT = "2026-04-01T00:00:00.000000Z"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "data", busy_timeout_ms=200)
    yield opened
    opened.close()


@pytest.fixture
def stamp() -> Stamp:
    return Stamp(fund="F1", actor="p-secretariat", at=AT)


@pytest.fixture
def filled(database: Database) -> Database:
    """Five events of fund F1 in three commands on two streams."""
    for number, streams in enumerate((("meeting/1", "item/1"), ("item/1",), ("item/1", "meeting/1"))):
        with database.write() as connection:
            append(
                connection,
                fund="F1",
                command_id=f"c{number}",
                actor="p1",
                at=AT,
                events=[
                    NewEvent(stream=stream, kind="Noted", schema_number=1, body=f'{{"command":{number}}}')
                    for stream in streams
                ],
            )
    return database
