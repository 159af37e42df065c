"""What a meeting judged an item by, for its minutes: frozen facts, marks by seat, axes, gates."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from fundapp.committee import minutes_judging as m
from fundapp.committee.gates import GateResult
from fundapp.committee.item import Scorecard
from fundapp.committee.rubric import Axis, Rubric
from fundapp.committee.standing import Standing, weighted_mean
from fundapp.network.support_facts import SupportFacts
from fundapp.record.book import Book, Item
from fundapp.record.judging import gates_of, support_check
from fundapp.record.minutes_writer import Writer
from fundapp.record.roll import voters


def support_shown(rubric: Rubric, support: SupportFacts) -> m.FrozenSupport | None:
    """The frozen facts by name, and the rows that gate G4 found open; None for a company that needs no support."""
    if not support.needs_support:
        return None
    firm, hands = support.values("firm"), support.values("with_hands")
    names = _row_names(support)
    return m.FrozenSupport(
        as_of=support.as_of,
        bill_revision=support.bill_revision,
        lot=support.lot if support.has_parts else None,
        plan_days=support.plan_days if support.has_parts else None,
        facts=tuple(
            m.FrozenFact(
                id=fact.id,
                name=fact.name,
                kind=fact.kind,
                firm=firm[fact.id].value,
                with_hands=hands[fact.id].value if fact.id in hands else None,
                cases=firm[fact.id].cases,
            )
            for fact in rubric.axis("axis2").facts
            if fact.id in firm
        ),
        open_rows=tuple(names[row] for row in support_check(support, "firm").open_rows),
    )


def _row_names(support: SupportFacts) -> dict[str, str]:
    lines = {line.id: f"{line.part_number} {line.description}".strip() for line in support.lines}
    return lines | {need.id: need.name for need in support.needs}


def _cards(item: Item) -> dict[str, list[Scorecard]]:
    by_seat: dict[str, list[Scorecard]] = {}
    for card in sorted(item.scorecards, key=lambda card: card.round):
        by_seat.setdefault(card.seat_id, []).append(card)
    return by_seat


def _marks(writer: Writer, item: Item, axis: Axis, criterion_id: str) -> tuple[m.Mark, ...]:
    marks = []
    for entry in voters(writer.book, item):
        cards = [card for card in _cards(item).get(entry.seat_id, []) if card.person == entry.person]
        if not cards:
            continue
        given = [
            next((one for one in card.levels if (one.axis, one.criterion_id) == (axis.id, criterion_id)), None)
            for card in cards
        ]
        first, last = given[0], given[-1]
        if first is None or last is None:
            continue
        marks.append(
            m.Mark(
                seat_id=entry.seat_id,
                first=first.level,
                second=last.level,
                # A second score may stand without a word; then the reason of the first one still does.
                reason=writer.words(last.reason or first.reason),
                entry=cards[-1].entry,
            )
        )
    return tuple(marks)


def _criteria(
    writer: Writer,
    item: Item,
    axis: Axis,
    place: Standing,
    firm: Mapping[str, int | None],
    hands: Mapping[str, int | None],
) -> tuple[m.CriterionScored, ...]:
    found = place.axis1 if axis.id == "axis1" else place.axis2
    by_id = {one.criterion_id: one for one in found.criteria}
    return tuple(
        m.CriterionScored(
            id=criterion.id,
            name=criterion.name,
            weight_pct=criterion.weight_pct,
            applicable=by_id[criterion.id].applicable,
            floor=criterion.floor,
            computed_firm=firm.get(criterion.id),
            computed_with_hands=hands.get(criterion.id),
            marks=_marks(writer, item, axis, criterion.id),
            committee=by_id[criterion.id].value,
            spread=by_id[criterion.id].spread,
        )
        for criterion in axis.criteria
    )


def _axis1(writer: Writer, item: Item, rubric: Rubric, place: Standing) -> m.AxisScored:
    axis, points = rubric.axis("axis1"), place.axis1.points
    return m.AxisScored(
        id="axis1",
        name=axis.name,
        threshold=rubric.decision.thresholds.axis1_pass,
        criteria=_criteria(writer, item, axis, place, {}, {}),
        committee=points,
        gate_firm=points,
        gate_with_hands=points,
    )


def _axis2(writer: Writer, item: Item, rubric: Rubric, place: Standing) -> m.AxisScored:
    assert item.frozen is not None
    axis = rubric.axis("axis2")
    firm = {one.criterion_id: one.level for one in item.frozen.firm}
    hands = {one.criterion_id: one.level for one in item.frozen.with_hands}

    def mean(levels: Mapping[str, int | None]) -> Fraction | None:
        return weighted_mean(axis, levels)

    return m.AxisScored(
        id="axis2",
        name=axis.name,
        threshold=rubric.decision.thresholds.axis2_pass,
        criteria=_criteria(writer, item, axis, place, firm, hands),
        committee=place.axis2.points,
        computed_firm=mean(firm),
        computed_with_hands=mean(hands),
        gate_firm=place.firm.points,
        gate_with_hands=place.with_hands.points,
    )


def quadrant_shown(rubric: Rubric, place: Standing) -> m.QuadrantFound | None:
    for one in rubric.decision.quadrants:
        if one.id == place.quadrant:
            return m.QuadrantFound(id=one.id, name=one.name, default=one.default)
    return None


def axes_shown(writer: Writer, item: Item, rubric: Rubric, place: Standing) -> tuple[m.AxisScored, m.AxisScored]:
    """Both axes, criterion by criterion. They are never summed."""
    return _axis1(writer, item, rubric, place), _axis2(writer, item, rubric, place)


def gates_shown(book: Book, item: Item, rubric: Rubric) -> tuple[m.GateShown, ...]:
    """The gates as they stood at the resolution, before it as they stand now."""
    assert item.frozen is not None
    view = item.gates or gates_of(book, item)
    texts = {gate.id: gate.text for gate in rubric.decision.gates}
    names = _row_names(item.frozen.support)
    return tuple(
        m.GateShown(text=texts[firm.id], firm=_with_names(firm, names), with_hands=_with_names(hands, names))
        for firm, hands in zip(view.firm, view.with_hands, strict=True)
    )


def _with_names(result: GateResult, names: Mapping[str, str]) -> GateResult:
    """The rows of lines and needs by their names. What intake lacks is told by the gate's figures, so it goes."""
    return replace(result, rows=tuple(names[row] for row in result.rows if row in names))
