"""One deal after its resolution: where it stands, and what comes next for whom. Pure reading of a seen Book."""

from datetime import date
from typing import Literal

from fundapp.basis.fact import Fact
from fundapp.basis.roles import Actor, Role
from fundapp.record.book import Book, Investment, Reservation, Tranche
from fundapp.record.conditions import ConditionState, conditions
from fundapp.record.roll import presides

Step = Literal["gp_decision", "sign", "conditions", "release", "second_approval", "waits", "stopped", "done", "ended"]
"""`waits`: this reader has approved, the other person has not. `ended`: void or expired."""


class Deal(Fact):
    """A reservation with what became of it."""

    reservation: Reservation
    investment: Investment | None
    conditions: tuple[ConditionState, ...]

    @property
    def open_conditions(self) -> tuple[ConditionState, ...]:
        """The conditions that still stand before the first payment."""
        return tuple(one for one in self.conditions if one.done is None)

    @property
    def unpaid(self) -> tuple[Tranche, ...]:
        """The tranches that are neither paid nor cancelled, by number."""
        found = self.investment.tranches if self.investment else ()
        return tuple(one for one in found if one.drawn_on is None and one.cancelled_on is None)

    @property
    def next_tranche(self) -> Tranche | None:
        """The next tranche to be paid: one that somebody has approved, else the first that is not stopped."""
        payable = [one for one in self.unpaid if one.frozen_on is None]
        return next((one for one in payable if one.approvals), next(iter(payable), None))


def deal(book: Book, reservation_id: str) -> Deal | None:
    """The deal of a reservation, or None when it is not in the record or not open to the reader."""
    reservation = book.reservations.get(reservation_id)
    if reservation is None:
        return None
    signed = next((one for one in book.investments.values() if one.reservation_id == reservation_id), None)
    return Deal(reservation=reservation, investment=signed, conditions=conditions(book, reservation))


def next_step(deal: Deal, actor: Actor) -> Step:
    """What comes next for the deal, as this reader stands to it."""
    match deal.reservation.state:
        case "held":
            return "gp_decision"
        case "decided":
            return "sign"
        case "expired" | "void":
            return "ended"
    if not deal.unpaid:
        return "done"
    tranche = deal.next_tranche
    if tranche is None:
        return "stopped"
    if deal.open_conditions and deal.investment and not deal.investment.drawn_yen():
        return "conditions"
    if not tranche.approvals:
        return "release"
    first = tranche.approvals[0]
    mine = first.person == actor.person or first.as_manager == actor.has(Role.MANAGER)
    return "waits" if mine else "second_approval"


def may_release(book: Book, actor: Actor) -> bool:
    """True for the manager, the secretariat, the senior seat's holder, and for who chairs the meeting under way."""
    return actor.has(Role.MANAGER, Role.SECRETARIAT) or (actor.has(Role.VOTING) and presides(book, actor.person))


def expires_within(deal: Deal, today: date) -> int:
    """Days until an unsigned reservation goes back; below zero when it has expired."""
    return (deal.reservation.expires_on - today).days
