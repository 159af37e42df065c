"""Charts of lanes: each line of the chart has its text above its bar, so that long names fit a phone."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fundapp.charts.look import Palette
from fundapp.charts.sheet import Figure
from fundapp.charts.wrap import plain, width_em

_TEXT_EM = 23
"""What fits on one line of a phone of 390 px, bold."""

_BAR_PX, _TEXT_PX, _GAP_PX = 18, 20, 14


class LaneText(NamedTuple):
    """What stands above a lane's bar: its name, its figures, and whether the eye shall find it first."""

    name: str
    figures: str = ""
    strong: bool = False


class Lanes(NamedTuple):
    """The lanes of one chart, from the top. Where a name and its figures do not fit one line, all lanes have two."""

    texts: tuple[LaneText, ...]
    two_lines: bool

    @classmethod
    def of(cls, texts: Sequence[LaneText]) -> "Lanes":
        """Lanes with room for their texts."""
        return cls(tuple(texts), any(width_em(text.name) + width_em(text.figures) > _TEXT_EM for text in texts))

    @property
    def lane_px(self) -> int:
        """Height of one lane."""
        return _BAR_PX + _TEXT_PX * (2 if self.two_lines else 1) + _GAP_PX

    @property
    def plot_px(self) -> int:
        """Height of all lanes."""
        return self.lane_px * max(len(self.texts), 1)

    def y(self, index: int) -> float:
        """Middle of the bar of lane `index`."""
        return -float(index)

    def part(self, px: float) -> float:
        """So many pixels as a part of a lane."""
        return px / self.lane_px

    @property
    def bar_width(self) -> float:
        """Thickness of a bar, as a part of a lane."""
        return self.part(_BAR_PX)

    def draw(self, figure: Figure, colours: Palette) -> None:
        """Make room for the lanes, without an axis at the side, and write their texts."""
        below = self.part(_BAR_PX / 2 + _GAP_PX / 2)
        figure.update_yaxes(range=[self.y(len(self.texts) - 1) - below, 1 - below], visible=False)
        # Set at once: the library looks at all of them again for each one that is added.
        figure.layout.annotations = [*figure.layout.annotations, *self._written(colours)]

    def _written(self, colours: Palette) -> Iterator[dict[str, object]]:
        for index, text in enumerate(self.texts):
            name, figures = (f"<b>{plain(part)}</b>" if text.strong else plain(part) for part in text[:2])
            if self.two_lines:
                yield self._annotation(colours, index, f"{name}<br>{figures}", "left")
                continue
            yield self._annotation(colours, index, name, "left")
            if text.figures:
                yield self._annotation(colours, index, figures, "right")

    def _annotation(self, colours: Palette, index: int, text: str, side: str) -> dict[str, object]:
        return {
            "text": text,
            "align": side,
            "font": {"color": colours.ink},
            "bgcolor": colours.surface,
            "borderpad": 1,
            "x": 0 if side == "left" else 1,
            "xref": "paper",
            "xanchor": side,
            "y": self.y(index) + self.bar_width / 2,
            "yanchor": "bottom",
            "yshift": 2,
        }
