"""Before the meeting: the calendar, the agenda in a calm order, who will probably be out, what is not ready."""

from datetime import time, timedelta

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.basis.roles import Actor, Role
from fundapp.committee.planning import LONGEST_PLACE, PlannedMeeting
from fundapp.committee.proposal import Proposal
from fundapp.documents.said import listed, said
from fundapp.record import planning_commands as n
from fundapp.record.book import Book
from fundapp.record.preparing import (
    Forecast,
    LikelyOut,
    Unready,
    calm_order,
    forecast,
    may_be_taken,
    paid_providers,
    unready,
)
from fundapp.text.catalogue import N_, _, language, ngettext
from fundapp.text.figures import day, weekday
from fundapp.ui import components, gate
from fundapp.ui.downloads import download_button
from fundapp.ui.meeting.orders import Order, key, nonce, typing
from fundapp.ui.words import plain

USUALLY_AFTER = timedelta(days=28)
BECAUSE = {
    "recused_before": N_("was recused from this proposal before"),
    "recused_for_company": N_("was recused from another proposal of this company"),
    "organisation_provides": N_("the own organisation bids for or provides paid support"),
}


def next_meeting() -> PlannedMeeting | None:
    """The next meeting on the calendar, today's too."""
    return next(iter(gate.desk().meetings_to_come()), None)


def called_off(actor: Actor) -> PlannedMeeting | None:
    """A meeting that was called off after people were invited to it, and nobody was told so yet."""
    desk = gate.desk()
    for one in desk.planned_meetings():
        if one.cancelled and one.day >= desk.today() and not desk.summoned(actor, one.summons()):
            earlier = (one.model_copy(update={"revision": n}).summons() for n in range(one.revision))
            if any(desk.summoned(actor, about) for about in earlier):
                return one
    return None


def show_next(planned: PlannedMeeting, actor: Actor) -> None:
    """When and where, the agenda as far as this reader may see it, the invitation and the papers."""
    components.section(_("Next meeting: no. {number}").format(number=planned.number))
    st.markdown(plain(_when(planned)))
    names = {one.id: _name(one) for one in gate.desk().proposals(actor)}
    withheld = _("withheld")
    lines = [f"{place}. {plain(names.get(one, withheld))}" for place, one in enumerate(planned.proposal_ids, 1)]
    st.markdown("\n".join(lines) if lines else _("The agenda is not set yet."))
    with st.container(horizontal=True):
        download_button(_("Into my calendar (.ics)"), "invitation-ics", language(), planned=planned.id)
        if planned.proposal_ids:
            download_button(_("My papers as one PDF"), "papers-pdf", language(), planned=planned.id)
    _show_later(planned)


def _show_later(after: PlannedMeeting) -> None:
    """The rest of the calendar, and all of it in one file."""
    later = [one for one in gate.desk().meetings_to_come() if one != after]
    if not later:
        return
    title = ngettext("{n} later meeting is planned", "{n} later meetings are planned", len(later))
    with st.expander(title, icon=":material/calendar_month:"):
        st.markdown("\n".join(f"- {plain(_line(one))}" for one in later))
        download_button(_("All meetings into my calendar (.ics)"), "invitation-ics", language())


def _line(one: PlannedMeeting) -> str:
    """A meeting of the calendar in a line."""
    return _("No. {number}: {when}").format(number=one.number, when=_when(one))


def _when(one: PlannedMeeting) -> str:
    return _("{day}, {weekday}, {begins}, {place}").format(
        day=day(one.day), weekday=weekday(one.day), begins=one.begins, place=one.place
    )


def _name(proposal: Proposal) -> str:
    return f"{proposal.code} {said(proposal.name)}"


def prepare(actor: Actor) -> Order | None:
    """The secretariat keeps the calendar, with what is likely and what is missing in the next meeting beside it."""
    if not actor.has(Role.SECRETARIAT):
        return None
    desk = gate.desk()
    coming = {one.id: one for one in desk.meetings_to_come()}
    book = desk.book(actor)
    proposals = {one.id: one for one in may_be_taken(book, desk.proposals(actor))}
    title = _("Plan meetings or change the plan") if coming else _("Plan the next meeting")
    # With the meetings counted in its key it shuts once one more is on the calendar.
    with st.expander(title, icon=":material/edit_calendar:", key=f"plan-{len(coming)}"):
        typing()
        chosen = _which(coming)
        order = _plan_form(f"plan/{chosen.id if chosen else 'new'}", chosen, book, proposals)
    following = next(iter(coming.values()), None)
    if following and following.proposal_ids:
        on_agenda = [proposals[one] for one in following.proposal_ids if one in proposals]
        order = order or _foreseen(following, book, actor, on_agenda)
    return order


def _which(coming: dict[str, PlannedMeeting]) -> PlannedMeeting | None:
    """A meeting of the calendar to be changed, the next one first; None for one more."""
    if not coming:
        return None
    further = _("One more meeting")
    chosen = st.selectbox(
        _("Which meeting"),
        (*coming, ""),
        format_func=lambda one: _line(coming[one]) if one else further,
        # A choice keeps the line it was chosen by: a plan that was changed is offered anew.
        key="/".join(("plan-which", *(one.summons() for one in coming.values()))),
    )
    return coming.get(chosen)


def _plan_form(form: str, planned: PlannedMeeting | None, book: Book, proposals: dict[str, Proposal]) -> Order | None:
    coming = gate.desk().meetings_to_come()
    numbers = [*(one.number for one in book.meetings.values()), *(one.number for one in coming)]
    # A further one is mostly held like the last one, some weeks later.
    like, on = planned or next(reversed(coming), None), day_of(gate.desk().now())
    if like is not None:
        on = like.day if planned else like.day + USUALLY_AFTER
    with st.form(key(form, "form"), border=False):
        number = st.number_input(
            _("Number"),
            min_value=1,
            value=planned.number if planned else max(numbers, default=0) + 1,
            step=1,
            key=key(form, "number"),
        )
        on = st.date_input(_("Day"), value=on, key=key(form, "day"))
        begins = st.time_input(
            _("Begins at"), value=time.fromisoformat(like.begins if like else "14:00"), key=key(form, "begins")
        )
        minutes = st.number_input(
            _("Takes (minutes)"),
            min_value=5,
            max_value=1440,
            value=like.duration_minutes if like else 120,
            step=5,
            key=key(form, "minutes"),
        )
        place = st.text_input(
            _("Place"), value=like.place if like else "", max_chars=LONGEST_PLACE, key=key(form, "place")
        )
        agenda = st.multiselect(
            _("Agenda, in this order"),
            tuple(proposals),
            default=[one for one in planned.proposal_ids if one in proposals] if planned else [],
            format_func=lambda one: _name(proposals[one]),
            placeholder=_("Choose"),
            key=key(form, "agenda"),
        )
        with st.container(horizontal=True):
            pressed = st.form_submit_button(_("Put it on the calendar"), key=key(form, "go"))
            cancelled = planned is not None and st.form_submit_button(_("Call it off"), key=key(form, "off"))
        slot = st.container()
    if not (pressed or cancelled):
        return None
    made = PlannedMeeting(
        id=planned.id if planned else nonce(form),
        number=number,
        day=on,
        begins=f"{begins:%H:%M}",
        duration_minutes=minutes,
        place=place or "",
        proposal_ids=tuple(agenda),
        revision=planned.revision + 1 if planned else 0,
        cancelled=cancelled,
    )
    done = _("The meeting is called off.") if cancelled else _("The meeting is on the calendar.")
    return Order((n.PlanMeeting(planned=made),), form, slot, done)


def _foreseen(planned: PlannedMeeting, book: Book, actor: Actor, on_agenda: list[Proposal]) -> Order | None:
    """Who will probably be out on which item, what is not ready, and the order with the fewest walks."""
    registers = {one.id: gate.desk().support(actor, one.id) for one in on_agenda}
    found = {
        one.id: forecast(book, one, paid_providers(register)) for one in on_agenda if (register := registers[one.id])
    }
    components.section(_("What to prepare for"))
    ready = _("ready")
    for one in on_agenda:
        register = registers[one.id]
        missing = unready(book.rubric, one, register, planned.day) if register else ()
        lines = [*(_out_line(book, out) for out in found[one.id].out), *_quorum_lines(found[one.id])]
        lines += [f":material/warning: {plain(_unready_text(thing))}" for thing in missing]
        with st.container(border=True):
            st.markdown(f"**{plain(_name(one))}**")
            st.markdown("  \n".join(lines or [f":material/check_circle: {plain(ready)}"]))
    calm = calm_order(
        [one.id for one in on_agenda], {one: frozenset(s.seat_id for s in f.out) for one, f in found.items()}
    )
    if calm == tuple(one.id for one in on_agenda):
        return None
    names = {one.id: one.code for one in on_agenda}
    form = f"calm/{planned.id}/{planned.revision}"
    slot = st.container()
    with slot:
        text = _("In the order {codes} fewer members walk in and out between the items.")
        st.markdown(plain(text.format(codes=listed([names[one] for one in calm]))))
        pressed = st.button(_("Take this order"), icon=":material/swap_vert:", key=key(form, "go"))
    if not pressed:
        return None
    made = planned.model_copy(update={"proposal_ids": calm, "revision": planned.revision + 1})
    return Order((n.PlanMeeting(planned=made),), form, slot, _("The agenda has a new order."))


def _out_line(book: Book, out: LikelyOut) -> str:
    people = [said(gate.name_of(person)) for person in out.alternates]
    text = _("{name} will probably be out: {why}.").format(
        name=said(gate.name_of(out.person)), why=_(BECAUSE[out.because])
    )
    instead = _("Ask an alternate: {names}").format(names=listed(people)) if people else _("No alternate is eligible.")
    seat = said(book.seats[out.seat_id].name)
    alternate = _("{seat}: {text}").format(seat=seat, text=instead)
    return f":material/logout: {plain(text)} {plain(alternate)}"


def _quorum_lines(found: Forecast) -> list[str]:
    if found.eligible >= found.least:
        return []
    text = _("Without an alternate {n} may vote; {least} must.").format(n=found.eligible, least=found.least)
    return [f":material/error: **{plain(text)}**"]


def _unready_text(thing: Unready) -> str:
    match thing.kind:
        case "intake":
            return ngettext("Intake: {n} point is missing", "Intake: {n} points are missing", thing.count)
        case "no_evidence":
            return _("No document for {criteria}").format(criteria=listed(thing.names))
        case "old_offers":
            return ngettext(
                "{n} offer is older than the rubric allows", "{n} offers are older than the rubric allows", thing.count
            )
        case "expiring_offers":
            return ngettext("{n} offer expires within 30 days", "{n} offers expire within 30 days", thing.count)
        case "no_facts":
            return _("No offer and no menu item yet")
