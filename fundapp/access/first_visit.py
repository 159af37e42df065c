"""The first visit to an empty data folder: a link that is used once, so that nobody else can take the fund over."""

import hmac
import secrets
from datetime import datetime
from pathlib import Path

from argon2 import PasswordHasher

from fundapp.access import accounts
from fundapp.access.accounts import HASHER
from fundapp.access.secret import write_private
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.places import set_up_token
from fundapp.store import people
from fundapp.store.connection import refusing
from fundapp.store.database import Database
from fundapp.store.people import Person


def nobody_yet(database: Database) -> bool:
    """True while nobody has an account."""
    with database.read() as connection:
        return not people.people(connection)


def prepare(database: Database) -> None:
    """Have the link's token ready while nobody has an account; take it away once somebody has."""
    path = set_up_token(database.folder)
    with refusing():
        if not nobody_yet(database):
            # Looked for first: a folder that cannot be written is still served to its readers.
            if path.exists():
                path.unlink(missing_ok=True)
        elif not path.exists():
            write_private(path, secrets.token_urlsafe(32).encode())


def fault_of(database: Database, token: str) -> Refusal | None:
    """Why the link does not open the set-up, or None. Refusals: set_up_already, set_up_link_wrong."""
    if not nobody_yet(database):
        return Refusal.of("set_up_already")
    return None if _is_right(set_up_token(database.folder), token) else Refusal.of("set_up_link_wrong")


def _is_right(path: Path, token: str) -> bool:
    with refusing():
        right = path.read_bytes() if path.is_file() else b""
    return bool(right) and hmac.compare_digest(right, token.encode())


def open_first_account(
    database: Database,
    token: str,
    *,
    person: str,
    sign_in_name: str,
    name: Bilingual,
    password: str,
    now: datetime,
    hasher: PasswordHasher = HASHER,
) -> Person | Refusal:
    """The administrator's account, while nobody has one; the link is worth nothing afterwards.

    Refusals: set_up_already, set_up_link_wrong, and those of `create_account`.
    """
    fault = fault_of(database, token)
    if fault:
        return fault
    made = accounts.create_account(
        database,
        person=person,
        sign_in_name=sign_in_name,
        name=name,
        organisation="",
        roles=frozenset({Role.ADMINISTRATOR}),
        password=password,
        by=person,
        now=now,
        only_as_first=True,
        hasher=hasher,
    )
    if not isinstance(made, Refusal):
        prepare(database)
    return made
