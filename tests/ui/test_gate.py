"""Every page checks the session and the role again."""

import pytest

from fundapp.basis.roles import Role
from fundapp.ui.desks import PAGES


def test_without_a_session_there_is_a_way_to_sign_in_and_nothing_else(visit):
    screen = visit("office/record", None)
    assert not screen.exception
    assert [one.value for one in screen.warning] == [
        "Your session has ended. What was saved is still there; sign in to go on."
    ]
    assert [one.url for one in screen.link_button] == ["/auth/sign-in"]
    assert not screen.title


@pytest.mark.parametrize("role", sorted(set(Role) - PAGES["office/record"].roles))
def test_a_page_of_another_role_cannot_be_reached(visit, role):
    try:
        screen = visit("office/record", role)
    except ValueError:
        return  # The navigation does not know the page at all.
    assert "Is the record unchanged?" not in [one.value for one in screen.title]
