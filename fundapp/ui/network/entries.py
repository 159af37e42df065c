"""Rows of a register as a readable list, each with the way to correct it."""

from collections.abc import Iterable

import streamlit as st

from fundapp.text.catalogue import _
from fundapp.ui import components
from fundapp.ui.forms import open_form
from fundapp.ui.words import plain

DONE, OPEN = ":material/check_circle:", ":material/error:"


def mark(done: bool, text: str) -> str:
    """A sign and its words, never the sign alone. Markdown."""
    return f"{DONE if done else OPEN} {plain(text)}"


def waiting(text: str) -> str:
    """A sign and its words for what is neither done nor late. Markdown."""
    return f":material/schedule: {plain(text)}"


def heading(title: str, add: str, kind: str, *, may: bool) -> None:
    """The title of a list, with the way to add to it for those who may."""
    with st.container(horizontal=True, vertical_alignment="center"):
        components.section(title)
        if may and st.button(add, type="primary", icon=":material/add:", key=f"add-{kind}"):
            open_form(kind)


def entries(kind: str, rows: Iterable[tuple[str, str]], *, may: bool, nothing: tuple[str, str]) -> None:
    """(id, Markdown) of each row as a card; `nothing` says that there is none yet and what to do first."""
    rows = tuple(rows)
    if not rows:
        components.empty_state(*nothing)
        return
    with st.grid(min_column_width=380, key=f"list-{kind}"):
        for row_id, text in rows:
            with st.container(border=True, height="stretch"):
                st.markdown(text)
                if may and st.button(_("Correct"), icon=":material/edit:", key=f"correct-{kind}-{row_id}"):
                    open_form(kind, row_id)
