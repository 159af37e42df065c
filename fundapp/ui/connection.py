"""What a reader sees while the server cannot be reached: our words over the framework's, which knows English alone."""

import json

import streamlit as st

from fundapp.text.catalogue import _

# Our own windows hold drawn elements; the framework's message does not.
_CUT_OFF = 'body:has(.stApp:not([data-test-connection-state="CONNECTED"]))'
_WINDOW = f'{_CUT_OFF} [data-testid="stDialog"] section:not(:has([data-testid="stVerticalBlock"]))'


def words() -> None:
    """Keep the words ready in the reader's language: once the connection is lost it is too late to send them."""
    # A CSS string is written like a JSON one, and our own catalogue's words hold no tag.
    title, text = (
        json.dumps(one, ensure_ascii=False)
        for one in (
            _("The connection is lost"),
            _("What was saved is safe. This page goes on by itself as soon as the connection is back."),
        )
    )
    st.html(
        f"<style>{_WINDOW} h2, {_WINDOW} h2 + div * {{font-size: 0}}"
        f"{_WINDOW} h2::after {{content: {title}; font-size: 24px}}"
        f"{_WINDOW} h2 + div::after {{content: {text}; font-size: 18px}}</style>"
    )
