"""How many of what, where one text says both: "24x ISO 4762 M6x16", "軸受 608ZZ ×2", "4 pcs M6", "ボルト 24個"."""

import re
import unicodedata
from collections.abc import Sequence
from fractions import Fraction

_NUMBER = r"(?:\d+(?:\.\d+)?|\d+/[1-9]\d*)"
_COUNTERS = r"(?:個|ヶ|ケ|コ|本|枚|台|組|式|セット|pcs?|pieces?|ea|each|off|nos?|stk|stück|sets?|units?)"
_DIMENSION = re.compile(r"\d+(?:\.\d+)?\s*(?:mm|cm|m|in|inch|\"|″|')?\s*(?:x|×|\*|$|\s*\()", re.IGNORECASE)
_MARK = r"[x×✕*]"
_BEFORE = re.compile(rf"(?P<n>{_NUMBER})(?P<gap>\s*){_MARK}(?P<after>\s*)(?P<rest>\S.*)", re.IGNORECASE)
_COUNTED = re.compile(
    rf"(?P<n>{_NUMBER})\s*(?P<unit>{_COUNTERS})\.?(?:\s+(?:of\s+)?|(?=[^\x00-\x7f]))(?P<rest>\S.*)", re.IGNORECASE
)
_AFTER = re.compile(rf"(?P<rest>.*\S)\s+{_MARK}\s*(?P<n>{_NUMBER})\s*(?P<unit>{_COUNTERS})?\.?", re.IGNORECASE)
_AFTER_WIDE = re.compile(rf"(?P<rest>.*[^\x00-\x7f])[×✕]\s*(?P<n>{_NUMBER})\s*(?P<unit>{_COUNTERS})?", re.IGNORECASE)
_SO_MANY = re.compile(
    rf"(?P<rest>.*?\S)[\s、,:：]*(?<![\d.])(?P<n>{_NUMBER})\s*(?P<unit>個|ヶ|ケ|コ|本|枚|台|組|式|セット)",
    re.IGNORECASE,
)
_SO_MANY_LATIN = re.compile(
    rf"(?P<rest>.*\S)[\s,:;(–-]+(?P<n>{_NUMBER})\s*(?P<unit>pcs?|pieces?|ea|each|off|stk|stück)\.?\)?", re.IGNORECASE
)
_NAMED = re.compile(
    rf"(?P<rest>.*?\S)[\s,;:(–-]*(?:qty|quantity|数量|員数|個数|menge|anzahl)\s*[.:：=]?\s*(?P<n>{_NUMBER})\s*\)?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    rf"(?P<rest>.*\S)\s*\(\s*(?:{_MARK}\s*(?P<n>{_NUMBER})|(?P<m>{_NUMBER})\s*{_MARK})\s*\)", re.IGNORECASE
)
_BARE = re.compile(r"(?P<n>\d{1,3})\s+(?P<rest>[^\W\d_]{3}.*|[^\x00-\x7f].*)")
_UNIT_WORDS = re.compile(
    r"(?:mm|cm|km|inch(?:es)?|volts?|amps?|watts?|ohms?|pins?|pos|way|bits?|deg|degrees?|channels?|axis|core|ply|k?hz|mhz)\b",
    re.IGNORECASE,
)
_SIZE_BEFORE_MARK = re.compile(r"(?:^|[\s(])(?:m|φ|ø|d=?|l=?|r|t)?\d+(?:\.\d+)?\s*(?:mm|cm|m)?$", re.IGNORECASE)


LONGEST = 400
"""Letters of an item that is looked at; longer ones are prose."""


def counted(text: str) -> tuple[Fraction, str, str] | None:
    """(how many, unit, of what) as the text says; None when it tells no quantity. M6x16 and 8 x 12 mm are sizes."""
    cell = unicodedata.normalize("NFKC", text).strip()
    if len(cell) > LONGEST:
        return None
    if match := _BEFORE.fullmatch(cell):
        attached = not match["gap"] and match["after"]
        named = not match["rest"][0].isdigit()
        if named or ((attached or match["gap"]) and not _DIMENSION.match(match["rest"])) or attached:
            return _answer(match["n"], "", match["rest"])
        return None
    for pattern in (_IN_BRACKETS, _COUNTED, _NAMED, _AFTER_WIDE, _SO_MANY, _SO_MANY_LATIN):
        if match := pattern.fullmatch(cell):
            found = match.groupdict()
            return _answer(found["n"] or found.get("m") or "", found.get("unit") or "", found["rest"])
    if (match := _AFTER.fullmatch(cell)) and not _SIZE_BEFORE_MARK.search(match["rest"]):
        return _answer(match["n"], match["unit"] or "", match["rest"])
    return None


def bare_numbers_count(texts: Sequence[str]) -> bool:
    """True when most items of a list begin with a plain number and a word, so that the number is their quantity."""
    fitting = sum(bare_count(text) is not None for text in texts)
    return fitting * 2 > len(texts) > 1


def bare_count(text: str) -> tuple[Fraction, str, str] | None:
    """(how many, "", of what) of "2 bearings 608ZZ", which "12 V supply" only seems to be."""
    match = _BARE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not match or _UNIT_WORDS.match(match["rest"]):
        return None
    return _answer(match["n"], "", match["rest"])


def _answer(number: str, unit: str, rest: str) -> tuple[Fraction, str, str] | None:
    amount = Fraction(number)
    name = rest.strip(" \t,;:、：-–")
    return (amount, unit, name) if amount > 0 and name else None
