import pytest

from fundapp.charts.look import LIGHT
from fundapp.charts.sheet import less, million, million_ticks, sheet, untitled
from fundapp.text.catalogue import use


@pytest.mark.parametrize(
    ("amount_yen", "text"),
    [(0, "0"), (60_000_000, "60"), (12_500_000, "12.5"), (-1, "-0.000001"), (1_234_567_891_000, "1,234,567.891")],
)
def test_million_is_exact_to_the_yen(amount_yen: int, text: str) -> None:
    assert million(amount_yen) == text


def test_million_below_zero_is_marked_in_japanese_as_its_accounts_print_it() -> None:
    use("ja")
    assert (million(-9_000_000), million(9_000_000)) == ("▲9", "9")


def test_amount_taken_away_is_marked_as_each_language_does() -> None:
    assert (less(40_000_000), less(0)) == ("-40", "0")
    use("ja")
    assert less(40_000_000) == "▲40"


def test_long_title_is_broken_and_makes_room_for_itself() -> None:
    short = sheet(LIGHT, title="Short", plot_px=100)
    long = sheet(LIGHT, title="A <long> title that a phone cannot show on one line", plot_px=100)
    assert long.layout.title.text == "A &lt;long&gt; title that a phone<br>cannot show on one line"
    assert long.layout.height - long.layout.margin.t == short.layout.height - short.layout.margin.t
    assert long.layout.margin.t > short.layout.margin.t


def test_untitled_gives_back_the_room_of_the_title() -> None:
    titled = sheet(LIGHT, title="A long title that a phone cannot show on one line", plot_px=100, above_px=10)
    bare = untitled(titled)
    assert bare.layout.title.text == ""
    assert bare.layout.height - bare.layout.margin.t == titled.layout.height - titled.layout.margin.t
    assert bare.layout.margin.t == untitled(sheet(LIGHT, title="Short", plot_px=100, above_px=10)).layout.margin.t
    assert titled.layout.title.text, "the chart itself stays as it is"


def test_ticks_below_zero_carry_the_sign_of_the_amounts() -> None:
    figure = sheet(LIGHT, title="", plot_px=200)
    figure.add_scatter(x=[0, 1], y=[-438.6, 338])
    use("ja")
    million_ticks(figure, 6)
    assert figure.layout.yaxis.ticktext == ("▲400", "▲200", "0", "200")
    use("en")
    million_ticks(figure, 6)
    assert (figure.layout.yaxis.ticktext[0], figure.layout.yaxis.tickvals) == ("-400", (-400, -200, 0, 200))
