"""The chair puts a motion: only what the gates allow is offered, and each other resolution says why not."""

from typing import get_args

import streamlit as st

from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.gates import GateView, admissible, exception_needed
from fundapp.committee.item import DeferReason, Motion
from fundapp.committee.proposal import ConditionPrecedent, Terms
from fundapp.committee.rubric import ResolutionKind
from fundapp.documents.said import listed
from fundapp.record import commands as c
from fundapp.record.decide_vote import APPROVALS, ORDER
from fundapp.record.judging import gates_of, money_check, undiscussed, within_room_yen
from fundapp.text.catalogue import _
from fundapp.text.figures import yen
from fundapp.text.refusal_text import problem_text
from fundapp.text.terms import term
from fundapp.ui import refusal
from fundapp.ui.meeting.if_approved import show_money
from fundapp.ui.meeting.orders import Order, key, typing
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.meeting.terms import ask_conditions, ask_terms
from fundapp.ui.words import plain

CHOSEN_BY_CHAIR: tuple[DeferReason, ...] = tuple(one for one in get_args(DeferReason) if one != "votes")


def put_motion(seen: Seen) -> Order | None:
    """Closed until the chair opens it, so that the page follows the others' second scores meanwhile."""
    if low := undiscussed(seen.book, seen.current):
        names = listed(list(dict.fromkeys(one.criterion_id for one in low)))
        text = _(
            "A mark on {criteria} lies below the floor. Discuss it, and let the secretariat note it; then put a motion."
        )
        st.markdown(f":material/forum: **{plain(text.format(criteria=names))}**")
        return None
    key_ = f"motion-open-{seen.current.id}-{len(seen.current.motions)}"
    # Around it, so that the style finds it by a name of its own: one that looks into every class is slow at every run.
    with st.container(key="next-motion"):
        place = st.expander(_("Put a motion"), icon=":material/gavel:", on_change="rerun", key=key_)
    if not place.open:
        return None
    with place:
        return _motion_form(seen)


def _motion_form(seen: Seen) -> Order | None:
    """Which resolution, on which terms; what will be put is said in a sentence above the button."""
    item = seen.current
    views = _views(seen)
    offered = {
        kind: exception_needed(views[kind], kind)
        for kind in _still_to_come(item.motions)
        if _may(seen, views[kind], kind)
    }
    form = f"motion/{item.id}/{len(item.motions)}"
    typing()
    kind = st.radio(
        _("Resolution"),
        tuple(offered),
        index=None,
        format_func=lambda one: plain(seen.resolution_name(one)),
        captions=[" ".join(filter(None, (_part_text(seen, one), _exception_text(offered[one])))) for one in offered],
        key=key(form, "kind"),
    )
    _why_not(seen, views, item.motions, tuple(offered))
    if kind is None:
        return None
    terms, conditions, reason = _details(seen, kind, form)
    slot = st.container()
    st.markdown(f"**{plain(motion_text(seen, kind, terms, reason))}**")
    if not st.button(_("Put this motion to the vote"), type="primary", width="stretch", key=key(form, "go")):
        return None
    if problems := [one for one in conditions if isinstance(one, Problem)]:
        with slot:
            refusal.show(Refusal.of("conditions_unfinished", *problems, count=len(problems)))
        return None
    command = c.PutMotion(
        item_id=item.id,
        resolution=kind,
        terms=terms,
        conditions=tuple(one for one in conditions if isinstance(one, ConditionPrecedent)),
        defer_reason=reason,
        exception=bool(offered[kind]),
    )
    return Order((command,), form, slot, _("The vote is open."))


def _views(seen: Seen) -> dict[ResolutionKind, GateView]:
    """The gates each resolution has to pass: an approval may name less than the ask, the others are on the ask."""
    asked = gates_of(seen.book, seen.current)
    within = gates_of(seen.book, seen.current, within_room_yen(seen.book, seen.frozen.proposal))
    return {kind: within if kind in APPROVALS else asked for kind in ORDER}


def _part_text(seen: Seen, kind: ResolutionKind) -> str:
    """That an approval can be for a part of the ask only, where the fund has no room for the whole."""
    proposal = seen.frozen.proposal
    most_yen = within_room_yen(seen.book, proposal)
    if kind not in APPROVALS or most_yen == proposal.ask_yen:
        return ""
    told = _("{amount} at most: the fund has no room for all of {ask}.")
    return told.format(amount=yen(most_yen, "man"), ask=yen(proposal.ask_yen, "man"))


def _still_to_come(motions: tuple[Motion, ...]) -> tuple[ResolutionKind, ...]:
    """The resolutions after the last one that was put: a lost motion does not come back."""
    put = [ORDER.index(motion.resolution) for motion in motions if not motion.withdrawn]
    return ORDER[max(put) + 1 :] if put else ORDER


def _may(seen: Seen, view: GateView, kind: ResolutionKind) -> bool:
    """True when the gates allow it, or an exception of all seats can."""
    built = seen.book.built(seen.current.proposal_id)
    if admissible(seen.rubric, view, kind, built=built) is None:
        return True
    every_seat = len(seen.voters) >= seen.rubric.decision.voting.exception_seats
    return every_seat and admissible(seen.rubric, view, kind, exception=True, built=built) is None


def _exception_text(gates: tuple[str, ...]) -> str:
    if not gates:
        return ""
    return _("As an exception to {gates}: all must agree, each with a written reason.").format(gates=listed(gates))


def _why_not(
    seen: Seen,
    views: dict[ResolutionKind, GateView],
    motions: tuple[Motion, ...],
    offered: tuple[ResolutionKind, ...],
) -> None:
    """Each resolution that is not offered, with the reason."""
    coming = _still_to_come(motions)
    shut = [kind for kind in ORDER if kind not in offered]
    if not shut:
        return
    with st.expander(_("Not possible now, and why"), icon=":material/block:"):
        for kind in shut:
            shut_by = admissible(seen.rubric, views[kind], kind, built=seen.book.built(seen.current.proposal_id))
            reasons = _reasons(shut_by) if kind in coming and shut_by else [_("A later motion was put already.")]
            points = "\n".join(f"- {plain(reason)}" for reason in reasons)
            st.markdown(f"**{plain(seen.resolution_name(kind))}**\n\n{points}")


def _reasons(shut_by: Refusal) -> list[str]:
    return [problem_text(problem) for problem in shut_by.problems]


def _details(
    seen: Seen, kind: ResolutionKind, form: str
) -> tuple[Terms | None, tuple[ConditionPrecedent | Problem, ...], DeferReason | None]:
    """What this resolution names."""
    proposal = seen.frozen.proposal
    if kind == "defer":
        fits = money_check(seen.book, proposal, proposal.ask_yen).fits
        possible = [one for one in CHOSEN_BY_CHAIR if one != "balance" or not fits]
        reason = st.radio(
            _("Why it is deferred"),
            possible,
            # What the fund cannot hold is most likely why.
            index=len(possible) - 1 if "balance" in possible else 0,
            format_func=lambda one: term("defer_reason", one),
            key=key(form, "reason"),
        )
        return None, (), reason
    if kind not in APPROVALS:
        return None, (), None
    terms = ask_terms(proposal, form, within_room_yen(seen.book, proposal))
    show_money(seen, terms.amount_yen, form)
    conditions = ask_conditions(seen, form) if kind == "approve_with_conditions" else ()
    return terms, conditions, None


def motion_text(seen: Seen, kind: ResolutionKind, terms: Terms | None, reason: DeferReason | None) -> str:
    """A motion in a sentence."""
    name = seen.resolution_name(kind)
    if terms:
        return _("{resolution}: {amount} in {instrument}").format(
            resolution=name, amount=yen(terms.amount_yen, "man"), instrument=term("instrument", terms.instrument)
        )
    if reason:
        return _("{resolution}: {reason}").format(resolution=name, reason=term("defer_reason", reason))
    return name


def defer_for_votes(seen: Seen) -> Order | None:
    """When every motion was lost, or too few are left to vote: the item is deferred for votes."""
    item = seen.current
    form = f"defer/{item.id}/{len(item.motions)}"
    slot = st.container()
    with slot:
        st.markdown(
            _("Too few are left to vote on this item. Seat an alternate, or defer the item.")
            if seen.too_few
            else _("A motion was lost. Put the next one, or defer the item because no motion has its votes.")
        )
        pressed = st.button(_("Defer for votes"), key=key(form, "go"))
    done = _("Item {number} is deferred: no motion had its votes.").format(number=item.number)
    return Order((c.DeferWithoutVotes(item_id=item.id),), form, slot, done) if pressed else None
