"""Lists: Markdown bullets in levels, numbered items, and plain lines one below the other."""

import re
from collections.abc import Iterator, Sequence

from fundapp.intake.cells import indent_of

_BULLET = re.compile(r"(?P<indent>\s*)(?:[*+\-–•‣◦]\s+(?:\[[ xX]\]\s*)?|[・●○■□◆◇▪]\s*|\d{1,3}[.)]\s+)(?P<text>\S.*)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s*(?P<text>.*?)\s*#*")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}")
_LINK = re.compile(r"!?\[([^\]]*)\]\s*\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_CODE = re.compile(r"`([^`]+)`")
_SENTENCE = re.compile(r".*[.。!?！？]\s*")
LONGEST_ITEM = 90

Row = tuple[int, list[str]]


def is_bulleted(lines: Sequence[str]) -> bool:
    """True when at least two lines in five, headings aside, are items of a list."""
    filled = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return len(filled) > 0 and sum(_is_item(line) for line in filled) * 5 >= len(filled) * 2


def is_plain_list(lines: Sequence[str]) -> bool:
    """True for short lines that are no sentences, as a list that is pasted in."""
    filled = [line.strip() for line in lines if line.strip()]
    short = sum(len(line) <= LONGEST_ITEM and not _SENTENCE.fullmatch(line) for line in filled)
    return len(filled) > 0 and short * 5 >= len(filled) * 4


def list_rows(lines: Sequence[str], *, bulleted: bool) -> Iterator[Row]:
    """(number, [level, text]) of every line. A heading, and a line that is no item of the list, has no level."""
    open_indents: list[int] = []
    for number, line in enumerate(lines, 1):
        heading = _HEADING.fullmatch(line) if line.lstrip().startswith("#") else None
        if heading or _RULE.fullmatch(line):
            open_indents = []
            yield number, ["", unmarked(heading["text"] if heading else line.strip()) or line.strip()]
            continue
        item = _BULLET.fullmatch(line.rstrip())
        if not line.strip() or (bulleted and not item):
            yield number, ["", unmarked(line.strip())]
            continue
        indent = indent_of(line)
        while open_indents and open_indents[-1] >= indent:
            open_indents.pop()
        open_indents.append(indent)
        yield number, [str(len(open_indents)), unmarked(item["text"] if item else line.strip())]


def unmarked(text: str) -> str:
    """Markdown as it is read: without marks of emphasis and code, links by their words."""
    if not any(sign in text for sign in "[*_`"):
        return text
    return _CODE.sub(r"\1", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text)))


def _is_item(line: str) -> bool:
    return _BULLET.fullmatch(line.rstrip()) is not None and not _RULE.fullmatch(line)
