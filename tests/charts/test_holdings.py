import pytest

from fundapp.charts.holdings import HoldingBar, holdings, holdings_rows, largest_title, paid_title

M = 1_000_000


@pytest.fixture
def bars() -> tuple[HoldingBar, ...]:
    return (
        HoldingBar(label="Works", drawn_yen=55 * M, undrawn_yen=15 * M),
        HoldingBar(label="Gauges", drawn_yen=0, undrawn_yen=30 * M),
    )


def test_titles_say_what_is_paid_and_what_is_largest(bars) -> None:
    assert paid_title(bars) == "JPY 55m of JPY 100m committed is paid"
    assert largest_title(bars) == "Largest: Works, 70% of what is committed"
    assert paid_title(()) == largest_title(()) == "Nothing is committed yet"


def test_rows_are_in_yen_and_add_up(bars) -> None:
    head, *rows = holdings_rows(bars, "Company")
    assert head == ("Company", "Committed (yen)", "Paid (yen)", "Still to pay (yen)")
    assert rows == [("Works", 70 * M, 55 * M, 15 * M), ("Gauges", 30 * M, 0, 30 * M)]


def test_hatched_bars_begin_where_the_solid_ones_end(bars) -> None:
    solid, hatched = holdings(bars, title="t", dark=True).data
    assert tuple(solid.x) == tuple(hatched.base) == (55, 0)
    assert tuple(hatched.x) == (15, 30)
    assert hatched.marker.pattern.shape == "/"
