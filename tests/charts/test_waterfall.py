import pytest

from fundapp.charts.waterfall import waterfall, waterfall_rows, waterfall_title
from fundapp.fund.figures import WaterfallStep
from fundapp.text.catalogue import use

M = 1_000_000


@pytest.fixture
def steps() -> tuple[WaterfallStep, ...]:
    return tuple(
        WaterfallStep(kind=kind, amount_yen=amount * M, left_yen=left * M)
        for kind, amount, left in (
            ("size", 500, 500),
            ("fees", 40, 460),
            ("follow_on", 60, 400),
            ("reserved", 0, 400),
            ("undrawn", 90, 310),
            ("drawn", 210, 100),
            ("investable", 100, 100),
        )
    )


def test_title_says_what_is_investable(steps: tuple[WaterfallStep, ...]) -> None:
    assert waterfall_title(steps) == "Of JPY 500m, JPY 100m is still investable"
    use("ja")
    assert waterfall_title(steps) == "500百万円のうち投資可能残高は100百万円"


def test_rows_are_in_yen_and_add_up(steps: tuple[WaterfallStep, ...]) -> None:
    rows = waterfall_rows(steps)
    assert rows[0] == ("Step", "Amount (yen)", "Left after it (yen)")
    assert rows[2] == ("Fees and costs, spent and set aside", -40 * M, 460 * M)
    assert sum(row[1] for row in rows[1:-1]) == rows[-1][1] == 100 * M


def test_each_bar_hangs_where_the_last_one_ended(steps: tuple[WaterfallStep, ...]) -> None:
    (bars,) = waterfall(steps, dark=False).data
    spans = [(base, base + length) for base, length in zip(bars.base, bars.x, strict=True)]
    assert spans == [(0, 500), (460, 500), (400, 460), (400, 400), (310, 400), (100, 310), (0, 100)]


def test_each_step_is_written_with_its_exact_amount(steps: tuple[WaterfallStep, ...]) -> None:
    shown = [annotation.text for annotation in waterfall(steps, dark=True).layout.annotations]
    assert shown == [
        "<b>Fund size</b>",
        "<b>500</b>",
        "Fees and costs, spent and set aside",
        "-40",
        "Follow-on reserve",
        "-60",
        "Reserved by resolution",
        "0",
        "Committed, not yet paid",
        "-90",
        "Committed and paid",
        "-210",
        "<b>Investable balance</b>",
        "<b>100</b>",
    ]
