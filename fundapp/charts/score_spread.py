"""The members' levels on each criterion, with the low median that counts."""

from collections.abc import Mapping, Sequence

from pydantic import Field

from fundapp.basis.fact import Fact, Text
from fundapp.charts.lanes import Lanes, LaneText
from fundapp.charts.look import SEAT_MARKS, Palette, SeatMark, palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import Figure, Rows, key_above, sheet
from fundapp.charts.wrap import plain, wrapped
from fundapp.text.catalogue import _

_X_AT = 0
"""Where X (no evidence) stands, left of level 1."""

_APART = 0.25
"""Distance between seats that gave the same level."""


class LevelMark(Fact):
    """The level that one seat gave; None is X: no evidence."""

    seat: Text
    level: int | None = Field(default=None, ge=1, le=5)


class CriterionMarks(Fact):
    """One criterion: who gave what, the low median (None: X for the committee), whether it is to be discussed."""

    name: Text
    marks: tuple[LevelMark, ...]
    value: int | None = None
    discuss: bool = False

    @property
    def spread(self) -> int | None:
        """Highest less lowest level; None with fewer than two levels."""
        given = [mark.level for mark in self.marks if mark.level is not None]
        return max(given) - min(given) if len(given) > 1 else None


def score_spread_title(criteria: Sequence[CriterionMarks]) -> str:
    """The finding: how many criteria are to be discussed."""
    open_ = [criterion for criterion in criteria if criterion.discuss]
    if not open_:
        return _("The members agree closely on all {total} criteria").format(total=len(criteria))
    if len(open_) == 1:
        return _("One criterion to discuss: {name}").format(name=open_[0].name)
    return _("{n} of {total} criteria to discuss").format(n=len(open_), total=len(criteria))


def score_spread_rows(criteria: Sequence[CriterionMarks]) -> Rows:
    """The levels as a table: one row a criterion, one column a seat."""
    seats = _seats(criteria)
    return (
        (_("Criterion"), *seats, _("Low median"), _("Spread")),
        *(
            (
                criterion.name,
                *(_given(criterion, seat) for seat in seats),
                _level(criterion.value),
                "" if criterion.spread is None else criterion.spread,
            )
            for criterion in criteria
        ),
    )


@drawn_once
def score_spread(criteria: Sequence[CriterionMarks], *, dark: bool) -> Figure:
    """One lane a criterion from X and 1 to 5: each seat by its own mark, the low median as a bar across."""
    colours = palette(dark=dark)
    looks = {seat: SEAT_MARKS[index % len(SEAT_MARKS)] for index, seat in enumerate(_seats(criteria))}
    key = _key(looks)
    lanes = Lanes.of([LaneText(criterion.name, _spread(criterion), strong=criterion.discuss) for criterion in criteria])
    figure = sheet(
        colours,
        title=score_spread_title(criteria),
        plot_px=lanes.plot_px,
        above_px=8 + 20 * (key.count("<br>") + 1),
        below_px=48,
    )
    lanes.draw(figure, colours)
    for index, criterion in enumerate(criteria):
        _draw_lane(figure, colours, lanes, index, criterion)
    _draw_marks(figure, colours, lanes, criteria, looks)
    key_above(figure, key, colours, up_px=4)
    figure.update_xaxes(
        title_text=_("Level (X: no evidence)"),
        range=[_X_AT - 0.4, 5.4],
        tickvals=[_X_AT, 1, 2, 3, 4, 5],
        ticktext=["X", "1", "2", "3", "4", "5"],
        showgrid=False,
    )
    return figure


def _seats(criteria: Sequence[CriterionMarks]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.seat for criterion in criteria for mark in criterion.marks))


def _level(level: int | None) -> str | int:
    return "X" if level is None else level


def _given(criterion: CriterionMarks, seat: str) -> str | int:
    """What a seat gave; nothing for a seat that did not judge this criterion."""
    return next((_level(mark.level) for mark in criterion.marks if mark.seat == seat), "")


def _key(looks: Mapping[str, SeatMark]) -> str:
    entries = [look.mark + seat for seat, look in looks.items()]
    return wrapped("　".join((*entries, "┃" + _("low median"))), 24)


def _spread(criterion: CriterionMarks) -> str:
    """The spread in words where it is to be discussed."""
    if not criterion.discuss or criterion.spread is None:
        return ""
    return _("spread {n}").format(n=criterion.spread)


def _draw_lane(figure: Figure, colours: Palette, lanes: Lanes, index: int, criterion: CriterionMarks) -> None:
    y = lanes.y(index)
    figure.add_shape(type="line", x0=1, x1=5, y0=y, y1=y, line={"color": colours.line, "width": 1}, layer="below")
    given = [mark.level for mark in criterion.marks if mark.level is not None]
    if criterion.discuss and given:
        figure.add_shape(
            type="line",
            x0=min(given),
            x1=max(given),
            y0=y,
            y1=y,
            line={"color": colours.muted, "width": 3},
            layer="below",
        )
    at = _X_AT if criterion.value is None else criterion.value
    figure.add_shape(
        type="line",
        x0=at,
        x1=at,
        y0=y - lanes.part(14),
        y1=y + lanes.part(11),
        line={"color": colours.accent, "width": 5},
        layer="below",
    )


def _draw_marks(
    figure: Figure, colours: Palette, lanes: Lanes, criteria: Sequence[CriterionMarks], looks: Mapping[str, SeatMark]
) -> None:
    xs, ys, symbols, texts = [], [], [], []
    for index, criterion in enumerate(criteria):
        for mark in criterion.marks:
            alike = [other.seat for other in criterion.marks if other.level == mark.level]
            aside = (alike.index(mark.seat) - (len(alike) - 1) / 2) * _APART
            xs.append((_X_AT if mark.level is None else mark.level) + aside)
            ys.append(lanes.y(index))
            symbols.append(looks[mark.seat].symbol)
            texts.append(plain(f"{mark.seat}: {_level(mark.level)}"))
    figure.add_scatter(
        x=xs,
        y=ys,
        mode="markers",
        marker={
            "symbol": symbols,
            "size": 13,
            "color": colours.surface,
            "opacity": 1,
            "line": {"color": colours.ink, "width": 2},
        },
        text=texts,
        hovertemplate="%{text}<extra></extra>",
    )
