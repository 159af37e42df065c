"""How far a written resolution is: one's own four steps, and how far each member is, never what was scored."""

import streamlit as st

from fundapp.committee.item import RollEntry
from fundapp.record.circulating import reading_of
from fundapp.text.catalogue import _
from fundapp.text.figures import moment
from fundapp.text.terms import vote
from fundapp.ui import components
from fundapp.ui.meeting.live import DONE, OPEN, OUT, seat_line
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain


def own_steps(seen: Seen) -> None:
    """Interest, papers, score, answer: what is done and what comes."""
    if seen.seat_id is None:
        return
    done = (seen.declared(), has_read(seen), bool(seen.scored()), seen.ballot_of(seen.seat_id) is not None)
    names = (_("Interest"), _("Papers"), _("Score"), _("Answer"))
    steps = zip(names, done, strict=True)
    st.markdown("\u2003".join(f"{DONE if ready else OPEN} {plain(name)}" for name, ready in steps))


def has_read(seen: Seen) -> bool:
    """True when this person's reading is on record."""
    return seen.seat_id is not None and reading_of(seen.current, seen.seat_id, seen.actor.person) is not None


def show(seen: Seen) -> None:
    """Every seat and how far it is, with the day of its reading."""
    components.section(_("How far each is"))
    with st.container(key="progress", gap="xsmall"):
        st.markdown("  \n".join(seat_line(seen, entry, *_state(seen, entry)) for entry in seen.roll))


def _state(seen: Seen, entry: RollEntry) -> tuple[str, str]:
    item = seen.current
    if entry.recused:
        return OUT, vote("recused")
    if entry.mode == "absent":
        return OUT, vote("absent")
    reading = reading_of(item, entry.seat_id, entry.person)
    if reading is None:
        return OPEN, _("has not read the papers yet")
    read = _("read the papers on {time}").format(time=moment(reading.at))
    ballot = seen.ballot_of(entry.seat_id)
    if ballot is not None:
        return DONE, _("{read}, has answered").format(read=read)
    if seen.motion:
        return OPEN, _("{read}, has not answered yet").format(read=read)
    if entry.seat_id in item.scored:
        return DONE, _("{read}, has scored").format(read=read)
    return OPEN, _("{read}, is scoring").format(read=read)
