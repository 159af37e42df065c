"""Which parts of the page are drawn for whom and when: what one may do stands first."""

from collections.abc import Callable, Iterable

import streamlit as st

from fundapp.record.minutes_item import matter_of
from fundapp.text.catalogue import _, language
from fundapp.ui import components
from fundapp.ui.downloads import download_button
from fundapp.ui.judging import agree, choose, firm
from fundapp.ui.meeting import (
    agenda,
    attendance,
    carried_over,
    comings,
    discussion,
    freeze,
    gates,
    if_approved,
    interests,
    motions,
    opening,
    recusal,
    result,
    reveal,
    scores,
    standing,
    votes,
)
from fundapp.ui.meeting.orders import Order
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.scoring import paper

Step = Callable[[Seen], Order | None]


def title(seen: Seen) -> None:
    """The meeting and its item; the question that the person is asked now."""
    name = _("Meeting no. {number}").format(number=seen.meeting.number)
    if seen.item is None:
        components.page_title(name)
        return
    components.page_title(
        _("Item {number}: {ask}").format(number=seen.item.number, ask=_asked(seen)),
        name if seen.recused else _("{meeting}: {matter}").format(meeting=name, matter=seen.matter_name(seen.item)),
    )


def _asked(seen: Seen) -> str:
    """What this person is to do now, or what is waited for."""
    item = seen.current
    if item.hidden:
        return _("you take no part")
    if item.frozen is None:
        return _("freeze the facts") if seen.secretariat else _("waiting for the facts")
    if seen.motion:
        if seen.seat_id and seen.ballot_of(seen.seat_id) is None:
            return _("your vote, please")
        return _("declare the result") if seen.chairs and not seen.unvoted else _("the vote is open")
    if item.revealed_at:
        return _("discuss, then put a motion") if seen.chairs else _("discussion")
    if seen.seat_id and not seen.declared():
        return _("have you an interest?")
    if seen.seat_id and not seen.scored():
        return _("your score, please")
    if seen.to_fill:
        return _("seat an alternate") if seen.secretariat else _("waiting for an alternate")
    if seen.chairs and not seen.unscored:
        return _("reveal the scores")
    return _("waiting for the declarations of interests") if seen.undeclared else _("waiting for the scores")


def mine(seen: Seen) -> Iterable[Order | None]:
    """What this person may do now, the first thing first."""
    for step in (*_secretariat_steps(seen), *_member_steps(seen), *_chair_steps(seen)):
        yield step(seen)


def _quiet(show: Callable[[Seen], None]) -> Step:
    """A part that shows and orders nothing."""

    def step(seen: Seen) -> None:
        show(seen)

    return step


def _member_steps(seen: Seen) -> Iterable[Step]:
    item = seen.item
    if seen.recused:
        yield interests.step_out
    if item is None or item.frozen is None:
        return
    if seen.motion:
        yield _quiet(votes.show_motion)
    if seen.seat_id is None:
        return
    if seen.motion:
        yield votes.cast
    elif not seen.declared():
        yield interests.declare
    else:
        yield _quiet(reveal.score)


def _chair_steps(seen: Seen) -> Iterable[Step]:
    item = seen.item
    if item is None or item.frozen is None or not seen.chairs:
        return
    if seen.motion:
        yield votes.declare
    elif seen.too_few:
        yield motions.defer_for_votes
    elif item.revealed_at:
        yield motions.put_motion
        if any(motion.tally for motion in item.motions):
            yield motions.defer_for_votes
    elif seen.scored():
        yield reveal.reveal


def _secretariat_steps(seen: Seen) -> Iterable[Step]:
    if not seen.secretariat or seen.recused:
        return
    if not attendance.complete(seen):
        yield attendance.record_attendance
    elif not seen.meeting.agenda:
        yield agenda.order_agenda
    elif seen.item is None:
        yield opening.close_meeting
    elif seen.item.frozen is None:
        yield freeze.freeze
    else:
        # An empty seat holds the item up. Else the note stands first: one writes in it while the item goes on.
        if seen.motion is None:
            yield recusal.seat_alternate
        yield discussion.note
        if seen.motion:
            yield votes.enter_spoken
        elif seen.chair is None:
            yield motions.defer_for_votes


def show(seen: Seen) -> None:
    """What lies before the committee: the last decision, papers, after the reveal scores, place and gates."""
    result.show_last(seen)
    item = seen.item
    if item is not None and item.frozen is not None:
        if item.revealed_at:
            show_judged(seen)
        freeze.show_frozen(seen)
        if not seen.recused:
            choose.show_choice(seen)
    agenda.show_agenda(seen)
    carried_over.show_carried(seen)


def show_judged(seen: Seen) -> None:
    """What the revealed scores say of the current item: place, gates, how firm it is, what was noted."""
    matter = matter_of(seen.writer, seen.meeting, seen.current)
    result.show_lost(matter)
    scores.show_scores(seen, matter)
    standing.show_standing(seen, matter)
    if_approved.show_if_approved(seen)
    gates.show_gates(matter)
    firm.show_firmness(seen)
    agree.show_agreement(seen)
    discussion.show_notes(matter)


def tools(seen: Seen) -> Iterable[Order | None]:
    """What the secretariat needs now and then."""
    if not seen.secretariat or seen.recused:
        return
    item = seen.item
    if item is not None and not item.hidden:
        if seen.motion is None:
            yield recusal.recuse(seen)
            yield interests.enter_for(seen)
        if item.frozen is not None and not item.motions:
            paper.link()
        if item.frozen is not None and not item.scored:
            with st.expander(_("Freeze the facts again"), icon=":material/ac_unit:"):
                yield freeze.freeze(seen)
    if attendance.complete(seen):
        download_button(_("Sign-in cards for the seats (QR)"), "seat-cards", language())
        with st.expander(_("Somebody leaves or comes back"), icon=":material/directions_walk:"):
            yield comings.record_coming_and_going(seen)
        with st.expander(_("Attendance"), icon=":material/groups:"):
            yield attendance.record_attendance(seen)
            yield attendance.record_observers(seen)
    if seen.meeting.agenda:
        with st.expander(_("Change the agenda"), icon=":material/list:"):
            yield agenda.order_agenda(seen)
