"""Minutes as PDF/A-3a and PDF/UA-1 through typst: the same content, language and time give the same bytes."""

import json
from contextvars import copy_context
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, cast

import typst

from fundapp.basis.fact import Language
from fundapp.committee.minutes import MinutesContent
from fundapp.documents.blocks import Paragraph
from fundapp.documents.glyphs import FONTS, printable
from fundapp.documents.minutes_json import minutes_json
from fundapp.documents.minutes_outline import minutes_outline
from fundapp.text.catalogue import ngettext, use

TEMPLATE = Path(__file__).parent / "templates/minutes.typ"


@cache
def _fonts() -> typst.Fonts:
    """Only the shipped fonts, so that a PDF is the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _printed(value: Any) -> tuple[Any, int]:
    """Plain JSON data with every text made printable, and how many characters could not be."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        pairs = {key: _printed(item) for key, item in value.items()}
        return {key: item for key, (item, _lost) in pairs.items()}, sum(lost for _item, lost in pairs.values())
    if isinstance(value, list):
        items = [_printed(item) for item in value]
        return [item for item, _lost in items], sum(lost for _item, lost in items)
    return value, 0


def _lost_note(lost: int) -> str:
    return ngettext(
        "{n} character could not be printed and is shown as 〓. The attached minutes.json holds it.",
        "{n} characters could not be printed and are shown as 〓. The attached minutes.json holds them.",
        lost,
    )


def _printed_document(content: MinutesContent, language: Language) -> dict[str, Any]:
    use(language)
    document: dict[str, Any]
    document, lost = _printed(minutes_outline(content).model_dump(mode="json"))
    if lost:
        document["blocks"].append(Paragraph(text=_lost_note(lost), tone="muted").model_dump(mode="json"))
    return document


def minutes_pdf(content: MinutesContent, *, language: Language, issued_at: datetime) -> bytes:
    """The record copy in `language`, with the canonical JSON attached. `issued_at` needs a time zone.

    Characters that the fonts lack are shown as 〓 and counted at the end; nothing that a member wrote can stop it.
    The language of the caller's context stays as it was.
    """
    document = copy_context().run(_printed_document, content, language)
    # One compiler a call: a compiler keeps the inputs of its last document.
    compiler = typst.Compiler(font_paths=_fonts())
    pdf = compiler.compile(
        input=TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"document": json.dumps(document, ensure_ascii=False), "record": minutes_json(content).decode()},
        pdf_standards=["a-3a", "ua-1"],
        # A PDF counts whole seconds.
        timestamp=issued_at.replace(microsecond=0),
    )
    return cast("bytes", pdf)
