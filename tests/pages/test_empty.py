"""A fund that was set up and holds nothing yet: every page opens, and says what is not there and what to do first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fundapp.basis.roles import Role
from fundapp.ui.desks import PAGES
from tests.pages.small_fund import SmallFund, established, open_as, texts

WRITES, READS = ("secretariat", "manager", "administrator", "a"), ("lp", "auditor", "a", "administrator")
ROLES = {"a": Role.VOTING}


def first(persons: tuple[str, ...], path: str) -> str:
    """The first of these persons who may open the page."""
    return next(one for one in persons if (ROLES.get(one) or Role(one)) in PAGES[path].roles)


VISITS = sorted(
    {(path, first(persons, path)) for path in PAGES for persons in (WRITES, READS) if path != "committee/paper"}
)


@pytest.fixture(scope="module")
def fund(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallFund]:
    folder: Path = tmp_path_factory.mktemp("empty")
    made = established(folder)
    yield made
    made.desk.database.close()


@pytest.mark.parametrize(("path", "person"), VISITS)
def test_a_page_with_nothing_on_it_says_so(
    fund: SmallFund, monkeypatch: pytest.MonkeyPatch, path: str, person: str
) -> None:
    screen = open_as(fund, person, path, monkeypatch)
    assert not screen.exception
    assert not screen.error
    assert len(screen.title) == 1
    told = texts(screen)
    assert len(told.splitlines()) > 1
    assert "None" not in told
    assert "nan" not in told.split()


@pytest.mark.parametrize(
    ("path", "person", "said"),
    [
        ("today/home", "secretariat", "No proposal is registered yet"),
        ("committee/proposals", "manager", "No proposal is registered yet."),
        ("network/directory", "secretariat", "No member is registered yet."),
        ("fund/calls", "manager", "No capital has been called yet, of JPY 500m"),
    ],
)
def test_what_comes_first_is_named(
    fund: SmallFund, monkeypatch: pytest.MonkeyPatch, path: str, person: str, said: str
) -> None:
    assert said in texts(open_as(fund, person, path, monkeypatch))
