"""One axis in one way of counting: what passes."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from fundapp.committee.gates import Counting
from fundapp.committee.item import Scorecard
from fundapp.committee.rubric import Axis, Rubric
from fundapp.committee.weight_change import Form, value_of

Values = Mapping[str, int | None]
"""The committee's value of each applicable criterion; None is X."""


Seen = Callable[[str, Sequence[int | None]], int | None]
"""What the gates see of a criterion, by the marks of all seats on it."""


class Question:
    """One axis in one way of counting: which values pass."""

    def __init__(self, rubric: Rubric, axis: Axis, counting: Counting, seen: Seen) -> None:
        cut = rubric.decision.thresholds
        self.axis, self.counting, self.seen = axis, counting, seen
        self.threshold = cut.axis1_pass if axis.id == "axis1" else cut.axis2_pass
        self.most_x = Fraction(cut.x_weight_max_pct, 100)
        self.enough = len(axis.criteria) >= axis.least_applicable
        total = sum(one.weight_pct for one in axis.criteria)
        self.weights = [Fraction(one.weight_pct, total) for one in axis.criteria]

    def marks(self, cards: Sequence[Scorecard], criterion_id: str) -> list[int | None]:
        """What each seat gave on a criterion, in the order of the cards."""
        return [
            next(
                (one.level for one in card.levels if (one.axis, one.criterion_id) == (self.axis.id, criterion_id)), None
            )
            for card in cards
        ]

    def values(self, cards: Sequence[Scorecard]) -> Values:
        """What the cards come to."""
        return {one.id: self.seen(one.id, self.marks(cards, one.id)) for one in self.axis.criteria}

    def forms(self, values: Values) -> list[Form]:
        """Points at the threshold, and X within its bound."""
        points = []
        evidence = []
        for criterion in self.axis.criteria:
            value = values[criterion.id]
            points.append(Fraction(0) if value is None else value - self.threshold)
            evidence.append(self.most_x - int(value is None))
        return [tuple(points), tuple(evidence)]

    def floors_hold(self, values: Values) -> bool:
        """True when every criterion with a floor has a value at it or above, and the axis can be assessed at all."""
        return self.enough and all(
            (value := values[one.id]) is not None and value >= one.floor
            for one in self.axis.criteria
            if one.floor is not None
        )

    def passes(self, values: Values) -> bool:
        """Whether the axis passes at the rubric's weights."""
        return self.floors_hold(values) and all(value_of(form, self.weights) >= 0 for form in self.forms(values))

    def evidence_holds(self, values: Values) -> bool:
        """True when the axis can be assessed and its X weigh little enough."""
        return self.enough and value_of(self.forms(values)[1], self.weights) >= 0
