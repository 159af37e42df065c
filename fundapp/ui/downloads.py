"""Buttons that fetch a document from /download/. The document is made when it is asked for, by whoever asks."""

from urllib.parse import urlencode

import streamlit as st

from fundapp.basis.fact import Language
from fundapp.text.catalogue import _, language
from fundapp.web.plain_page import LANGUAGE_NAMES


def download_button(label: str, kind: str, spoken: Language, *, primary: bool = False, **query: str) -> None:
    """A button for one document in one language."""
    address = f"/download/{kind}?{urlencode({**query, 'lang': spoken})}"
    st.link_button(label, address, icon=":material/download:", type="primary" if primary else "secondary")


def copy_language(key: str) -> Language:
    """The language that the reader picks for a copy; the screen's own until then."""
    languages: list[Language] = ["ja", "en"]
    chosen = st.segmented_control(
        _("Language of the copy"),
        languages,
        default=language(),
        required=True,
        format_func=lambda code: LANGUAGE_NAMES[code],
        key=key,
    )
    return chosen or language()
