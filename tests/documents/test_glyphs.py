"""What the shipped fonts can print."""

import pytest

from fundapp.documents.glyphs import FONTS, characters_of, covered, printable


def test_fonts_cover_what_the_house_prints():
    assert {letter for letter in "▲●■◆〓→–…¥㊞髙﨑濵𠮷ABCあア漢" if ord(letter) not in covered()} == set()


def test_marks_need_no_fallback():
    regular = characters_of((FONTS / "BIZUDPGothic-Regular.ttf").read_bytes())
    assert {letter for letter in "▲●■◆〓→–…¥㊞" if ord(letter) not in regular} == set()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("議事録", ("議事録", 0)),
        ("一\r\n二\x0b三", ("一\n二\n三", 0)),
        ("a\tb", ("a b", 0)),
        ("\x07", ("〓", 1)),
        ("👨‍👩‍👧", ("〓〓〓", 3)),
        ("葛\U000e0100", ("葛", 0)),
        ("\ufeff\u202eabc", ("abc", 0)),
        ("か\u3099", ("が", 0)),
        ("x" * 30, ("\u200b".join(["x" * 12, "x" * 12, "x" * 6]), 0)),
        ("0123456789abcdef" * 2, ("0123456789abcdef" * 2, 0)),
    ],
)
def test_printable(text, shown):
    assert printable(text) == shown
