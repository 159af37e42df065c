"""Buttons that fetch a document from /download/. The document is made when it is asked for, by whoever asks."""

from urllib.parse import urlencode

import streamlit as st

from fundapp.basis.fact import Language


def download_button(label: str, kind: str, language: Language, *, primary: bool = False, **query: str) -> None:
    """A button for one document in one language."""
    address = f"/download/{kind}?{urlencode({**query, 'lang': language})}"
    st.link_button(label, address, icon=":material/download:", type="primary" if primary else "secondary")
