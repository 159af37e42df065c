"""What one person has to do now, read off the Book as that person sees it. Pure: the page finds the words."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.basis.refusal import Detail
from fundapp.basis.roles import Actor, Role
from fundapp.committee.gates import intake_gate
from fundapp.committee.minutes_life import state_of
from fundapp.committee.proposal import Proposal
from fundapp.followup.continuity import ContinuityCheck, all_checks, due_now
from fundapp.network.task import SupportTask
from fundapp.record.book import Book, Investment, Item, Meeting, Reservation
from fundapp.record.call_plan import late_parts
from fundapp.record.decide_minutes import open_corrections
from fundapp.record.obligations import obligations
from fundapp.record.roll import chair_of, presides, seat_of, unfilled, voters
from fundapp.record.signing import waiting_for
from fundapp.text.catalogue import _

Kind = Literal[
    "set_up",
    "declare",
    "score",
    "score_again",
    "vote",
    "reveal",
    "put_motion",
    "declare_result",
    "recused",
    "meeting_agenda",
    "meeting_freeze",
    "meeting_alternate",
    "meeting_interests",
    "meeting_scores",
    "meeting_talk",
    "meeting_vote",
    "meeting_close",
    "circulation_read",
    "circulation_score",
    "circulation_answer",
    "circulation_reveal",
    "circulation_motion",
    "circulation_declare",
    "circulation_alternate",
    "circulation_waits",
    "minutes_confirm",
    "minutes_answer",
    "minutes_settle",
    "first_proposal",
    "intake",
    "gp_decision",
    "sign",
    "expiring",
    "second_approval",
    "inquiry_send",
    "inquiry_messages",
    "inquiry_later",
    "inquiry_remind",
    "inquiry_widen",
    "inquiry_tell",
    "condition_lost",
    "offers_expired",
    "offers_withdrawn",
    "bill_revised",
    "approve_value",
    "accept_opening",
    "call_late",
    "fee_due",
    "support_task",
    "overdue_promises",
    "links_to_look_at",
    "watch_step_late",
    "seminar_results",
]

MOST_ALONE = 3
"""So many deals have a card of their own."""
EXPIRES_SOON = timedelta(days=30)
FEE_SOON = timedelta(days=14)


class ToDo(Fact):
    """One thing that waits: its kind, the page on which it is done, and the details of its sentence."""

    kind: Kind
    page: Text
    details: tuple[Detail, ...] = ()
    proposal: Text = ""
    """Code of the proposal that the page opens with."""
    deal: Text = ""
    """Reservation that the page opens with."""
    meeting: Text = ""
    """Number of the meeting that the page opens with."""
    part: Text = ""
    """Part that the page opens with."""


def tasks(
    book: Book,
    actor: Actor,
    proposals: Sequence[Proposal],
    today: date,
    taken_on: Sequence[SupportTask] = (),
    looked_at: Sequence[ContinuityCheck] = (),
) -> tuple[ToDo, ...]:
    """What waits for this person, the most pressing first: the meeting, then the fund's money, then the papers.

    `book` and `proposals` are as the actor may see them. Who only reads (limited partner, auditor) has nothing to do.
    """
    found = [*_setting_up(book, actor), *_in_meeting(book, actor), *_minutes(book, actor)]
    found += _money(book, actor, today)
    found += _taken_on(actor, proposals, taken_on)
    if actor.has(Role.MANAGER, Role.SECRETARIAT):
        found += [*_promises(book, today, looked_at), *_papers(book, proposals)]
    return tuple(found)


def _todo(
    kind: Kind, page: str, *, item: Item | None = None, opens: str = "", deal: str = "", **details: str | int
) -> ToDo:
    if item is not None:
        details |= {"number": item.number, "code": item.proposal_code}
    return ToDo(kind=kind, page=page, proposal=opens, deal=deal, details=tuple(sorted(details.items())))


def _setting_up(book: Book, actor: Actor) -> list[ToDo]:
    if book.is_set_up() or not actor.has(Role.ADMINISTRATOR):
        return []
    return [_todo("set_up", "office/setup")]


# The meeting


def _in_meeting(book: Book, actor: Actor) -> list[ToDo]:
    meeting = book.open_meeting()
    if meeting is None or not actor.has(Role.VOTING, Role.SECRETARIAT):
        return []
    item = book.current_item(meeting.id)
    if item is not None and item.hidden:
        return [_todo("recused", "committee/meeting", number=item.number)] if actor.has(Role.VOTING) else []
    found = []
    if item is not None and actor.has(Role.VOTING):
        found += _seat(book, item, actor)
    if actor.has(Role.SECRETARIAT):
        found.append(_step(book, meeting, item))
    return found


def _seat(book: Book, item: Item, actor: Actor) -> list[ToDo]:
    """What the person on a seat does now: declare, score, vote, and what the chair of the item does."""
    seat_id = seat_of(book, item, actor.person)
    if seat_id is None or item.frozen is None:
        return []
    own = _mine(item, seat_id, actor.person)
    chair = chair_of(book, item)
    led = _chair(book, item) if chair is not None and chair.person == actor.person else None
    # A second score may be given but need not be: it never stands before what only this person can do.
    ordered = (led, own) if own and own.kind == "score_again" else (own, led)
    return [one for one in ordered if one]


def _mine(item: Item, seat_id: str, person: str) -> ToDo | None:
    if not any((one.seat_id, one.person) == (seat_id, person) for one in item.interests):
        return _todo("declare", "committee/meeting", item=item)
    motion = item.open_motion()
    if motion is not None:
        voted = any(ballot.seat_id == seat_id for ballot in motion.ballots)
        return None if voted else _todo("vote", "committee/meeting", item=item)
    if seat_id not in item.scored:
        return _todo("score", "committee/score", item=item)
    again = any(card.seat_id == seat_id and card.round == 2 for card in item.scorecards)
    if item.revealed_at and not item.motions and not again:
        return _todo("score_again", "committee/score", item=item)
    return None


def _chair(book: Book, item: Item) -> ToDo | None:
    """What waits for the chair of the item alone."""
    motion = item.open_motion()
    if motion is not None:
        missing = _unvoted(book, item)
        return None if missing else _todo("declare_result", "committee/meeting", item=item)
    if item.revealed_at:
        return _todo("put_motion", "committee/meeting", item=item)
    if _unscored(book, item):
        return None
    return _todo("reveal", "committee/meeting", item=item)


def _unscored(book: Book, item: Item) -> int:
    return sum(entry.seat_id not in item.scored for entry in voters(book, item))


def _unvoted(book: Book, item: Item) -> int:
    motion = item.open_motion()
    voted = {ballot.seat_id for ballot in motion.ballots} if motion else set()
    return sum(entry.seat_id not in voted for entry in voters(book, item))


def _undeclared(book: Book, item: Item) -> int:
    declared = {(one.seat_id, one.person) for one in item.interests}
    return sum((entry.seat_id, entry.person) not in declared for entry in voters(book, item))


def _step(book: Book, meeting: Meeting, item: Item | None) -> ToDo:
    """Where the meeting is, for the secretariat that keeps it."""
    page, number = "committee/meeting", meeting.number
    if item is None:
        return _todo("meeting_close" if meeting.agenda else "meeting_agenda", page, meeting=number)
    if item.frozen is None:
        return _todo("meeting_freeze", page, item=item, meeting=number)
    if item.open_motion() is not None:
        return _todo("meeting_vote", page, item=item, meeting=number, n=_unvoted(book, item))
    if empty := unfilled(book, item):
        return _todo("meeting_alternate", page, item=item, meeting=number, n=len(empty))
    if item.revealed_at:
        return _todo("meeting_talk", page, item=item, meeting=number)
    if undeclared := _undeclared(book, item):
        return _todo("meeting_interests", page, item=item, meeting=number, n=undeclared)
    return _todo("meeting_scores", page, item=item, meeting=number, n=_unscored(book, item))


# The minutes


def _minutes(book: Book, actor: Actor) -> list[ToDo]:
    """The oldest minutes that wait for a signatory's confirmation, for an answer, or for the text to be settled."""
    closed = sorted((one for one in book.meetings.values() if one.closed_at), key=lambda one: one.number)
    found: dict[Kind, ToDo] = {}
    for meeting in closed:
        if actor.has(Role.VOTING) and actor.person in waiting_for(book, meeting):
            found.setdefault("minutes_confirm", _of_minutes("minutes_confirm", meeting))
        if actor.has(Role.SECRETARIAT) and state_of(meeting.versions) == "draft":
            kind: Kind = "minutes_answer" if open_corrections(meeting) else "minutes_settle"
            found.setdefault(kind, _of_minutes(kind, meeting))
    return list(found.values())


def _of_minutes(kind: Kind, meeting: Meeting) -> ToDo:
    waits = _todo(kind, "committee/minutes", meeting=meeting.number, n=len(open_corrections(meeting)))
    return waits.model_copy(update={"meeting": str(meeting.number)})


# The fund's money


def _money(book: Book, actor: Actor, today: date) -> list[ToDo]:
    found = []
    if actor.has(Role.MANAGER):
        live = [one for one in book.reservations.values() if one.state in ("held", "decided")]
        found += _each("gp_decision", book, [one for one in live if one.state == "held"])
        found += _each("sign", book, [one for one in live if one.state == "decided"])
        soon = [one for one in live if one.expires_on <= today + EXPIRES_SOON]
        if soon:
            first = min(soon, key=lambda one: one.expires_on)
            found.append(
                _todo(
                    "expiring",
                    "fund/commitments",
                    n=len(soon),
                    codes=_codes(book, soon),
                    days=max(0, (first.expires_on - today).days),
                )
            )
    if actor.has(Role.MANAGER, Role.SECRETARIAT) or (actor.has(Role.VOTING) and presides(book, actor.person)):
        # Of a deal from which the chair is recused the reader sees the figures, and no step.
        shown = [one for one in book.investments.values() if one.reservation_id in book.reservations]
        found += _second_approvals(shown, actor)
        found += _values(shown, actor)
        if book.waiting_opening and book.waiting_opening.proposed_by != actor.person:
            found.append(_todo("accept_opening", "fund/opening"))
    return [*found, *_partners(book, today)] if actor.has(Role.MANAGER) else found


def _values(investments: Iterable[Investment], actor: Actor) -> list[ToDo]:
    """Fair values that somebody else proposed and this person may approve."""
    waiting = [one for one in investments if one.proposed and one.proposed.proposed_by != actor.person]
    if not waiting:
        return []
    page, deal = _place({one.reservation_id for one in waiting})
    return [_todo("approve_value", page, deal=deal, n=len(waiting))]


def _partners(book: Book, today: date) -> list[ToDo]:
    """What the partners have not paid by its day, and the fees that are due soon or overdue."""
    found = []
    late = [one for one in book.calls.values() if late_parts(one, today)]
    if late:
        found.append(_todo("call_late", "fund/calls", n=len(late), amount_yen=sum(one.open_yen for one in late)))
    due = [one for one in book.fee_schedule if one.fee_id not in book.fees and one.due <= today + FEE_SOON]
    if due:
        found.append(_todo("fee_due", "fund/fees", n=len(due), amount_yen=sum(one.amount_yen for one in due)))
    return found


def _codes(book: Book, reservations: Iterable[Reservation]) -> str:
    return _(", ").join(book.items[one.item_id].proposal_code for one in reservations)


def _each(kind: Kind, book: Book, reservations: Sequence[Reservation]) -> list[ToDo]:
    """A card for each while they are few, the first to expire first: each leads to the page where it is done."""
    if len(reservations) > MOST_ALONE:
        return _of_reservations(kind, book, reservations)
    ordered = sorted(reservations, key=lambda one: (one.expires_on, _codes(book, (one,))))
    return [todo for one in ordered for todo in _of_reservations(kind, book, (one,))]


def _of_reservations(kind: Kind, book: Book, reservations: Sequence[Reservation]) -> list[ToDo]:
    if not reservations:
        return []
    codes, amount_yen = _codes(book, reservations), sum(one.amount_yen for one in reservations)
    page, deal = _place({one.id for one in reservations})
    return [_todo(kind, page, deal=deal, n=len(reservations), codes=codes, amount_yen=amount_yen)]


def _place(deals: set[str]) -> tuple[str, str]:
    """Where it is done: on the page of the one deal, or where one of several is chosen."""
    if len(deals) > 1:
        return "fund/commitments", ""
    (deal,) = deals
    return "fund/investment", deal


def _second_approvals(investments: Iterable[Investment], actor: Actor) -> list[ToDo]:
    """Tranches that one person has approved and this one may approve: a manager after another role, or the reverse."""
    waiting = [
        (investment.reservation_id, tranche.amount_yen)
        for investment in investments
        for tranche in investment.tranches
        if tranche.drawn_on is None and tranche.frozen_on is None and tranche.cancelled_on is None
        for first in tranche.approvals[:1]
        if len(tranche.approvals) == 1 and first.person != actor.person and first.as_manager != actor.has(Role.MANAGER)
    ]
    if not waiting:
        return []
    page, deal = _place({deal for deal, _amount in waiting})
    amount_yen = sum(amount for _deal, amount in waiting)
    return [_todo("second_approval", page, deal=deal, n=len(waiting), amount_yen=amount_yen)]


# What was promised


def _promises(book: Book, today: date, looked_at: Sequence[ContinuityCheck]) -> list[ToDo]:
    """Promised support that is overdue, and links whose support has ended long enough to be looked at."""
    promised = obligations(book)
    overdue = sum(one.state(today) == "overdue" for one in promised)
    due = len(due_now(all_checks(promised, looked_at), today))
    counts: tuple[tuple[Kind, int], ...] = (("overdue_promises", overdue), ("links_to_look_at", due))
    return [_todo(kind, "followup/obligations", n=count) for kind, count in counts if count]


# The papers


def _taken_on(actor: Actor, proposals: Sequence[Proposal], taken_on: Sequence[SupportTask]) -> list[ToDo]:
    """The tasks of this person, one entry for each proposal, with the earliest day; the most pressing first."""
    codes = {one.id: one.code for one in proposals}
    own = [one for one in taken_on if one.owner == actor.person and one.done_on is None and one.proposal_id in codes]
    found = []
    for proposal_id in dict.fromkeys(one.proposal_id for one in sorted(own, key=lambda one: one.due)):
        of_it = [one for one in own if one.proposal_id == proposal_id]
        first = min(one.due for one in of_it).isoformat()
        code = codes[proposal_id]
        found.append(_todo("support_task", "committee/proposal", opens=code, code=code, n=len(of_it), due_on=first))
    return found


def _papers(book: Book, proposals: Sequence[Proposal]) -> list[ToDo]:
    """Proposals on which nothing was resolved or frozen yet and whose intake is not complete; at first, to have one."""
    if book.is_set_up() and not proposals and not book.items:
        return [_todo("first_proposal", "committee/proposals")]
    taken = {item.proposal_id for item in book.items.values() if item.frozen is not None}
    open_ones = [one for one in proposals if one.id not in taken and not _intake_complete(one)]
    if not open_ones:
        return []
    codes = _(", ").join(one.code for one in open_ones)
    return [_todo("intake", "committee/proposal", opens=open_ones[0].code, n=len(open_ones), codes=codes)]


def _intake_complete(proposal: Proposal) -> bool:
    # Whether the revision named is the one in force is asked by the gate itself, with the bill at hand.
    return intake_gate(proposal.intake, proposal.intake.bill_revision, needs_support=proposal.needs_support).passed()
