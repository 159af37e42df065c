"""Minutes in Word: the editable copy, in the fund's own template or in the house's plain one."""

from contextvars import copy_context
from io import BytesIO
from typing import Any

import docx
from docxtpl import DocxTemplate

from fundapp.basis.fact import Language
from fundapp.committee.minutes import MinutesContent
from fundapp.documents.blocks import Table
from fundapp.documents.minutes_closing import signature_text
from fundapp.documents.minutes_json import text_digest
from fundapp.documents.minutes_outline import (
    agenda_table,
    attendance_table,
    held_text,
    members_text,
    minutes_outline,
    mode_statement,
    quorum_text,
)
from fundapp.documents.said import said
from fundapp.documents.word_blocks import east_asian, put
from fundapp.documents.word_template import environment
from fundapp.text.catalogue import _, use

_BODY = "\ue000"
"""Stands where the proceedings are put: a letter that no text of ours holds."""


def minutes_docx(content: MinutesContent, *, language: Language, template: bytes | None = None) -> bytes:
    """The minutes in `language`; a `template` has passed `word_template.faults`. The caller's language stays."""
    return copy_context().run(_filled, content, language, template)


def _filled(content: MinutesContent, language: Language, template: bytes | None) -> bytes:
    use(language)
    form = DocxTemplate(BytesIO(template or plain_template()))
    form.render(_places(content), environment(), autoescape=True)
    word = form.docx
    east_asian(word)
    blocks = minutes_outline(content).blocks
    for paragraph in word.paragraphs:
        if _BODY in paragraph.text:
            put(word, paragraph, blocks)
    core = word.core_properties
    core.title, core.language = minutes_outline(content).title, language
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _places(content: MinutesContent) -> dict[str, Any]:
    """What the names in a template stand for."""
    outline, signed = minutes_outline(content), content.life.signed
    return {
        "title": outline.title,
        "status": outline.status,
        "fund": said(content.fund),
        "general_partner": said(content.general_partner),
        "document_number": content.document_number,
        "decision_number": content.life.decision_number,
        "meeting_number": content.meeting_number,
        "held": held_text(content),
        "place": content.place,
        "members": members_text(content),
        "quorum": quorum_text(content),
        "convener": content.convener,
        "chair": content.chair,
        "recorder": content.recorder,
        "mode": mode_statement(content),
        "record_hash": content.record_hash,
        "text_digest": text_digest(content),
        "body": _BODY,
        "seats": _rows(attendance_table(content.seats), "seat", "name", "organisation", "attendance"),
        "agenda": _rows(agenda_table(content.items), "number", "proposal", "company", "request", "resolution"),
        "signatories": [
            *({"name": one.name, "answer": signature_text(one)} for one in signed),
            *({"name": name, "answer": _("(seal)")} for name in content.signatories if not signed),
        ],
    }


def _rows(table: Table, *names: str) -> list[dict[str, str]]:
    return [dict(zip(names, (cell.text for cell in row), strict=True)) for row in table.rows]


def plain_template() -> bytes:
    """The house's own template, to use as it is or to begin one's own from."""
    word = docx.Document()
    east_asian(word)
    word.sections[0].header.paragraphs[0].text = "{{ fund }}  {{ document_number }}"
    word.add_heading("{{ title }}", level=0)
    word.add_paragraph("{{ status }}")
    word.add_paragraph("{{ held }}  {{ place }}")
    word.add_paragraph("{{ body }}")
    out = BytesIO()
    word.save(out)
    return out.getvalue()
