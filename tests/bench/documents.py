"""Minutes against the bare compiler with the same template and data."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import typst
from figure import Figure, in_turn

from fundapp.documents.minutes_pdf import minutes_pdf

sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))


def minutes() -> list[Figure]:
    """A PDF/A-3a and PDF/UA-1 minute of two items, against typst alone on what we hand to it."""
    from sample import ISSUED_AT, sample

    content = sample()

    def ours() -> bytes:
        return minutes_pdf(content, language="ja", issued_at=ISSUED_AT)

    return [in_turn("minutes of two items as PDF", "typst on the same input", ours, bare_typst(ours), at_most=2.0)]


def bare_typst(ours: Callable[[], bytes]) -> Callable[[], object]:
    """Typst alone on what `ours` hands to it."""
    handed: dict[str, Any] = {}
    compiler = typst.Compiler

    class Handed:
        def __init__(self, **made: Any) -> None:
            handed["made"] = made

        def compile(self, **given: Any) -> bytes:
            handed["given"] = given
            return b""

    with patch("typst.Compiler", Handed):
        ours()
    # The folder of what was attached is gone by now, and nothing was.
    made = {name: value for name, value in handed["made"].items() if name != "root"}
    return lambda: compiler(**made).compile(**handed["given"])
