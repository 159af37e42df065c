"""What the tests of the office's pages share: accounts for the small fund's people, a page as a role sees it, PR-06."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import pytest
from argon2 import PasswordHasher
from small_fund import both
from streamlit.testing.v1 import AppTest

from fundapp.access import accounts, sessions
from fundapp.basis.roles import Actor, Role
from fundapp.committee.proposal import Company, Proposal
from fundapp.desk import Desk
from fundapp.places import ui_script
from fundapp.text.catalogue import use
from fundapp.ui import gate

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def open_accounts(desk: Desk, people: Iterable[Actor], *, emails: bool = False) -> None:
    """An account for each of them, under the own id; with an e-mail address if wished."""
    for one in people:
        accounts.create_account(
            desk.database,
            person=one.person,
            sign_in_name=one.person,
            name=both(one.person.title()),
            organisation="",
            roles=one.roles,
            password="a password of some length",
            email=f"{one.person}@fund.example" if emails else "",
            by="setup",
            now=datetime.now(UTC),
            hasher=QUICK,
        )


def opened(
    page: str,
    actors: Mapping[Role, Actor],
    monkeypatch: pytest.MonkeyPatch,
    role: Role = Role.SECRETARIAT,
    language: str = "en",
    **address: str,
) -> AppTest:
    """The page with this address, for somebody who has just signed in."""
    with gate.desk().database.write() as connection:
        token = sessions.begin(connection, actors[role].person, datetime.now(UTC))
    monkeypatch.setattr(gate, "session_token", lambda: token)
    # AppTest asks the widgets for their words in the test's own thread.
    use(language)
    screen = AppTest.from_file(ui_script(), default_timeout=60)
    screen.query_params["lang"] = language
    screen.run()
    screen.switch_page(page)
    for name, value in address.items():
        screen.query_params[name] = value
    screen.run()
    assert not screen.exception, screen.exception
    return screen


def turbine(proposal_id: str, company: str = "Furai Kobo") -> Proposal:
    """PR-06, as little as a proposal can be."""
    return Proposal(
        id=proposal_id,
        code="PR-06",
        name=both("Turbine"),
        company=Company(id="c", name=both(company)),
        ask_yen=60_000_000,
        instrument="common_shares",
        sector="energy",
        stage="early",
    )
