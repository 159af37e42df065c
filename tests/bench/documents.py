"""Minutes against the bare compiler with the same template and data."""

import sys
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

    content, handed = sample(), {}
    compiler = typst.Compiler

    class Handed:
        def __init__(self, **made: Any) -> None:
            handed["made"] = made

        def compile(self, **given: Any) -> bytes:
            handed["given"] = given
            return b""

    with patch("typst.Compiler", Handed):
        minutes_pdf(content, language="ja", issued_at=ISSUED_AT)
    return [
        in_turn(
            "minutes of two items as PDF",
            "typst on the same input",
            lambda: minutes_pdf(content, language="ja", issued_at=ISSUED_AT),
            lambda: compiler(**handed["made"]).compile(**handed["given"]),
            at_most=2.0,
        )
    ]
