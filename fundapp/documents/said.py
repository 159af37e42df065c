"""Small turns of phrase that all documents share."""

from collections.abc import Sequence
from fractions import Fraction

from fundapp.basis.fact import Bilingual
from fundapp.basis.numbers import rounds_to_but_lies_below
from fundapp.text.catalogue import _, language, pgettext
from fundapp.text.figures import ratio

NOTHING = "–"
"""Stands in a cell that has nothing to tell, so that a reader does not take it for a slip."""


def said(text: Bilingual) -> str:
    """A text of both languages in the one spoken now."""
    return text.of(language())


def listed(texts: Sequence[str]) -> str:
    """Several texts in a row: 甲、乙 or A; B."""
    return ("、" if language() == "ja" else "; ").join(texts)


def points_text(points: Fraction | None, threshold: Fraction | None = None) -> str:
    """Points of an axis. A value that rounds to the threshold but lies below it says so."""
    if points is None:
        return _("not assessable")
    if threshold is not None and rounds_to_but_lies_below(points, threshold):
        return _("{points} (lies below {threshold})").format(points=ratio(points), threshold=ratio(threshold))
    return ratio(points)


def yes_no(value: Fraction | None) -> str:
    """A yes-or-no fact."""
    if value is None:
        return _("not assessable")
    return pgettext("fact", "yes") if value else pgettext("fact", "no")


def in_two(sha256: str) -> str:
    """A digest in two lines: one word of 64 letters would run out of its column."""
    return f"{sha256[:32]}\n{sha256[32:]}" if len(sha256) == 64 else sha256
