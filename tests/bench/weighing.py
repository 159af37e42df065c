"""The flip report beside the bare arithmetic that it cannot do without."""

from fractions import Fraction
from random import Random

from figure import Figure, in_turn, within

from fundapp.committee.firmness import firmness
from fundapp.committee.flip import Alternative, Ranking, flip_report
from fundapp.committee.item import LevelGiven, Scorecard
from fundapp.committee.rubric import Rubric
from fundapp.committee.standing import ComputedLevel
from fundapp.committee.weight_change import sampled_weights
from fundapp.places import rubrics_folder
from fundapp.store.rubric_files import load_rubric

PROPOSALS, SAMPLES = 20, 100_000


def flips() -> list[Figure]:
    """Reports on 20 proposals with 100,000 samples each, beside drawing the samples and one product for each report."""
    rubric = load_rubric(rubrics_folder())
    assert isinstance(rubric, Rubric)
    computed = tuple(ComputedLevel(criterion_id=one.id, level=4) for one in rubric.axes[1].criteria)
    tables = [[_card(rubric, seat, at) for seat in range(3)] for at in range(PROPOSALS)]
    counts = range(1, 1 + max(len(axis.criteria) for axis in rubric.axes))

    def ours() -> None:
        sampled = {count: sampled_weights(count, SAMPLES, 1) for count in counts}
        for cards in tables:
            firmness(rubric, cards, computed, computed, sampled, seed=1)

    def bare() -> None:
        sampled = [sampled_weights(count, SAMPLES, 1) for count in counts]
        for _ in tables:
            for _axis in range(3):
                (sampled[-1] @ sampled[-1][0] >= 0).mean()

    return [in_turn(f"flip reports on {PROPOSALS} proposals", "samples and products alone", ours, bare, times=5)]


def ranking() -> list[Figure]:
    """A report on 20 alternatives of 14 criteria: its exact part, and all of it with 100,000 samples, in fixed time."""
    chance = Random(1)
    criteria = tuple(f"C{n}" for n in range(14))
    alternatives = tuple(
        Alternative(name=f"A{n}", values=tuple(Fraction(chance.randint(1, 5)) for _one in criteria))
        for n in range(PROPOSALS)
    )
    weights = tuple(Fraction(chance.randint(1, 9)) for _one in criteria)
    of = Ranking(criteria=criteria, weights=weights, alternatives=alternatives)
    return [
        within(f"flip report on {PROPOSALS} alternatives, exact part", 0.5, lambda: flip_report(of, samples=1)),
        within(f"SMAA, {SAMPLES} samples of {PROPOSALS} alternatives", 1.0, lambda: flip_report(of, samples=SAMPLES)),
    ]


def _card(rubric: Rubric, seat: int, at: int) -> Scorecard:
    levels = tuple(
        LevelGiven(axis=axis.id, criterion_id=one.id, level=2 + (seat + at + place) % 3)
        for axis in rubric.axes
        for place, one in enumerate(axis.criteria)
    )
    return Scorecard(seat_id=str(seat), person=str(seat), round=1, levels=levels, rubric_digest="r")
