"""The fields of a form that is kept as a draft: each shows what was typed before, or the row that is corrected."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

import streamlit as st
from pydantic import ValidationError

from fundapp.basis.refusal import Problem
from fundapp.documents.said import listed
from fundapp.text.catalogue import _
from fundapp.ui import components, drafting, refusal
from fundapp.ui.drafting import Typing
from fundapp.ui.forms import close_form

T = TypeVar("T")
MOST_DAYS = 3650
MOST_ROWS = 30
EARLIEST, LATEST = date(1900, 1, 1), date(2099, 12, 31)
"""The framework lets a day lie ten years off at most: members joined before that, patents and loans end after it."""
_NOTHING: tuple[object, ...] = (None, "", [])
"""What a field holds in which nothing stands."""
MOST_PIECES = 1_000_000
MOST_YEN = 10**12
"""A form is for one part or one support; a larger amount is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A form being filled in. `start` is the row as it stands; what was typed goes before it."""

    typing: Typing
    start: Mapping[str, Any]
    values: dict[str, Any] = field(default_factory=dict)
    """What the widgets hold now, as JSON can say it."""

    def _given(self, name: str) -> Any:
        return self.typing.values.get(name, self.start.get(name))

    def _keep(self, name: str, value: T) -> T:
        self.values[name] = value.isoformat() if isinstance(value, date) else value
        return value

    def typed(self) -> dict[str, Any]:
        """What differs from the row as it stands: a form that was opened and left keeps nothing of the row, so that
        what another person changes meanwhile is shown and not undone.
        """
        return {
            name: value
            for name, value in self.values.items()
            if value != self.start.get(name) and not (self.start.get(name) is None and value in _NOTHING)
        }

    def text(self, name: str, label: str, *, most: int = 300) -> str:
        """One line of words."""
        typed = st.text_input(label, value=self._given(name) or "", max_chars=most, key=self.typing.widget(name))
        return self._keep(name, (typed or "").strip())

    def words(self, name: str, label: str) -> str:
        """Some lines of words."""
        typed = st.text_area(label, value=self._given(name) or "", max_chars=2000, key=self.typing.widget(name))
        return self._keep(name, (typed or "").strip())

    def choice(
        self,
        name: str,
        label: str,
        options: Sequence[Any],
        said: Callable[[Any], str],
        *,
        new: bool = False,
    ) -> Any:
        """One of `options`, or none; with `new` also a text of one's own."""
        given = self._given(name)
        offered = list(options) if given in (None, "", *options) else [given, *options]
        picked = st.selectbox(
            label,
            offered,
            index=offered.index(given) if given in offered else None,
            format_func=said,
            accept_new_options=new,
            placeholder=_("Choose or type") if new else _("Choose"),
            key=self.typing.widget(name),
        )
        return self._keep(name, picked)

    def many(self, name: str, label: str, options: Sequence[Any], said: Callable[[Any], str]) -> list[Any]:
        """Any number of `options`."""
        given = self._given(name) or ()
        picked = st.multiselect(
            label,
            options,
            default=[one for one in given if one in options],
            format_func=said,
            placeholder=_("Choose"),
            key=self.typing.widget(name),
        )
        return self._keep(name, list(picked))

    def one_of(self, name: str, label: str, options: Sequence[Any], said: Callable[[Any], str]) -> Any:
        """One of a few `options`, all in view."""
        given = self._given(name)
        picked = st.radio(
            label,
            options,
            index=options.index(given) if given in options else None,
            format_func=said,
            key=self.typing.widget(name),
        )
        return self._keep(name, picked)

    def day(self, name: str, label: str) -> date | None:
        """A day, or none yet."""
        given = self._given(name)
        picked = st.date_input(
            label,
            value=date.fromisoformat(given) if given else None,
            min_value=EARLIEST,
            max_value=LATEST,
            format="YYYY/MM/DD",
            key=self.typing.widget(name),
        )
        return self._keep(name, picked if isinstance(picked, date) else None)

    def count(self, name: str, label: str, *, least: int = 0, most: int = MOST_PIECES) -> int | None:
        """A whole number, or none yet."""
        given = self._given(name)
        typed = st.number_input(
            label,
            min_value=least,
            max_value=most,
            value=given,
            step=1,
            placeholder=_("not yet known"),
            key=self.typing.widget(name),
        )
        return self._keep(name, None if typed is None else int(typed))

    def yen(self, name: str, label: str) -> int | None:
        """An amount in whole yen, or none yet."""
        return self.count(name, label, most=MOST_YEN)

    def rows(self, name: str, label: str, headers: Mapping[str, Any]) -> list[dict[str, Any]]:
        """A short table that one writes in, each column under its header; the draft keeps what was written."""
        given = self._given(name) or []
        components.section(label)
        edited = st.data_editor(
            [dict(zip(headers, row, strict=True)) for row in given] or [dict.fromkeys(headers)],
            num_rows="dynamic",
            hide_index=True,
            column_config=dict(headers),
            # A cell without a value is empty; the framework would write "None".
            placeholder="",
            key=self.typing.widget(name),
        )
        rows = [row for row in edited if any(value not in (None, "", False) for value in row.values())][:MOST_ROWS]
        self.values[name] = [[row.get(header) for header in headers] for row in rows]
        return rows

    def tick(self, name: str, label: str) -> bool:
        """Yes or no."""
        return self._keep(name, st.checkbox(label, value=bool(self._given(name)), key=self.typing.widget(name)))


def ends(fields: Fields, save: str) -> bool:
    """Keep the draft, then the two ways out of the form. True when it is to be saved."""
    kept = drafting.keep(fields.typing, fields.typed())
    with st.container(horizontal=True, key="form-ends"):
        saved = st.button(save, type="primary", icon=":material/save:", key=fields.typing.widget("save"))
        given_up = st.button(_("Discard and go back"), key=fields.typing.widget("discard"))
    if given_up:
        drafting.finish(fields.typing)
        close_form()
        st.rerun()
    return kept and saved


def filled(**needed: tuple[str, object]) -> bool:
    """True when every needed field (its label and its value) holds something; else the reader is told which do not."""
    empty = [label for label, value in needed.values() if value in _NOTHING]
    if len(empty) == 1:
        refusal.show_problems((Problem.of("form_field_empty", field=empty[0]),))
    elif empty:
        refusal.show_problems((Problem.of("form_fields_empty", fields=listed(empty)),))
    return not empty


def checked(make: Callable[[], T]) -> T | None:
    """What `make` builds; None, and said so, when a value is out of bounds, which only a forged request can send."""
    try:
        return make()
    except ValidationError as error:
        places = {str(fault["loc"][-1]) for fault in error.errors() if fault["loc"]}
        refusal.show_problems(tuple(Problem.of("form_field_invalid", field=place) for place in sorted(places)))
        return None
