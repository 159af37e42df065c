"""How firm a proposal's outcome on one axis is: what would have to change for it to pass, or no longer to pass.

To pass is what the gates ask: points at the threshold, every floor kept, and little enough X. Four questions: how far a
single weight may move, which change of marks by one member suffices, what each member's absence would do, and in which
share of all weights the outcome is the same.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.committee.axis_question import Question, Seen
from fundapp.committee.gates import Counting
from fundapp.committee.item import Scorecard
from fundapp.committee.member_change import MemberChange, member_change
from fundapp.committee.rubric import AxisId, Rubric
from fundapp.committee.standing import ComputedLevel, committee_value, gate_value, latest
from fundapp.committee.weight_change import Form, Share, Weights, hold, holding_interval, share_of


class WeightRoom(Fact):
    """The interval of one weight, in percent, in which the outcome stays; None where it has no end."""

    criterion_id: Text
    weight_pct: int
    low_pct: Ratio | None
    high_pct: Ratio | None


class WithoutSeat(Fact):
    """Whether the axis would pass without this seat's card."""

    seat_id: Text
    passes: bool


class Firmness(Fact):
    """How firm the outcome on one axis is."""

    axis: AxisId
    counting: Counting
    passes: bool
    weights: tuple[WeightRoom, ...]
    member: MemberChange | None
    """None when no single member could turn the outcome by marks."""
    without: tuple[WithoutSeat, ...]
    share: Share
    """The share of all weights with the same outcome."""


def firmness(
    rubric: Rubric,
    cards: Sequence[Scorecard],
    firm: Sequence[ComputedLevel],
    with_hands: Sequence[ComputedLevel],
    sampled: Mapping[int, Weights],
    *,
    seed: int,
) -> tuple[Firmness, ...]:
    """Axis 1, and axis 2 firm and with raised hands. `sampled`: weights by the number of criteria, drawn with `seed`.

    Without a card, or where no support is needed, an axis has no outcome and is left out.
    """
    last = latest(cards)
    if not last:
        return ()
    axis1, axis2 = rubric.axes
    found = [
        _of_axis(Question(rubric, axis1, "firm", lambda _criterion, marks: committee_value(marks)), last, sampled, seed)
    ]
    start = {one.criterion_id: one.level for one in firm}
    applicable = tuple(one for one in axis2.criteria if start[one.id] is not None)
    if applicable:
        shorn = axis2.model_copy(update={"criteria": applicable})
        for counting, computed in (("firm", firm), ("with_hands", with_hands)):
            question = Question(rubric, shorn, counting, _as_the_gates_see(computed, start))  # type: ignore[arg-type]
            found.append(_of_axis(question, last, sampled, seed))
    return tuple(found)


def _as_the_gates_see(computed: Sequence[ComputedLevel], start: Mapping[str, int | None]) -> Seen:
    levels = {one.criterion_id: one.level for one in computed}
    return lambda criterion, marks: gate_value(levels[criterion], committee_value(marks), start[criterion])


def _of_axis(question: Question, cards: Sequence[Scorecard], sampled: Mapping[int, Weights], seed: int) -> Firmness:
    values = question.values(cards)
    passes = question.passes(values)
    floors, forms = question.floors_hold(values), question.forms(values)
    holding = hold(forms, sampled[len(question.weights)]) & floors
    changes = [one for card in cards if (one := member_change(question, cards, card.seat_id)) is not None]
    return Firmness(
        axis=question.axis.id,
        counting=question.counting,
        passes=passes,
        weights=tuple(_room(question, forms, k, passes=passes, floors=floors) for k in range(len(question.weights))),
        member=min(changes, key=lambda one: (one.levels, len(one.changes)), default=None),
        without=tuple(
            WithoutSeat(
                seat_id=card.seat_id,
                passes=question.passes(question.values([one for one in cards if one.seat_id != card.seat_id])),
            )
            for card in cards
        )
        if len(cards) > 1
        else (),
        share=share_of(holding == passes, seed),
    )


def _room(question: Question, forms: Sequence[Form], k: int, *, passes: bool, floors: bool) -> WeightRoom:
    criterion = question.axis.criteria[k]
    found = holding_interval(question.weights, forms, k) if floors else None
    low: Fraction | None = None
    high: Fraction | None = None
    if found is not None and passes:
        low = found.low if found.low > 0 else None
        high = found.high if found.high < 1 else None
    elif found is not None:
        # The outcome fails today: it stays so up to where all forms begin to hold, or down to where they end.
        low = found.high if found.weight > found.high else None
        high = found.low if found.weight < found.low else None
    whole = sum(one.weight_pct for one in question.axis.criteria)
    return WeightRoom(
        criterion_id=criterion.id,
        weight_pct=criterion.weight_pct,
        low_pct=None if low is None else low * whole,
        high_pct=None if high is None else high * whole,
    )
