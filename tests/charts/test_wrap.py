import hypothesis.strategies as st
import pytest
from hypothesis import given

from fundapp.charts.wrap import lines, width_em, wrapped

TEXTS = st.text(st.sampled_from("投資候補のはアンab 12、。（）「」○"), max_size=60)


@pytest.mark.parametrize(
    ("text", "limit_em", "expected"),
    [
        ("Investable", 19, ("Investable",)),
        ("8 of 12 proposals are investable", 12, ("8 of 12 proposals", "are investable")),
        (
            "照会によりPR-06は「有望・支援未成立」から「投資候補」へ",
            19,
            ("照会によりPR-06は「有望・", "支援未成立」から「投資候補」へ"),
        ),
        ("支援可・将来性不足", 9.5, ("支援可・将来性不足",)),
        ("○協会 △信金", 5, ("○協会", "△信金")),
        ("投資事業有限責任組合", 4, ("投資事業", "有限責任", "組合")),
        ("", 19, ("",)),
    ],
)
def test_lines(text: str, limit_em: float, expected: tuple[str, ...]) -> None:
    assert lines(text, limit_em) == expected


@given(TEXTS)
def test_lines_lose_nothing_but_blanks(text: str) -> None:
    assert "".join(lines(text, 9)).replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.sampled_from(["投資", "候補の", "は、", "「アンク」", "ab12", " "]), max_size=20).map("".join))
def test_no_line_begins_with_a_closing_mark(text: str) -> None:
    assert not any(line.startswith(("、", "」")) for line in lines(text, 9))


@given(st.text(st.sampled_from("投資候補のアン"), max_size=60))
def test_plain_japanese_fits_its_lines(text: str) -> None:
    assert all(width_em(line) <= 9 for line in lines(text, 9))


def test_wrapped_text_has_no_power_over_the_chart() -> None:
    assert wrapped("<a href='x'>A & B</a>", 99) == "&lt;a href='x'&gt;A &amp; B&lt;/a&gt;"
