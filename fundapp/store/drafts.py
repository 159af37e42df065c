"""Drafts: what a person is typing, seen by that person alone, gone when it is submitted or locked."""

from fundapp.basis.fact import Fact, Text
from fundapp.store.connection import Connection, refuse


class Draft(Fact):
    """An unfinished form. `nonce` stays the same while it is typed and becomes the id of the command."""

    key: Text
    version: int
    nonce: Text
    data: Text
    """JSON text of the form."""
    saved_at: Text


class DraftChanged(Fact):
    """Nothing was saved: the draft is not what the form last saw. `current` is what stands; None when it is gone."""

    current: Draft | None


def read(connection: Connection, *, fund: str, person: str, key: str) -> Draft | None:
    """The draft of `person` under `key`, or None."""
    row = connection.execute(
        "SELECT key, version, nonce, data, saved_at FROM draft WHERE fund = ? AND person = ? AND key = ?",
        [fund, person, key],
    ).fetchone()
    return Draft.model_validate(dict(zip(Draft.model_fields, row, strict=True))) if row else None


def keys(connection: Connection, *, fund: str, person: str) -> tuple[str, ...]:
    """The keys of the drafts of `person`."""
    found = connection.execute("SELECT key FROM draft WHERE fund = ? AND person = ? ORDER BY key", [fund, person])
    return tuple(row[0] for row in found)


def save(
    connection: Connection, *, fund: str, person: str, key: str, expected: int, nonce: str, data: str, at: str
) -> Draft | DraftChanged:
    """Save over version `expected` of the form `nonce`; 0 begins a draft.

    The nonce is compared too: a draft that was submitted and begun anew may have reached the same version.
    """
    if "\0" in data:
        refuse("text_holds_nul")
    current = read(connection, fund=fund, person=person, key=key)
    seen = (current.version, current.nonce) if current else (0, nonce)
    if seen != (expected, nonce):
        return DraftChanged(current=current)
    saved = Draft(key=key, version=expected + 1, nonce=nonce, data=data, saved_at=at)
    connection.execute(
        "INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (fund, person, key)"
        " DO UPDATE SET version = excluded.version, data = excluded.data, saved_at = excluded.saved_at",
        [fund, person, key, saved.version, nonce, data, at],
    )
    return saved


def drop(connection: Connection, *, fund: str, person: str, key: str) -> None:
    """Delete a draft, if there is one: it was submitted or given up."""
    connection.execute("DELETE FROM draft WHERE fund = ? AND person = ? AND key = ?", [fund, person, key])


def drop_of_all(connection: Connection, *, fund: str, key: str) -> None:
    """Delete the drafts of every person under `key`: what they were for is locked."""
    connection.execute("DELETE FROM draft WHERE fund = ? AND key = ?", [fund, key])
