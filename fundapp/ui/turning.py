"""Turning to the next step of a long form, so that the reader begins at its top.

The browser keeps its place when a page is drawn anew. A short page in between lets it fall back to the top.
"""

import streamlit as st

from fundapp.ui.fragments import fragment

_TURNING = "turning"
_DRAWN = "turning-drawn"
BLINK_S = 0.1
"""How long the short page stands: enough for the browser to draw it, too short to be read."""


def turn() -> None:
    """Leave this step; the next run is the short page."""
    st.session_state[_TURNING] = True
    st.rerun()


def turning() -> bool:
    """True in the run that is the short page: the caller draws nothing more."""
    if not st.session_state.pop(_TURNING, False):
        return False
    st.session_state[_DRAWN] = False
    _go_on()
    return True


@fragment(every_seconds=BLINK_S)
def _go_on() -> None:
    if st.session_state.get(_DRAWN):
        st.rerun(scope="app")
    st.session_state[_DRAWN] = True
