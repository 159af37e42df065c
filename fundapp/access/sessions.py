"""Sessions: an opaque token in the browser, its digest in the store, checked at every run."""

import hashlib
import secrets
from datetime import datetime, timedelta

from fundapp.basis.roles import Actor
from fundapp.store import people
from fundapp.store.connection import Connection, StoreRefusal
from fundapp.store.database import Database
from fundapp.store.people import Person, Session

LONGEST = timedelta(hours=12)
IDLE = timedelta(hours=4)
AWAY = timedelta(hours=1)
"""Who was not seen for so long comes back. A new sign-in within the hour is the same visit."""
NOTE_EVERY = timedelta(minutes=5)
"""A session's use is written down at most this often, so that reading a page does not mean writing."""

_TOKEN_LENGTH = 43
"""Characters of 32 random bytes in URL-safe base64."""


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def begin(connection: Connection, person: str, now: datetime) -> str:
    """Open a session and return its token, which is stored nowhere. Old sessions are cleared away."""
    people.end_old_sessions(connection, began_before=now - LONGEST, seen_before=now - IDLE)
    token = secrets.token_urlsafe(32)
    people.begin_session(connection, _digest(token), person, now)
    people.visit(connection, person, now, away_since=now - AWAY)
    return token


def actor_of(database: Database, token: str, now: datetime) -> Actor | None:
    """The actor behind a token, with the roles of this moment; None when the session is over or the door is closed.

    A session ends 12 hours after the sign-in, or after 4 hours without use. Who still has a password that somebody else
    gave is nobody's actor yet: it opens the page for choosing another, and nothing of the fund.
    """
    session = _open_session(database, token, now)
    if session is None or session.must_change_password:
        return None
    return Actor(person=session.person, roles=session.roles)


def person_of(database: Database, token: str, now: datetime) -> Person | None:
    """The person behind a token, also one who must choose a password first; None when the session is over."""
    session = _open_session(database, token, now)
    if session is None:
        return None
    with database.read() as connection:
        return people.person(connection, session.person)


def _open_session(database: Database, token: str, now: datetime) -> Session | None:
    if len(token) != _TOKEN_LENGTH or not token.isascii():
        return None
    digest = _digest(token)
    with database.read() as connection:
        session = people.session(connection, digest)
    if session is None or session.disabled:
        return None
    if now - session.began_at >= LONGEST or now - session.seen_at >= IDLE:
        return None
    if now - session.seen_at >= NOTE_EVERY:
        _note(database, digest, session.person, now)
    return session


def _note(database: Database, digest: str, person: str, now: datetime) -> None:
    try:
        with database.write() as connection:
            people.see_session(connection, digest, now)
            people.visit(connection, person, now, away_since=now - AWAY)
    except StoreRefusal:
        # A full disk must not shut people out: they can still read, and the session lapses by its last noted use.
        return


def last_visit(database: Database, person: str) -> datetime | None:
    """When a person was here before the present visit; None at the first."""
    with database.read() as connection:
        return people.last_visit(connection, person)


def sign_out(database: Database, token: str) -> None:
    """End the session of a token; an unknown token is no fault."""
    with database.write() as connection:
        people.end_session(connection, _digest(token))


def sign_out_everywhere(database: Database, person: str) -> None:
    """End all sessions of a person."""
    with database.write() as connection:
        people.end_sessions(connection, person)
