"""What a visitor sees when a plain page cannot be made: a sentence, never a traceback."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from fundapp.basis.fact import Language
from fundapp.store.connection import StoreRefusal
from fundapp.text.catalogue import _, use
from fundapp.web.headers import PLAIN_PAGE_POLICY, security_headers
from fundapp.web.languages import language_for
from fundapp.web.markup import tag
from fundapp.web.plain_page import page, refusal_page


def _fault_page(error: Exception, language: Language) -> HTMLResponse:
    if isinstance(error, StoreRefusal):
        return refusal_page(error.refusal, language, status=503)
    use(language)
    said = tag("p", _("What was saved is safe. Load the page again; if that does not help, tell the office."))
    title = _("This page could not be made")
    answer = page(title, tag("h1", title), said, language=language)
    answer.status_code = 500
    return answer


async def show_fault(request: Request, error: Exception) -> Response:
    """The page for a fault; the server logs the cause. It is made outside our middleware, so it brings its headers."""
    answer = await to_thread.run_sync(_fault_page, error, language_for(request))
    answer.headers.update(security_headers(PLAIN_PAGE_POLICY))
    return answer
