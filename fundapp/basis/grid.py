"""A table as it came from outside: plain text in rows and columns, before anyone says what a column means."""

from typing import Literal

from fundapp.basis.fact import Fact, Text

GridForm = Literal["table", "list"]


class Grid(Fact):
    """The filled rows of one table. Each row has the same width; `row_numbers` are those that a spreadsheet shows."""

    rows: tuple[tuple[Text, ...], ...]
    row_numbers: tuple[int, ...]
    encoding: Text = ""
    delimiter: Text = ""
    sheet: Text = ""
    sheets: tuple[Text, ...] = ()
    """Names of all visible sheets, so that the reader can choose another one."""
    form: GridForm = "table"
    """A list has two columns: the level of an item, empty for what is none, and its text."""
    indents: tuple[tuple[int, int, int], ...] = ()
    """(position of the row, column, blanks before the text), where a text is moved to the right."""
    merged: tuple[tuple[int, int, int], ...] = ()
    """(position of the first row, of the last row, column) of cells merged downwards; the first holds the text."""
    hidden: tuple[int, ...] = ()
    """Numbers of rows that the spreadsheet does not show. They are read like all others."""

    def with_cell(self, at: int, column: int, text: str) -> "Grid":
        """The same grid with one cell as a person has corrected it; `at` is the row's position."""
        row = (*self.rows[at][:column], text, *self.rows[at][column + 1 :])
        return self.model_copy(update={"rows": (*self.rows[:at], row, *self.rows[at + 1 :])})
