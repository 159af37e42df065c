"""Which language this session speaks: the address, else the reader's earlier choice, else the browser's own."""

import streamlit as st

from fundapp.basis.fact import Language
from fundapp.text.catalogue import language_of, use
from fundapp.web.languages import COOKIE, PARAMETER

_KEY = "language"


def _ours(code: str | None) -> Language | None:
    match code:
        case "ja":
            return "ja"
        case "en":
            return "en"
    return None


def speak() -> Language:
    """Set the language of this run. Every run is a new thread, so it is set again each time."""
    asked = _ours(st.query_params.get(PARAMETER))
    if asked:
        st.session_state[_KEY] = asked
    earlier = _ours(st.session_state.get(_KEY)) or _ours(st.context.cookies.get(COOKIE))
    language = asked or earlier or language_of(st.context.locale)
    use(language)
    return language


def keep_in_address() -> None:
    """Write a chosen language back into the address, which loses it when the reader turns to another page."""
    chosen = _ours(st.session_state.get(_KEY))
    if chosen and st.query_params.get(PARAMETER) != chosen:
        st.query_params[PARAMETER] = chosen
