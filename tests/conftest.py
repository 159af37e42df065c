"""An installation with one person for every role, for the tests of the plain pages, the screens and the browser."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree

import pytest
from argon2 import PasswordHasher
from hypothesis import settings

from fundapp.access import accounts
from fundapp.basis.fact import Bilingual
from fundapp.basis.ids import uuid7
from fundapp.basis.roles import Actor, Role
from fundapp.demo_mark import DemoMark, DemoSignIn, write_mark
from fundapp.places import DATA_VARIABLE
from fundapp.store.database import Database
from fundapp.web import process

# No test asserts how long something takes: a busy machine is not a fault.
settings.register_profile("fundapp", deadline=None)
settings.load_profile("fundapp")

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""Hashing as weak as it can be: the strong one is tested in access, and costs 64 MiB and a tenth of a second."""


def person_id(role: Role) -> str:
    """The opaque id of the test person with this role."""
    return uuid7(1_700_000_000_000 + list(Role).index(role), bytes(10))


@pytest.fixture
def actors() -> dict[Role, Actor]:
    """Everyone of `peopled`, by role."""
    return {role: Actor(person=person_id(role), roles=frozenset({role})) for role in Role}


@pytest.fixture(scope="session")
def people_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one person for every role and no fund yet, marked as a demo. Copied, never changed."""
    folder = tmp_path_factory.mktemp("house") / "data"
    database = Database(folder)
    sign_ins = []
    for role in Role:
        name = Bilingual(ja=f"{role}さん", en=f"the {role}")
        password = f"password of the {role}"
        accounts.create_account(
            database,
            person=person_id(role),
            sign_in_name=role,
            name=name,
            organisation="",
            roles=frozenset({role}),
            password=password,
            by="setup",
            now=datetime.now(UTC),
            hasher=QUICK,
        )
        sign_ins.append(DemoSignIn(label=name, person=name, name=role, password=password, roles=frozenset({role})))
    database.close()
    write_mark(folder, DemoMark(built_on=date.today(), scenario="open", sign_ins=tuple(sign_ins)))
    return folder


@pytest.fixture
def peopled(people_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of this test's own, marked as a demo and served by this process."""
    folder = copytree(people_folder, tmp_path / "data")
    monkeypatch.setenv(DATA_VARIABLE, str(folder))
    yield folder
    monkeypatch.setenv(DATA_VARIABLE, str(folder))
    process.desk().database.close()
