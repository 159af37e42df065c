import pytest

from fundapp.charts.headroom import HeadroomBar, headroom, headroom_rows, headroom_title

M = 1_000_000
SECTOR = HeadroomBar(label="Sector: environment", limit_yen=200 * M, used_yen=60 * M, asked_yen=60 * M)
COMPANY = HeadroomBar(label="One company", limit_yen=100 * M, used_yen=50 * M, asked_yen=60 * M)


@pytest.mark.parametrize(
    ("bars", "expected"),
    [
        ((), "No limit is in use yet"),
        ((SECTOR,), "Within all limits; least room: Sector: environment, JPY 80m"),
        ((SECTOR, COMPANY), "One company: JPY 10m above the limit"),
    ],
)
def test_title_says_which_limit_binds(bars: tuple[HeadroomBar, ...], expected: str) -> None:
    assert headroom_title(bars) == expected


def test_rows_are_in_yen() -> None:
    assert headroom_rows([COMPANY]) == (
        ("Limit", "Limit (yen)", "Used (yen)", "Asked (yen)", "Left (yen)"),
        ("One company", 100 * M, 50 * M, 60 * M, -10 * M),
    )


def test_bullets_show_limit_use_and_what_is_asked() -> None:
    limit, used, asked = headroom([SECTOR, COMPANY], dark=False).data
    assert (limit.x, used.x, asked.base, asked.x) == ((200, 100), (60, 50), (60, 50), (60, 60))


def test_limit_that_is_passed_is_written_strong() -> None:
    shown = [annotation.text for annotation in headroom([SECTOR, COMPANY], dark=False).layout.annotations]
    assert shown == [
        "Sector: environment",
        "80 of 200 left",
        "<b>One company</b>",
        "<b>10 above 100</b>",
        "Solid: in use. Hatched: this proposal",
    ]


def test_long_names_put_the_figures_on_a_line_of_their_own() -> None:
    long = COMPANY.model_copy(update={"label": "One company: 北稜風力システム<株式会社>", "asked_yen": 0})
    shown = [annotation.text for annotation in headroom([long, SECTOR], dark=False).layout.annotations]
    assert shown[:2] == [
        "One company: 北稜風力システム&lt;株式会社&gt;<br>50 of 100 left",
        "Sector: environment<br>80 of 200 left",
    ]
