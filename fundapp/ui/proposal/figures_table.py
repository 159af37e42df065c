"""A small table that prints, with its figures at the right."""

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
import streamlit as st


def figures_table(rows: Sequence[Mapping[str, str]], *, figures: Collection[str], about: str) -> None:
    """The rows as they are read, the columns named in `figures` right-aligned; `about` is for those who do not see."""
    frame = pd.DataFrame(list(rows))
    right = frame.style.set_properties(subset=list(figures), **{"text-align": "right"})
    st.table(right, border="horizontal", hide_index=True, alt=about)
