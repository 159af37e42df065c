from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from fundapp.access.accounts import create_account
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.store.database import Database
from fundapp.store.people import Person


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def hasher() -> PasswordHasher:
    """The cheapest argon2id there is: what is tested is the door, not the lock's strength."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 4, 1, 9, tzinfo=UTC)


@pytest.fixture
def create(database: Database, now: datetime, hasher: PasswordHasher) -> Callable[..., Person | Refusal]:
    def account(**changed: object) -> Person | Refusal:
        given = {
            "person": "p1",
            "sign_in_name": "anna",
            "name": Bilingual(ja="杏奈", en="Anna"),
            "organisation": "TLO",
            "roles": frozenset({Role.VOTING}),
            "password": "correct horse battery",
            "by": "p0",
            "now": now,
            "hasher": hasher,
        }
        return create_account(database, **{**given, **changed})

    return account
