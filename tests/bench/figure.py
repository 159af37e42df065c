"""A measured figure beside its floor."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Figure:
    """Times of the same work done by us and by the floor, in milliseconds, taken in turn."""

    what: str
    floor: str
    ours_ms: list[float] = field(default_factory=list)
    floor_ms: list[float] = field(default_factory=list)
    at_most: float | None = None
    """What the ratio of the medians should not exceed; None for a figure that only shows how cost grows."""

    @property
    def ratio(self) -> float:
        """How many times the floor our median is."""
        return statistics.median(self.ours_ms) / statistics.median(self.floor_ms)

    def add(self, ours_ms: float, floor_ms: float) -> None:
        """One more pair, measured one right after the other."""
        self.ours_ms.append(ours_ms)
        self.floor_ms.append(floor_ms)


def timed_ms(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """How long one call takes by this clock."""
    began = clock()
    work()
    return (clock() - began) * 1000


def within(what: str, seconds: float, ours: Callable[[], object], times: int = 5) -> Figure:
    """A work beside the time that the design gives it; the first round warms up."""
    ours()
    figure = Figure(what, f"{seconds:g} s", at_most=1.0)
    for _ in range(times):
        figure.add(timed_ms(ours), seconds * 1000)
    return figure


def in_turn(
    what: str,
    floor: str,
    ours: Callable[[], object],
    bare: Callable[[], object],
    times: int = 9,
    at_most: float | None = None,
    clock: Callable[[], float] = time.perf_counter,
) -> Figure:
    """Both works in turn, so that a drift of the machine's speed hits both; the first round warms up."""
    ours(), bare()
    figure = Figure(what, floor, at_most=at_most)
    for _ in range(times):
        figure.add(timed_ms(ours, clock), timed_ms(bare, clock))
    return figure
