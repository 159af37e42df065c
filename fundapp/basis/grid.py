"""A table as it came from outside: plain text in rows and columns, before anyone says what a column means."""

from fundapp.basis.fact import Fact, Text


class Grid(Fact):
    """The filled rows of one table. Each row has the same width; `row_numbers` are those that a spreadsheet shows."""

    rows: tuple[tuple[Text, ...], ...]
    row_numbers: tuple[int, ...]
    encoding: Text = ""
    delimiter: Text = ""
    sheet: Text = ""
    sheets: tuple[Text, ...] = ()
    """Names of all visible sheets, so that the reader can choose another one."""
