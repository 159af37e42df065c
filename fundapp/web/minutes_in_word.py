"""Minutes in the fund's own Word template, and the template itself."""

from collections.abc import Mapping

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.planning import MINUTES
from fundapp.desk import Desk
from fundapp.documents.minutes_docx import minutes_docx, plain_template
from fundapp.web.document import Document
from fundapp.web.minutes_copy import minutes_copy

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def minutes_word_copy(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
    """The minutes of the meeting that the query names, in the fund's template or in the plain one."""
    content = minutes_copy(desk, actor, query.get("meeting", ""), language)
    if isinstance(content, Refusal):
        return content
    own = desk.word_template(MINUTES)
    template = desk.files.read(own.file_sha256) if own else None
    name = f"{content.document_number}-{language}.docx"
    return Document(name=name, media_type=DOCX, content=minutes_docx(content, language=language, template=template))


def template_copy(desk: Desk, actor: Actor, _query: Mapping[str, str], _language: Language) -> Document | Refusal:
    """The template in use, to begin one's own from."""
    if not actor.has(Role.SECRETARIAT, Role.ADMINISTRATOR):
        return Refusal.of("document_unknown")
    own = desk.word_template(MINUTES)
    content = desk.files.read(own.file_sha256) if own else plain_template()
    return Document(name="minutes-template.docx", media_type=DOCX, content=content)
