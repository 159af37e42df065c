"""Fields that the steps of the fund's money are typed in, and the place of a step that is opened only when needed."""

from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fundapp.basis.roles import Actor, Role
from fundapp.record.book import Book
from fundapp.text.catalogue import _
from fundapp.text.figures import yen
from fundapp.ui.meeting.orders import key
from fundapp.ui.words import plain

STEP_YEN = 1_000_000


@dataclass(frozen=True, slots=True)
class Money:
    """The fund's money before one reader."""

    book: Book
    actor: Actor
    today: date

    @property
    def manages(self) -> bool:
        """True for the fund's manager."""
        return self.actor.has(Role.MANAGER)

    @property
    def partners(self) -> dict[int, str]:
        """The partners by their place in the terms."""
        terms = self.book.terms
        return {n: one.name for n, one in enumerate(terms.partners, 1)} if terms else {}


def amount(form: str, label: str, value_yen: int, name: str = "amount", *, least_yen: int = 1) -> int:
    """A whole amount in yen, said in words below, so that a zero too many is seen."""
    # The proposed amount stands in the key: where another one is proposed the field starts anew.
    typed = st.number_input(
        label,
        min_value=least_yen,
        value=max(least_yen, value_yen),
        step=STEP_YEN,
        key=key(form, f"{name}-{value_yen}"),
    )
    st.markdown(plain(_("In words: {amount}").format(amount=yen(typed, "man"))))
    return typed


def how_many(form: str, label: str, name: str) -> int | None:
    """A count that may stay empty; None while it does."""
    typed: int | None = st.number_input(label, min_value=1, value=None, step=1, key=key(form, name))
    return typed


def on_day(form: str, today: date, label: str = "", name: str = "day", *, value: date | None = None) -> date:
    """A day that is not in the future; today unless another is chosen."""
    chosen = st.date_input(label or _("Day"), value=value or today, max_value=today, key=key(form, name))
    return chosen if isinstance(chosen, date) else today


def any_day(form: str, value: date, label: str, name: str) -> date:
    """A day, which may lie ahead."""
    chosen = st.date_input(label, value=value, key=key(form, f"{name}-{value.isoformat()}"))
    return chosen if isinstance(chosen, date) else value


def words(form: str, label: str, name: str = "reason") -> str:
    """One line of words."""
    return st.text_input(label, key=key(form, name))


def closed(form: str, label: str, icon: str = "") -> DeltaGenerator | None:
    """The place of a step that stays closed until somebody opens it; None while it is closed."""
    place = st.expander(label, on_change="rerun", key=key(form, "open"), icon=f":material/{icon}:" if icon else None)
    return place if place.open else None
