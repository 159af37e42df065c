"""A form that is sent to a link: whose page it is from, how often, and whether the link opens, before it is read."""

from collections.abc import Callable

from anyio import to_thread
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.web.bounded_form import bounded_form
from fundapp.web.link_page import not_opened, refused_page, too_fast
from fundapp.web.session_cookie import from_our_own_page


async def link_form(
    request: Request,
    language: Language,
    address: str,
    opens: Callable[[str], object],
    *,
    most_bytes: int,
    most_fields: int,
    most_files: int = 0,
    told_mb: int,
) -> FormData | Response:
    """The form of a link's page, or the answer to one that is not taken in.

    `opens` finds what the link's token opens, or a `Refusal`; `told_mb` is the limit that a person is told.
    """
    token = request.path_params["token"]
    if not from_our_own_page(request):
        return PlainTextResponse("This form was not sent from our page.", 403)
    refused = too_fast(token)
    if refused is not None:
        return await to_thread.run_sync(refused_page, refused, language, address)
    # Nothing is taken in for a link that opens nothing.
    found = await to_thread.run_sync(opens, token)
    if isinstance(found, Refusal):
        return await to_thread.run_sync(not_opened, request, found, language, address)
    form = await bounded_form(request, most_bytes=most_bytes, most_fields=most_fields, most_files=most_files)
    if form is None:
        refused = Refusal.of("upload_too_large", limit_mb=told_mb)
        return await to_thread.run_sync(refused_page, refused, language, address)
    return form
