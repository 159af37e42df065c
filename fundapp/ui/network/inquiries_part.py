"""The inquiries of a proposal: where each one stands, and the one thing to do next."""

from datetime import datetime

import streamlit as st

from fundapp.basis.days import TOKYO
from fundapp.inquiries_seen import InquirySeen
from fundapp.record import inquiry_commands as q
from fundapp.text.catalogue import _, language, ngettext
from fundapp.text.figures import moment
from fundapp.text.inquiry_words import inquiry_word
from fundapp.ui import components, gate
from fundapp.ui.forms import open_form
from fundapp.ui.network import (
    inquiry_answers,
    inquiry_clock,
    inquiry_compose,
    inquiry_contacts,
    inquiry_later,
    inquiry_sending,
)
from fundapp.ui.network.line_words import line_name
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

DONE, NOW, LATER = ":material/check_circle:", ":material/arrow_circle_right:", ":material/radio_button_unchecked:"


def asked_inquiry(seen: Seen, inquiry_id: str) -> InquirySeen | None:
    """One inquiry of the proposal, or None."""
    found = gate.desk().inquiries(seen.actor, seen.proposal.id) or ()
    return next((one for one in found if one.inquiry.id == inquiry_id), None)


def show_inquiries(seen: Seen) -> Order | None:
    """The inquiry that is under way, or the one that was picked, and the way to write another."""
    may = seen.may(q.ComposeInquiry)
    if seen.register.bill is None:
        components.empty_state(
            _("An inquiry asks about parts, and there is no bill of materials yet."),
            _("Import the parts list first, under “Bill of materials”."),
        )
        return None
    found = gate.desk().inquiries(seen.actor, seen.proposal.id) or ()
    if not found:
        pressed = components.empty_state(
            _("No member has been asked yet."),
            _("Write an inquiry: the president agrees, then members answer on their phones without an account."),
            action=_("Write an inquiry") if may else "",
        )
        if pressed:
            open_form(inquiry_compose.KIND)
        return None
    asked = _picked(found, seen, may=may)
    _steps(asked)
    order = _next(seen, asked) if may else None
    _funnel(asked)
    if may and asked.inquiry.is_open(gate.desk().now()):
        order = _while_open(seen, asked) or order
    inquiry_answers.compare(seen, asked)
    _parts(asked)
    if asked.recipients:
        _members(asked)
        inquiry_answers.statistics(seen, asked)
    return order


def _picked(found: tuple[InquirySeen, ...], seen: Seen, *, may: bool) -> InquirySeen:
    by_id = {one.inquiry.id: one for one in found}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if len(found) > 1:
            picked = st.selectbox(
                _("Inquiry"),
                list(by_id),
                index=len(found) - 1,
                format_func=lambda one: inquiry_compose.told(by_id[one].inquiry),
                key=f"which-inquiry-{seen.proposal.id}",
            )
        else:
            picked = found[0].inquiry.id
            components.section(inquiry_compose.told(found[0].inquiry))
        if may and st.button(_("Write another inquiry"), icon=":material/add:", key="new-inquiry"):
            open_form(inquiry_compose.KIND)
    return by_id[picked]


def _steps(asked: InquirySeen) -> None:
    """What has happened and what comes: always the same six steps, in words and with a sign."""
    inquiry, now = asked.inquiry, gate.desk().now()
    agreed = asked.agreement
    widens_at = inquiry.widens_at()
    steps: list[tuple[bool, str]] = [
        (True, ngettext("Written, about {n} part", "Written, about {n} parts", len(asked.lines))),
        (asked.agreed, _agreement_told(asked)),
        (
            inquiry.first_sent_at is not None,
            _("To the members who match: {time}").format(time=moment(inquiry.first_sent_at))
            if inquiry.first_sent_at
            else _("To the members who match"),
        ),
        (inquiry.all_sent_at is not None, _all_told(asked, widens_at, now)),
        (
            inquiry.is_sent() and not asked.sealed,
            _("Answers open since {time}").format(time=moment(inquiry.opens_at()))
            if inquiry.is_sent() and not asked.sealed
            else _("Answers are sealed until {time}").format(time=moment(inquiry.answer_by)),
        ),
        (
            inquiry.told_at is not None,
            _("Members were told the results: {time}").format(time=moment(inquiry.told_at))
            if inquiry.told_at
            else _("Members are told the results"),
        ),
    ]
    current = next((at for at, (done, _text) in enumerate(steps) if not done), len(steps))
    if current == 3 and not asked.sealed:
        current = 5
    lines = []
    for at, (done, text) in enumerate(steps):
        sign = DONE if done else NOW if at == current else LATER
        lines.append(f"{sign} **{plain(text)}**" if at == current else f"{sign} {plain(text)}")
    with st.container(border=True, key=f"steps-{inquiry.id}"):
        st.markdown("  \n".join(lines))
        if put_off := inquiry_later.put_off_told(asked):
            st.markdown(f":material/more_time: {plain(put_off)}")
        if agreed is not None and agreed.remark:
            said = _("The president wrote: {remark}").format(remark=agreed.remark)
            st.markdown(f":material/chat: {plain(said)}")


def _agreement_told(asked: InquirySeen) -> str:
    agreement = asked.agreement
    if agreement is None:
        return _("The president agrees: not asked yet")
    if not agreement.answer and not asked.pending:
        return _("The president was asked about an earlier text: ask again")
    if not agreement.answer:
        return _("The president was asked on {time} and has not answered").format(time=moment(agreement.asked_at))
    told = _("The president: {answer}, {time}").format(
        answer=inquiry_word("agreement", agreement.answer), time=moment(agreement.answered_at or agreement.asked_at)
    )
    if agreement.answer == "agreed" and not asked.agreed:
        return _("The president agreed to an earlier text: ask again")
    return told


def _all_told(asked: InquirySeen, widens_at: datetime | None, now: datetime) -> str:
    inquiry = asked.inquiry
    if inquiry.all_sent_at is not None:
        return _("To all members: {time}").format(time=moment(inquiry.all_sent_at))
    if widens_at is not None and not asked.open_line_ids:
        return _("To all members: not needed, every part has a hand")
    if inquiry.widens_itself and widens_at is not None and now < inquiry.opens_at() and widens_at < inquiry.answer_by:
        return _("To all members by itself from {time}, if parts stay open").format(time=moment(widens_at))
    if widens_at is not None and now < widens_at:
        return _("To all members from {time}, if parts stay open").format(time=moment(widens_at))
    return _("To all members, if parts stay open")


def _next(seen: Seen, asked: InquirySeen) -> Order | None:
    """The one thing to do now."""
    inquiry, now = asked.inquiry, gate.desk().now()
    if not inquiry.is_sent():
        if inquiry.answer_by <= now:
            late = _("The deadline has passed before it went out: correct the day.")
            st.markdown(f":material/error: {plain(late)}")
        return _before_sending(seen, asked)
    order = inquiry_sending.messages(seen, asked)
    order = inquiry_later.notices(asked) or order
    widens_at = inquiry.widens_at()
    open_lines = len(asked.open_line_ids)
    due = inquiry.all_sent_at is None and widens_at is not None and now >= widens_at and open_lines > 0
    if inquiry.is_open(now) and due:
        text = ngettext("{n} part has no hand yet.", "{n} parts have no hand yet.", open_lines)
        st.markdown(f":material/campaign: {plain(text)}")
        if st.button(_("Send it to all members"), type="primary", icon=":material/send:", key="widen"):
            open_form(inquiry_sending.KIND, inquiry.id)
    if not asked.sealed and inquiry.told_at is None:
        order = inquiry_answers.tell(seen, asked) or order
    elif inquiry.told_at is not None:
        inquiry_sending.results(seen, asked)
    return order


def _before_sending(seen: Seen, asked: InquirySeen) -> Order | None:
    order = None
    if asked.pending:
        inquiry_sending.president_link(seen, asked)
    elif not asked.agreed:
        order = inquiry_sending.ask_president(seen, asked)
    order = inquiry_sending.drawings(seen, asked) or order
    with st.container(horizontal=True):
        if asked.agreed and st.button(
            _("Choose the members and send"), type="primary", icon=":material/send:", key="send-first"
        ):
            open_form(inquiry_sending.KIND, asked.inquiry.id)
        if st.button(_("Correct the inquiry"), icon=":material/edit:", key="correct-inquiry"):
            open_form(inquiry_compose.KIND, asked.inquiry.id)
    return order


def _while_open(seen: Seen, asked: InquirySeen) -> Order | None:
    """What the office does until the deadline: enter what came by telephone, remind, give a link out again."""
    with st.container(horizontal=True):
        if st.button(_("Enter an answer by telephone or fax"), icon=":material/call:", key="enter-answer"):
            open_form(inquiry_answers.KIND, asked.inquiry.id)
        if st.button(_("Put the deadline off"), icon=":material/more_time:", key="extend-inquiry"):
            open_form(inquiry_later.KIND, asked.inquiry.id)
        closing = not asked.waiting() and st.button(
            _("Everyone has answered: open the answers now"), icon=":material/drafts:", key="close-inquiry"
        )
    inquiry_contacts.missing(seen, asked)
    order = inquiry_sending.remind(seen, asked)
    order = inquiry_clock.change(asked) or order
    order = inquiry_sending.links(seen, asked) or order
    if closing:
        command = q.CloseInquiry(inquiry_id=asked.inquiry.id)
        order = Order(((f"close/{asked.inquiry.id}", command),), _("The answers are open."))
    return order


def _funnel(asked: InquirySeen) -> None:
    """Members at each step. While the answers are sealed these counts are all that is told."""
    if not asked.recipients:
        return
    funnel = asked.funnel
    steps = [
        (_("Asked"), funnel.notified),
        (_("Able"), funnel.capable),
        (_("Hands raised"), funnel.hands),
        (_("Quotes"), funnel.quotes),
        *([] if asked.sealed else [(_("Selected"), funnel.selected)]),
    ]
    title = _("{hands} of {notified} members raised a hand").format(hands=funnel.hands, notified=funnel.notified)
    if not funnel.hands:
        title = ngettext(
            "The member asked has not raised a hand yet",
            "None of the {n} members asked has raised a hand yet",
            funnel.notified,
        )
    components.section(title)
    with st.grid(min_column_width=130, key=f"funnel-{asked.inquiry.id}"):
        for label, count in steps:
            st.metric(label, count, border=True)
    if asked.sealed:
        sealed = _("Who offers what, and at which price, opens at the deadline.")
        st.markdown(f":material/lock: {plain(sealed)}")


def _parts(asked: InquirySeen) -> None:
    still = frozenset(asked.open_line_ids)
    title = ngettext("The part that is asked about", "The {n} parts that are asked about", len(asked.lines))
    with st.expander(title, icon=":material/list:"):
        components.table(
            [
                {
                    _("Part"): line_name(line),
                    _("Hand"): "" if line.id in still or not asked.recipients else _("raised"),
                }
                for line in asked.lines
            ],
            about=_("The parts of the inquiry and whether a hand is raised"),
            key=f"asked-parts-{asked.inquiry.id}",
        )


def _members(asked: InquirySeen) -> None:
    """Who was asked, when, how the message left, and whether an answer is in."""
    members = {one.id: one for one in gate.desk().members()}
    title = ngettext("The member that was asked", "The {n} members that were asked", len(asked.recipients))
    with st.expander(title, icon=":material/groups:"):
        components.table(
            [
                {
                    _("Company name"): members[one.member_id].name.of(language())
                    if one.member_id in members
                    else one.member_id,
                    _("Asked as one of"): inquiry_word("stage", one.stage),
                    _("Asked on"): one.notified_at.astimezone(TOKYO).date(),
                    _("Message"): inquiry_word("left_by", one.left_by),
                    _("Reminders"): one.reminders,
                    _("Answered"): _("yes") if one.member_id in asked.answered else _("not yet"),
                    _("NDA"): _("signed") if one.nda_at else "",
                }
                for one in asked.recipients
            ],
            about=_("The members that were asked, with whether they have answered"),
            key=f"asked-members-{asked.inquiry.id}",
        )
