"""Searching as people write: every word must occur; width, case and the way of composing a letter do not matter."""

import unicodedata
from collections.abc import Iterable


def folded(text: str) -> str:
    """A text as it is compared."""
    return unicodedata.normalize("NFKC", text).casefold()


def matches(words: str, texts: Iterable[str]) -> bool:
    """True when every one of the words is in one of the texts; no words match everything."""
    searched = folded(" ".join(texts))
    return all(word in searched for word in folded(words).split())
