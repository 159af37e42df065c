"""What another rubric would have made of past decisions: the same marks, the same frozen facts, other rules. Pure.

It changes nothing: each past item keeps the rubric that was frozen with it.
"""

from collections.abc import Sequence
from typing import Literal

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.committee.gates import (
    Counting,
    GateResult,
    GateView,
    admissible,
    critical_gate,
    evidence_gate,
    prospects_gate,
    support_gate,
)
from fundapp.committee.rubric import ResolutionKind, Rubric
from fundapp.committee.standing import ComputedLevel, Standing, standing
from fundapp.record.book import Book, Item
from fundapp.record.judging import computed_levels, support_check
from fundapp.record.roll import voters

Verdict = Literal["same", "moves", "no_longer", "not_comparable"]


class Side(Fact):
    """Where an item stands by one rubric. `shut`: gates that are not passed, counted firm."""

    axis1: Ratio | None
    axis2: Ratio | None
    quadrant: Text | None
    shut: tuple[Text, ...]
    possible: bool
    """True when the resolution that was taken may follow these gates."""


class Trial(Fact):
    """One past decision by the rubric of then and by the other one."""

    item_id: Text
    code: Text
    meeting: int
    resolution: ResolutionKind
    then: Side
    other: Side | None
    """None when it cannot be told: the other rubric asks for criteria that nobody judged."""
    unjudged: tuple[Text, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Whether the decision stands as it was, stands elsewhere, or could not have been taken."""
        if self.other is None:
            return "not_comparable"
        if self.then.possible and not self.other.possible:
            return "no_longer"
        return "same" if self.other == self.then else "moves"


def trials(book: Book, other: Rubric) -> tuple[Trial, ...]:
    """Every resolved item of a seen Book by another rubric, the latest meeting first."""
    decided = [item for item in book.items.values() if item.resolved and not item.hidden and item.frozen and item.gates]
    ordered = sorted(decided, key=lambda item: (-book.meetings[item.meeting_id].number, item.number))
    return tuple(_trial(book, item, other) for item in ordered)


def _trial(book: Book, item: Item, other: Rubric) -> Trial:
    assert item.resolved is not None, "what is tried was resolved"
    unjudged = _unjudged(item, other)
    return Trial(
        item_id=item.id,
        code=item.proposal_code,
        meeting=book.meetings[item.meeting_id].number,
        resolution=item.resolved.resolution,
        then=_side(book, item, book.rubric_of(item)),
        other=None if unjudged else _side(book, item, other),
        unjudged=unjudged,
    )


def _levels(rubric: Rubric, item: Item, counting: Counting) -> tuple[ComputedLevel, ...]:
    assert item.frozen is not None, "what is tried was frozen"
    return computed_levels(rubric, item.frozen.support, counting)


def _unjudged(item: Item, other: Rubric) -> tuple[str, ...]:
    """Criteria of the other rubric that apply and for which the cards hold no mark."""
    marked = {(given.axis, given.criterion_id) for card in item.scorecards for given in card.levels}
    applies = {one.criterion_id for one in _levels(other, item, "firm") if one.level is not None}
    return tuple(
        criterion.id
        for axis in other.axes
        for criterion in axis.criteria
        if (axis.id, criterion.id) not in marked and (axis.id == "axis1" or criterion.id in applies)
    )


def _side(book: Book, item: Item, rubric: Rubric) -> Side:
    assert item.resolved is not None, "what is tried was resolved"
    seats = {entry.seat_id: entry.person for entry in voters(book, item)}
    cards = [card for card in item.scorecards if seats.get(card.seat_id) == card.person]
    place = standing(rubric, cards, _levels(rubric, item, "firm"), _levels(rubric, item, "with_hands"))
    view = _gates(rubric, item, place)
    refused = admissible(rubric, view, item.resolved.resolution, exception=item.resolved.exception)
    return Side(
        axis1=place.axis1.points,
        axis2=place.firm.points,
        quadrant=place.quadrant,
        shut=tuple(gate.id for gate in view.firm if not gate.passed()),
        possible=refused is None,
    )


def _gates(rubric: Rubric, item: Item, place: Standing) -> GateView:
    """G1 to G4 by this rubric; intake, money and meeting as they stood at the resolution."""
    assert item.gates is not None, "a resolution keeps its gates"
    assert item.frozen is not None, "what is tried was frozen"
    support = item.frozen.support

    def row(stood: Sequence[GateResult], counting: Counting) -> tuple[GateResult, ...]:
        anew = {
            "G1": evidence_gate(rubric, place),
            "G2": prospects_gate(rubric, place),
            "G3": support_gate(rubric, place, counting),
            "G4": critical_gate(rubric, support_check(support, counting)),
        }
        return tuple(anew.get(gate.id, gate) for gate in stood)

    return GateView(
        firm=row(item.gates.firm, "firm"),
        with_hands=row(item.gates.with_hands, "with_hands"),
        axis2_points=place.firm.points,
    )
