"""Parts that every page draws in the same way."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar
from zlib import crc32

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fundapp.charts.sheet import CONFIG, Figure, untitled
from fundapp.charts.sheet import Rows as ChartRows
from fundapp.documents.csv_table import csv_table
from fundapp.text.catalogue import _
from fundapp.text.figures import yen
from fundapp.ui.frame import on_phone
from fundapp.ui.searching import matches
from fundapp.ui.words import plain

IN_VIEW = 10
"""Rows of a table that are seen at once; a longer one scrolls in its frame."""

FIGURE = re.compile(r"[▲+−-]?¥?\d[\d,.]*\D{0,4}")
"""A figure that is written out, with a short unit or none."""
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")

WIDEST_ON_PHONE = 4
"""Columns; a wider table is told row by row there."""

T = TypeVar("T")
Rows = Sequence[Mapping[str, Any]]
"""A table for showing: header -> value, in reading order, texts already in the reader's language."""


def page_title(title: str, subtitle: str = "", *, action: str = "", key: str = "primary") -> bool:
    """The title, which says the state of things, and one primary action at its right. True when it was pressed."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="page-title"):
        st.title(plain(title), anchor=_anchor(title), width="stretch")
        pressed = bool(action) and st.button(plain(action), type="primary", key=key)
    if subtitle:
        st.markdown(plain(subtitle))
    return pressed


def section(title: str) -> None:
    """The heading of a part of the page."""
    st.header(plain(title), anchor=_anchor(title))


def part(title: str) -> None:
    """The heading of a part within a section."""
    st.subheader(plain(title), anchor=_anchor(title))


def _anchor(title: str) -> str:
    """A name for a heading. Without one the browser spells the title in Latin letters anew at every run: 1 ms each."""
    return f"h{crc32(title.encode()):x}"


def large() -> DeltaGenerator:
    """A place whose text is 18 px and whose targets are 48 px, for pages used on a tablet in a meeting."""
    return st.container(key="large")


def one_page() -> DeltaGenerator:
    """A place whose content is one page of A4 when it is printed, in two columns."""
    return st.container(key="one-page")


def behind() -> DeltaGenerator:
    """What stands behind a page of A4: on paper it begins a new one."""
    return st.container(key="behind")


def empty_state(nothing: str, first: str, *, action: str = "", key: str = "first") -> bool:
    """There is nothing here yet, and what to do first. True when the action was pressed."""
    with st.container(border=True):
        st.markdown(f"**{plain(nothing)}**")
        st.markdown(plain(first))
        return bool(action) and st.button(plain(action), type="primary", key=key)


def quiet_notice(text: str) -> None:
    """A line about something that changed elsewhere: it moves nothing and asks for nothing."""
    st.markdown(f":material/sync: {plain(text)}", width="stretch")


def figure(label: str, value: str, against: str) -> None:
    """One figure with what it is compared to."""
    st.metric(label, value, against, delta_color="off", delta_arrow="off", border=True, height="stretch")


def receipt(text: str) -> None:
    """A proof that something was done, with its time and number."""
    st.success(plain(text), icon=":material/task_alt:")


def is_dark() -> bool:
    """True when the reader looks at the dark theme."""
    return st.context.theme.type == "dark"


def named(rows: ChartRows) -> Rows:
    """A chart's table, whose first row is its header, as `table` and `chart` take it."""
    head, *body = rows
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def table(rows: Rows, *, about: str, key: str, search: bool = True, csv: bool = True) -> None:
    """A table to sort by any column, to take away, and, when it is long, to search and to print whole.

    `about` says in a sentence what it shows, for those who do not see it. `search` and `csv` are False where the page
    has a search, or copies to take away, of its own.
    """
    phone = on_phone()
    if len(rows) > IN_VIEW:
        shown, whole = _narrowed(rows, key, search=search)
    else:
        # A frame to sort in shows a phone two columns of five; so a short table is told whole there, unless asked.
        shown, whole = rows, phone and not st.session_state.get(f"{key}-sort", False)
    if not shown:
        st.markdown(plain(_("No row of this table fits. Take a word away.")))
    elif whole and phone and len(rows[0]) > WIDEST_ON_PHONE:
        st.markdown("\n".join(f"- {_told(row)}" for row in shown))
    elif whole:
        figures_table(shown, about=about)
    else:
        _sortable(shown, about=about, key=key)
    if phone and 1 < len(rows) <= IN_VIEW:
        st.toggle(_("In columns, to sort"), key=f"{key}-sort")
    if shown and csv:
        st.download_button(
            _("This table as CSV"),
            lambda: as_csv(shown),
            file_name=f"{key.rpartition('/')[2]}.csv",
            mime="text/csv",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
            key=f"{key}-csv",
        )


def newest(found: Sequence[T], every: str, key: str) -> Sequence[T]:
    """The first of a list whose newest come first; all of it once `every` is pressed.

    What stands on a page would grow with the fund's age, and so would the time to draw it.
    """
    if len(found) <= IN_VIEW or st.toggle(every, key=f"{key}-every"):
        return found
    return found[:IN_VIEW]


def as_csv(rows: Rows) -> bytes:
    """The rows as they stand on the screen, for a spreadsheet."""
    cells = (
        [value if value is None or isinstance(value, int | str) else str(value) for value in row.values()]
        for row in rows
    )
    return csv_table(tuple(rows[0]), cells)


def _narrowed(rows: Rows, key: str, *, search: bool) -> tuple[Rows, bool]:
    """The rows that hold what is searched for, and whether all of them are to stand on the page."""
    shown = rows
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key=f"table-tools-{key}"):
        if search:
            words = st.text_input(_("Search this table"), icon=":material/search:", width=320, key=f"{key}-words")
            shown = [row for row in rows if matches(words, map(str, row.values()))]
        whole = st.toggle(_("All rows at once, to read or print"), key=f"{key}-whole")
    return shown, whole


def _sortable(rows: Rows, *, about: str, key: str) -> None:
    grouped = st.column_config.NumberColumn(format="localized")
    at_the_right = st.column_config.TextColumn(alignment="right")
    with st.container(key=f"table-{key}"):
        st.dataframe(
            list(rows),
            hide_index=True,
            alt=about,
            key=key,
            column_config=dict.fromkeys(_whole_numbers(rows), grouped)
            | dict.fromkeys(_written_figures(rows), at_the_right),
            # A cell without a value is empty; the framework would write "None".
            placeholder="",
        )


def figures_table(rows: Rows, *, about: str) -> None:
    """The rows as they are read, all of them on the page so that they print; whole numbers stand at the right."""
    # A day is not broken, wherever its column stands, nor in the head of one.
    whole, days = ([_unbroken(name) for name in found(rows)] for found in (_whole_numbers, _days))
    unbroken = [{_unbroken(name): _unbroken(value) for name, value in row.items()} for row in rows]
    frame = pd.DataFrame(unbroken).astype(dict.fromkeys(whole, "Int64"))
    # A whole number is written as in the accounts: in Japanese with a triangle when it is negative.
    # An empty cell stays empty, in a column of words too, where the framework would write "nan".
    styled = frame.style.format(na_rep="").format(_grouped, subset=[*whole], na_rep="")
    styled = styled.set_properties(subset=[*days], **{"white-space": "nowrap"})
    st.table(styled, border="horizontal", hide_index=True, alt=about)


def _grouped(number: object) -> str:
    return yen(int(str(number)), "bare")


def _told(row: Mapping[str, Any]) -> str:
    """A row in a line of text, without its empty cells."""
    cells = (
        (name, yen(cell, "bare") if isinstance(cell, int) else str(cell))
        for name, cell in row.items()
        if cell not in (None, "")
    )
    return _(", ").join(_("{name}: {text}").format(name=plain(name), text=f"**{plain(text)}**") for name, text in cells)


def _unbroken(value: T) -> T | str:
    """Days stay on one line: a line may break after a hyphen, but not beside a word joiner. A dash stays at its day."""
    if not isinstance(value, str):
        return value
    return ISO_DAY.sub(lambda day: day[0].replace("-", "\u2060-\u2060"), value).replace(" – ", "\u00a0– ")


def _days(rows: Rows) -> list[str]:
    """The columns that hold days."""
    return [name for name in rows[0] if any(ISO_DAY.fullmatch(str(row[name])) for row in rows)]


def _whole_numbers(rows: Rows) -> list[str]:
    """The columns that hold whole numbers, with gaps or without."""
    return [name for name in rows[0] if any(isinstance(row[name], int) for row in rows)]


def _written_figures(rows: Rows) -> list[str]:
    """The columns whose texts are figures: percentages, points, times."""
    texts = {name: [row[name] for row in rows if row[name] not in (None, "")] for name in rows[0]}
    return [
        name
        for name, cells in texts.items()
        if cells and all(isinstance(cell, str) and FIGURE.fullmatch(cell) for cell in cells)
    ]


def folded_table(label: str, rows: Callable[[], Rows], *, about: str, key: str, icon: str | None = None) -> None:
    """A table one press away. It is made and sent once it is open: closed ones took a third of a page of charts."""
    drawer = st.expander(label, icon=icon, on_change="rerun", key=f"{key}-drawer")
    if drawer.open:
        with drawer:
            table(rows(), about=about, key=key)


def chart(figure: Figure, *, finding: str, about: str, rows: Rows, key: str) -> None:
    """A chart under the sentence that it shows, described in words, with its table one press away."""
    section(finding)
    # The house's own template: theme=None keeps the framework from painting over it. The title stands above as text.
    st.plotly_chart(untitled(figure), key=key, alt=about, theme=None, config=CONFIG)
    folded_table(_("The same figures as a table"), lambda: rows, about=about, key=f"{key}-table")
