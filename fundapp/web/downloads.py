"""Documents for download. What a person may have is decided at the desk, not here."""

from collections.abc import Mapping
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from fundapp.access.sessions import actor_of
from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.text.catalogue import use
from fundapp.web.document import Document
from fundapp.web.documents_on_offer import MAKERS
from fundapp.web.inquiry_letters import BASE
from fundapp.web.languages import language_for
from fundapp.web.plain_page import refusal_page
from fundapp.web.process import desk
from fundapp.web.session_cookie import token_of


def _make(kind: str, token: str, query: Mapping[str, str], language: Language) -> Document | Refusal:
    use(language)
    actor = actor_of(desk().database, token, desk().now())
    maker = MAKERS.get(kind)
    if actor is None or maker is None:
        return Refusal.of("document_unknown")
    return maker(desk(), actor, query, language)


async def download(request: Request) -> Response:
    """The document, or a page that says why there is none."""
    language = language_for(request)
    made = await to_thread.run_sync(
        _make,
        request.path_params["kind"],
        token_of(request),
        {**request.query_params, BASE: str(request.base_url)},
        language,
    )
    if isinstance(made, Refusal):
        return refusal_page(made, language, status=404)
    answer = Response(made.content, media_type=made.media_type)
    answer.headers["content-disposition"] = f"attachment; filename*=UTF-8''{quote(made.name)}"
    answer.headers["cache-control"] = "no-store"
    return answer
