"""The look of the house: colours, quadrants, type. Screen, charts and documents all take them from here."""

from typing import Literal, get_args

from fundapp.basis.fact import Fact
from fundapp.text.catalogue import N_, _

QuadrantId = Literal["Q1", "Q2", "Q3", "Q4"]
QUADRANT_IDS: tuple[QuadrantId, ...] = get_args(QuadrantId)

FONT_FAMILY = '"BIZ UDPGothic", "Noto Sans JP", sans-serif'
PAGE_TITLE_PX, SECTION_PX, BODY_PX, DENSE_PX = 28, 20, 18, 16
CHART_TITLE_PX, CHART_TEXT_PX = 18, 14
STEP_PX = 8


class Palette(Fact):
    """The roles of colour. Text on `surface` has a contrast of 4.5 or more, in light and in dark."""

    ink: str
    muted: str
    surface: str
    ground: str
    line: str
    accent: str


LIGHT = Palette(ink="#1b2733", muted="#526171", surface="#ffffff", ground="#f5f7f9", line="#d5dde5", accent="#1f5f8b")
DARK = Palette(ink="#e8eef4", muted="#a5b3c0", surface="#121a22", ground="#0b1117", line="#34424f", accent="#7ab8e0")


def palette(*, dark: bool) -> Palette:
    """The palette of the light or of the dark look."""
    return DARK if dark else LIGHT


class QuadrantLook(Fact):
    """How a quadrant is told apart: by colour, by mark and by name, so that none is needed alone.

    One colour serves both looks: it has a contrast of 3 or more on either surface.
    """

    id: QuadrantId
    colour: str
    mark: str
    """The mark in running text."""
    symbol: str
    """The same mark as plotly names it."""
    message: str
    """Message id of the name."""

    @property
    def name(self) -> str:
        """The name in the language spoken now."""
        return _(self.message)


QUADRANTS: dict[QuadrantId, QuadrantLook] = {
    quadrant.id: quadrant
    for quadrant in (
        QuadrantLook(id="Q1", colour="#1b7f4b", mark="●", symbol="circle", message=N_("Investable")),
        QuadrantLook(
            id="Q2", colour="#b26a00", mark="▲", symbol="triangle-up", message=N_("Promising, not yet supportable")
        ),
        QuadrantLook(id="Q3", colour="#2b6cb0", mark="■", symbol="square", message=N_("Supportable, weak prospects")),
        QuadrantLook(id="Q4", colour="#6b7280", mark="◆", symbol="diamond", message=N_("Not ready on either axis")),
    )
}


class SeatMark(Fact):
    """The mark of a voting seat, in running text and as plotly names it. Seats have no colour of their own."""

    mark: str
    symbol: str


SEAT_MARKS = (
    SeatMark(mark="○", symbol="circle"),
    SeatMark(mark="△", symbol="triangle-up"),
    SeatMark(mark="□", symbol="square"),
    SeatMark(mark="◇", symbol="diamond"),
    SeatMark(mark="☆", symbol="star"),
)
