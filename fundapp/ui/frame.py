"""What stands around every page: the settings, the bar with who I am, and the navigation."""

from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from fundapp.basis.fact import Language
from fundapp.basis.roles import Actor, Role
from fundapp.places import web_files
from fundapp.text.catalogue import _
from fundapp.ui.desks import PAGES, open_to
from fundapp.ui.help import hints_for
from fundapp.ui.words import html
from fundapp.web.languages import PARAMETER
from fundapp.web.own_password import OWN_PASSWORD
from fundapp.web.plain_page import LANGUAGE_NAMES

_SECTIONS = "sections"
"""The session's pages, with what they were made for."""
_Sections = dict[str, list[StreamlitPage]]


def begin() -> None:
    """The page's settings; the first thing in a run. Its style comes with the framework's page (web/shell.py)."""
    st.set_page_config(page_title="fundapp", page_icon=str(web_files() / "mark.svg"), layout="wide")


def bar(person: str, fund: str, language: Language, about: str) -> None:
    """Who is at which fund's desk, the other language, the way out, and what the page is for. `about` is HTML."""
    whose, leave, password = html(_("You and your fund")), html(_("Sign out")), html(_("Password"))
    st.html(
        f'<div class="fund-bar" role="group" aria-label="{whose}">'
        f'<span class="fund">{html(fund)}</span><span class="person">{html(person)}</span>{about}'
        f'{_language_links(language)}<a href="{OWN_PASSWORD}" target="_self">{password}</a>'
        f'<form method="post" action="/auth/sign-out"><button type="submit">{leave}</button></form></div>'
    )


def page_help(actor: Actor, page: StreamlitPage, language: Language) -> str:
    """What the page in view is for, folded, with the way to the guide; HTML, empty where nothing is said."""
    # The page where one lands has no name in the address.
    named = {"" if path == "today/home" else entry.name: path for path, entry in PAGES.items()}
    hints = hints_for(named.get(page.url_path, ""), actor.roles)
    if not hints:
        return ""
    head, guide = html(_("What is this page for?")), html(_("The whole guide"))
    question, *told = (html(_(one)) for one in hints)
    steps = "".join(f"<li>{one}</li>" for one in told)
    return (
        f'<details class="page-help"><summary>{head}</summary><div><p><strong>{question}</strong></p><ul>{steps}</ul>'
        f'<a href="/guide?{PARAMETER}={language}" target="_self">{guide}</a></div></details>'
    )


def navigation(actor: Actor, language: Language, *, set_up: bool) -> StreamlitPage:
    """The pages that this person may open, by desk, along the top. The first page is where one lands.

    `set_up` is true once the fund has its terms, rubric and seats.
    """
    # Made once for a session: a page looks for its file each time that it is made.
    phone = on_phone()
    made_for = (actor.roles, language, set_up, phone)
    kept: tuple[object, _Sections] = st.session_state.get(_SECTIONS, (None, {}))
    if kept[0] != made_for:
        kept = st.session_state[_SECTIONS] = (made_for, _sections(actor.roles, set_up=set_up, phone=phone))
    return st.navigation(kept[1], position="top")


def _sections(roles: frozenset[Role], *, set_up: bool, phone: bool) -> _Sections:
    sections: _Sections = {}
    for desk in open_to(roles):
        # A phone shows the navigation as a side list, and the framework's list with headings is not read out rightly.
        heading = "" if phone or not desk.title else _(desk.title)
        for page in desk.pages:
            sections.setdefault(heading, []).append(
                st.Page(
                    page.file,
                    title=_(page.title),
                    icon=f":material/{page.icon}:",
                    url_path=page.name,
                    default=not sections,
                    visibility="visible" if page.listed and not (page.only_at_first and set_up) else "hidden",
                )
            )
    return sections


def on_phone() -> bool:
    """True when the browser says that it is a phone's."""
    headers = st.context.headers
    return headers.get("Sec-CH-UA-Mobile") == "?1" or "Mobi" in headers.get("User-Agent", "")


def _language_links(language: Language) -> str:
    here = {name: value for name, value in st.query_params.items() if name != PARAMETER}
    links = (
        f'<a href="?{html(urlencode({**here, PARAMETER: code}))}" target="_self" lang="{code}" hreflang="{code}">'
        f"{html(name)}</a>"
        for code, name in LANGUAGE_NAMES.items()
        if code != language
    )
    return "".join(links)
