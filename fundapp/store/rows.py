"""Facts as rows and back: the one place that knows how a model's fields become columns.

Text, yen and numbers are columns of their own; a day is an ISO date, a ratio its exact text, truth 0 or 1. A fact
inside a fact becomes columns with its name before them (`name_ja`, `item_due`), all NULL when it is absent; tuples
become JSON text.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from types import NoneType
from typing import Any, Generic, TypeVar, cast, get_args, get_origin

from fundapp.basis.fact import Fact
from fundapp.store.connection import Connection, IntegrityError, refuse
from fundapp.store.history import Row, Stamp, Value, remember, row_id

F = TypeVar("F", bound=Fact)
_LIST = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_AT_ONCE = 500
"""Rows looked for in one question."""


@dataclass(frozen=True)
class Column:
    """One column: where in the fact its value stands, and whether it is JSON text there."""

    path: tuple[str, ...]
    is_json: bool

    @cached_property
    def name(self) -> str:
        """The column's name: the path, joined."""
        return "_".join(self.path)


def _types(annotation: Any) -> tuple[Any, ...]:
    """The types that a field may have, without None."""
    return tuple(part for part in get_args(annotation) if part is not NoneType) or (annotation,)


def _inner(annotation: Any) -> type[Fact] | None:
    return next((part for part in _types(annotation) if isinstance(part, type) and issubclass(part, Fact)), None)


def _is_tuple(annotation: Any) -> bool:
    return any(get_origin(part) is tuple for part in (annotation, *_types(annotation)))


def columns_of(model: type[Fact], left_out: frozenset[str], before: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """The columns of `model` in the order of its fields; the fields in `left_out` live in tables of their own."""
    columns: list[Column] = []
    for name, field in model.model_fields.items():
        if name in left_out:
            continue
        inner = None if _is_tuple(field.annotation) else _inner(field.annotation)
        if inner:
            columns += columns_of(inner, frozenset(), (*before, name))
        else:
            columns.append(Column((*before, name), _is_tuple(field.annotation)))
    return tuple(columns)


def holds_nul(value: Any) -> bool:
    """True when a text anywhere in plain JSON data holds a NUL, which the engines store differently."""
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any(map(holds_nul, value.values()))
    return isinstance(value, list) and any(map(holds_nul, value))


def _cell(value: Any, column: Column) -> Value:
    for name in column.path:
        if value is None:
            return None
        value = value[name]
    if column.is_json:
        return _LIST.encode(value)
    if value.__class__ is str or value is None:
        return cast(Value, value)
    assert isinstance(value, int), f"{column.name} cannot be a column"
    return int(value)


def _may_hold_nul(cells: Iterable[Value]) -> bool:
    """True for a text with a NUL among them, or with one written out as in JSON: worth a look at what it is made of."""
    return any(cell.__class__ is str and ("\0" in cell or "\\u0000" in cell) for cell in cells)


def _grow(cells: dict[str, Any], columns: Iterable[Column]) -> dict[str, Any]:
    grown: dict[str, Any] = {}
    inner: set[str] = set()
    for column in columns:
        value = cells[column.name]
        if column.is_json:
            value = json.loads(value)
        if len(column.path) == 1:
            grown[column.name] = value
            continue
        inner.add(column.path[0])
        place = grown
        for name in column.path[:-1]:
            place = place.setdefault(name, {})
        place[column.path[-1]] = value
    for name in inner:
        # A fact that was absent left NULL in all its columns.
        if all(cell is None for cell in grown[name].values()):
            grown[name] = None
    return grown


@contextmanager
def _naming_faults(*, foreign: str) -> Iterator[None]:
    """A key that is taken and a row that is missing or still needed are mistakes of users, so they become refusals."""
    try:
        yield
    except IntegrityError as error:
        message = str(error)
        if message.startswith("UNIQUE"):
            # "UNIQUE constraint failed: proposal.fund, proposal.code": the last column is the one that people read.
            refuse("row_taken", column=message.rpartition(" ")[2])
        if message.startswith("FOREIGN KEY"):
            refuse(foreign)
        raise


@dataclass(frozen=True)
class Table(Generic[F]):
    """A register: its table, the model of its rows, the key after the fund, and the order of reading.

    `outside` are columns that the model does not hold (whose row it is); `left_out` are fields kept elsewhere.
    """

    name: str
    model: type[F]
    key: tuple[str, ...] = ("id",)
    order: str = "id"
    outside: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the model."""
        return columns_of(self.model, self.left_out)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All columns but the fund."""
        return (*self.outside, *(column.name for column in self.columns))

    @cached_property
    def _select(self) -> str:
        return f"SELECT {', '.join(self.names)} FROM {self.name} WHERE fund = ?"  # noqa: S608 - names of our own

    def row(self, fact: F, **outside: Value) -> Row:
        """`fact` as a row, without the fund. A NUL in its text is refused."""
        data = fact.model_dump(mode="json", exclude=set(self.left_out) or None)
        row = {**outside, **{column.name: _cell(data, column) for column in self.columns}}
        if _may_hold_nul(row.values()) and holds_nul(data):
            refuse("text_holds_nul")
        return row

    def fact(self, row: Row, **left_out: Any) -> F:
        """The fact of a row, completed by what is kept elsewhere."""
        return self.model.model_validate({**_grow(row, self.columns), **left_out})

    def rows(self, connection: Connection, fund: str, **where: Value) -> tuple[Row, ...]:
        """The rows of `fund` whose columns equal `where`, in the register's order."""
        conditions = "".join(f" AND {name} = ?" for name in where)
        # One row has no order; asked for it, SQLite would walk the index of the order through all rows.
        order = "" if set(self.key) <= where.keys() else f" ORDER BY {self.order}"
        found = connection.execute(f"{self._select}{conditions}{order}", [fund, *where.values()])
        return tuple(dict(zip(self.names, cells, strict=True)) for cells in found)

    def rows_of(
        self, connection: Connection, fund: str, column: str, values: Iterable[Value], **where: Value
    ) -> Iterator[Row]:
        """The rows of `fund` whose `column` is one of `values`, in no order; asked for in few questions."""
        conditions = "".join(f" AND {name} = ?" for name in where)
        wanted = list(dict.fromkeys(values))
        for start in range(0, len(wanted), _AT_ONCE):
            batch = wanted[start : start + _AT_ONCE]
            sql = f"{self._select}{conditions} AND {column} IN ({', '.join('?' * len(batch))})"
            found = connection.execute(sql, [fund, *where.values(), *batch])
            yield from (dict(zip(self.names, cells, strict=True)) for cells in found)

    def facts(self, connection: Connection, fund: str, **where: Value) -> tuple[F, ...]:
        """The facts of `fund` whose columns equal `where`, in the register's order."""
        return tuple(self.fact(row) for row in self.rows(connection, fund, **where))

    def key_of(self, row: Row) -> dict[str, Value]:
        """The part of `row` that names it within its fund."""
        return {name: row[name] for name in self.key}

    def put(self, connection: Connection, stamp: Stamp, rows: Sequence[Row]) -> None:
        """Add `rows` or correct those that stand there, with their history. An unchanged row leaves no history."""
        changes: list[tuple[str, Row | None, Row]] = []
        standing = self._standing(connection, stamp.fund, rows)
        for row in rows:
            name = self._id(row)
            old = standing.get(name)
            if old != row:
                changes.append((name, old, row))
            # A row may be given twice in one batch: the company of two proposals.
            standing[name] = row
        with _naming_faults(foreign="row_missing"):
            connection.conn.executemany(
                self._upsert, [(stamp.fund, *map(row.__getitem__, self.names)) for _name, _old, row in changes]
            )
        remember(connection, stamp, self.name, changes)

    @cached_property
    def _upsert(self) -> str:
        others = [name for name in self.names if name not in self.key]
        kept = ", ".join(f"{name} = excluded.{name}" for name in others)
        return (
            f"INSERT INTO {self.name} (fund, {', '.join(self.names)}) VALUES (?{', ?' * len(self.names)})"  # noqa: S608
            f" ON CONFLICT (fund, {', '.join(self.key)}) DO {f'UPDATE SET {kept}' if kept else 'NOTHING'}"
        )

    def _standing(self, connection: Connection, fund: str, rows: Sequence[Row]) -> dict[str, Row]:
        """The rows that stand under the keys of `rows`, by the name that the history gives them."""
        *shared, last = self.key
        # Lines of one revision share the columns before the last: these are one question.
        together: dict[tuple[Value, ...], list[Value]] = {}
        for row in rows:
            together.setdefault(tuple(row[name] for name in shared), []).append(row[last])
        return {
            self._id(row): row
            for of, values in together.items()
            for row in self.rows_of(connection, fund, last, values, **dict(zip(shared, of, strict=True)))
        }

    def update(self, connection: Connection, stamp: Stamp, old: Row, **changes: Value) -> None:
        """Change some columns of the row that stands as `old`."""
        new = {**old, **changes}
        connection.table(self.name).update((stamp.fund, *self.key_of(old).values()), dict(changes))
        remember(connection, stamp, self.name, [(self._id(old), old, new)])

    def remove(self, connection: Connection, stamp: Stamp, rows: Sequence[Row]) -> None:
        """Take `rows` away; their history stays."""
        conditions = " AND ".join(f"{name} = ?" for name in ("fund", *self.key))
        with _naming_faults(foreign="row_needed"):
            for row in rows:
                connection.execute(
                    f"DELETE FROM {self.name} WHERE {conditions}",  # noqa: S608 - names of our own
                    [stamp.fund, *self.key_of(row).values()],
                )
        remember(connection, stamp, self.name, [(self._id(row), row, None) for row in rows])

    def replace(self, connection: Connection, stamp: Stamp, rows: Sequence[Row], **where: Value) -> None:
        """Make `rows` all that there is where the columns equal `where`."""
        kept = {self._id(row) for row in rows}
        standing = self.rows(connection, stamp.fund, **where)
        self.remove(connection, stamp, [row for row in standing if self._id(row) not in kept])
        self.put(connection, stamp, rows)

    def _id(self, row: Row) -> str:
        return row_id(*self.key_of(row).values())
