"""A chart is drawn once for its data, and never shown for other data."""

from fundapp.charts.headroom import HeadroomBar, headroom
from fundapp.charts.once import KEPT, drawn_once
from fundapp.charts.sheet import Figure, untitled
from fundapp.text.catalogue import use


def bars(used_yen: int) -> list[HeadroomBar]:
    return [HeadroomBar(label="Company A", limit_yen=100_000_000, used_yen=used_yen)]


def test_the_same_data_is_the_same_chart() -> None:
    use("en")
    assert headroom(bars(1), dark=False) is headroom(tuple(bars(1)), dark=False)
    assert untitled(headroom(bars(1), dark=False)) is untitled(headroom(bars(1), dark=False))


def test_other_data_another_scheme_or_another_language_is_another_chart() -> None:
    use("en")
    one = headroom(bars(1), dark=False)
    assert headroom(bars(2), dark=False) is not one
    assert headroom(bars(1), dark=True) is not one
    use("ja")
    assert headroom(bars(1), dark=False).layout.xaxis.title.text != one.layout.xaxis.title.text


def test_the_latest_are_kept_and_the_oldest_given_up() -> None:
    drawn = []

    @drawn_once
    def draw(number: int) -> Figure:
        drawn.append(number)
        return Figure()

    for number in (*range(KEPT), 0, KEPT, 0, 1):
        draw(number)
    assert drawn == [*range(KEPT), KEPT, 1]
