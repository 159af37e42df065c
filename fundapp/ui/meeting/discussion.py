"""The discussion, noted by speaker and gist while it happens."""

from typing import get_args

import streamlit as st

from fundapp.basis.roles import Role
from fundapp.committee.item import APPLICANT, LONGEST_WORDS, Saying
from fundapp.committee.minutes import Matter, Remark
from fundapp.documents.minutes_item import remark_text
from fundapp.documents.said import said
from fundapp.record import commands as c
from fundapp.text.catalogue import _
from fundapp.text.figures import clock
from fundapp.text.terms import term
from fundapp.ui import components, gate
from fundapp.ui.meeting.orders import Order, typing
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain

SAYINGS: tuple[Saying, ...] = get_args(Saying)


def note(seen: Seen) -> Order | None:
    """Speaker and gist; once a note is on record its field is empty and one types on in it."""
    item = seen.current
    speaker_key, gist_key = f"speaker-{item.id}", f"gist-{item.id}"
    saved = _on_record(seen, st.session_state.get(speaker_key, ""), st.session_state.get(gist_key, ""))
    if saved:
        # The widgets keep their keys, so that the cursor stays in the field.
        st.session_state[gist_key] = ""
    typing()
    criteria = {one.id: f"{one.id} {said(one.name)}" for axis in seen.rubric.axes for one in axis.criteria}
    people = list(dict.fromkeys([*(entry.person for entry in seen.voters), *_guests(seen)]))
    with st.form("note-form"):
        components.section(_("Note the discussion"))
        speaker = st.segmented_control(_("Who speaks"), people, format_func=seen.name, key=speaker_key)
        # Columns, which a phone stacks: in a row the last choice would be cut off there.
        what, criterion = st.columns([2, 3])
        with what:
            saying = st.segmented_control(
                _("What it is"),
                SAYINGS,
                default="statement",
                required=True,
                format_func=lambda one: term("saying", one),
                key=f"saying-{item.id}",
            )
        with criterion:
            about = st.selectbox(
                _("On which criterion, if one"),
                criteria,
                index=None,
                placeholder=_("none in particular"),
                format_func=lambda one: criteria[one],
                key=f"about-{item.id}",
            )
        gist = st.text_input(
            _("What was said, in a sentence"), max_chars=LONGEST_WORDS, key=gist_key, autocomplete="off"
        )
        pressed = st.form_submit_button(_("Save the note"), icon=":material/add_comment:")
        slot = st.container()
    # A press that comes twice finds its note on record.
    if not pressed or saved:
        return None
    command = c.NoteDiscussion(
        item_id=item.id, speaker=speaker or "", gist=gist or "", saying=saying or "statement", about=about or ""
    )
    # The note itself appears below: a receipt above would move the field one types in.
    return Order((command,), f"note/{item.id}/{len(item.notes)}", slot, "")


def _on_record(seen: Seen, speaker: str, gist: str) -> bool:
    """True when this is the last note on record."""
    last = seen.current.notes[-1] if seen.current.notes else None
    return last is not None and last.speaker == speaker and seen.book.words_of(last.gist) == gist


def _guests(seen: Seen) -> tuple[str, ...]:
    """Those who speak without a vote: manager and secretariat, who else is present, the applicant."""
    known = gate.desk().people().values()
    seated = {entry.person for entry in seen.roll}
    office = (one.id for one in known if _speaks(one.roles) and not one.disabled)
    return tuple(one for one in (*office, *seen.meeting.observers, APPLICANT) if one not in seated)


def _speaks(roles: frozenset[Role]) -> bool:
    return not roles.isdisjoint({Role.MANAGER, Role.SECRETARIAT})


def show_notes(matter: Matter) -> None:
    """What was noted so far, the latest first."""
    if not matter.discussion:
        return
    components.section(_("Discussion so far"))
    st.markdown("  \n".join(_line(one) for one in reversed(matter.discussion)))


def _line(one: Remark) -> str:
    said_what = f"**{plain(one.speaker)}**: {plain(remark_text(one))}"
    return f"{clock(one.at)} {said_what}" if one.at else said_what
