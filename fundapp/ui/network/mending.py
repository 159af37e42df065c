"""Rejected rows of a table, corrected where they stand, so that nobody has to go back to the file for one cell."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.network.columns import ColumnMapping
from fundapp.text.catalogue import _
from fundapp.text.network_words import words
from fundapp.ui.network.uploads import Upload, corrected

MOST_ROWS = 200


def mend(upload: Upload, mapping: ColumnMapping, rejected: Sequence[tuple[int, Problem]], key: str) -> None:
    """An open table of the rejected rows; its button reads the whole table again with the cells as corrected."""
    if not rejected:
        return
    names = words("bill_column")
    columns = [(column, names[role]) for role, column in mapping.columns if role in names]
    places = {number: at for at, number in enumerate(upload.grid.row_numbers)}
    rows = [places[number] for number, _problem in rejected[:MOST_ROWS]]
    with st.expander(_("Correct them here"), icon=":material/edit:", key=upload.widget("mend")):
        shown = pd.DataFrame(
            {name: [upload.grid.rows[at][column] for at in rows] for column, name in columns},
            index=[upload.grid.row_numbers[at] for at in rows],
        )
        edited = st.data_editor(
            shown,
            num_rows="fixed",
            column_config={"_index": st.column_config.NumberColumn(_("Row"), format="%d")},
            placeholder="",
            alt=_("Rows that are not recorded, to be corrected"),
            key=upload.widget("mended"),
        )
        if st.button(_("Read the corrected rows"), icon=":material/refresh:", key=upload.widget("mend-read")):
            grid = upload.grid
            for position, at in enumerate(rows):
                for column, name in columns:
                    text = edited[name].iloc[position]
                    grid = grid.with_cell(at, column, str(text).strip() if isinstance(text, str) else "")
            corrected(key, upload, grid)
