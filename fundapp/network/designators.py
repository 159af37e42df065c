"""Reference designators of an electronic parts list: "R1, R2, R5-R8" are six parts."""

import re

from fundapp.network.columns import plain

_ONE = r"[a-z]{1,5}_?\d{1,5}[a-z]?(?:[._]\d+)?"
_SEPARATOR = re.compile(r"[,;、\s]+")
_SINGLE = re.compile(_ONE)
_RANGE = re.compile(r"(?P<letters>[a-z]{1,5}_?)(?P<first>\d{1,5})(?:-|–|~|\.\.\.?|:)(?P=letters)?(?P<last>\d{1,5})")
_ELECTRONIC = re.compile(r"(?:r|rn|c|l|d|led|q|u|ic|x|y|j|jp|cn|con|k|t|tr|f|fb|sw|tp|bt|p|ds|zd|xtal|vr|rv|tvs)_?\d")
LONGEST_RANGE = 5000


def designator_count(text: str) -> int | None:
    """How many parts the designators name, each once; None when the text is no list of designators."""
    cell = re.sub(r"\s*([-–~])\s*", r"\1", plain(text))
    found: set[str] = set()
    for word in filter(None, _SEPARATOR.split(cell)):
        if match := _RANGE.fullmatch(word):
            first, last = int(match["first"]), int(match["last"])
            if not first <= last < first + LONGEST_RANGE:
                return None
            found.update(f"{match['letters']}{number}" for number in range(first, last + 1))
        elif _SINGLE.fullmatch(word):
            found.add(word)
        else:
            return None
    return len(found) or None


def is_electronic(text: str) -> bool:
    """True for designators such as R1, C3 or U2, which stand on circuit diagrams."""
    return designator_count(text) is not None and _ELECTRONIC.match(plain(text)) is not None
