"""The open vote: one's own ballot, the spoken votes that the secretariat enters, the chair's declaration."""

from typing import get_args

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.committee.item import LONGEST_WORDS, Ballot, Entry, Motion, Vote
from fundapp.record import commands as c
from fundapp.text.catalogue import _, ngettext, pgettext
from fundapp.text.figures import day, percent, yen
from fundapp.text.terms import term, vote
from fundapp.ui import gate, refusal
from fundapp.ui.meeting.motions import motion_text
from fundapp.ui.meeting.orders import Order, key, typing
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain

VOTES: tuple[Vote, ...] = get_args(Vote)
ENTRIES: tuple[Entry, ...] = ("voice", "paper")


def show_motion(seen: Seen) -> None:
    """What is voted on, with its terms and conditions."""
    motion = seen.vote
    with st.container(border=True):
        put = motion_text(seen, motion.resolution, motion.terms, motion.defer_reason)
        title = _("The motion: {motion}").format(motion=put)
        st.markdown(f"**{plain(title)}**")
        if motion.exception:
            st.markdown(_("This is an exception to the gates: all must agree, and each writes a reason."))
        if lines := _terms_lines(motion):
            st.markdown("  \n".join(plain(line) for line in lines))
        if motion.conditions:
            one = _("{text} ({owner}, by {due})")
            st.markdown(
                "\n".join(
                    f"- {plain(one.format(text=cond.text, owner=cond.owner, due=day(cond.due)))}"
                    for cond in motion.conditions
                )
            )


def _terms_lines(motion: Motion) -> list[str]:
    terms = motion.terms
    if terms is None:
        return []
    lines = []
    if terms.pre_money_yen is not None:
        lines.append(_("Pre-money value: {amount}").format(amount=yen(terms.pre_money_yen, "man")))
    if terms.ownership is not None:
        lines.append(_("Ownership: {share}").format(share=percent(terms.ownership)))
    if terms.voting_share is not None:
        lines.append(_("Share of votes: {share}").format(share=percent(terms.voting_share)))
    return lines


def cast(seen: Seen) -> Order | None:
    """One tap votes. Until the result is declared one may vote anew."""
    motion, item, seat_id = seen.vote, seen.current, seen.own_seat
    ballot = seen.ballot_of(seat_id)
    if ballot is None:
        typing()
        return _ballot_form(motion, item.id, seat_id)
    mine = _("You voted: {vote}. You may change it until the chair declares the result.").format(vote=vote(ballot.vote))
    st.markdown(f":material/how_to_vote: {plain(mine)}")
    with st.expander(_("Change my vote")):
        return _ballot_form(motion, item.id, seat_id)


def _ballot_form(motion: Motion, item_id: str, seat_id: str) -> Order | None:
    form = f"vote/{item_id}/{motion.number}"
    label = _("Your reason") if motion.exception else _("Your reason, if you wish. It is printed in the minutes.")
    with st.form(key(form, "form")):
        reason = st.text_input(label, max_chars=LONGEST_WORDS, key=key(form, "reason"), autocomplete="off")
        with st.container(horizontal=True):
            pressed = [
                one
                for one in VOTES
                if st.form_submit_button(ballot_label(one), icon=BALLOT_ICONS[one], width="stretch", key=key(form, one))
            ]
        slot = st.container()
    if not pressed:
        return None
    command = c.CastVote(item_id=item_id, number=motion.number, seat_id=seat_id, vote=pressed[0], reason=reason or "")
    return Order((command,), form, slot, _("You voted: {vote}.").format(vote=vote(pressed[0])))


BALLOT_ICONS: dict[Vote, str] = {
    "for": ":material/thumb_up:",
    "against": ":material/thumb_down:",
    "abstain": ":material/do_not_disturb_on:",
}


def ballot_label(choice: Vote) -> str:
    """What stands on the button of a vote."""
    return {
        "for": pgettext("ballot", "For"),
        "against": pgettext("ballot", "Against"),
        "abstain": pgettext("ballot", "Abstain"),
    }[choice]


def enter_spoken(seen: Seen) -> Order | None:
    """The secretariat enters what a named member said or wrote; it is marked so. An exception is not voted aloud."""
    motion, item = seen.vote, seen.current
    people = {entry.seat_id: entry.person for entry in seen.voters}
    if not people:
        return None
    form = f"spoken/{item.id}/{motion.number}"
    with (
        st.expander(_("Enter a vote for a member"), icon=":material/record_voice_over:", key=key(form, "open")),
        st.form(key(form, "form"), border=False),
    ):
        seat_id = st.radio(
            _("Whose vote"), tuple(people), format_func=lambda one: seen.name(people[one]), key=key(form, "seat")
        )
        how = st.segmented_control(
            _("How it was given"),
            ENTRIES[1:] if motion.exception else ENTRIES,
            default="paper" if motion.exception else "voice",
            required=True,
            format_func=lambda one: term("entry", one),
            key=key(form, "how"),
        )
        choice = st.segmented_control(_("The vote"), VOTES, format_func=ballot_label, key=key(form, "vote"))
        reason = st.text_input(_("Reason, if one was given"), max_chars=LONGEST_WORDS, key=key(form, "reason"))
        pressed = st.form_submit_button(_("Enter this vote"), key=key(form, "go"))
        slot = st.container()
    if not (pressed and seat_id):
        return None
    if choice is None:
        with slot:
            refusal.show(Refusal.of("answer_not_chosen", name=seen.name(people[seat_id])))
        return None
    command = c.CastVote(
        item_id=item.id,
        number=motion.number,
        seat_id=seat_id,
        vote=choice,
        reason=reason or "",
        entry=how or "paper",
    )
    done = _("Vote of {name} entered: {vote}.").format(name=seen.name(people[seat_id]), vote=vote(choice))
    return Order((command,), form, slot, done)


def declare(seen: Seen) -> Order | None:
    """The chair sees the votes as they come in, and declares the result or withdraws the motion."""
    motion, item = seen.vote, seen.current
    form = f"declare/{item.id}/{motion.number}"
    missing = len(seen.unvoted)
    if motion.ballots:
        st.markdown("  \n".join(_vote_line(seen, ballot) for ballot in motion.ballots))
    slot = st.container()
    with st.container(horizontal=True):
        declared = st.button(
            ngettext("{n} vote is missing", "{n} votes are missing", missing) if missing else _("Declare the result"),
            type="secondary" if missing else "primary",
            disabled=bool(missing),
            icon=":material/gavel:",
            key=key(form, "go"),
        )
        withdrawn = st.button(_("Withdraw the motion"), key=key(form, "withdraw"))
    if withdrawn:
        command = c.WithdrawMotion(item_id=item.id, number=motion.number)
        return Order((command,), form, slot, _("The motion is withdrawn."))
    if not declared:
        return None
    result = c.DeclareResult(item_id=item.id, number=motion.number, reservation_id=gate.desk().new_id())
    done = _("The result of the vote on item {number} is declared.").format(number=item.number)
    return Order((result,), form, slot, done)


def _vote_line(seen: Seen, ballot: Ballot) -> str:
    line = f"{plain(seen.name(ballot.person))}: **{plain(vote(ballot.vote))}**"
    reason = seen.book.words_of(ballot.reason)
    return f"{line} – {plain(reason)}" if reason else line
