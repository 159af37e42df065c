"""`decide(book, command, actor, now, brought)`: events, or a refusal. Pure: the same arguments give the same answer."""

from datetime import datetime

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.record import commands as c
from fundapp.record.book import Book
from fundapp.record.brought import Brought
from fundapp.record.dating import check_day
from fundapp.record.decide_answer import ANSWER_DECISIONS
from fundapp.record.decide_association import ASSOCIATION_DECISIONS
from fundapp.record.decide_circulation import CIRCULATION_DECISIONS
from fundapp.record.decide_committee import COMMITTEE_DECISIONS
from fundapp.record.decide_directory import DIRECTORY_DECISIONS
from fundapp.record.decide_figures import FIGURE_DECISIONS
from fundapp.record.decide_fund import FUND_DECISIONS
from fundapp.record.decide_held import HELD_DECISIONS
from fundapp.record.decide_inquiry import INQUIRY_DECISIONS
from fundapp.record.decide_inquiry_time import INQUIRY_TIME_DECISIONS
from fundapp.record.decide_item import ITEM_DECISIONS
from fundapp.record.decide_minutes import MINUTES_DECISIONS
from fundapp.record.decide_opening import OPENING_DECISIONS
from fundapp.record.decide_partners import PARTNER_DECISIONS
from fundapp.record.decide_planning import PLANNING_DECISIONS
from fundapp.record.decide_register import REGISTER_DECISIONS
from fundapp.record.decide_seats import SEAT_DECISIONS
from fundapp.record.decide_vote import VOTE_DECISIONS
from fundapp.record.deciding import Case, Decision, Decisions
from fundapp.record.permissions import may

_DECISIONS: Decisions = {
    **COMMITTEE_DECISIONS,
    **CIRCULATION_DECISIONS,
    **SEAT_DECISIONS,
    **ITEM_DECISIONS,
    **VOTE_DECISIONS,
    **MINUTES_DECISIONS,
    **FUND_DECISIONS,
    **HELD_DECISIONS,
    **PARTNER_DECISIONS,
    **OPENING_DECISIONS,
    **REGISTER_DECISIONS,
    **FIGURE_DECISIONS,
    **PLANNING_DECISIONS,
    **DIRECTORY_DECISIONS,
    **ASSOCIATION_DECISIONS,
    **INQUIRY_DECISIONS,
    **INQUIRY_TIME_DECISIONS,
    **ANSWER_DECISIONS,
}


def decide(book: Book, command: c.Command, actor: Actor, now: datetime, brought: Brought) -> Decision:
    """The events that carry the command out, or a refusal with nothing done. Permission is asked first."""
    kind = type(command)
    if not may(actor, kind):
        return Refusal.of("not_permitted")
    case = Case(book=book, actor=actor, now=now, brought=brought)
    refusal = check_day(case, command.on) if isinstance(command, c.DatedCommand) else None
    return refusal or _DECISIONS[kind](command, case)


def decided() -> frozenset[type[c.Command]]:
    """The commands that can be decided: all of them, which a test checks."""
    return frozenset(_DECISIONS)
