"""Bullets of the limits: what is used, what a proposal asks for, and where the limit is."""

from collections.abc import Sequence

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen
from fundapp.charts.lanes import Lanes, LaneText
from fundapp.charts.look import palette
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import Figure, Rows, key_above, million, sheet, spoken
from fundapp.text.catalogue import _
from fundapp.text.figures import yen

_MILLION = 10**6


class HeadroomBar(Fact):
    """One limit: its name for the reader, what is used of it, and what the proposal in question would add."""

    label: Text
    limit_yen: Yen
    used_yen: Yen
    asked_yen: Yen = 0

    @property
    def left_yen(self) -> int:
        """Room that is left, with what is asked for; below zero when the limit forbids it."""
        return self.limit_yen - self.used_yen - self.asked_yen


def headroom_title(bars: Sequence[HeadroomBar]) -> str:
    """The finding: which limit is passed and by how much, else which leaves the least room."""
    if not bars:
        return _("No limit is in use yet")
    tightest = min(bars, key=lambda bar: bar.left_yen)
    if tightest.left_yen < 0:
        return _("{label}: {short} above the limit").format(
            label=tightest.label, short=yen(-tightest.left_yen, "million")
        )
    return _("Within all limits; least room: {label}, {left}").format(
        label=tightest.label, left=yen(tightest.left_yen, "million")
    )


def headroom_rows(bars: Sequence[HeadroomBar]) -> Rows:
    """The limits as a table, in yen."""
    return (
        (_("Limit"), _("Limit (yen)"), _("Used (yen)"), _("Asked (yen)"), _("Left (yen)")),
        *((bar.label, bar.limit_yen, bar.used_yen, bar.asked_yen, bar.left_yen) for bar in bars),
    )


@drawn_once
def headroom(bars: Sequence[HeadroomBar], *, dark: bool) -> Figure:
    """One bullet a limit, in million yen: used solid, asked hatched, the limit a line across."""
    colours = palette(dark=dark)
    asked = any(bar.asked_yen for bar in bars)
    lanes = Lanes.of([LaneText(bar.label, _room_text(bar), strong=bar.left_yen < 0) for bar in bars])
    figure = sheet(colours, title=headroom_title(bars), plot_px=lanes.plot_px, above_px=22 if asked else 0, below_px=48)
    lanes.draw(figure, colours)
    ys = [lanes.y(index) for index in range(len(bars))]
    used = [bar.used_yen / _MILLION for bar in bars]
    shared = {"orientation": "h", "y": ys, "hovertext": spoken(headroom_rows(bars)), "hoverinfo": "text"}
    figure.add_bar(
        x=[bar.limit_yen / _MILLION for bar in bars], width=lanes.bar_width, marker={"color": colours.line}, **shared
    )
    figure.add_bar(x=used, width=lanes.bar_width * 0.6, marker={"color": colours.muted}, **shared)
    figure.add_bar(
        x=[bar.asked_yen / _MILLION for bar in bars],
        base=used,
        width=lanes.bar_width * 0.6,
        marker={
            "color": colours.accent,
            "pattern": {"shape": "/", "fgcolor": colours.surface, "fillmode": "overlay", "size": 8, "solidity": 0.4},
        },
        **shared,
    )
    for index, bar in enumerate(bars):
        limit, half = bar.limit_yen / _MILLION, lanes.bar_width * 0.62
        figure.add_shape(
            type="line",
            x0=limit,
            x1=limit,
            y0=lanes.y(index) - half,
            y1=lanes.y(index) + half,
            line={"color": colours.ink, "width": 3},
        )
    widest = max((max(bar.limit_yen, bar.used_yen + bar.asked_yen) for bar in bars), default=_MILLION)
    figure.update_xaxes(title_text=_("million yen"), range=[0, widest / _MILLION * 1.01], showgrid=False)
    figure.update_layout(barmode="overlay")
    if asked:
        key_above(figure, _("Solid: in use. Hatched: this proposal"), colours)
    return figure


def _room_text(bar: HeadroomBar) -> str:
    amounts = {"limit": million(bar.limit_yen), "left": million(abs(bar.left_yen))}
    if bar.left_yen < 0:
        return _("{left} above {limit}").format_map(amounts)
    return _("{left} of {limit} left").format_map(amounts)
