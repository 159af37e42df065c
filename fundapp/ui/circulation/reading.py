"""Reading the papers: each named and opened here, and confirmed one by one, which is the proof of having read them."""

import streamlit as st

from fundapp.committee.item import Entry, RollEntry
from fundapp.record import circulation_commands as w
from fundapp.record.book import Frozen
from fundapp.record.circulating import facts_sha256, has_to_read, papers_to_read
from fundapp.text.catalogue import _, language, ngettext
from fundapp.ui.desks import PAGES
from fundapp.ui.downloads import download_button
from fundapp.ui.meeting.freeze import show_facts
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.ways import PROPOSAL
from fundapp.ui.words import plain


def read(seen: Seen) -> Order | None:
    """The frozen facts and every paper with a tick each; the confirmation opens when all are ticked."""
    item, frozen = seen.current, seen.frozen
    form = f"reading/{item.id}/{facts_sha256(frozen)[:12]}"
    st.markdown(
        _("Read the facts and every paper, and tick each. Your confirmation stands in the record: it is the proof.")
    )
    with st.container(horizontal=True):
        open_all(seen)
        st.page_link(
            PAGES["committee/proposal"].file,
            label=_("The proposal's page with every fact"),
            icon=":material/fact_check:",
            query_params={PROPOSAL: item.proposal_code},
        )
    show_facts(seen, frozen)
    ticked = [
        st.checkbox(plain(one), key=key(form, f"tick-{number}"))
        for number, one in enumerate((_("I have read the facts above"), *_titles(frozen)))
    ]
    missing = ticked.count(False)
    slot = st.container()
    label = ngettext("{n} tick is missing", "{n} ticks are missing", missing) if missing else _("I have read all of it")
    pressed = st.button(
        label,
        type="secondary" if missing else "primary",
        disabled=bool(missing),
        icon=":material/menu_book:",
        width="stretch",
        key=key(form, "go"),
    )
    if not pressed:
        return None
    done = _("Your reading is on record.")
    return Order((_reading(seen, seen.own_seat, "self"),), form, slot, done)


def open_all(seen: Seen) -> None:
    """All papers of the item as one file."""
    download_button(_("All papers as one PDF"), "circulated-papers", language(), item=seen.current.id)


def _titles(frozen: Frozen) -> tuple[str, ...]:
    """Every paper once; a paper that stands for several criteria has one tick."""
    titles = {sha256: title for title, sha256 in reversed(frozen.proposal.papers())}
    return tuple(_("I have read: {title}").format(title=titles[one]) for one in papers_to_read(frozen))


def _reading(seen: Seen, seat_id: str, entry: Entry) -> w.ConfirmReading:
    return w.ConfirmReading(
        item_id=seen.current.id,
        seat_id=seat_id,
        papers=papers_to_read(seen.frozen),
        facts_sha256=facts_sha256(seen.frozen),
        entry=entry,
    )


def enter_for(seen: Seen) -> Order | None:
    """The secretariat enters what a named member signed on paper; it is marked so."""
    item = seen.current
    declared = {(one.seat_id, one.person) for one in item.interests}
    waiting: dict[str, RollEntry] = {
        one.seat_id: one
        for one in seen.voters
        if has_to_read(seen.book, item, one.seat_id, one.person) and (one.seat_id, one.person) in declared
    }
    if not waiting:
        return None
    form = f"reading-for/{item.id}"
    with (
        st.expander(_("Enter a reading from paper"), icon=":material/menu_book:", key=key(form, "open")),
        st.form(key(form, "form"), border=False),
    ):
        st.markdown(_("Enter it only when the signed sheet lies before you: all papers and the facts, with the date."))
        seat_id = st.radio(
            _("Who has read"),
            tuple(waiting),
            format_func=lambda one: seen.name(waiting[one].person),
            key=key(form, "seat"),
        )
        pressed = st.form_submit_button(_("Enter this reading"), key=key(form, "go"))
        slot = st.container()
    if not (pressed and seat_id):
        return None
    done = _("Reading of {name} entered.").format(name=seen.name(waiting[seat_id].person))
    return Order((_reading(seen, seat_id, "paper"),), form, slot, done)
