"""A document as a sequence of blocks in one language. Every text is ready to print; layout is the renderer's matter."""

from typing import Literal

from fundapp.basis.fact import Fact, Language

Tone = Literal["plain", "strong", "muted", "good", "bad", "code"]


class Heading(Fact):
    """A heading; level 1 is a part of the document."""

    kind: Literal["heading"] = "heading"
    level: Literal[1, 2, 3]
    text: str


class Paragraph(Fact):
    """Running text. A line break in the text is kept."""

    kind: Literal["paragraph"] = "paragraph"
    text: str
    tone: Tone = "plain"
    leads: bool = False
    """Leads to the block after it, so that no page ends between the two."""


class Pairs(Fact):
    """Names and their values, one pair a row."""

    kind: Literal["pairs"] = "pairs"
    rows: tuple[tuple[str, str], ...]


class Column(Fact):
    """A column of a table. Without a width it shares what the others leave."""

    head: str
    align: Literal["left", "center", "right"] = "left"
    width_mm: int | None = None


class Cell(Fact):
    """A cell; its tone never says what its text does not. Code is small, for digests."""

    text: str
    tone: Tone = "plain"


class Table(Fact):
    """A table with a header row that repeats on each page. The last `total_rows` rows sum up."""

    kind: Literal["table"] = "table"
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total_rows: int = 0
    dense: bool = False
    """Many columns of figures: in smaller letters."""


class QuadrantArea(Fact):
    """One quadrant of the map: where it is, its colour, its mark and its name."""

    right: bool
    top: bool
    colour: str
    mark: str
    name: str


class MapPoint(Fact):
    """A proposal on the map, in thousandths of a level. `own` is the item that the map belongs to."""

    label: str
    x_milli: int
    y_milli: int
    colour: str
    mark: str
    own: bool
    gate_failed: bool
    label_left: bool


class TwoAxisMap(Fact):
    """The two-axis chart. `alt` tells in words what it shows; `beside` stands at its right."""

    kind: Literal["map"] = "map"
    alt: str
    x_title: str
    y_title: str
    x_cut_milli: int
    y_cut_milli: int
    quadrants: tuple[QuadrantArea, ...]
    points: tuple[MapPoint, ...]
    beside: tuple[tuple[str, str], ...]


class Tiles(Fact):
    """Figures that are read first, side by side: what, how much, and what to hold it against."""

    kind: Literal["tiles"] = "tiles"
    tiles: tuple[tuple[str, str, str], ...]


class BarPart(Fact):
    """A piece of a bar from one thousandth of the scale to another."""

    from_milli: int
    to_milli: int
    colour: str


class BarRow(Fact):
    """A bar with its name and its value in words."""

    label: str
    value: str
    parts: tuple[BarPart, ...]


class Bars(Fact):
    """A bar chart. `alt` tells in words what it shows; `key` names the colours."""

    kind: Literal["bars"] = "bars"
    alt: str
    key: tuple[tuple[str, str], ...]
    """(colour, name)"""
    rows: tuple[BarRow, ...]


class Box(Fact):
    """Something set off: a recusal, a resolution, the integrity of the record."""

    kind: Literal["box"] = "box"
    title: str
    tone: Literal["notice", "resolution", "plain"]
    colour: str
    rows: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()


class Signatures(Fact):
    """A place to sign for each name."""

    kind: Literal["signatures"] = "signatures"
    head: str
    names: tuple[str, ...]
    seal: str


Block = Heading | Paragraph | Pairs | Table | TwoAxisMap | Tiles | Bars | Box | Signatures


class Document(Fact):
    """A whole document. The running head and foot stand on every page."""

    language: Language
    title: str
    subtitle: tuple[str, ...]
    status: str
    author: str
    keywords: tuple[str, ...]
    running_head: tuple[str, str]
    running_foot: tuple[str, str]
    attachment: str
    """What the attached data file is, in words."""
    blocks: tuple[Block, ...]


def cells(*texts: str, tone: Tone = "plain") -> tuple[Cell, ...]:
    """A row of cells in one tone."""
    return tuple(Cell(text=text, tone=tone) for text in texts)
