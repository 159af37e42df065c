"""Accounts: passwords by argon2id, and a wait that grows with wrong tries but never shuts a member out for good."""

import hashlib
import secrets
import threading
import unicodedata
from datetime import datetime, timedelta
from email.errors import HeaderParseError
from email.headerregistry import Address
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from fundapp.access import sessions
from fundapp.basis.days import instant_text
from fundapp.basis.fact import Bilingual, Fact
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.store import people
from fundapp.store.connection import StoreRefusal
from fundapp.store.database import Connection, Database
from fundapp.store.people import Person

HASHER = PasswordHasher()
"""argon2id with the parameters of RFC 9106's second recommendation (64 MiB, 3 passes, 4 lanes)."""

SHORTEST, LONGEST = 12, 256
"""Characters of a password."""

FREE_TRIES, LONGEST_WAIT_S = 3, 60
FORGET_TRIES_AFTER = timedelta(days=1)

# Each check takes 64 MiB, so a crowd at the door must not take the machine's memory.
_at_work = threading.BoundedSemaphore(2)


class SignedIn(Fact):
    """A sign-in that succeeded: the token for the browser's cookie, and who it is."""

    token: str
    person: Person


def folded(sign_in_name: str) -> str:
    """A sign-in name as it is compared: full-width and half-width, large and small letters are the same."""
    return unicodedata.normalize("NFKC", sign_in_name).strip().casefold()


def _typed(password: str) -> str:
    # Japanese input may leave full-width letters; NIST SP 800-63B asks to normalise before hashing.
    return unicodedata.normalize("NFKC", password)


def _hash(password: str, hasher: PasswordHasher) -> str:
    with _at_work:
        return hasher.hash(_typed(password))


def _matches(hashed: str, password: str, hasher: PasswordHasher) -> bool:
    with _at_work:
        try:
            return hasher.verify(hashed, _typed(password))
        except VerifyMismatchError:
            return False


def _fault_of(password: str) -> Refusal | None:
    if not SHORTEST <= len(_typed(password)) <= LONGEST:
        return Refusal.of("password_length", shortest=SHORTEST, longest=LONGEST)
    return None


def create_account(
    database: Database,
    *,
    person: str,
    sign_in_name: str,
    name: Bilingual,
    organisation: str,
    roles: frozenset[Role],
    password: str,
    by: str,
    now: datetime,
    email: str = "",
    must_change_password: bool = False,
    only_as_first: bool = False,
    hasher: PasswordHasher = HASHER,
) -> Person | Refusal:
    """A new account for the opaque id `person`; `only_as_first` while nobody has one.

    Refusals: person_name_empty, sign_in_name_empty, sign_in_name_taken, email_unclear, password_length, set_up_already.
    """
    new = Person(
        id=person,
        sign_in_name=folded(sign_in_name),
        name=name,
        organisation=organisation,
        roles=roles,
        must_change_password=must_change_password,
        email=_typed_address(email),
    )
    fault = _fault_of_names(new) or _fault_of(password)
    if fault:
        return fault
    hashed = _hash(password, hasher)
    try:
        with database.write() as connection:
            if only_as_first and people.people(connection):
                return Refusal.of("set_up_already")
            people.add(connection, new, hashed, by=by, at=instant_text(now))
    except StoreRefusal as stopped:
        return stopped.refusal
    return new


def _fault_of_names(new: Person) -> Refusal | None:
    if not new.name.ja.strip():
        return Refusal.of("person_name_empty")
    if not new.sign_in_name:
        return Refusal.of("sign_in_name_empty")
    return Refusal.of("email_unclear", email=new.email) if new.email and not is_address(new.email) else None


def is_address(text: str) -> bool:
    """True for what a mail server would take as one address (RFC 5322)."""
    try:
        return "@" in text and bool(Address(addr_spec=text).domain)
    except (HeaderParseError, ValueError, IndexError):
        return False


def _typed_address(email: str) -> str:
    # Japanese input may leave full-width letters here too.
    return unicodedata.normalize("NFKC", email).strip()


def change_account(
    database: Database,
    person: str,
    *,
    by: str,
    now: datetime,
    name: Bilingual | None = None,
    organisation: str | None = None,
    roles: frozenset[Role] | None = None,
    disabled: bool | None = None,
    email: str | None = None,
) -> Person | Refusal:
    """Correct an account; what is None stays. The roles hold from the next run; a disabled person is out at once.

    Refusals: person_unknown, person_name_empty, email_unclear, last_administrator.
    """
    address = None if email is None else _typed_address(email)
    given = {"name": name, "organisation": organisation, "roles": roles, "disabled": disabled, "email": address}
    with database.write() as connection:
        old = people.person(connection, person)
        if old is None:
            return Refusal.of("person_unknown")
        new = Person.model_validate(
            {**dict(old), **{field: value for field, value in given.items() if value is not None}}
        )
        fault = _fault_of_names(new)
        if fault:
            return fault
        if people.is_last_administrator(connection, old) and not new.administers:
            return Refusal.of("last_administrator")
        people.correct(connection, old, new, by=by, at=instant_text(now))
        if new.disabled:
            people.end_sessions(connection, person)
    return new


def set_password(
    database: Database,
    person: str,
    password: str,
    *,
    must_change: bool,
    by: str,
    now: datetime,
    hasher: PasswordHasher = HASHER,
) -> Person | Refusal:
    """Give a person a new password; all open sessions end. Refusals: password_length, person_unknown."""
    fault = _fault_of(password)
    if fault:
        return fault
    hashed = _hash(password, hasher)
    with database.write() as connection:
        known = people.person(connection, person)
        if known is None:
            return Refusal.of("person_unknown")
        new = people.set_password(connection, known, hashed, must_change=must_change, by=by, at=instant_text(now))
        people.end_sessions(connection, person)
    return new


def change_own_password(
    database: Database,
    of: Person,
    *,
    old: str,
    new: str,
    now: datetime,
    source: str,
    hasher: PasswordHasher = HASHER,
) -> SignedIn | Refusal:
    """A person's own choice of a password; all sessions end and a new one begins.

    `old` is not asked of one who must change: that password has just been used. Refusals: password_length,
    password_same, old_password_wrong, sign_in_wait (wrong tries count as at the door).
    """
    fault = _fault_of(new)
    if fault:
        return fault
    name_sha256 = _digest(of.sign_in_name)
    with database.write() as connection:
        refused = None if of.must_change_password else _too_soon(connection, name_sha256, source, now)
        if refused:
            return refused
        if not of.must_change_password:
            people.count_try(connection, name_sha256, source, now)
        hashed = people.password_hash(connection, of.id)
    if not of.must_change_password and not (len(old) <= LONGEST and _matches(hashed, old, hasher)):
        return Refusal.of("old_password_wrong")
    if _matches(hashed, new, hasher):
        return Refusal.of("password_same")
    replacement = _hash(new, hasher)
    with database.write() as connection:
        if people.password_hash(connection, of.id) != hashed:
            # The password was replaced while this one was being checked.
            return Refusal.of("old_password_wrong")
        known = people.set_password(connection, of, replacement, must_change=False, by=of.id, at=instant_text(now))
        people.forget_tries(connection, name_sha256, source)
        people.end_sessions(connection, of.id)
        return SignedIn(token=sessions.begin(connection, of.id, now), person=known)


def wait_s(wrong_tries: int) -> int:
    """Seconds to wait after so many wrong tries in a row: three are free, then 1, 2, 4 … up to 60 from the tenth."""
    if wrong_tries <= FREE_TRIES:
        return 0
    return min(LONGEST_WAIT_S, 1 << min(wrong_tries - FREE_TRIES - 1, 6))


def sign_in(
    database: Database,
    name: str,
    password: str,
    now: datetime,
    source: str,
    *,
    administrators_alone: bool = False,
    hasher: PasswordHasher = HASHER,
) -> SignedIn | Refusal:
    """Sign in from `source`, such as an address. Refusals: sign_in_wait (seconds), sign_in_wrong, and with
    `administrators_alone` password_for_administrator, told to whoever knows the password and to nobody else.

    An unknown name, a wrong password and a disabled account are answered alike and take equally long.
    """
    sign_in_name = folded(name)
    name_sha256 = _digest(sign_in_name)
    with database.write() as connection:
        refused = _too_soon(connection, name_sha256, source, now)
        if refused:
            return refused
        # Counted before the check, so that a hundred tries at once are a hundred tries.
        people.count_try(connection, name_sha256, source, now)
        known = people.credentials(connection, sign_in_name)
    hashed = known[1] if known else _dummy_hash(hasher)
    right = len(password) <= LONGEST and _matches(hashed, password, hasher)
    if not right or known is None or known[0].disabled:
        return Refusal.of("sign_in_wrong")
    person = known[0]
    if administrators_alone and Role.ADMINISTRATOR not in person.roles:
        return Refusal.of("password_for_administrator")
    renewed = _hash(password, hasher) if hasher.check_needs_rehash(hashed) else None
    with database.write() as connection:
        if people.password_hash(connection, person.id) != hashed:
            # The password was replaced while this one was being checked.
            return Refusal.of("sign_in_wrong")
        # Of this source alone: a member's own sign-in must not spare a guesser elsewhere the wait.
        people.forget_tries(connection, name_sha256, source)
        people.forget_old_tries(connection, now - FORGET_TRIES_AFTER)
        if renewed:
            people.set_password_hash(connection, person.id, renewed)
        return SignedIn(token=sessions.begin(connection, person.id, now), person=person)


def sign_in_by_provider(database: Database, sign_in_name: str, now: datetime) -> SignedIn | Refusal:
    """Sign in whom a provider has named; nobody gets an account by it. Refusals: provider_person_unknown.

    A password that somebody else gave is nobody's from then on: its person never used it.
    """
    with database.write() as connection:
        found = people.credentials(connection, folded(sign_in_name))
        if found is None or found[0].disabled:
            return Refusal.of("provider_person_unknown")
        person = found[0]
        if person.must_change_password:
            nobodys = _hash(secrets.token_urlsafe(32), HASHER)
            at = instant_text(now)
            person = people.set_password(connection, person, nobodys, must_change=False, by=person.id, at=at)
            people.end_sessions(connection, person.id)
        return SignedIn(token=sessions.begin(connection, person.id, now), person=person)


def _digest(sign_in_name: str) -> str:
    # A digest, because people type their password into the wrong field.
    return hashlib.sha256(sign_in_name.encode()).hexdigest()


def _too_soon(connection: Connection, name_sha256: str, source: str, now: datetime) -> Refusal | None:
    before = people.tries(connection, name_sha256, source)
    if before is None or now - before.last_at > FORGET_TRIES_AFTER:
        return None
    left = before.last_at + timedelta(seconds=wait_s(before.tries)) - now
    # A clock that was set back must not keep anybody waiting longer than the longest wait.
    seconds = min(LONGEST_WAIT_S, -(-left // timedelta(seconds=1)))
    return Refusal.of("sign_in_wait", seconds=seconds) if seconds > 0 else None


@cache
def _dummy_hash(hasher: PasswordHasher) -> str:
    """A hash of nobody's password, so that an unknown name takes as long as a known one."""
    return _hash(secrets.token_urlsafe(), hasher)


def let_in_again(database: Database, sign_in_name: str) -> None:
    """Forget the wrong tries for a name, so that its person need not wait. For the secretariat."""
    with database.write() as connection:
        people.forget_tries(connection, _digest(folded(sign_in_name)))


def waiting(database: Database, now: datetime) -> dict[str, int]:
    """Person -> wrong tries in a row, of those whom a next try may make wait."""
    with database.read() as connection:
        tried = people.most_tries(connection, now - FORGET_TRIES_AFTER)
        found = {one.id: tried.get(_digest(one.sign_in_name), 0) for one in people.people(connection)}
    return {person: tries for person, tries in found.items() if tries > FREE_TRIES}
