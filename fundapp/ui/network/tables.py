"""Tables to search, sort and export on the manager's pages: figures grouped and at the right, gaps left blank."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

Rows = Sequence[Mapping[str, Any]]


def table(rows: Rows, *, about: str, key: str) -> None:
    """The rows as a table; `about` says in a sentence what it shows, for those who do not see it."""
    figures = {
        header: st.column_config.NumberColumn(format="localized")
        for header in (rows[0] if rows else ())
        if any(isinstance(row[header], int) for row in rows)
    }
    st.dataframe(list(rows), hide_index=True, placeholder="", column_config=figures, alt=about, key=key)
