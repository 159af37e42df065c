"""What a reader sees when the program itself fails: a sentence and a number, never a traceback."""

import logging
import secrets

import streamlit as st

from fundapp.store.connection import StoreRefusal
from fundapp.text.catalogue import _
from fundapp.ui import refusal
from fundapp.ui.speech import speak

_log = logging.getLogger("fundapp")


def show_fault(error: Exception) -> bool:
    """Say that the page failed, log the cause under a short number, and keep the framework from showing it."""
    speak()
    if isinstance(error, StoreRefusal):
        refusal.show(error.refusal)
        return True
    number = secrets.token_hex(3)
    _log.error("fault %s", number, exc_info=error)
    st.error(
        _(
            "This page could not be drawn. What was saved is safe. Load it again; "
            "if that does not help, tell the office the number {number}."
        ).format(number=number),
        icon=":material/report:",
    )
    return True
