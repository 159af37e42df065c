"""Where one stands in the directory: the list, one member, or a form over either. The address says it."""

import streamlit as st

from fundapp.ui.ways import PART

MEMBER, FORM = "member", "form"


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


def form_open() -> tuple[str, str]:
    """Which form is open and for which row; ("", "") for none."""
    kind, _colon, row = st.query_params.get(FORM, "").partition(":")
    return kind, row


def open_member(member_id: str) -> None:
    """Open one member."""
    _leave_forms()
    st.query_params[MEMBER] = member_id
    st.rerun()


def open_form(kind: str, row: str = "") -> None:
    """Open a form over the list or the member."""
    st.query_params[FORM] = f"{kind}:{row}"
    st.rerun()


def close_form() -> None:
    """Back to what lies under the form."""
    _leave_forms()
    st.rerun()


def to_list() -> None:
    """Back to the list."""
    _leave_forms()
    if MEMBER in st.query_params:
        del st.query_params[MEMBER]
    st.rerun()


def _leave_forms() -> None:
    if FORM in st.query_params:
        del st.query_params[FORM]
