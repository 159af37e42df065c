"""A paper of a proposal for download: what came from outside goes out as a file, never as a page of ours."""

from collections.abc import Mapping
from pathlib import PurePath

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.desk import Desk
from fundapp.web.document import Document

ANY_FILE = "application/octet-stream"
"""Named by nothing that a browser would open: a document from outside is not trusted."""

_ENDINGS = ((b"%PDF", ".pdf"), (b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"))


def paper_copy(desk: Desk, actor: Actor, query: Mapping[str, str], _language: Language) -> Document | Refusal:
    """The paper that the query names by proposal and digest, as the desk gives it to this reader."""
    found = desk.document(actor, query.get("proposal", ""), query.get("file", ""))
    if found is None:
        return Refusal.of("document_unknown")
    title, content = found
    name = PurePath(title.replace("\\", "/")).name
    return Document(
        name=name if PurePath(name).suffix else name + _ending(content), media_type=ANY_FILE, content=content
    )


def _ending(content: bytes) -> str:
    """A scan has no file name of its own; its first bytes tell what it is."""
    return next((ending for mark, ending in _ENDINGS if content.startswith(mark)), "")
