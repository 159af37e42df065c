"""Where one stands in the directory: the list, one member, or a form over either. The address says it."""

import streamlit as st

from fundapp.ui import forms
from fundapp.ui.ways import PART

MEMBER = "member"


def member_open() -> str:
    """The id of the member whose page is open, or an empty text."""
    return st.query_params.get(MEMBER, "")


def part_open() -> str:
    """Which part of the directory the address names, or an empty text."""
    return st.query_params.get(PART, "")


def turn_to(part: str) -> None:
    """Keep in the address which part is looked at: one comes back to it from a form or a member."""
    if part_open() != part:
        st.query_params[PART] = part


def open_member(member_id: str) -> None:
    """Open one member."""
    forms.close_form()
    st.query_params[MEMBER] = member_id
    st.rerun()


def close_form() -> None:
    """Back to what lies under the form."""
    forms.close_form()
    st.rerun()


def to_list() -> None:
    """Back to the list."""
    forms.close_form()
    if MEMBER in st.query_params:
        del st.query_params[MEMBER]
    st.rerun()
