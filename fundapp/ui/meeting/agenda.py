"""The agenda: what is taken in which order, and how each item ended."""

import streamlit as st

from fundapp.committee.proposal import Proposal
from fundapp.documents.said import said
from fundapp.record import commands as c
from fundapp.record.book import Item
from fundapp.record.preparing import may_be_taken
from fundapp.text.catalogue import _
from fundapp.text.figures import yen
from fundapp.ui import components, gate
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain

DONE, NOW, LATER = ":material/check_circle:", ":material/arrow_right_alt:", ":material/radio_button_unchecked:"


def show_agenda(seen: Seen) -> None:
    """The items in their order, the current one marked, the decided ones with their resolution."""
    components.section(_("Agenda"))
    lines = [_line(seen, item) for item in seen.book.items_of(seen.meeting.id)]
    st.markdown("  \n".join(lines) if lines else _("The agenda is empty."))


def _line(seen: Seen, item: Item) -> str:
    name = seen.matter_name(item)
    title = name if item.hidden else _("{number}. {name}").format(number=item.number, name=name)
    if item.resolved:
        return f"{DONE} {plain(title)}: **{plain(seen.resolution_name(item.resolved.resolution))}**"
    if seen.item and item.id == seen.item.id:
        return f"{NOW} **{plain(title)}**"
    return f"{LATER} {plain(title)}"


def order_agenda(seen: Seen) -> Order | None:
    """The agenda in the making: add a registered proposal, move an item up or down, take one off."""
    items = seen.book.items_of(seen.meeting.id)
    places = tuple(
        c.AgendaPlace(item_id=item.id, proposal_id=item.proposal_id, proposal_code=item.proposal_code) for item in items
    )
    form = f"agenda/{seen.meeting.id}"
    slot = st.container()
    wishes = [_moves(seen, item, places, form) for item in items]
    wishes.append(_addition(seen, places, form))
    wish = next((one for one in wishes if one is not None), None)
    if wish is None:
        return None
    return Order((c.OrderAgenda(meeting_id=seen.meeting.id, places=wish),), form, slot, _("The agenda is ordered."))


Places = tuple[c.AgendaPlace, ...]


def _moves(seen: Seen, item: Item, places: Places, form: str) -> Places | None:
    """The agenda after a press at this item, or None."""
    here = next(index for index, place in enumerate(places) if place.item_id == item.id)
    name = seen.matter_name(item)
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{here + 1}.** {plain(name)}", width="stretch")
        up = st.button(_("Up"), icon=":material/arrow_upward:", disabled=here == 0, key=key(form, f"up-{item.id}"))
        down = st.button(
            _("Down"),
            icon=":material/arrow_downward:",
            disabled=here == len(places) - 1,
            key=key(form, f"down-{item.id}"),
        )
        off = st.button(
            _("Take off"), icon=":material/close:", disabled=item.frozen is not None, key=key(form, f"off-{item.id}")
        )
    if off:
        return places[:here] + places[here + 1 :]
    if up or down:
        first = here - 1 if up else here
        return (*places[:first], places[first + 1], places[first], *places[first + 2 :])
    return None


def _addition(seen: Seen, places: Places, form: str) -> Places | None:
    """The agenda with one more proposal, or None."""
    taken = {place.proposal_id for place in places}
    open_ones = may_be_taken(seen.book, gate.desk().proposals(seen.actor))
    free = {one.id: one for one in open_ones if one.id not in taken}
    if not free:
        st.markdown(_("Every open proposal is on the agenda."))
        return None
    chosen = st.selectbox(
        _("Add a proposal"), tuple(free), format_func=lambda one: _label(free[one]), key=key(form, "proposal")
    )
    pressed = st.button(
        _("Add to the agenda"),
        type="secondary" if places else "primary",
        icon=":material/add:",
        key=key(form, "add"),
    )
    if not pressed:
        return None
    added = c.AgendaPlace(item_id=gate.desk().new_id(), proposal_id=chosen, proposal_code=free[chosen].code)
    return (*places, added)


def _label(proposal: Proposal) -> str:
    return f"{proposal.code} {said(proposal.name)} ({yen(proposal.ask_yen, 'man')})"
