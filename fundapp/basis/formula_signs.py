"""Texts that a spreadsheet would run as a formula, and the apostrophe that keeps it from doing so."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
"""A cell that begins so is run as a formula or a command by some spreadsheet (OWASP: CSV injection)."""

GUARD = "'"
_BLANKS = " \u3000\ufeff"


def _runs(text: str) -> bool:
    return text.startswith(FORMULA_SIGNS) or text.lstrip(_BLANKS).startswith(FORMULA_SIGNS)


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it, or where it looks guarded already."""
    return f"{GUARD}{text}" if _runs(text.lstrip(GUARD)) else text


def unguarded(text: str) -> str:
    """What `guarded` was given: +81 for '+81."""
    return text[1:] if text.startswith(GUARD) and _runs(text.lstrip(GUARD)) else text
