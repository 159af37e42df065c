"""The matrix role x page, cell by cell."""

import pytest

from fundapp.basis.roles import Role
from fundapp.ui.desks import DESKS, PAGES, open_to

V, M, S, L, A, X = Role.VOTING, Role.MANAGER, Role.SECRETARIAT, Role.LP, Role.AUDITOR, Role.ADMINISTRATOR

MATRIX = {
    "today/home": {V, M, S, L, A, X},
    "today/guide": {V, M, S, L, A, X},
    "committee/proposals": {V, M, S, A},
    "committee/proposal": {V, M, S, A},
    "committee/score": {V},
    "committee/paper": {S},
    "committee/meeting": {V, M, S, A},
    "committee/circulation": {V, M, S, A},
    "committee/replay": {V, M, S, A},
    "committee/minutes": {V, M, S, A},
    "network/needs": {V, M, S, A},
    "network/sourcing": {V, M, S, A},
    "network/directory": {V, M, S, A},
    "network/partners": {V, M, S, A},
    "fund/commitments": {V, M, S, A, L},
    "fund/investment": {V, M, S, A},
    "fund/board": {V, M, S, A, L},
    "fund/calls": {V, M, S, A, L},
    "fund/fees": {M, S, A},
    "fund/portfolio": {V, M, S, A, L},
    "fund/returns": {V, M, S, A, L},
    "fund/forecast": {V, M, S, A, L},
    "fund/reports": {V, M, S, A, L},
    "fund/journal": {M, S, A},
    "fund/opening": {V, M, S, A},
    "followup/obligations": {V, M, S, A, L},
    "followup/outcomes": {V, M, S, A, L},
    "office/rubrics": {V, M, S, A, X},
    "office/workshop": {V, M, S, A},
    "office/setup": {X},
    "office/people": {X, S},
    "office/record": {M, S, A, X},
}


def test_the_matrix_is_as_agreed():
    assert {path: set(page.roles) for path, page in PAGES.items()} == MATRIX


@pytest.mark.parametrize("role", Role)
def test_a_role_sees_its_installed_pages_alone(role):
    seen = {page.path for desk in open_to(frozenset({role})) for page in desk.pages}
    assert seen == {path for path, roles in MATRIX.items() if role in roles and PAGES[path].file.is_file()}


def test_two_roles_see_the_pages_of_both():
    both = {page.path for desk in open_to(frozenset({V, X})) for page in desk.pages}
    each = {page.path for role in (V, X) for desk in open_to(frozenset({role})) for page in desk.pages}
    assert both == each


def test_addresses_are_unique():
    names = [page.name for desk in DESKS for page in desk.pages]
    assert len(names) == len(set(names))
