"""Which parts of the page are drawn for whom and when: what one is asked to do stands first."""

from collections.abc import Iterable

import streamlit as st

from fundapp.documents.said import listed
from fundapp.mailing import mail_server, public_address
from fundapp.record.circulating import to_talk_about
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import moment
from fundapp.text.terms import meeting_name
from fundapp.ui import components, gate
from fundapp.ui.circulation import answering, progress, reading, sending
from fundapp.ui.meeting import freeze, interests, motions, recusal, reveal, summoning, votes
from fundapp.ui.meeting.orders import Order
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.meeting.steps import show_judged
from fundapp.ui.scoring import paper
from fundapp.ui.ways import base
from fundapp.ui.words import plain
from fundapp.web.summons_letters import circulation_letters, reminder


def title(seen: Seen) -> None:
    """What this person is asked, the matter, and by when."""
    name = meeting_name(seen.meeting.number, written=True)
    if seen.recused:
        components.page_title(_("{name}: you take no part").format(name=name))
        return
    matter = _("{name}: {text}").format(name=name, text=seen.matter_name(seen.current))
    components.page_title(_asked(seen), matter)
    st.markdown(f":material/event: **{plain(answering.last_day(seen))}**\u2003{plain(_days_left(seen))}")
    circulation = seen.meeting.circulation
    if circulation is not None:
        urgent = _("Why it cannot wait: {reason}").format(reason=seen.book.words_of(circulation.urgent_because))
        st.markdown(plain(urgent))


def _days_left(seen: Seen) -> str:
    assert seen.meeting.circulation is not None, "a meeting in a room has no last day"
    days = (seen.meeting.circulation.answer_by - gate.desk().today()).days
    if days < 0:
        return _("the last day has passed")
    return ngettext("{n} day is left", "{n} days are left", days) if days else _("today is the last day")


def _asked(seen: Seen) -> str:
    item = seen.current
    if seen.motion:
        if seen.seat_id and seen.ballot_of(seen.seat_id) is None:
            return _("Your answer, please")
        return _("Declare the result") if seen.chairs and not seen.unvoted else _("The answers are coming in")
    if seen.seat_id and not seen.declared():
        return _("Have you an interest?")
    if seen.seat_id and not progress.has_read(seen):
        return _("Please read the papers")
    if item.revealed_at:
        return _("Put the resolution to be agreed to") if seen.chairs else _("Waiting for the chair's motion")
    if seen.seat_id and not seen.scored():
        return _("Your score, please")
    return _("Reveal the scores") if seen.chairs and not seen.unscored else _("Waiting for the others")


def mine(seen: Seen) -> Iterable[Order | None]:
    """What this person may do now, the first thing first; whoever was asked may ask for a meeting at any time."""
    if seen.recused:
        st.markdown(_("You see neither its papers nor its course. How it ended will stand among the minutes."))
        yield interests.objection(seen)
        return
    progress.own_steps(seen)
    if seen.secretariat and seen.motion is None:
        yield recusal.seat_alternate(seen)
    if seen.secretariat:
        letters = circulation_letters(gate.desk(), seen.actor, seen.meeting, base())
        # Once a resolution is put, those who were written to before are asked for something new.
        about = f"{seen.meeting.id}/{'answer' if seen.motion else 'read'}"
        yield summoning.summon(about, letters, meeting=seen.meeting.id, leads=True)
        _reminders(seen)
    if seen.motion:
        votes.show_motion(seen)
    yield _member(seen)
    yield _chair(seen)
    if seen.seat_id is not None:
        yield answering.ask_for_meeting(seen)


def _reminders(seen: Seen) -> None:
    """Whom the clock has reminded, or that it will."""
    reminded = gate.desk().summoned(seen.actor, reminder(seen.meeting))
    names = [_("{name} ({time})").format(name=seen.name(one), time=moment(at)) for one, at in reminded.items()]
    text = _("Whoever has not answered is reminded by e-mail two days before the last day, without a press.")
    if names:
        text = _("Reminded by the clock: {names}").format(names=listed(names))
    elif mail_server() is None or not public_address(""):
        text = _("No mail server is set up, so nobody is reminded without a press. Write to them before the last day.")
    st.markdown(f":material/alarm: {plain(text)}")


def _member(seen: Seen) -> Order | None:
    if seen.seat_id is None:
        return None
    if seen.motion:
        return answering.answer(seen)
    if not seen.declared():
        return interests.declare(seen)
    if not progress.has_read(seen):
        return reading.read(seen)
    reveal.score(seen)
    return None


def _chair(seen: Seen) -> Order | None:
    if seen.too_few and (seen.chairs or (seen.secretariat and seen.chair is None)):
        return motions.defer_for_votes(seen)
    if not seen.chairs:
        return None
    if seen.motion:
        return votes.declare(seen)
    if seen.current.revealed_at:
        return _motion(seen)
    return reveal.reveal(seen) if seen.scored() else None


def _motion(seen: Seen) -> Order | None:
    criteria = to_talk_about(seen.book, seen.current)
    if not criteria:
        return motions.put_motion(seen)
    text = _(
        "The marks on {criteria} lie far apart or below a floor. Unless second scores bring them together, "
        "ask for a meeting: what has to be discussed is not resolved in writing."
    )
    st.markdown(f":material/forum: **{plain(text.format(criteria=', '.join(criteria)))}**")
    return None


def show(seen: Seen) -> None:
    """After the reveal scores, place and gates; what was frozen."""
    if seen.recused:
        return
    if seen.current.revealed_at:
        show_judged(seen)
    if seen.seat_id is None or progress.has_read(seen):
        freeze.show_frozen(seen)
        reading.open_all(seen)


def tools(seen: Seen) -> Iterable[Order | None]:
    """What the office needs now and then."""
    if seen.secretariat and not seen.recused:
        if seen.motion is None:
            yield interests.enter_for(seen)
            yield recusal.recuse(seen)
            paper.link()
            if not seen.current.scored:
                with st.expander(_("Freeze the facts again"), icon=":material/ac_unit:"):
                    st.markdown(_("Whoever has read them has to read them again."))
                    yield freeze.freeze(seen)
        yield reading.enter_for(seen)
        yield answering.enter_for(seen)
    if seen.seat_id is None and not seen.recused and seen.actor.has(*answering.OFFICE):
        yield answering.ask_for_meeting(seen)
    if seen.secretariat:
        with st.expander(_("Send another proposal round"), icon=":material/outbox:"):
            yield sending.send(seen.actor)
