"""What the roles are called, and what each may do in a few words."""

from collections.abc import Iterable

import streamlit as st

from fundapp.basis.roles import Role
from fundapp.documents.said import listed
from fundapp.text.catalogue import N_, _, pgettext
from fundapp.ui.words import plain

ROLES: dict[Role, str] = {
    Role.VOTING: N_("Scores and votes, on a seat or as an alternate"),
    Role.MANAGER: N_("Keeps proposals and the fund's money"),
    Role.SECRETARIAT: N_("Keeps the meetings and the registers"),
    Role.LP: N_("Reads what was decided, and the figures"),
    Role.AUDITOR: N_("Reads everything, changes nothing"),
    Role.ADMINISTRATOR: N_("Keeps the accounts; sees no papers"),
}
"""Role -> what it may do (message id)."""


def role_name(role: Role) -> str:
    """What a role is called."""
    return {
        Role.VOTING: pgettext("role", "Committee member"),
        Role.MANAGER: pgettext("role", "Fund manager"),
        Role.SECRETARIAT: pgettext("role", "Secretariat"),
        Role.LP: pgettext("role", "Limited partner"),
        Role.AUDITOR: pgettext("role", "Auditor"),
        Role.ADMINISTRATOR: pgettext("role", "Administrator"),
    }[role]


def role_names(roles: Iterable[Role]) -> str:
    """Several roles in a row, in the order of the house."""
    held = set(roles)
    return listed([role_name(role) for role in Role if role in held])


def show_meanings() -> None:
    """Every role with what it may do, folded."""
    with st.expander(_("What each role may do")):
        lines = (_("{role}: {means}").format(role=role_name(role), means=_(means)) for role, means in ROLES.items())
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
