"""The cookie that holds a session's token, and how a form is known to come from our own page."""

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import Response

from fundapp.access import sessions

COOKIE = "fundapp_session"
LIFE_SECONDS = int(sessions.LONGEST.total_seconds())


def token_of(connection: HTTPConnection) -> str:
    """The session token that the browser sent, or an empty text."""
    return connection.cookies.get(COOKIE, "")


def give(response: Response, token: str, *, secure: bool) -> None:
    """Hand a new session to the browser, out of reach of scripts and of other sites' forms."""
    response.set_cookie(COOKIE, token, max_age=LIFE_SECONDS, httponly=True, samesite="lax", secure=secure)


def take_back(response: Response) -> None:
    """Forget the session in the browser."""
    response.delete_cookie(COOKIE, httponly=True, samesite="lax")


def from_our_own_page(connection: HTTPConnection) -> bool:
    """True when a form or a socket was opened by a page of this very host.

    Browsers send Origin with every POST and every socket; a program that sends neither it nor Referer is refused.
    """
    sender = connection.headers.get("origin") or connection.headers.get("referer") or ""
    return bool(sender) and urlsplit(sender).netloc == connection.headers.get("host")


def is_secure(connection: HTTPConnection) -> bool:
    """True when the visitor came by https, so that cookies can be bound to it."""
    return connection.url.scheme in ("https", "wss")


def safe_next(address: str) -> str:
    """A path of this site to go to after signing in; anything else leads home."""
    parts = urlsplit(address)
    plain = address.isprintable() and not parts.scheme and not parts.netloc
    inside = address.startswith("/") and not address.startswith(("//", "/auth/")) and "\\" not in address
    return address if plain and inside else "/"
