"""Who changed which row when, and what stood there before."""

import json
from collections.abc import Mapping, Sequence

from fundapp.basis.fact import Fact
from fundapp.store.connection import Connection

Value = str | int | None
Row = dict[str, Value]


class Stamp(Fact):
    """Of which fund a change is, who makes it, and when (`instant_text`)."""

    fund: str
    actor: str
    at: str


class Change(Fact):
    """One change of a register's row: JSON of the row before (None: it is new) and after (None: it is gone)."""

    at: str
    actor: str
    old: str | None
    new: str | None


def row_id(*key: Value) -> str:
    """How the history names a row: its key after the fund, joined."""
    return "/".join(map(str, key))


def text_of(row: Mapping[str, Value] | None) -> str | None:
    """A row as the history keeps it."""
    return None if row is None else json.dumps(row, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def remember(
    connection: Connection, stamp: Stamp, register: str, changes: Sequence[tuple[str, Row | None, Row | None]]
) -> None:
    """Write (row id, row before, row after) of each change into the history of `register`."""
    connection.conn.executemany(
        "INSERT INTO history SELECT :fund, :register, :row_id, coalesce(max(n), 0) + 1, :at, :actor, :old, :new"
        " FROM history WHERE fund = :fund AND register = :register AND row_id = :row_id",
        [
            {**stamp.model_dump(), "register": register, "row_id": name, "old": text_of(old), "new": text_of(new)}
            for name, old, new in changes
        ],
    )


def history(connection: Connection, fund: str, register: str, *key: Value) -> tuple[Change, ...]:
    """The changes of the row with `key` in the table `register`, oldest first."""
    found = connection.execute(
        "SELECT at, actor, old, new FROM history WHERE fund = ? AND register = ? AND row_id = ? ORDER BY n",
        [fund, register, row_id(*key)],
    )
    return tuple(Change(at=at, actor=actor, old=old, new=new) for at, actor, old, new in found)
