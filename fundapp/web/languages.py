"""Which language a plain page speaks, and how the choice is remembered."""

from starlette.datastructures import QueryParams
from starlette.requests import HTTPConnection
from starlette.responses import Response

from fundapp.basis.fact import Language
from fundapp.text.catalogue import language_of

COOKIE = "fundapp_language"
PARAMETER = "lang"
YEAR_SECONDS = 365 * 24 * 3600


def chosen(query: QueryParams) -> Language | None:
    """The language that the address asks for, if it asks for one of ours."""
    match query.get(PARAMETER):
        case "ja":
            return "ja"
        case "en":
            return "en"
    return None


def language_for(connection: HTTPConnection) -> Language:
    """The address first, then an earlier choice, then the browser's first language."""
    if asked := chosen(connection.query_params):
        return asked
    match connection.cookies.get(COOKIE):
        case "ja":
            return "ja"
        case "en":
            return "en"
    return language_of(connection.headers.get("accept-language"))


def remember(response: Response, language: Language, *, secure: bool) -> None:
    """Keep a choice for the next visit."""
    response.set_cookie(COOKIE, language, max_age=YEAR_SECONDS, httponly=True, samesite="lax", secure=secure)
