"""Help where one stands: every page says what it is for, to each who may open it."""

import pytest

from fundapp.basis.roles import Role
from fundapp.ui.desks import PAGES
from fundapp.ui.help import HELP, hints_for


def test_every_installed_page_has_its_help_and_no_other():
    assert {path for path, page in PAGES.items() if page.file.is_file()} - HELP.keys() == set()
    assert HELP.keys() - PAGES.keys() == set()


@pytest.mark.parametrize("path", HELP)
def test_whoever_may_open_a_page_is_told_how_to_use_it(path):
    told = {role: hints_for(path, frozenset({role})) for role in PAGES[path].roles}
    assert {role for role, hints in told.items() if len(hints) < 2} == set()


def test_hints_for_other_roles_stay_away():
    assert "Freeze the facts" not in " ".join(hints_for("committee/meeting", frozenset({Role.VOTING})))
    assert "Freeze the facts" in " ".join(hints_for("committee/meeting", frozenset({Role.SECRETARIAT})))


def test_an_unknown_page_has_no_help():
    assert hints_for("today/nowhere", frozenset({Role.VOTING})) == ()
