"""What a meeting resolved, item by item, in the words of its minutes; the whole course one press away."""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.committee.minutes import MinutesContent, MinutesItem
from fundapp.committee.minutes_life import State
from fundapp.documents.minutes_circulation import circulated_text, ended_blocks
from fundapp.documents.minutes_closing import status_text
from fundapp.documents.minutes_item import matter_blocks
from fundapp.documents.minutes_votes import resolution_blocks
from fundapp.documents.said import said
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import clock, day, weekday
from fundapp.text.terms import meeting_name
from fundapp.ui import components
from fundapp.ui.minutes import blocks
from fundapp.ui.words import plain

ICONS: dict[State, str] = {
    "draft": ":material/edit_document:",
    "settled": ":material/draw:",
    "confirmed": ":material/lock:",
}


def title(content: MinutesContent, *, mine: bool = False) -> str:
    """Which meeting, and how many of its items are decided; for a signatory, that the minutes wait for him or her."""
    name = meeting_name(content.meeting_number, written=content.circulation is not None)
    if mine:
        return _("{name}: please confirm its minutes").format(name=name)
    if content.circulation is not None:
        ended = content.circulation.ended_by is not None
        return _("{name}: goes to a meeting").format(name=name) if ended else _("{name}: adopted").format(name=name)
    decided = sum(item.resolution is not None for item in content.items)
    return _("{name}: {text}").format(name=name, text=ngettext("{n} item decided", "{n} items decided", decided))


def when_and_where(content: MinutesContent) -> str:
    """Day, time, place; of a written resolution from when to when it went round."""
    if content.circulation is not None:
        return circulated_text(content)
    opened = day_of(content.opened_at)
    return _("{day}, {weekday}, {opened} to {closed}, {place}").format(
        day=day(opened),
        weekday=weekday(opened),
        opened=clock(content.opened_at),
        closed=clock(content.closed_at),
        place=content.place,
    )


def show_status(content: MinutesContent) -> None:
    """Whether the minutes are a draft, settled or confirmed, and what this copy leaves out."""
    lines = [f"{ICONS[content.life.state]} **{plain(status_text(content.life))}**"]
    if content.withheld():
        numbers = _(", ").join(str(number) for number in content.withheld())
        text = _("Your copy leaves out the papers of item {numbers}: you took no part in it.").format(numbers=numbers)
        lines.append(f":material/visibility_off: {plain(text)}")
    st.markdown("  \n".join(lines))


def show_items(content: MinutesContent) -> None:
    """Every item with its resolution."""
    components.section(_("Resolutions"))
    if content.circulation is not None:
        blocks.show(ended_blocks(content.circulation))
    for item in content.items:
        with st.container(border=True, key=f"item-{item.number}"):
            components.part(_name(item))
            if item.resolution is None:
                st.markdown(plain(_("The item ended without a resolution.")))
            else:
                blocks.show(resolution_blocks(item.resolution))
            if item.matter is not None:
                with st.expander(_("Papers, scores, gates, discussion and votes"), icon=":material/menu_book:"):
                    blocks.show(matter_blocks(item.matter, content.items))


def _name(item: MinutesItem) -> str:
    if item.matter is None:
        return _("{number}. Withheld in this copy").format(number=item.number)
    return f"{item.number}. {item.matter.proposal_code} {said(item.matter.proposal)}"
