"""Parts that every page draws in the same way."""

from collections.abc import Mapping, Sequence
from typing import Any
from zlib import crc32

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fundapp.charts.sheet import CONFIG, Figure, untitled
from fundapp.charts.sheet import Rows as ChartRows
from fundapp.text.catalogue import _
from fundapp.ui.words import plain

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


def table(rows: Rows, *, about: str, key: str) -> None:
    """A table to search, sort and export; `about` says in a sentence what it shows, for those who do not see it."""
    numbers = {name for row in rows for name, value in row.items() if isinstance(value, int)}
    grouped = st.column_config.NumberColumn(format="localized")
    st.dataframe(
        list(rows),
        hide_index=True,
        alt=about,
        key=key,
        column_config=dict.fromkeys(numbers, grouped),
        # A cell without a value is empty; the framework would write "None".
        placeholder="",
    )


def chart(figure: Figure, *, finding: str, about: str, rows: Rows, key: str) -> None:
    """A chart under the sentence that it shows, described in words, with its table one press away."""
    section(finding)
    # The house's own template: theme=None keeps the framework from painting over it. The title stands above as text.
    st.plotly_chart(untitled(figure), key=key, alt=about, theme=None, config=CONFIG)
    with st.expander(_("The same figures as a table")):
        table(rows, about=about, key=f"{key}-table")
