"""What becomes of a change: put before the committee by the office, adopted by the chair after a resolution."""

from datetime import date

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.rubric import Rubric
from fundapp.committee.rubric_text import RubricText, read_texts
from fundapp.documents.said import said
from fundapp.record.book import Book, Meeting
from fundapp.record.commands import AdoptRubric, Command, ProposeRubric, TakeBackRubric
from fundapp.text.catalogue import _
from fundapp.text.figures import day
from fundapp.ui import components, drafting, gate, refusal
from fundapp.ui.drafting import Typing
from fundapp.ui.proposal.sending import nonce, renew
from fundapp.ui.words import plain
from fundapp.ui.workshop.draft import Draft

_DONE = "workshop/done"


def show_receipt() -> None:
    """What was just done, once."""
    if text := st.session_state.pop(_DONE, None):
        components.receipt(text)


def _send(command: Command, actor: Actor, form: str, done: str, typing: Typing | None = None) -> None:
    answer = gate.desk().submit(command, actor, nonce(form))
    if isinstance(answer, Refusal):
        refusal.show(answer)
        return
    renew(form)
    if typing is not None:
        drafting.finish(typing)
    st.session_state[_DONE] = done
    st.rerun()


def may_edit(actor: Actor) -> bool:
    """True for whoever puts a change before the committee."""
    return actor.has(Role.MANAGER, Role.SECRETARIAT)


def propose(actor: Actor, draft: Draft, typing: Typing) -> None:
    """The press that puts the edited rubric before the committee."""
    if st.button(
        _("Put it before the committee"), type="primary", icon=":material/send:", key=typing.widget("propose")
    ):
        done = _("The change is before the committee. The chair adopts it after the resolution.")
        _send(ProposeRubric(text=draft.as_text()), actor, "rubric/propose", done, typing)


def show_proposed(actor: Actor, text: RubricText) -> None:
    """Why a change is before the committee, and the way to take it back."""
    title = _("A change of the rubric is before the committee")
    st.info(f"**{plain(title)}**  \n{plain(text.why)}")
    if may_edit(actor) and st.button(_("Take the change back"), icon=":material/undo:", key="rubric-take-back"):
        _send(TakeBackRubric(), actor, "rubric/take-back", _("The change is taken back."))


def adopt(actor: Actor, book: Book, text: RubricText) -> None:
    """For the chair: the meeting that resolved, the seats that agreed, and the day from which the rubric holds."""
    senior = next(iter(book.seats_by_rank()), None)
    rubric = read_texts(text.axis1, text.axis2, text.decision)
    if senior is None or senior.holder != actor.person or not isinstance(rubric, Rubric):
        return
    # In writing only a proposal is resolved on.
    in_room = (one for one in book.meetings.values() if one.circulation is None)
    meetings = sorted(in_room, key=lambda one: -one.number)
    components.section(_("Adopt it, after the committee's resolution"))
    if not meetings:
        st.markdown(_("A meeting resolves on it first."))
        return
    _adoption_form(actor, book, text, rubric, meetings)


def _adoption_form(actor: Actor, book: Book, text: RubricText, rubric: Rubric, meetings: list[Meeting]) -> None:
    form = f"rubric/adopt/{rubric.digest()[:12]}"
    key = f"{form}-{nonce(form)}"
    names = {
        one.id: _("Meeting no. {number}, {day}").format(number=one.number, day=day(one.held_on)) for one in meetings
    }
    today: date = day_of(gate.desk().now())
    with st.form(key):
        meeting = st.selectbox(
            _("The meeting that resolved"), tuple(names), format_func=lambda one: names[one], key=f"{key}-meeting"
        )
        st.markdown(_("The seats that agreed"))
        agreed = tuple(
            seat.id for seat in book.seats_by_rank() if st.checkbox(plain(said(seat.name)), key=f"{key}-seat-{seat.id}")
        )
        since = st.date_input(_("In force from"), value=today, min_value=today, format="YYYY/MM/DD", key=f"{key}-since")
        if not st.form_submit_button(_("Adopt the rubric"), type="primary", icon=":material/gavel:", key=f"{key}-send"):
            return
    command = AdoptRubric(
        rubric=rubric, in_force_from=since or today, meeting_id=meeting, agreed=agreed, reason=text.why
    )
    done = _("The rubric is adopted and holds from {day}. What was judged before keeps its own.")
    _send(command, actor, form, done.format(day=day(since or today)))
