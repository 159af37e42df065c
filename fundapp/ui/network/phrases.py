"""Turns of phrase that the network's pages share."""

from collections.abc import Iterable

import streamlit as st

from fundapp.documents.providers import Providers
from fundapp.text.catalogue import _, language
from fundapp.ui.words import plain


def labelled(label: str, value: str, after: str = "") -> str:
    """What it is, and its value in bold; "not yet" where there is none. Markdown."""
    told = f"**{plain(value)}**" if value else plain(_("not yet"))
    return _("{label}: {value}").format(label=plain(label), value=told) + plain(after)


def outsider(providers: Providers, named: str) -> None:
    """A line under a name that the directory does not have: what is frozen keeps it as it was typed."""
    if named and not providers.knows(named):
        st.caption(plain(_("This name is not in the directory. A person belongs there first, to be erasable later.")))


def listed(texts: Iterable[str]) -> str:
    """Several words in a row."""
    return ("、" if language() == "ja" else ", ").join(texts)


def from_to(before: str, after: str) -> str:
    """What it was and what it is now; once when both are alike."""
    return after if before == after else f"{before} → {after}"
