"""Where a proposal stands on the two axes: low medians per criterion, weighted means per axis, never a sum of both."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from statistics import median_low

from fundapp.basis.fact import Fact, Ratio, Text, lean
from fundapp.committee.item import Scorecard
from fundapp.committee.rubric import Axis, AxisId, Rubric


@lean
class ComputedLevel:
    """The level of one criterion that the facts give. None when the criterion does not apply."""

    criterion_id: Text
    level: int | None
    capped: bool = False
    left_out: tuple[Text, ...] = ()


class SeatLevel(Fact):
    """What one seat gave on a criterion; None is X."""

    seat_id: Text
    level: int | None


class CriterionStanding(Fact):
    """The committee's value on one criterion. `value` None is X, or not applicable when `applicable` is False."""

    criterion_id: Text
    applicable: bool
    levels: tuple[SeatLevel, ...]
    value: int | None
    spread: int | None
    below_floor: tuple[Text, ...] = ()
    """Seats whose single mark lies below the floor."""


class AxisStanding(Fact):
    """One axis: points 1 to 5 as an exact mean, or None when it is not assessable."""

    axis: AxisId
    points: Ratio | None
    x_weight_pct: Ratio
    """Weight of the X criteria in percent of the applicable weight."""
    criteria: tuple[CriterionStanding, ...]

    def value_of(self, criterion_id: str) -> int | None:
        """The committee's value on a criterion, None for X."""
        return next(item.value for item in self.criteria if item.criterion_id == criterion_id)


class GatePoints(Fact):
    """Axis 2 as the gates see it: per criterion the lower of computed and committee, and their mean."""

    points: Ratio | None
    values: tuple[tuple[Text, int | None], ...]


class Standing(Fact):
    """A proposal's place: the committee's two axes, and axis 2 for the gates, firm and with raised hands."""

    axis1: AxisStanding
    axis2: AxisStanding
    firm: GatePoints
    with_hands: GatePoints
    quadrant: Text | None


def committee_value(levels: Sequence[int | None]) -> int | None:
    """The low median of the levels given; None (X) when half or more of the voters gave X, or nobody voted."""
    given = [level for level in levels if level is not None]
    if not given or 2 * (len(levels) - len(given)) >= len(levels):
        return None
    return median_low(given)


def latest(cards: Iterable[Scorecard]) -> tuple[Scorecard, ...]:
    """Each seat's last card, ordered by seat: a second score takes the place of the first."""
    by_seat: dict[str, Scorecard] = {}
    for card in sorted(cards, key=lambda card: card.round):
        by_seat[card.seat_id] = card
    return tuple(by_seat[seat] for seat in sorted(by_seat))


def weighted_mean(axis: Axis, values: Mapping[str, int | None]) -> Fraction | None:
    """The mean of the values by weight over the criteria that have one; None when none has."""
    weights = {criterion.id: criterion.weight_pct for criterion in axis.criteria}
    rated = {criterion_id: value for criterion_id, value in values.items() if value is not None}
    total = sum(weights[criterion_id] for criterion_id in rated)
    if total == 0:
        return None
    return Fraction(sum(weights[criterion_id] * value for criterion_id, value in rated.items()), total)


def axis_standing(axis: Axis, cards: Sequence[Scorecard], not_applicable: frozenset[str]) -> AxisStanding:
    """One axis from the cards of the voters (recused seats have none)."""
    given_on: dict[str, list[SeatLevel]] = {criterion.id: [] for criterion in axis.criteria}
    for card in cards:
        for given in card.levels:
            if given.axis == axis.id and given.criterion_id in given_on:
                given_on[given.criterion_id].append(SeatLevel(seat_id=card.seat_id, level=given.level))
    criteria = []
    for criterion in axis.criteria:
        levels = tuple(given_on[criterion.id])
        applicable = criterion.id not in not_applicable
        marks = [item.level for item in levels if item.level is not None]
        criteria.append(
            CriterionStanding(
                criterion_id=criterion.id,
                applicable=applicable,
                levels=levels if applicable else (),
                value=committee_value([item.level for item in levels]) if applicable else None,
                spread=max(marks) - min(marks) if applicable and len(marks) > 1 else None,
                below_floor=tuple(
                    item.seat_id
                    for item in levels
                    if applicable and criterion.floor and item.level is not None and item.level < criterion.floor
                ),
            )
        )
    weights = {criterion.id: criterion.weight_pct for criterion in axis.criteria}
    applicable_weight = sum(weights[item.criterion_id] for item in criteria if item.applicable)
    x_weight = sum(weights[item.criterion_id] for item in criteria if item.applicable and item.value is None)
    enough = sum(item.applicable for item in criteria) >= axis.least_applicable
    return AxisStanding(
        axis=axis.id,
        points=weighted_mean(axis, {item.criterion_id: item.value for item in criteria}) if enough else None,
        x_weight_pct=Fraction(100 * x_weight, applicable_weight) if applicable_weight else Fraction(100),
        criteria=tuple(criteria),
    )


def gate_value(computed: int | None, committee: int | None, start: int | None) -> int | None:
    """One criterion as the gates see it: the computed level, lowered by as much as the committee went below its start.

    So a member can lower what the gates see, and never raise it (the committee's rules on the value of axis 2).
    """
    if computed is None or committee is None or start is None:
        return None
    return max(1, computed + min(0, committee - start))


def _gate_points(
    axis: Axis, committee: AxisStanding, computed: Mapping[str, int | None], start: Mapping[str, int | None]
) -> GatePoints:
    """The gate's value of each criterion, and their mean."""
    values = {one.id: gate_value(computed[one.id], committee.value_of(one.id), start[one.id]) for one in axis.criteria}
    points = weighted_mean(axis, values) if committee.points is not None else None
    return GatePoints(points=points, values=tuple(values.items()))


def quadrant(rubric: Rubric, axis1: Fraction | None, axis2: Fraction | None) -> str | None:
    """Q1 to Q4 by the two thresholds; None when one of the axes is not assessable."""
    if axis1 is None or axis2 is None:
        return None
    cut = rubric.decision.thresholds
    high1, high2 = axis1 >= cut.axis1_pass, axis2 >= cut.axis2_pass
    return {(True, True): "Q1", (True, False): "Q2", (False, True): "Q3", (False, False): "Q4"}[high1, high2]


def standing(
    rubric: Rubric,
    cards: Iterable[Scorecard],
    firm: Sequence[ComputedLevel],
    with_hands: Sequence[ComputedLevel],
) -> Standing:
    """The standing from the voters' cards and the computed levels; the quadrant uses axis 2 as the firm gate does."""
    last = latest(cards)
    firm_levels = {item.criterion_id: item.level for item in firm}
    hand_levels = {item.criterion_id: item.level for item in with_hands}
    not_applicable = frozenset(criterion_id for criterion_id, level in firm_levels.items() if level is None)
    axis1 = axis_standing(rubric.axis("axis1"), last, frozenset())
    axis2 = axis_standing(rubric.axis("axis2"), last, not_applicable)
    gate_firm = _gate_points(rubric.axis("axis2"), axis2, firm_levels, firm_levels)
    return Standing(
        axis1=axis1,
        axis2=axis2,
        firm=gate_firm,
        with_hands=_gate_points(rubric.axis("axis2"), axis2, hand_levels, firm_levels),
        quadrant=quadrant(rubric, axis1.points, gate_firm.points),
    )


def to_discuss(rubric: Rubric, place: Standing) -> tuple[tuple[AxisId, str], ...]:
    """The criteria that the committee discusses: a wide spread, or one mark below a floor."""
    least = rubric.decision.thresholds.spread_to_discuss
    return tuple(
        (axis.axis, item.criterion_id)
        for axis in (place.axis1, place.axis2)
        for item in axis.criteria
        if (item.spread is not None and item.spread >= least) or item.below_floor
    )


class FloorMark(Fact):
    """One seat's mark below the floor of a criterion."""

    seat_id: Text
    criterion_id: Text
    level: int
    floor: int


def floor_marks(rubric: Rubric, cards: Iterable[Scorecard]) -> tuple[FloorMark, ...]:
    """Every single mark below a floor, in either round: it has to be discussed (the committee's rules on floors)."""
    floors = {
        (axis.id, criterion.id): criterion.floor
        for axis in rubric.axes
        for criterion in axis.criteria
        if criterion.floor is not None
    }
    found = (
        FloorMark(seat_id=card.seat_id, criterion_id=given.criterion_id, level=given.level, floor=floor)
        for card in cards
        for given in card.levels
        if (floor := floors.get((given.axis, given.criterion_id))) is not None
        and given.level is not None
        and given.level < floor
    )
    return tuple(dict.fromkeys(found))
