"""Which form of a page is open. It stands in the address, so that a reload keeps it."""

from collections.abc import Mapping

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.record.command import Command
from fundapp.record.permissions import may

FORM = "form"
NO_FORM = ("", "")


def form_open(actor: Actor, forms: Mapping[str, type[Command]]) -> tuple[str, str]:
    """Which of `forms` is open, and for which row. `forms` names the command that each gives.

    NO_FORM for none, and for one that this person may not send: whoever typed its address would fill it in for nothing.
    """
    kind, _colon, row = st.query_params.get(FORM, "").partition(":")
    return (kind, row) if kind in forms and may(actor, forms[kind]) else NO_FORM


def open_form(kind: str, row: str = "") -> None:
    """Open a form instead of what the page shows."""
    st.query_params[FORM] = f"{kind}:{row}"
    st.rerun()


def close_form() -> None:
    """No form is open from the next run on."""
    if FORM in st.query_params:
        del st.query_params[FORM]
