"""Which characters the shipped fonts can print, read from the fonts themselves."""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
GETA = "〓"
"""Printers' mark for a missing letter."""

_LONG_WORD = re.compile(r"(?<![!-~])(?![0-9a-f]{32}(?![!-~]))[!-~]{25,}")
"""Half a digest fits every column that it stands in, and must be copied as it is."""
_BREAK_EVERY = 12
_ZERO_WIDTH_SPACE = "\u200b"
_LINE_BREAKS = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")


def _mapped_by_segments(table: bytes) -> set[int]:
    """Format 4: runs of the basic plane. A character mapped to glyph 0 is missing."""
    (segments,) = struct.unpack_from(">H", table, 6)
    count = segments // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + segments)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 2 * segments)
    offsets_at = 16 + 3 * segments
    offsets = struct.unpack_from(f">{count}H", table, offsets_at)
    found = set()
    for index, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, end + 1):
            if offset:
                (glyph,) = struct.unpack_from(">H", table, offsets_at + 2 * index + offset + 2 * (code - start))
                glyph = (glyph + delta) % 65536 if glyph else 0
            else:
                glyph = (code + delta) % 65536
            if glyph and code != 0xFFFF:
                found.add(code)
    return found


def _mapped_by_groups(table: bytes) -> set[int]:
    """Format 12: runs of all planes."""
    (count,) = struct.unpack_from(">I", table, 12)
    found: set[int] = set()
    for index in range(count):
        start, end, _glyph = struct.unpack_from(">III", table, 16 + 12 * index)
        found.update(range(start, end + 1))
    return found


def characters_of(font: bytes) -> frozenset[int]:
    """The code points that an OpenType font maps to a glyph (OpenType specification: `cmap` formats 4 and 12)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    records = [struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(tables)]
    cmap = next(font[offset : offset + length] for tag, _sum, offset, length in records if tag == b"cmap")
    (subtables,) = struct.unpack_from(">H", cmap, 2)
    found: set[int] = set()
    for index in range(subtables):
        _platform, _encoding, offset = struct.unpack_from(">HHI", cmap, 4 + 8 * index)
        (kind,) = struct.unpack_from(">H", cmap, offset)
        if kind == 4:
            found |= _mapped_by_segments(cmap[offset:])
        elif kind == 12:
            found |= _mapped_by_groups(cmap[offset:])
    return frozenset(found)


@cache
def covered() -> frozenset[int]:
    """What can be printed in regular and in bold: the house's fonts together with the one that fills their gaps."""
    read = {path.name: characters_of(path.read_bytes()) for path in sorted(FONTS.glob("*.[ot]tf"))}
    gaps = read.pop("NotoSansJP-Fallback.ttf")
    return frozenset.intersection(*read.values()) | gaps


def _breakable(word: re.Match[str]) -> str:
    letters = word.group()
    return _ZERO_WIDTH_SPACE.join(letters[at : at + _BREAK_EVERY] for at in range(0, len(letters), _BREAK_EVERY))


def printable(text: str) -> tuple[str, int]:
    """`text` in NFC as the fonts can print it, and how many characters became the geta mark 〓.

    Characters without a shape of their own (joiners, direction marks, variation selectors) are left out uncounted.
    Long words may break anywhere, so that they stay in their column.
    """
    shown, lost = [], 0
    for letter in _LINE_BREAKS.sub("\n", unicodedata.normalize("NFC", text)):
        code = ord(letter)
        if letter == "\n" or (code in covered() and unicodedata.category(letter) not in ("Cc", "Cf")):
            shown.append(letter)
        elif letter == "\t":
            shown.append(" ")
        elif unicodedata.category(letter) == "Cf" or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
            continue
        else:
            shown.append(GETA)
            lost += 1
    return _LONG_WORD.sub(_breakable, "".join(shown)), lost
