from datetime import date

import pytest

from fundapp.charts.timeline import TimelineMark, timeline, timeline_rows, timeline_title
from fundapp.text.catalogue import use

M = 1_000_000
TODAY = date(2026, 4, 1)


def mark(lane: str, number: int, on: date, state: str, million: int = 20) -> TimelineMark:
    return TimelineMark(lane=lane, number=number, on=on, amount_yen=million * M, state=state)


@pytest.fixture
def marks() -> tuple[TimelineMark, ...]:
    return (
        mark("Works", 1, date(2025, 6, 1), "paid", 30),
        mark("Works", 2, date(2026, 9, 1), "due", 15),
        mark("Gauges", 1, date(2026, 6, 1), "due"),
        mark("Gauges", 2, date(2026, 2, 1), "stopped"),
    )


def test_title_names_what_comes_next(marks) -> None:
    assert timeline_title(marks, TODAY) == "Next to be paid: Gauges, JPY 20m on 1 June 2026"
    use("ja")
    assert "Gauges" in timeline_title(marks, TODAY)


def test_title_says_first_what_is_past_its_day(marks) -> None:
    late = mark("Gauges", 3, date(2026, 3, 1), "overdue", 5)
    assert timeline_title((*marks, late), TODAY) == "JPY 5m is past its due day"


def test_title_of_a_portfolio_that_is_paid_out(marks) -> None:
    assert timeline_title(marks[:1], TODAY) == "No tranche waits to be paid"


def test_rows_are_by_day_and_in_yen(marks) -> None:
    head, *rows = timeline_rows(marks)
    assert head == ("Company", "Tranche", "Date", "Amount (yen)", "State")
    assert rows[0] == ("Works", 1, "2025-06-01", 30 * M, "paid")
    assert [row[2] for row in rows] == sorted(row[2] for row in rows)


def test_each_state_has_its_form_and_today_its_line(marks) -> None:
    figure = timeline(marks, today=TODAY, dark=False)
    assert [(trace.marker.symbol, tuple(trace.x)) for trace in figure.data] == [
        ("circle", (date(2025, 6, 1),)),
        ("circle-open", (date(2026, 6, 1), date(2026, 9, 1))),
        ("square-open", (date(2026, 2, 1),)),
    ]
    assert [shape.x0 for shape in figure.layout.shapes if shape.x0 == shape.x1] == [TODAY]
    assert figure.data[0].hovertext[0].startswith("<b>Works</b><br>Tranche: 1<br>Date: 2025-06-01<br>")
    shown = [annotation.text for annotation in figure.layout.annotations]
    assert {"Works", "Gauges", "today", "Amounts in million yen", "● paid   ○ to be paid   □ stopped"} <= set(shown)
