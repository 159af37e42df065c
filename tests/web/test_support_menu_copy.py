"""Who may download the support menu: each role, each copy."""

import pytest
from small_fund import Clock, SmallFund

from fundapp.basis.roles import Role
from fundapp.web import process

READERS = {
    "committee": {Role.VOTING, Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR},
    "company": {Role.MANAGER, Role.SECRETARIAT},
}


@pytest.fixture
def fund(peopled) -> SmallFund:
    fund = SmallFund(process.desk(), Clock())
    fund.found()
    fund.proposal("PR-1")
    return fund


@pytest.mark.parametrize("audience", READERS)
def test_each_copy_is_for_its_readers_alone(fund, visitor, audience):
    got = {}
    for role in Role:
        browser = visitor()
        browser.post("/auth/sign-in", {"card": role})
        got[role] = browser.get(f"/download/support-menu-{audience}?proposal=PR-1&lang=ja")
    assert {role for role, answer in got.items() if answer.status == 200} == READERS[audience]
    assert {answer.status for role, answer in got.items() if role not in READERS[audience]} == {404}
    given = got[Role.SECRETARIAT]
    assert given.headers["content-type"] == "application/pdf"
    assert f"support-menu-PR-1-{audience}-" in given.headers["content-disposition"]
    assert given.body == got[Role.MANAGER].body
    assert given.body.startswith(b"%PDF-")


def test_there_is_none_of_an_unknown_proposal(fund, visitor):
    browser = visitor()
    browser.post("/auth/sign-in", {"card": Role.SECRETARIAT})
    assert browser.get("/download/support-menu-committee?proposal=PR-9").status == 404
    assert browser.get("/download/support-menu-committee").status == 404
