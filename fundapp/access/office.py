"""The office's work on accounts: adding, correcting, new passwords, letting in. Who may do it is asked here."""

import secrets
from datetime import datetime

from argon2 import PasswordHasher

from fundapp.access import accounts, sessions
from fundapp.access.accounts import HASHER
from fundapp.basis.fact import Bilingual, Fact
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.store import people
from fundapp.store.database import Database
from fundapp.store.people import Person

KEEPERS = frozenset({Role.ADMINISTRATOR})
LET_IN = frozenset({Role.ADMINISTRATOR, Role.SECRETARIAT})

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without the letters and figures that look alike on paper."""
_GROUPS, _GROUP_LENGTH = 4, 4


class OneTimePassword(Fact):
    """A password to be handed over: it opens the door once, then its person chooses another."""

    person: Person
    password: str


def _new_password() -> str:
    """Sixteen letters in groups of four: 79 bits, and easy to read out."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP_LENGTH)) for _ in range(_GROUPS))


def add_person(
    database: Database,
    by: Actor,
    *,
    person: str,
    sign_in_name: str,
    name: Bilingual,
    organisation: str,
    roles: frozenset[Role],
    now: datetime,
    email: str = "",
    hasher: PasswordHasher = HASHER,
) -> OneTimePassword | Refusal:
    """A new account with a one-time password. Refusals: not_permitted, role_missing, and those of `create_account`."""
    fault = _fault(by, KEEPERS) or _fault_of_roles(roles)
    if fault:
        return fault
    password = _new_password()
    made = accounts.create_account(
        database,
        person=person,
        sign_in_name=sign_in_name,
        name=name,
        organisation=organisation,
        roles=roles,
        password=password,
        by=by.person,
        now=now,
        email=email,
        must_change_password=True,
        hasher=hasher,
    )
    return made if isinstance(made, Refusal) else OneTimePassword(person=made, password=password)


def correct_person(
    database: Database,
    by: Actor,
    person: str,
    *,
    now: datetime,
    name: Bilingual | None = None,
    organisation: str | None = None,
    roles: frozenset[Role] | None = None,
    disabled: bool | None = None,
    email: str | None = None,
) -> Person | Refusal:
    """Correct names, organisation, address, roles or the door.

    Refusals: not_permitted, role_missing, and those of `change_account`.
    """
    fault = _fault(by, KEEPERS) or (None if roles is None else _fault_of_roles(roles))
    if fault:
        return fault
    return accounts.change_account(
        database,
        person,
        by=by.person,
        now=now,
        name=name,
        organisation=organisation,
        roles=roles,
        disabled=disabled,
        email=email,
    )


def reset_password(
    database: Database, by: Actor, person: str, *, now: datetime, hasher: PasswordHasher = HASHER
) -> OneTimePassword | Refusal:
    """A one-time password in place of a forgotten one; all sessions of the person end. Refusal: not_permitted."""
    fault = _fault(by, KEEPERS)
    if fault:
        return fault
    password = _new_password()
    reset = accounts.set_password(database, person, password, must_change=True, by=by.person, now=now, hasher=hasher)
    return reset if isinstance(reset, Refusal) else OneTimePassword(person=reset, password=password)


def end_sessions(database: Database, by: Actor, person: str) -> Refusal | None:
    """Sign a person out everywhere. Refusal: not_permitted."""
    fault = _fault(by, KEEPERS)
    if fault is None:
        sessions.sign_out_everywhere(database, person)
    return fault


def let_in_again(database: Database, by: Actor, person: str) -> Refusal | None:
    """End the wait of a person after wrong tries. Refusals: not_permitted, person_unknown."""
    fault = _fault(by, LET_IN)
    if fault:
        return fault
    with database.read() as connection:
        known = people.person(connection, person)
    if known is None:
        return Refusal.of("person_unknown")
    accounts.let_in_again(database, known.sign_in_name)
    return None


def _fault(by: Actor, roles: frozenset[Role]) -> Refusal | None:
    return None if by.has(*roles) else Refusal.of("not_permitted")


def _fault_of_roles(roles: frozenset[Role]) -> Refusal | None:
    return None if roles else Refusal.of("role_missing")
