"""Minutes as PDF/A-3a and PDF/UA-1 through typst: the same content, language and time give the same bytes."""

from contextvars import copy_context
from datetime import datetime
from typing import Any

from fundapp.basis.fact import Language
from fundapp.committee.minutes import MinutesContent
from fundapp.documents.blocks import Paragraph
from fundapp.documents.minutes_json import minutes_json
from fundapp.documents.minutes_outline import minutes_outline
from fundapp.documents.typst_pdf import printed, typst_pdf
from fundapp.text.catalogue import ngettext, use


def _lost_note(lost: int) -> str:
    return ngettext(
        "{n} character could not be printed and is shown as 〓. The attached minutes.json holds it.",
        "{n} characters could not be printed and are shown as 〓. The attached minutes.json holds them.",
        lost,
    )


def _printed_document(content: MinutesContent, language: Language) -> dict[str, Any]:
    use(language)
    document: dict[str, Any]
    document, lost = printed(minutes_outline(content).model_dump(mode="json"))
    if lost:
        document["blocks"].append(Paragraph(text=_lost_note(lost), tone="muted").model_dump(mode="json"))
    return document


def minutes_pdf(content: MinutesContent, *, language: Language, issued_at: datetime) -> bytes:
    """The record copy in `language`, with the canonical JSON attached. `issued_at` needs a time zone.

    Characters that the fonts lack are shown as 〓 and counted at the end; nothing that a member wrote can stop it.
    The language of the caller's context stays as it was.
    """
    return typst_pdf(
        "minutes.typ",
        copy_context().run(_printed_document, content, language),
        standards=("a-3a", "ua-1"),
        issued_at=issued_at,
        inputs={"record": minutes_json(content).decode()},
    )
