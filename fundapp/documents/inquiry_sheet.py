"""The printable sheets of an inquiry: a letter with the link as a picture to photograph, and a form for the fax."""

import io
from contextvars import copy_context
from datetime import datetime
from typing import Any

import segno

from fundapp.basis.fact import Fact, Language
from fundapp.documents.answer_sheet import pieces_of
from fundapp.documents.inquiry_message import Letter, said
from fundapp.documents.typst_pdf import printed, typst_pdf
from fundapp.network.bill import Line
from fundapp.network.sourcing import needs_nda
from fundapp.text.catalogue import _, use

MOST_LINES = 40
"""A fax form of more lines is no help; the link has them all."""


class PrintedLetter(Fact):
    """A letter and the lines of its fax form, none for a president or a result."""

    letter: Letter
    lot: int
    lines: tuple[Line, ...]


def _qr(address: str) -> str:
    """The link as an SVG picture (ISO/IEC 18004), readable when a seventh of it is smudged."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=2, xmldecl=False, dark="#1b2733")
    return out.getvalue().decode()


def _sheet(one: PrintedLetter, language: Language) -> dict[str, Any]:
    text = said(one.letter, language)
    shown = one.lines[:MOST_LINES]
    return {
        "subject": text.subject,
        "paragraphs": list(text.paragraphs),
        "qr_alt": _("The link as a picture: photograph it with your phone"),
        "hint": _("Photograph this picture with your phone, or answer on this sheet by fax."),
        "form_title": _("Answer by fax") if shown else "",
        "heads": [
            _("Part"),
            _("Pieces"),
            _("○ can"),
            _("△ on conditions"),
            _("× cannot"),
            _("Unit price (yen)"),
            _("Lead time (days)"),
        ],
        "rows": [
            [
                f"{line.part_number} {line.description}".strip() + (" *" if needs_nda(line) else ""),
                f"{pieces_of(line, one.lot)} {line.unit}".strip(),
            ]
            for line in shown
        ],
        "notes": [
            *([_("* Made to drawing: the drawing opens once confidentiality is accepted.")] if shown else []),
            *(
                [_("{n} further parts stand behind the link.").format(n=len(one.lines) - len(shown))]
                if len(one.lines) > len(shown)
                else []
            ),
        ],
        "sign": [_("Company"), _("Person in charge"), _("Telephone"), _("Date")] if shown else [],
    }


def inquiry_sheets_pdf(letters: tuple[PrintedLetter, ...], *, language: Language, issued_at: datetime) -> bytes:
    """One sheet a letter, as PDF/UA-1. `issued_at` needs a time zone. The caller's language stays as it was."""

    def speak() -> dict[str, Any]:
        use(language)
        document: dict[str, Any]
        title = _("Inquiry to members")
        sheets = [_sheet(one, language) for one in letters]
        document, _lost = printed({"title": title, "language": language, "sheets": sheets})
        # The pictures are our own markup and are not for the printer's eye to mend.
        for sheet, one in zip(document["sheets"], letters, strict=True):
            sheet["qr"] = _qr(one.letter.address)
        return document

    return typst_pdf("inquiry.typ", copy_context().run(speak), standards=("ua-1",), issued_at=issued_at)
