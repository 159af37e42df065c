"""What the committee weighs before it votes: how firm an outcome is, how far members agree, what the balance allows."""

from collections.abc import Sequence
from functools import cache
from itertools import compress

from fundapp.basis.fact import Fact, Text
from fundapp.basis.refusal import Problem
from fundapp.committee.agreement import Agreement, Ratings, agreement
from fundapp.committee.firmness import Firmness, firmness
from fundapp.committee.item import Scorecard
from fundapp.committee.proposal import Proposal
from fundapp.committee.rubric import AxisId
from fundapp.committee.weight_change import Weights, sampled_weights
from fundapp.record.book import Book, Item
from fundapp.record.judging import money_check, reserving
from fundapp.record.roll import voters

SAMPLES = 100_000
SEED = 1
LEAST_ITEMS = 10
"""With fewer criteria marked a coefficient of agreement moves with every single mark, and would be read as a grade."""
MOST_CHOICES = 12
"""More proposals on one agenda are not combined: 4,096 combinations are the most that a person waits for."""


@cache
def _weights(criteria: int) -> Weights:
    return sampled_weights(criteria, SAMPLES, SEED)


def firmness_of(book: Book, item: Item) -> tuple[Firmness, ...]:
    """How firm a revealed item's outcome is on each axis, from the cards of those who vote on it."""
    assert item.frozen is not None, "an item stands nowhere before its facts are frozen"
    assert item.revealed_at is not None, "before the reveal nothing may be told of the scores"
    seats = {entry.seat_id: entry.person for entry in voters(book, item)}
    cards = [card for card in item.scorecards if seats.get(card.seat_id) == card.person]
    sampled = {
        count: _weights(count) for axis in book.rubric_of(item).axes for count in range(1, len(axis.criteria) + 1)
    }
    return firmness(book.rubric_of(item), cards, item.frozen.firm, item.frozen.with_hands, sampled, seed=SEED)


class RoundAgreement(Fact):
    """How far the seats agree on one axis over the revealed items of a meeting, in the first round and at last."""

    axis: AxisId
    first: Agreement
    last: Agreement
    moved: int
    """Marks that the second round changed."""
    problem: Problem | None = None
    """Why no coefficient is told."""


def agreement_in(book: Book, meeting_id: str, axis: AxisId) -> RoundAgreement:
    """Rows are the criteria of every revealed item in the viewer's sight, columns the seats; X is a missing mark."""
    revealed = [item for item in book.items_of(meeting_id) if item.revealed_at is not None and not item.hidden]
    seats = [seat.id for seat in book.seats_by_rank()]
    names: list[str] = []
    first: list[tuple[float | None, ...]] = []
    last: list[tuple[float | None, ...]] = []
    for item in revealed:
        for criterion in book.rubric_of(item).axis(axis).criteria:
            begun = tuple(_mark(item, seat, axis, criterion.id, latest=False) for seat in seats)
            if any(mark is not None for mark in begun):
                names.append(f"{item.proposal_code} {criterion.id}")
                first.append(begun)
                last.append(tuple(_mark(item, seat, axis, criterion.id, latest=True) for seat in seats))
    few = Problem.of("agreement_of_few", count=len(names), least=LEAST_ITEMS) if len(names) < LEAST_ITEMS else None
    return RoundAgreement(
        axis=axis,
        first=agreement(Ratings(items=tuple(names), raters=tuple(seats), marks=tuple(first))),
        last=agreement(Ratings(items=tuple(names), raters=tuple(seats), marks=tuple(last))),
        moved=sum(
            a != b for before, after in zip(first, last, strict=True) for a, b in zip(before, after, strict=True)
        ),
        problem=few,
    )


def _mark(item: Item, seat_id: str, axis: AxisId, criterion_id: str, *, latest: bool) -> float | None:
    cards = sorted((card for card in item.scorecards if card.seat_id == seat_id), key=lambda card: card.round)
    card: Scorecard | None = (cards[-1] if latest else cards[0]) if cards else None
    if card is None:
        return None
    level = next((one.level for one in card.levels if (one.axis, one.criterion_id) == (axis, criterion_id)), None)
    return None if level is None else float(level)


class Choice(Fact):
    """Proposals that fit together under the balance and every limit, and how the others stand to them."""

    taken: tuple[Text, ...]
    left_out: tuple[Text, ...]
    """What no longer fits besides."""
    would_fit: tuple[Text, ...] = ()
    """What could be added, one at a time; nothing for a largest set."""
    total_yen: int
    balance_after_yen: int


def choices(
    book: Book, proposals: Sequence[Proposal], balance_yen: int, *, smaller: bool = False
) -> tuple[Choice, ...]:
    """Every largest set of the proposals that fits at once at their asks: no proposal can be added to any of them.

    With `smaller` every set that fits, the empty one too. Nothing is ranked by points: which set is taken is the
    committee's to say. Raises nothing; the first MOST_CHOICES proposals are combined.
    """
    asked = tuple(proposals[:MOST_CHOICES])
    fitting: list[tuple[bool, ...]] = []
    _extend(book, asked, (), fitting)
    every = set(fitting)
    found = []
    for taken in fitting:
        would = tuple(not one and (*taken[:at], True, *taken[at + 1 :]) in every for at, one in enumerate(taken))
        if any(would) and not smaller:
            continue
        total = sum(one.ask_yen for one in compress(asked, taken))
        out = (not (one or other) for one, other in zip(taken, would, strict=True))
        found.append(
            Choice(
                taken=tuple(one.id for one in compress(asked, taken)),
                left_out=tuple(one.id for one in compress(asked, out)),
                would_fit=tuple(one.id for one in compress(asked, would)),
                total_yen=total,
                balance_after_yen=balance_yen - total,
            )
        )
    return tuple(found)


def _extend(book: Book, asked: Sequence[Proposal], taken: tuple[bool, ...], fitting: list[tuple[bool, ...]]) -> None:
    """Go through the proposals in turn: take the next one where the fund still has room for it, and leave it out."""
    if len(taken) == len(asked):
        fitting.append(taken)
        return
    following = asked[len(taken)]
    if money_check(book, following, following.ask_yen).fits:
        _extend(reserving(book, following, following.ask_yen), asked, (*taken, True), fitting)
    _extend(book, asked, (*taken, False), fitting)
