"""Where the labels of a map go, so that none covers a mark or another label on a phone, a tablet or a desk."""

from functools import lru_cache
from math import cos, hypot, pi, sin
from typing import NamedTuple

MARK_PX = 10.0
"""Half the width of a mark with the space around it."""

_DIRECTIONS = (0, 4, 12, 8, 2, 14, 6, 10, 1, 15, 7, 9, 3, 5, 11, 13)
_DISTANCES_PX = (2.0, 12.0, 24.0, 38.0, 54.0, 72.0, 92.0)


class Box(NamedTuple):
    """A rectangle in pixels by its middle and half its sides."""

    x: float
    y: float
    half_width: float
    half_height: float

    def overlap(self, other: "Box") -> float:
        """Common area in square pixels."""
        across = _common(self.x - other.x, self.half_width, other.half_width)
        along = _common(self.y - other.y, self.half_height, other.half_height)
        return across * along


def _common(apart: float, half: float, other_half: float) -> float:
    """Common length of two stretches whose middles lie `apart`."""
    return max(0.0, min(2 * half, 2 * other_half, half + other_half - abs(apart)))


class Offset(NamedTuple):
    """Where the middle of a label lies from its mark, in pixels, y upwards; `apart` when a line must lead to it."""

    dx: float
    dy: float
    apart: bool


class Scene(NamedTuple):
    """One size of the plot: the middles of the marks, where each label belongs, and what labels keep clear of."""

    marks: tuple[tuple[float, float], ...]
    homes: tuple[Box, ...]
    kept_clear: tuple[Box, ...]


Scenes = tuple[Scene, ...]


def _candidates(size: tuple[float, float]) -> list[Offset]:
    width, height = size
    return [
        Offset(
            cos(direction * pi / 8) * (MARK_PX + distance + width / 2),
            sin(direction * pi / 8) * (MARK_PX + distance + height / 2),
            apart=distance > _DISTANCES_PX[0],
        )
        for distance in _DISTANCES_PX
        for direction in _DIRECTIONS
    ]


def _boxes(mark: tuple[float, float], size: tuple[float, float], offset: Offset) -> list[Box]:
    """The label, and the dots of the line that leads to it."""
    label = Box(mark[0] + offset.dx, mark[1] + offset.dy, size[0] / 2, size[1] / 2)
    far = hypot(offset.dx, offset.dy)
    # Close enough that no label slips between them.
    dots = [
        Box(mark[0] + offset.dx * px / far, mark[1] + offset.dy * px / far, 2, 2)
        for px in range(6, round(far * 0.85), 8)
    ]
    return [label, *dots] if offset.apart else [label]


def _outside(box: Box, home: Box) -> float:
    """Area of a label that lies outside its home, in square pixels."""
    return 4 * box.half_width * box.half_height - box.overlap(home)


def _covered(
    index: int, size: tuple[float, float], offset: Offset, scenes: Scenes, taken: list[list[Box]], most: float
) -> float:
    """What a label at `offset` would cover or have outside its home, in square pixels over all scenes.

    Counting ends at `most`: a place that is no better than one found before need not be measured out.
    """
    covered = 0.0
    for scene, others in zip(scenes, taken, strict=True):
        own = scene.marks[index]
        boxes = _boxes(own, size, offset)
        covered += _outside(boxes[0], scene.homes[index])
        for other in others:
            # A line begins at its own mark, and covers nothing there nor where another mark lies over it.
            begins = Box(*own, MARK_PX, MARK_PX).overlap(other) > 0
            covered += sum(box.overlap(other) for box in (boxes[:1] if begins else boxes))
            if covered >= most:
                return covered
    return covered


def _best(index: int, size: tuple[float, float], scenes: Scenes, taken: list[list[Box]]) -> Offset:
    best, least = _candidates(size)[0], float("inf")
    for offset in _candidates(size):
        covered = _covered(index, size, offset, scenes, taken, least)
        if covered < least:
            best, least = offset, covered
        if not covered:
            break
    return best


@lru_cache(maxsize=64)
def offsets(sizes: tuple[tuple[float, float], ...], scenes: Scenes) -> tuple[Offset, ...]:
    """One offset a mark: the nearest that covers nothing at any size, else the one that covers least.

    `sizes` are the labels' widths and heights in pixels, in the order of the scenes' marks. Labels are placed in turn,
    and then once more: who came first did not know where the others would go.
    """
    chosen: dict[int, Offset] = {}
    for index in (*range(len(sizes)), *range(len(sizes))):
        taken = [
            [
                *scene.kept_clear,
                *(Box(x, y, MARK_PX, MARK_PX) for x, y in scene.marks),
                *(
                    box
                    for other, offset in chosen.items()
                    if other != index
                    for box in _boxes(scene.marks[other], sizes[other], offset)
                ),
            ]
            for scene in scenes
        ]
        chosen[index] = _best(index, sizes[index], scenes, taken)
    return tuple(chosen[index] for index in range(len(sizes)))
