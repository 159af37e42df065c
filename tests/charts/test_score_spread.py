import pytest

from fundapp.charts.score_spread import (
    CriterionMarks,
    LevelMark,
    score_spread,
    score_spread_rows,
    score_spread_title,
)


def criterion(name: str, *levels: int | None, value: int | None = None, discuss: bool = False) -> CriterionMarks:
    seats = ("Association", "TLO", "Bank")
    marks = tuple(LevelMark(seat=seat, level=level) for seat, level in zip(seats, levels, strict=False))
    return CriterionMarks(name=name, marks=marks, value=value, discuss=discuss)


CLOSE = criterion("Team", 4, 4, 3, value=4)
WIDE = criterion("Market", 5, 2, 4, value=4, discuss=True)
DARK_HORSE = criterion("Exit", None, None, 4)


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ((CLOSE, DARK_HORSE), "The members agree closely on all 2 criteria"),
        ((CLOSE, WIDE), "One criterion to discuss: Market"),
        ((WIDE, WIDE, CLOSE), "2 of 3 criteria to discuss"),
    ],
)
def test_title_says_what_to_discuss(criteria: tuple[CriterionMarks, ...], expected: str) -> None:
    assert score_spread_title(criteria) == expected


def test_rows_have_a_column_for_each_seat() -> None:
    two = criterion("Price", 3, 3, value=3)
    assert score_spread_rows([WIDE, DARK_HORSE, two]) == (
        ("Criterion", "Association", "TLO", "Bank", "Low median", "Spread"),
        ("Market", 5, 2, 4, 4, 3),
        ("Exit", "X", "X", 4, "X", ""),
        ("Price", 3, 3, "", 3, 0),
    )


def test_each_seat_keeps_its_mark_and_equal_levels_stand_side_by_side() -> None:
    (marks,) = score_spread([CLOSE, DARK_HORSE], dark=False).data
    assert list(zip(marks.text, marks.marker.symbol, marks.x, strict=True)) == [
        ("Association: 4", "circle", 3.875),
        ("TLO: 4", "triangle-up", 4.125),
        ("Bank: 3", "square", 3),
        ("Association: X", "circle", -0.125),
        ("TLO: X", "triangle-up", 0.125),
        ("Bank: 4", "square", 4),
    ]


def test_seats_and_low_median_are_explained_in_words() -> None:
    shown = [annotation.text for annotation in score_spread([CLOSE, WIDE], dark=True).layout.annotations]
    assert shown == ["Team", "<b>Market</b>", "<b>spread 3</b>", "○Association　△TLO　□Bank　┃low median"]
