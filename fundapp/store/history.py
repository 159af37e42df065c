"""Who changed which row when, and what stood there before."""

import json
from collections.abc import Mapping, Sequence

from fundapp.basis.fact import Fact
from fundapp.store.connection import Connection

Value = str | int | None
_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
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
    return None if row is None else _TEXT.encode(row)


def remember(
    connection: Connection, stamp: Stamp, register: str, changes: Sequence[tuple[str, Row | None, Row | None]]
) -> None:
    """Write (row id, row before, row after) of each change into the history of `register`."""
    connection.conn.executemany(
        "INSERT INTO history SELECT ?1, ?2, ?3, coalesce(max(n), 0) + 1, ?4, ?5, ?6, ?7"
        " FROM history WHERE fund = ?1 AND register = ?2 AND row_id = ?3",
        [(stamp.fund, register, name, stamp.at, stamp.actor, text_of(old), text_of(new)) for name, old, new in changes],
    )
    if changes:
        count_change(connection, stamp.fund, register)


def history(connection: Connection, fund: str, register: str, *key: Value) -> tuple[Change, ...]:
    """The changes of the row with `key` in the table `register`, oldest first."""
    found = connection.execute(
        "SELECT at, actor, old, new FROM history WHERE fund = ? AND register = ? AND row_id = ? ORDER BY n",
        [fund, register, row_id(*key)],
    )
    return tuple(Change(at=at, actor=actor, old=old, new=new) for at, actor, old, new in found)


def count_change(connection: Connection, fund: str, register: str) -> None:
    """Rows of this register are no longer what they were: what was made of them is made again."""
    connection.execute(
        "INSERT INTO register_state VALUES (?, ?, 1) ON CONFLICT (fund, register) DO UPDATE SET changes = changes + 1",
        [fund, register],
    )


def changes_of(connection: Connection, fund: str, *registers: str) -> int:
    """How often rows of these registers were changed, of all without a name: what was made of them holds so long."""
    named = f" AND register IN ({', '.join('?' * len(registers))})" if registers else ""
    sql = f"SELECT coalesce(sum(changes), 0) FROM register_state WHERE fund = ?{named}"  # noqa: S608 - marks alone
    return int(connection.execute(sql, [fund, *registers]).fetchone()[0])
