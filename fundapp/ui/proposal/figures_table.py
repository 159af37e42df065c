"""A small table that prints, with its figures at the right."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st


def figures_table(rows: Sequence[Mapping[str, str | int]], *, about: str) -> None:
    """The rows as they are read; whole numbers stand at the right. `about` is for those who do not see."""
    frame = pd.DataFrame(list(rows)).style.format(thousands=",")
    st.table(frame, border="horizontal", hide_index=True, alt=about)
