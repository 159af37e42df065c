"""The live line: where the meeting is and who has scored or voted, looked up every second."""

from collections.abc import Iterator

import streamlit as st

from fundapp.committee.item import RollEntry
from fundapp.documents.said import listed
from fundapp.record.book import Item, Meeting
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import clock, lasted
from fundapp.text.terms import term, vote
from fundapp.ui import components, gate
from fundapp.ui.fragments import fragment
from fundapp.ui.meeting import orders
from fundapp.ui.meeting.seen import Seen, look
from fundapp.ui.words import plain

DONE, OPEN, OUT = ":material/check_circle:", ":material/radio_button_unchecked:", ":material/logout:"

LINE_PX = 56

State = tuple[Meeting, Item | None] | None


def state_of(seen: Seen | None) -> State:
    """What the page was drawn from: when it differs, something changed."""
    return (seen.meeting, seen.item) if seen else None


def phase_of(state: State) -> tuple[str | int | bool, ...]:
    """Meeting, item, whether it is open to this person and revealed, and the open vote."""
    if state is None:
        return ()
    meeting, item = state
    if item is None:
        return (meeting.id,)
    motion = item.open_motion()
    return (meeting.id, item.id, item.hidden, item.revealed_at is not None, motion.number if motion else 0)


@fragment(every_seconds=1)
def follow(drawn: State) -> None:
    """Who has scored or voted, never what. The page follows every change, for one who writes only a new phase.

    A new phase (reveal, vote opened or closed, next item) makes the old forms moot; a note in the making stays. Why a
    press was refused stays until its reader asks for what changed.
    """
    now = look(gate.actor())
    latest = state_of(now)
    changed = latest != drawn
    if changed and not orders.is_refused() and (not orders.is_typing() or phase_of(latest) != phase_of(drawn)):
        st.rerun(scope="app")
    with st.container(key="live", gap="xsmall"):
        if now:
            st.markdown(f"**{plain(where(now))}**")
            about = {"arrow_forward": _next(now), "timer": _since(now)}
            st.markdown("  \n".join(f":material/{icon}: {plain(text)}" for icon, text in about.items() if text))
            st.markdown("  \n".join(_seat_line(now, entry) for entry in now.roll))
        # Always there and always as high, so that it moves nothing when it has something to say.
        with st.container(height=LINE_PX, border=False, key="live-line"):
            if not changed:
                components.quiet_notice(_("This page follows by itself."))
            elif st.button(_("Something changed: show it"), key="show-latest", icon=":material/sync:"):
                st.rerun(scope="app")


def _next(seen: Seen) -> str:
    """The item after the current one; by its number alone for whoever may not know more."""
    waiting = [item for item in seen.book.items_of(seen.meeting.id) if item.resolved is None and item != seen.item]
    if seen.item is None or not waiting:
        return ""
    number, code = waiting[0].number, "" if waiting[0].hidden else waiting[0].proposal_code
    return _("Next: item {number} {code}").format(number=number, code=code).rstrip()


def _since(seen: Seen) -> str:
    """How long the meeting has lasted, and the item since the one before it was decided."""
    now = gate.desk().now()
    if seen.item is None:
        return ""
    decided = [item.resolved.at for item in seen.book.items_of(seen.meeting.id) if item.resolved]
    began = max(decided, default=seen.meeting.opened_at)
    item, meeting = (
        lasted(max(0, int((now - start).total_seconds() // 60))) for start in (began, seen.meeting.opened_at)
    )
    return _("This item {item}, the meeting {meeting}").format(item=item, meeting=meeting)


def where(seen: Seen) -> str:
    """Where the current item stands, in a sentence."""
    item = seen.item
    if item is None:
        return _("Every item of the agenda is decided.") if seen.meeting.agenda else _("The agenda is empty.")
    if item.hidden:
        return _("Item {number} is under way without you.").format(number=item.number)
    if item.frozen is None:
        return _("The secretariat freezes the facts of this item; then it starts.")
    if seen.motion:
        if not seen.unvoted:
            return _("All votes are in.")
        return _("The vote on “{resolution}” is open. {missing}").format(
            resolution=seen.resolution_name(seen.motion.resolution),
            missing=ngettext("{n} vote is missing.", "{n} votes are missing.", len(seen.unvoted)),
        )
    if item.revealed_at:
        return _("The scores are revealed. The committee discusses.")
    if seen.undeclared:
        return ngettext(
            "{n} declaration of interests is missing.",
            "{n} declarations of interests are missing.",
            len(seen.undeclared),
        )
    if seen.unscored:
        return ngettext("{n} score is missing.", "{n} scores are missing.", len(seen.unscored))
    if seen.to_fill:
        return _("The secretariat seats an alternate. Then the chair reveals the scores.")
    return _("All scores are in. The chair reveals them.")


def _seat_line(seen: Seen, entry: RollEntry) -> str:
    mark, state = _seat_state(seen, entry)
    return seat_line(seen, entry, mark, listed([state, *_attendance(seen, entry)]))


def _attendance(seen: Seen, entry: RollEntry) -> Iterator[str]:
    """What is to be told of how a seat attends: not in the room, came late, was out."""
    if entry.mode in ("remote", "represented"):
        yield term("mode", entry.mode)
    if arrived := dict(seen.meeting.arrived).get(entry.seat_id):
        yield _("came at {time}").format(time=clock(arrived))
    if entry.left_at and entry.returned_at:
        yield _("was out from {left} to {back}").format(left=clock(entry.left_at), back=clock(entry.returned_at))


def seat_line(seen: Seen, entry: RollEntry, mark: str, state: str) -> str:
    """A seat's person with a mark and how far it is; the chair of the item is named as such."""
    name = seen.name(entry.person)
    if seen.chair and seen.chair.seat_id == entry.seat_id:
        name = _("{name} (chairs this item)").format(name=name)
    line = _("{name}: {text}").format(name=name, text=state)
    return f"{mark} {plain(line)}"


def _seat_state(seen: Seen, entry: RollEntry) -> tuple[str, str]:
    """A mark and a word for how far a seat is."""
    item = seen.current
    if entry.recused:
        return OUT, vote("recused")
    if entry.mode == "absent" and entry.left_at:
        return OUT, _("out of the room since {time}").format(time=clock(entry.left_at))
    if entry.mode == "absent":
        return OUT, vote("absent")
    if seen.motion:
        ballot = seen.ballot_of(entry.seat_id)
        return (DONE, _("has voted")) if ballot else (OPEN, _("has not voted yet"))
    if item.revealed_at:
        second = any(card.seat_id == entry.seat_id and card.round == 2 for card in item.scorecards)
        return (DONE, _("has scored again")) if second else (DONE, _("has scored"))
    if entry.seat_id in item.scored:
        return DONE, _("has scored")
    if item.frozen is None:
        return OPEN, _("is here")
    return OPEN, _("has not declared interests yet") if entry in seen.undeclared else _("is scoring")
