"""The list of proposals: found by words, put in order, one card each; and the same as a table."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Literal

import streamlit as st

from fundapp.basis.fact import Fact
from fundapp.basis.roles import Actor
from fundapp.charts.look import QUADRANTS
from fundapp.committee.proposal import Proposal
from fundapp.committee.rubric import Rubric
from fundapp.documents.said import NOTHING, said
from fundapp.record.book import Book
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import ratio, yen
from fundapp.ui import components, gate
from fundapp.ui.desks import PAGES
from fundapp.ui.proposal.phrases import axes_text, quadrant_text, state_text
from fundapp.ui.proposal.place import Place, State, last_frozen, place_of, state_of
from fundapp.ui.searching import matches
from fundapp.ui.ways import PROPOSAL
from fundapp.ui.words import plain

Order = Literal["state", "code", "ask", "prospects", "support"]
ORDERS: dict[Order, str] = {
    "state": N_("by state"),
    "code": N_("by code"),
    "ask": N_("by amount asked"),
    "prospects": N_("by prospects"),
    "support": N_("by support"),
}
AT_ONCE = 20
"""Cards drawn before the reader asks for more."""


class Listed(Fact):
    """One proposal in the list."""

    proposal: Proposal
    state: State


PlaceOf = Callable[[Listed], Place]
"""Where a proposal of the list stands."""


def listed(actor: Actor, book: Book) -> tuple[Listed, ...]:
    """The proposals open to this person."""
    found = gate.desk().proposals(actor)
    return tuple(Listed(proposal=one, state=state_of(book, one.id)) for one in found)


def places(actor: Actor, book: Book) -> PlaceOf:
    """Where each stands, worked out for those that are asked for: many are listed and few are drawn.

    Facts of today are read only where none are frozen.
    """

    @cache
    def place(row: Listed) -> Place:
        item = last_frozen(book, row.proposal.id)
        unfrozen = item is None and book.rubric_digest
        return place_of(book, item, gate.desk().support_facts(actor, row.proposal.id) if unfrozen else None)

    return place


def matching(rows: Sequence[Listed], words: str) -> tuple[Listed, ...]:
    """The rows in which every word occurs: in code, name, company, city or sector; width and case do not matter."""
    return tuple(row for row in rows if matches(words, _searched(row.proposal)))


def _searched(proposal: Proposal) -> tuple[str, ...]:
    company = proposal.company
    texts = (proposal.code, proposal.name.ja, proposal.name.en, company.name.ja, company.name.en, company.city)
    return (*texts, proposal.sector)


def in_order(rows: Sequence[Listed], order: Order, place: PlaceOf) -> tuple[Listed, ...]:
    """The rows by state (what is judged now first), by code, or the largest figure first; without a figure last."""
    if order == "state":
        return tuple(sorted(sorted(rows, key=lambda row: row.proposal.code), key=_by_state))
    if order == "code":
        return tuple(sorted(rows, key=lambda row: row.proposal.code))

    def figure(row: Listed) -> tuple[bool, Any, str]:
        if order == "ask":
            value: Any = row.proposal.ask_yen
        else:
            value = place(row).axis1 if order == "prospects" else place(row).axis2
        return value is None, -(value or 0), row.proposal.code

    return tuple(sorted(rows, key=figure))


def wants_map() -> bool:
    """True when the reader wants the map in place of the list."""
    views = {"list": _("List"), "map": _("Map of what was decided")}
    view = st.radio(
        _("View"),
        tuple(views),
        format_func=lambda one: views[one],
        horizontal=True,
        key="view",
        label_visibility="collapsed",
    )
    return view == "map"


def _by_state(row: Listed) -> tuple[int, int]:
    """What is under way, then what waits, then what is decided, the latest first."""
    ended = row.state.on.toordinal() if row.state.on else 0
    return ("judging", "agenda", "registered", "resolved", "signed").index(row.state.kind), -ended


def find(rows: Sequence[Listed], place: PlaceOf) -> tuple[Listed, ...]:
    """The rows that the reader asks for, in the order that the reader asks for."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(
            _("Search by code, name, company or sector"),
            type="search",
            placeholder=_("Write a few words"),
            live="300ms",
            key="search",
            width="stretch",
        )
        order = st.selectbox(_("Order"), tuple(ORDERS), format_func=lambda one: _(ORDERS[one]), key="order", width=220)
    return in_order(matching(rows, words or ""), order, place)


def show(rows: Sequence[Listed], place: PlaceOf, rubric: Rubric) -> None:
    """A card for each; a press on its name opens the proposal."""
    if not rows:
        st.markdown(_("No proposal has these words. Search with fewer of them."))
    most = st.session_state.get("shown-rows", AT_ONCE)
    for row in rows[:most]:
        _card(row, place(row), rubric)
    if len(rows) > most and st.button(_("Show {n} more").format(n=len(rows) - most), key="more"):
        st.session_state["shown-rows"] = len(rows)
        st.rerun()


def _card(row: Listed, place: Place, rubric: Rubric) -> None:
    proposal = row.proposal
    with st.container(border=True, gap="xsmall", key=f"proposal-{proposal.id}"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            name = f"{proposal.code} {said(proposal.name)}"
            page = PAGES["committee/proposal"].file
            st.page_link(
                page,
                label=f"**{plain(name)}**",
                icon=":material/chevron_right:",
                icon_position="right",
                query_params={PROPOSAL: proposal.code},
            )
            st.markdown(f"**{plain(yen(proposal.ask_yen))}**", width="content")
        quadrant = quadrant_text(rubric, place.quadrant) if place.quadrant else ""
        shut = plain(_("gates not passed: {gates}").format(gates=_(", ").join(place.shut))) if place.shut else ""
        stands = " · ".join(part for part in (quadrant, plain(axes_text(place)), shut) if part)
        st.markdown(plain(f"{said(proposal.company.name)} · {state_text(row.state)}") + f"  \n{stands}")


def table(rows: Sequence[Listed], place: PlaceOf, rubric: Rubric) -> None:
    """The same as a table, to sort by any column and to take away as CSV."""
    names = {one.id: said(one.name) for one in rubric.decision.quadrants}
    components.folded_table(
        _("The same list as a table"),
        lambda: [_row(row, place(row), names) for row in rows],
        about=_("Proposals with state, amount asked and place on the two axes"),
        key="proposals-table",
        icon=":material/table_rows:",
    )


def _row(row: Listed, place: Place, names: dict[Any, str]) -> dict[str, str | int]:
    proposal = row.proposal
    quadrant = f"{QUADRANTS[place.quadrant].mark} {names[place.quadrant]}" if place.quadrant else NOTHING
    return {
        _("Code"): proposal.code,
        _("Proposal"): said(proposal.name),
        _("Company"): said(proposal.company.name),
        _("State"): state_text(row.state),
        _("Asked (yen)"): proposal.ask_yen,
        _("Prospects"): NOTHING if place.axis1 is None else ratio(place.axis1),
        _("Support"): NOTHING if place.axis2 is None else ratio(place.axis2),
        _("Support is"): _("judged") if place.judged else _("computed"),
        _("Quadrant"): quadrant,
    }
