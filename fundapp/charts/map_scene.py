"""The map's measures: how large it is, and what its labels must keep clear of on a phone, a tablet and a desk."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from fundapp.charts.labels import Box, Scene
from fundapp.charts.look import CHART_TEXT_PX, QuadrantId
from fundapp.charts.wrap import lines, width_em
from fundapp.text.catalogue import _
from fundapp.text.figures import ratio

LOW, HIGH = 1, 5
EDGE = 0.12
"""Room outside the levels, so that a mark on level 1 or 5 is whole."""

PLOT_PX = 440
LINE_PX = 18

_SPAN = HIGH - LOW + 2 * EDGE
_WIDTHS_PX = (310, 740, 1110)
"""Width of the plot where the page is 390, 820 or 1200 px wide."""

_NAME_EM = 9.5
_CAPITALS = 1.25
"""Codes are capitals and figures, wider than running text."""

Place = tuple[Fraction, Fraction]
"""Values on axis 1 and axis 2."""

Arrow = tuple[Place, Place, str]
"""From, to, and what is written at its beginning."""


class Corner(NamedTuple):
    """Which part of the map a quadrant is, and so where its name stands."""

    right: bool
    top: bool


CORNERS: dict[QuadrantId, Corner] = {
    "Q1": Corner(right=True, top=True),
    "Q2": Corner(right=True, top=False),
    "Q3": Corner(right=False, top=True),
    "Q4": Corner(right=False, top=False),
}


def name_lines(name: str) -> tuple[str, ...]:
    """A quadrant's name, broken to fit its corner on a phone."""
    return lines(name, _NAME_EM)


def pass_mark(value: Fraction) -> str:
    """What is written on a pass line."""
    return _("pass mark {value}").format(value=ratio(value))


def label_size(text: str) -> tuple[float, float]:
    """Width and height of a label in pixels."""
    return width_em(text) * CHART_TEXT_PX * _CAPITALS, float(LINE_PX)


def scenes(
    places: Sequence[Place], *, cut: Place, names: Mapping[QuadrantId, str], arrow: Arrow | None
) -> tuple[Scene, ...]:
    """The map at each width: a mark for each of `places`, whose label belongs into the mark's own quadrant."""
    found = []
    for width in _WIDTHS_PX:
        level_px = width / _SPAN
        cut_px = _pixels(cut, level_px)
        found.append(
            Scene(
                marks=tuple(_pixels(place, level_px) for place in places),
                homes=tuple(_home(place[0] >= cut[0], place[1] >= cut[1], cut_px, width) for place in places),
                kept_clear=(
                    *(_name_box(names[id_], corner, width) for id_, corner in CORNERS.items()),
                    _pass_box(cut[1], cut_px[1]),
                    *(_arrow_boxes(arrow, level_px) if arrow else ()),
                ),
            )
        )
    return tuple(found)


def _pixels(place: Place, level_px: float) -> tuple[float, float]:
    return (float(place[0]) - LOW + EDGE) * level_px, (float(place[1]) - LOW + EDGE) * PLOT_PX / _SPAN


def _home(right: bool, top: bool, cut_px: tuple[float, float], width: float) -> Box:
    x0, x1 = (cut_px[0], width) if right else (0, cut_px[0])
    y0, y1 = (cut_px[1], PLOT_PX) if top else (0, cut_px[1])
    return Box((x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, (y1 - y0) / 2)


def _name_box(name: str, corner: Corner, width: float) -> Box:
    broken = name_lines(name)
    half_width = (max(width_em(line) for line in broken) + 1.5) * CHART_TEXT_PX / 2 + 4
    half_height = len(broken) * LINE_PX / 2 + 4
    return Box(
        width - half_width if corner.right else half_width,
        PLOT_PX - half_height if corner.top else half_height,
        half_width,
        half_height,
    )


def _pass_box(axis2_pass: Fraction, cut_y: float) -> Box:
    """What is written on the pass line across."""
    half_width = width_em(pass_mark(axis2_pass)) * CHART_TEXT_PX / 2
    return Box(half_width, cut_y + LINE_PX / 2, half_width, LINE_PX / 2)


def _arrow_boxes(arrow: Arrow, level_px: float) -> tuple[Box, ...]:
    (x0, y0), (x1, y1) = _pixels(arrow[0], level_px), _pixels(arrow[1], level_px)
    width, height = label_size(arrow[2])
    return (
        Box(x0, y0 - 9 - height / 2, width / 2, height / 2),
        *(Box(x0 + (x1 - x0) * step / 12, y0 + (y1 - y0) * step / 12, 4, 8) for step in range(12)),
    )
