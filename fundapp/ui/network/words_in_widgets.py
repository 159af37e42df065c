"""The words that the framework writes into its own widgets in English alone, in the language spoken now."""

import json

import streamlit as st

from fundapp.text.catalogue import _

_ZONE = '[data-testid="stFileUploaderDropzone"]'
_NOTE = '[data-testid="stFileUploaderDropzoneInstructions"]'


def uploader_words() -> None:
    """Let the file uploaders on this page speak the reader's language."""
    # A CSS string is written like a JSON one, and our own catalogue's words hold no tag.
    choose, drop = (json.dumps(text, ensure_ascii=False) for text in (_("Choose a file"), _("or drop it here")))
    st.html(
        f"<style>{_ZONE} button p, {_NOTE} * {{font-size: 0}} {_ZONE} button p {{max-width: none}}"
        f"{_ZONE} button p::after {{content: {choose}; font-size: 16px}}"
        f"{_NOTE}::after {{content: {drop}; font-size: 16px}}</style>"
    )
