"""The fewest levels by which one member's marks would have to move to turn the outcome on one axis."""

from collections.abc import Sequence
from fractions import Fraction

from fundapp.basis.fact import Fact, Text
from fundapp.committee.axis_question import Question, Values
from fundapp.committee.item import Scorecard


class MarkChange(Fact):
    """Another mark of one member on one criterion."""

    criterion_id: Text
    before: int
    after: int


class MemberChange(Fact):
    """The fewest levels by which one member's marks would have to move to turn the outcome."""

    seat_id: Text
    changes: tuple[MarkChange, ...]
    levels: int


class _Option(Fact):
    """A mark that a member could give instead: how many levels away, and what the gates would see."""

    mark: MarkChange
    levels: int
    value: int


def member_change(question: Question, cards: Sequence[Scorecard], seat_id: str) -> MemberChange | None:
    """The fewest levels of this seat's marks that turn the outcome, by a search over the sums of levels."""
    values = question.values(cards)
    passing = question.passes(values)
    options = [_options(question, cards, seat_id, criterion.id, up=not passing) for criterion in question.axis.criteria]
    if passing:
        found = _below_a_floor(question, options)
        sunk = _turned(question, values, options, up=False)
        best = min((one for one in (found, sunk) if one is not None), key=_size, default=None)
    else:
        best = _turned(question, values, options, up=True)
    if best is None:
        return None
    return MemberChange(seat_id=seat_id, changes=tuple(one.mark for one in best), levels=_size(best)[0])


def _size(options: Sequence[_Option]) -> tuple[int, int]:
    return sum(one.levels for one in options), len(options)


def _options(
    question: Question, cards: Sequence[Scorecard], seat_id: str, criterion_id: str, *, up: bool
) -> list[_Option]:
    """Every other mark of this seat in the one direction, with the value that it would lead to."""
    marks = question.marks(cards, criterion_id)
    place = [card.seat_id for card in cards].index(seat_id)
    before = marks[place]
    if before is None:
        return []
    found = []
    for after in sorted(one.level for one in question.axis.criterion(criterion_id).levels):
        value = question.seen(criterion_id, [after if at == place else mark for at, mark in enumerate(marks)])
        if (after > before if up else after < before) and value is not None:
            mark = MarkChange(criterion_id=criterion_id, before=before, after=after)
            found.append(_Option(mark=mark, levels=abs(after - before), value=value))
    return found


def _below_a_floor(question: Question, options: Sequence[Sequence[_Option]]) -> tuple[_Option, ...] | None:
    found = [
        option
        for criterion, row in zip(question.axis.criteria, options, strict=True)
        for option in row
        if criterion.floor is not None and option.value < criterion.floor
    ]
    return (min(found, key=lambda one: one.levels),) if found else None


def _turned(
    question: Question, values: Values, options: Sequence[Sequence[_Option]], *, up: bool
) -> tuple[_Option, ...] | None:
    """The fewest levels that bring the points to the threshold (and every floor with them), or below it.

    A table from the sum of levels to the best points reachable with it, criterion by criterion: each criterion's value
    depends on its own marks alone, so nothing better is missed.
    """
    reached: dict[int, tuple[Fraction, tuple[_Option, ...]]] = {0: (Fraction(0), ())}
    weight_of_rated = Fraction(0)
    for criterion, weight, row in zip(question.axis.criteria, question.weights, options, strict=True):
        value = values[criterion.id]
        if value is None:
            if criterion.floor is not None and up:
                return None
            continue
        weight_of_rated += weight
        stays = [(0, weight * value, ())] if not up or criterion.floor is None or value >= criterion.floor else []
        moves = [
            (one.levels, weight * one.value, (one,))
            for one in row
            if not up or criterion.floor is None or one.value >= criterion.floor
        ]
        wider: dict[int, tuple[Fraction, tuple[_Option, ...]]] = {}
        for levels, (points, taken) in reached.items():
            for more, gain, option in (*stays, *moves):
                key, total = levels + more, points + gain
                if key not in wider or (total > wider[key][0]) is up:
                    wider[key] = (total, taken + option)
        reached = wider
    need = question.threshold * weight_of_rated
    for levels in sorted(reached):
        points, taken = reached[levels]
        if (points >= need) is up:
            return taken if question.evidence_holds(values) or not up else None
    return None
