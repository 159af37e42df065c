"""The frame of the pages behind a link: one column for a phone, no script, both languages, light and dark."""

from starlette.requests import Request
from starlette.responses import HTMLResponse

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.text.catalogue import _, use
from fundapp.web.headers import PLAIN_PAGE_POLICY
from fundapp.web.markup import Markup, join, tag
from fundapp.web.pace import Pace
from fundapp.web.plain_page import head, languages, refusal_box

_STATUS = {
    "link_expired": 410,
    "link_revoked": 410,
    "too_many_requests": 429,
    "upload_too_large": 413,
    "document_unknown": 404,
}
STRANGE = Pace(30, 60)
"""Links that open nothing, by source: nobody tries tokens out."""
USES = Pace(60, 60)
"""Forms and pages of one link."""


def link_page(
    title: str, *content: Markup, language: Language, address: str, house: str = "", status: int = 200
) -> HTMLResponse:
    """A whole page. `house` is who asks; `address` is where the language switch leads back to."""
    top = tag(
        "header",
        tag("p", tag("img", src="/assets/mark.svg", alt="", width="32", height="32"), tag("span", house or "fundapp")),
        languages(language, address, ()),
        class_="sender",
    )
    body = tag("body", join(top, tag("main", *content)), class_="by-link")
    document = tag("html", head(title, "/assets/by-link.css"), body, lang=language)
    headers = {
        "content-security-policy": PLAIN_PAGE_POLICY,
        "cache-control": "no-store",
        # The address is a key: it must not stand in the referrer of anything, nor be indexed.
        "referrer-policy": "same-origin",
        "x-robots-tag": "noindex, nofollow",
    }
    return HTMLResponse(f"<!doctype html>{document}", headers=headers, status_code=status)


def refused_page(refusal: Refusal, language: Language, address: str) -> HTMLResponse:
    """A page that says why the link opens nothing now."""
    use(language)
    title = _("This was not possible")
    status = _STATUS.get(refusal.code, 403)
    return link_page(title, tag("h1", title), refusal_box(refusal), language=language, address=address, status=status)


def not_opened(request: Request, refusal: Refusal, language: Language, address: str) -> HTMLResponse:
    """The page for a link that did not open; who tries many has to wait, without being told of each."""
    if refusal.code == "link_not_valid" and not STRANGE.allows(source_of(request)):
        refusal = Refusal.of("too_many_requests")
    return refused_page(refusal, language, address)


def too_fast(token: str) -> Refusal | None:
    """Why this link has to wait a little, or None. A good link is never held up by what others do."""
    return None if USES.allows(token[:200]) else Refusal.of("too_many_requests")


def source_of(request: Request) -> str:
    """Where a request comes from."""
    return request.client.host if request.client else ""
