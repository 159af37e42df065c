"""Minutes against the bare compiler with the same template and data."""

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import typst
from figure import Figure, in_turn, within

from fundapp.committee.proposal import Company, Proposal
from fundapp.documents.bundle import Bundle, PaperIn, ProposalIn, bundle_pdf
from fundapp.documents.minutes_pdf import minutes_pdf

sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))


def minutes() -> list[Figure]:
    """A PDF/A-3a and PDF/UA-1 minute of two items, against typst alone on what we hand to it."""
    from sample import ISSUED_AT, sample

    content = sample()

    def ours() -> bytes:
        return minutes_pdf(content, language="ja", issued_at=ISSUED_AT)

    return [in_turn("minutes of two items as PDF", "typst on the same input", ours, bare_typst(ours), at_most=2.0)]


def bundle() -> list[Figure]:
    """The papers of a meeting on twelve proposals, with three papers of half a megabyte each."""
    from sample import ISSUED_AT, sample

    matter = sample().items[0].matter
    assert matter is not None
    company, chance = Company(id="c", name=matter.company, city=matter.city), Random(1)
    items = tuple(
        ProposalIn(
            number=n,
            proposal=Proposal(
                id=f"p{n}",
                code=f"PR-{n:02}",
                name=matter.proposal,
                company=company,
                ask_yen=matter.ask_yen,
                instrument=matter.instrument,
                sector="s",
                stage="early",
                summary=matter.summary,
                reasons_for=("注文の内示が3件ある",) * 3,
                reasons_against=("納期の隘路がある",) * 3,
            ),
            support=matter.support,
            papers=tuple(
                PaperIn(
                    title=f"plan {k}", file_sha256=f"{n:032x}{k:032x}", content=b"%PDF-1.7 " + chance.randbytes(500_000)
                )
                for k in range(3)
            ),
        )
        for n in range(1, 13)
    )
    made = Bundle(
        title="第15回投資委員会 資料", fund=sample().fund, when_and_where="15:00", reader="高橋 亮", items=items
    )
    return [
        within("papers of 12 proposals as one PDF", 5.0, lambda: bundle_pdf(made, language="ja", issued_at=ISSUED_AT))
    ]


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
