"""Which deal waits for this person first, for the one primary action of the commitments."""

from dataclasses import dataclass

from fundapp.basis.roles import Actor, Role
from fundapp.documents.said import said
from fundapp.record.book import Book
from fundapp.record.deals import Deal, Step, deal, may_release, next_step
from fundapp.text.catalogue import N_, _

_PRESS: dict[Step, str] = {
    "second_approval": N_("Approve the payment to {company}"),
    "gp_decision": N_("Decide on {company}"),
    "sign": N_("Sign with {company}"),
    "conditions": N_("Conditions of {company}"),
    "release": N_("Next payment to {company}"),
}
"""The steps that a person takes, the most pressing first."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A deal whose next step is this person's."""

    deal: str
    step: Step
    company: str


def first(book: Book, actor: Actor) -> Waiting | None:
    """The most pressing step of this person; among equals the one that expires or is due first."""
    found = [one for key in book.reservations if (one := deal(book, key)) and _is_for(book, actor, one)]
    order = list(_PRESS)
    ranked = sorted(found, key=lambda one: (order.index(next_step(one, actor)), _day(one), one.reservation.id))
    if not ranked:
        return None
    top = ranked[0]
    return Waiting(top.reservation.id, next_step(top, actor), said(top.reservation.company))


def press(waiting: Waiting | None) -> str:
    """What the primary action says; empty when nothing waits."""
    return _(_PRESS[waiting.step]).format(company=waiting.company) if waiting else ""


def _is_for(book: Book, actor: Actor, one: Deal) -> bool:
    match next_step(one, actor):
        case "gp_decision" | "sign":
            return actor.has(Role.MANAGER)
        case "conditions":
            return actor.has(Role.MANAGER, Role.SECRETARIAT)
        case "second_approval":
            return may_release(book, actor)
        case "release":
            return actor.has(Role.MANAGER)
        case _:
            return False


def _day(one: Deal) -> str:
    tranche = one.next_tranche
    return (tranche.due if tranche else one.reservation.expires_on).isoformat()
