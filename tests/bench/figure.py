"""A measured figure beside its floor."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Figure:
    """Times of the same work done by us and by the floor, in milliseconds, taken in turn."""

    what: str
    floor: str
    ours_ms: list[float]
    floor_ms: list[float]


def timed_ms(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def in_turn(what: str, floor: str, ours: Callable[[], object], bare: Callable[[], object], times: int = 9) -> Figure:
    """Both works in turn, so that a drift of the machine's speed hits both; the first round warms up."""
    ours(), bare()
    pairs = [(timed_ms(ours), timed_ms(bare)) for _ in range(times)]
    return Figure(what, floor, [pair[0] for pair in pairs], [pair[1] for pair in pairs])
