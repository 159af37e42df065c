"""The two steps of a sign-in by provider: out to it, and back."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from fundapp.access import accounts
from fundapp.access.accounts import SignedIn
from fundapp.access.provider import BACK, OPEN_FOR, Begun, Told, begin, finish
from fundapp.access.secret import server_secret
from fundapp.basis.refusal import Refusal
from fundapp.web.languages import language_for
from fundapp.web.plain_page import refusal_page
from fundapp.web.process import desk
from fundapp.web.provider_settings import provider
from fundapp.web.session_cookie import give, is_secure, safe_next

OUT = "/auth/provider"
COOKIE = "fundapp_provider"
LONGEST_KEPT = 2000


async def go_to_provider(request: Request) -> Response:
    """Send the browser to the provider. What it must bring back stays in a cookie of this way alone."""
    begun = await to_thread.run_sync(_begin, safe_next(request.query_params.get("next", "/")))
    if isinstance(begun, Refusal):
        return refusal_page(begun, language_for(request), status=503)
    answer = RedirectResponse(begun.address, 303)
    life_seconds = int(OPEN_FOR.total_seconds())
    answer.set_cookie(
        COOKIE, begun.kept, max_age=life_seconds, path=BACK, httponly=True, samesite="lax", secure=is_secure(request)
    )
    return answer


async def come_back(request: Request) -> Response:
    """Take in what the provider says. A way can be gone once: the cookie goes, whatever comes of it."""
    kept = request.cookies.get(COOKIE, "")[:LONGEST_KEPT]
    result = await to_thread.run_sync(_finish, kept, dict(request.query_params))
    answer: Response
    if isinstance(result, Refusal):
        answer = refusal_page(result, language_for(request), status=403)
    else:
        signed_in, wanted = result
        answer = RedirectResponse(safe_next(wanted), 303)
        give(answer, signed_in.token, secure=is_secure(request))
    answer.delete_cookie(COOKIE, path=BACK, httponly=True, samesite="lax")
    return answer


def _begin(wanted: str) -> Begun | Refusal:
    set_ = provider()
    if set_ is None or isinstance(set_, Refusal):
        return set_ or Refusal.of("provider_settings")
    return begin(set_, server_secret(desk().database.folder), wanted, desk().now())


def _finish(kept: str, query: dict[str, str]) -> tuple[SignedIn, str] | Refusal:
    set_ = provider()
    if set_ is None or isinstance(set_, Refusal):
        return set_ or Refusal.of("provider_settings")
    told = finish(set_, server_secret(desk().database.folder), kept, query, desk().now())
    if not isinstance(told, Told):
        return told
    signed_in = accounts.sign_in_by_provider(desk().database, told.sign_in_name, desk().now())
    return (signed_in, told.wanted) if isinstance(signed_in, SignedIn) else signed_in
