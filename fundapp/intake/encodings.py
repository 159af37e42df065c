"""Bytes of a text file as text: which encoding it is in, or that it is none that we can read without guessing wrong."""

from fundapp.intake.limits import UnfitError

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PLAIN_CONTROLS = frozenset("\t\n\r\v\f\x1a")
_ISO_2022 = (b"\x1b$B", b"\x1b$@", b"\x1b(J")
_WESTERN_SIGNS = frozenset("€‚„…‰‹›‘’“”•–—™¡£¥§¨©«¬®°±²³´µ¶·¸¹º»¼½¾¿×÷")


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Raises UnfitError when it is no text in an encoding we know."""
    encoding = _encoding(content)
    text = content.decode(encoding)
    if any(ord(letter) < 32 and letter not in _PLAIN_CONTROLS for letter in set(text)):
        raise UnfitError("file_unreadable")
    return text.rstrip("\x1a"), encoding


def _encoding(content: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            if _decodes(content, encoding):
                return encoding
            raise UnfitError("file_wrong_encoding")
    zeros = content.count(0)
    if zeros:
        # Without a mark UTF-16 shows itself by a zero byte beside every Latin letter, digit and delimiter.
        for encoding, beside in (("utf-16-le", content[1::2].count(0)), ("utf-16-be", content[::2].count(0))):
            if beside * 10 >= zeros * 9 and zeros * 50 > len(content) and _decodes(content, encoding):
                return encoding
        raise UnfitError("file_unreadable")
    if _decodes(content, "utf-8"):
        return "iso2022_jp" if any(mark in content for mark in _ISO_2022) else "utf-8"
    if _is_broken_utf8(content):
        raise UnfitError("file_wrong_encoding")
    return _legacy(content)


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_broken_utf8(content: bytes) -> bool:
    """True when nearly all of it is UTF-8: read in another encoding it would turn into nonsense without a word."""
    beyond = sum(byte > 0x7F for byte in content)
    kept = content.decode("utf-8", errors="ignore")
    sound = sum(len(letter.encode()) for letter in kept if letter > "\x7f")
    return sound >= 12 and sound * 10 >= beyond * 9


def _legacy(content: bytes) -> str:
    """Japanese Windows before Western Windows, unless the text itself speaks against it."""
    text = content.decode("cp932") if _decodes(content, "cp932") else ""
    foreign = [letter for letter in text if letter > "\x7f"]
    half_width = sum("\uff61" <= letter <= "\uff9f" for letter in foreign)
    if half_width * 2 > len(foreign) and _decodes(content, "euc_jp"):
        return "euc_jp"
    if foreign and not _stray(text):
        return "cp932"
    if _is_western(content):
        return "cp1252"
    if foreign:
        return "cp932"
    raise UnfitError("file_wrong_encoding")


def _stray(text: str) -> bool:
    """True when every Japanese character stands alone amid Latin letters, as umlauts misread do: L臾ge."""
    pairs = zip(text, text[1:] + " ", strict=True)
    return not any(one > "\x7f" and other > "\x7f" for one, other in pairs) and not any(
        "\u3040" <= letter <= "\u30ff" for letter in text
    )


def _is_western(content: bytes) -> bool:
    if not _decodes(content, "cp1252"):
        return False
    foreign = [letter for letter in content.decode("cp1252") if letter > "\x7f"]
    known = all(letter.isalpha() or letter.isspace() or letter in _WESTERN_SIGNS for letter in foreign)
    return known and len(foreign) * 5 <= len(content)
