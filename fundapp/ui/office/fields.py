"""Fields whose values are kept as a draft while they are typed, single ones and rows of them."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from datetime import date
from typing import Any

import streamlit as st

from fundapp.basis.roles import Role
from fundapp.text.catalogue import _, pgettext
from fundapp.ui import drafting
from fundapp.ui.drafting import Typing
from fundapp.ui.office.roles import role_name

LONGEST = 200

Row = dict[str, Any]
"""The values of a form, or of one of its rows, which then has an `id`."""


class Fields:
    """The fields of one form: the values that its owner left, and those that stand now."""

    def __init__(self, typing: Typing, start: Row) -> None:
        self.typing = typing
        self.values: Row = {**start, **deepcopy(dict(typing.values))}

    def key(self, place: Row, name: str) -> str:
        """The key of the widget of a value."""
        return self.typing.widget("/".join(filter(None, (place.get("id"), name))))

    def text(self, place: Row, name: str, label: str, *, example: str | None = None) -> None:
        """A field of text."""
        place[name] = st.text_input(
            label,
            value=place.get(name, ""),
            key=self.key(place, name),
            max_chars=LONGEST,
            placeholder=example,
        )

    def number(self, place: Row, name: str, label: str, *, first: int, last: int) -> None:
        """A whole number."""
        given = place.get(name)
        place[name] = st.number_input(
            label, first, last, value=given if isinstance(given, int) else None, step=1, key=self.key(place, name)
        )

    def day(self, place: Row, name: str, label: str) -> None:
        """A day."""
        given = place.get(name)
        chosen = st.date_input(
            label,
            value=date.fromisoformat(given) if given else None,
            min_value=date(1998, 11, 1),  # Since then the act on such partnerships is in force.
            key=self.key(place, name),
            format="YYYY/MM/DD",
        )
        place[name] = chosen.isoformat() if chosen else None

    def choice(self, place: Row, name: str, label: str, options: Sequence[Any], named: Callable[[Any], str]) -> None:
        """One of a few, all in view."""
        given = place.get(name, options[0])
        place[name] = st.radio(
            label,
            options,
            index=options.index(given) if given in options else 0,
            format_func=named,
            key=self.key(place, name),
            horizontal=True,
        )

    def one_of(self, place: Row, name: str, label: str, options: Sequence[str], named: Callable[[str], str]) -> None:
        """One of a list, none at first."""
        given = place.get(name)
        place[name] = st.selectbox(
            label,
            options,
            index=options.index(given) if given in options else None,
            format_func=named,
            placeholder=_("Choose"),
            key=self.key(place, name),
        )

    def some_of(self, place: Row, name: str, label: str, options: Sequence[str], named: Callable[[str], str]) -> None:
        """Any of a list."""
        place[name] = st.multiselect(
            label,
            options,
            default=[one for one in place.get(name, ()) if one in options],
            format_func=named,
            placeholder=_("Choose"),
            key=self.key(place, name),
        )

    def roles(self, place: Row) -> None:
        """A person's roles, all in view."""
        chosen = st.pills(
            _("Roles"),
            [role.value for role in Role],
            selection_mode="multi",
            default=place.get("roles", []),
            format_func=lambda role: role_name(Role(role)),
            key=self.key(place, "roles"),
        )
        place["roles"] = sorted(chosen)

    def keep(self) -> bool:
        """Save the draft. False when it was changed elsewhere: the reader is told."""
        return drafting.keep(self.typing, self.values)


def person_fields(fields: Fields, place: Row, *, sign_in_name: bool = True) -> None:
    """The fields of one person. The sign-in name is chosen once."""
    name, latin = st.columns(2)
    with name:
        fields.text(place, "name_ja", pgettext("person", "Name"))
    with latin:
        fields.text(place, "name_en", _("Name in Latin letters"), example=_("May be left empty"))
    organisation, sign_in = st.columns(2)
    with organisation:
        fields.text(place, "organisation", _("Organisation"))
    if sign_in_name:
        with sign_in:
            example = _("such as {example}").format(example="takase")
            fields.text(place, "sign_in_name", _("Sign-in name"), example=example)
    fields.text(place, "email", _("E-mail address"), example=_("May be left empty"))
    fields.roles(place)


def seat_fields(fields: Fields, row: Row, members: list[str], named: Callable[[str], str]) -> None:
    """The fields of one seat; its holder and alternates are chosen among `members`."""
    japanese, english = st.columns(2)
    with japanese:
        fields.text(row, "name_ja", _("Name of the seat (Japanese)"))
    with english:
        fields.text(row, "name_en", _("Name of the seat (English)"))
    holder, alternates = st.columns(2)
    with holder:
        fields.one_of(row, "holder", _("Holder"), members, named)
    with alternates:
        fields.some_of(row, "alternates", _("Alternates"), [one for one in members if one != row.get("holder")], named)
    fields.text(row, "organisation", _("Organisation"), example=_("That of the holder, unless written here"))
