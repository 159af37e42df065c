"""The words by which a member is found, in both languages, however they are spaced or in whatever width and kana."""

import unicodedata
from collections.abc import Iterable

_ALIKE = {**{code: code + 0x60 for code in range(0x3041, 0x3097)}, **dict.fromkeys(map(ord, "・-‐－ー"))}
"""Hiragana as katakana, and marks that are left out."""


def folded(text: str) -> str:
    """A text as it is searched: full width, small letters, katakana, without blanks and marks of length.

    ﾐｷﾞｼ, みぎし and ミギシ are found by each other, SUS 304 by sus304.
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().translate(_ALIKE).split())


def member_words(texts: Iterable[str]) -> str:
    """One searchable text of all that is known of a member; the parts stay apart, so that no word spans two."""
    return "\n".join(dict.fromkeys(filter(None, map(folded, filter(None, texts)))))


def wanted_words(query: str) -> tuple[str, ...]:
    """The words of a query as they were typed; every match has to hold each of them, folded."""
    return tuple(word for word in query.replace("\u3000", " ").split() if folded(word))
