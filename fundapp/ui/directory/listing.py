"""The list of members: found as one types, by class and by process; a page at a time."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fundapp.basis.roles import Actor
from fundapp.documents.said import listed, said
from fundapp.network.member import Member
from fundapp.network.process import ProcessTree
from fundapp.record.directory_commands import MergeMembers, RecordMember, RecordVisits
from fundapp.store.member_search import Found
from fundapp.text.catalogue import _, language, ngettext
from fundapp.text.figures import day, yen
from fundapp.ui import components, gate
from fundapp.ui.directory import places, sending
from fundapp.ui.directory.words import codes, word
from fundapp.ui.downloads import download_button
from fundapp.ui.forms import open_form
from fundapp.ui.words import plain
from fundapp.web.documents_on_offer import OFFICE

_PAGES = "directory/pages"
MOST_PAGES = 40
"""Beyond 1,200 cards the reader is asked for more words instead."""


def show(actor: Actor, tree: ProcessTree, heading: DeltaGenerator) -> None:
    """Search, cards, and what else one does here."""
    # A line of its own: beside two lists a tablet would leave it no room to type.
    query = st.text_input(
        _("Search by name, person, place, machine or process"),
        type="search",
        placeholder=_("Write a few letters"),
        live="300ms",
        key="directory-search",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        classes = st.multiselect(
            _("Kind of member"),
            codes("member_class"),
            format_func=lambda one: word("member_class", one),
            placeholder=_("all"),
            key="directory-class",
            width=280,
        )
        names = {one.id: said(one.name) for one in tree.families} | {one.id: said(one.name) for one in tree.processes}
        process = st.selectbox(
            _("Can do"),
            tuple(names),
            index=None,
            format_func=lambda one: names[one],
            placeholder=_("any process"),
            key="directory-process",
            width=260,
        )
    found = _pages(actor, tree, query or "", tuple(classes), process or "")
    with heading:
        components.page_title(
            _title(found, narrowed=bool(query or classes or process)),
            _("Who can do what, and whom to ask."),
        )
        _tools(actor)
    _cards(found, names)
    if found.after is not None:
        _more(found)
    _table(actor, found.members)


def _title(found: Found, *, narrowed: bool) -> str:
    if found.count is None:
        return _("More than {n} members fit").format(n=len(found.members))
    if narrowed:
        return ngettext("{n} member fits", "{n} members fit", found.count)
    return ngettext("{n} member in the directory", "{n} members in the directory", found.count)


def _pages(actor: Actor, tree: ProcessTree, query: str, classes: Sequence[str], process: str) -> Found:
    """As many pages as the reader asked for, of this search."""
    asked = (query, tuple(classes), process)
    kept_for, pages = st.session_state.get(_PAGES, (asked, 1))
    if kept_for != asked:
        pages = 1
    st.session_state[_PAGES] = (asked, pages)
    desk = gate.desk()
    found = desk.find_members(actor, query, tree, classes=classes, process=process)
    members, processes, after = list(found.members), list(found.processes), found.after
    for _page in range(1, pages):
        if after is None:
            break
        more = desk.find_members(actor, query, tree, classes=classes, process=process, after=after)
        members += more.members
        processes += more.processes
        after = more.after
    return Found(members=tuple(members), processes=tuple(processes), count=found.count, after=after)


def _more(found: Found) -> None:
    asked, pages = st.session_state[_PAGES]
    if pages >= MOST_PAGES:
        st.markdown(_("Write another word to see fewer of them."))
        return
    shown = len(found.members)
    label = (
        _("Show more ({shown} are shown)").format(shown=shown)
        if found.count is None
        else _("Show more ({shown} of {count} are shown)").format(shown=shown, count=f"{found.count:,}")
    )
    if st.button(label, key="more"):
        st.session_state[_PAGES] = (asked, pages + 1)
        st.rerun()


def _tools(actor: Actor) -> None:
    """What who keeps the directory does from the list."""
    if not sending.allowed(actor, RecordMember):
        return
    with st.container(horizontal=True):
        if st.button(_("Record a visit"), type="primary", icon=":material/directions_walk:", key="new-visit"):
            open_form("visit")
        if sending.allowed(actor, RecordVisits) and st.button(
            _("Add a member"), icon=":material/person_add:", key="new-member"
        ):
            open_form("member")
        if st.button(_("Take a list in"), icon=":material/table_view:", key="import-members"):
            open_form("import")
        if sending.allowed(actor, MergeMembers) and st.button(
            _("Look for duplicates"), icon=":material/join:", key="duplicates"
        ):
            open_form("duplicates")


def _cards(found: Found, names: Mapping[str, str]) -> None:
    if not found.members and not gate.desk().members():
        components.empty_state(
            _("No member is registered yet."),
            _("The secretariat takes a list in from a table, or adds the members one by one."),
        )
        return
    if not found.members:
        components.empty_state(
            _("Nobody fits this search."),
            _("Try fewer letters, or another kind of member. A list of members can be taken in from a table."),
        )
        return
    with st.grid(min_column_width=360, key="member-cards"):
        for one, able in zip(found.members, found.processes, strict=True):
            with st.container(border=True, height="stretch", gap="xsmall"):
                can = listed([names.get(process, process) for process in able])
                lines = [f"**{plain(said(one.name))}**", plain(_line(one)), plain(can)]
                st.markdown("  \n".join(filter(None, lines)))
                if st.button(_("Open"), icon=":material/chevron_right:", key=f"open-{one.id}", help=said(one.name)):
                    places.open_member(one.id)


def _line(one: Member) -> str:
    parts = [one.code, word("member_class", one.member_class)]
    if one.company_type:
        parts.append(word("company_type", one.company_type))
    if one.left_on is not None and one.left_on <= gate.desk().today():
        parts.append(_("left on {day}").format(day=day(one.left_on)))
    if one.capital_yen is not None:
        parts.append(_("capital {yen}").format(yen=yen(one.capital_yen, "man")))
    return " · ".join(parts)


def _table(actor: Actor, members: Sequence[Member]) -> None:
    """The same as a table, and to take away."""
    if not members:
        return
    place = st.expander(
        _("The same as a table, to sort and take away"), icon=":material/table:", on_change="rerun", key="member-table"
    )
    if not place.open:
        return
    rows = [
        {
            _("Code"): one.code,
            _("Name"): said(one.name),
            _("Kind of member"): word("member_class", one.member_class),
            _("Kind of company"): word("company_type", one.company_type),
            _("Corporate number (13 digits)"): one.corporate_number,
            _("Capital, yen"): one.capital_yen,
            _("Employees"): one.employees,
            _("Joined on"): one.joined_on.isoformat() if one.joined_on else "",
            _("Left on"): one.left_on.isoformat() if one.left_on else "",
        }
        for one in members
    ]
    with place:
        if actor.has(*OFFICE):
            with st.container(horizontal=True):
                download_button(_("All members (Excel)"), "members-xlsx", language())
                download_button(_("All members (CSV)"), "members-csv", language())
            with st.container(horizontal=True):
                download_button(_("What they can do (Excel)"), "processes-xlsx", language())
                download_button(_("What they can do (CSV)"), "processes-csv", language())
                download_button(_("Their machines (Excel)"), "machines-xlsx", language())
                download_button(_("Their machines (CSV)"), "machines-csv", language())
        components.table(rows, about=_("The members that fit the search"), key="members-as-table", search=False)
