"""Sorting lines by how they are sourced: as the table says, else by simple rules that a person can check."""

import re

from fundapp.network.bill import LineKind
from fundapp.network.columns import header_word, plain
from fundapp.network.words import KINDS, MADE_INSIDE

_KIND_OF = {word: LineKind(kind) for kind, words in KINDS.items() for word in words}

_SPECIAL = re.compile(
    r"熱処理|焼入|焼戻|浸炭|窒化|めっき|メッキ|アルマイト|着磁|塗装|塗料|ショットピーニング|溶射|コーティング|表面処理|黒染"
    r"|\b(?:heat treat\w*|harden\w*|plating|anodi[sz]\w*|magneti[sz](?:ing|ation)|painting|coating|shot peening)\b"
)
_ELECTRONIC = re.compile(
    r"抵抗器|チップ抵抗|コンデンサ|キャパシタ|インダクタ|ダイオード|トランジスタ|半導体|集積回路|マイコン|水晶振動|基板|アンテナ"
    r"|(?<![a-z])(?:resistors?|capacitors?|inductors?|diodes?|transistors?|mosfets?|ic|leds?|crystals?|oscillators?|rtc|soc|mcu"
    r"|microcontrollers?|pcbs?|pcba|antennas?|accelerometers?|op-?amps?|eeproms?|solar cells?|usb|smd|batt|tactile"
    r"|light[- ]to[- ]digital|(?:detection|light|pressure|temp|temperature|humidity) sensors?|boost converters?"
    r"|front end)(?![a-z])"
)
_FASTENER = re.compile(
    r"(?<![a-z])(?:(?:iso|din|jis|en)[ -]?[a-z]? ?\d{2,5}|m\d+(?:\.\d+)? ?[x×] ?\d+"
    r"|screws?|bolts?|nuts?|washers?)(?![a-z])"
    r"|ボルト|ナット|ねじ|ネジ|ビス|座金|ワッシャ|止め輪"
)
_DRAWING = re.compile(
    r"図面|図番|加工品|製作品|削り出し|板金|溶接構造|\b(?:per|to|as) drawing\b|\bmachined\b|\bfabricated\b|\bwelded\b"
)
_DRAWING_NUMBER = re.compile(r"(?:^|[\W_])(?:dwg|drg|図)[-_ ]?\d|(?:^|[_\s])\d{3,5}-\d{3}-\d{2,3}$")


def given_kind(text: str) -> LineKind | None:
    """The kind that a table's own word names, or None when the word is not known."""
    return _KIND_OF.get(header_word(text))


def made_inside(text: str) -> bool:
    """True when a table's word says that the company makes the line itself."""
    return header_word(text) in MADE_INSIDE


def likely_kind(*, words: str, part_number: str, has_maker: bool, by_drawing_number: bool) -> LineKind:
    """The kind that the words of a line point to. `by_drawing_number`: its number stands under 図番 or DRAWING NO."""
    text = plain(words)
    if _SPECIAL.search(text):
        return LineKind.SPECIAL_PROCESS
    if _FASTENER.search(text) and not by_drawing_number:
        return LineKind.BOUGHT_OUT
    if _ELECTRONIC.search(text):
        return LineKind.ELECTRONIC
    if has_maker:
        return LineKind.BOUGHT_OUT
    if _DRAWING.search(text) or _DRAWING_NUMBER.search(plain(part_number)) or (by_drawing_number and part_number):
        return LineKind.MADE_TO_DRAWING
    return LineKind.BOUGHT_OUT
