"""Looking for words in the rubric."""

import unicodedata
from collections.abc import Iterable


def found_in(query: str, texts: Iterable[str]) -> bool:
    """True when every word of `query` stands somewhere in the texts, whatever its width or case."""
    whole = _same(" ".join(texts))
    return all(word in whole for word in _same(query).split())


def _same(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
