"""What all charts share: the template of the house, the title, and how figures are written."""

from decimal import Decimal
from functools import cache
from typing import Any

from plotly.graph_objects import Figure, layout

from fundapp.charts.look import CHART_TEXT_PX, CHART_TITLE_PX, FONT_FAMILY, STEP_PX, Palette
from fundapp.charts.wrap import lines, plain
from fundapp.text.catalogue import language
from fundapp.text.figures import MILLION

__all__ = [
    "CONFIG",
    "KEY_EM",
    "Figure",
    "Rows",
    "key_above",
    "less",
    "million",
    "sheet",
    "spoken",
    "template",
    "untitled",
]

Rows = tuple[tuple[str | int | None, ...], ...]
"""The table of a chart's data; the first row is its header, in the language spoken now. None where nothing is known."""

CONFIG: dict[str, Any] = {"displayModeBar": False, "responsive": True}
"""For whoever shows a chart. Nothing in it is needed that only a toolbar or a pointer reaches."""

TITLE_EM = 19
"""A line of the title fits a phone of 390 px."""

KEY_EM = 20
"""A line of a key under the title fits a third of a page."""

TITLE_LINE_PX = round(CHART_TITLE_PX * 1.35)
SIDE_PX = STEP_PX * 2
_UNTITLED = "_fundapp_untitled"
"""Where a chart keeps its untitled copy."""


@cache
def template(palette: Palette) -> layout.Template:
    """The house's template: one type, no frame, quiet lines, nothing that moves under a finger."""
    axis: dict[str, Any] = {
        "fixedrange": True,
        "zeroline": False,
        "gridcolor": palette.line,
        "linecolor": palette.line,
        "tickcolor": palette.line,
        "automargin": True,
        "title": {"standoff": STEP_PX, "font": {"size": CHART_TEXT_PX, "color": palette.muted}},
        "tickfont": {"size": CHART_TEXT_PX, "color": palette.muted},
    }
    return layout.Template(
        layout={
            "font": {"family": FONT_FAMILY, "size": CHART_TEXT_PX, "color": palette.ink},
            "paper_bgcolor": palette.surface,
            "plot_bgcolor": palette.surface,
            "colorway": [palette.accent, palette.muted, palette.ink],
            "title": {
                "x": 0,
                "xref": "container",
                "xanchor": "left",
                "y": 1,
                "yref": "container",
                "yanchor": "top",
                "pad": {"l": SIDE_PX},
                "font": {"size": CHART_TITLE_PX, "color": palette.ink, "weight": "bold"},
            },
            "xaxis": axis,
            "yaxis": axis,
            "showlegend": False,
            "dragmode": False,
            "hoverlabel": {"font": {"family": FONT_FAMILY, "size": CHART_TEXT_PX}, "align": "left"},
            "annotationdefaults": {"showarrow": False, "font": {"size": CHART_TEXT_PX}},
        }
    )


def sheet(palette: Palette, *, title: str, plot_px: int, above_px: int = 0, below_px: int = 0) -> Figure:
    """An empty chart under its title; as wide as its place, high enough for the title and `plot_px` of plot.

    `above_px` and `below_px` are room for text between title and plot, and for the axis below the plot.
    """
    title_lines = lines(title, TITLE_EM)
    top_px = _title_px(len(title_lines)) + above_px
    bottom_px = STEP_PX + below_px
    return Figure(
        layout={
            "template": template(palette),
            # Plotly hangs a title of several lines higher than one of a single line.
            "title": {
                "text": "<br>".join(plain(line) for line in title_lines),
                "pad": {"t": STEP_PX + (CHART_TITLE_PX if len(title_lines) > 1 else 4)},
            },
            "autosize": True,
            "height": top_px + plot_px + bottom_px,
            "margin": {"l": SIDE_PX, "r": SIDE_PX, "t": top_px, "b": bottom_px, "pad": 0},
        }
    )


def _title_px(line_count: int) -> int:
    return STEP_PX * 2 + TITLE_LINE_PX * line_count


def key_above(figure: Figure, text: str, palette: Palette, *, up_px: int = 0) -> None:
    """Say what the marks mean, in small words at the left above the plot; its lines are parted by `<br>`."""
    figure.add_annotation(
        text=text,
        align="left",
        font_color=palette.muted,
        x=0,
        xref="paper",
        xanchor="left",
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=up_px,
    )


def spoken(rows: Rows) -> list[str]:
    """What each mark says when a pointer or a finger is on it: its row of the table, a line for each column."""
    head, *body = rows
    return [
        "<br>".join((f"<b>{plain(str(row[0]))}</b>", *(f"{plain(str(n))}: {plain(_figure(v))}" for n, v in pairs)))
        for row in body
        for pairs in (zip(head[1:], row[1:], strict=True),)
    ]


def _figure(value: str | int | None) -> str:
    return f"{value:,}" if isinstance(value, int) else value or ""


def untitled(figure: Figure) -> Figure:
    """The same chart without its title and the room for it, for a place that says the title itself. Made once."""
    bare: Figure | None = vars(figure).get(_UNTITLED)
    if bare is None:
        bare = vars(figure)[_UNTITLED] = _without_title(figure)
    return bare


def _without_title(figure: Figure) -> Figure:
    text = figure.layout.title.text
    room_px = _title_px(text.count("<br>") + 1) - STEP_PX if text else 0
    bare = Figure(figure)
    bare.update_layout(title_text="", height=figure.layout.height - room_px, margin_t=figure.layout.margin.t - room_px)
    return bare


def million(amount_yen: int) -> str:
    """Yen in millions, exact to the yen: 60, 12.5, 1,234.567891; below zero ▲9 in Japanese, otherwise -9."""
    exact = Decimal(abs(amount_yen)).scaleb(-6).normalize()
    minus = "▲" if language() == "ja" else "-"
    return f"{minus if amount_yen < 0 else ''}{exact:,f}"


def less(amount_yen: int) -> str:
    """An amount taken away, in million yen: ▲40 as Japanese accounts print it, otherwise -40."""
    return million(-amount_yen)


def million_ticks(figure: Figure, most: int) -> None:
    """Round ticks up the side, in million yen, a negative one with the sign of our amounts and not the drawer's own."""
    heights = [0.0]
    for trace in figure.data:
        heights += [one for one in (() if trace.y is None else trace.y) if one is not None]
    low_yen, high_yen = round(min(heights) * MILLION), round(max(heights) * MILLION)
    rounds = (count * 10**zeros for zeros in range(len(str(high_yen - low_yen)) + 1) for count in (1, 2, 5))
    step_yen = next(one for one in rounds if (high_yen - low_yen) // one < most)
    ticks = range(-(-low_yen // step_yen) * step_yen, high_yen + 1, step_yen)
    figure.update_yaxes(tickvals=[one / MILLION for one in ticks], ticktext=[million(one) for one in ticks])
