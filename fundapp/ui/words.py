"""Words of people inside Markdown, where they must mean nothing but themselves."""

import re
from html import escape

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$^=&])")


def plain(text: str) -> str:
    """`text` as Markdown shows it letter by letter: no link, no picture, no formula, no icon."""
    return _MEANS_SOMETHING.sub(r"\\\1", text)


def html(text: str) -> str:
    """`text` inside HTML, also within an attribute's quotes."""
    return escape(text)
