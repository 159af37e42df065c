"""Line breaks for text inside a chart, which plotly does not break by itself."""

import unicodedata
from html import escape

LATIN_EM = 0.55
"""Mean width of a Latin letter or digit of the house's type, in ems."""

_CLOSING = "、。，．）」』】〕］｝・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％"
_MARKS = "○△□◇☆●▲■◆┃"
_OPENING = "（「『【〔［｛" + _MARKS


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def width_em(text: str) -> float:
    """Estimated width of `text` on one line, in ems. The house's marks are as wide as a kanji."""
    return sum(1.0 if _is_wide(char) or char in _MARKS else LATIN_EM for char in text)


def _script(char: str) -> str:
    """Latin and figures, hiragana, katakana, or kanji and the rest."""
    if not _is_wide(char):
        return "latin"
    if "ぁ" <= char <= "ゖ":
        return "hiragana"
    return "katakana" if "ァ" <= char <= "ヺ" else "kanji"


def _units(text: str, limit_em: float) -> list[str]:
    """What is never broken, and the blanks between: a word, which in Japanese begins where the kana before it ends.

    A word longer than a line is broken anywhere.
    """
    units: list[str] = []
    for char in text:
        last = units[-1] if units else " "
        same_word = _script(char) in ("hiragana", _script(last[-1])) and last[-1] not in _CLOSING
        fits = width_em(last + char) <= limit_em
        blank = char.isspace() or last.isspace()
        # A closing mark may hang over the end of the line, as Japanese print lets it.
        if not blank and (char in _CLOSING or (fits and (same_word or last[-1] in _OPENING))):
            units[-1] += char
        else:
            units.append(char)
    return units


def _filled(units: list[str], limit_em: float) -> list[str]:
    lines = [""]
    for unit in units:
        if lines[-1] and not unit.isspace() and width_em(lines[-1] + unit) > limit_em:
            lines.append("")
        if lines[-1] or not unit.isspace():
            lines[-1] += unit
    return [line.rstrip() for line in lines]


def lines(text: str, limit_em: float) -> tuple[str, ...]:
    """`text` in as few lines of `limit_em` as it needs, of about the same length.

    Words are kept whole, and no line begins with a closing mark or ends with an opening one.
    """
    units = _units(text, limit_em)
    needed = _filled(units, limit_em)
    narrower_em = limit_em
    while narrower_em > 2 and len(_filled(units, narrower_em - 0.5)) == len(needed):
        narrower_em -= 0.5
    return tuple(_filled(units, narrower_em))


def plain(text: str) -> str:
    """`text` with no power over the chart: plotly reads some HTML in any text."""
    return escape(text, quote=False)


def wrapped(text: str, limit_em: float) -> str:
    """`text` broken for plotly, as plain text."""
    return "<br>".join(plain(line) for line in lines(text, limit_em))
