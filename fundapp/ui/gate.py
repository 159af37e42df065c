"""Every page passes here first: who is at the desk, and may this person open the page?"""

from datetime import datetime

import streamlit as st

from fundapp.access import sessions
from fundapp.access.sessions import actor_of
from fundapp.basis.fact import Bilingual
from fundapp.basis.roles import Actor, Role
from fundapp.desk import Desk
from fundapp.text.catalogue import _
from fundapp.ui.desks import PAGES
from fundapp.web import process
from fundapp.web.session_cookie import COOKIE

_HERE = "gate/here"


def desk() -> Desk:
    """The one desk of this process."""
    return process.desk()


def session_token() -> str:
    """The session token that the browser brought when it connected."""
    token: str = st.context.cookies.get(COOKIE, "")
    return token


def actor() -> Actor:
    """Who is at the desk. The session is looked up at every run, since the socket outlives it; without one the run
    ends with a way to sign in.
    """
    found = actor_of(desk().database, session_token(), desk().now())
    if found is None:
        st.warning(
            _("Your session has ended. What was saved is still there; sign in to go on."), icon=":material/lock:"
        )
        st.link_button(_("Sign in"), "/auth/sign-in", type="primary")
        st.stop()
    return found


def last_visit(of: Actor) -> datetime | None:
    """When this person was here before the present visit; None at the first."""
    return sessions.last_visit(desk().database, of.person)


def name_of(person: str) -> Bilingual:
    """The name of a person; the opaque id once the account is erased."""
    known = desk().people().get(person)
    return known.name if known else Bilingual(ja=person, en=person)


def require(*roles: Role) -> Actor:
    """The person at the desk, who must have one of `roles`; anyone else is told so and the run ends."""
    found = actor()
    if not found.has(*roles):
        st.warning(_("This page is for another role. Nothing is wrong with your account."), icon=":material/info:")
        st.stop()
    return found


def enter(path: str) -> Actor:
    """The person at the desk, who must be one whom the table of desks lets open the page at `path`."""
    st.session_state[_HERE] = path
    return require(*PAGES[path].roles)


def here() -> str:
    """The page that was entered last; empty before any was."""
    path: str = st.session_state.get(_HERE, "")
    return path
