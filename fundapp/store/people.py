"""People: accounts, sessions and tries to sign in. They belong to the installation, not to a fund."""

import json
from datetime import datetime

from fundapp.basis.days import instant_text
from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.roles import Role
from fundapp.record.out_table import OutTable, out_table
from fundapp.store.connection import Connection, IntegrityError, refuse
from fundapp.store.history import Row, Stamp, remember

INSTALLATION = ""
"""The fund under which the history keeps the changes of accounts."""


class Person(Fact):
    """A person with an account. The record knows the id alone."""

    id: Text
    sign_in_name: Text
    name: Bilingual
    organisation: Text
    roles: frozenset[Role]
    disabled: bool = False
    must_change_password: bool = False
    """True while the password is one that somebody else gave."""
    email: Text = ""
    """Where the office writes to; empty when it knows no address."""

    @property
    def administers(self) -> bool:
        """True for who keeps the accounts."""
        return Role.ADMINISTRATOR in self.roles and not self.disabled


class Session(Fact):
    """A sign-in that is still open, with the roles that its person has now."""

    person: Text
    roles: frozenset[Role]
    disabled: bool
    must_change_password: bool
    began_at: datetime
    seen_at: datetime


class Tries(Fact):
    """Wrong tries in a row for one name from one source."""

    tries: int
    last_at: datetime


_PERSON = (
    "SELECT person, sign_in_name, name_ja, name_en, organisation, roles, disabled, must_change_password, email"
    " FROM account"
)


def _roles(text: str) -> frozenset[Role]:
    return frozenset(map(Role, json.loads(text)))


def _roles_text(roles: frozenset[Role]) -> str:
    return json.dumps(sorted(roles))


def _people(connection: Connection, condition: str = "", *values: str) -> tuple[Person, ...]:
    return tuple(
        Person(
            id=person,
            sign_in_name=sign_in_name,
            name=Bilingual(ja=name_ja, en=name_en),
            organisation=organisation,
            roles=_roles(roles),
            disabled=bool(disabled),
            must_change_password=bool(must_change),
            email=email,
        )
        for person, sign_in_name, name_ja, name_en, organisation, roles, disabled, must_change, email in (
            connection.execute(f"{_PERSON} {condition} ORDER BY sign_in_name", values)
        )
    )


def people(connection: Connection) -> tuple[Person, ...]:
    """All people, by the name they sign in with."""
    return _people(connection)


def person(connection: Connection, person_id: str) -> Person | None:
    """One person, or None."""
    return next(iter(_people(connection, "WHERE person = ?", person_id)), None)


def is_last_administrator(connection: Connection, of: Person) -> bool:
    """True when nobody else keeps the accounts."""
    return of.administers and not any(one.administers for one in people(connection) if one.id != of.id)


def credentials(connection: Connection, sign_in_name: str) -> tuple[Person, str] | None:
    """The person who signs in with this name and the hash of the password, or None."""
    found = next(iter(_people(connection, "WHERE sign_in_name = ?", sign_in_name)), None)
    return (found, password_hash(connection, found.id)) if found else None


def password_hash(connection: Connection, person_id: str) -> str:
    """The hash of a person's password."""
    row = connection.execute("SELECT password_hash FROM account WHERE person = ?", [person_id]).fetchone()
    return str(row[0])


def people_table(connection: Connection) -> OutTable:
    """All people for the export: who the record's ids are, and nothing that they sign in with."""
    return out_table(
        "people",
        "person name_ja name_en organisation roles disabled",
        (
            (one.id, one.name.ja, one.name.en, one.organisation, sorted(one.roles), one.disabled)
            for one in people(connection)
        ),
    )


def add(connection: Connection, new: Person, hashed: str, *, by: str, at: str) -> None:
    """Add an account. Raises StoreRefusal sign_in_name_taken, also when the person has an account already."""
    try:
        connection.execute(
            "INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *(new.id, new.sign_in_name, new.name.ja, new.name.en, new.organisation),
                *(_roles_text(new.roles), hashed, int(new.disabled), int(new.must_change_password), new.email),
            ],
        )
    except IntegrityError:
        refuse("sign_in_name_taken", name=new.sign_in_name)
    _remember(connection, None, new, by=by, at=at)


def correct(connection: Connection, old: Person, new: Person, *, by: str, at: str) -> None:
    """Correct names, organisation, address, roles or the door of an account; id, sign-in name and password stay."""
    assert (old.id, old.sign_in_name) == (new.id, new.sign_in_name)
    connection.execute(
        "UPDATE account SET name_ja = ?, name_en = ?, organisation = ?, roles = ?, disabled = ?, email = ?"
        " WHERE person = ?",
        [new.name.ja, new.name.en, new.organisation, _roles_text(new.roles), int(new.disabled), new.email, new.id],
    )
    _remember(connection, old, new, by=by, at=at)


def remove(connection: Connection, gone: Person, *, by: str, at: str) -> None:
    """Delete an account whose sessions have ended; that it was, and what it was allowed, stays in the history."""
    connection.execute("DELETE FROM account WHERE person = ?", [gone.id])
    _remember(connection, gone, None, by=by, at=at)


def _remember(connection: Connection, old: Person | None, new: Person | None, *, by: str, at: str) -> None:
    # Names are a person's data and erasable, so the history of accounts keeps what was allowed, not who it was.
    named = new or old
    assert named is not None, "a change is of somebody"
    change = (named.id, _allowed(old) if old else None, _allowed(new) if new else None)
    remember(connection, Stamp(fund=INSTALLATION, actor=by, at=at), "account", [change])


def _allowed(of: Person) -> Row:
    return {
        "roles": _roles_text(of.roles),
        "disabled": int(of.disabled),
        "must_change_password": int(of.must_change_password),
    }


def set_password(connection: Connection, of: Person, hashed: str, *, must_change: bool, by: str, at: str) -> Person:
    """Give a person a new password. Who gave one to somebody else stays in the history."""
    connection.execute(
        "UPDATE account SET password_hash = ?, must_change_password = ? WHERE person = ?",
        [hashed, int(must_change), of.id],
    )
    new = of.model_copy(update={"must_change_password": must_change})
    if of.must_change_password or must_change:
        _remember(connection, of, new, by=by, at=at)
    return new


def set_password_hash(connection: Connection, person_id: str, hashed: str) -> None:
    """Replace the hash of the same password by a stronger one."""
    connection.execute("UPDATE account SET password_hash = ? WHERE person = ?", [hashed, person_id])


# Sessions


def begin_session(connection: Connection, token_sha256: str, person_id: str, now: datetime) -> None:
    """Open a session under the digest of its token."""
    at = instant_text(now)
    connection.execute("INSERT INTO session VALUES (?, ?, ?, ?)", [token_sha256, person_id, at, at])


def session(connection: Connection, token_sha256: str) -> Session | None:
    """The session of a token's digest, or None. Whether it is still good is judged in access."""
    row = connection.execute(
        "SELECT session.person, roles, disabled, must_change_password, began_at, seen_at"
        " FROM session JOIN account USING (person) WHERE token_sha256 = ?",
        [token_sha256],
    ).fetchone()
    if row is None:
        return None
    return Session(
        person=row[0],
        roles=_roles(row[1]),
        disabled=bool(row[2]),
        must_change_password=bool(row[3]),
        began_at=datetime.fromisoformat(row[4]),
        seen_at=datetime.fromisoformat(row[5]),
    )


def see_session(connection: Connection, token_sha256: str, now: datetime) -> None:
    """Note that a session was used."""
    connection.execute("UPDATE session SET seen_at = ? WHERE token_sha256 = ?", [instant_text(now), token_sha256])


def end_session(connection: Connection, token_sha256: str) -> None:
    """End one session."""
    connection.execute("DELETE FROM session WHERE token_sha256 = ?", [token_sha256])


def end_sessions(connection: Connection, person_id: str) -> None:
    """End all sessions of a person."""
    connection.execute("DELETE FROM session WHERE person = ?", [person_id])


def end_all_sessions(connection: Connection) -> None:
    """End every session of the installation."""
    connection.execute("DELETE FROM session")


def end_old_sessions(connection: Connection, *, began_before: datetime, seen_before: datetime) -> None:
    """End the sessions that are too old or were left too long."""
    connection.execute(
        "DELETE FROM session WHERE began_at < ? OR seen_at < ?",
        [instant_text(began_before), instant_text(seen_before)],
    )


# Visits


def visit(connection: Connection, person_id: str, now: datetime, *, away_since: datetime) -> None:
    """Note that a person is here. Who was last seen before `away_since` comes back: that time is remembered."""
    connection.execute(
        "INSERT INTO visit VALUES (?, ?, NULL) ON CONFLICT (person) DO UPDATE SET"
        " before_at = iif(seen_at < ?, seen_at, before_at), seen_at = excluded.seen_at",
        [person_id, instant_text(now), instant_text(away_since)],
    )


def last_visit(connection: Connection, person_id: str) -> datetime | None:
    """When a person was here before the present visit; None at the first."""
    row = connection.execute("SELECT before_at FROM visit WHERE person = ?", [person_id]).fetchone()
    return datetime.fromisoformat(row[0]) if row and row[0] else None


# Tries to sign in


def tries(connection: Connection, name_sha256: str, source: str) -> Tries | None:
    """The wrong tries in a row for a name from a source, or None."""
    row = connection.execute(
        "SELECT tries, last_at FROM sign_in_try WHERE name_sha256 = ? AND source = ?", [name_sha256, source]
    ).fetchone()
    return Tries(tries=row[0], last_at=datetime.fromisoformat(row[1])) if row else None


def most_tries(connection: Connection, since: datetime) -> dict[str, int]:
    """The digest of each name that was tried since then -> the most tries in a row from one source."""
    found = connection.execute(
        "SELECT name_sha256, max(tries) FROM sign_in_try WHERE last_at >= ? GROUP BY name_sha256", [instant_text(since)]
    )
    return dict(found.fetchall())


def count_try(connection: Connection, name_sha256: str, source: str, now: datetime) -> None:
    """Count one more try."""
    connection.execute(
        "INSERT INTO sign_in_try VALUES (?, ?, 1, ?) ON CONFLICT (name_sha256, source)"
        " DO UPDATE SET tries = tries + 1, last_at = excluded.last_at",
        [name_sha256, source, instant_text(now)],
    )


def forget_tries(connection: Connection, name_sha256: str, source: str | None = None) -> None:
    """Forget the tries for a name from one source; from every source when none is given."""
    connection.execute(
        "DELETE FROM sign_in_try WHERE name_sha256 = ? AND source = coalesce(?, source)", [name_sha256, source]
    )


def forget_old_tries(connection: Connection, before: datetime) -> None:
    """Forget tries that were made before a time."""
    connection.execute("DELETE FROM sign_in_try WHERE last_at < ?", [instant_text(before)])
