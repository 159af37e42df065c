import pytest

from fundapp.charts.frontier import frontier, frontier_rows, frontier_title
from fundapp.network.plan_reading import FrontierPoint

M = 1_000_000
SHORT, PLANNED, LONG = (
    FrontierPoint(plan_days=59, cost_yen=50 * M, uncovered=29),
    FrontierPoint(plan_days=84, cost_yen=68 * M, uncovered=10),
    FrontierPoint(plan_days=97, cost_yen=72 * M, uncovered=8),
)


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ((), "No other time was tried"),
        ((FrontierPoint(plan_days=1, cost_yen=0, uncovered=29),), "No line has a supplier in any time that was tried"),
        ((SHORT, PLANNED), "The planned time is enough: 84 days would do"),
        ((SHORT, PLANNED, LONG), "With 97 days instead of 84: 2 lines more"),
    ],
)
def test_title_says_what_more_time_would_bring(points, expected) -> None:
    assert frontier_title(points, 84) == expected


def test_rows_are_in_yen() -> None:
    assert frontier_rows([SHORT]) == (
        ("Days to the first lot", "Lines without a supplier", "Cost of the covered lines (yen)"),
        (59, 29, 50 * M),
    )


def test_a_bar_a_time_with_the_planned_one_strong() -> None:
    figure = frontier([SHORT, PLANNED, LONG], 84, dark=False)
    (bars,) = figure.data
    assert bars.x == (50, 68, 72)
    assert bars.marker.color[0] == bars.marker.color[2] != bars.marker.color[1]
    strong = [one.text for one in figure.layout.annotations][2:4]
    assert strong == ["<b>84 days</b>", "<b>68; without a supplier: 10</b>"]
