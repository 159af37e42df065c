"""Where a proposal stands, read off the Book and the facts. Pure. Before the reveal no score is in it, only facts."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Literal

from fundapp.basis.days import day_of
from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.charts.look import QUADRANT_IDS, QuadrantId
from fundapp.committee.gates import GateResult, GateView, critical_gate, intake_gate, money_gate
from fundapp.committee.proposal import Proposal
from fundapp.committee.rubric import Axis, ResolutionKind, Rubric
from fundapp.committee.standing import ComputedLevel, Standing, quadrant, weighted_mean
from fundapp.network.support_facts import SupportFacts
from fundapp.record.book import Book, Item
from fundapp.record.judging import computed_levels, gates_of, money_check, standing_of, support_check
from fundapp.record.once import once


class Place(Fact):
    """A proposal's place on the two axes, which are never summed."""

    axis1: Ratio | None = None
    axis2: Ratio | None = None
    judged: bool
    """True: as the committee judged it and as the gates see it. False: axis 2 alone, computed from the facts."""
    needs_support: bool = True
    quadrant: QuadrantId | None = None
    shut: tuple[Text, ...] = ()
    """Gates that are not passed, counted firm."""


def items_of(book: Book, proposal_id: str) -> tuple[Item, ...]:
    """The agenda items of a proposal that the reader may know, the earliest first."""
    return _items_by_proposal(book).get(proposal_id, ())


@once
def _items_by_proposal(book: Book) -> dict[str, tuple[Item, ...]]:
    found: dict[str, tuple[Item, ...]] = {}
    for item in sorted(book.items.values(), key=lambda one: (book.meetings[one.meeting_id].number, one.number)):
        found[item.proposal_id] = (*found.get(item.proposal_id, ()), item)
    return found


def last_frozen(book: Book, proposal_id: str) -> Item | None:
    """The latest item of a proposal whose facts are frozen."""
    return next((item for item in reversed(items_of(book, proposal_id)) if item.frozen is not None), None)


def judged_standing(book: Book, item: Item) -> Standing | None:
    """The committee's standing on an item; None before the reveal."""
    return standing_of(book, item) if item.revealed_at is not None and item.frozen is not None else None


def computed_axis2(axis: Axis, levels: Sequence[ComputedLevel]) -> Fraction | None:
    """Axis 2 as the facts alone give it; None when too few criteria apply."""
    values = {one.criterion_id: one.level for one in levels}
    enough = sum(level is not None for level in values.values()) >= axis.least_applicable
    return weighted_mean(axis, values) if enough else None


def place_of(book: Book, item: Item | None, today: SupportFacts | None) -> Place:
    """The place by the item frozen last: judged after its reveal, else computed. Without one, from today's facts."""
    if item is not None and (judged := _judged(book, item.id)) is not None:
        return judged
    if item is not None and item.frozen is not None:
        rubric, support, levels = book.rubric_of(item), item.frozen.support, item.frozen.firm
    elif today is not None and book.rubric_digest:
        rubric, support = book.rubric, today
        levels = computed_levels(rubric, support, "firm")
    else:
        return Place(judged=False)
    return Place(axis2=computed_axis2(rubric.axis("axis2"), levels), judged=False, needs_support=support.needs_support)


@once
def _judged(book: Book, item_id: str) -> Place | None:
    """The place that the committee gave; None before the reveal."""
    item = book.items[item_id]
    place = judged_standing(book, item)
    if place is None or item.frozen is None:
        return None
    return Place(
        axis1=place.axis1.points,
        axis2=place.firm.points,
        judged=True,
        needs_support=item.frozen.support.needs_support,
        quadrant=quadrant_of(book.rubric_of(item), place.axis1.points, place.firm.points),
        shut=tuple(gate.id for gate in gate_view(book, item).firm if not gate.passed()),
    )


def quadrant_of(rubric: Rubric, axis1: Fraction | None, axis2: Fraction | None) -> QuadrantId | None:
    """The map's own id of the quadrant; None when one of the axes is not assessable."""
    found = quadrant(rubric, axis1, axis2)
    return next((one for one in QUADRANT_IDS if one == found), None)


def gate_view(book: Book, item: Item) -> GateView:
    """The gates of a judged item: as they stood at the resolution, else as they stand now."""
    return item.gates or gates_of(book, item)


def known_gates(book: Book, proposal: Proposal, support: SupportFacts) -> tuple[GateResult, ...]:
    """The gates that need no score: intake, critical parts and needs, money. For a proposal before its reveal."""
    return (
        intake_gate(proposal.intake, support.bill_revision, needs_support=proposal.needs_support),
        critical_gate(book.rubric, support_check(support, "firm")),
        *((money_gate(money_check(book, proposal, proposal.ask_yen)),) if book.terms else ()),
    )


class State(Fact):
    """How far a proposal is: registered, on an agenda, being judged, resolved, or signed."""

    kind: Literal["registered", "agenda", "judging", "resolved", "signed"]
    meeting: int = 0
    written: bool = False
    """True when that is a written resolution."""
    on: date | None = None
    resolution: ResolutionKind | None = None


def state_of(book: Book, proposal_id: str) -> State:
    """How far a proposal is, by its latest item and by the agreements."""
    item = next(reversed(items_of(book, proposal_id)), None)
    if item is None:
        return State(kind="registered")
    meeting = book.meetings[item.meeting_id].number
    if item.resolved is None:
        written = book.meetings[item.meeting_id].circulation is not None
        return State(kind="judging" if item.frozen else "agenda", meeting=meeting, written=written)
    signed = next((one for one in book.investments.values() if one.proposal_id == proposal_id), None)
    if signed is not None:
        return State(kind="signed", meeting=meeting, on=signed.signed_on, resolution=item.resolved.resolution)
    return State(kind="resolved", meeting=meeting, on=day_of(item.resolved.at), resolution=item.resolved.resolution)
