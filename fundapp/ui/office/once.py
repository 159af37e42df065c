"""One-time passwords, shown to whoever hands them over and kept nowhere else."""

from collections.abc import Sequence

import streamlit as st

from fundapp.access.office import OneTimePassword
from fundapp.documents.said import said
from fundapp.text.catalogue import _, ngettext, pgettext
from fundapp.ui import components
from fundapp.ui.words import plain

_KEY = "office/one-time-passwords"


def remember(new: OneTimePassword) -> None:
    """Show it from the next run on, until it is put away."""
    earlier = [one for one in waiting() if one.person.id != new.person.id]
    st.session_state[_KEY] = (*earlier, new)


def waiting() -> tuple[OneTimePassword, ...]:
    """Those that were not put away yet."""
    found: tuple[OneTimePassword, ...] = st.session_state.get(_KEY, ())
    return found


def show() -> None:
    """The passwords to be handed over, and what to say with them."""
    found = waiting()
    if not found:
        return
    with st.container(border=True, key="one-time-passwords"):
        components.section(ngettext("Hand over {n} password", "Hand over {n} passwords", len(found)))
        st.markdown(
            plain(
                _(
                    "It is shown here once and stands nowhere else. Hand it over in person or by telephone. "
                    "At the first sign-in its owner chooses another."
                )
            )
        )
        st.table(_rows(found), hide_index=True, border="horizontal", alt=_("Who signs in with which name and password"))
        if st.button(_("I have noted them"), icon=":material/check:", key="noted"):
            st.session_state.pop(_KEY)
            st.rerun()


def _rows(found: Sequence[OneTimePassword]) -> list[dict[str, str]]:
    return [
        {
            pgettext("person", "Name"): plain(said(one.person.name)),
            _("Sign-in name"): plain(one.person.sign_in_name),
            _("Password"): f"**{plain(one.password)}**",
        }
        for one in found
    ]
