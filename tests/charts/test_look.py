import pytest

from fundapp.charts.look import DARK, LIGHT, QUADRANTS, Palette
from fundapp.text.catalogue import use


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", ["ink", "muted", "accent"])
def test_text_is_readable_on_surface_and_ground(palette: Palette, role: str) -> None:
    assert contrast(getattr(palette, role), palette.surface) >= 4.5
    assert contrast(getattr(palette, role), palette.ground) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("quadrant", QUADRANTS.values(), ids=QUADRANTS.keys())
def test_quadrant_marks_stand_out_in_both_looks(palette: Palette, quadrant) -> None:
    assert contrast(quadrant.colour, palette.surface) >= 3
    assert contrast(quadrant.colour, palette.ground) >= 3


def test_quadrants_have_the_house_colours_marks_and_names() -> None:
    assert [(look.id, look.colour, look.mark, look.name) for look in QUADRANTS.values()] == [
        ("Q1", "#1b7f4b", "●", "Investable"),
        ("Q2", "#b26a00", "▲", "Promising, not yet supportable"),
        ("Q3", "#2b6cb0", "■", "Supportable, weak prospects"),
        ("Q4", "#6b7280", "◆", "Not ready on either axis"),
    ]
    use("ja")
    assert [look.name for look in QUADRANTS.values()] == [
        "投資候補",
        "有望・支援未成立",
        "支援可・将来性不足",
        "両軸とも未達",
    ]
