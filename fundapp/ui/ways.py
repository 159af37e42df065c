"""Ways from one page to another: only to a page that this person may open."""

from typing import NoReturn

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.mailing import public_address
from fundapp.ui.desks import PAGES

PROPOSAL = "proposal"
"""The address's parameter: code of the proposal that a page is about."""
ITEM = "item"
"""The address's parameter: id of the past item that a page is about."""
DEAL = "deal"
"""The address's parameter: reservation whose money a page is about."""

MEETING = "meeting"
"""The address's parameter: number of the meeting that a page is about."""

PART = "part"
"""The address's parameter: the part that a page of several opens with."""

AGENDA = "agenda"
"""The address's parameter: present when the forecast reckons as if today's agenda were approved."""


def base() -> str:
    """The address by which this reader reached the server, or the one that the installation names."""
    url = st.context.url or ""
    scheme, _mark, rest = url.partition("://")
    return public_address(f"{scheme}://{rest.partition('/')[0]}" if rest else "")


def may_open(actor: Actor, path: str) -> bool:
    """True when the page is installed and one of the actor's roles may open it."""
    page = PAGES[path]
    return bool(page.roles & actor.roles) and page.file.is_file()


def link(path: str, label: str) -> None:
    """A line that leads to another page, where it is installed."""
    page = PAGES[path]
    if page.file.is_file():
        st.page_link(page.file, label=label, icon=f":material/{page.icon}:")


def go(
    path: str, *, proposal: str = "", deal: str = "", meeting: str = "", agenda: str = "", part: str = ""
) -> NoReturn:
    """Turn to another page, about a proposal, a deal, a meeting or an agenda, or to one of its parts, if named."""
    named = {PROPOSAL: proposal, DEAL: deal, MEETING: meeting, AGENDA: agenda, PART: part}
    st.switch_page(PAGES[path].file, query_params={name: value for name, value in named.items() if value} or None)
